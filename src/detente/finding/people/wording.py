"""How French says whose a body or a group is: "le ministère russe de la Défense", "l'armée de
Russie", "l'ambassade de Chine à Paris". One name is taken apart into what it is and whose, and put
together again in the other ways that mean the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from detente.finding.people.gazetteer import Gazetteer
from detente.finding.people.spelling import head, plain
from detente.finding.people.vocabulary import Gender, Vocabulary
from detente.finding.people.ways import Parts, is_articled, ways_to_say
from detente.knowledge.facts import State
from detente.languages.people import Forms
from detente.memory import PAGES

SET = 4
"""Forms of one adjective: masculine and feminine, singular and plural."""


class Wording:
    """Words for what belongs to states; ``text`` is the page, whose own words for a state count."""

    def __init__(self, words: Vocabulary, names: Gazetteer, text: str) -> None:
        self.words, self.gazetteer, self.code, self.text = words, names, names.language, text
        self._said = frozenset(chain.from_iterable(map(names.adjectives_in, text.split())))
        self._adjectives: dict[str, tuple[tuple[str, ...], ...]] = {}
        self._names: dict[str, tuple[str, ...]] = {}
        self._genitives: dict[str, tuple[str, ...]] = {}

    @property
    def forms(self) -> Forms:
        """How names are put together."""
        return self.words.tables.forms

    # -- a state and its forms

    def adjectives(self, state: State) -> tuple[tuple[str, ...], ...]:
        """The adjectives of a state, each with all its forms: those of the page, else the usual."""
        if state.id not in self._adjectives:
            known = state.adjectives.get(self.code, ())
            sets = [known[k : k + SET] for k in range(0, len(known), SET)]
            own = [s for s in sets if self._is_of_page(s)]
            own.sort(key=lambda s: -self.text.count(s[0]))
            self._adjectives[state.id] = tuple(dict.fromkeys((*own, *sets[:1])))
        return self._adjectives[state.id]

    def _is_of_page(self, forms: tuple[str, ...]) -> bool:
        """Whether the page has an adjective, and no other state shares it ("coréen")."""
        own = self.gazetteer.state_of(plain(forms[0])) is not None
        return own and not self._said.isdisjoint(map(plain, forms))

    def names(self, state: State) -> tuple[str, ...]:
        """A state with its article, under its usual name and those that the page has for it."""
        if state.id not in self._names:
            name = state.names.get(self.code, state.id)
            usual = state.articles.get(self.code) or name
            own = (a for a in state.aliases.get(self.code, ()) if a in self.text)
            others = (self.articled(a, usual, name) for a in own if plain(a) != plain(name))
            self._names[state.id] = (usual, *filter(None, others))
        return self._names[state.id]

    def articled(self, alias: str, usual: str, name: str) -> str:
        """Another name of a state with its article: that of the usual name, for its letters and
        its short form; else the one that its own gender and first letter call for."""
        article = usual[: len(usual) - len(name)]
        first, vowel = head(alias), alias[:1] in self.forms.vowels
        if not article and " " not in alias:
            return alias
        if alias.isupper() or plain(name).startswith(first):
            elided = article == self.forms.article_vowel
            return article + alias if alias.isalpha() and (vowel or not elided) else ""
        if not first.isalpha() or alias[0].islower():
            return ""
        if vowel:
            return self.forms.article_vowel + alias
        female = first.endswith(self.forms.feminine_ending)
        return self.forms.articles["f" if female else "m"] + alias

    def unarticled(self, words: str) -> str:
        """Words without their article: "autorités russes"; "" if they tell by who speaks whose it
        is ("son pays") or point to it ("ce régime")."""
        table = self.words.tables.determiners
        found = self.words.pattern.match(words)
        first = found.group().lower() if found is not None else ""
        if first in self.words.classes.owned or first in table.demonstrative:
            return ""
        article = first in self.words.classes.contracted
        return words[len(first) :].lstrip() if article else words

    def of(self, name: str) -> str:
        """A name after "of": "du Venezuela", "de la Russie", "d'Israël"."""
        for start, joined in self.forms.of.items():
            if name.lower().startswith(start):
                return joined + name[len(start) :]
        elided = name[:1] in self.forms.vowels and name[:1] not in self.forms.mute
        return (self.forms.of_vowel if elided else self.forms.of_bare) + name

    def genitives(self, state: State) -> tuple[str, ...]:
        """A state after "of", with and, where French may leave it out, without its article."""
        if state.id not in self._genitives:
            usual, *others = self.names(state)
            bare = (usual[len(a) :] for a in self.forms.omitted if usual.startswith(a))
            told = dict.fromkeys(map(self.of, (usual, *bare, *others)))
            self._genitives[state.id] = tuple(told)
        return self._genitives[state.id]

    def places(self, state: State) -> tuple[str, ...]:
        """A state and its capital as where something is: "en Russie", "à Moscou"."""
        found = []
        for name in self.names(state)[:1]:
            start = next((s for s in self.forms.inside if name.startswith(s)), "")
            inside = self.forms.inside.get(start, self.forms.inside_bare)
            found.append(inside + name[len(start) :])
        capitals = state.capitals.get(self.code, ())[:1]
        return (*found, *(self.forms.inside_bare + c for c in capitals))

    # -- a name and its parts

    def body(self, name: str) -> int:
        """Where the body begins for which a person speaks or acts: "porte-parole de l'armée"."""
        if head(name) not in self.words.nouns:
            return 0
        found = [m.start() for m in self.words.pattern.finditer(name)]
        bodies = (k for k in found if self._is_body(head(name[k:])))
        return next(bodies, 0)

    def _is_body(self, word: str) -> bool:
        return word in self.words.institutions or word in self.words.media

    def apart(self, name: str, state: State) -> Parts:
        """A name without the words that tell that it is of a state."""
        words = name.split(" ")
        of = self.gazetteer.states_of
        told = (
            k for k, w in enumerate(words) if k and w[:1].islower() and state.id in of(plain(w))
        )
        hit = next(told, None)
        left = words if hit is None else words[:hit] + words[hit + 1 :]
        bare = " ".join(left)
        if hit is None and len(words) > 1:
            bare = self._without_genitive(name, state)
        noun, rest = self.split(bare)
        gender, many = self._agreement(noun)
        if hit is not None and gender is None:
            gender = self._shown(words[hit], state)
        return Parts(noun, rest, gender, many, told=bare != name)

    def _without_genitive(self, name: str, state: State) -> str:
        folded = plain(name)
        known = (state.names.get(self.code, ""), *state.aliases.get(self.code, ()))
        usual = state.articles.get(self.code) or known[0]
        articled = (self.articled(a, usual, known[0]) for a in known[1:])
        for form in dict.fromkeys((usual, *filter(None, (*articled, *known)))):
            end = " " + plain(self.of(form))
            if folded.endswith(end):
                return name[: len(name) - len(end)]
        return name

    def split(self, name: str) -> tuple[str, str]:
        """The noun with its adjectives, and what follows from the first preposition on."""
        spaced = name.split(" ")
        links = self.words.tables.prepositions.all
        for k, word in enumerate(spaced[1:], start=1):
            if word.lower() in links or word.lower().startswith(self.forms.of_vowel):
                return " ".join(spaced[:k]), " ".join(spaced[k:])
        return name, ""

    def _agreement(self, noun: str) -> tuple[Gender | None, bool]:
        """Gender, where the tables tell it, and number of a noun."""
        first = head(noun)
        ending = self.words.tables.plural_ending
        single = first.removesuffix(ending)
        shown = noun.split(" ")[1:] if first in self.words.invariable else [first]
        many = any(word.endswith(ending) for word in shown)
        person = next(iter(self.words.nouns.get(first, ())), None)
        if person is not None and first not in self.words.invariable:
            return person.gender or ("m" if person.plural else None), person.plural
        if first in self.words.feminine or single in self.words.feminine:
            return "f", many
        known = first in self.words.common or single in self.words.common
        return "m" if known else None, many

    def is_many(self, name: str) -> bool:
        """Whether a name is a noun in the plural: "étudiants", "hauts responsables"."""
        return self._agreement(self.split(name)[0])[1]

    def _shown(self, adjective: str, state: State) -> Gender | None:
        """The gender that a form of an adjective shows."""
        for forms in self.adjectives(state):
            for k, form in enumerate(forms[:SET]):
                other = forms[k ^ 1] if (k ^ 1) < len(forms) else form
                if plain(form) == plain(adjective) and other != form:
                    return "f" if k % 2 else "m"
        return None

    def is_owned(self, parts: Parts) -> bool:
        """Whether a name tells by another name whose it is: "le parquet de Paris"."""
        field = head(parts.noun) in self.words.fielded and is_articled(self.words, parts.rest)
        of = (w for w in self.forms.of.values() if parts.rest.lower().startswith(w))
        rest = parts.rest[len(next(of, "")) :] if field else parts.rest
        after = rest.replace(self.forms.of_vowel, "").replace(self.forms.article_vowel, "")
        words = (*parts.noun.split(" ")[1:], *after.split(" ")[field:])
        return any(w[:1].isupper() and plain(w) not in self.words.unowned for w in words)

    def standard(self, parts: Parts, state: State) -> str:
        """The one way to say whose it is that is the same on all pages."""
        usual = state.adjectives.get(self.code, ())[:SET]
        return ways_to_say(self.words, parts, (usual,) if usual else (), self.genitives(state))[0]

    def ways(self, parts: Parts, state: State) -> tuple[str, ...]:
        """All ways to say whose it is, the one that the press prefers first."""
        return ways_to_say(self.words, parts, self.adjectives(state), self.genitives(state))

    def posted(self, name: str, state: State) -> Iterator[str]:
        """The ways to name what a state has in another: "l'ambassade américaine à Moscou" and "en
        Russie"."""
        before, host = self.hosted(name)
        for way in (before, *self.ways(self.apart(before, state), state)):
            places = self.places(host) if host is not None else ()
            yield from (f"{way} {place}" for place in places)
            yield from () if places else (way,)

    def hosted(self, name: str) -> tuple[str, State | None]:
        """What stands before the country or city where something is, and the state of that."""
        hits = self.gazetteer.hits(name).values()
        last = next((h for h in hits if h.end == len(name)), None)
        ids = last.ids("state", "capital") if last is not None else ()
        for inside in {*self.forms.inside.values(), self.forms.inside_bare}:
            if last is not None and ids and name[: last.start].endswith(" " + inside):
                host = self.gazetteer.knowledge.state(ids[0])
                return name[: last.start - len(inside) - 1], host
        return name, None


@lru_cache(PAGES)
def wording(words: Vocabulary, names: Gazetteer, text: str) -> Wording:
    """The wording of a page: each of its stages asks for the same names again."""
    return Wording(words, names, text)
