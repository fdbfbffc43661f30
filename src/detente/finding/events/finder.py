"""The event finder: triggers, their company, status and time, and what is one happening."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.days import Interval
from detente.finding.events import places, telling
from detente.finding.events.anchors import anchors
from detente.finding.events.announcing import announced
from detente.finding.events.background import drawn_out
from detente.finding.events.borrowing import borrow
from detente.finding.events.cast import Cast
from detente.finding.events.codes import code
from detente.finding.events.dating import dated
from detente.finding.events.drafts import Draft
from detente.finding.events.filtering import counts, standing
from detente.finding.events.folk import is_at_home
from detente.finding.events.gate import asks
from detente.finding.events.gathering import gather
from detente.finding.events.happenings import REAL
from detente.finding.events.home import home
from detente.finding.events.lexicon import Lexicon, lexicon
from detente.finding.events.lookup import adjectives
from detente.finding.events.newsday import news_day, story, tells_news
from detente.finding.events.participants import Company, company, together
from detente.finding.events.pointing import is_definite, ordinal, takes_up
from detente.finding.events.positions import keeps_to
from detente.finding.events.recall import Memory
from detente.finding.events.recasting import admits, heard, means_else, recast
from detente.finding.events.scene import Scene, Small, scenes
from detente.finding.events.sides import foretold, own_time
from detente.finding.events.slots import Slots
from detente.finding.events.speech import Speech
from detente.finding.events.status import Judge
from detente.finding.events.timing import assign
from detente.finding.events.trigger import Trigger
from detente.finding.events.triggers import triggers
from detente.finding.ground import Ground, People
from detente.records import Event, Mention, Published, Quotation, Time

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
    drafts = [
        draft
        for scene in _scenes(ground, words, people.mentions, times)
        for draft in _drafts(scene, words, told, speech, pairs.get(scene.number - 1))
    ]
    happenings = standing(gather(drafts, told.today), cast, home(people, cast))
    told = told.with_news(happenings, words)
    events = [event for h in happenings for event in telling.events(ground, h, told)]
    return telling.numbered(events)


def _lead(ground: Ground) -> int:
    """Where the first paragraph ends."""
    return next((p.end for p in ground.passages if p.label in LEADS), 0)


def _scenes(
    ground: Ground, words: Lexicon, mentions: Sequence[Mention], times: Sequence[Time]
) -> list[Scene]:
    wanted = [(n, ground.sentences[n]) for n in asks(ground)]
    ground.syntax.parse(s for _, s in wanted)
    parsed = [(n, s, ground.syntax.of(s)) for n, s in wanted]
    known = frozenset(adjectives(ground.knowledge, ground.language.code))
    return scenes(parsed, mentions, times, Small(words.contractions, words.also, known))


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
    dates = assign(scene, found, words, page.today)
    drawn, opens = drawn_out(scene, found, words), page.opens(scene)
    dates |= borrow(scene, found, dates, page.today, words)
    news = announced(scene, found, words)
    spots = places.assign(scene, found, page.cast, words)
    for word in found:
        speaker = speech.speaker(*scene.span(word.tokens))
        own = company(word, slots, page.cast, speaker)
        if before is not None and _is_unsaid(scene, word, own):
            own = together(before, page.cast)
        if means_else(scene, word, page.cast, words):
            continue
        trigger = recast(word, own, page.cast)
        said = speech.introduced_by(*scene.span(trigger.tokens))
        if admits(trigger, said):
            continue
        if said is not None and trigger.sort != "noun" and code(trigger.kind).group == "verbal":
            own = heard(own, said, page.cast)
        own = replace(own, where=_where(own, spots, trigger))
        evidence = judge.of(trigger, speaker is not None)
        told = news.get(word.i) if evidence.status in REAL else None
        when = own_time(dates.get(word.i, told), trigger.kind, evidence, page.out)
        evidence = foretold(evidence, trigger, when, page.out)
        undated = not opens and when is None and speaker is None
        draft = Draft(
            scene=scene,
            trigger=trigger,
            company=own,
            evidence=evidence,
            when=when,
            speaker=speaker,
            definite=is_definite(scene, trigger),
            this=takes_up(scene, trigger),
            ordinal=ordinal(scene, trigger, words),
            unnamed=page.cast.unnamed(p.actor for p in own.participants),
            about=_about(scene, trigger),
            drawn_out=trigger.i in drawn,
            opens=opens,
            announced=word.i in news,
            kept=undated and keeps_to(scene, trigger, evidence, said, words),
            at_home=is_at_home(trigger, slots, own, page.cast),
        )
        if counts(draft, page.cast):
            yield dated(draft, words, page)


def _where(own: Company, spots: dict[int, str], trigger: Trigger) -> str | None:
    """The place of an event: that of its words, else where its parties meet, unless another happens
    there."""
    return spots.get(trigger.i) or (None if own.where in spots.values() else own.where)


def _is_unsaid(scene: Scene, trigger: Trigger, own: Company) -> bool:
    """Whether an infinitive does not say who meets: "une occasion de se rencontrer"."""
    infinitive = "VerbForm=Inf" in scene.parse.tokens[trigger.i].morph
    return infinitive and not own.participants and code(trigger.kind).group == "encounter"


def _about(scene: Scene, trigger: Trigger) -> tuple[int, ...]:
    """The tokens below a trigger, in order: what its object and complements speak of."""
    if code(trigger.kind).group != "verbal":
        return ()
    last = max(trigger.tokens)
    return tuple(t.i for t in scene.parse.subtree(trigger.i) if t.i > last)
