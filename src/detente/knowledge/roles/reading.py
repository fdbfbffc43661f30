"""Finding role phrases in a text: a noun of office with what completes it to a title.

    [determiner] [former] NOUN [adjective] [complement] [adjective | of STATE] [acting]

The words are the language's, the names those of the knowledge base; nothing here knows either.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.knowledge.base import Knowledge
from detente.knowledge.facts import Organ
from detente.knowledge.roles.lead import lead_of
from detente.knowledge.roles.phrase import Post, RolePhrase
from detente.knowledge.roles.title import States, Title, members, offices
from detente.knowledge.roles.tokens import Phrases, Tokens, tokens_of
from detente.knowledge.roles.words import REGION, Complement, Noun, Words, compiled
from detente.languages.language import Language
from detente.languages.roles import Role


def find(text: str, knowledge: Knowledge, language: Language) -> tuple[RolePhrase, ...]:
    """All role phrases of a text, in order, none within another. Linear in the text's length."""
    words = compiled(language, knowledge)
    return tuple(_Reader(words, knowledge, tokens_of(text)).phrases())


class _Reader:
    """Reads one text."""

    def __init__(self, words: Words, knowledge: Knowledge, tokens: Tokens) -> None:
        self._words = words
        self._knowledge = knowledge
        self._tokens = tokens

    def phrases(self) -> Iterator[RolePhrase]:
        """The phrases of the text, in order."""
        after = 0
        for i in self._words.nouns.starts(self._tokens):
            nouns = self._words.nouns.all_at(self._tokens, i) if i >= after else []
            if nouns:
                noise = self._words.noise.at(self._tokens, i)
                titles = [] if noise else self._longest(self._titles(nouns))
                if titles:
                    yield self._phrase(i, titles)
                after = noise[0] if noise else titles[0].end if titles else i + 1

    def _titles(self, nouns: list[tuple[int, tuple[Noun, ...]]]) -> Iterator[Title]:
        """Every way to read a title that begins with one of these nouns."""
        for end, forms in nouns:
            for noun in forms:
                states, after = self._adjectives(end, noun.plural)
                starts: list[tuple[int, States]] = [(end, ())]
                if states:
                    starts.insert(0, (after, states))
                for at, found in starts:
                    yield from self._with_complements(noun, at, found)
                    yield from self._with_organ(noun, at, found)

    def _longest(self, titles: Iterator[Title]) -> list[Title]:
        kept = [title for title in titles if self._holds(title)]
        end = max((title.end for title in kept), default=0)
        longest = [title for title in kept if title.end == end]
        completed = [title for title in longest if not title.bare and not title.posts]
        return completed or [title for title in longest if title.posts] or longest

    def _with_complements(self, noun: Noun, at: int, states: States) -> Iterator[Title]:
        word = self._tokens.words[at] if at < len(self._tokens) else ""
        for complement in self._words.complements[noun.lemma].at(word):
            if complement.plural and not noun.plural:
                continue
            for end, inner in self._complement(complement, at):
                if inner and states:
                    continue
                bare = not complement.before
                title = Title(end, noun, complement.role, states or inner, bare=bare)
                yield self._completed(title)

    def _complement(self, complement: Complement, at: int) -> Iterator[tuple[int, States]]:
        end = self._sequence(complement.before, at)
        if end is None:
            return
        if complement.after is None:
            yield end, ()
            return
        states, middle = self._adjectives(end, plural=False)
        for start, found in ((middle, states), (end, ())):
            last = self._sequence(complement.after, start)
            if last is not None:
                yield last, found
                return

    def _with_organ(self, noun: Noun, at: int, states: States) -> Iterator[Title]:
        roles = self._words.organ_roles[noun.lemma]
        if not roles or states or not self._joined(at):
            return
        end, organs = self._of_state(*self._organs(at))
        if not organs or self._is_qualified(end) or self._goes_on(end):
            return
        for role in roles:
            fit = [o for o in organs if not role.kinds or o.kind in role.kinds]
            named = [o.head if role.takes == "head" else o.spokesperson for o in fit]
            posts = tuple(Post(*post) for post in named if post)
            if posts:
                yield self._completed(Title(end, noun, None, posts=posts))

    def _organs(self, at: int) -> tuple[int, list[Organ]]:
        """The institutions named after "of" at a word, and the word after. A proper name needs its
        capital: "la Commission" is one, "la commission" any."""
        for start, _ in self._words.of.all_at(self._tokens, at):
            if not self._joined(start):
                continue
            is_capital = not self._is_small(start)
            for names in (self._words.organs, self._words.common_organs):
                found = names.at(self._tokens, start)
                if found and (is_capital or names is self._words.common_organs):
                    organs = [self._knowledge.organ(id) for id in found[1]]
                    return found[0], [organ for organ in organs if organ]
        return at, []

    def _of_state(self, at: int, organs: list[Organ]) -> tuple[int, list[Organ]]:
        """The institutions of the state that an adjective names; all if there is none."""
        states, end = self._adjectives(at, plural=False)
        if not states:
            return at, organs
        return end, [organ for organ in organs if organ.state in states[0]]

    def _completed(self, title: Title) -> Title:
        """The title with what follows it: state, standing, host of an ambassador."""
        for _ in range(2):
            standing = self._words.after.at(self._tokens, title.end)
            if standing and self._joined(title.end) and not title.standing:
                title = replace(title, end=standing[0], standing=standing[1][0])
            if not title.states and not title.posts:
                states, end = self._states(title.end, title.noun.plural)
                title = replace(title, end=end, states=states)
        takes = title.role.takes if title.role else None
        if takes:
            leads = self._words.at if takes == "host" else self._words.about
            found = self._place(leads, title.end)
            if found:
                title = replace(title, end=found[0], subjects=found[1])
        return title

    def _holds(self, title: Title) -> bool:
        """Whether the words are this title and not the beginning of another."""
        if title.role is None:
            return True
        if self._joined(title.end) and self._words.lesser.at(self._tokens, title.end):
            return False
        named = [of for member in title.states for of in member]
        has_what_it_needs = _allows(title.role, named, title.subjects)
        other = title.bare and (self._goes_on(title.end) or self._is_fielded(title))
        return has_what_it_needs and not other

    def _goes_on(self, at: int) -> bool:
        """Whether "of" and a thing follow, which make another title of a bare one."""
        lead = self._words.of.at(self._tokens, at) if self._joined(at) else None
        if not lead or not self._joined(lead[0]):
            return False
        if self._words.loose.at(self._tokens, lead[0]):
            return False
        after = self._tokens.words[lead[0]]
        is_verb = lead[0] == at + 1 and after.endswith(self._words.infinitives)
        return not (is_verb and self._is_small(lead[0]))

    def _is_fielded(self, title: Title) -> bool:
        """Whether "at" and a thing that is no place follow, which make another title of some."""
        if title.noun.lemma not in self._words.fielded or not self._joined(title.end):
            return False
        lead = self._words.fields.at(self._tokens, title.end)
        if lead is None or self._words.no_fields.at(self._tokens, lead[0]):
            return False
        return self._place(self._words.fields, title.end) is None

    def _is_qualified(self, at: int) -> bool:
        """Whether an adjective follows an institution and makes it another one."""
        if not self._joined(at) or not self._is_small(at):
            return False
        word = self._tokens.words[at]
        is_adjective = word.endswith(self._words.adjective_endings)
        return is_adjective and not self._words.after.at(self._tokens, at)

    def _is_small(self, at: int) -> bool:
        return self._tokens.text[self._tokens.starts[at]].islower()

    def _states(self, at: int, plural: bool) -> tuple[States, int]:
        states, end = self._adjectives(at, plural)
        if states:
            return states, end
        found = self._joined(at) and (
            self._after(self._words.of, self._words.states, at) or self._nation(at)
        )
        if not found:
            return (), at
        members = [found[1]]
        end = found[0]
        while plural and (found := self._next_state(end)):
            members.append(found[1])
            end = found[0]
        return tuple(members), end

    def _nation(self, at: int) -> tuple[int, tuple[str, ...]] | None:
        """A people with its capital after "of": "the king of the Belgians"."""
        for start, _ in self._words.of.all_at(self._tokens, at):
            if self._joined(start) and not self._is_small(start):
                return self._words.adjectives.at(self._tokens, start)
        return None

    def _next_state(self, at: int) -> tuple[int, tuple[str, ...]] | None:
        start = self._link(at)
        return self._after(self._words.of, self._words.states, start) if start else None

    def _adjectives(self, at: int, plural: bool) -> tuple[States, int]:
        found = self._words.adjectives.at(self._tokens, at) if self._joined(at) else None
        members: list[tuple[str, ...]] = []
        end = at
        while found:
            end, ids = found
            members.append(ids)
            start = self._link(end) if plural else None
            found = self._words.adjectives.at(self._tokens, start) if start else None
        return tuple(members), end

    def _link(self, at: int) -> int | None:
        """The word after a comma or an "and" at this place."""
        if at >= len(self._tokens):
            return None
        if self._tokens.listed[at]:
            return at
        if self._joined(at) and self._tokens.words[at] in self._words.joins:
            return at + 1
        return None

    def _place(self, leads: Phrases[None], at: int) -> tuple[int, tuple[str, ...]] | None:
        words = self._words
        if not self._joined(at):
            return None
        for names in (words.states, words.organs, words.common_organs, words.capitals):
            if found := self._after(leads, names, at):
                return found
        return None

    def _after(
        self, leads: Phrases[None], names: Phrases[str], at: int
    ) -> tuple[int, tuple[str, ...]] | None:
        """A name that follows one of the leading words (the longest that lets one follow)."""
        for start, _ in leads.all_at(self._tokens, at):
            if self._joined(start) and (found := names.at(self._tokens, start)):
                return found
        return None

    def _sequence(self, words: tuple[str, ...], at: int) -> int | None:
        end = at + len(words)
        if self._tokens.words[at:end] != words or not all(self._tokens.joined[at:end]):
            return None
        return end

    def _joined(self, at: int) -> bool:
        return at < len(self._tokens) and self._tokens.joined[at]

    def _phrase(self, i: int, titles: list[Title]) -> RolePhrase:
        lead = lead_of(self._words, self._tokens, i)
        title = titles[0]
        roles = [t.role for t in titles if t.role]
        start, end = self._tokens.starts[lead.start], self._tokens.ends[title.end - 1]
        return RolePhrase(
            start=start,
            end=end,
            head=self._tokens.starts[i],
            text=self._tokens.text[start:end],
            members=members(titles),
            offices=offices(titles),
            ranked=any(role.ranked for role in roles),
            only=tuple(dict.fromkeys(of for role in roles for of in role.only)),
            requires=tuple(dict.fromkeys(r.requires for r in roles if r.requires)),
            subjects=title.subjects,
            standing=lead.standing or title.standing or "current",
            determiner=lead.determiner,
            plural=title.noun.plural,
            count=lead.count,
            feminine=title.noun.feminine or (lead.feminine and not title.noun.plural),
            counterpart=any(role.counterpart for role in roles),
        )


def _allows(role: Role, named: list[str], subjects: tuple[str, ...]) -> bool:
    """Whether a role may be of the states that are named."""
    lacks = (role.needs_state and not named) or (role.needs_subject and not subjects)
    is_elsewhere = bool(role.only and named and not set(named) & set(role.only))
    is_other = bool(role.implies and named and role.implies not in named)
    return not (lacks or is_elsewhere or is_other or REGION in named)
