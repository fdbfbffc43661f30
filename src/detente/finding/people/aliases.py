"""The other names under which the actors of a page are known.

A body or group of one state under every way French has to say whose it is, an embassy also by the
country or the capital where it stands, several together by their letters too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, product

from msgspec.structs import replace

from detente.finding.ground import Ground, People
from detente.finding.people import spelled
from detente.finding.people.gazetteer import gazetteer
from detente.finding.people.spelling import head
from detente.finding.people.vocabulary import vocabulary
from detente.finding.people.ways import Parts
from detente.finding.people.wording import wording
from detente.knowledge.facts import State
from detente.records import Actor, Mention

MEMBERS, TOGETHER = 3, 12
"""Members of a group that is known under their short names together, and how many such names it
gets."""
UNION = "EUE"
"""The state of institutions that are many states': "Conseil européen" is no other "Conseil"."""


def known_as(ground: Ground, people: People, told: People | None = None) -> People:
    """The people of a page, each actor with all its names; those in ``told`` have them."""
    if people is told:
        return people
    known = {actor.id for actor in told.actors} if told is not None else set()
    asked = frozenset([actor.id for actor in people.actors if actor.id not in known])
    if not asked:
        return people
    names = _Aliases(ground, people, asked)
    actors = (names.told(a) if a.id in asked else a for a in people.actors)
    return replace(people, actors=tuple(actors))


class _Aliases:
    """The other names of the actors of one page that are ``asked`` for."""

    def __init__(self, ground: Ground, people: People, asked: frozenset[str]) -> None:
        self.knowledge, self.code = ground.knowledge, ground.language.code
        self.words = vocabulary(ground.language)
        names = gazetteer(ground.knowledge, ground.language, self.words)
        self.wording = wording(self.words, names, ground.text)
        self.actors = {actor.id: actor for actor in people.actors}
        self._organs = ground.knowledge.organ_ids
        self._metonyms: dict[str, dict[str, None]] = {}
        for mention in people.mentions:
            named = mention.actor if mention.actor in asked else None
            if named is not None and self._is_metonym(mention):
                self._metonyms.setdefault(named, {})[mention.text] = None

    def _is_metonym(self, mention: Mention) -> bool:
        """Whether words name somebody by a people, a capital or a government."""
        if mention.form == "metonym":
            return True
        return head(self.wording.unarticled(mention.text)) in self.words.governments

    def told(self, actor: Actor) -> Actor:
        """An actor with the names that follow from those it has."""
        found = dict.fromkeys((*actor.aliases, *self._others(actor)))
        return replace(actor, aliases=tuple(a for a in found if a != actor.name))

    def _others(self, actor: Actor) -> Iterator[str]:
        yield from self._as_called(actor)
        if actor.kind == "state":
            yield from self._of_government(actor)
        elif actor.members:
            yield from self._together(actor)
        elif actor.kind != "place" and len(actor.states) == 1:
            state = self.knowledge.state(actor.states[0])
            names = (n for n in (actor.name, *actor.aliases) if self._is_common(actor, n))
            if state is not None:
                yield from (way for name in names for way in self._of(name, state))
        if actor.kind != "state":
            yield from self._elided(actor.name)
            yield from spelled.others(actor.name, self.wording)

    def _of_government(self, actor: Actor) -> Iterator[str]:
        """A state by its other names and its capital, and as the government that it is."""
        state = self.knowledge.state(actor.id)
        if state is None:
            return
        yield from state.aliases.get(self.code, ())
        yield from state.capitals.get(self.code, ())[:1]
        noun = self.wording.forms.government
        yield from self.wording.ways(self.wording.apart(noun, state), state)

    def _as_called(self, actor: Actor) -> Iterator[str]:
        """An actor as the page calls it by its people or who governs there: "Européens",
        "autorités russes"; a bare noun with the state that it is of."""
        state = self.knowledge.state(actor.id)
        for name in filter(None, map(self.wording.unarticled, self._metonyms.get(actor.id, ()))):
            common = state is not None and head(name) in self.words.governments
            parts = self.wording.apart(name, state) if state is not None and common else None
            if state is not None and parts is not None and self._is_plain(parts):
                yield from self.wording.ways(parts, state)
            else:
                yield name

    def _is_plain(self, parts: Parts) -> bool:
        """Whether a noun for a government is told by its state alone: not "le régime X"."""
        return " " not in parts.noun and not parts.rest

    def _together(self, group: Actor) -> Iterator[str]:
        """Several under the names of each, full and short: "l'AIEA et l'OIEA"; as a list too, as
        tables have it: "France, Grèce"."""
        members = [self.actors[m] for m in group.members if m in self.actors]
        members.sort(key=lambda actor: group.name.find(actor.name))
        if len(members) != len(group.members):
            return
        yield ", ".join(actor.name for actor in members)
        if len(members) <= MEMBERS:
            rows = product(*(tuple(self._short(m)) for m in members))
            for *first, last in islice(rows, TOGETHER):
                yield ", ".join(first) + self.wording.forms.joiner + last

    def _short(self, actor: Actor) -> Iterator[str]:
        """An actor by its name and by its letters."""
        yield actor.name
        if actor.kind == "organization":
            yield from (a for a in actor.aliases if a.isupper())

    def _is_common(self, actor: Actor, name: str) -> bool:
        """Whether a name is words that tell what something is, and no name of its own."""
        if UNION in actor.states or not name or " of " in name:
            return False
        known = actor.id in self._organs or actor.kind == "person"
        lower = name[0].islower() and not name[1:2].isupper()
        return lower or (not known and head(name) in self.words.common)

    def _of(self, name: str, state: State) -> Iterator[str]:
        """A name in the other ways to say whose it is, if it says so or is a noun for many."""
        if head(name) in self.words.missions:
            yield from self.wording.posted(name, state)
            return
        begin = self.wording.body(name)
        before, body = name[:begin], name[begin:]
        parts = self.wording.apart(body, state)
        person = head(name) in self.words.nouns and not begin and not self.wording.is_many(name)
        if not person and (parts.told or not self.wording.is_owned(parts)):
            yield from (before + way for way in self.wording.ways(parts, state))
        if begin:
            yield from self._for(self.wording.split(name)[0], body)

    def _for(self, noun: str, body: str) -> Iterator[str]:
        """Whoever speaks for a body of the record, under its other names: "un porte-parole de
        la diplomatie américaine" is one of the département d'Etat."""
        named = [n.id for n in self.knowledge.named(body) if n.kind == "organ"]
        organ = self.knowledge.organ(named[0]) if len(named) == 1 else None
        if organ is not None:
            ways = map(self.wording.of, spelled.articled(organ, self.wording))
            yield from (f"{noun} {way}" for way in ways)

    def _elided(self, name: str) -> Iterable[str]:
        """A name with "de" and "d'" before a letter that takes either: "d'Hashim", "de Hashim"."""
        forms = self.wording.forms
        for one, other in ((forms.of_vowel, forms.of_bare), (forms.of_bare, forms.of_vowel)):
            with_ = f" {one}{forms.mute}"
            if with_ in name:
                yield name.replace(with_, f" {other}{forms.mute}")
