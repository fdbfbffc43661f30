"""Two or more who speak with one voice: "Jean Durand et Anne Petit ont ajouté"."""

from __future__ import annotations

from detente.finding.quotations import phrases
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.scene import Scene
from detente.languages.people import Tables
from detente.records import Actor, Mention, Span


def members(scene: Scene, id: str | None) -> tuple[str, ...]:
    """The members of a group; none for anybody else."""
    actor = scene.actors.get(id or "")
    return actor.members if actor is not None and actor.kind == "group" else ()


def several(scene: Scene, frame: Frame, mention: Mention) -> tuple[Actor, Span] | None:
    """The group of those named in a row with a mention, a conjunction before the last of them,
    and the words that name them; ``None`` if it stands alone."""
    after = _after(scene, frame, mention)
    found = [*_before(scene, frame, mention), mention, *(m for _, m in after)]
    ids = list(dict.fromkeys(m.actor for m in found if m.actor))
    last = (
        after[-1][0] if after else phrases.opening(scene, frame, scene.piece(frame, mention.start))
    )
    if len(ids) < 2 or frame.word(last - 1) not in scene.words.conjunctions:
        return None
    return group(scene, ids, frame.word(last - 1)), (found[0].start, found[-1].end)


def named(scene: Scene, frame: Frame) -> list[str]:
    """The persons named in a frame, each once."""
    inside = scene.within(*scene.span(frame, 0, frame.size))
    told = (scene.actors.get(m.actor or "") for m in inside if m.form != "pronoun")
    persons = (a for a in told if a is not None and a.kind == "person" and a.name[:1].isupper())
    return list(dict.fromkeys(actor.id for actor in persons))


def group(scene: Scene, ids: list[str], link: str) -> Actor:
    """The group of those actors, its name put together with the conjunction that the page has, if
    it is one word."""
    id = "+".join(sorted(ids))
    if id not in scene.actors:
        names = [scene.actors[i].name for i in ids if i in scene.actors]
        forms = scene.ground.language.table("people", Tables).forms
        joiner = forms.joiner if link in scene.words.that else f" {link} "
        name = joiner.join([", ".join(names[:-1]), names[-1]])
        scene.actors[id] = Actor(id=id, kind="group", name=name, members=tuple(sorted(ids)))
    return scene.actors[id]


def _after(scene: Scene, frame: Frame, mention: Mention) -> list[tuple[int, Mention]]:
    """Those named after a mention in the same row, with the piece their phrase starts at, each
    once. After "Selon X," a row is closed by a comma of its own: else what follows the first is
    the subject of the sentence."""
    found: list[tuple[int, Mention]] = []
    hangs = phrases.is_governed(scene, frame, scene.piece(frame, mention.start))
    parted, ids = False, {mention.actor}
    at = phrases.past_name(scene, frame, mention)
    while frame.word(at) in scene.words.conjunctions or frame.mark(at) == ",":
        at += frame.word(at + 1) in scene.words.conjunctions and _closes_apposition(
            scene, frame, at
        )
        beside = _starting(scene, frame, at + 1) or _titled(scene, frame, at)
        if beside is None or beside.actor is None or beside.form == "pronoun":
            break
        parted = parted or frame.mark(at) == ","
        if beside.actor not in ids:
            found.append((at + 1, beside))
        ids.add(beside.actor)
        at = scene.piece(frame, beside.end)
    return [] if hangs and parted and frame.mark(at) != "," else found


def _starting(scene: Scene, frame: Frame, at: int) -> Mention | None:
    if at >= frame.size:
        return None
    known = scene.starting(frame, at)
    if known is None and frame.word(at) in scene.words.articles and at + 1 < frame.size:
        known = scene.starting(frame, at + 1)
    return known


def _titled(scene: Scene, frame: Frame, at: int) -> Mention | None:
    """The person whom a phrase after a conjunction names last: "et le ministre suédois, Jean
    Durand"."""
    start = at + 1
    if at < 0 or frame.mark(at) or start + 1 >= frame.size:
        return None
    head = next((k for k in (start + 1, start) if _is_human(scene, frame, k)), None)
    if head is None or frame.word(start) not in scene.words.articles:
        return None
    known = phrases.named(scene, frame, start, phrases.stop(scene, frame, start))
    return known if known is not None and phrases.is_person(scene, known) else None


def _is_human(scene: Scene, frame: Frame, i: int) -> bool:
    return scene.is_human(frame, i)


def _before(scene: Scene, frame: Frame, mention: Mention) -> list[Mention]:
    """Those named before a mention in the same row, none of whom hangs on a preposition."""
    found: list[Mention] = []
    at = phrases.opening(scene, frame, scene.piece(frame, mention.start)) - 1
    while at > 0 and (frame.word(at) in scene.words.conjunctions or frame.mark(at) == ","):
        listed = frame.mark(at) == ","
        at -= not listed and _closes_apposition(scene, frame, at - 1)
        beside = scene.over(*scene.span(frame, at - 1, at)) if at else None
        if beside is None or beside.actor is None or beside.form == "pronoun":
            break
        first = scene.piece(frame, beside.start)
        if beside.actor == (found[0].actor if found else mention.actor):
            at = phrases.opening(scene, frame, first) - 1
            continue
        if listed and not _is_alike(scene, beside, mention):
            break
        if phrases.is_governed(scene, frame, first) or phrases.is_object(scene, frame, first):
            return found if listed else []
        found.insert(0, beside)
        at = phrases.opening(scene, frame, first) - 1
    return found


def _closes_apposition(scene: Scene, frame: Frame, comma: int) -> bool:
    """The comma closes a name that an earlier one opens: "le maire, Jean Durand, et …"."""
    name = scene.over(*scene.span(frame, comma - 1, comma)) if comma > 1 else None
    if frame.mark(comma) != "," or name is None or not name.actor:
        return False
    first = scene.piece(frame, name.start)
    if first < 2 or frame.mark(first - 1) != ",":
        return False
    role = scene.over(*scene.span(frame, first - 2, first - 1))
    return role is not None and role.actor == name.actor


def _is_alike(scene: Scene, one: Mention, other: Mention) -> bool:
    """Both are of one kind, people both by name: a person is no apposition of a state, and a role
    before a comma may have its name behind it."""
    kinds = [scene.actors[m.actor].kind for m in (one, other) if m.actor in scene.actors]
    named = one.form == other.form == "name" and one.text[:1].isupper()
    return len(set(kinds)) == 1 and (kinds[0] != "person" or named)
