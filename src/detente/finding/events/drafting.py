"""The drafts of a sentence: what it and its page tell of each trigger in it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from detente.finding.events import places
from detente.finding.events.announcing import announced
from detente.finding.events.background import drawn_out
from detente.finding.events.borrowing import borrow
from detente.finding.events.codes import code
from detente.finding.events.dating import dated
from detente.finding.events.drafts import Draft
from detente.finding.events.evidence import CLOSING
from detente.finding.events.filtering import counts, fits, is_no_news
from detente.finding.events.folk import is_at_home
from detente.finding.events.happenings import REAL
from detente.finding.events.implied import BETWEEN
from detente.finding.events.lexicon import Lexicon
from detente.finding.events.participants import Company, company, together
from detente.finding.events.pointing import is_definite, ordinal, takes_up
from detente.finding.events.positions import keeps_to
from detente.finding.events.recasting import admits, heard, means_else, recast
from detente.finding.events.scene import Scene
from detente.finding.events.sides import foretold, own_time
from detente.finding.events.slots import Slots
from detente.finding.events.speech import Speech
from detente.finding.events.status import Judge
from detente.finding.events.telling import Page
from detente.finding.events.timing import assign, carriers
from detente.finding.events.trigger import Trigger
from detente.records import Mention, Quotation, Time
from detente.syntax import Token


class Drafting:
    """A sentence with what is asked of all its triggers at once: whose a time, a place or an
    announcement is depends on the others."""

    def __init__(
        self, scene: Scene, found: list[Trigger], words: Lexicon, page: Page, speech: Speech
    ) -> None:
        self._scene, self._found = scene, found
        self._words, self._page, self._speech = words, page, speech
        others = frozenset(i for t in self._found if t.sort == "noun" for i in t.tokens)
        self._slots, self._judge = Slots(scene, words, others), Judge(scene, words)
        self._opens, self._out = page.opens(scene), page.out
        self._dates: dict[int, Time] = {}
        self._lent: dict[int, Time] = {}
        self._drawn: frozenset[int] = frozenset()
        if scene.timed:
            self._date()
        self._news = announced(scene, self._found, words)
        self._spots = places.assign(scene, self._found, page.cast, words)

    def _date(self) -> None:
        """Find whose the times of the sentence are."""
        scene, found, words = self._scene, self._found, self._words
        owners = carriers(scene, found, words)
        dates = assign(scene, found, owners, words, self._page.today)
        self._drawn = drawn_out(scene, found, owners, words)
        self._lent = borrow(scene, found, dates, self._page.today, words)
        self._dates = dates | self._lent

    def drafts(self, before: Mention | None, met: Company | None = None) -> Iterator[Draft]:
        """The drafts that count; ``before`` are several people named in the last sentence, whom an
        infinitive may be about, ``met`` the two of whom that told something, who are "they"."""
        for word in self._found:
            speaker = self._speech.speaker(*self._scene.span(word.tokens))
            own = self._company(word, speaker, before)
            if met is not None and self._are_they(word, own, met):
                own = replace(own, participants=met.participants, slots=own.slots | {"subject"})
            if means_else(self._scene, word, self._page.cast, self._words):
                continue
            trigger = recast(word, own, self._page.cast)
            said = self._speech.introduced_by(*self._scene.span(trigger.tokens))
            if admits(trigger, said):
                continue
            if said is not None and trigger.sort != "noun" and code(trigger.kind).group == "verbal":
                own = heard(own, said, self._page.cast)
            if not fits(trigger, own, self._page.cast):
                continue
            own = replace(own, where=self._where(own, trigger))
            mention = self._mention(trigger, own, speaker)
            draft = self._judged(mention, said) if counts(mention, self._page.cast) else None
            if draft is not None and not is_no_news(draft, self._page.cast):
                yield dated(draft, self._words, self._page)

    def _company(self, word: Trigger, speaker: str | None, before: Mention | None) -> Company:
        own = company(word, self._slots, self._page.cast, speaker)
        if before is not None and _is_unsaid(self._scene, word, own):
            return together(before, self._page.cast)
        return own

    def _are_they(self, word: Trigger, own: Company, met: Company) -> bool:
        """Whether a pronoun of the plural is who does together what a verb names: "X a reçu Y. Ils
        ont signé un accord"; the parser or the reader may take one of the two for all."""
        named = self._slots.of(word) if word.kind in BETWEEN and word.sort == "verb" else ()
        plural = [t for name, t in named if name == "subject" and _is_they(t)]
        known = {p.actor for p in met.participants}
        return bool(plural) and {p.actor for p in own.participants} < known

    def _judged(self, mention: Draft, said: Quotation | None) -> Draft:
        """A mention with its status and its time."""
        trigger, speaker = mention.trigger, mention.speaker
        evidence = self._judge.of(trigger, speaker is not None)
        told = self._news.get(trigger.i) if evidence.status in REAL else None
        time = self._dates.get(trigger.i, told)
        since = time is not None and self._is_since(time)
        lent = trigger.i in self._lent
        when = own_time(time, trigger.kind, evidence, self._out, since=since, lent=lent)
        when = when if evidence.because != CLOSING else None
        evidence = foretold(evidence, trigger, when, self._out)
        undated = not self._opens and when is None and speaker is None
        kept = undated and keeps_to(self._scene, trigger, evidence, said, self._words)
        return replace(mention, evidence=evidence, when=when, kept=kept)

    def _mention(self, trigger: Trigger, own: Company, speaker: str | None) -> Draft:
        """A draft but for its status and its time: most that do not count are told by the rest."""
        scene, page = self._scene, self._page
        return Draft(
            scene=scene,
            trigger=trigger,
            kind=trigger.kind,
            company=own,
            speaker=speaker,
            definite=is_definite(scene, trigger),
            this=takes_up(scene, trigger),
            ordinal=ordinal(scene, trigger, self._words),
            unnamed=page.cast.unnamed([p.actor for p in own.participants]),
            about=_about(scene, trigger),
            drawn_out=trigger.i in self._drawn,
            opens=self._opens,
            announced=trigger.i in self._news,
            since=self._is_of_before(trigger.tokens[0]),
            at_home=is_at_home(trigger, self._slots, own, page.cast),
        )

    def _is_of_before(self, first: int) -> bool:
        """Whether a noun is what came before: that since which the other is the first, or which it
        answers ("en riposte à des tirs")."""
        answered = self._scene.follows(first, self._words.answered)
        return answered or self._is_behind_since(first)

    def _is_behind_since(self, first: int) -> bool:
        """Whether "since" leads straight to a noun: not "Depuis, le dialogue"."""
        near = self._scene.parse.tokens[max(0, first - 3) : first]
        since = self._scene.follows(first, self._words.statuses.since)
        return since and not any(t.text == "," for t in near)

    def _is_since(self, time: Time) -> bool:
        """Whether a time is one since which something is so."""
        first = self._scene.parse.at(time.start, time.end)[0].i
        return self._scene.follows(first, self._words.statuses.since, 0)

    def _where(self, own: Company, trigger: Trigger) -> str | None:
        """The place of an event: that of its words, else where its parties meet, unless another
        happens there."""
        met = None if own.where in self._spots.values() else own.where
        return self._spots.get(trigger.i) or met


def _is_unsaid(scene: Scene, trigger: Trigger, own: Company) -> bool:
    """Whether an infinitive does not say who meets: "une occasion de se rencontrer"."""
    infinitive = "VerbForm=Inf" in scene.parse.tokens[trigger.i].morph
    return infinitive and not own.participants and code(trigger.kind).group == "encounter"


def _is_they(token: Token) -> bool:
    """Whether a token is a pronoun for several others."""
    return token.pos == "PRON" and {"Number=Plur", "Person=3"} <= token.morph


def _about(scene: Scene, trigger: Trigger) -> tuple[int, ...]:
    """The tokens below a trigger, in order: what its object and complements speak of."""
    if code(trigger.kind).group != "verbal":
        return ()
    last = trigger.tokens[-1]
    return tuple([t.i for t in scene.parse.subtree(trigger.i) if t.i > last])
