"""The event finder: triggers, their company, status and time, and what is one happening."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from detente.days import Interval
from detente.finding.events import telling
from detente.finding.events.anchors import anchors
from detente.finding.events.cast import Cast
from detente.finding.events.drafting import Drafting
from detente.finding.events.drafts import Draft
from detente.finding.events.filtering import standing
from detente.finding.events.gate import asks
from detente.finding.events.gathering import gather
from detente.finding.events.home import home
from detente.finding.events.lexicon import Lexicon, lexicon
from detente.finding.events.lookup import adjectives
from detente.finding.events.mending import mended
from detente.finding.events.newsday import news_day, story, tells_news
from detente.finding.events.participants import Company
from detente.finding.events.recall import Memory
from detente.finding.events.scene import Scene, Vocabulary, scenes
from detente.finding.events.sharing import sides
from detente.finding.events.speech import Speech
from detente.finding.events.triggers import triggers
from detente.finding.ground import Ground, People
from detente.records import Event, Mention, Published, Quotation, Time

NEAR, TWO = 8, 2
"""Drafts that are looked back at, and those who are "they"."""

LEADS = frozenset({"standfirst", "body", "live_update"})
"""What a page may open with after its title."""


def find(
    ground: Ground,
    people: People,
    times: Sequence[Time],
    quotations: Sequence[Quotation],
    published: Published,
) -> tuple[Event, ...]:
    """Every mention of an encounter, a measure or a verbal act in the content of a page, in order.

    Mentions of one happening share its id. Linear in the length of the page.
    """
    return tell(ground, people, times, quotations, published)[0]


def tell(
    ground: Ground,
    people: People,
    times: Sequence[Time],
    quotations: Sequence[Quotation],
    published: Published,
) -> tuple[tuple[Event, ...], People]:
    """What :func:`find` tells, and the people of the page with those who take part in it."""
    words = lexicon(ground.language)
    cast = Cast(ground, people, Interval.of(published.best), words)
    speech = Speech(quotations)
    pairs = _pairs(ground, people.mentions, cast)
    known = anchors(ground.knowledge, ground.language.code)
    own = [t for t in times if not speech.quotes(t.start, t.end) and tells_news(ground, t, words)]
    told = telling.Page(
        cast,
        news_day(ground, own, published),
        published,
        known,
        Memory(ground),
        _lead(ground),
        story(ground, own, words),
    )
    drafts: list[Draft] = []
    for scene in _scenes(ground, words, people.mentions, times):
        named = triggers(scene, words)
        if named:
            before, met = pairs.get(scene.number - 1), _met(drafts, scene)
            drafts += Drafting(scene, named, words, told, speech).drafts(before, met)
    happenings = standing(gather(drafts, told.today), cast, home(people, cast))
    told = told.with_news(happenings, words)
    events = [event for h in happenings for event in telling.events(ground, h, told)]
    found = telling.numbered(events)
    return found, _with_parties(people, found, cast)


def _met(drafts: Sequence[Draft], scene: Scene) -> Company | None:
    """The company of what the sentence before told of two alone."""
    near = [d.company for d in drafts[-NEAR:] if d.scene.number == scene.number - 1]
    two = (c for c in reversed(near) if len(sides(c.parties)) == len(c.participants) == TWO)
    return next(two, None)


def _lead(ground: Ground) -> int:
    """Where the first paragraph ends."""
    return next((p.end for p in ground.passages if p.label in LEADS), 0)


def _scenes(
    ground: Ground, words: Lexicon, mentions: Sequence[Mention], times: Sequence[Time]
) -> list[Scene]:
    wanted = [(n, ground.sentences[n]) for n in asks(ground)]
    ground.syntax.parse(s for _, s in wanted)
    parsed = [(n, s, mended(ground.syntax.of(s), words)) for n, s in wanted]
    known = frozenset(adjectives(ground.knowledge, ground.language.code))
    return scenes(parsed, mentions, times, Vocabulary(words, known))


def _pairs(ground: Ground, mentions: Sequence[Mention], cast: Cast) -> dict[int, Mention]:
    """The last mention of several people together in each sentence that another follows."""
    starts = [sentence.start for sentence in ground.sentences]
    found: dict[int, Mention] = {}
    for mention in mentions:
        number = bisect_right(starts, mention.start) - 1
        last = number + 1 >= len(starts)
        if last or ground.sentences[number].passage is not ground.sentences[number + 1].passage:
            continue
        if cast.is_several(mention.actor):
            found[number] = mention
    return found


def _with_parties(people: People, events: Iterable[Event], cast: Cast) -> People:
    """The people of a page with those who take part in what it tells, though it names them only as
    places ("en visite en X"), by adjectives or by what they are."""
    known = {actor.id for actor in people.actors}
    absent = sorted({p.actor for e in events for p in e.participants} - known)
    more = tuple(cast.actors[id] for id in absent)
    return replace(people, actors=people.actors + more) if more else people
