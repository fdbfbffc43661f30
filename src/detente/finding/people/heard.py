"""Mentions that a quotation settles: who says the words is whom the words beside the verb mean.

A pronoun or a role is read before the quotations are, by the text around it alone. Who speaks is
weighed once more with the verb, the marks and what was said before; where the two differ over the
very same words, the page must show one person, and it is the speaker.
"""

from __future__ import annotations

from msgspec.structs import replace

from detente.finding.ground import People
from detente.records import Mention, Quotation, Span


def heard(people: People, quotations: tuple[Quotation, ...]) -> People:
    """The people of a page, with each mention that is the words for a speaker meaning him."""
    known = {actor.id: actor for actor in people.actors}
    speakers: dict[Span, str] = {}
    for said in quotations:
        if said.speaker in known and said.speaker_mention is not None:
            speakers.setdefault(said.speaker_mention, said.speaker)

    def settled(mention: Mention) -> Mention:
        speaker = speakers.get((mention.start, mention.end), mention.actor)
        if speaker is None or speaker == mention.actor or mention.form not in ("pronoun", "role"):
            return mention
        because = f"{known[speaker].name} says the words that it goes with"
        return replace(mention, actor=speaker, because=because)

    return replace(people, mentions=tuple(map(settled, people.mentions)))
