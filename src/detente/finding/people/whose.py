"""Whose a body or a group is that the page calls by a bare noun: "la police", "le parquet".

Where the page makes sure of which state it is, its name and its identifier tell it: by the words of
its own name, the place right after it ("des responsables à Séoul"), or the country that the page is
set in. An actor that is only "police" would be one with the police of all countries.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from detente.finding.ground import Ground, People
from detente.finding.people.cast import Cast
from detente.finding.people.gazetteer import Gazetteer
from detente.finding.people.setting import setting
from detente.finding.people.spelling import head, plain
from detente.finding.people.spots import Scan
from detente.finding.people.vocabulary import Vocabulary
from detente.finding.people.ways import Parts
from detente.finding.people.wording import wording
from detente.knowledge.facts import State
from detente.records import Actor, Quotation, Span
from detente.text import slug

UNION = "EUE"
"""The state of what is many states'."""

PLACE = 40
"""Characters after a noun within which the name of a place ends."""
ARTICLE = 6
"""Characters around the first letter of a phrase that hold its article."""

Told = tuple[People, tuple[Quotation, ...]]


class Whose:
    """Finds the states of the bodies and groups of one page."""

    def __init__(self, ground: Ground, scan: Scan, words: Vocabulary, names: Gazetteer) -> None:
        self.ground, self.scan, self.words, self.names = ground, scan, words, names
        self.wording = wording(words, names, ground.text)
        self.cast = Cast(words, names)
        self.knowledge = ground.knowledge
        self.known = ground.knowledge.organ_ids
        self._begins = [sentence.start for sentence in ground.sentences]

    def tell(self, people: People, quotations: tuple[Quotation, ...]) -> Told:
        """The people of a page with their states told, and the quotations that they speak."""
        self.home = setting(self.scan, people, self.names)
        self.people = people
        self.foreign = self._places(people)
        self.states = {actor.id for actor in people.actors if actor.kind == "state"}
        spans: dict[str, list[Span]] = {}
        for mention in people.mentions:
            if mention.actor is not None and mention.form != "pronoun":
                spans.setdefault(mention.actor, []).append((mention.start, mention.end))
        for said in quotations:
            if said.speaker is not None and said.speaker_mention is not None:
                spans.setdefault(said.speaker, []).append(said.speaker_mention)
        told = {a.id: self._told(a, spans.get(a.id, ())) for a in people.actors}
        return self._merged(people, told), tuple(_spoken(q, told) for q in quotations)

    # -- one actor

    def _told(self, actor: Actor, spans: Sequence[Span]) -> Actor:
        """An actor under the name that tells its state; itself where none is sure."""
        if not self._is_nameless(actor):
            return actor
        shown = self._shown(actor.name)
        sided = self._of_side(actor) if not shown else None
        if sided is not None:
            return sided
        if shown:
            return self._of_words(actor, shown)
        state = self.knowledge.state(self._sure(actor, spans))
        if state is None or self.wording.is_owned(self.wording.apart(actor.name, state)):
            return self._sorted(actor)
        return self._called(actor, state)

    def _is_nameless(self, actor: Actor) -> bool:
        """Whether an actor is called by a common noun."""
        if actor.members or actor.kind in ("state", "place") or actor.id in self.known:
            return False
        known = self.knowledge.person(actor.id) is not None
        common = head(actor.name) in self.words.common
        return not known and (actor.name[:1].islower() or (common and actor.kind != "person"))

    def _shown(self, name: str) -> tuple[str, ...]:
        """The states that a name itself tells, by adjective or by name, in their order."""
        words = (w for w in name.split(" ")[1:] if w[:1].islower())
        adjectives = ((name.find(w), self.names.state_of(plain(w))) for w in words)
        hits = ((h.start, h.ids("state", "capital")) for h in self.names.hits(name).values())
        places = ((at, ids[0]) for at, ids in hits if len(set(ids)) == 1)
        told = sorted((at, id) for at, id in (*adjectives, *places) if id is not None)
        return tuple(dict.fromkeys(id for _, id in told))

    def _of_side(self, actor: Actor) -> Actor | None:
        """An actor told by a side of two states that the page names both: "le ministère de
        l'Unification du Sud"."""
        for side, states in self.words.sides.items():
            end = " " + plain(self.wording.forms.of_the + side)
            state = self.knowledge.state(states[0])
            if plain(actor.name).endswith(end) and self.states.issuperset(states) and state:
                return self._called(replace(actor, name=actor.name[: -len(end)]), state)
        return None

    def _of_words(self, actor: Actor, shown: tuple[str, ...]) -> Actor:
        """An actor whose own name tells whose it is, with that state."""
        party = head(actor.name) in self.words.parties
        state = self.knowledge.state(shown[0])
        if UNION in shown or state is None:
            return self._sorted(actor)
        before, host = self.wording.hosted(actor.name)
        if host is not None and shown == (host.id,) and self._is_domestic(before):
            return self._called(replace(actor, name=before), host)
        if actor.kind == "person" and head(actor.name) in self.words.nouns:
            return self._sorted(replace(actor, states=actor.states or shown[:1]))
        parts = self.wording.apart(actor.name, state)
        if len(shown) > 1 or party or not parts.told:
            return replace(self._sorted(actor), states=actor.states or shown[: not party])
        told = replace(self._sorted(actor), states=actor.states or shown)
        if told.kind != "organization" or actor.name[:1].isupper():
            return told
        whole = self.words.tables.forms.stands.get(parts.noun) if not parts.rest else None
        known = self._standing(actor, whole, state) if whole else self._known(parts, state)
        return known or replace(told, id=slug(self.wording.standard(parts, state)))

    def _standing(self, actor: Actor, whole: str, state: State) -> Actor:
        """The body that a shorter noun stands for: "la diplomatie danoise"."""
        called = self._called(replace(actor, name=whole, aliases=()), state)
        names = (*actor.aliases, actor.name, *called.aliases)
        return replace(called, aliases=tuple(n for n in names if n not in (whole, called.name)))

    def _sorted(self, actor: Actor) -> Actor:
        """An actor as the kind that its noun tells: "le parquet" is no person, nor are "les
        étudiants" one."""
        if actor.kind != "person":
            return actor
        noun = head(actor.name)
        houses = self.words.institutions.union(self.words.lifeless, self.words.media)
        if noun in houses:
            return replace(actor, kind="organization")
        many = noun in self.words.crowds or self.wording.is_many(actor.name)
        return replace(actor, kind="group") if many else actor

    # -- its state

    def _sure(self, actor: Actor, spans: Sequence[Span]) -> str | None:
        """The state of a body or group that its name does not tell."""
        own = self._is_domestic(actor.name)
        if actor.states:
            return actor.states[0] if len(actor.states) == 1 and own else None
        placed = {self._placed(stop) for _, stop in spans}
        if len(placed) == 1 and None not in placed:
            return placed.pop()
        noun = head(actor.name)
        said = [s for s in spans if noun in plain(self.ground.words(*s))] if own else []
        there = sum(map(self._is_at_home, said))
        return self.home if there > len(said) / 2 else None

    def _is_domestic(self, name: str) -> bool:
        """Whether a noun is one of which each country has its own, and no adjective makes it more
        or less than a country's."""
        first, told = head(name), " " in name
        noun = {plain(word) for word in self.wording.split(name)[0].split(" ")}
        known = first in self.words.domestic or (told and first in self.words.departments)
        joined = self.words.tables.prepositions.and_ & set(name.lower().split(" "))
        return known and not joined and not self.words.beyond & noun

    def _placed(self, stop: int) -> str | None:
        """The state of the place right after some words: "des responsables à Séoul"."""
        after = self.ground.text[stop : stop + PLACE]
        for start in (*self.wording.forms.inside.values(), self.wording.forms.inside_bare):
            if after.startswith(" " + start):
                hit = self.names.hits(after).get(1 + len(start))
                ids = hit.ids("state", "capital") if hit is not None else ()
                return ids[0] if len(set(ids)) == 1 else None
        return None

    def _is_at_home(self, span: Span) -> bool:
        """Whether the words are definite and no place of another country stands in the sentence."""
        table = self.words.tables.determiners
        before = self.ground.text[max(0, span[0] - ARTICLE) : span[0] + ARTICLE].lower()
        words = {m.group() for m in self.words.pattern.finditer(before)}
        told = {m.group().lower() for m in self.words.pattern.finditer(self.ground.words(*span))}
        counted = bool(told & table.numbers)
        definite = bool(words & (table.definite | table.contracted)) and not counted
        return definite and self._sentence(span[0]) not in self.foreign

    def _places(self, people: People) -> frozenset[int]:
        """The sentences in which a place of another country is named."""
        away = {a.id for a in people.actors if a.kind == "place" and self.home not in a.states}
        return frozenset(self._sentence(m.start) for m in people.mentions if m.actor in away)

    def _sentence(self, at: int) -> int:
        return bisect_right(self._begins, at)

    # -- its name

    def _called(self, actor: Actor, state: State) -> Actor:
        """An actor of a state under the name that tells so; the body of the record, or the state
        itself, that is meant by it."""
        if head(actor.name) in self.words.governments and " " not in actor.name:
            return self.cast.state(state).actor()
        parts = self.wording.apart(actor.name, state)
        known = self._known(parts, state)
        party = head(actor.name) in self.words.parties
        return known or replace(
            self._sorted(actor),
            id=slug(self.wording.standard(parts, state)),
            name=self.wording.ways(parts, state)[0],
            aliases=(*actor.aliases, actor.name),
            states=() if party else (state.id,),
        )

    def _known(self, parts: Parts, state: State) -> Actor | None:
        """The body of the record that is meant, by any way to say whose it is."""
        for way in self.wording.ways(parts, state):
            named = [n.id for n in self.knowledge.named(way) if n.kind == "organ"]
            organ = self.knowledge.organ(named[0]) if len(named) == 1 else None
            if organ is not None and organ.state == state.id:
                return self.cast.organ(organ).actor()
        return None

    # -- all of them

    def _merged(self, people: People, told: dict[str, Actor]) -> People:
        """The people of a page under their new names, two that are one put together."""
        found: dict[str, Actor] = {}
        for actor in people.actors:
            new = told[actor.id]
            members = tuple(told[m].id if m in told else m for m in new.members)
            before = found.get(new.id)
            aliases = before.aliases if before is not None else ()
            names = tuple(dict.fromkeys((*aliases, *new.aliases)))
            found[new.id] = replace(before or new, members=members, aliases=names)
        renamed = {old: new.id for old, new in told.items() if new.id != old}
        mentions = (
            replace(m, actor=renamed[m.actor]) if m.actor in renamed else m for m in people.mentions
        )
        return People(actors=tuple(found.values()), mentions=tuple(mentions))


def _spoken(said: Quotation, told: dict[str, Actor]) -> Quotation:
    """A quotation whose actors have their new identifiers."""

    def new(id: str | None) -> str | None:
        return told[id].id if id in told else id

    about = tuple(told[a].id if a in told else a for a in said.about)
    return replace(said, speaker=new(said.speaker), addressee=new(said.addressee), about=about)
