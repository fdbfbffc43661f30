"""One page against its answers: counts for every measure, that add up over pages."""

from __future__ import annotations

from collections import Counter, defaultdict

from detente.days import Interval
from detente.evaluation.answers import EventAnswer, PageAnswers, QuotationAnswer
from detente.evaluation.identity import Cast
from detente.evaluation.kinds import alike, group_of
from detente.evaluation.matching import Counts, bare, match, overlap
from detente.records import CONTENT_LABELS, Event, Quotation, Reading, Span
from detente.text import fold

Tally = dict[str, Counts]
"""Counts by measure: ``quotations.span`` …"""

SAME_WORDS = 0.5
"""Two quotations are one finding from this overlap on."""

NEAR_DAYS = 3
"""A publication day that is out by no more is near."""

_NEUTRAL = frozenset({"byline", "section", "tags", "source_credit", "dateline", "pubdate"})
"""Lines that neither are content nor would spoil it (GUIDELINES: metadata of the page)."""


def _judge(right: bool) -> Counts:
    return Counts(int(right), 1, 1)


def blocks(answers: PageAnswers, reading: Reading) -> Tally:
    """Lines told from furniture (by lines and by characters), and the label of each line."""
    tally: dict[str, Counts] = defaultdict(Counts)
    for line in answers.blocks or ():
        found = label_of(line.span, reading)
        tally["blocks.labels"] += _judge(found == line.label)
        if line.label in _NEUTRAL:
            continue
        wanted, given = line.label in CONTENT_LABELS, found in CONTENT_LABELS
        counts = Counts(wanted and given, given, wanted)
        length = line.span[1] - line.span[0]
        tally["blocks.content_lines"] += counts
        tally["blocks.content_characters"] += Counts(
            counts.right * length, counts.found * length, counts.wanted * length
        )
    return dict(tally)


def label_of(span: Span, reading: Reading) -> str | None:
    """The label of the blocks that cover most of a line."""
    cover: Counter[str] = Counter()
    for block in reading.blocks:
        shared = min(span[1], block.end) - max(span[0], block.start)
        if shared > 0:
            cover[block.label] += shared
    return cover.most_common(1)[0][0] if cover else None


def pair_times(answers: PageAnswers, reading: Reading) -> dict[int, int]:
    """Which time expression of the reading answers which of the page: any overlap, the same
    span first."""
    return match(
        answers.times or (),
        reading.times,
        lambda w, g: 2.0 if w.span == (g.start, g.end) else overlap(w.span, (g.start, g.end)),
        1e-9,
    )


def times(answers: PageAnswers, reading: Reading) -> Tally:
    """Time expressions: exact span, any overlap, value and type (as in TempEval-3)."""
    wanted, given = answers.times or (), reading.times
    pairs = pair_times(answers, reading)
    ignored = {g for w, g in pairs.items() if wanted[w].borderline}
    scored = [w for w in range(len(wanted)) if not wanted[w].borderline]
    hits = [(wanted[w], given[pairs[w]]) for w in scored if w in pairs]
    found = len(given) - len(ignored)
    return {
        "times.span": Counts(sum(w.span == (g.start, g.end) for w, g in hits), found, len(scored)),
        "times.overlap": Counts(len(hits), found, len(scored)),
        "times.value": Counts(sum(w.value == g.value for w, g in hits), found, len(scored)),
        "times.type": Counts(sum(w.type == g.type for w, g in hits), len(hits), len(hits)),
    }


def _likeness(text: str, wanted: QuotationAnswer, given: Quotation) -> float:
    spans = {(given.start, given.end), (given.content_start, given.content_end)}
    return max(
        overlap(bare(text, one), bare(text, other)) for one in wanted.spans for other in spans
    )


def pair_quotations(answers: PageAnswers, reading: Reading) -> dict[int, int]:
    """Which quotation of the reading answers which of the page."""
    text = reading.text or ""
    return match(
        answers.quotations or (),
        reading.quotations,
        lambda w, g: _likeness(text, w, g),
        SAME_WORDS,
    )


def quotations(answers: PageAnswers, reading: Reading) -> Tally:
    """Quotations: found, found to the letter, with the right speaker; of those found, the kind."""
    text, cast = reading.text or "", Cast(reading)
    wanted, given = answers.quotations or (), reading.quotations
    pairs = pair_quotations(answers, reading)
    ignored = {g for w, g in pairs.items() if wanted[w].borderline}
    ignored |= {
        g
        for g in set(range(len(given))) - set(pairs.values())
        if any(q.borderline and _likeness(text, q, given[g]) >= SAME_WORDS / 2 for q in wanted)
    }
    scored = [w for w in range(len(wanted)) if not wanted[w].borderline]
    hits = [(wanted[w], given[pairs[w]]) for w in scored if w in pairs]
    found = len(given) - len(ignored)
    exact = sum(_likeness(text, w, g) == 1 for w, g in hits)
    speaker = sum(cast.is_right(w.speaker, g.speaker, g.speaker_mention) for w, g in hits)
    spoken = [(w.said, g.said) for w, g in hits if w.said]
    return {
        "quotations.said": Counts(
            sum(is_when(day, said) for day, said in spoken), len(spoken), len(spoken)
        ),
        "quotations.words": Counts(len(hits), found, len(scored)),
        "quotations.exact": Counts(exact, found, len(scored)),
        "quotations.speaker": Counts(speaker, found, len(scored)),
        "quotations.kind": Counts(sum(w.kind == g.kind for w, g in hits), len(hits), len(hits)),
    }


def pair_events(answers: PageAnswers, reading: Reading) -> dict[int, int]:
    """Which event of the reading answers which of the page: same trigger, like kinds first."""

    def likeness(wanted: EventAnswer, given: Event) -> float:
        shared = overlap(wanted.span, (given.start, given.end))
        return shared + alike(wanted.kind, given.kind) if shared else 0.0

    return match(answers.events or (), reading.events, likeness, 1e-9)


def events(answers: PageAnswers, reading: Reading) -> Tally:
    """Events by group: found with a like kind; of those found, status, participants and day."""
    cast, tally = Cast(reading), defaultdict[str, Counts](Counts)
    wanted, given = answers.events or (), reading.events
    pairs = pair_events(answers, reading)
    back = {g: w for w, g in pairs.items()}
    for w, answer in enumerate(wanted):
        if answer.borderline:
            continue
        event = given[pairs[w]] if w in pairs else None
        hit = event if event is not None and alike(answer.kind, event.kind) else None
        tally[f"events.{group_of(answer.kind)}"] += Counts(int(hit is not None), 0, 1)
        if hit is not None and group_of(answer.kind) != "verbal":
            _details(tally, cast, answer, hit)
    for g, event in enumerate(given):
        if (group := group_of(event.kind)) and not (g in back and wanted[back[g]].borderline):
            tally[f"events.{group}"] += Counts(0, 1, 0)
    return dict(tally)


def _details(tally: dict[str, Counts], cast: Cast, answer: EventAnswer, event: Event) -> None:
    tally["events.status"] += _judge(event.status == answer.status)
    right = sum(
        any(cast.is_right(part.who, p.actor, p.mention) for p in event.participants)
        for part in answer.participants
    )
    tally["events.participants"] += Counts(right, len(event.participants), len(answer.participants))
    if answer.when:
        tally["events.when"] += _judge(is_when(answer.when, event.when.value))
    if answer.where:
        tally["events.where"] += _judge(_is_where(answer.where, event.where))


def _is_where(answer: str, found: str | None) -> bool:
    """Whether a place is one of the answer's (``Cuba; Londres``), spelling and articles aside."""
    words = set(fold(found or "").split())
    return any(
        bool(words) and (words <= named or named <= words)
        for named in (set(fold(place).split()) for place in answer.split(";"))
    )


def is_when(answer: str, found: str | None) -> bool:
    """Whether a value is at least as exact as the answer; of several days, any will do."""
    first, _, last = answer.partition("/")
    if not last or found is None:
        return (found or "").startswith(first)
    days = Interval(Interval.of(first).earliest, Interval.of(last).latest)
    given = Interval(Interval.of(found).earliest, Interval.of(found.split("/")[-1]).latest)
    return not given.is_open and given & days == given


def figures(answers: PageAnswers, reading: Reading) -> Tally:
    """Figures: found, and found with their value."""
    wanted, given = answers.figures or (), reading.figures
    pairs = match(wanted, given, lambda w, g: overlap(w.span, (g.start, g.end)), 1e-9)
    ignored = {g for w, g in pairs.items() if wanted[w].borderline}
    scored = [w for w in range(len(wanted)) if not wanted[w].borderline]
    hits = [(wanted[w], given[pairs[w]]) for w in scored if w in pairs]
    found = len(given) - len(ignored)
    value = sum(abs(w.value - g.value) <= 1e-6 * abs(w.value) for w, g in hits)
    return {
        "figures.words": Counts(len(hits), found, len(scored)),
        "figures.value": Counts(value, found, len(scored)),
    }


def published(answers: PageAnswers, reading: Reading) -> Tally:
    """The publication day: the best value exact, within three days, the interval holding it."""
    if answers.published is None:
        return {}
    answer, given = answers.published, reading.published
    wanted = Interval(Interval.of(answer.earliest).earliest, Interval.of(answer.latest).latest)
    exact = Interval.of(given.best) == Interval.of(answer.best) and not wanted.is_open
    best = Interval.of(given.best)
    interval = Interval(Interval.of(given.earliest).earliest, Interval.of(given.latest).latest)
    closed = not interval.is_open and not interval.is_empty
    return {
        "published.best": _judge(exact),
        "published.near": _judge(not best.is_open and best.meets(wanted.widened(NEAR_DAYS))),
        "published.interval": Counts(int(closed and interval.meets(wanted)), int(closed), 1),
    }
