"""The country that a page is set in: "la police", "l'opposition" are those of that country where
the page makes it sure, and of none where several may be meant.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from detente.finding.ground import People
from detente.finding.people.gazetteer import Gazetteer
from detente.finding.people.home import home
from detente.finding.people.spots import Scan
from detente.finding.people.words import Line

TITLED, UNTITLED = 0.45, 0.6
"""The part that a country has of all that a page names, where its title names it alone, and where
its title names none."""
AHEAD, FAR_AHEAD = 2, 3
"""How much more often it is named than the next, in these two cases."""
UNION = "EUE"


def setting(scan: Scan, people: People, names: Gazetteer) -> str | None:
    """The state that a page is set in, None if that is not sure."""
    told = home(scan)
    if told is not None or not scan.lines:
        return told
    named = list(_named(scan, people, names))
    counts = Counter(state for _, state in named)
    title = {state for line, state in named if line is scan.lines[0]} - {UNION}
    ranked = counts.most_common(2)
    if not ranked or ranked[0][0] == UNION or title - {ranked[0][0]}:
        return None
    (first, most), (_, next_) = (*ranked, ("", 0))[:2]
    part, ahead = (TITLED, AHEAD) if title else (UNTITLED, FAR_AHEAD)
    sure = most >= part * counts.total() and most >= ahead * next_
    return first if sure else None


def _named(scan: Scan, people: People, names: Gazetteer) -> Iterator[tuple[Line, str]]:
    """Each time that a page names a state: by name, capital, organ, adjective or people, or one of
    its persons; not by an organ whose name others bear too."""
    organ, shared = names.knowledge.organ, names.shared
    for line in scan.lines:
        for hit in names.hits(line.passage.text).values():
            kind, id = hit.senses[0]
            if kind == "organ" and line.passage.text[hit.start : hit.end] in shared:
                continue
            found = organ(id) if kind == "organ" else None
            state = found.state if found is not None else id
            if state is not None and kind in ("state", "capital", "organ"):
                yield line, state
        for word in [word for word in line.plains if word in names.adjectives]:
            state = names.state_of(word)
            if state is not None:
                yield line, state
    yield from _of_persons(scan, people)


def _of_persons(scan: Scan, people: People) -> Iterator[tuple[Line, str]]:
    states = {a.id: a.states[0] for a in people.actors if a.kind == "person" and a.states}
    starts = [line.passage.start for line in scan.lines]
    for mention in people.mentions:
        if mention.actor in states and mention.form in ("name", "short_name"):
            line = scan.lines[max(0, bisect_right(starts, mention.start) - 1)]
            yield line, states[mention.actor]
