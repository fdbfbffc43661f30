"""What the text is about at a point: the actors spoken of so far, and who a pronoun points to.

A pronoun takes, among the actors of its gender and number in the sentences before it, the one with
most weight: subjects before complements, near before far, persons before institutions. Words
inside quotation marks are another's discourse: a pronoun of the text never points into them, and
a pronoun inside them points within the same quotation or to nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from detente.finding.people.cast import Someone
from detente.finding.people.couples import PAIR, Couples
from detente.finding.people.recency import Recency
from detente.finding.people.spots import PronounSpot, Spot
from detente.finding.people.vocabulary import Gender

_BODIES = ("state", "organization")
VERB = 3
"""Words of a verb of saying with its adverb: "a encore ajouté"."""
WINDOW, ALL = 8, 999
"""Sentences that a pronoun looks back over, and who looks back over the page."""
SUBJECT, PERSON, SPEAKER, TOLD, FAR, LINE, BELOW = 2.5, 1.5, 1.0, 1.6, 1.0, 0.3, 1.0
"""Weights: a subject, a person, who speaks, the subject of "X a annoncé qu'il"; a sentence
between, a block between, a clause that somebody says."""
LEAST = -3.0
"""Weight below which a pronoun stays unresolved."""


@dataclass(slots=True)
class Seen:
    """One mention as the discourse goes on.

    ``form`` is the gender and number of its own words where they are not those of the actor (the
    administration of a state, a capital); ``agent`` marks who acts in a passive, ``row`` one of
    several named together, ``below`` a clause that somebody says.
    """

    someone: Someone
    spot: Spot
    subject: bool
    speaks: bool
    form: tuple[Gender | None, bool] | None = None
    agent: bool = False
    row: bool = False
    below: bool = False
    sentence: int = field(init=False)

    def __post_init__(self) -> None:
        self.sentence = self.spot.sentence

    @property
    def gender(self) -> Gender | None:
        """The gender that a pronoun for it has."""
        return self.form[0] if self.form else self.someone.gender

    @property
    def plural(self) -> bool:
        """The number that a pronoun for it has."""
        return self.form[1] if self.form else self.someone.plural


class Focus:
    """The mentions so far, newest last. ``rivals`` tells whether something that is no actor has
    become the subject between a mention and a pronoun."""

    def __init__(self, rivals: Callable[[Spot, PronounSpot], bool]) -> None:
        self.seen: list[Seen] = []
        self.last = Recency()
        self.known: dict[str, Seen] = {}
        self.couples = Couples()
        self.rivals = rivals

    def add(self, seen: Seen) -> None:
        """Note a mention."""
        self.seen.append(seen)
        self.last.note(seen.someone, seen.sentence)
        self.known.setdefault(seen.someone.id, seen)
        self.couples.note(seen.someone)

    def knew(self, seen: Seen) -> bool:
        """Whether the page had spoken of somebody before that mention."""
        return self.known[seen.someone.id] is not seen

    def back(self, spot: Spot, sentences: int = WINDOW) -> Iterator[Seen]:
        """Mentions before a spot, newest first, as far as the window goes."""
        first = spot.sentence - sentences
        for seen in reversed(self.seen):
            if seen.sentence < first:
                return
            yield seen

    def pronoun(self, spot: PronounSpot) -> Someone | None:
        """Whom a pronoun stands for, or None."""
        last = self.seen[-1] if self.seen and (spot.doubled or spot.asked) else None
        near = last is not None and last.spot.line is spot.line
        if last and spot.doubled and near and last.spot.stop == spot.first:
            return last.someone if _agrees(last, spot) else None
        if spot.asked:
            beside = last and near and last.spot.stop >= spot.first - 2
            return last.someone if last and beside and _agrees(last, spot) else None
        candidates = self._candidates(spot)
        if not candidates:
            return None
        if spot.nearest:
            return None if self.rivals(candidates[0].spot, spot) else candidates[0].someone
        weights = [self._weight(seen, spot) for seen in candidates]
        best = candidates[weights.index(max(weights))]
        if max(weights) <= LEAST or (not spot.hung and self.rivals(best.spot, spot)):
            return None
        return best.someone

    def _candidates(self, spot: PronounSpot) -> list[Seen]:
        """The mentions that a pronoun may point to, newest first."""
        agreeing = [s for s in self.back(spot) if _agrees(s, spot) and _reaches(s, spot)]
        candidates = [s for s in agreeing if _is_free(s, spot) and _is_whole(s, spot)]
        people = [s for s in agreeing if s.someone.kind == "person"]
        inner = spot.clause or spot.relative
        alone = len({s.someone.id for s in people}) == 1 and not inner
        if not candidates and alone:
            candidates = people
        if not agreeing and not inner and (spot.gender, spot.plural) == ("f", False):
            candidates = self._untold(spot)
        if spot.clause:
            return _only_one(candidates, spot)
        beside = _right_before(people, spot)
        if beside and not any(s.subject for s in beside):
            return beside if len({s.someone.id for s in beside}) == 1 else []
        return candidates

    def _untold(self, spot: PronounSpot) -> list[Seen]:
        """The one person of the sentence before, if its subject, whose gender nothing tells: "Xue
        Lindo est venue. Elle …"."""
        before = [s for s in self.back(spot, 1) if s.someone.kind == "person"]
        alone = len({s.someone.id for s in before}) == 1
        return [s for s in before[:1] if alone and s.subject and s.gender is None and not s.plural]

    def _weight(self, seen: Seen, spot: PronounSpot) -> float:
        weight = -FAR * _distance(seen, spot)
        weight -= LINE * (spot.line.number - seen.spot.line.number)
        weight += SUBJECT * (seen.subject or (seen.agent and seen.sentence == spot.sentence))
        weight += PERSON * _is_human(seen.someone)
        weight -= BELOW * (seen.below and seen.sentence < spot.sentence)
        weight += TOLD * (spot.told and seen.subject and seen.sentence == spot.sentence)
        if spot.hung or spot.strong:
            weight += SPEAKER * seen.speaks
        return weight

    def subject(self, spot: Spot, *, far: bool = False) -> Someone | None:
        """The person or state whose "son" a possessive before ``spot`` is: the subject of its
        sentence (of several the last, or the first if ``far``, in an incise), else the last person
        in it, else (if it opens its sentence, or ``far``) the last subject, a person before a
        body."""
        near = [s for s in self.back(spot, 2) if not s.someone.nameless]
        opens = far or _begins(spot)
        if spot.quoted:
            near = [s for s in near if s.spot.quoted and s.sentence == spot.sentence]
        here = [s for s in near if s.sentence == spot.sentence and s.spot.quoted == spot.quoted]
        told = [s for s in near if s.subject and s.spot.quoted == spot.quoted]
        leads = [s for s in here if s.subject and s.someone.kind != "place"]
        for chosen in (
            leads[::-1] if far else leads,
            [s for s in here if s.someone.kind == "person"],
            [s for s in told if s.someone.kind == "person" and opens],
            [s for s in here if s.someone.kind in _BODIES],
            [s for s in told if s.someone.kind in _BODIES and far],
        ):
            if chosen:
                return chosen[0].someone
        return None

    def latest(self, spot: Spot, fits: Callable[[Someone], bool], sentences: int) -> Someone | None:
        """The actor last spoken of that ``fits``."""
        return next(filter(fits, self.last.since(spot.sentence - sentences)), None)

    def newest(self, spot: Spot, among: Sequence[Someone]) -> Someone | None:
        """The one of a few who was last spoken of; of those in one sentence before this one, its
        subject, if that is the first person in it: "X a reçu Y. Le président …"."""
        chosen = self.last.newest(among, spot.sentence - ALL)
        at = self.last.sentence(chosen) if chosen is not None else spot.sentence
        if not 0 < spot.sentence - at <= WINDOW:
            return chosen
        there = [s for s in self.back(spot, spot.sentence - at) if s.sentence == at]
        first = next((s for s in reversed(there) if s.someone.kind == "person"), None)
        leads = first is not None and first.subject and first.someone in among
        return first.someone if first is not None and leads else chosen

    def last_two(self, spot: Spot, fits: Callable[[Someone], bool]) -> tuple[Someone, ...]:
        """The last two distinct actors that fit, in order of the text; fewer if there are not."""
        found: dict[str, Someone] = {}
        for someone in self.last.since(spot.sentence - ALL):
            two = len(someone.members) == PAIR
            for part in someone.members if two else (someone,):
                if fits(part):
                    found.setdefault(part.id, part)
            if len(found) >= 2:
                break
        return tuple(reversed(tuple(found.values())[:2]))


def _begins(spot: Spot) -> bool:
    """Whether nothing but a verb stands before it in its sentence, words inside marks aside."""
    line, first = spot.line, spot.first
    while first > 0 and line.sentences[first - 1] == spot.sentence:
        first -= 1
    before = [k for k in range(first, spot.first) if line.words[k].spoken]
    told = [k for k in before if not line.quoted[k]]
    return not told or (len(told) < len(before) and len(told) <= VERB)


def _is_human(someone: Someone) -> bool:
    return someone.kind == "person" or (
        bool(someone.members) and all(m.kind == "person" for m in someone.members)
    )


def _agrees(seen: Seen, spot: PronounSpot) -> bool:
    someone = seen.someone
    if someone.kind == "place" or seen.plural != spot.plural:
        return False
    if spot.plural and spot.gender == "m":
        return True
    thing = someone.kind != "person" and not (spot.nearest and spot.plural)
    unknown = seen.gender is None and (spot.gender == "m" or spot.hung or thing)
    return unknown or seen.gender == spot.gender


def _is_whole(seen: Seen, spot: PronounSpot) -> bool:
    """Whether a pronoun of one leaves nobody out who is named together with that one, and one of
    several who speak stands for those who act together, not for the two of a complement."""
    if spot.hung and spot.plural and seen.someone.members:
        return seen.subject or seen.speaks
    return not seen.row or spot.plural or spot.hung or spot.strong or spot.nearest


def _distance(seen: Seen, spot: PronounSpot) -> int:
    """Sentences between a mention and a pronoun; for one that hangs on a verb of saying, without
    those inside the marks before it."""
    far, line = spot.sentence - seen.sentence, spot.line
    if not spot.hung or far < PAIR or seen.spot.line is not line:
        return far
    between = range(seen.spot.stop, spot.first)
    told = {line.sentences[k] for k in between if line.words[k].spoken and not line.quoted[k]}
    return len((told | {spot.sentence}) - {seen.sentence})


def _is_free(seen: Seen, spot: PronounSpot) -> bool:
    """Whether nothing in the sentence bars a pronoun from a mention: a relative clause keeps within
    it, a strong pronoun is not the subject of its own clause, and an institution must be near and
    prominent, for "il" is more often a thing that the text has named since."""
    same = seen.sentence == spot.sentence
    if (spot.relative or spot.clause) and not same:
        return False
    if spot.strong and not (spot.doubled or spot.tied) and same and seen.subject:
        line, between = spot.line, slice(seen.spot.stop, spot.first)
        if "," not in line.lows[between] and (not spot.quoted) not in line.quoted[between]:
            return False
    far = _distance(seen, spot)
    if spot.tied and not spot.doubled:
        return seen.subject and same
    if spot.nearest or spot.hung or spot.strong:
        return seen.someone.kind in ("person", "group") or spot.nearest or far <= 1
    thing = seen.someone.kind not in ("person", "group")
    apart = seen.spot.line is not spot.line
    near = (seen.agent and same) or (spot.plural and _is_human(seen.someone) and far <= 1)
    return near or (seen.subject and far <= (1 if thing or apart else 2))


def _only_one(candidates: list[Seen], spot: PronounSpot) -> list[Seen]:
    """Of those in the sentence of a pronoun in a clause of its own, the one person, or the one at
    all; nobody if two compete: "X a renvoyé Y alors qu'il ..."."""
    here = [s for s in candidates if s.sentence == spot.sentence]
    people = [s for s in here if _is_human(s.someone)]
    if len({s.someone.id for s in people}) == 1:
        return people
    return candidates if len({s.someone.id for s in here}) <= 1 else []


def _right_before(people: list[Seen], spot: PronounSpot) -> list[Seen]:
    """The persons in the sentence before a pronoun that opens its own; nobody for other pronouns,
    nor for one that speaks on."""
    plain = not (spot.hung or spot.strong or spot.nearest or spot.clause or spot.relative)
    if not plain or spot.told or spot.speaks or spot.plural or not spot.line.opens(spot.first):
        return []
    return [s for s in people if s.sentence == spot.sentence - 1 and s.spot.line is spot.line]


def _reaches(seen: Seen, spot: PronounSpot) -> bool:
    """Whether a pronoun may point to that mention: both outside marks, or in one quotation."""
    if not spot.quoted:
        return not seen.spot.quoted
    return seen.spot.quoted and seen.spot.line is spot.line and _same_marks(seen.spot, spot)


def _same_marks(earlier: Spot, later: Spot) -> bool:
    """Whether no word outside marks stands between two quoted spots of a line."""
    return all(later.line.quoted[earlier.first : later.first])
