"""All statements of a record side by side, as numbers; each in full only when it is looked at."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import msgspec
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from detente.linking import judge
from detente.linking.claims import Claims, Said
from detente.linking.quoting import EVER, Quoted, quoted, spoken
from detente.linking.settings import NOWHERE, Setting
from detente.linking.words import Hashes, Ragged, Words

Numbers = npt.NDArray[np.int64]

_ENCODE = msgspec.msgpack.Encoder(order="deterministic").encode


class Statements:
    """Statements in the order in which neighbours should stand: by day, speaker and words.

    ``content`` holds the stems of their words, ``voices`` a number for each speaker (one without
    a speaker has its own), ``spoken`` whether a speaker is known.
    """

    def __init__(
        self,
        claims: Claims,
        words: Words,
        beside: Mapping[str, Setting],
        memory: pa.Table | None,
    ) -> None:
        self._claims, self._words, self._beside = claims, words, beside
        self._full: dict[int, Quoted] = {}
        texts = _hashes(one.text.encode() for one in claims.said)
        content = self._content(claims.said, texts, memory)
        order = _order(claims.said, content)
        self.said = [claims.said[n] for n in order]
        self.content = content.taken(order)
        self._texts = texts[order]
        names = [one.speaker or one.id for one in self.said]
        number = {name: hashed(name.encode()) for name in dict.fromkeys(names)}
        self.voices: Hashes = np.array([number[name] for name in names], np.uint64)
        self.spoken = np.array([one.speaker is not None for one in self.said], bool)

    def __len__(self) -> int:
        return len(self.said)

    def __getitem__(self, number: int) -> Quoted:
        """A statement in full, ready to be compared."""
        known = self._full.get(number)
        if known is None:
            said = self.said[number]
            known = quoted(said, self._words, self._beside.get(said.id, NOWHERE))
            self._full[number] = known
        return known

    def part(self, numbers: Numbers) -> Part:
        """Some of the statements, in the same order."""
        return Part(self, numbers)

    def stretches(self) -> tuple[Numbers, Numbers, Numbers]:
        """Days on which each may have been said: whose, from, to; some have several stretches."""
        days = [one.days for one in self.said]
        first = [one.earliest.toordinal() if one.earliest else -EVER for one in days]
        last = [one.latest.toordinal() if one.latest else EVER for one in days]
        owners = list(range(len(days)))
        for number, one in enumerate(self.said):
            if not one.dated and one.id in self._beside:
                for start, end in spoken(one, self._beside[one.id])[1:]:
                    owners.append(number)
                    first.append(start)
                    last.append(end)
        return np.array(owners, np.int64), np.array(first, np.int64), np.array(last, np.int64)

    @cached_property
    def prints(self) -> Hashes:
        """For each statement everything that linking looks at, as one number."""
        claims = self._claims
        known = {id: _ENCODE(party) for id, party in claims.parties.items()}
        pages = {
            id: _ENCODE((one.name, one.agency, one.copies, one.language))
            for id, one in claims.sources.items()
        }
        start = judge.fingerprint().encode()

        def whole(one: Said) -> bytes:
            parties = [known.get(id, b"") for id in (one.speaker or "", *sorted(one.about))]
            setting = self._beside.get(one.id)
            around = (setting.days, sorted(setting.occasions)) if setting else None
            return b"|".join((start, _ENCODE((one, around)), pages[one.page], *parties))

        return _hashes(whole(one) for one in self.said)

    def remembered(self) -> pa.Table:
        """The words as numbers, for the next time."""
        _, order = np.unique(self._texts, return_index=True)
        some = self.content.taken(order)
        offsets = np.r_[0, np.cumsum(some.lengths)].astype(np.int32)
        words = pa.ListArray.from_arrays(offsets, pa.array(some.flat.astype(np.uint32)))
        return pa.table({"text": pa.array(self._texts[order]), "words": words})

    def _content(self, said: Sequence[Said], texts: Hashes, memory: pa.Table | None) -> Ragged:
        """The stems of all, those of texts that were seen before as they are remembered."""
        known = np.empty(0, np.uint64)
        old = Ragged(known, np.empty(0, np.int64))
        if memory is not None and len(memory):
            known = memory["text"].to_numpy()
            lists = memory["words"].combine_chunks()
            lengths = pc.list_value_length(lists).to_numpy().astype(np.int64)
            old = Ragged(pc.list_flatten(lists).to_numpy().astype(np.uint64), lengths)
        at = np.searchsorted(known, texts)
        at = np.where(at < len(known), at, 0)
        is_old = known[at] == texts if len(known) else np.zeros(len(texts), bool)
        new = np.nonzero(~is_old)[0].tolist()
        words = self._words
        fresh = Ragged.of([words.content(words.stems(said[n].text)) for n in new])
        both = Ragged(
            np.concatenate((old.flat, fresh.flat)), np.concatenate((old.lengths, fresh.lengths))
        )
        at[new] = len(known) + np.arange(len(new))
        return both.taken(at)


class Part:
    """Some statements of many, numbered anew; ``places`` has the new number of each of the many,
    or -1, ``numbers`` the old one of each of the some."""

    def __init__(self, whole: Statements, numbers: Numbers) -> None:
        self._whole = whole
        self.numbers = numbers
        self.said = [whole.said[n] for n in numbers.tolist()]
        self.places = np.full(len(whole), -1)
        self.places[numbers] = np.arange(len(numbers))

    def __len__(self) -> int:
        return len(self.numbers)

    def __getitem__(self, number: int) -> Quoted:
        return self._whole[int(self.numbers[number])]


def hashed(data: bytes) -> int:
    """Eight bytes that stand for some, as a number."""
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "little")


def _hashes(some: Iterable[bytes]) -> Hashes:
    digests = b"".join(hashlib.blake2b(one, digest_size=8).digest() for one in some)
    return np.frombuffer(digests, "<u8").astype(np.uint64)


def _order(said: Sequence[Said], content: Ragged) -> Numbers:
    """By day, speaker, first words and id; statements come in order of id."""
    last = np.array([one.days.latest.toordinal() if one.days.latest else 0 for one in said])
    names = sorted({one.speaker or "" for one in said})
    rank = {name: number for number, name in enumerate(names)}
    speaker = np.array([rank[one.speaker or ""] for one in said])
    words = [_word(content, n) for n in (2, 1, 0)]
    return np.lexsort((*words, speaker, last)) if len(said) else np.empty(0, np.int64)


def _word(content: Ragged, number: int) -> Hashes:
    """One of the first words of every text, 0 where it has no more."""
    found = np.zeros(len(content.lengths), np.uint64)
    long = content.lengths > number
    found[long] = content.flat[content.starts[long] + number]
    return found
