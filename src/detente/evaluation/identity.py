"""Whether the actor that the program found is the one a reader meant."""

from __future__ import annotations

from collections.abc import Iterable

from detente.evaluation.answers import Who
from detente.languages import language
from detente.records import Actor, Reading, Span
from detente.text import fold


class Cast:
    """The actors of a reading, ready to be compared with answers."""

    def __init__(self, reading: Reading) -> None:
        self._actors = {actor.id: actor for actor in reading.actors}
        self._text = reading.text or ""
        code = reading.page.language
        known = code if code in language.supported() else "fr"
        self._small = frozenset(fold(w) for w in language.load(known).function_words) | {"l", "d"}

    def is_right(self, who: Who | None, found: str | None, mention: Span | None = None) -> bool:
        """Whether actor ``found`` (named at ``mention``) is ``who``.

        The identifier, the state's code or any name decides; persons also by their surname. A
        person whom the page leaves unnamed is right if the words that point to it are.
        """
        actor = self._actors.get(found or "")
        if who is None or actor is None:
            return who is None and actor is None
        if who.members and actor.members:
            return self._is_group(who, actor)
        if actor.id == who.id:
            return True
        wanted = {self._name(n) for n in who.names} - {""}
        names = {self._name(n) for n in (actor.name, actor.id, *actor.aliases)} - {""}
        if wanted & names or self._is_state(who, actor):
            return True
        if who.unnamed and actor.kind == "person":
            return self._is_unnamed(who, actor, wanted, mention)
        return actor.kind == "person" and _surnames(wanted) & _surnames(names) != set()

    def _is_group(self, who: Who, actor: Actor) -> bool:
        rest = list(actor.members)
        for member in who.members:
            hit = next((m for m in rest if self.is_right(member, m)), None)
            if hit is None:
                return False
            rest.remove(hit)
        return not rest

    def _is_state(self, who: Who, actor: Actor) -> bool:
        """A state asked for by name: its code is enough, and so is its government."""
        if who.id is not None or who.state is None or actor.kind != "state":
            return False
        return actor.id == who.state and len(who.names[0].split()) <= _LONG_NAME

    def _is_unnamed(self, who: Who, actor: Actor, wanted: set[str], mention: Span | None) -> bool:
        if _surnames(wanted) & _surnames({self._name(actor.name)}):
            return True
        if who.mention is None or mention is None:
            return False
        return mention[0] < who.mention[1] and who.mention[0] < mention[1]

    def _name(self, name: str) -> str:
        words = fold(name).split()
        while words and words[0] in self._small:
            words = words[1:]
        return " ".join(words)


_LONG_NAME = 4
"""Words of a state's name; a longer one names one of its organs."""


def _surnames(names: Iterable[str]) -> set[str]:
    return {name.split()[-1] for name in names if name}
