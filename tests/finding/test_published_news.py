"""How near a page is to a happening goes by where its words stand."""

import datetime as dt

import pytest

from detente.days import Interval
from detente.finding.published import calendar, news
from tests.finding.test_published import infer

DAY = dt.date(2020, 9, 2)
WHEN = Interval(DAY, DAY)
STANDINGS = (news.LEAD, news.TOGETHER, news.DATED, news.NEAR, news.SCATTERED)


def height(standing: news.Standing, lag: int, ahead: int = 0) -> int:
    weights = news.near(WHEN, ahead, 30, standing)
    return int(weights[calendar.number(DAY) + lag])


@pytest.mark.parametrize("standing", STANDINGS)
def test_a_page_is_mostly_of_the_day_or_the_next_then_ever_less(standing: news.Standing) -> None:
    heights = [height(standing, lag) for lag in (0, 1, 2, 10, 60, 400, 2000)]
    assert heights == sorted(heights, reverse=True)
    assert height(standing, -1) < height(standing, 1)


def test_the_lead_tells_more_than_words_here_and_there() -> None:
    spreads = [height(s, 0) - height(s, -30) for s in (news.LEAD, news.NEAR, news.SCATTERED)]
    assert spreads == sorted(spreads, reverse=True)


def test_what_is_announced_is_named_before() -> None:
    assert height(news.LEAD, -3, ahead=7) > height(news.LEAD, -3)


def test_its_weekday_makes_it_news_of_the_day() -> None:
    assert news.on_its_weekday(news.NEAR).news > news.NEAR.news
    assert sum(news.on_its_weekday(news.LEAD)) < 1


LEAD = (
    "L'hôpital ne dit rien de plus. Alexeï Navalny a été empoisonné avec un agent Novitchok, a"
    " affirmé mercredi la chancelière Angela Merkel. Le ministère a promis une enquête."
)
LATER = (
    "Le négociateur Octave Brunelin a plaidé pour la patience. La réunion a duré trois heures. Rien"
    " n'a été signé. Le dossier reste ouvert, a-t-il ajouté. Son bureau rappelle que Berlin et la"
    " chancelière Angela Merkel ont parlé de Novitchok à propos de Navalny."
)


def width(text: str) -> int:
    found = infer(text)
    assert found.earliest and found.latest
    return (dt.date.fromisoformat(found.latest) - dt.date.fromisoformat(found.earliest)).days


def test_news_in_the_lead_narrows_to_days_what_is_recalled_does_not() -> None:
    found = infer(LEAD)
    assert (found.earliest or "") <= "2020-09-03" <= (found.latest or "")
    assert width(LEAD) < 60 < width(LATER)
