"""What a mention calls to mind: a deed of known days that the press looks back on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from detente.days import Interval, iso
from detente.finding.events.codes import code
from detente.finding.events.drafts import Draft
from detente.finding.events.evidence import DEFAULT, EARLIER
from detente.finding.events.scene import Scene
from detente.finding.ground import Ground
from detente.knowledge.landmarks import Landmark, Way, landmarks
from detente.records import When
from detente.text import fold, folded_words

ANY = "*"
"""What ends a word that may go on in any way."""

STEM = 3
"""Letters of the shortest word that may go on in any way."""

LONGEST = 5
"""Words of the longest phrase that is looked for."""

BRIEF = frozenset({"military", "release", "expulsion"})
"""Kinds of deeds of a moment, which the press tells anew with an indefinite article."""

ALONE = frozenset({"withdrawal", "military"})
"""Kinds of deeds that are of who does them: another who does the like does another."""

LEAVING = "withdrawal"

MEETINGS = frozenset({"meeting", "summit", "talks"})
"""Kinds of which a word may stand for the other."""

BETWEEN_TWO = frozenset({"meeting", "summit", "talks", "agreement", "ceasefire"})
"""Kinds of deeds that are known by who did them in a month."""

MONTH = 31
"""Days beyond which a landmark is a row of encounters."""

LONG_AGO = 365
"""Days after which what the words tell is not taken for news."""

NOTHING: frozenset[str] = frozenset()


class _Said(NamedTuple):
    """How well the words tell a deed: those in its sentence, all of them, the later deed first."""

    here: int
    all: int
    day: str


class Memory:
    """Looks up the landmarks that the sentences of one page call to mind."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._known = _by_kind(ground.language.code)
        self._places = _by_part(ground.language.code)
        self._begun = _begun(ground.language.code)
        self._read: dict[int, frozenset[str]] = {}
        titles = (n for n, s in enumerate(ground.sentences) if s.passage.label == "title")
        self._titles = NOTHING.union(*map(self._words, titles))

    def of(self, draft: Draft, days: Interval, dated: bool) -> Landmark | None:
        """The landmark, of ``days``, that the words around a mention and its parties point to; a
        process ("le dialogue") is none. The sentence before and the title help where the page
        tells a month or a year (``dated``), or the mention looks back on what it spoke of; part of
        the words stand in the sentence."""
        here = self._words(draft.scene.number)
        lasting = _family(draft.kind) in MEETINGS and draft.trigger.lasting
        if lasting or not (here or dated):
            return None
        states = frozenset([p.state for p in draft.company.participants if p.state is not None])
        back = looks_back(draft) and (draft.this or states)
        around = self._around(draft.scene) if dated or back else NOTHING
        known = here | around
        best: tuple[tuple[bool, _Said], Landmark] | None = None
        within = dated and (days.days or LONG_AGO) <= MONTH
        for landmark, ways in self._called(draft.kind, known):
            said = _said(landmark, ways, here, known)
            if said is None or not (dated or said.here) or not _is_alike(landmark, draft):
                continue
            if landmark.when & days != landmark.when or not _may_be(landmark, states):
                continue
            if _is_several(draft) is not _spans_several(landmark, draft.kind):
                continue
            named = bool(states & landmark.by or not landmark.by)
            sure = said.here > 1 and not (states and draft.kind in ALONE)
            sure = sure or (within and not states)
            rank = states <= landmark.by, said
            if (named or sure) and (best is None or rank > best[0]):
                best = rank, landmark
        if best is None and dated:
            return self._between(draft.kind, days, states)
        return best[1] if best is not None else None

    def _called(self, kind: str, known: frozenset[str]) -> list[tuple[Landmark, tuple[Way, ...]]]:
        """The landmarks of a kind that one of the parts may call to mind, in order."""
        places = self._places.get(_family(kind), {})
        near = {place for part in known if part in places for place in places[part]}
        return [self._known[_family(kind)][place] for place in sorted(near)]

    def _between(self, kind: str, days: Interval, states: frozenset[str]) -> Landmark | None:
        """The one deed of a month that just these states are on record for together."""
        if kind not in BETWEEN_TWO or len(states) < 2 or (days.days or LONG_AGO) > MONTH:
            return None
        found = [
            landmark
            for landmark, _ in self._known.get(_family(kind), ())
            if landmark.by == states and landmark.when & days == landmark.when
        ]
        return found[0] if len(found) == 1 else None

    def _around(self, scene: Scene) -> frozenset[str]:
        before = scene.number - 1
        sentences = self._ground.sentences
        near = before >= 0 and sentences[before].passage is scene.sentence.passage
        return (self._words(before) | self._titles) if near else self._titles

    def _words(self, number: int) -> frozenset[str]:
        """Of what the ways to call a landmark to mind are made of, what stands in a sentence."""
        if number not in self._read:
            words = folded_words(self._ground.sentences[number].text)
            self._read[number] = frozenset(
                part
                for i, word in enumerate(words)
                if word in self._begun or word[:STEM] in self._begun
                for key in (word, word[:STEM])
                for part in self._begun.get(key, ())
                if _stands(part, words, i)
            )
        return self._read[number]


def is_real(draft: Draft) -> bool:
    """Whether a mention is of an encounter or a measure that came about and is not said to last."""
    evidence = draft.evidence
    lasts = evidence.status == "ongoing" and evidence.strength > DEFAULT
    real = evidence.status in ("held", "ongoing") and not lasts
    return real and code(draft.kind).group != "verbal"


def looks_back(draft: Draft) -> bool:
    """Whether a mention may be of a deed of the past: it is real, and told as known, not as what
    the page is there to tell."""
    evidence, kind = draft.evidence, draft.kind
    if not is_real(draft):
        return False
    if draft.trigger.sort == "noun":
        known = draft.definite or _is_contracted(draft.scene, draft.trigger.i)
        known = known or _is_several(draft) or _is_within(draft.scene, draft.trigger.i)
        return known or kind in BRIEF or evidence.because == EARLIER
    return evidence.because == EARLIER or _is_told_by_the_way(draft.scene, draft.trigger.i)


def _is_several(draft: Draft) -> bool:
    """Whether several encounters are counted: "trois sommets"."""
    counted = code(draft.kind).group == "encounter" and draft.trigger.sort == "noun"
    return counted and bool(draft.scene.parse.kids(draft.trigger.i, "nummod"))


def _spans_several(landmark: Landmark, kind: str) -> bool:
    """Whether a landmark is a row of encounters, not one."""
    return code(kind).group == "encounter" and (landmark.when.days or 0) > MONTH


def _is_contracted(scene: Scene, i: int) -> bool:
    """Whether a preposition holds the article: "l'anniversaire du sommet"."""
    return any("Definite=Def" in t.morph for t in scene.parse.kids(i, "case"))


def _is_told_by_the_way(scene: Scene, i: int) -> bool:
    """Whether a verb is no statement of its own: a participle, an infinitive, a clause within."""
    token = scene.parse.tokens[i]
    around = (token, *scene.parse.kids(i, "aux", "cop"))
    said = any("VerbForm=Fin" in t.morph for t in around)
    conceded = any("Mood=Sub" in t.morph for t in around)
    return not said or conceded or token.dep in ("acl", "acl:relcl", "advcl")


def _is_within(scene: Scene, i: int) -> bool:
    """Whether a noun is the object of the verb of a relative clause: "qui ont conclu un traité"."""
    token = scene.parse.tokens[i]
    return token.dep == "obj" and scene.parse.tokens[token.head].dep == "acl:relcl"


def _is_alike(landmark: Landmark, draft: Draft) -> bool:
    """Whether a landmark is of the variant of its kind that a mention tells: who pulls out forces
    leaves no treaty."""
    variant = draft.trigger.variant
    return draft.kind != LEAVING or not variant or variant == landmark.variant


def _may_be(landmark: Landmark, parties: frozenset[str]) -> bool:
    """Whether no party is a stranger to it."""
    known = landmark.by | landmark.beside
    return not known or parties <= known


def _said(
    landmark: Landmark, ways: tuple[Way, ...], here: frozenset[str], known: frozenset[str]
) -> _Said | None:
    """How well the words of a sentence, and those ``known`` with the words around it, tell a
    landmark; None if they do not."""
    told = [way for way in ways if known.issuperset(way)]
    if not told:
        return None
    day = iso(landmark.when.earliest) or ""
    return max(_Said(_size(p for p in way if p in here), _size(way), day) for way in told)


def _size(parts: Iterable[str]) -> int:
    return sum(len(part.split()) for part in parts)


def _family(kind: str) -> str:
    return "meeting" if kind in MEETINGS else kind


@cache
def _by_kind(language: str) -> dict[str, list[tuple[Landmark, tuple[Way, ...]]]]:
    """Landmarks by kind, with the folded words of a language that call them to mind, way by way."""
    found: dict[str, list[tuple[Landmark, tuple[Way, ...]]]] = defaultdict(list)
    for landmark in landmarks():
        ways = tuple(tuple(map(_part, way)) for way in landmark.ways.get(language, ()))
        found[_family(landmark.kind)].append((landmark, ways))
    return dict(found)


@cache
def _by_part(language: str) -> dict[str, dict[str, list[int]]]:
    """By kind and by each part of their ways, which of the landmarks that may call to mind."""
    found: dict[str, dict[str, list[int]]] = {}
    for kind, known in _by_kind(language).items():
        places: dict[str, list[int]] = defaultdict(list)
        for place, (_, ways) in enumerate(known):
            for part in frozenset[str]().union(*ways):
                places[part].append(place)
        found[kind] = dict(places)
    return found


@cache
def _begun(language: str) -> dict[str, list[str]]:
    """The parts of all ways, by their first word, or by the stem of the one they may begin."""
    known = {part for places in _by_part(language).values() for part in places}
    found: dict[str, list[str]] = defaultdict(list)
    for part in sorted(known):
        found[part[:STEM] if part.endswith(ANY) else part.partition(" ")[0]].append(part)
    return dict(found)


def _stands(part: str, words: Sequence[str], at: int) -> bool:
    """Whether a part stands at a word: begun by it, or word by word, if there are not too many."""
    if part.endswith(ANY):
        return len(part) > STEM and words[at].startswith(part[: -len(ANY)])
    wanted = tuple(part.split())
    return len(wanted) <= LONGEST and words[at : at + len(wanted)] == wanted


def _part(words: str) -> str:
    return fold(words.rstrip(ANY)) + (ANY if words.endswith(ANY) else "")


def days_of(landmark: Landmark) -> When:
    """The days of a landmark as a time."""
    days = landmark.when
    first, last = iso(days.earliest), iso(days.latest)
    return When(value=first if first == last else f"{first}/{last}", earliest=first, latest=last)
