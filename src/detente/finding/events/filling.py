"""Which slot a word fills that hangs on a trigger, and which words fill none."""

from __future__ import annotations

from detente.finding.events.trigger import Trigger
from detente.finding.events.waging import Waging
from detente.syntax import Token

PERCENT = "%"
"""A rate says of nothing whose it is: "des droits de 25 % sur l'acier"."""


class Filling(Waging):
    """Tells apart what a preposition, an article or a comma makes of a word."""

    def _is_no_slot(self, token: Token) -> bool:
        """Whether a token fills no slot, whatever it hangs by."""
        within = token.text == PERCENT or self._is_within_preposition(token.i)
        return within or self._is_apposed(token)

    def _meant_by(self, name: str, token: Token, trigger: Trigger) -> str:
        """The slot that a preposition leads to here."""
        if self._are_auspices(name, token):
            return "auspices"
        if self._is_likened(name, token, trigger.i):
            return "subject"
        return "object" if self._is_some(name, token, trigger) else name

    def _is_of_another(self, name: str, token: Token, trigger: Trigger) -> bool:
        """Whether what fills a slot is of something else that the sentence tells."""
        if name == "subject":
            return self._is_brought_about(trigger)
        if name in self.lexicon.by and self._is_backer(token, trigger):
            return True
        parted = self._is_parted(name, token, trigger)
        return parted or self._is_figurative(trigger, name, token)

    def _is_likened(self, name: str, token: Token, i: int) -> bool:
        """Whether somebody does it too: "comme X, Y a reconnu"."""
        return name in self.lexicon.likewise and token.i in self.scene.named and token.i < i

    def _is_some(self, name: str, token: Token, trigger: Trigger) -> bool:
        """Whether an article of the plural was taken for a preposition: "réunir des ministres"."""
        takes = trigger.sort == "verb" and self.lexicon.of not in trigger.frame.prepositions
        if name != self.lexicon.of or not takes or token.head != trigger.i:
            return False
        before = [t.word for t in self.scene.parse.kids(token.i, "case")]
        return before == [self.lexicon.some] and not self.scene.parse.kids(trigger.i, "obj")

    def _is_apposed(self, token: Token) -> bool:
        """Whether a noun without an article stands between commas after a name, and says what that
        is: "X, vieille rivale de Y"."""
        if token.pos != "NOUN" or token.i in self.scene.named:
            return False
        if self.scene.parse.kids(token.i, "det", "case", "cc", "nummod"):
            return False
        first = min([token.i, *(t.i for t in self.scene.parse.kids(token.i, "amod"))])
        comma = first > 1 and self.scene.parse.tokens[first - 1].text == ","
        return comma and first - 2 in self.scene.named

    def _is_within_preposition(self, i: int) -> bool:
        """Whether a noun is part of a preposition: "à l'encontre de"."""
        begins = self.scene.begins
        if i + 2 >= len(begins):
            return False
        return self.lexicon.compound.before(self.scene.plain, begins[i + 2]) > 1

    def _is_figurative(self, trigger: Trigger, name: str, token: Token) -> bool:
        """Whether a journey takes to no place: "passer à l'offensive contre X", "arriver au
        pouvoir", "sa visite intervient dans un contexte de tensions avec X"."""
        if trigger.kind != "visit":
            return False
        moves = trigger.ahead or self.scene.lemma(trigger.i) in self.lexicon.classes["moving"]
        if not (moves or trigger.sort == "noun"):
            return False
        common = token.pos in ("NOUN", "ADJ") and token.i not in self.scene.named
        known = {token.base, self.lexicon.singular(token.word)}
        return name in self.lexicon.places and common and not known & self.lexicon.classes["sites"]
