"""From happenings to events: what each mention says, completed by what the page says elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from detente.days import Interval
from detente.finding.events.cast import Cast
from detente.finding.events.codes import code, plover
from detente.finding.events.drafts import Draft
from detente.finding.events.happenings import Happening, interval
from detente.finding.events.moods import DEFAULT, TENSE, WORDS, Evidence
from detente.finding.ground import Ground
from detente.records import Event, Participant, Published, When

FRESH = 21
"""Days after which what has begun is no longer taken to go on without being said to."""


@dataclass(frozen=True, slots=True)
class Page:
    """What holds for the whole page: its actors, the day of its news, its publication."""

    cast: Cast
    today: When
    published: Published


def events(ground: Ground, happening: Happening, page: Page) -> Iterator[Event]:
    """The mentions of a happening as events; ids are given by :func:`numbered`."""
    agreed = happening.evidence()
    for draft in happening.drafts:
        evidence = _status(draft, happening, agreed, page)
        when, dated = _when(draft, happening, evidence, page)
        start, end = draft.scene.span(draft.trigger.tokens)
        people = _participants(draft, happening)
        yield Event(
            id="",
            happening=f"h{happening.number}",
            start=start,
            end=end,
            text=ground.words(start, end),
            kind=draft.kind,
            participants=people,
            when=when,
            where=draft.company.where or happening.where(),
            status=evidence.status,
            attributed_to=draft.speaker,
            plover=plover(draft.kind, draft.trigger.variant, evidence.status),
            confidence=_confidence(draft, people, dated),
            because=_because(draft, evidence, dated),
        )


def numbered(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events in order of the page, with ids; happenings numbered by their first mention."""
    ordered = sorted(events, key=lambda e: (e.start, e.end, e.kind))
    names: dict[str, str] = {}
    for event in ordered:
        names.setdefault(event.happening, f"h{len(names) + 1}")
    return tuple(
        replace(event, id=f"e{n}", happening=names[event.happening])
        for n, event in enumerate(ordered, 1)
    )


def _participants(draft: Draft, happening: Happening) -> tuple[Participant, ...]:
    """Those of the mention; where it is an encounter or a measure, those of the happening too."""
    group = code(draft.kind).group
    own = draft.company.participants
    if group == "verbal" and any(p.role == "target" for p in own):
        return own
    found = {p.actor: p for p in own}
    for other in happening.participants():
        found.setdefault(other.actor, other)
    return _without_doubles(tuple(found.values()), group)


def _without_doubles(found: tuple[Participant, ...], group: str) -> tuple[Participant, ...]:
    """A state and its own envoy are one party: who meets is the envoy, who signs the state."""
    states = {p.actor for p in found if p.actor == p.state}
    envoys = {p.state for p in found if p.actor != p.state and p.state is not None}
    both = states & envoys
    if group == "encounter":
        return tuple(p for p in found if p.actor not in both)
    return tuple(p for p in found if p.state not in both or p.actor == p.state)


def _status(draft: Draft, happening: Happening, agreed: Evidence | None, page: Page) -> Evidence:
    own = draft.evidence
    if code(draft.kind).group == "verbal":
        return _status_of_words(own)
    if own.strength == DEFAULT and agreed is not None:
        own = agreed
    days = interval(draft.when or happening.when or page.today)
    out = Interval.of(page.published.best or page.today.value)
    if own.strength < WORDS and own.status in ("held", "ongoing") and _is_after(days, out):
        return Evidence("planned", TENSE, "its day is still to come")
    if own.status in ("held", "ongoing") and own.strength < WORDS:
        return _going_on(draft, happening, own, days, out)
    return own


def _status_of_words(own: Evidence) -> Evidence:
    """Words that name an act are said by being reported: only negation and doubt undo them."""
    if own.strength == WORDS and own.status in ("denied", "hypothetical"):
        return own
    if own.status == "planned" and own.strength >= TENSE:
        return own
    return Evidence("held", TENSE, "the page reports the words")


def _going_on(
    draft: Draft, happening: Happening, own: Evidence, days: Interval, out: Interval
) -> Evidence:
    """What has begun lately and lasts goes on, unless a mention says that it is over."""
    if not code(draft.kind).durable or not happening.goes_on:
        return Evidence("held", own.strength, own.because)
    if own.status == "held" and own.strength == TENSE and not own.begun:
        return own
    if days.earliest and out.latest and (out.latest - days.earliest).days > FRESH:
        return Evidence("held", own.strength, own.because)
    return Evidence("ongoing", TENSE, "it has begun and is not said to be over")


def _is_after(days: Interval, out: Interval) -> bool:
    return bool(days.earliest and out.latest and days.earliest > out.latest)


def _when(draft: Draft, happening: Happening, evidence: Evidence, page: Page) -> tuple[When, str]:
    """The time of the event, and where it is taken from."""
    if draft.when is not None:
        return draft.when, "the time beside it"
    if happening.when is not None:
        return happening.when, "the time another mention gives"
    if evidence.status in ("held", "ongoing") and evidence.because != EARLIER:
        return page.today, "the day of the news"
    return When(), ""


EARLIER = "its verb says that it came before"


def _confidence(draft: Draft, people: tuple[Participant, ...], dated: str) -> float:
    """From what the mention shows: who takes part and when."""
    shown = 0.45 + 0.15 * min(2, len(draft.company.participants))
    shown += 0.1 * (draft.when is not None) + 0.05 * bool(people) + 0.05 * bool(dated)
    return round(min(0.95, shown - 0.15 * draft.trigger.weak), 2)


def _because(draft: Draft, evidence: Evidence, dated: str) -> str:
    reason = f"the {draft.trigger.sort} names it; {evidence.status}: {evidence.because}"
    return f"{reason}; dated by {dated}" if dated else reason
