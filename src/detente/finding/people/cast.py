"""Who is on the page: the actors in the making, found again by name, short name or role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from detente.finding.people.gazetteer import Gazetteer
from detente.finding.people.posts import Posts
from detente.finding.people.spelling import plain
from detente.finding.people.spots import RoleSpot
from detente.finding.people.vocabulary import Gender, Vocabulary
from detente.knowledge.facts import Organ, Person, State
from detente.records import Actor, ActorKind
from detente.text import fold, slug


@dataclass(slots=True)
class Taught:
    """A role that the page itself gives to somebody: its noun, its words, and what it means."""

    noun: str
    words: frozenset[str]
    offices: tuple[str, ...]
    of: tuple[str, ...]
    former: bool


@dataclass(slots=True, eq=False)
class Someone:
    """An actor in the making. ``roles`` are those the page teaches; ``plural`` and ``gender`` are
    what a pronoun must agree with, ``sort`` is the kind of institution."""

    id: str
    kind: ActorKind
    name: str
    states: tuple[str, ...] = ()
    gender: Gender | None = None
    plural: bool = False
    person: Person | None = None
    office: str | None = None
    aliases: dict[str, None] = field(default_factory=dict)
    members: tuple[Someone, ...] = ()
    roles: list[Taught] = field(default_factory=list)
    named: int = 0
    nameless: bool = False
    article: str = ""
    sort: str = ""

    def actor(self) -> Actor:
        """The record of this actor."""
        return Actor(
            id=self.id,
            kind=self.kind,
            name=self.name,
            states=self.states,
            office=self.office,
            aliases=tuple(a for a in self.aliases if a != self.name),
            members=tuple(m.id for m in self.members),
        )


class Cast:
    """The actors of one page, each created once."""

    def __init__(self, words: Vocabulary, names: Gazetteer) -> None:
        self.words, self.names, self.knowledge = words, names, names.knowledge
        self.code = names.language
        self._all: dict[str, Someone] = {}
        self._by_name: dict[str, Someone] = {}
        self._by_short: dict[str, dict[str, Someone]] = {}
        self._copies: dict[str, int] = {}
        self.posts = Posts()

    def __iter__(self) -> Iterator[Someone]:
        return iter(self._all.values())

    @property
    def people(self) -> tuple[Someone, ...]:
        """The persons, in the order they came."""
        return tuple(s for s in self._all.values() if s.kind == "person")

    def get(self, id: str) -> Someone | None:
        """The actor of that id, if it is on the page."""
        return self._all.get(id)

    # -- persons

    def known(self, id: str) -> Someone:
        """A person of the knowledge base."""
        if id in self._all:
            return self._all[id]
        person = self.knowledge.person(id)
        assert person is not None, id
        someone = Someone(id, "person", person.name(self.code), person.states, person=person)
        someone.gender = "m" if person.gender == "m" else "f" if person.gender == "f" else None
        if someone.gender is None:
            someone.gender = self.names.given.get(plain(someone.name).split()[0])
        self._add(someone)
        self._name(someone, (*person.names.values(), *person.aliases.get(self.code, ())))
        for surname in (*person.surnames, someone.name.split()[-1]):
            self._short(someone, surname)
            self._short(someone, self._without_particle(surname))
        self.posts.hold(someone, (t.office for t in self.knowledge.terms(id)))
        return someone

    def _without_particle(self, name: str) -> str:
        """A family name without a joined particle: "al-Kazimi" is "Kazimi" after a civility."""
        low = plain(name)
        joined = next((p for p in self.words.joined if low.startswith(p)), "")
        return name[len(joined) :]

    def first(self, given: str) -> tuple[Someone, ...]:
        """The persons of the page of whom this is the first name."""
        first = fold(given)
        full = (p for p in self.people if " " in p.name)
        return tuple(p for p in full if fold(p.name.split(maxsplit=1)[0]) == first)

    def unknown(self, name: str, gender: Gender | None = None) -> Someone:
        """A person that the knowledge base lacks: the id is the name as a slug."""
        id = slug(name)
        if id not in self._all:
            self._add(Someone(id, "person", name, gender=gender))
            words = name.split()
            self._name(self._all[id], (name,))
            self._short(self._all[id], words[-1])
            self._short(self._all[id], self._without_particle(words[-1]))
            for k in range(1, len(words)):
                self._short(self._all[id], " ".join(words[k:]))
        someone = self._all[id]
        someone.gender = someone.gender or gender
        return someone

    def named(self, name: str) -> Someone | None:
        """The person of that full name on the page."""
        return self._by_name.get(fold(name))

    def short(self, name: str) -> tuple[Someone, ...]:
        """The persons of the page of whom this is a short name."""
        return tuple(self._by_short.get(fold(name), {}).values())

    def short_name(self, someone: Someone, name: str) -> None:
        """Another short name of somebody."""
        self._short(someone, name)

    def rename(self, someone: Someone, name: str) -> None:
        """Give somebody a fuller name, the one he or she had being short for it; nobody whom the
        page has under that name already."""
        if slug(name) in self._all:
            return
        del self._all[someone.id]
        self._name(someone, (someone.name, name))
        someone.id, someone.name = slug(name), name
        self._add(someone)

    def alias(self, someone: Someone, name: str) -> None:
        """Another name under which the page speaks of somebody."""
        self._name(someone, (name,))

    def unnamed(self, words: str, *, another: bool = False, plural: bool = False) -> Someone:
        """Somebody without a name, kept under the page's words; ``another`` is a new one."""
        id = base = slug(words)
        while another and id in self._all:
            self._copies[base] = self._copies.get(base, 1) + 1
            id = f"{base}-{self._copies[base]}"
        if id not in self._all:
            kind: ActorKind = "group" if plural else "person"
            self._add(Someone(id, kind, words, plural=plural, nameless=True))
        return self._all[id]

    def teach(self, someone: Someone, role: RoleSpot) -> None:
        """Keep the role that the page gives to somebody."""
        line = role.line
        said = frozenset(
            w.plain for w in line.words[role.head : role.stop] if w.spoken and len(w.text) > 2
        )
        taught = Taught(role.noun.singular, said, role.offices, role.of, role.former)
        if taught not in someone.roles and not role.other:
            someone.roles.append(taught)
            self.posts.hold(someone, taught.offices)
            self.posts.call(someone, taught.noun, said)
        if not someone.states and role.states and role.determiner != "possessive":
            someone.states = role.states[:1]
        if someone.gender is None:
            someone.gender = role.gender
        if someone.office is None and not role.former:
            someone.office = role.offices[0] if role.offices else None

    # -- states, organs, places, groups

    def state(self, state: State) -> Someone:
        """A state, with its other names and its capital; the union of states that is a body."""
        union = self.knowledge.body(state.qid)
        if union is not None:
            return self.organ(union)
        if state.id not in self._all:
            name = state.names.get(self.code, state.id)
            article = state.articles.get(self.code, name)
            someone = Someone(state.id, "state", name, (state.id,))
            someone.gender, someone.plural = self._gender(article)
            someone.article = article if someone.plural else ""
            someone.gender = someone.gender or self._gender_of(name)
            self._add(someone)
            capitals = state.capitals.get(self.code, ())[:1]
            self._name(someone, (*state.aliases.get(self.code, ()), *capitals))
        return self._all[state.id]

    def organ(self, organ: Organ) -> Someone:
        """An institution, with its other names."""
        id = organ.qid or organ.id
        if id not in self._all:
            name = organ.names.get(self.code) or organ.names["en"]
            article = organ.articles.get(self.code, name)
            state = self.knowledge.state(organ.state)
            someone = Someone(id, "organization", name, (state.id,) if state else ())
            someone.article, someone.sort = article, organ.kind
            someone.gender, someone.plural = self._gender(article)
            self._add(someone)
            self._name(someone, organ.aliases.get(self.code, ()))
        return self._all[id]

    def body(self, name: str, states: tuple[str, ...] = (), *others: str) -> Someone:
        """An institution that the knowledge base lacks, with other names for it."""
        id = slug(name)
        before = self._all.get(id)
        if before is not None and states and before.states != states:
            id = slug(" ".join((name, *states)))
        if id not in self._all:
            common = plain(name.split(" ", maxsplit=1)[0]) in self.words.common
            tables = self.words.tables
            article = tables.forms.articled(name, tables.plural_ending) if common else name
            self._add(Someone(id, "organization", name, states, article=article))
        self._name(self._all[id], others)
        return self._all[id]

    def place(self, name: str, states: tuple[str, ...]) -> Someone:
        """A place, apart from the state whose capital or land it is."""
        id = f"place-{slug(name)}"
        if id not in self._all:
            self._add(Someone(id, "place", name, states))
        return self._all[id]

    def group(self, members: Iterable[Someone]) -> Someone:
        """Several actors taken together."""
        told = tuple(members)
        them = tuple(sorted(told, key=lambda m: m.id))
        id = "+".join(m.id for m in them)
        if id not in self._all:
            *first, last = [m.name for m in told]
            name = self.words.tables.forms.joiner.join(filter(None, (", ".join(first), last)))
            states = tuple(dict.fromkeys(s for m in them for s in m.states[:1]))
            someone = Someone(id, "group", name, states, plural=True, members=them)
            female = all(m.gender == "f" for m in them)
            someone.gender = "f" if female else "m"
            self._add(someone)
        return self._all[id]

    def of(self, article: str) -> str:
        """A name with its article after "of": "du Venezuela", "de la Russie", "d'Israël"."""
        return self.words.tables.forms.joined(article)

    def _gender(self, article: str) -> tuple[Gender | None, bool]:
        table = self.words.tables.determiners
        first = article.split(maxsplit=1)[0].lower() if " " in article else ""
        gender: Gender | None = (
            "f" if first in table.feminine else "m" if first in table.masculine else None
        )
        return gender, first in table.plural

    def _gender_of(self, state: str) -> Gender | None:
        """The gender of a state whose article tells none."""
        forms = self.words.tables.forms
        if state in forms.either:
            return None
        return "f" if state.endswith(forms.feminine_ending) else "m"

    def _add(self, someone: Someone) -> None:
        self._all[someone.id] = someone

    def _name(self, someone: Someone, names: Iterable[str]) -> None:
        for name in names:
            if name:
                someone.aliases[name] = None
                if someone.kind == "person":
                    self._by_name.setdefault(fold(name), someone)

    def _short(self, someone: Someone, name: str) -> None:
        self._by_short.setdefault(fold(name), {})[someone.id] = someone
