"""Links between pages against those made by hand: utterances, occasions, outcomes, conflicts.

Pairs are counted as in coreference scoring (MUC-6 style pairwise) and by item, as in B-cubed
(Bagga and Baldwin 1998). A pair of a whole and its part counts neither way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

import msgspec

from detente.errors import DataError
from detente.evaluation.answers import PageAnswers
from detente.evaluation.matching import Counts
from detente.evaluation.sheets import LINKS, Strict

Item = tuple[str, int, int]
"""A finding by the name of its page and its offsets."""

Clusters = Mapping[Item, str]
Disagreement = tuple[str, frozenset[str]]
"""A conflict by its kind and the pages on its sides."""


class PlantedConflict(Strict, frozen=True, kw_only=True):
    """Pages that were made to disagree, by side."""

    kind: str
    of: str
    sides: tuple[tuple[str, ...], ...]

    def is_found(self, kind: str, pages: frozenset[str]) -> bool:
        """Whether a conflict of that kind between those pages is this one."""
        same = kind == self.kind or {kind, self.kind} == _COUNTED
        return same and all(pages.intersection(side) for side in self.sides)


_COUNTED = {"figure", "count"}
"""A figure told of an occasion is a count of it."""


class Sheet(Strict, frozen=True, kw_only=True):
    """The file ``links.toml``."""

    apart_utterances: tuple[tuple[str, str, str], ...] = ()
    apart_occasions: tuple[tuple[str, str, str], ...] = ()
    near_occasions: tuple[tuple[str, str], ...] = ()
    outcomes: Mapping[str, str] = msgspec.field(default_factory=dict)
    conflicts: tuple[PlantedConflict, ...] = ()


@dataclass(frozen=True)
class Links:
    """The links by hand: what is one, what may be judged either way, what must stay apart."""

    utterances: Clusters
    occasions: Clusters
    near: frozenset[frozenset[str]] = frozenset()
    apart_utterances: tuple[frozenset[str], ...] = ()
    apart_occasions: tuple[frozenset[str], ...] = ()
    outcomes: Mapping[str, str] = field(default_factory=dict)
    conflicts: tuple[PlantedConflict, ...] = ()


@dataclass(frozen=True)
class Found:
    """Links as the program made them, on the same items where it found these."""

    utterances: Clusters
    occasions: Clusters
    outcomes: Mapping[str, str] = field(default_factory=dict)
    conflicts: tuple[Disagreement, ...] = ()


def load(folder: Path, answers: Mapping[str, PageAnswers]) -> Links:
    """The links of a folder of answers. Raises DataError for names that no answer bears."""
    try:
        sheet = msgspec.toml.decode((folder / LINKS).read_bytes(), type=Sheet)
    except (OSError, msgspec.MsgspecError) as error:
        raise DataError(f"The links in {LINKS} cannot be used.", str(error)) from error
    said, told = _utterances(answers), _occasions(answers)
    spoken, happened = frozenset(said.values()), frozenset(told.values())
    _check(spoken, (name for a, b, _ in sheet.apart_utterances for name in (a, b)))
    _check(happened, (name for a, b, _ in sheet.apart_occasions for name in (a, b)))
    _check(happened, (name for pair in sheet.near_occasions for name in pair))
    _check(happened, sheet.outcomes)
    return Links(
        utterances=said,
        occasions=told,
        near=frozenset(frozenset(pair) for pair in sheet.near_occasions),
        apart_utterances=tuple(frozenset((a, b)) for a, b, _ in sheet.apart_utterances),
        apart_occasions=tuple(frozenset((a, b)) for a, b, _ in sheet.apart_occasions),
        outcomes=sheet.outcomes,
        conflicts=sheet.conflicts,
    )


def _check(known: frozenset[str], names: Iterable[str]) -> None:
    unknown = sorted(set(names) - known)
    if unknown:
        raise DataError(f"No answer bears these names of links: {', '.join(unknown)}.")


def _utterances(answers: Mapping[str, PageAnswers]) -> dict[Item, str]:
    """Every scored quotation; one that no other page repeats is an utterance of its own."""
    return {
        (name, *q.span): q.utterance or f"{name}:{q.span[0]}"
        for name, page in answers.items()
        for q in page.quotations or ()
        if not q.borderline
    }


def _occasions(answers: Mapping[str, PageAnswers]) -> dict[Item, str]:
    """Every scored event that tells an occasion; verbal acts do not."""
    return {
        (name, *e.span): e.occasion
        for name, page in answers.items()
        for e in page.events or ()
        if not e.borderline and e.occasion
    }


def pairs(
    truth: Clusters, found: Clusters, near: frozenset[frozenset[str]] = frozenset()
) -> Counts:
    """Pairs of items joined, of those that belong together."""
    right = given = wanted = 0
    for one, other in combinations(sorted(truth), 2):
        if frozenset((truth[one], truth[other])) in near:
            continue
        together = truth[one] == truth[other]
        joined = one in found and found[one] == found.get(other)
        right += together and joined
        given += joined
        wanted += together
    return Counts(right, given, wanted)


def b_cubed(
    truth: Clusters, found: Clusters, near: frozenset[frozenset[str]] = frozenset()
) -> Counts:
    """Mean precision and recall of the items' clusters, as counts that come to these means."""
    clusters, given = _members(truth), _members(found)
    precision = recall = 0.0
    for item, name in truth.items():
        joined = given[found[item]] if item in found else {item}
        rivals = {
            other
            for other in joined
            if other in truth and frozenset((name, truth[other])) not in near
        }
        shared = len(joined & clusters[name])
        precision += shared / len(rivals | {item})
        recall += shared / len(clusters[name])
    number = len(truth)
    if not number:
        return Counts()
    return Counts(precision * recall / number, recall, precision)


def apart(truth: Clusters, found: Clusters, listed: Sequence[frozenset[str]]) -> Counts:
    """Of the listed look-alikes, how many were kept apart in every mention."""
    members = _members(truth)
    kept = 0
    for pair in listed:
        one, other = sorted(pair)
        sides = [{found[i] for i in members[name] if i in found} for name in (one, other)]
        kept += not sides[0] & sides[1]
    return Counts(kept, len(listed), len(listed))


def outcomes(links: Links, found: Found) -> Counts:
    """Occasions with the right outcome."""
    right = sum(found.outcomes.get(name) == outcome for name, outcome in links.outcomes.items())
    given = sum(name in found.outcomes for name in links.outcomes)
    return Counts(right, given, len(links.outcomes))


def conflicts(links: Links, found: Found) -> Counts:
    """Planted conflicts found: of that kind, with a page of every side; the rest is invented."""
    rest = list(found.conflicts)
    right = 0
    for planted in links.conflicts:
        hit = next((c for c in rest if planted.is_found(*c)), None)
        if hit is not None:
            rest.remove(hit)
            right += 1
    return Counts(right, len(found.conflicts), len(links.conflicts))


def tally(links: Links, found: Found) -> dict[str, Counts]:
    """Every measure of links."""
    return {
        "utterances.pairs": pairs(links.utterances, found.utterances),
        "utterances.b_cubed": b_cubed(links.utterances, found.utterances),
        "utterances.apart": apart(links.utterances, found.utterances, links.apart_utterances),
        "occasions.pairs": pairs(links.occasions, found.occasions, links.near),
        "occasions.b_cubed": b_cubed(links.occasions, found.occasions, links.near),
        "occasions.apart": apart(links.occasions, found.occasions, links.apart_occasions),
        "outcomes": outcomes(links, found),
        "conflicts": conflicts(links, found),
    }


def _members(clusters: Clusters) -> dict[str, set[Item]]:
    members: dict[str, set[Item]] = defaultdict(set)
    for item, name in clusters.items():
        members[name].add(item)
    return members
