"""A synthetic load: many quotations, of which it is known which are one utterance.

``python -m tests.linking.load 200000`` links that many and prints times, memory, pair recall and
precision, then adds a thousand more. The words are invented; nothing here is a real person.
"""

from __future__ import annotations

import datetime as dt
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from detente import linking
from detente.records import (
    Actor,
    Block,
    Metadata,
    PageInfo,
    Published,
    Quotation,
    Reading,
)
from detente.store import Record

_SYLLABLES = "ba ce di fo gu la me ni po ru sa te vi xo zu ran tel mon dir pas cor lin vel tour"
_LIGHT = ("le", "la", "les", "de", "des", "et", "que", "nous", "pour", "dans", "une", "pas")
_SPEAKERS = 400
_DAYS = 1500
_PER_PAGE = 4
_FLAT = 30
"""Ranks over which the frequency of words is flat (Zipf and Mandelbrot)."""
_START = dt.date(2001, 1, 1)


@dataclass(frozen=True)
class Spoken:
    """One quotation of the load and the utterance it is of."""

    utterance: int
    words: str
    speaker: str | None
    said: dt.date | None
    published: dt.date


class Load:
    """Utterances with their perturbed copies and their look-alikes, the same for one seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        syllables = _SYLLABLES.split()
        self._vocabulary = [
            "".join(self._random.choice(syllables) for _ in range(self._random.randint(2, 4)))
            for _ in range(6000)
        ]
        self._formulas = [self._sentence(4) for _ in range(300)]
        self._number = 0

    def quotations(self, size: int) -> list[Spoken]:
        """That many quotations."""
        found: list[Spoken] = []
        while len(found) < size:
            found += self._utterance()
        return found[:size]

    def _utterance(self) -> Iterator[Spoken]:
        """An utterance with its copies, and now and then a look-alike of it."""
        chance = self._random.random
        speaker = f"speaker-{self._random.randrange(_SPEAKERS)}"
        day = _START + dt.timedelta(self._random.randrange(_DAYS))
        words = self._sentence(self._random.randint(8, 26))
        if chance() < 0.15:
            words = self._random.choice(self._formulas) + words
        yield from self._copies(words, speaker, day)
        if chance() < 0.10:
            later = day + dt.timedelta(self._random.randint(60, 300))
            yield from self._copies(self._random.choice(self._formulas)[:5], speaker, later)
        if chance() < 0.10:
            kept = words[: len(words) // 3]
            yield from self._copies(kept + self._sentence(14), speaker, day)

    def _copies(self, words: list[str], speaker: str, day: dt.date) -> Iterator[Spoken]:
        self._number += 1
        for _ in range(min(40, int(self._random.paretovariate(0.9)))):
            chance = self._random.random()
            published = day + dt.timedelta(self._random.randint(0, 4))
            yield Spoken(
                self._number,
                self._perturbed(words),
                None if chance < 0.04 else speaker,
                day if chance < 0.5 else None,
                published,
            )

    def _perturbed(self, words: list[str]) -> str:
        """The words cut, with slips, with an editor's mark, in other letters."""
        chance = self._random.random
        kept = list(words)
        if chance() < 0.35 and len(kept) > 9:
            length = self._random.randint(7, len(kept))
            start = self._random.randint(0, len(kept) - length)
            kept = kept[start : start + length]
        if chance() < 0.5:
            kept = [self._word() if chance() < 0.07 else word for word in kept if chance() > 0.04]
        if chance() < 0.15 and len(kept) > 4:
            kept.insert(len(kept) // 2, "[...]")
        text = " ".join(kept or words)
        if chance() < 0.5:
            text = text.capitalize()
        return text.replace("e", "é", 1) if chance() < 0.1 else text

    def _sentence(self, size: int) -> list[str]:
        return [self._word() for _ in range(size)]

    def _word(self) -> str:
        if self._random.random() < 0.35:
            return self._random.choice(_LIGHT)
        rank = int(_FLAT * ((len(self._vocabulary) + _FLAT) / _FLAT) ** self._random.random())
        return self._vocabulary[rank - _FLAT]


def pages(found: list[Spoken], name: str) -> Iterator[Reading]:
    """The quotations on pages of four, quotations of one day together."""
    ordered = sorted(enumerate(found), key=lambda pair: (pair[1].published, pair[0]))
    shelf: list[tuple[int, Spoken]] = []
    for number, spoken in ordered:
        if shelf and (len(shelf) == _PER_PAGE or shelf[0][1].published != spoken.published):
            yield _page(shelf, name)
            shelf = []
        shelf.append((number, spoken))
    if shelf:
        yield _page(shelf, name)


def _page(shelf: list[tuple[int, Spoken]], name: str) -> Reading:
    text = ""
    quotations = []
    for number, spoken in shelf:
        start = len(text)
        text += spoken.words + ".\n"
        quotations.append(_quotation(f"q{number}", spoken, start))
    day = shelf[0][1].published.isoformat()
    page = f"{name}-{shelf[0][0]}"
    speakers = sorted({spoken.speaker for _, spoken in shelf if spoken.speaker})
    return Reading(
        page=PageInfo(id=page, source=page, language="fr", sha256=page, length=len(text)),
        blocks=(Block(start=0, end=len(text), label="body"),),
        metadata=Metadata(),
        published=Published(best=day, earliest=day, latest=day),
        actors=tuple(
            Actor(id=one, kind="person", name=one, states=(f"S{int(one[8:]) % 90:02d}",))
            for one in speakers
        ),
        quotations=tuple(quotations),
        text=text,
    )


def _quotation(id: str, spoken: Spoken, start: int) -> Quotation:
    end = start + len(spoken.words)
    return Quotation(
        id=id,
        start=start,
        end=end,
        text=spoken.words,
        kind="direct",
        parts=((start, end),),
        content_start=start,
        content_end=end,
        speaker=spoken.speaker,
        speaker_mention=None,
        cue=None,
        cue_text=None,
        said=spoken.said.isoformat() if spoken.said else None,
        confidence=0.9,
        because="made for a load",
    )


def quality(record: Record, found: list[Spoken], name: str) -> tuple[float, float]:
    """Pair recall and precision, counted over the quotations of this name."""
    truth: Counter[int] = Counter()
    given: Counter[str] = Counter()
    both: Counter[tuple[int, str]] = Counter()
    table = record.table("utterance_quotation")
    ids, clusters = table["quotation_id"].to_pylist(), table["utterance_id"].to_pylist()
    for id, cluster in zip(ids, clusters, strict=True):
        page, _, quotation = str(id).rpartition("/q")
        if page.rpartition("-")[0] == name:
            utterance = found[int(quotation)].utterance
            truth[utterance] += 1
            given[str(cluster)] += 1
            both[utterance, str(cluster)] += 1
    right = _pairs(both)
    return right / max(1, _pairs(truth)), right / max(1, _pairs(given))


def _pairs(counts: Counter[int] | Counter[str] | Counter[tuple[int, str]]) -> int:
    return sum(count * (count - 1) // 2 for count in counts.values())


def main(size: int) -> None:
    """Link a load, add a thousand, print what it took."""
    found = Load(1).quotations(size + 1000)
    with tempfile.TemporaryDirectory() as folder:
        record = Record.create(Path(folder) / "record")
        for some, name in ((found[:size], "load"), (found[size:], "more")):
            record.add(pages(some, name), "load", "load")
            start, busy = time.perf_counter(), time.process_time()
            linking.link(record)
            took, busy = time.perf_counter() - start, time.process_time() - busy
            recall, precision = quality(record, some, name)
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
            sys.stdout.write(
                f"{len(some)} quotations: {took:.1f} s ({busy:.1f} s busy), {memory:.2f} GB, "
                f"pair recall {recall:.4f}, precision {precision:.4f}\n"
            )


if __name__ == "__main__":
    main(int(sys.argv[1]))
