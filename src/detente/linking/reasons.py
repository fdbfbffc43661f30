"""Why a finding is in its cluster: its surest link there, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from detente.linking import judge
from detente.linking.clusters import Cluster, Link

Reasons = Mapping[int, tuple[float, str]]
"""For each member of a cluster the score of its link and the reason."""

_WITH = " (with "


def reasons(
    cluster: Cluster, explain: Callable[[int, int], str], name: Callable[[int], str], alone: str
) -> Reasons:
    """The surest link of each member; ``explain`` says why two are linked, ``name`` how the other
    is called, ``alone`` what to say of a cluster of one."""
    best: dict[int, Link] = {}
    for one in cluster.links:
        for end in (one.low, one.high):
            if end not in best or one.weight > best[end].weight:
                best[end] = one
    found = dict.fromkeys(cluster.members, (1.0, alone))
    for number, one in best.items():
        other = one.high if one.low == number else one.low
        because = one.why or explain(one.low, one.high)
        score = judge.chance(one.weight) if one.why is None else 1.0
        found[number] = score, f"{because}{_WITH}{name(other)})"
    return found


def main_reason(found: Reasons) -> str:
    """The reason that most members share."""
    counts = Counter(because.rpartition(_WITH)[0] for _, because in found.values())
    return min(counts, key=lambda words: (-counts[words], words))
