"""One walk over the words of a page that reads every spot where an actor may be spoken of."""

from __future__ import annotations

from detente.finding.ground import Ground
from detente.finding.people.collectives import CollectiveReader
from detente.finding.people.complements import at_phrase
from detente.finding.people.gazetteer import Gazetteer, Hit
from detente.finding.people.kin import called, whose
from detente.finding.people.longer import apart, before_letters
from detente.finding.people.owners import is_government, within
from detente.finding.people.pronouns import PronounReader
from detente.finding.people.roles import RoleReader
from detente.finding.people.shorthand import ShorthandReader
from detente.finding.people.spelling import plain
from detente.finding.people.spots import (
    GroupSpot,
    NameSpot,
    PlaceSpot,
    RoleSpot,
    Scan,
    Spot,
)
from detente.finding.people.vocabulary import Vocabulary
from detente.finding.people.words import Line, lines

CALLING = 5
"""Words that may tell that a name follows: "répondant au prénom de"."""
ASIDE, BRACKET = 4, 6
"""Words after a comma within which the noun of an apposition must stand, and words in brackets that
may part a role from its name."""


def scan(ground: Ground, vocabulary: Vocabulary, names: Gazetteer) -> Scan:
    """All spots of a page, in order. Linear in its length."""
    found, letters = Scan(lines(ground, vocabulary)), dict[str, str]()
    for line in found.lines:
        found.spots += _Walk(line, vocabulary, names, letters).spots()
    return found


class _Walk:
    """The walk over one line."""

    def __init__(
        self, line: Line, vocabulary: Vocabulary, names: Gazetteer, letters: dict[str, str]
    ) -> None:
        self.line, self.words, self.names = line, vocabulary, names
        self.hits = apart(line, _by_word(line, names), names, vocabulary)
        self.roles = RoleReader(line, self.hits, vocabulary, names)
        self.people = self.roles.people
        self.groups = CollectiveReader(line, self.hits, vocabulary, names, self.roles)
        self.groups.bodies.letters = letters
        self.short = ShorthandReader(line, self.hits, vocabulary, names, letters)
        self.pronouns = PronounReader(line, vocabulary)
        self.found: list[Spot] = []

    def spots(self) -> list[Spot]:
        i, known = 0, self.hits.keys() | self.roles.phrases.keys()
        for k in [k for k, word in enumerate(self.line.words) if word.opens or k in known]:
            if k >= i:
                i = max(k + 1, self._at(k))
        self.found += (*self.groups.found, *self.short.found)
        return sorted(self.found, key=lambda s: (s.first, s.stop))

    def _at(self, i: int) -> int:
        """Read what stands at word ``i``; the word after it, or ``i`` if nothing does."""
        form, hit = self.line.words[i], i in self.hits
        nation = form.capital and form.plain in self.names.adjectives
        role = form.noun or nation or i in self.roles.phrases
        short = form.short or form.text in self.short.letters
        return (
            (form.pronoun and self._pronoun(i))
            or (form.pair and self.groups.pair(i))
            or (role and self._role(i))
            or (form.collective and self.groups.collective(i))
            or (short and self.short.read(i))
            or ((form.capital or hit or form.civil) and self._name(i))
            or (hit and self._place(i))
            or (form.capital and self.groups.people(i))
            or i
        )

    def _pronoun(self, i: int) -> int:
        spot, stop = self.pronouns.read(i)
        if spot is not None:
            self.found.append(spot)
        return stop if stop > i else 0

    def _role(self, i: int) -> int:
        role = self.roles.read(i)
        if role is None:
            return 0
        stop = self._join(role)
        party = role.plural and self.line.plain(role.head) in self.words.parties
        if role.name is None and (role.determiner == "none" or party):
            return 0
        self.found.append(role)
        return stop

    def _join(self, role: RoleSpot) -> int:
        """Join a role with the name that follows it, bare or after a comma or bracket."""
        after = role.stop
        if self.line.low(after) in {")", "]"}:
            after += 1
        owner = whose(role, self.roles, self.words)
        if owner is not None:
            self.found += (owner.role, owner) if owner.role is not None else (owner,)
            after, role.stop, role.around, role.whose = owner.stop, owner.stop, True, owner
        joined = self._twin(role) or self._apposed_role(role, after) or self._kin(role)
        if joined:
            return joined
        behind = self._past_bracket(after) if after == role.stop else after
        comma = self.line.low(behind) == "," and (behind > after or after == role.stop)
        name = self.people.read(behind + 1 if comma else behind)
        beside = not comma and behind == role.stop
        if name is not None and beside and is_government(role, name, self.words):
            self.found.append(name)
            role.stop, role.around = name.stop, True
            return name.stop
        if name is None or role.plural or (comma and not self._is_apposed(role, name)):
            return role.stop
        inner = within(role, name, self.roles, self.words) if beside else None
        if inner is not None:
            self.found.append(inner)
            role.stop, role.around, role.whose = name.stop, True, name
        self._tie(inner or role, name)
        self._crown(role, name)
        self.found.append(name)
        return (inner and self._kin(role)) or self._after_name(name)

    def _past_bracket(self, i: int) -> int:
        """Past a few words in brackets at ``i``: "le chef du Parti du port (opposition), X"."""
        if self.line.low(i) != "(":
            return i
        closing = range(i + 2, min(i + 2 + BRACKET, self.line.size))
        return next((k + 1 for k in closing if self.line.low(k) == ")"), i)

    def _kin(self, role: RoleSpot) -> int:
        """Join one of somebody's kin with the first name that follows; the word after it, or 0."""
        name = called(role, self.people, self.words)
        if name is not None:
            self._tie(role, name)
            self.found.append(name)
        return name.stop if name is not None else 0

    def _crown(self, role: RoleSpot, name: NameSpot) -> None:
        """Give a role the state that follows the name: "le roi X de Bahreïn"."""
        if (
            role.phrase is None
            or role.of
            or self.line.low(name.stop) not in (self.words.tables.prepositions.of)
        ):
            return
        k = name.stop + 1
        k += self.line.low(k) in self.words.tables.prepositions.the
        states = self.hits[k][1].ids("state") if k in self.hits else ()
        if states:
            role.states, role.phrase = states[:1], role.phrase.within(states[0])

    def _twin(self, role: RoleSpot) -> int:
        """Join two roles of one name: "le consultant et homme d'affaires X"; the word after the
        name, 0 if there is none."""
        if self.line.low(role.stop) not in self.words.tables.prepositions.and_ or role.plural:
            return 0
        second = self.roles.read(role.stop + 1)
        name = self.people.read(second.stop) if second is not None else None
        if second is None or name is None or second.determiner != "none" or second.plural:
            return 0
        self._tie(role, name)
        self.found.append(name)
        return self._after_name(name)

    def _apposed_role(self, role: RoleSpot, after: int) -> int:
        """Join a role with the name that a second one brings after a comma: "le chef de l'armée, le
        général X,"; the word after the name, 0 if there is none."""
        sources = self.words.tables.prepositions.source
        told = role.determiner == "indefinite" and self.line.low(role.first - 1) in sources
        if self.line.low(after) != "," or role.plural or role.determiner == "none" or told:
            return 0
        second = self.roles.read(after + 2)
        if second is None or second.first != after + 1 or second.determiner != "definite":
            return 0
        name = self.people.read(second.stop)
        if name is None or second.plural or self.line.low(name.stop) not in {",", "", "."}:
            return 0
        if not self._is_apposed(role, name):
            return 0
        self._tie(role, name)
        self._tie(second, name)
        self.found += (second, name)
        return self._after_name(name)

    def _is_apposed(self, role: RoleSpot, name: NameSpot) -> bool:
        """Whether a name after a comma tells who the role is: the role says of what, and no
        "selon" before it ends at that comma."""
        told = role.stop > role.head + len(role.noun.words) or role.determiner == "indefinite"
        full = name.civil or name.stop - name.first > 1 or bool(name.known)
        closed = self.line.low(name.stop) in {",", "", "."}
        source = self.line.low(role.first - 1) in self.words.tables.prepositions.source
        return told and full and (closed or not source)

    def _is_called(self, name: NameSpot) -> bool:
        """Whether the words right before a name tell that somebody goes by it: "une femme disant
        s'appeler X"; it is then nobody who is known."""
        line, phrases, low = self.line, self.words.calling, max(0, name.first - CALLING)
        if phrases.keys().isdisjoint(line.lows[low : name.first]):
            return False
        starts = range(low, name.first)
        return any(at_phrase(line, i, phrases, lower=True) == name.first - i for i in starts)

    def _tie(self, role: RoleSpot, name: NameSpot) -> None:
        role.name, name.role = name, name.role or role
        name.gender = name.gender or role.gender

    def _name(self, i: int) -> int:
        name = self.people.read(i) or self.people.labelled(i)
        if name is None:
            return self.people.past_barred(i)
        name.new = self._is_called(name)
        self.found.append(name)
        return self._after_name(name)

    def _after_name(self, name: NameSpot) -> int:
        """Read the role that a comma or bracket after a name brings: "X, porte-parole de Y"."""
        stop = name.stop
        if self.line.low(stop) not in {",", "("}:
            return stop
        for k in range(stop + 1, min(stop + 1 + ASIDE, self.line.size)):
            role = self.roles.read(k)
            if role is None:
                continue
            bare = role.determiner in ("none", "indefinite", "possessive")
            follows = all(
                self.line.low(j) in self.words.tables.linkers.asides
                or self.line.plain(j) in self.words.asides
                for j in range(stop + 1, role.first)
            )
            after = self.line.low(role.stop)
            joined = role.former and after in self.words.tables.prepositions.and_
            closed = joined or after in {",", ")", ".", ""}
            other = self.people.read(role.stop) is not None
            if follows and not (role.plural or other) and (bare or closed) and role.name is None:
                self._tie(role, name)
                self.found.append(role)
                return role.stop
            break
        return stop

    # -- places

    def _place(self, i: int) -> int:
        stop, hit = self.hits[i]
        first = i - 1 if self.line.low(i - 1) in self.words.tables.determiners.definite else i
        after = self.roles.after.past_adjectives(stop)
        own = hit.ids("organ")
        if own and self._is_owned(own, first):
            return stop
        if own and after > stop and self._is_another(own, i, stop, after):
            spot = GroupSpot(self.line, first, after, "body", title=self.line.text(i, after))
            spot.states = tuple(
                s for k in range(stop, after) for s in self.names.states_of(self.line.plain(k))[:1]
            )
            self.found.append(spot)
            return after
        spelled = before_letters(self.line, i, self.hits, self.words) if own else ""
        self.found.append(PlaceSpot(self.line, first, stop, hit.senses, spelled=spelled))
        return stop

    def _is_another(self, organs: tuple[str, ...], i: int, stop: int, after: int) -> bool:
        """Whether the adjectives after the name of a body make it another one: of another state,
        or national where the known one is not."""
        words = [self.line.plain(k) for k in range(stop, after)]
        states = {s for word in words for s in self.names.states_of(word)}
        known = {o.state for o in map(self.names.knowledge.organ, organs) if o is not None}
        branch = None not in known or plain(self.line.text(i, stop)) in self.words.branches
        apart = bool(states) and branch and not states & known
        common = self.line.plain(stop - 1) in self.words.institutions and not states
        return apart or common or any(word in self.words.apart for word in words)

    def _is_owned(self, organs: tuple[str, ...], first: int) -> bool:
        """Whether somebody's own body only bears the name of one of all states: "son Conseil de
        sécurité"."""
        known = [o for o in map(self.names.knowledge.organ, organs) if o is not None]
        whose = self.line.low(first - 1) in self.words.classes.owned
        return whose and all(o.state is None for o in known)


def _by_word(line: Line, names: Gazetteer) -> dict[int, tuple[int, Hit]]:
    """The known names of a line by the number of their first word, with the word after them."""
    placed = (
        (line.starting(hit.start), line.ending(hit.end), hit)
        for hit in names.hits(line.passage.text).values()
    )
    return {
        first: (last + 1, hit)
        for first, last, hit in placed
        if first is not None and last is not None
    }
