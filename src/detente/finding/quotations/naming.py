"""Whom a phrase names as the one who speaks: an actor, a pronoun, a source without a name."""

from __future__ import annotations

from msgspec.structs import replace

from detente.finding.quotations import (
    complements,
    described,
    given,
    impersonal,
    papers,
    phrases,
    rows,
    shapes,
    sides,
    together,
)
from detente.finding.quotations.documents import Documents
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.memory import UNKNOWN, Voice
from detente.records import Mention
from detente.text import fold


class Naming(Documents):
    """The speakers that phrases name. Sources that only quotations name become actors of the
    scene."""

    def phrase(self, frame: Frame, start: int, limit: int | None = None) -> Voice:
        """The speaker that the phrase at piece ``start`` names."""
        if frame.word(start) in self.scene.words.subjects:
            return self.pronoun(frame, start)
        if phrases.is_who(self.scene, frame, start):
            return self.before(frame, start)
        voice = self._phrase(frame, start, limit)
        actor = self.scene.actors.get(voice.actor or "")
        nameless = actor is not None and actor.name[:1].islower() and voice.mention is not None
        return (self.given(frame, start, voice) if nameless else None) or voice

    def given(self, frame: Frame, start: int, voice: Voice) -> Voice | None:
        """Who is called by a name behind what he or she is: "l'homme, qui dit s'appeler Odile"; who
        has been spoken of under those words before bears it from the start."""
        words, known = self.scene.words, self.scene.actors.get(voice.actor or "")
        end = voice.mention[1] if voice.mention else 0
        at = self.scene.piece(frame, end)
        if known is None or frame.word(start) in words.plural_article or known.kind == "state":
            return None
        called = given.called(self.scene, frame, at)
        name = called or given.beside(self.scene, frame, start, at)
        if name is None:
            return None
        span = self.scene.span(frame, *name)
        mention = self.scene.over(*span)
        if mention is not None and mention.actor:
            return self.named(mention)
        words_of = frame.words(*name)
        if called is not None and voice.how in ("pronoun", "carried"):
            self.scene.actors[known.id] = replace(known, name=words_of)
            return replace(voice, mention=span, because=f"goes by the name of {words_of}")
        return replace(described.voice(self.scene, words_of, span), how="named")

    def _phrase(self, frame: Frame, start: int, limit: int | None) -> Voice:
        end = phrases.stop(self.scene, frame, start, limit)
        several = self.both(frame, start, end) or self.one_of(frame, start, end)
        several = several or self.ordinal(frame, start, end)
        mention = phrases.named(self.scene, frame, start, end) if several is None else None
        if several is None and mention is not None and mention.actor:
            several = self._together(frame, mention)
        several = several or self._row(frame, start, limit, mention)
        if several is not None:
            return several
        if mention and mention.form == "pronoun":
            return self.pronoun(frame, start)
        if mention and mention.actor:
            return self._fully(frame, start, mention)
        return self._unnamed(frame, start, end, mention)

    def _fully(self, frame: Frame, start: int, mention: Mention) -> Voice:
        """Who a mention names, under the longer words of the page where it is one noun alone: "le
        tribunal" where the page has one "tribunal du port"."""
        voice, actor = self.named(mention), self.scene.actors.get(mention.actor or "")
        alone = actor is not None and actor.id == fold(actor.name) and actor.name[:1].islower()
        definite = frame.word(start) in self.scene.words.definite
        longer = described.longer(self.scene, actor.name) if actor and alone and definite else None
        if longer is not None:
            return replace(voice, actor=longer.id, because=f"short for {longer.name}")
        if actor is None or not actor.name[:1].islower():
            return voice
        end = self.scene.piece(frame, mention.end)
        known = self.body(frame, start, end) or self._whose(frame, start, mention)
        known = known or self.medium(frame, start, end)
        if known is None and (self.spoke is not None or self._is_new(frame, mention)):
            known = self.epithet(frame, start, end)
        return known or voice

    def _is_new(self, frame: Frame, mention: Mention) -> bool:
        """Nobody has been called so before, but somebody of no other state was told of alone."""
        known, alone = self.scene.actors.get(mention.actor or ""), self.alone(frame)
        before = (m.actor == mention.actor for m in self.scene.within(0, mention.start))
        one = self.scene.actors.get(alone.actor or "") if alone is not None else None
        if known is None or one is None or any(before):
            return False
        return not (known.states and one.states) or bool({*known.states} & {*one.states})

    def _whose(self, frame: Frame, start: int, mention: Mention) -> Voice | None:
        """A source without a name under the longer words that tell whose it is: "l'équipe de
        campagne d'Anne Petit"."""
        at = self.scene.piece(frame, mention.end)
        linked = self.scene.classes.of
        owner = self.scene.starting(frame, at + 1) if at + 1 < frame.size else None
        human = self.scene.is_human(frame, at + 1)
        known = owner is not None and (owner.actor is not None or owner.form == "role")
        if frame.word(at) not in linked or not (known or (owner is None and human)):
            return None
        end = phrases.stop(self.scene, frame, start)
        end = phrases.past_name(self.scene, frame, owner) if owner is not None else end
        found = described.source_name(self.scene, frame, start, end)
        if found is None or self.scene.piece(frame, mention.start) > start + 1:
            return None
        span = self.scene.span(frame, start, end)
        return described.voice(self.scene, complements.spelled_out(self.scene, found, span), span)

    def _row(
        self, frame: Frame, start: int, limit: int | None, known: Mention | None
    ) -> Voice | None:
        """Those whom a row names, each under the words of one phrase: "le ministère et la police";
        none if one mention of the page is ``known`` to name several of them."""
        row = rows.parts(self.scene, frame, start, limit)
        if not row or (known and known.end > self.scene.span(frame, *row[0])[1] >= known.start):
            return None
        voices = [self._member(frame, *part) for part in row]
        if any(v.actor is None for v in voices):
            return None
        ids = list(dict.fromkeys(v.actor for v in voices if v.actor is not None))
        if len(ids) < 2:
            return None
        actor = together.group(self.scene, ids, frame.word(row[-1][0] - 1))
        span = self.scene.span(frame, row[0][0], row[-1][1])
        return Voice(actor.id, span, "named", f"several with one voice: {actor.name}")

    def _member(self, frame: Frame, start: int, end: int) -> Voice:
        """One of a row; what is another word for one named elsewhere is here one of its own."""
        voice = self._phrase(frame, start, end)
        span = self.scene.span(frame, start, end)
        wider = voice.mention is not None and voice.mention[0] < span[0]
        alone = phrases.named(self.scene, frame, start, end) if wider else None
        if alone is not None and alone.actor:
            return self.named(alone)
        inside = voice.mention is not None and voice.mention[1] <= span[1]
        if voice.how in ("named", "unnamed") and inside:
            return voice
        name = described.source_name(self.scene, frame, start, end)
        return UNKNOWN if name is None else described.voice(self.scene, name, span)

    def _together(self, frame: Frame, mention: Mention) -> Voice | None:
        """Two or more who speak with one voice: "Jean Durand et Anne Petit ont ajouté"."""
        actor, span = together.several(self.scene, frame, mention) or (None, None)
        because = f"several with one voice: {actor.name}" if actor is not None else ""
        return Voice(actor.id, span, "named", because) if actor is not None else None

    def pronoun(self, frame: Frame, i: int) -> Voice:
        """Who a pronoun stands for, those behind a "on" included."""
        if frame.word(i) in self.scene.words.impersonal:
            return self._among(frame, i)
        return self._brought_on(frame, i) or self.stands_for(frame, i)

    def _brought_on(self, frame: Frame, i: int) -> Voice | None:
        """Whom the sentence before has presented, if the pronoun agrees and nobody else is named
        before it: "Parmi eux, Jean Durand. «…», dit-il"."""
        shown = self.shown
        if shown is None or shown.frame is frame or not shown.fits(self.scene, frame.word(i)):
            return None
        apart = [k for k in range(i) if k not in frame.quoted]
        spans = (self.scene.span(frame, k, k + 1) for k in apart)
        here = [m for low, high in spans for m in self.scene.within(low, high)]
        if any(phrases.is_person(self.scene, m) and m.form != "pronoun" for m in here):
            return None
        if shown.mention is not None:
            known = self.named(shown.mention)
        else:
            known = self.phrase(shown.frame, shown.start, shown.verb)
        if known.actor is None:
            return None
        span = self.scene.span(frame, i, i + 1)
        return Voice(known.actor, span, "carried", "whom the sentence before presents")

    def _among(self, frame: Frame, i: int) -> Voice:
        """Who stands behind a "on": "raconte-t-on autour du maire"."""
        span = self.scene.span(frame, i, i + 1)
        at = impersonal.behind(self.scene, frame, i)
        if at is None:
            return replace(UNKNOWN, mention=span)
        if frame.word(at) in self.scene.words.side:
            return replace(self.side(frame, at), mention=span)
        state = impersonal.town(self.scene, frame, at)
        if state is not None:
            return Voice(state.id, span, "named", f"those in the capital of {state.name}")
        return self.phrase(frame, at, i - 1 if at < i else None)

    def side(self, frame: Frame, i: int) -> Voice:
        """The state whose adjective follows a "côté": "côté français"."""
        state = sides.state(self.scene, frame.word(i + 1))
        if state is None:
            return UNKNOWN
        span = self.scene.span(frame, i, i + 2)
        return Voice(state.id, span, "named", f"on the side of {state.name}")

    def label(self, frame: Frame, colon: int) -> Voice:
        """Whom a label before a colon names: "Le ministre à propos du traité : «…»"."""
        start = 0
        while start < colon and frame.mark(start):
            start += 1
        if start == colon or phrases.is_governed(self.scene, frame, start):
            return UNKNOWN
        if frame.word(start) in self.scene.words.prepositions:
            return UNKNOWN
        end = phrases.stop(self.scene, frame, start, colon)
        if not shapes.is_label(self.scene, frame, start, end):
            return UNKNOWN
        return self.phrase(frame, start, colon)

    def owner(self, frame: Frame, low: int, high: int) -> Voice:
        """Whose words a noun of saying announces: "les propos de X sur …"; a place of speaking
        right after it is not ("son discours devant l'Assemblée")."""
        words = self.scene.words
        if frame.word(low) in words.prepositions - words.of - words.contracted_of - words.agent:
            return UNKNOWN
        start, end = self.scene.span(frame, low, high)
        for mention in self.scene.within(start, end):
            actor = self.scene.actors.get(mention.actor or "")
            if actor and actor.kind in ("person", "organization", "state", "group"):
                return self.named(mention)
        return UNKNOWN

    def _unnamed(self, frame: Frame, start: int, end: int, mention: Mention | None) -> Voice:
        """A source without a known name: "un haut responsable européen", "Cette lettre"."""
        words = self.scene.words
        small = words.of | self.scene.classes.before_verb | words.conjunctions
        while end - 1 > start and frame.word(end - 1) in small:
            end -= 1
        span = self.scene.span(frame, start, end)
        if shapes.is_bare_title(self.scene, frame, start, end):
            return self._latter(frame, start) or self.pronoun(frame, start)
        if papers.is_document(self.scene, frame, start, end):
            itself = papers.is_record(self.scene, frame, start, end)
            inner = phrases.inner(self.scene, frame, start, end)
            after = frame.word(start - 1) in self.scene.lexicon.sources.last
            if itself and not after:
                return replace(UNKNOWN, mention=span)
            first = after and frame.word(start) in words.indefinite
            bare = described.before_verb(self.scene, frame, inner, end)
            own = frame.words(inner, bare) if itself or first else None
            return self._maker(frame, end) or self.document(frame, (start, end), own)
        return self.epithet(frame, start, end) or self._source(frame, start, end, mention)

    def _maker(self, frame: Frame, end: int) -> Voice | None:
        """Who is told to have made a document: "des données diffusées par l'institut"; a medium
        only passes it on."""
        nouns, words = self.scene.lexicon.table.nouns, self.scene.words
        at = end - 1
        while frame.word(at) in words.adverbs:
            at -= 1
        made = frame.word(at) in nouns.made and frame.word(end) in words.agent
        if not made or end + 1 >= frame.size:
            return None
        voice = self.phrase(frame, end + 1)
        named = self.scene.ground.words(*voice.mention).lower().split() if voice.mention else []
        if voice.actor is None or set(named) & nouns.media:
            return None
        return replace(voice, because="the document is theirs")

    def _source(self, frame: Frame, start: int, end: int, mention: Mention | None) -> Voice:
        """A source under the words that the page has for it."""
        span = self.scene.span(frame, start, end)
        found = described.source_name(self.scene, frame, start, end)
        found = found and complements.spelled_out(self.scene, found, span)
        found = found or (mention.text if mention is not None else None)
        if found is None:
            return replace(UNKNOWN, mention=span)
        known = self.speaking_for(frame, start, found) or self.recalled(frame, start, end, found)
        if known is not None:
            return known
        return described.voice(self.scene, found, span)

    def _latter(self, frame: Frame, start: int) -> Voice | None:
        """Whom "ce dernier" means: the last person named before it in the sentence, else whom the
        page's people say, else the last in the sentence before, if nobody has spoken there."""
        if frame.word(start + 1) not in self.scene.words.latter:
            return None
        span = self.scene.span(frame, start, start + 2)
        mention = self.scene.over(*span)
        told = self.stands_for(frame, start) if mention is not None and mention.actor else None
        several = frame.word(start + 1).endswith(self.scene.words.many)
        known = self.latest(frame, start, span) or told
        if known is None and (several or self.spoke is None):
            known = self.latest(frame, 0, span)
        return replace(UNKNOWN, mention=span) if known is None and several else known
