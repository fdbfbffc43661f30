"""Descriptions that lean on somebody of the page: "l'entourage du président"."""

from __future__ import annotations

from detente.finding.quotations.scene import Scene
from detente.languages.people import Tables
from detente.records import Actor, Mention, Span


def spelled_out(scene: Scene, name: str, span: Span) -> str:
    """The name of a source, with the full name of the person whose role or family name it ends
    with: "entourage du président" or "entourage du maire Petit" is "entourage d'Anne Petit" where
    the page tells who is meant; what belongs to a post is told by its state: "bureau du Premier
    ministre israélien"."""
    of = scene.classes.of
    before: Mention | None = None
    for mention in scene.within(span[0] + 1, span[1]):
        actor = scene.actors.get(mention.actor or "")
        known = actor is not None and actor.kind == "person" and actor.name[:1].isupper()
        joined = before is not None and before.form == "role" and before.actor == mention.actor
        start = before.start if before is not None and joined else mention.start
        said, before = scene.ground.words(start, mention.end), mention
        if actor is None or not known or not name.endswith(said):
            continue
        head = _apart(name[: len(name) - len(said)])
        posted = _of_post(scene, head, said, actor) if mention.form == "role" and head else None
        if posted is not None:
            return f"{name}{posted}"
        if _apart(said)[0].lower() not in scene.words.contracted_of:
            while head and head[-1].lower() in scene.classes.bare_articles:
                head.pop()
            if not head or head.pop().lower() not in of:
                continue
        if head:
            return belonging(scene, " ".join(head).replace("' ", "'"), actor.name)
    return name


def _of_post(scene: Scene, head: list[str], said: str, actor: Actor) -> str | None:
    """What tells the state of what goes with its highest posts, whoever holds them: " israélien",
    nothing if the words do; none for what belongs to a person."""
    nouns = scene.lexicon.table.nouns
    if head[0].lower() not in nouns.offices or len(actor.states) != 1:
        return None
    state = scene.ground.knowledge.state(actor.states[0])
    forms = state.adjectives.get(scene.ground.language.code, ()) if state is not None else ()
    post = next((p for p in nouns.posts if said.lower().startswith(p)), None)
    rest = said[len(post) :].strip() if post is not None else said
    if rest in forms:
        return ""
    female = post in nouns.feminine_posts
    return f" {forms[female]}" if not rest and len(forms) > 1 else None


def speaking_for(scene: Scene, noun: str, body: Actor) -> str:
    """A noun for whoever speaks for a body, with that body: "porte-parole de la Commission"."""
    tables = scene.ground.language.table("people", Tables)
    organ = scene.ground.knowledge.organ(body.id)
    known = organ.articles.get(scene.ground.language.code) if organ is not None else None
    articled = known or tables.forms.articled(body.name, tables.plural_ending)
    return f"{noun} {tables.forms.joined(articled)}"


def is_bare_voice(scene: Scene, name: str) -> bool:
    """Whether the words for a source tell only that it speaks for somebody: "porte-parole"."""
    return name.lower() in scene.ground.language.table("people", Tables).roles.voices


def belonging(scene: Scene, noun: str, name: str) -> str:
    """A noun with whom it belongs to: "entourage d'Anne Petit"."""
    return f"{noun} {scene.ground.language.table('people', Tables).forms.joined(name)}"


def _apart(words: str) -> list[str]:
    """The words of a phrase, elided ones apart."""
    return words.replace("\u2019", "'").replace("'", "' ").split()
