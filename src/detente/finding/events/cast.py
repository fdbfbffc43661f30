"""The actors of a page as an event takes them: groups as their members, places as their states."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from detente.days import Interval
from detente.finding.events import lookup
from detente.finding.events.lexicon import Lexicon
from detente.finding.ground import Ground, People
from detente.records import Actor, Participant
from detente.text import fold, slug

OF_BODY = 3
"""Words of the shortest name for the people of a body: "inspecteurs de l'X"."""

LEADING = frozenset({"head_of_state", "head_of_government", "effective_leader"})
"""The offices whose holders order what a state does."""


class Cast:
    """Actors by id, and the states that adjectives ("franco-allemand") and capitals stand for."""

    def __init__(self, ground: Ground, people: People, day: Interval, words: Lexicon) -> None:
        self.actors: dict[str, Actor] = {actor.id: actor for actor in people.actors}
        self._day = day
        classes, known, code = words.classes, ground.knowledge, ground.language.code
        self._crowds, self._states = classes["crowds"], classes["states"]
        self._citizens, self._staff = classes["citizens"], classes["staff"]
        self._siding, self.makings = classes["siding"], classes["makings"]
        self.tours, self.chats = classes["tours"], classes["chats"]
        self._bodies, self._blocs, self._singular = words.bodies, words.blocs, words.singular
        self._inner = tuple(sorted(classes["inner"]))
        self._own = frozenset(self.actors)
        self.nameless: set[str] = set()
        self._by_name: dict[str, Actor] | None = None
        self._expanded: dict[str, tuple[Actor, ...]] = {}
        self._state_of: dict[str, str | None] = {}
        self._knowledge, self._code = known, code
        self._organs, self._names = lookup.organs(known), lookup.names(known, code)
        self._adjectives = lookup.adjectives(known, code)
        self._seats, self._capitals = lookup.seats(known, code), lookup.capitals(known, code)

    def expand(self, id: str | None) -> tuple[Actor, ...]:
        """The actor of that id; its members, if it is a group that has any on the page."""
        actor = self.actors.get(id or "")
        if actor is None or self.is_medium(id):
            return ()
        members = tuple([self.actors[m] for m in actor.members if m in self.actors])
        if not members and actor.id not in self._expanded:
            self._expanded[actor.id] = self._several(actor) or (self._arm(actor) or actor,)
        return members or self._expanded[actor.id]

    def is_several(self, id: str | None) -> bool:
        """Whether an actor stands for several of the page."""
        actor = self.actors.get(id or "")
        may_be = actor is not None and (actor.kind == "group" or actor.members)
        return bool(may_be) and len(self.expand(id)) > 1

    def _several(self, actor: Actor) -> tuple[Actor, ...]:
        """The states of which the people of a group are told to be: "des soldats X et Y"."""
        if actor.kind != "group" or not actor.states:
            return ()
        named = (self._adjectives.get(word) for word in fold(actor.name).split()[1:])
        states = [self.state(id) for id in dict.fromkeys(named) if id is not None]
        return tuple(s for s in states if s is not None) if len(states) > 1 else ()

    def _arm(self, actor: Actor) -> Actor | None:
        """The state of an organization that is only an arm of it ("l'armée turque"), or of those
        who are known only as its own ("des responsables chinois")."""
        if actor.kind not in ("organization", "group"):
            return None
        words = fold(actor.name).split()
        if actor.kind == "group" and not actor.states and self._singular(words[0]) in self._staff:
            return self._body(words)
        if len(actor.states) != 1:
            return None
        if any(self._singular(word) in self._citizens for word in words[:1]):
            return None
        named = {self._adjectives.get(word) for word in words}
        organ = self._organs.get(actor.id)
        called = self._knowledge.organ(actor.id) is None and actor.states[0] in named
        own = called or (organ is not None and organ.kind in lookup.ARMS)
        return self.state(actor.states[0]) if own else None

    def _body(self, words: Sequence[str]) -> Actor | None:
        """The body of the page with whose name the words for its people end: "experts de l'X"."""
        if self._by_name is None:
            bodies = [a for a in self.actors.values() if a.kind == "organization"]
            named = ((fold(name), a) for a in bodies for name in (a.name, *a.aliases))
            self._by_name = dict(named)
        tails = (" ".join(words[k:]) for k in range(2, len(words)))
        return next((self._by_name[tail] for tail in tails if tail in self._by_name), None)

    def is_vague(self, id: str) -> bool:
        """Whether an actor is a group of which no word says that it deals with states."""
        actor = self.actors[id]
        if actor.kind != "group" or actor.members or self._has(actor, self._crowds):
            return False
        words = fold(actor.name).split()
        return len(words) < OF_BODY or self._singular(words[0]) not in self._staff

    def is_of_states(self, id: str) -> bool:
        """Whether an actor is a group of states or of their people ("les Occidentaux")."""
        actor = self.actors[id]
        return actor.kind == "group" and self._has(actor, self._states)

    def _has(self, actor: Actor, words: frozenset[str]) -> bool:
        """Whether a word of the name of an actor is of a class."""
        return not words.isdisjoint(self._singular(word) for word in fold(actor.name).split())

    def is_side(self, one: Participant) -> bool:
        """Whether a party may be one of the two that a page is about: it acts for a state, is a
        body that is known beyond the page, or holds an office of one."""
        known = self._knowledge.organ(one.actor) is not None
        return one.state is not None or known or bool(self._knowledge.terms(one.actor))

    def is_nobody(self, actor: Actor) -> bool:
        """Whether an actor is one person of whom neither name nor state is known."""
        return actor.kind == "person" and actor.name[:1].islower() and not actor.states

    def unnamed(self, ids: Iterable[str]) -> frozenset[str]:
        """Those of these actors who are persons called by a role alone."""
        actors = [self.actors[id] for id in ids]
        return frozenset([a.id for a in actors if a.kind == "person" and a.name[:1].islower()])

    def words(self, ids: Iterable[str]) -> frozenset[str]:
        """The folded words of the names of bodies, by which their meetings are known."""
        bodies = (self.actors[id] for id in ids if self.actors[id].kind == "organization")
        names = (name for body in bodies for name in (body.name, *body.aliases))
        return frozenset(word for name in names for word in fold(name).split())

    def is_medium(self, id: str | None) -> bool:
        """News media relay; they take no part."""
        organ = self._organs.get(id or "")
        return organ is not None and organ.kind in lookup.MEDIA

    def is_civil(self, id: str) -> bool:
        """A court or a body of states that bears no arms: what is aimed at it are words."""
        organ = self._organs.get(id)
        return organ is not None and organ.kind in lookup.CIVIL

    def state_of(self, actor: Actor) -> str | None:
        """The state that the actor acts for: of several, the one whose office is held that day;
        none for who holds one of a body of states only ("l'émissaire de l'ONU") and for a group
        under arms of its own, which fights or talks with its state."""
        id = actor.id
        if id not in self._state_of:
            self._state_of[id] = self._find_state_of(actor)
        return self._state_of[id]

    def _find_state_of(self, actor: Actor) -> str | None:
        if actor.kind == "state":
            return actor.id
        organ = self._organs.get(actor.id)
        if organ is not None and organ.kind == "armed_group":
            return None
        if actor.kind == "person" and actor.states:
            terms = self._knowledge.terms(actor.id)
            held = {term.of for term in terms if term.possible.meets(self._day)}
            if held and not any(map(self._is_of_state, held)):
                return None
            return next((s for s in actor.states if s in held), actor.states[0])
        return actor.states[0] if actor.states else None

    def _is_of_state(self, of: str) -> bool:
        """Whether what somebody holds an office of is a state, or an organ of one."""
        organ = self._knowledge.organ(of)
        own = organ is not None and organ.state is not None
        return own or self._knowledge.state(of) is not None

    def of_its_state(self, one: Participant) -> Participant:
        """A party with the state that it is of, also where it does not act for it."""
        states = self.actors[one.actor].states
        return replace(one, state=states[0]) if one.state is None and states else one

    def as_government(self, one: Participant) -> Participant:
        """The state that an organ of its government acts for; anyone else as he is."""
        organ = self._organs.get(one.actor)
        governs = organ is not None and organ.kind in lookup.GOVERNING
        state = self.state(one.state) if governs else None
        return one if state is None else replace(one, actor=state.id)

    def as_state(self, one: Participant) -> Participant:
        """The state that a person leads and acts for; anyone else as he is."""
        actor = self.actors[one.actor]
        leads = one.state is not None and self._led(actor, one.state, self._day)
        official = actor.kind == "person" and (leads or actor.office in LEADING)
        state = self.state(one.state) if official else None
        return one if state is None else replace(one, actor=state.id, mention=None)

    def as_his_state(self, one: Participant) -> Participant:
        """The state that a person acts for; anyone else as he is."""
        person = self.actors[one.actor].kind == "person"
        state = self.state(one.state) if person else None
        return one if state is None else replace(one, actor=state.id, mention=None)

    def on_record(self, id: str, days: Interval, in_person: bool) -> Actor | None:
        """The state of those days, or he of the page's people who led it then."""
        state = self._knowledge.state(id)
        if state is None or not state.valid.meets(days):
            return None
        people = (a for a in self.actors.values() if a.kind == "person" and in_person)
        leaders = [a for a in people if a.id in self._own and self._led(a, id, days)]
        return leaders[0] if len(leaders) == 1 else self.state(id)

    def leader(self, id: str) -> Actor | None:
        """He of the page's people who leads the state on its day, where that is one person."""
        found = self.on_record(id, self._day, in_person=True)
        return found if found is not None and found.kind == "person" else None

    def _led(self, actor: Actor, state: str, days: Interval) -> bool:
        terms = (t for t in self._knowledge.terms(actor.id) if t.possible.meets(days))
        return any(t.of == state and t.office in LEADING for t in terms)

    def people(self, name: str, state: Actor) -> Actor:
        """People of a state whom only the words for what they are tell: "hauts responsables x"."""
        made = Actor(id=slug(name), kind="group", name=name, states=(state.id,))
        self.nameless.add(made.id)
        return self.actors.setdefault(made.id, made)

    def state(self, id: str | None, only_here: bool = False) -> Actor | None:
        """The state as an actor, also one that is named only as a place or by an adjective, unless
        it must act on the page (``only_here``)."""
        made = lookup.made_state(self._knowledge, self._code, id)
        if made is None or (only_here and made.id not in self._own):
            return None
        return self.actors.setdefault(made.id, made)

    def host(self, actor: Actor, receives: bool = True) -> Actor | None:
        """Who receives at that actor's place: a state itself, also where it is only the ground that
        someone treads; a place's or a capital's state. Who does more than receive acts elsewhere on
        the page too."""
        if actor.kind != "place":
            return actor
        name = fold(actor.name)
        known = actor.states[:1] or (
            self._capitals.get(name) or self._names.get(name) or self._seats.get(name),
        )
        return self.state(known[0], only_here=not receives)

    def is_city(self, actor: Actor) -> bool:
        """Whether a state bears the name of its capital: "le sommet de Singapour" is held there."""
        return actor.kind == "state" and self._capitals.get(fold(actor.name)) == actor.id

    def is_country(self, actor: Actor) -> bool:
        """Whether an actor bears the name of a state, not of its capital."""
        name = fold(actor.name)
        return name in self._names and name not in self._capitals

    def country(self, actor: Actor) -> Actor:
        """The state that a country is, which a clause says that one deals with."""
        return (self.host(actor) if self.is_country(actor) else None) or actor

    def is_capital(self, name: str) -> bool:
        """Whether a name is that of a capital."""
        return fold(name) in self._capitals

    def adjective(self, word: str) -> tuple[Actor, ...]:
        """The states that an adjective names, simple, compound or as a whole ("sud-X", where "X"
        alone is another), and bodies of the page; none that it only tells to be for or against
        ("pro-X")."""
        whole = fold(word)
        parts = whole.split()
        if parts and parts[0] in self._siding:
            return ()
        parts = [whole] if whole in self._adjectives else parts
        found = [self.state(self._adjectives[part]) for part in parts if part in self._adjectives]
        found += [self._called(name) for name in self._bodies.get(whole, ())]
        return tuple(dict.fromkeys(filter(None, found))) if found else ()

    def bloc(self, word: str) -> list[Actor]:
        """Those whom an adjective names together, who are no body: "sanctions occidentales"."""
        name = self._blocs.get(fold(word))
        made = Actor(id=slug(name), kind="group", name=name) if name is not None else None
        return [self.actors.setdefault(made.id, made)] if made is not None else []

    def is_inner(self, word: str) -> bool:
        """Whether an adjective tells what goes on among the people of one country."""
        rest = (word.removeprefix(p) for p in self._inner if word.startswith(p))
        return any(other in self._adjectives for other in rest)

    def _called(self, name: str) -> Actor | None:
        """The state of a name, or the body of the page that bears it."""
        state = self.state(self._names.get(fold(name)))
        bodies = (a for a in self.actors.values() if a.kind == "organization")
        return state or next((a for a in bodies if name == a.name or name in a.aliases), None)

    def side(self, word: str) -> Actor | None:
        """One of two that a hyphen joins ("le sommet UE-X", "X-Y"): a state by its name or its
        capital, or the one person of the page who is called so, leaders before others."""
        name = fold(word)
        state = self.state(self._names.get(name) or self._capitals.get(name))
        people = (self.actors[id] for id in sorted(self._own.intersection(self.actors)))
        known = [a for a in people if a.kind == "person" and name in fold(a.name).split()]
        if len(known) > 1:
            known = [a for a in known if a.office in LEADING]
        return state or (known[0] if len(known) == 1 else None)
