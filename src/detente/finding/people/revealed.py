"""Who a role is that the page names only afterwards: "…, a dit le négociateur du port. "…", a
ajouté Jean Durand." Whoever is named for the first time without a word on who that is, has been
told before.
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.finding.people.cast import Cast, Someone
from detente.finding.people.focus import Focus, Seen
from detente.finding.people.nearby import says
from detente.finding.people.rows import whole
from detente.finding.people.spots import NameSpot, RoleSpot
from detente.finding.people.vocabulary import Vocabulary
from detente.records import Mention

NEAR = 2
"""Sentences back in which the role stands."""


class Revealed:
    """Gives the roles of one page that nobody is known for to whoever is named after them."""

    def __init__(self, cast: Cast, words: Vocabulary, focus: Focus) -> None:
        self.cast, self.words, self.focus = cast, words, focus

    def _role(self, name: NameSpot, someone: Someone) -> Seen | None:
        """The role that a name tells, which speaks as the one named does: the last of the
        paragraph, that of one person whom nobody is known to be."""
        famous = someone.person is not None and name.role is None
        if famous or someone.id in self.focus.known or not self._is_bare(name):
            return None
        for seen in self.focus.back(name, NEAR):
            if seen.spot.line is not name.line or seen.spot.quoted:
                continue
            if seen.someone.kind == "person":
                return seen if self._is_told(seen, someone) else None
        return None

    def _is_bare(self, name: NameSpot) -> bool:
        """A full name that speaks, with no more beside it than a rank."""
        role, entire = name.role, whole(name)
        rank = role is None or role.noun.singular in self.words.ranks
        full = len(name.name) > 1 and not name.civil and not name.quoted
        alone = name.line.low(name.stop) not in {",", "("}
        return full and rank and alone and says(entire, self.words)

    def _is_told(self, seen: Seen, someone: Someone) -> bool:
        role = seen.spot
        if not isinstance(role, RoleSpot) or not seen.speaks or not seen.someone.nameless:
            return False
        agrees = None in (role.gender, someone.gender) or role.gender == someone.gender
        if role.states and someone.states and not {*role.states} & {*someone.states}:
            return False
        told = role.stop > role.head + len(role.noun.words)
        return (
            role.determiner == "definite" and told and not (role.plural or role.around) and agrees
        )

    def name(self, name: NameSpot, someone: Someone, mentions: list[Mention]) -> None:
        """Give the mentions so far of the role that a name tells to somebody."""
        seen = self._role(name, someone)
        if seen is None or not isinstance(seen.spot, RoleSpot):
            return
        self.cast.teach(someone, seen.spot)
        span, nobody = seen.spot.line.span(seen.spot.first, seen.spot.stop), seen.someone.id
        because = f"{someone.name}, named after it"
        for k, mention in enumerate(mentions):
            if (mention.start, mention.end) == span or (nobody and mention.actor == nobody):
                mentions[k] = replace(mention, actor=someone.id, because=because)
