"""Who was spoken of last: each actor once, by its newest mention."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.finding.people.cast import Someone


class Recency:
    """The actors spoken of so far, in order of their newest mention. A page that speaks of one
    actor a thousand times holds that actor once here: whoever looks back over all of it asks no
    more than there are actors. Those not known have no id; the newest of a gender stands for
    them, since nothing but the gender tells them apart."""

    def __init__(self) -> None:
        self._order: dict[str, tuple[Someone, int, int]] = {}
        self._count = 0

    def note(self, someone: Someone, sentence: int) -> None:
        """Note a mention of somebody in a sentence."""
        key = someone.id or f"{someone.gender}"
        self._order.pop(key, None)
        self._order[key] = (someone, self._count, sentence)
        self._count += 1

    def sentence(self, someone: Someone) -> int:
        """The sentence of somebody's newest mention."""
        return self._order[someone.id or f"{someone.gender}"][2]

    def since(self, sentence: int) -> Iterator[Someone]:
        """Those whose newest mention stands in that sentence or later, newest first."""
        for someone, _, last in reversed(self._order.values()):
            if last < sentence:
                return
            yield someone

    def newest(self, among: Iterable[Someone], sentence: int) -> Someone | None:
        """The one of a few who was spoken of last, in that sentence or later."""
        seen = [self._order[p.id] for p in among if p.id in self._order]
        near = [entry for entry in seen if entry[2] >= sentence]
        return max(near, key=lambda entry: entry[1])[0] if near else None
