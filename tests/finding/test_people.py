"""Who the page speaks of: sentences with their mentions, and what holds for any text."""

from __future__ import annotations

import cProfile
import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.cleaning.article import Article
from detente.errors import DataError
from detente.finding import people, times
from detente.finding.ground import Ground, People, lay
from detente.knowledge import base
from detente.languages import language
from detente.languages.people import Tables
from detente.records import Block, BlockLabel, Mention, PageInfo, Published
from tests.finding.examples import params

CASES = sorted((Path(__file__).parents[1] / "cases" / "fr").glob("people*.toml"))
_MARKED = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")


class Case(msgspec.Struct, forbid_unknown_fields=True):
    """A text whose mentions are marked; ``failing`` tells why it is known not to pass."""

    name: str
    day: str
    text: str
    failing: str | None = None


class Cases(msgspec.Struct, forbid_unknown_fields=True):
    cases: list[Case]


def _params() -> list[object]:
    files = (msgspec.toml.decode(path.read_bytes(), type=Cases) for path in CASES)
    cases = [case for file in files for case in file.cases]
    return params(cases)


def _ground(text: str, *labels: BlockLabel, knowledge: base.Knowledge | None = None) -> Ground:
    """A page of one block a line, all body unless ``labels`` say otherwise."""
    blocks, at = [], 0
    for number, line in enumerate(text.split("\n")):
        label = labels[number] if number < len(labels) else "body"
        blocks.append(Block(start=at, end=at + len(line), label=label))
        at += len(line) + 1
    article = Article(page=PageInfo(id="page"), text=text, blocks=tuple(blocks))
    return lay(article, language.load("fr"), knowledge or base.load())


def _on(day: str) -> Published:
    return Published(best=day, earliest=day, latest=day)


def _plain(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text without marks, and the spans with what they should point to."""
    text, spans, at = "", [], 0
    for match in _MARKED.finditer(marked):
        text += marked[at : match.start()]
        spans.append((len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        at = match.end()
    return text + marked[at:], spans


def _over(found: People, start: int, end: int) -> list[Mention]:
    return [m for m in found.mentions if m.start < end and start < m.end]


@pytest.mark.parametrize("case", _params())
def test_marked_words_point_to_their_actor(case: Case) -> None:
    text, spans = _plain(case.text)
    ground, day = _ground(text), _on(case.day)
    found = people.resolve(ground, day, times.resolve(ground, times.find(ground), day))
    kinds = {actor.id: actor.kind for actor in found.actors}
    got, wanted = {}, {}
    for start, end, actor in spans:
        words = f"{text[start:end]} @{start}"
        over = _over(found, start, end)
        wanted[words] = actor
        if actor == "-":
            got[words] = "-" if not over else f"a mention of {over[0].actor}"
            continue
        exact = [m for m in over if (m.start, m.end) == (start, end)]
        mention = exact[0] if exact else None
        if mention is None:
            got[words] = f"no mention of just these words, but {[m.text for m in over]}"
        elif mention.actor is None:
            got[words] = "?"
        else:
            place = actor == "place" and kinds[mention.actor] == "place"
            got[words] = "place" if place else mention.actor
    assert got == wanted


def test_nothing_is_found_outside_content() -> None:
    text = "Vladimir Poutine est arrivé.\nLire aussi : Donald Trump reçoit Angela Merkel\nFin."
    found = people.resolve(_ground(text, "body", "related", "body"), _on("2018-07-16"), ())
    assert [m.text for m in found.mentions] == ["Vladimir Poutine"]


def test_every_mention_has_a_reason_and_a_known_actor() -> None:
    text = (
        "Le ministre russe des Affaires étrangères a reçu son homologue américain à Sotchi. "
        "Moscou et Washington se parlent. Le ministre repart. Il est tard."
    )
    found = people.resolve(_ground(text), _on("2019-05-14"), ())
    ids = {actor.id for actor in found.actors}
    assert found.mentions
    for mention in found.mentions:
        assert mention.because
        assert mention.actor is None or mention.actor in ids


def test_a_role_says_since_when() -> None:
    text = "Le ministre russe des Affaires étrangères est parti."
    found = people.resolve(_ground(text), _on("2019-05-14"), ())
    assert found.mentions[0].because == "foreign minister of Russia since 2004-03-09"


def test_of_two_offices_the_reason_gives_that_of_ones_own_state() -> None:
    text = "Emmanuel Macron est à Paris. Le chef de l'État doit parler."
    found = people.resolve(_ground(text), _on("2019-05-14"), ())
    reasons = [m.because for m in found.mentions]
    assert "head of state of France since 2017-05-14" in reasons
    assert "the city, capital of France" in reasons


def test_without_a_day_a_role_is_not_guessed() -> None:
    found = people.resolve(_ground("Le président russe est parti."), Published(), ())
    assert [m.actor for m in found.mentions] == [None]


def test_actors_carry_the_names_they_go_by() -> None:
    text = "Recep Erdogan est arrivé. La Turquie attend. Le Kremlin aussi."
    found = people.resolve(_ground(text), _on("2019-10-10"), ())
    actors = {actor.id: actor for actor in found.actors}
    assert "Recep Erdogan" in actors["Q39259"].aliases
    assert "présidence russe" in actors["kremlin"].aliases
    assert actors["TUR"].kind == "state"


def test_groups_tell_their_members_and_these_are_actors_too() -> None:
    text = "Vladimir Poutine a rencontré Donald Trump. Les deux hommes ont déjeuné."
    found = people.resolve(_ground(text), _on("2018-07-16"), ())
    group = next(a for a in found.actors if a.kind == "group")
    assert group.members == ("Q22686", "Q7747")
    assert set(group.members) <= {a.id for a in found.actors}


def test_namings_do_not_need_the_day() -> None:
    text = "Le secrétaire d'Etat américain Rex Tillerson a vu Sergueï Lavrov."
    named, alone = people.name(_ground(text))
    assert (named.person, named.office, named.state) == ("Q331401", "foreign_minister", "USA")
    assert text[named.start : named.end] == "Le secrétaire d'Etat américain Rex Tillerson"
    assert (alone.person, alone.office) == ("Q58217", None)


def test_a_fact_of_the_users_own_changes_the_reading(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(
        "id,name_en,surnames,gender,states\nanna-kalmeja,Anna Kalmeja,Kalmeja,f,LVA\n", "utf-8"
    )
    (tmp_path / "terms.csv").write_text(
        "person,office,of,valid_from,checked_until\n"
        "anna-kalmeja,foreign_minister,LVA,2031-01-05,2031-12-31\n",
        "utf-8",
    )
    text = "La ministre lettone des Affaires étrangères est arrivée."
    own = _ground(text, knowledge=base.load(tmp_path))
    (mention,) = people.resolve(own, _on("2031-04-02"), ()).mentions
    assert mention.actor == "anna-kalmeja"
    assert mention.because == "foreign minister of Latvia since 2031-01-05"
    (before,) = people.resolve(_ground(text), _on("2031-04-02"), ()).mentions
    assert before.actor is None


def test_a_former_holder_is_named_as_such() -> None:
    (naming,) = people.name(_ground("L'ancien président russe Dmitri Medvedev est venu."))
    assert naming.former


def test_an_unknown_key_in_the_table_is_an_error() -> None:
    broken = b"elisions = []\nno_such_key = 1\n"
    with pytest.raises(msgspec.ValidationError):
        msgspec.toml.decode(broken, type=Tables)
    with pytest.raises(DataError):
        language.load("fr").table("no_such_table", Tables)


PARTS = """
Moscou Paris Le le La président ministre russe américain Donald Trump M. Mme a dit , . « » " de du
l' et Il elle a-t-il Kremlin ONU Les deux hommes son homologue ( ) : Jean van der
"""
_WORDS = st.sampled_from(sorted(set(PARTS.split())))


@settings(deadline=None, max_examples=60)
@given(st.lists(_WORDS, max_size=60), st.sampled_from([" ", "  ", "\n", "\u00a0"]))
def test_spans_are_slices_and_the_answer_is_always_the_same(words: list[str], space: str) -> None:
    text = space.join(words)
    ground = _ground(text)
    first = people.resolve(ground, _on("2019-05-14"), ())
    for mention in first.mentions:
        assert mention.text == text[mention.start : mention.end] != ""
    starts = [m.start for m in first.mentions]
    assert starts == sorted(starts)
    again = people.resolve(_ground(text), _on("2019-05-14"), ())
    assert msgspec.json.encode(again) == msgspec.json.encode(first)


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=200))
def test_any_text_is_read_without_error(text: str) -> None:
    found = people.resolve(_ground(text.replace("\n", " ")), _on("2019-05-14"), ())
    assert all(m.because for m in found.mentions)


TRADES = ("du Commerce", "des Transports", "du Plan", "de la Pêche", "du Budget")


def _calls(paragraphs: int) -> int:
    """The calls that it takes to tell whom a page of many roles speaks of: roles of somebody named
    before, of nobody known, of one who comes later, and nouns for any person."""
    text = "\n".join(
        f"Le ministre bavarois {TRADES[n % 5]} a vu Anna Kalm{n % 7}, négociatrice lombarde. "
        f"La négociatrice a répondu au directeur catalan. L'opposant a protesté, "
        f"et les deux ministres {TRADES[n % 3]} ont promis au président de parler."
        for n in range(paragraphs)
    )
    ground = _ground(text)
    people.resolve(ground, _on("2019-05-14"), ())
    profile = cProfile.Profile(builtins=False)
    profile.runcall(people.resolve, ground, _on("2019-05-14"), ())
    return sum(entry.callcount for entry in profile.getstats())


def test_work_grows_with_the_roles_of_a_page_not_their_square() -> None:
    short, longer, longest = map(_calls, (50, 100, 200))
    assert longer < 2.2 * short
    assert longest < 4.4 * short
