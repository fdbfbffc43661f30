"""From happenings to events: what each mention says, completed by what the page says elsewhere."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from msgspec.structs import replace

from detente.days import VALUES, Interval
from detente.finding.events.anchors import Anchors
from detente.finding.events.background import is_background, is_news
from detente.finding.events.cast import Cast
from detente.finding.events.codes import code, plover, told_as
from detente.finding.events.drafts import Draft
from detente.finding.events.evidence import EARLIER, KEPT, TO_COME, Evidence
from detente.finding.events.happenings import Happening, interval
from detente.finding.events.implied import Implied, completed, implied
from detente.finding.events.lending import Place, occasions
from detente.finding.events.lexicon import Lexicon
from detente.finding.events.lingering import only_stands
from detente.finding.events.participants import parties
from detente.finding.events.programme import Trip, ahead, on_programme
from detente.finding.events.recall import Memory
from detente.finding.events.scene import Scene
from detente.finding.events.settling import Days, is_after, settle
from detente.finding.events.sharing import as_sides, shared, sides, without_crowds, without_doubles
from detente.finding.events.timing import Out
from detente.finding.ground import Ground
from detente.records import Event, Participant, Published, Time, When, WhenBasis

AHEAD, BEHIND = 210, 60
"""Days after and before the news in which an undated event may be an occasion that is known."""

TALKS = "talks"
"""A kind that may go on for years."""

LOOKED_AT = 4
"""How many mentions of a happening are compared with the occasions that are known."""

SURE, LESS_SURE = 0.8, 0.62
"""Share of bare mentions of encounters and measures, and of verbal acts, that are right."""


@dataclass(frozen=True, slots=True)
class Page:
    """What holds for the whole page: its actors, the day of its news, its publication."""

    cast: Cast
    today: When
    published: Published
    anchors: Anchors
    memory: Memory
    lead: int = 0
    story: tuple[Time, ...] = ()
    told: dict[Place, Happening] = field(default_factory=dict)
    beside: dict[Place, Happening] = field(default_factory=dict)
    implied: Implied = field(default_factory=Implied)
    trips: tuple[Trip, ...] = ()

    @property
    def latest(self) -> str | None:
        """The last day on which the page may have come out."""
        return self.published.latest or self.today.latest

    @property
    def out(self) -> Out:
        """The day on which the page most likely came out, and the last on which it may have."""
        return _out(self.published.best, self.latest)

    def opens(self, scene: Scene) -> bool:
        """Whether a sentence stands in the title or the first paragraph."""
        return scene.is_title or scene.sentence.start < self.lead

    def with_news(self, happenings: list[Happening], words: Lexicon) -> Page:
        """The page once its happenings are known: where each is named, and which go on
        during which."""
        told = {
            (d.scene.number, i): h
            for h in happenings
            if code(h.kind).group != "verbal"
            for d in h.drafts
            for i in d.trigger.tokens
        }
        unsaid = implied(happenings, self.cast)
        beside = occasions(happenings, told, words)
        trips = ahead(happenings, self.today)
        return dataclasses.replace(self, told=told, beside=beside, implied=unsaid, trips=trips)


@lru_cache(VALUES)
def _out(best: str | None, latest: str | None) -> Out:
    return (best if Interval.of(best).days == 1 else latest), latest


def events(ground: Ground, happening: Happening, page: Page) -> Iterator[Event]:
    """The mentions of a happening as events; ids are given by :func:`numbered`."""
    agreed = happening.evidence()
    group = code(happening.kind).group
    recent = None if happening.when is not None else _known_day(happening, "held", page)
    days = Days(page.today, page.published, recent)
    settled = [(draft, settle(draft, happening, agreed, days)) for draft in happening.drafts]
    news = any(is_news(draft, evidence) for draft, evidence in settled)
    for draft, evidence in settled:
        when, dated = _when(draft, happening, evidence, page, news)
        if only_stands(draft, happening, when, page.today):
            continue
        start, end = draft.scene.span(draft.trigger.tokens)
        about = subject_of(draft, page.told) if group == "verbal" else None
        people = _participants(draft, happening, about, page)
        people = as_sides(people, draft, evidence.status, page.cast)
        if not dated and evidence.status == "planned":
            when, dated = _programmed(draft, people, page)
        kind = told_as(draft.kind, draft.trigger.variant)
        people = people if kind == draft.kind else draft.company.brought_together(people)
        yield Event(
            id="",
            happening=f"h{happening.number}",
            start=start,
            end=end,
            text=ground.words(start, end),
            kind=kind,
            participants=tuple(map(page.cast.of_its_state, people)),
            when=when,
            where=draft.company.where or happening.where,
            status=evidence.status,
            attributed_to=draft.speaker,
            plover=plover(kind, draft.trigger.variant, evidence.status),
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


def _participants(
    draft: Draft, happening: Happening, about: Happening | None, page: Page
) -> tuple[Participant, ...]:
    """Those of the mention; of an encounter or a measure, those of the happening where it names
    none, else whom the page implies; a verbal act without a target is aimed at who takes part in
    what it is about."""
    if code(draft.kind).group != "verbal":
        found_here = shared(draft, happening, page.cast) or _beside(draft, page)
        return completed(found_here, draft, happening, page.implied, page.cast)
    found = {p.actor: p for p in draft.company.participants}
    if not any(p.role == "target" for p in found.values()):
        for other in happening.participants():
            found.setdefault(other.actor, other)
    if about is not None and not any(p.role == "target" for p in found.values()):
        own = {p.state or p.actor for p in found.values()}
        for other in about.participants():
            if (other.state or other.actor) not in own:
                found.setdefault(other.actor, replace(other, role="target"))
    order = {p.actor: n for n, p in enumerate(happening.participants())}
    listed = sorted(found.values(), key=lambda p: order.get(p.actor, len(order)))
    return without_doubles(without_crowds(tuple(listed), page.cast), draft.kind)


def _beside(draft: Draft, page: Page) -> tuple[Participant, ...]:
    """Those of the encounter that an encounter is listed with: "un entretien et une conférence de
    presse"."""
    if code(draft.kind).group != "encounter" or draft.trigger.sort != "noun":
        return ()
    tokens = draft.scene.parse.tokens
    own = tokens[draft.trigger.i]
    first = tokens[own.head] if own.dep == "conj" else own
    kids = ("conj", "obj") if first.pos == "VERB" else ("conj",)
    listed = (first, *draft.scene.parse.kids(first.i, *kids))
    others = (page.told.get((draft.scene.number, t.i)) for t in listed if t.i != own.i)
    met = (h for h in others if h is not None and code(h.kind).group == "encounter")
    told = (h.participants() for h in met)
    return next((found for found in told if len(sides(found)) > 1), ())


def subject_of(draft: Draft, told: dict[Place, Happening]) -> Happening | None:
    """What a verbal act is about: the happening that its object names."""
    for i in draft.about:
        happening = told.get((draft.scene.number, i))
        if happening is not None:
            return happening
    return None


def _when(
    draft: Draft, happening: Happening, evidence: Evidence, page: Page, news: bool
) -> tuple[When, str]:
    """The time of the event, and where it is taken from; ``news`` says whether its happening is
    told as news."""
    told = _told(draft, happening, evidence, page)
    if told is not None:
        return told
    known = _known_day(happening, evidence.status, page)
    if known is not None:
        return _by(known, "known"), "the knowledge base"
    real = evidence.status in ("held", "ongoing") and evidence.because not in (EARLIER, KEPT)
    if real and not is_background(draft, evidence, news):
        return _by(page.today, "news"), "the day of the news"
    return When(), ""


def _programmed(draft: Draft, people: tuple[Participant, ...], page: Page) -> tuple[When, str]:
    """The days of the journey or the meeting of which the mention tells the programme."""
    found = on_programme(draft, people, page.trips, page.cast)
    return (_by(found, "told"), "what it is on the programme of") if found else (When(), "")


def _told(
    draft: Draft, happening: Happening, evidence: Evidence, page: Page
) -> tuple[When, str] | None:
    """The time that the page tells: beside the mention, beside another, of what goes on then."""
    if draft.when is not None and (not draft.reckoned or happening.reckoned):
        if draft.recalled:
            return _by(draft.when, "known"), "the knowledge base"
        return _by(draft.when, "told"), "the time beside it"
    if happening.when is not None and not _is_on_the_wrong_side(happening.when, evidence, page):
        return _by(happening.when, "told"), "the time another mention gives"
    lent = _lent(draft, evidence, page)
    return None if lent is None else (_by(lent, "told"), "the occasion that it goes on during")


def _lent(draft: Draft, evidence: Evidence, page: Page) -> When | None:
    """The day of what a mention goes on during, or of what goes on during it; of an occasion of
    several days, on one of which the news is, only what is still to come takes them all."""
    other = page.beside.get((draft.scene.number, draft.trigger.i))
    if other is None or other.when is None or _is_on_the_wrong_side(other.when, evidence, page):
        return None
    days = interval(other.when)
    real = evidence.status in ("held", "ongoing")
    return (
        other.when if not real or days.days == 1 or not days.meets(interval(page.today)) else None
    )


def _is_on_the_wrong_side(when: When, evidence: Evidence, page: Page) -> bool:
    """Whether a time that another mention gives cannot be of this one: what is over is not to come,
    what is planned is not past."""
    days, news = interval(when), interval(page.today)
    if evidence.status in TO_COME:
        return is_after(news, days)
    return evidence.status == "held" and is_after(days, news)


def _by(when: When, basis: WhenBasis) -> When:
    return replace(when, basis=basis)


def _known_day(happening: Happening, status: str, page: Page) -> When | None:
    """The day of the occasion, lately past or soon to come, that a mention points to: of what is to
    come only encounters are called by their day beforehand. Talks that go on are none that were
    over before the news."""
    news = interval(page.today)
    real = status in ("held", "ongoing", "planned")
    ahead = status == "planned"
    group = code(happening.kind).group
    if not real or news.is_open or group == "verbal" or (ahead and group != "encounter"):
        return None
    goes_on = status == "ongoing" and happening.kind == TALKS
    window = news if goes_on else Interval(news.widened(BEHIND).earliest, news.latest)
    if ahead and news.latest is not None:
        window = Interval(news.latest + dt.timedelta(1), news.widened(AHEAD).latest)
    who = parties(happening.participants(), page.cast)
    variants = {d.trigger.variant for d in happening.drafts} - {""}
    variant = next(iter(variants)) if len(variants) == 1 else ""
    for draft in happening.drafts[:LOOKED_AT]:
        found = page.anchors.day(draft.scene, (draft.kind, variant), window, who)
        if found is not None:
            return found
    return None


def _confidence(draft: Draft, people: tuple[Participant, ...], dated: str) -> float:
    """How often such findings are right, kind and status, on annotated pages: words that name a
    verbal act are less sure than encounters and measures; parties and a day of its own help."""
    sure = LESS_SURE if code(draft.kind).group == "verbal" else SURE
    sure += 0.03 * min(2, len(people)) + 0.03 * (draft.when is not None)
    return round(sure - 0.1 * draft.trigger.weak - 0.05 * (not dated), 2)


def _because(draft: Draft, evidence: Evidence, dated: str) -> str:
    reason = f"the {draft.trigger.sort} names it; {evidence.status}: {evidence.because}"
    return f"{reason}; dated by {dated}" if dated else reason
