"""The words of ``statuses.toml`` and ``dating.toml``: how real an event is, and on which day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.languages.statuses import Dating, Statuses
from detente.text import fold


class Phrases:
    """Phrases as folded words, the longest first."""

    def __init__(self, phrases: Iterable[tuple[str, ...]]) -> None:
        self._all = tuple(phrases)
        self._known = frozenset(self._all)
        lengths: dict[str, set[int]] = {}
        for phrase in self._all:
            lengths.setdefault(phrase[-1], set()).add(len(phrase))
        self._lengths = {word: sorted(some, reverse=True) for word, some in lengths.items()}
        self.openers = frozenset(phrase[0] for phrase in self._all)
        self.lasts = frozenset(lengths)
        """The words that they begin and end with."""

    def before(self, words: tuple[str, ...], end: int) -> int:
        """How many of the words straight before a place are one of the phrases, at most; 0 for
        none."""
        for length in self._lengths.get(words[end - 1], ()) if end else ():
            if length <= end and words[end - length : end] in self._known:
                return length
        return 0

    def close(self, words: tuple[str, ...]) -> bool:
        """Whether words end with one of the phrases."""
        return self.before(words, len(words)) > 0

    def near(self, words: tuple[str, ...], stop: int, gap: int) -> int | None:
        """Where the nearest of the phrases ends that stand before a place, at most ``gap`` words
        away."""
        for end in range(stop, max(0, stop - gap - 1), -1):
            if words[end - 1] in self.lasts and self.before(words, end):
                return end
        return None

    def stand_in(self, words: tuple[str, ...]) -> bool:
        """Whether one of the phrases stands among words."""
        if self.lasts.isdisjoint(words):
            return False
        ends = [n for n, word in enumerate(words, 1) if word in self.lasts]
        return any(self.before(words, end) for end in ends)

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return iter(self._all)

    def __add__(self, others: Iterable[tuple[str, ...]]) -> Phrases:
        return Phrases((*self._all, *others))


class StatusWords:
    """The words of ``statuses.toml`` as sets of folded lemmas."""

    def __init__(self, table: Statuses, contractions: dict[str, str]) -> None:
        self.governors = {fold(w): s for s, words in table.governors.items() for w in words}
        self.modifiers = {fold(w): s for s, words in table.modifiers.items() for w in words}
        self.occurrence = folded(table.occurrence)
        self.inceptive = folded(table.inceptive)
        self.copulas = folded(table.copulas)
        self.future = folded(table.future)
        self.modals = folded(table.modals)
        self.possible = folded(table.possible)
        self.chances = folded(table.chances)
        self.saying = folded(table.saying)
        self.negations = folded(table.negations)
        self.particles, self.limiting = folded(table.particles), folded(table.limiting)
        self.taking_place = folded(table.taking_place)
        self.told = self.taking_place.union(self.governors, self.modifiers)
        planned = (word for word, status in self.modifiers.items() if status == "planned")
        self.due = self.taking_place.union(planned)
        self.light = table.light
        self.announcing = folded(table.announcing)
        self.conditional_endings = table.conditional_endings
        self.future_endings = table.future_endings
        self.attending = folded(table.attending)
        self.negative_determiners = folded(table.negative_determiners)
        self.without = folded(table.without)
        self.conditions = folded(table.conditions)
        self.any_such, self.judged = folded(table.any_such), folded(table.judged)
        self.appointments = folded(table.appointments)
        self.provided = folded(table.provided)
        self.turning_away = folded(table.turning_away)
        self.dates = folded(table.dates)
        self.deciding = folded(table.deciding)
        self.counts = folded(table.counts)
        self.ordinals = folded(table.ordinals)
        self.numbered = {fold(w): n for n, ws in enumerate(table.numbered, 1) for w in ws}
        self.hours = folded(table.hours)
        self._chain(table)
        self._joined()
        self._prepositions(table, contractions)

    def _chain(self, table: Statuses) -> None:
        """The words of a chain that a noun hangs on."""
        self.phases, self.bringing = folded(table.phases), folded(table.bringing)
        self.effects, self.discussing = folded(table.effects), folded(table.discussing)
        self.merged, self.linking = folded(table.merged), folded(table.linking)
        self.excepting, self.attempts = folded(table.excepting), folded(table.attempts)
        self.urging, self.must = folded(table.urging), folded(table.must)
        self.conceding = folded(table.conceding)
        self.premises, self.lists = folded(table.premises), folded(table.lists)
        self.onto = folded(table.onto)
        self.unhindered, self.within = folded(table.unhindered), folded(table.within)
        self.requested = folded(table.requested)
        self.with_preposition = folded(table.with_preposition)
        self.stages = folded(table.stages)
        self.future_marks = table.future_marks
        self.ending = folded(table.ending)
        self.defying = folded(table.defying)
        self.hanging = folded(table.hanging)
        self.none_of = folded(table.none_of)
        self.opening_negations = folded(table.opening_negations)
        self.ordering, self.backing = folded(table.ordering), folded(table.backing)
        self._clauses(table)

    def _clauses(self, table: Statuses) -> None:
        """What the clause around a noun or an infinitive tells of it."""
        self.announcements, self.starting = folded(table.announcements), folded(table.starting)
        self.charging, self.believing = folded(table.charging), folded(table.believing)
        self.keeping, self.expiring = folded(table.keeping), folded(table.expiring)
        self.reaching = folded(table.reaching)
        self.choosing = folded(table.choosing)
        self.announced = folded(table.announced)
        self.describing = folded(table.describing)
        self.arising = folded(table.arising)
        self.terms, self.bills = folded(table.terms), folded(table.bills)
        self.past_plurals = table.past_plurals
        self.verb_leaders = folded(table.verb_leaders)
        self.thoughts, self.accepting = folded(table.thoughts), folded(table.accepting)
        self.infinitives, self.willing = table.infinitives, folded(table.willing)
        self.advised, self.granting = folded(table.advised), folded(table.granting)
        self.aims = folded(table.aims)
        self.inviting = folded(table.inviting)
        self.failing = folded(table.failing)
        self.having = folded(table.having)
        self.compelling, self.seizing = folded(table.compelling), folded(table.seizing)
        self.joint, self.antecedent = fold(table.joint), fold(table.antecedent)

        self.judging, self.furthering = folded(table.judging), folded(table.furthering)
        self.stopping, self.stops = folded(table.stopping), folded(table.stops)
        self.putting, self.cutting = folded(table.putting), folded(table.cutting)
        self.offering, self.breaking = folded(table.offering), folded(table.breaking)
        self.shunning, self.confirming = folded(table.shunning), folded(table.confirming)
        self.done, self.subjunctive = folded(table.done), folded(table.subjunctive)
        self.after_all, self.taking = folded(table.after_all), folded(table.taking)
        self.renewing, self.coming = folded(table.renewing), folded(table.coming)
        self.permitting, self.holding = folded(table.permitting), folded(table.holding)
        self.allowing = folded(table.allowing)
        self.giving, self.dwelling = folded(table.giving), folded(table.dwelling)

    def _joined(self) -> None:
        """Words that rules ask for together."""
        self.ahead = self.future | self.possible
        self.leading_on = self.modals | self.future
        self.leads_to = self.bringing | self.effects
        self.going_on = self.taking_place | self.inceptive | self.copulas | self.ahead
        self.linked = self.none_of | self.merged
        self.telling = self.saying | self.announcing
        self.polar = self.particles | self.negative_determiners | self.conditions

    def _prepositions(self, table: Statuses, contractions: dict[str, str]) -> None:
        self.introducing = {
            status: phrases(words, contractions) for status, words in table.introducing.items()
        }
        self.opening = {
            status: phrases(words, contractions) for status, words in table.opening.items()
        }
        self.predicates = {
            status: phrases(words, contractions) for status, words in table.predicates.items()
        }
        self.unlikely = phrases(table.unlikely, contractions)
        self.threatened = phrases(table.threatened, contractions)
        self.upheld = phrases(table.upheld, contractions)
        self.staying = phrases(table.staying, contractions)
        self.depending = phrases(table.depending, contractions)
        self.doubting = phrases(table.doubting, contractions)
        self.misleading = phrases(table.misleading, contractions)
        self.closing = phrases(table.closing, contractions)
        self.enduring = phrases(table.enduring, contractions)
        self.leading = phrases(table.leading, contractions)
        self.trailing = phrases(table.trailing, contractions)
        self.during = phrases(table.during, contractions)
        self.amid = phrases(table.amid, contractions)
        self.amid_opened = Phrases(p[:-1] for p in self.amid)
        self.yielded = phrases(table.yielded, contractions)
        self.purpose = phrases(table.purpose, contractions)
        self.day_after = phrases(table.day_after, contractions)
        self.eve = phrases(table.eve, contractions)
        self.since = phrases(table.since, contractions)
        self.after = phrases(table.after, contractions)
        self.before = phrases(table.before, contractions)
        self.bounding = self.trailing + self.leading
        self.around = self.during + self.bounding
        self.until = self.before + self.eve
        self.bounds = self.after + self.before
        self.introductions = Phrases(p for some in self.introducing.values() for p in some)
        self.serving = self.purpose + self.during


class DatingWords:
    """The words of ``dating.toml``, folded."""

    def __init__(
        self, table: Dating, contractions: dict[str, str], numbered: dict[str, int]
    ) -> None:
        self.until = phrases(table.until, contractions)
        self.beginning = phrases(table.beginning, contractions)
        self.by_then = phrases(table.by_then, contractions)
        self.when = folded(table.when)
        self.earlier = frozenset(tuple(fold(words).split()) for words in table.earlier)
        self.range = {fold(first): fold(second) for first, second in table.range.items()}
        self.same_day = phrases(table.same_day, contractions)
        self.closing = folded(table.closing)
        self.carrying = folded(table.carrying)
        self.announcing = folded(table.announcing)
        self.ago = phrases(table.ago, contractions)
        self.lately = folded(table.lately)
        self.always = folded(table.always)
        self.turns = phrases(table.turns, contractions)
        self.during = phrases(table.during, contractions)
        self.during_which = phrases(table.during_which, contractions)
        self.most = folded(table.most)
        self.then = phrases(table.then, contractions)
        self.that_day = phrases(table.that_day, contractions)
        self.taking_up = self.then + self.that_day
        self.appearing, self.utterances = folded(table.appearing), folded(table.utterances)
        self.day_of = {
            number: phrases(
                tuple(
                    p.format(w) for p in table.day_of for w, n in numbered.items() if n == number
                ),
                contractions,
            )
            for number in sorted(set(numbered.values()))
        }


def folded(words: tuple[str, ...]) -> frozenset[str]:
    """Words as tokens are compared."""
    return frozenset(map(fold, words))


def phrases(words: tuple[str, ...], contractions: dict[str, str]) -> Phrases:
    """Phrases as folded words, contractions undone, the longest first."""
    plain = (tuple(contractions.get(w, w) for w in fold(phrase).split()) for phrase in words)
    return Phrases(sorted(plain, key=len, reverse=True))
