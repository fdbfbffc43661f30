"""The dictionary pass: every name that the knowledge base knows, found in one sweep of the text.

Names are compared in lower case without accents, hyphens as spaces, at word boundaries, longest
first; a hit must then be written with capitals where the name has them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from ahocorasick_rs import AhoCorasick

from detente.finding.people.spelling import FORMS, bare, plain
from detente.finding.people.vocabulary import Gender, Vocabulary
from detente.knowledge.base import Knowledge
from detente.knowledge.facts import State
from detente.languages.language import Language
from detente.memory import Kept

Kind = Literal["person", "surname", "state", "capital", "organ", "people"]


LINES = 2_048
"""Lines whose names are remembered: those of one page are asked for twice."""

_NONE = (0, 0)
"""Where no name ends, and none."""
_WORD = 30
"""Letters before a name within which the word before it begins."""


class Sense(NamedTuple):
    """One thing a name may stand for."""

    kind: Kind
    id: str


class Hit(NamedTuple):
    """A known name at a place of a passage, with everything it may stand for, and as what kinds."""

    start: int
    end: int
    senses: tuple[Sense, ...]
    kinds: frozenset[Kind]

    def ids(self, *kinds: Kind) -> tuple[str, ...]:
        """The ids it may stand for as one of these kinds."""
        if self.kinds.isdisjoint(kinds):
            return ()
        return tuple([s.id for s in self.senses if s.kind in kinds])


class Gazetteer:
    """All names of a knowledge base in one automaton, with adjectives and given names beside."""

    def __init__(self, knowledge: Knowledge, language: Language, vocabulary: Vocabulary) -> None:
        self.knowledge = knowledge
        self.language, self.tongue = language.code, language
        self.shared = vocabulary.tables.groups.shared
        self._determiners = vocabulary.tables.determiners
        self._pieces = vocabulary.pieces
        self.adjectives = _adjectives(knowledge, language.code)
        self.adjectives_in = Kept(self._adjectives_in, FORMS).__getitem__
        self._people = tuple(n for n in knowledge.names() if n.kind == "person")
        senses: dict[str, dict[Sense, None]] = {}
        inner: dict[str, bool] = {}
        swallowing = list(self._contracted())
        for surface, sense in (*self._surfaces(), *swallowing):
            key = _flat(surface)
            senses.setdefault(key, {})[sense] = None
            inner[key] = inner.get(key, True) and _has_inner_capital(surface)
        self._patterns = tuple(key for key in senses if len(key) > 1)
        self._senses = tuple(tuple(senses[key]) for key in self._patterns)
        self._kinds = tuple(frozenset(s.kind for s in known) for known in self._senses)
        self._inner = tuple(inner[key] for key in self._patterns)
        swallowed = {_flat(surface) for surface, _ in swallowing}
        self._swallowed = frozenset(n for n, key in enumerate(self._patterns) if key in swallowed)
        self._of = vocabulary.tables.prepositions.of
        self._automaton = AhoCorasick(list(self._patterns))
        self.given = _given(knowledge, language.code, vocabulary)
        self._middles: dict[str, set[str]] = {}
        self.by_ends = self._by_ends()
        self._by_first: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        self.hits = lru_cache(LINES)(self._hits)
        """The known names of a passage by where they start: at each place the longest, and none
        that begins inside a longer one."""

    def _surfaces(self) -> Iterator[tuple[str, Sense]]:
        code, knowledge = self.language, self.knowledge
        for name in self._people:
            if " " in name.surface:
                yield name.surface, Sense("person", name.id)
        for name in knowledge.surnames():
            if " " in name.surface or "-" in name.surface:
                yield name.surface, Sense("surname", name.id)
        for state in knowledge.states:
            for surface in (state.names.get(code, ""), *state.aliases.get(code, ())):
                yield surface, Sense("state", state.id)
            for surface in state.capitals.get(code, ()):
                yield surface, Sense("capital", state.id)
        for organ in knowledge.organs:
            own = (organ.names.get(code, ""), *organ.aliases.get(code, ()))
            others = (*organ.names.values(), *(a for v in organ.aliases.values() for a in v))
            for surface in own:
                if " " in surface or surface[:1].isupper():
                    yield surface, Sense("organ", organ.id)
            for surface in others:
                if " " in surface:
                    yield surface, Sense("organ", organ.id)

    def _contracted(self) -> Iterator[tuple[str, Sense]]:
        """Names of bodies that begin with an article, as a preposition swallows it: "au Figaro"."""
        for organ in self.knowledge.organs:
            for name in (organ.names.get(self.language, ""), *organ.aliases.get(self.language, ())):
                article, _, rest = name.partition(" ")
                if article[:1].isupper() and article.lower() in self._determiners.definite:
                    for word in sorted(self._determiners.contracted):
                        yield f"{word} {rest}", Sense("organ", organ.id)

    def _by_ends(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """People by first and last word of a full name: "Recep Erdogan" of "Recep Tayyip ..."."""
        found: dict[tuple[str, str], dict[str, None]] = {}
        for name in self._people:
            words = _flat(name.surface).split()
            if len(words) > 1:
                found.setdefault((words[0], words[-1]), {})[name.id] = None
                self._middles.setdefault(name.id, set()).add(_initials(words))
        return {ends: tuple(ids) for ends, ids in found.items()}

    def by_first(self, first: str) -> Sequence[tuple[str, tuple[str, ...]]]:
        """The people of a first name, by the last word of their names."""
        if not self._by_first:
            for (given, last), ids in self.by_ends.items():
                self._by_first.setdefault(given, []).append((last, ids))
        return self._by_first.get(first, ())

    def _hits(self, text: str) -> Mapping[int, Hit]:
        flat = _flat(text)
        if len(flat) != len(text):
            flat = "".join(map(_flat_letter, text))
        best: dict[int, tuple[int, int]] = {}
        for index, start, end in self._automaton.find_matches_as_indexes(flat, overlapping=True):
            if end <= best.get(start, _NONE)[0] or not _is_apart(flat, start, end):
                continue
            if _is_written(text[start:end], self._senses[index], inner=self._inner[index]):
                best[start] = (end, index)
        found, at = {}, 0
        for start in sorted(best):
            end, index = best[start]
            swallowed = index in self._swallowed
            if start < at or (swallowed and self._is_inside(flat, text, start)):
                continue
            first = flat.index(" ", start) + 1 if swallowed else start
            found[first] = Hit(first, end, self._senses[index], self._kinds[index])
            at = end
        return found

    def ending(self, name: str) -> tuple[str, ...]:
        """People whose name begins and ends as a plain one does, with no other word between:
        "Recep Erdogan", but "Kim Jong-nam" is not "Kim Yong-nam"."""
        words = _flat(name).split()
        between = _initials(words)
        known = self.by_ends.get((words[0], words[-1]), ())
        return tuple(id for id in known if _may_be(between, self._middles[id]))

    def _is_inside(self, flat: str, text: str, start: int) -> bool:
        """Whether a contracted name is the rest of another: "la Coupe du Monde"."""
        before = text[max(0, start - _WORD) : start].split()[-1:]
        hangs = flat[start : flat.index(" ", start)] in self._of
        return hangs and bool(before) and before[0][:1].isupper()

    def _adjectives_in(self, joint: str) -> tuple[str, ...]:
        """The adjectives of states, plain, in what stands between two spaces."""
        words = [form.plain for _, _, form in self._pieces(joint)]
        return tuple([word for word in words if word in self.adjectives])

    def states_of(self, adjective: str) -> tuple[str, ...]:
        """States of which a plain word is the adjective."""
        return self.adjectives.get(adjective, ())

    def state_of(self, adjective: str) -> str | None:
        """The one state of today of which a plain word is the adjective, if no other shares it."""
        known = (self.knowledge.state(id) for id in self.states_of(adjective))
        today = [state.id for state in known if state is not None and not _is_past(state)]
        return today[0] if len(today) == 1 else None


def _initials(words: list[str]) -> str:
    """The letters with which the words between the first and the last of a name begin."""
    return "".join(word[0] for word in words[1:-1])


def _may_be(between: str, known: set[str]) -> bool:
    return not between or any(not m or set(m) & set(between) for m in known)


def _is_apart(text: str, start: int, end: int) -> bool:
    if start and text[start - 1].isalnum():
        return False
    return end == len(text) or not text[end].isalnum()


def _has_inner_capital(words: str) -> bool:
    return any(w[:1].isupper() for w in words.replace("-", " ").replace("'", " ").split()[1:])


def _is_written(words: str, senses: tuple[Sense, ...], *, inner: bool) -> bool:
    """Whether the words have the capitals of a name; institutions of several words may lack the
    first one ("département d'Etat"), but not those inside that the name has ("le Monde")."""
    if inner and not _has_inner_capital(words):
        return False
    if words[0].isupper():
        return True
    if senses[0].kind in ("person", "surname"):
        return any(w[:1].isupper() for w in words.replace("-", " ").split())
    return senses[0].kind == "organ" and " " in words


def _flat(words: str) -> str:
    return bare(words).replace("-", " ").replace("’", "'")


@cache
def _flat_letter(letter: str) -> str:
    """One letter as it is compared, always one: pages have some hundred different ones."""
    return _flat(letter)[:1] or " "


def _adjectives(knowledge: Knowledge, code: str) -> dict[str, tuple[str, ...]]:
    """Adjectives of states, states of today first."""
    found: dict[str, dict[str, None]] = {}
    for state in sorted(knowledge.states, key=_is_past):
        for adjective in state.adjectives.get(code, ()):
            found.setdefault(plain(adjective), {})[state.id] = None
    return {word: tuple(ids) for word, ids in found.items()}


def _is_past(state: State) -> bool:
    return state.valid.latest is not None


def _given(knowledge: Knowledge, code: str, vocabulary: Vocabulary) -> dict[str, Gender | None]:
    """Given names with their gender: those of the language's list and of all people known."""
    counts: dict[str, dict[str, int]] = {}
    for person in knowledge.people:
        words = plain(person.name(code)).split()
        if len(words) > 1 and len(words[0]) > 2 and words[0].isalpha():
            genders = counts.setdefault(words[0], {"m": 0, "f": 0})
            if person.gender in genders:
                genders[person.gender] += 1
    given: dict[str, Gender | None] = {}
    for name, genders in counts.items():
        if name not in vocabulary.bodies:
            male, female = genders["m"], genders["f"]
            given[name] = "m" if male > 4 * female else "f" if female > 4 * male else None
    return given | vocabulary.given


_BUILT: dict[tuple[str, str], Gazetteer] = {}


def gazetteer(knowledge: Knowledge, language: Language, vocabulary: Vocabulary) -> Gazetteer:
    """The gazetteer of a knowledge base in a language; built once a process."""
    key = (knowledge.fingerprint, language.code)
    if key not in _BUILT:
        _BUILT.clear()
        _BUILT[key] = Gazetteer(knowledge, language, vocabulary)
    return _BUILT[key]
