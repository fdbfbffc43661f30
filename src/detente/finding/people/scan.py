"""One walk over the words of a page that reads every spot where an actor may be spoken of."""

from __future__ import annotations

import re

from detente.finding.ground import Ground
from detente.finding.people.gazetteer import Gazetteer, Hit
from detente.finding.people.names import NameReader
from detente.finding.people.roles import RoleReader, at_phrase
from detente.finding.people.spots import (
    GroupSpot,
    NameSpot,
    PlaceSpot,
    PronounSpot,
    RoleSpot,
    Scan,
    Spot,
)
from detente.finding.people.vocabulary import Noun, Vocabulary
from detente.finding.people.words import Line, lines

_MARKS = re.compile(r"[\"«»“”]\s?")
IMPERSONAL = 120
"""Characters after "il" that tell whether it stands for nobody."""
ASIDE = 4
"""Words after a comma within which the noun of an apposition must stand."""


def scan(ground: Ground, vocabulary: Vocabulary, names: Gazetteer) -> Scan:
    """All spots of a page, in order. Linear in its length."""
    found = Scan(lines(ground, vocabulary))
    for line in found.lines:
        found.spots += _Walk(line, vocabulary, names).spots()
    return found


class _Walk:
    """The walk over one line."""

    def __init__(self, line: Line, vocabulary: Vocabulary, names: Gazetteer) -> None:
        self.line, self.words, self.names = line, vocabulary, names
        self.hits = _by_word(line, names)
        self.people = NameReader(line, self.hits, vocabulary, names)
        self.roles = RoleReader(line, self.hits, vocabulary, names)
        self.found: list[Spot] = []

    def spots(self) -> list[Spot]:
        i, starts = 0, self.words.starts
        prefix = self.words.tables.former_prefix
        for k, word in enumerate(self.line.words):
            if k < i or not (
                word.capital
                or word.low in starts
                or word.plain in starts
                or k in self.hits
                or word.plain.startswith(prefix)
            ):
                continue
            i = max(k + 1, self._at(k))
        return sorted(self.found, key=lambda s: (s.first, s.stop))

    def _at(self, i: int) -> int:
        """Read what stands at word ``i``; the word after it, or ``i`` if nothing does."""
        return (
            self._pronoun(i)
            or self._pair(i)
            or self._role(i)
            or self._collective(i)
            or self._name(i)
            or self._place(i)
            or self._people(i)
            or i
        )

    # -- roles and names, and what joins them

    def _role(self, i: int) -> int:
        role = self.roles.read(i)
        if role is None:
            return 0
        stop = self._join(role)
        if role.determiner == "none" and role.name is None:
            return 0
        self.found.append(role)
        return stop

    def _join(self, role: RoleSpot) -> int:
        """Join a role with the name that follows it, bare or after a comma or bracket."""
        after = role.stop
        if self.line.low(after) in {")", "]"}:
            after += 1
        comma = self.line.low(after) == "," and after == role.stop
        name = self.people.read(after + 1 if comma else after)
        if name is None or role.plural or (comma and not self._is_apposed(role, name)):
            return role.stop
        self._tie(role, name)
        self.found.append(name)
        return self._after_name(name)

    def _is_apposed(self, role: RoleSpot, name: NameSpot) -> bool:
        """Whether a name after a comma tells who the role is: the role says of what, and no
        "selon" before it ends at that comma."""
        told = role.stop > role.head + len(role.noun.words) or role.determiner == "indefinite"
        full = name.civil or name.stop - name.first > 1 or bool(name.known)
        closed = self.line.low(name.stop) in {",", "", "."}
        source = self.line.low(role.first - 1) in self.words.tables.prepositions.source
        return told and full and (closed or not source)

    def _tie(self, role: RoleSpot, name: NameSpot) -> None:
        role.name, name.role = name, name.role or role
        name.gender = name.gender or role.gender

    def _name(self, i: int) -> int:
        if not (self.line.words[i].capital or self._is_civil(i)):
            return 0
        name = self.people.read(i)
        if name is None:
            return 0
        self.found.append(name)
        return self._after_name(name)

    def _is_civil(self, i: int) -> bool:
        table = self.words.tables.civilities
        plain = self.line.plain(i)
        return plain in table.masculine or plain in table.feminine or plain in table.either

    def _after_name(self, name: NameSpot) -> int:
        """Read the role that a comma or bracket after a name brings: "X, porte-parole de Y"."""
        stop = name.stop
        if self.line.low(stop) not in {",", "("}:
            return stop
        for k in range(stop + 1, min(stop + 1 + ASIDE, len(self.line.words))):
            role = self.roles.read(k)
            if role is None:
                continue
            bare = role.determiner in ("none", "indefinite", "possessive")
            follows = all(
                self.line.low(j) in self.words.tables.linkers.asides
                or self.line.plain(j) in self.words.asides
                for j in range(stop + 1, role.first)
            )
            closed = self.line.low(role.stop) in {",", ")", ".", ""}
            if follows and not role.plural and (bare or closed) and role.name is None:
                self._tie(role, name)
                self.found.append(role)
                return role.stop
            break
        return stop

    # -- collectives

    def _pair(self, i: int) -> int:
        """The pair of "les deux présidents": words from the determiner on."""
        table = self.words.tables.determiners
        if self.line.low(i) not in table.pair or self.line.low(i - 1) not in table.plural:
            return 0
        k = i + 1
        while self.line.plain(k) in self.words.before:
            k += 1
        for kind, phrases in (
            ("persons", self.words.group_persons),
            ("states", self.words.group_states),
        ):
            length = at_phrase(self.line, k, phrases)
            if length:
                contracted = self.line.low(i - 1) in table.contracted
                spot = GroupSpot(self.line, i if contracted else i - 1, k + length)
                spot.kind = kind  # type: ignore[assignment]
                if k in self.roles.phrases:
                    spot.offices = self.roles.phrases[k][0].offices
                spot.stop = self.roles.past_adjectives(spot.stop)
                self.found.append(spot)
                return spot.stop
        return 0

    def _collective(self, i: int) -> int:
        """A collective: a government, an opposition, an army, those without a name."""
        length = at_phrase(self.line, i, self.words.unnamed)
        medium = self._medium(i)
        if medium or not length:
            return medium or self._vague(i)
        words = tuple(self.line.plain(i + k) for k in range(length))
        noun = Noun(
            words, None, self.line.plain(i).endswith(self.words.tables.plural_ending), words[0]
        )
        role = self.roles.of(i, noun)
        if role is None or role.determiner == "none":
            return 0
        spot = GroupSpot(self.line, role.first, role.stop, noun=words[0])
        if words[0] in self.words.governments | self.words.administrations:
            spot.kind = "government"
            self._headed(spot, i + length)
        spot.states, spot.possessive = role.states, role.determiner == "possessive"
        self.found.append(spot)
        return spot.stop

    def _headed(self, spot: GroupSpot, after: int) -> None:
        """Read who heads a government: "l'administration X", "le gouvernement de X", "de la
        chancelière X" (which is read again as a role of its own)."""
        k = self.roles.past_adjectives(after)
        linked = self.line.low(k) in self.words.tables.prepositions.of
        name = self.people.read(k + linked)
        if name is not None and (name.known or name.surnamed):
            spot.stop, spot.head = name.stop, name.text
            return
        role = next(filter(None, map(self.roles.read, range(k + 1, k + 3))), None)
        if linked and role is not None and role.first <= k + 2:
            head = self.people.read(role.stop)
            spot.stop, spot.head = k, head.text if head else None

    def _medium(self, i: int) -> int:
        """A body told by its kind and name: "l'agence officielle X", "la chaîne Y"."""
        length = at_phrase(self.line, i, self.words.media)
        noun = Noun((self.line.plain(i),), None, False, self.line.plain(i))
        role = self.roles.of(i, noun) if length else None
        if role is None or role.determiner == "none":
            return 0
        k = self._named_at(i + length, role.stop)
        if k is None:
            return 0
        if k in self.hits:
            stop, hit = self.hits[k]
            self.found.append(PlaceSpot(self.line, role.first, stop, hit.senses))
            return stop
        stop = k
        while self._is_capital(stop) and stop not in self.hits:
            stop += 1
        spot = GroupSpot(self.line, role.first, stop, "body", role.states, noun=noun.singular)
        spot.head = self.line.text(k, stop)
        self.found.append(spot)
        return stop

    def _named_at(self, i: int, stop: int) -> int | None:
        """Where the name begins in "l'agence de presse officielle X": the first body or capital
        after a noun or an adjective."""
        table = self.words.tables.prepositions
        for k in range(i, stop + 1):
            body = k in self.hits and bool(self.hits[k][1].ids("organ"))
            if body or (self._is_capital(k) and k not in self.hits):
                before = self.line.low(k - 1)
                return None if before in table.all or before in table.the else k
        return None

    def _is_capital(self, i: int) -> bool:
        return i < len(self.line.words) and self.line.words[i].capital

    def _vague(self, i: int) -> int:
        length = at_phrase(self.line, i, self.words.vague, lower=True)
        verb = self.line.low(i + length)
        if length and (
            verb in self.words.tables.saying.forms or verb in self.words.tables.linkers.auxiliaries
        ):
            self.found.append(GroupSpot(self.line, i, i + length, noun=self.line.plain(i)))
            return i + length
        return 0

    def _people(self, i: int) -> int:
        """A people with its article: "les Russes", "l'Américain"."""
        word, table = self.line.words[i], self.words.tables.determiners
        before = self.line.low(i - 1)
        if not word.capital or before not in table.definite | table.contracted | table.plural:
            return 0
        states = self.names.states_of(word.plain)
        own = self.words.peoples.get(word.plain)
        if not states and own is None:
            return 0
        first = i if before in table.contracted and before not in table.definite else i - 1
        self.found.append(
            GroupSpot(self.line, first, i + 1, "people", states[:1], own, noun=word.plain)
        )
        return i + 1

    # -- places and pronouns

    def _place(self, i: int) -> int:
        if i not in self.hits:
            return 0
        stop, hit = self.hits[i]
        first = i - 1 if self.line.low(i - 1) in self.words.tables.determiners.definite else i
        after = self.roles.past_adjectives(stop)
        own = hit.ids("organ")
        if own and after > stop and self._is_another(own, stop, after):
            spot = GroupSpot(self.line, first, after, "body", head=self.line.text(i, after))
            spot.states = tuple(
                s for k in range(stop, after) for s in self.names.states_of(self.line.plain(k))[:1]
            )
            self.found.append(spot)
            return after
        self.found.append(PlaceSpot(self.line, first, stop, hit.senses))
        return stop

    def _is_another(self, organs: tuple[str, ...], stop: int, after: int) -> bool:
        """Whether the adjectives after the name of a body make it another one: of another state,
        or national where the known one is not."""
        words = [self.line.plain(k) for k in range(stop, after)]
        states = {s for word in words for s in self.names.states_of(word)}
        known = {o.state for o in map(self.names.knowledge.organ, organs) if o is not None}
        apart = bool(states) and None not in known and not states & known
        return apart or any(word in self.words.apart for word in words)

    def _pronoun(self, i: int) -> int:
        for pronoun in self.words.pronouns.get(self.line.low(i), ()):
            if all(self.line.low(i + k) == w for k, w in enumerate(pronoun.words)):
                hung = self._is_hung(i)
                stop = i + len(pronoun.words)
                if not self._is_impersonal(i, hung=hung):
                    spot = PronounSpot(
                        self.line, i, stop, pronoun.gender, pronoun.plural, pronoun.nearest
                    )
                    spot.hung = hung
                    self.found.append(spot)
                return stop
        return self._strong(i)

    def _is_hung(self, i: int) -> bool:
        """Whether a pronoun is tied to the verb before it: "dit-il"."""
        text, start = self.line.passage.text, self.line.words[i].start
        return start > 1 and text[start - 1] == "-" and text[start - 2].isalpha()

    def _is_impersonal(self, i: int, *, hung: bool) -> bool:
        """Whether "il" stands for nobody: "il faut", "il y a", "il est temps", "y a-t-il"."""
        table = self.words.tables.pronouns
        if self.line.low(i) != table.impersonal_subject:
            return False
        words = self.line.words
        text = self.line.passage.text
        if hung:
            verb = text[words[max(0, i - 2)].start : words[i].start - 1].lower()
            verb = verb.removesuffix("-t")
            return bool(self.words.impersonal.match(verb.lstrip(' "«»“”,') + " "))
        after = text[words[i].end : words[i].end + IMPERSONAL].lower()
        return bool(self.words.impersonal.match(_MARKS.sub("", after).lstrip()))

    def _strong(self, i: int) -> int:
        table = self.words.tables.pronouns
        form = table.strong.get(self.line.low(i))
        if form is None:
            return 0
        after = self.line.low(i - 1) in table.strong_after or "-" in self.line.low(i)
        if after or self.line.low(i + 1) in table.strong_before:
            spot = PronounSpot(self.line, i, i + 1, "f" if "f" in form else "m", "p" in form)
            spot.strong = True
            self.found.append(spot)
            return i + 1
        return 0


def _by_word(line: Line, names: Gazetteer) -> dict[int, tuple[int, Hit]]:
    """The known names of a line by the number of their first word, with the word after them."""
    starts = {word.start: i for i, word in enumerate(line.words)}
    ends = {word.end: i for i, word in enumerate(line.words)}
    return {
        starts[hit.start]: (ends[hit.end] + 1, hit)
        for hit in names.hits(line.passage.text).values()
        if hit.start in starts and hit.end in ends
    }
