"""What the text is about at a point: the actors spoken of so far, and who a pronoun points to.

A pronoun takes, among the actors of its gender and number in the sentences before it, the one with
most weight: subjects before complements, near before far, persons before institutions. Words
inside quotation marks are another's discourse: a pronoun of the text never points into them, and
a pronoun inside them points within the same quotation or to nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from detente.finding.people.cast import Someone
from detente.finding.people.spots import PronounSpot, Spot

WINDOW = 8
"""Sentences that a pronoun looks back over."""
SUBJECT, PERSON, SPEAKER, TOLD, FAR, LINE, BELOW = 2.5, 1.5, 1.0, 1.6, 1.0, 0.3, 1.0
"""Weights: a subject, a person, who speaks, the subject of "X a annoncé qu'il"; a sentence
between, a block between, a clause that somebody says."""
LEAST = -3.0
"""Weight below which a pronoun stays unresolved."""


@dataclass(slots=True)
class Seen:
    """One mention as the discourse goes on; ``city`` where a capital stands for its state, whose
    gender it need not share, ``row`` for one of several named together, ``below`` in a clause that
    somebody says."""

    someone: Someone
    spot: Spot
    subject: bool
    speaks: bool
    city: bool = False
    row: bool = False
    below: bool = False

    @property
    def sentence(self) -> int:
        """The sentence of the mention."""
        return self.spot.sentence


class Focus:
    """The mentions so far, newest last. ``rivals`` tells whether something that is no actor has
    become the subject between a mention and a pronoun."""

    def __init__(self, rivals: Callable[[Spot, PronounSpot], bool]) -> None:
        self.seen: list[Seen] = []
        self.known: dict[str, Seen] = {}
        self.rivals = rivals

    def add(self, seen: Seen) -> None:
        """Note a mention."""
        self.seen.append(seen)
        self.known.setdefault(seen.someone.id, seen)

    def knew(self, seen: Seen) -> bool:
        """Whether the page had spoken of somebody before that mention."""
        return self.known[seen.someone.id] is not seen

    def back(self, spot: Spot, sentences: int = WINDOW) -> Iterator[Seen]:
        """Mentions before a spot, newest first, as far as the window goes."""
        for seen in reversed(self.seen):
            if spot.sentence - seen.sentence > sentences:
                return
            yield seen

    def pronoun(self, spot: PronounSpot) -> Someone | None:
        """Whom a pronoun stands for, or None."""
        last = self.seen[-1] if self.seen and spot.doubled else None
        if last and last.spot.line is spot.line and last.spot.stop == spot.first:
            return last.someone if _agrees(last, spot) else None
        if spot.asked:
            beside = self.seen[-1] if self.seen else None
            near = beside and beside.spot.line is spot.line and beside.spot.stop >= spot.first - 2
            return beside.someone if beside and near and _agrees(beside, spot) else None
        agreeing = [s for s in self.back(spot) if _agrees(s, spot) and _reaches(s, spot)]
        candidates = [s for s in agreeing if _is_free(s, spot) and _is_alone(s, spot)]
        people = [s for s in agreeing if s.someone.kind == "person"]
        alone = len({s.someone.id for s in people}) == 1 and not (spot.clause or spot.relative)
        if not candidates and alone:
            candidates = people
        if not candidates or (spot.clause and _are_two(candidates, spot)):
            return None
        if spot.nearest:
            return None if self.rivals(candidates[0].spot, spot) else candidates[0].someone
        best = max(candidates, key=lambda s: self._weight(s, spot))
        if self._weight(best, spot) <= LEAST or (not spot.hung and self.rivals(best.spot, spot)):
            return None
        return best.someone

    def _weight(self, seen: Seen, spot: PronounSpot) -> float:
        weight = -FAR * (spot.sentence - seen.sentence)
        weight -= LINE * (spot.line.number - seen.spot.line.number)
        weight += SUBJECT * seen.subject
        weight += PERSON * _is_human(seen.someone)
        weight -= BELOW * (seen.below and seen.sentence < spot.sentence)
        weight += TOLD * (spot.told and seen.subject and seen.sentence == spot.sentence)
        if spot.hung or spot.strong:
            weight += SPEAKER * seen.speaks
        return weight

    def subject(self, spot: Spot, *, far: bool = False) -> Someone | None:
        """The person or state whose "son" a possessive before ``spot`` is: the subject of its
        sentence, else the last person in it, else (if it opens its sentence, or ``far``) the last
        subject."""
        near = [s for s in self.back(spot, 2) if not s.someone.nameless]
        opens = far or spot.line.opens(spot.first)
        if spot.quoted:
            near = [s for s in near if s.spot.quoted and s.sentence == spot.sentence]
        here = [s for s in near if s.sentence == spot.sentence and s.spot.quoted == spot.quoted]
        for chosen in (
            [s for s in here if s.subject and s.someone.kind != "place"],
            [s for s in here if s.someone.kind == "person"],
            [s for s in near if s.subject and s.someone.kind == "person" and opens],
            [s for s in here if s.someone.kind in ("state", "organization")],
        ):
            if chosen:
                return chosen[0].someone
        return None

    def latest(
        self, spot: Spot, fits: Callable[[Someone], bool], sentences: int = 999
    ) -> Someone | None:
        """The actor last spoken of that ``fits``."""
        return next((s.someone for s in self.back(spot, sentences) if fits(s.someone)), None)

    def last_two(self, spot: Spot, fits: Callable[[Someone], bool]) -> tuple[Someone, ...]:
        """The last two distinct actors that fit, in order of the text; fewer if there are not."""
        found: dict[str, Someone] = {}
        for seen in self.back(spot, 999):
            members = seen.someone.members
            parts = members if len(members) == 2 else (seen.someone,)
            for someone in parts:
                if fits(someone):
                    found.setdefault(someone.id, someone)
            if len(found) >= 2:
                break
        return tuple(reversed(tuple(found.values())[:2]))


def _is_human(someone: Someone) -> bool:
    return someone.kind == "person" or (
        bool(someone.members) and all(m.kind == "person" for m in someone.members)
    )


def _agrees(seen: Seen, spot: PronounSpot) -> bool:
    someone = seen.someone
    if seen.city and spot.gender == "m" and not spot.plural:
        return True
    if someone.kind == "place" or someone.plural != spot.plural:
        return False
    if spot.plural and spot.gender == "m":
        return True
    unknown = someone.gender is None and (
        spot.gender == "m" or spot.hung or someone.kind != "person"
    )
    return unknown or someone.gender == spot.gender


def _is_alone(seen: Seen, spot: PronounSpot) -> bool:
    """Whether a pronoun of one may leave out the others named together with that one."""
    return not seen.row or spot.plural or spot.hung or spot.strong or spot.nearest


def _is_free(seen: Seen, spot: PronounSpot) -> bool:
    """Whether nothing in the sentence bars a pronoun from a mention: a relative clause keeps within
    it, a strong pronoun is not the subject of its own clause, and an institution must be near and
    prominent, for "il" is more often a thing that the text has named since."""
    same = seen.sentence == spot.sentence
    if (spot.relative or spot.clause) and not same:
        return False
    if spot.strong and not (spot.doubled or spot.tied) and same and seen.subject:
        between = spot.line.words[seen.spot.stop : spot.first]
        if not any(w.text == "," or w.quoted != spot.quoted for w in between):
            return False
    far = spot.sentence - seen.sentence
    if spot.tied and not spot.doubled:
        return seen.subject and same
    if spot.nearest or spot.hung or spot.strong:
        return seen.someone.kind in ("person", "group") or spot.nearest or far <= 1
    thing = seen.someone.kind not in ("person", "group")
    apart = seen.spot.line is not spot.line
    if spot.plural and _is_human(seen.someone) and far <= 1:
        return True
    return seen.subject and far <= (1 if thing or apart else 2)


def _are_two(candidates: list[Seen], spot: PronounSpot) -> bool:
    """Whether two persons of the same sentence compete for a pronoun in a clause of its own:
    "X a renvoyé Y alors qu'il ..."."""
    here = {s.someone.id for s in candidates if s.sentence == spot.sentence}
    return len(here) > 1


def _reaches(seen: Seen, spot: PronounSpot) -> bool:
    """Whether a pronoun may point to that mention: both outside marks, or in one quotation."""
    if not spot.quoted:
        return not seen.spot.quoted
    return seen.spot.quoted and seen.spot.line is spot.line and _same_marks(seen.spot, spot)


def _same_marks(earlier: Spot, later: Spot) -> bool:
    """Whether no word outside marks stands between two quoted spots of a line."""
    words = later.line.words
    return all(words[i].quoted for i in range(earlier.first, later.first))
