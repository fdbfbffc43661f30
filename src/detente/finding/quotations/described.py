"""Sources that have no name but what the page calls them ("le ministère suédois")."""

from __future__ import annotations

from detente.finding.quotations import phrases
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.memory import Voice
from detente.finding.quotations.scene import Scene
from detente.records import Actor, Mention, Span
from detente.text import fold


def longer(scene: Scene, name: str) -> Actor | None:
    """The one source that the page has called so at more length: "le ministère suédois" where it
    has "le ministère suédois de la Défense", "les rebelles" for "les rebelles Norrlans"."""
    begins = fold(name).replace(" ", "-") + "-"
    found = {id for id, actor in scene.actors.items() if id.startswith(begins) and actor.name}
    found |= {m.actor for m in scene.mentions if m.actor and _is_apposed(scene, m, name)}
    return scene.actors[found.pop()] if len(found) == 1 else None


def _is_apposed(scene: Scene, mention: Mention, name: str) -> bool:
    """A noun in the plural stands right before the name of a body: "les rebelles Norrlans"."""
    actor = scene.actors.get(mention.actor or "")
    before = scene.ground.text[max(0, mention.start - len(name) - 1) : mention.start]
    many = name.lower().endswith(scene.words.many) and " " not in name
    body = actor is not None and actor.kind in ("organization", "group")
    return many and body and before.lower() == name.lower() + " "


def voice(scene: Scene, name: str, span: Span) -> Voice:
    """The voice of a source known from the page alone, which becomes an actor of the scene."""
    slug = fold(name).replace(" ", "-")
    if slug not in scene.actors:
        actor = Actor(id=slug, kind="person", name=name)
        scene.actors[slug] = actor
    return Voice(slug, span, "unnamed", f"a source known only from here: {name}")


def source_name(scene: Scene, frame: Frame, start: int, end: int) -> str | None:
    """The name a phrase gives a source that the page's people lack: the proper name it ends with,
    or the whole phrase if its noun means people or a body that may speak."""
    if frame.word(start) in scene.words.nobody:
        return None
    first = _past_count(scene, frame, phrases.inner(scene, frame, start, end), end)
    end = before_verb(scene, frame, first, end)
    words = [frame.word(k) for k in range(first, end)]
    capitals = [k for k in range(first, end) if frame.capitals[k]]
    human = phrases.is_human(scene, frame, first, end)
    if not words or not (human or first in capitals or len(capitals) > 1):
        return None
    if len(capitals) > 1 and capitals[-1] == end - 1:
        start = _name_start(frame, capitals)
        hangs = frame.word(start - 1) in scene.words.articles | scene.words.prepositions
        people = phrases.is_human(scene, frame, first, end)
        hangs = hangs or (people and phrases.is_governed(scene, frame, start))
        first = first if hangs else start
    return frame.words(first, end)


def _past_count(scene: Scene, frame: Frame, first: int, end: int) -> int:
    """The noun after one that only tells how many they are: "nombre de marins", "des milliers de
    manifestants"."""
    words = scene.words
    linked = frame.word(first + 1) in scene.classes.of
    if frame.word(first) not in words.quantities or not linked or first + 2 >= end:
        return first
    return phrases.inner(scene, frame, first + 2, end)


def before_verb(scene: Scene, frame: Frame, first: int, end: int) -> int:
    """Where the words for a source end that a verb, a participle or an "en" goes on telling of:
    "le groupe laitier voit sa part baisser et dit", "les analystes consultés par la presse", "des
    pompiers en larmes", "le parquet d'appartenir à"; not in a name ("The Norrland Observer")."""
    words = scene.words
    for k in range(first + 1, end):
        if frame.capitals[k] and frame.capitals[k - 1]:
            continue
        token = scene.parsed(frame, k) if frame.word(k) else None
        if token is not None and token.pos in ("VERB", "AUX") and "VerbForm=Fin" in token.morph:
            return k
        if token is not None and "VerbForm=Inf" in token.morph:
            return max(first + 1, k - (frame.word(k - 1) in words.prepositions))
        participle = token is not None and token.pos == "VERB" and "VerbForm=Part" in token.morph
        participle = participle or frame.word(k).endswith(words.participle_endings)
        place = k + 1 < end and frame.capitals[k + 1]
        apart = frame.word(k) in words.gerund_marker and not place
        if apart or (participle and _goes_on(scene, frame, k + 1)):
            return k
    return end


def _goes_on(scene: Scene, frame: Frame, i: int) -> bool:
    """A preposition other than "de" stands at piece ``i``: what a participle before it tells."""
    words = scene.words
    return frame.word(i) in words.prepositions - words.of - words.contracted_of


def author(scene: Scene, frame: Frame, start: int, end: int) -> str | None:
    """Whose a document is: by the name that ends its phrase ("le communiqué de Portex"), or by the
    people it belongs to ("un communiqué de la marine norvégienne")."""
    low = end
    while low > start and frame.capitals[low - 1]:
        low -= 1
    of = scene.classes.of
    if low < end and frame.word(low - 1) in of:
        return frame.words(low, end)
    owner = next((k + 1 for k in range(start + 1, end - 1) if frame.word(k) in of), end)
    inner = phrases.inner(scene, frame, owner, end)
    people = owner < end and phrases.is_human(scene, frame, inner, end)
    return source_name(scene, frame, owner, end) if people else None


def _name_start(frame: Frame, capitals: list[int]) -> int:
    """The first piece of the run of capitals that ends a phrase."""
    start = capitals[-1]
    while start - 1 in capitals and frame.ends[start - 1] < frame.starts[start]:
        start -= 1
    return start if start < capitals[-1] else capitals[0]
