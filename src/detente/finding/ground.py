"""What every finder stands on, and the nouns that one finder hands to another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from detente.cleaning.article import Article
from detente.knowledge.base import Knowledge
from detente.languages.language import Language
from detente.records import Actor, Mention, Record, TimexType
from detente.syntax import Sentence, Syntax, sentences_of
from detente.text import Passage, passage

Tense = Literal["past", "present", "future"]


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Ground:
    """A cleaned page with its content passages, sentences and syntax, and the data to read it. No
    ground is another's equal, so that what is found on a page can be kept with it."""

    article: Article
    language: Language
    knowledge: Knowledge
    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...]
    syntax: Syntax

    @property
    def text(self) -> str:
        """The canonical text."""
        return self.article.text

    def words(self, start: int, end: int) -> str:
        """The page's own words of a span."""
        return self.article.text[start:end]


def lay(article: Article, language: Language, knowledge: Knowledge) -> Ground:
    """The ground of an article: its content blocks as passages, split into sentences."""
    passages = tuple(
        passage(article.text, block.start, block.end, number, block.label, language.glued)
        for number, block in enumerate(article.blocks)
        if block.is_content
    )
    sentences = sentences_of(passages, language.abbreviations)
    return Ground(article, language, knowledge, passages, sentences, Syntax(language.model))


class Expression(Record, frozen=True, kw_only=True):
    """A time expression as found, before the page's day is known.

    ``value`` is a TIMEX3 value with ``X`` for what the page must settle (``XXXX-12-10``,
    ``XXXX-WXX-2``); ``shift`` counts units from the anchor (``("day", -1)`` for "hier");
    ``anchor`` says whether it counts from publication, from the narrated day or from an event.
    ``direction`` is what its own words say: -1 "dernier", 0 "ce", 1 "prochain"; ``weekday`` the
    one it names (1 is Monday), also beside a date; ``easter`` counts the days of a movable feast
    from Easter. ``tense`` is that of the governing verb, or present where it hangs on a
    noun ("le vote de novembre"), ``due`` whether it looks ahead from the past ("devait se
    rendre"); ``attributive`` whether it only says which of the things of that
    name is meant ("la réunion de mardi"); ``quoted`` whether it stands inside marks. Days joined
    ("les 7 et 8 juillet") are two values with "/" between, first and last.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str | None
    mod: str | None = None
    shift: tuple[str, int] | None = None
    anchor: Literal["publication", "narrated", "event"] | None = None
    weekday: int | None = None
    direction: int | None = None
    easter: int | None = None
    tense: Tense | None = None
    due: bool = False
    attributive: bool = False
    quoted: bool = False
    sentence: int
    rule: str


class Naming(Record, frozen=True, kw_only=True):
    """A person named together with an office: "le secrétaire d'Etat américain Mike Pompeo".

    It tells when the page can have been written (the person's terms in that office), and, the day
    once known, who holds the office. ``office`` is ``None`` where a person of public record is
    named in full without one: that tells a little of the time too. ``titled`` is a bare title
    before the name ("le président Obama"): it stays with people when they have left.
    """

    start: int
    end: int
    person: str | None
    office: str | None
    state: str | None
    former: bool = False
    titled: bool = False
    sentence: int


class People(Record, frozen=True, kw_only=True):
    """Actors of the page and the mentions that point to them."""

    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
