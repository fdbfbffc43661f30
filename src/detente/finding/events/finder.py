"""The event finder: triggers, their company, status and time, and what is one happening."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from detente.days import Interval
from detente.finding.events import telling
from detente.finding.events.anchors import anchors
from detente.finding.events.borrowing import borrow
from detente.finding.events.cast import Cast
from detente.finding.events.codes import code
from detente.finding.events.drafts import Draft
from detente.finding.events.filtering import counts, stands
from detente.finding.events.gate import asks
from detente.finding.events.happenings import gather
from detente.finding.events.lexicon import Lexicon, lexicon
from detente.finding.events.participants import Company, company, parties, together
from detente.finding.events.recall import Memory, looks_back
from detente.finding.events.scene import Scene, scenes
from detente.finding.events.slots import Slots
from detente.finding.events.speech import Speech
from detente.finding.events.status import Judge
from detente.finding.events.timing import assign, news_day, own_time, reckoned
from detente.finding.events.trigger import Trigger
from detente.finding.events.triggers import triggers
from detente.finding.ground import Ground, People
from detente.records import Event, Mention, Published, Quotation, Time, When
from detente.syntax import Token


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
    words = lexicon(ground.language)
    cast = Cast(ground, people, Interval.of(published.best))
    speech = Speech(quotations)
    pairs = _pairs(ground, people.mentions, cast)
    known = anchors(ground.knowledge, ground.language.code)
    own = [time for time in times if not speech.quotes(time.start, time.end)]
    told = telling.Page(cast, news_day(ground, own, published), published, known, Memory(ground))
    drafts = [
        draft
        for scene in _scenes(ground, words, people.mentions, times)
        for draft in _drafts(scene, words, told, speech, pairs.get(scene.number - 1))
    ]
    happenings = [h for h in gather(drafts, told.today) if stands(h)]
    told = told.with_news(happenings)
    events = [event for h in happenings for event in telling.events(ground, h, told)]
    return telling.numbered(events)


def _scenes(
    ground: Ground, words: Lexicon, mentions: Sequence[Mention], times: Sequence[Time]
) -> list[Scene]:
    wanted = [(n, ground.sentences[n]) for n in asks(ground)]
    ground.syntax.parse(s for _, s in wanted)
    parsed = [(n, s, ground.syntax.of(s)) for n, s in wanted]
    return scenes(parsed, mentions, times, words.contractions)


def _pairs(ground: Ground, mentions: Sequence[Mention], cast: Cast) -> dict[int, Mention]:
    """The last mention of several people together in each sentence that another follows."""
    starts = [sentence.start for sentence in ground.sentences]
    found: dict[int, Mention] = {}
    for mention in mentions:
        number = bisect_right(starts, mention.start) - 1
        last = number + 1 >= len(starts)
        if last or ground.sentences[number].passage is not ground.sentences[number + 1].passage:
            continue
        if len(cast.expand(mention.actor)) > 1:
            found[number] = mention
    return found


def _drafts(
    scene: Scene, words: Lexicon, page: telling.Page, speech: Speech, before: Mention | None
) -> Iterator[Draft]:
    found = triggers(scene, words)
    others = frozenset(i for t in found if t.sort == "noun" for i in t.tokens)
    slots, judge = Slots(scene, words, others), Judge(scene, words)
    dates = assign(scene, found, words)
    dates |= borrow(scene, found, dates, page.today, words)
    for trigger in found:
        speaker = speech.speaker(*scene.span(trigger.tokens))
        own = company(trigger, slots, page.cast, speaker)
        if before is not None and _is_unsaid(scene, trigger, own):
            own = together(before, page.cast)
        evidence = judge.of(trigger)
        told = own_time(dates.get(trigger.i), trigger.kind, evidence, page.latest)
        counted = None if told else reckoned(scene, trigger, words, page.today)
        definite = _is_definite(scene, trigger)
        remembered = None
        if told is None and counted is None and looks_back(scene, trigger, evidence, definite):
            past = Interval(None, Interval.of(page.latest).latest)
            remembered = page.memory.of(scene, trigger.kind, _states(own), past, dated=False)
        draft = Draft(
            scene=scene,
            trigger=trigger,
            company=own,
            evidence=evidence,
            when=remembered or _anchored(scene, trigger, told or counted, own, page),
            speaker=speaker,
            states=_states(own),
            others=frozenset(p.actor for p in own.participants if p.state is None),
            definite=definite,
            about=_about(scene, trigger),
            reckoned=counted is not None,
            recalled=remembered is not None,
        )
        if counts(draft, page.cast):
            yield draft


def _is_unsaid(scene: Scene, trigger: Trigger, own: Company) -> bool:
    """Whether an infinitive does not say who meets: "une occasion de se rencontrer"."""
    infinitive = "VerbForm=Inf" in scene.parse.tokens[trigger.i].morph
    return infinitive and not own.participants and code(trigger.kind).group == "encounter"


def _anchored(
    scene: Scene, trigger: Trigger, when: When | None, own: Company, page: telling.Page
) -> When | None:
    """The time of a trigger, to the day where the knowledge base knows it."""
    if when is None:
        return None
    days = Interval(Interval.of(when.earliest).earliest, Interval.of(when.latest).latest)
    if days.days != 1 and not days.is_open:
        deed = page.memory.of(scene, trigger.kind, _states(own), days, dated=True)
        if deed is not None:
            return deed
    return page.anchors.day(scene, trigger.kind, days, parties(own.participants, page.cast)) or when


def _states(own: Company) -> frozenset[str]:
    return frozenset(p.state for p in own.participants if p.state is not None)


def _is_definite(scene: Scene, trigger: Trigger) -> bool:
    """Whether the words point to something known: an article, a demonstrative, an owner; or name
    it alone, as crossheads do."""
    kids = scene.parse.kids(trigger.i, "det")
    if kids or trigger.sort != "noun":
        return any(_points(k) for k in kids)
    token = scene.parse.tokens[trigger.i]
    above = scene.parse.kids(token.head, "det") if token.dep == "nmod" else []
    return trigger.i == 0 or any(_points(k) for k in above)


def _points(token: Token) -> bool:
    morph = token.morph
    return "Definite=Def" in morph or "PronType=Dem" in morph or "Poss=Yes" in morph


def _about(scene: Scene, trigger: Trigger) -> tuple[int, ...]:
    """The tokens below a trigger, in order: what its object and complements speak of."""
    if code(trigger.kind).group != "verbal":
        return ()
    own = set(trigger.tokens)
    return tuple(t.i for t in scene.parse.subtree(trigger.i) if t.i > max(own))
