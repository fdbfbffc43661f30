"""Which words of a sentence name an event: noun phrases, verbs in a construction, adjectives."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from detente.finding.events.lexicon import Lexicon, Phrase
from detente.finding.events.scene import Scene
from detente.languages.triggers import Frame, Nouns, Verbs
from detente.syntax import Token
from detente.text import fold

Sort = Literal["noun", "verb", "adjective"]
NOMINAL = frozenset({"NOUN", "PROPN", "X", "ADJ", "NUM", "SYM"})
VERBAL = frozenset({"VERB", "AUX", "ADJ"})
REACH = 14
"""Tokens within which a loose participle finds its noun."""
AUXILIARY = ("aux", "cop", "expl")


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that name an event: ``i`` is the token that governs, ``tokens`` all of them."""

    i: int
    tokens: tuple[int, ...]
    sort: Sort
    kind: str
    frame: Frame
    needs: tuple[str, ...] = ()
    least: int = 0
    weak: bool = False
    noun_wins: bool = False
    object: int | None = None
    variant: str = ""
    standing: bool = False


def triggers(scene: Scene, lexicon: Lexicon) -> list[Trigger]:
    """The triggers of a sentence, in order; of two that name one event only one stays."""
    nouns = _nouns(scene, lexicon)
    verbs = [t for token in scene.parse for t in _verb(scene, lexicon, token)]
    adjectives = [t for token in scene.parse for t in _adjective(scene, lexicon, token)]
    taken = {i for t in nouns for i in t.tokens}
    verbs = [v for v in verbs if v.i not in taken]
    found = _settle(nouns, verbs) + adjectives
    return sorted(found, key=lambda t: t.tokens)


def _nouns(scene: Scene, lexicon: Lexicon) -> list[Trigger]:
    found: list[Trigger] = []
    at = 0
    while at < len(scene.words):
        phrase = _phrase_at(scene, lexicon, at)
        if phrase is None:
            at += 1
            continue
        tokens = tuple(dict.fromkeys(i for _, i in scene.words[at : at + len(phrase.words)]))
        trigger = _noun(scene, lexicon, phrase.entry, tokens)
        if trigger is not None:
            found.append(trigger)
        at += len(phrase.words)
    return found


def _phrase_at(scene: Scene, lexicon: Lexicon, at: int) -> Phrase | None:
    first = lexicon.singular(scene.words[at][0])
    for phrase in lexicon.phrases.get(first, ()):
        window = scene.words[at : at + len(phrase.words)]
        if tuple(lexicon.singular(word) for word, _ in window) == phrase.words:
            return phrase
    return None


def _noun(scene: Scene, lexicon: Lexicon, entry: Nouns, tokens: tuple[int, ...]) -> Trigger | None:
    head = scene.parse.tokens[tokens[0]]
    if head.pos not in NOMINAL and not _is_noun_here(scene, head):
        return None
    if entry.occasion and not _is_occasion(scene, lexicon, head):
        return None
    if _is_interview(scene, lexicon, head):
        return None
    if entry.word_class and not _stands_beside(scene, lexicon, head.i, entry.word_class):
        return None
    return Trigger(
        head.i,
        tokens,
        "noun",
        entry.kind,
        lexicon.frames[entry.frame],
        least=lexicon.frames[entry.frame].least,
        weak=entry.weak,
        variant=entry.variant,
        standing=entry.standing,
    )


def _is_noun_here(scene: Scene, token: Token) -> bool:
    """A word the parser took for a verb, after a determiner of its own or opening a headline."""
    if scene.parse.kids(token.i, "det"):
        return True
    return scene.is_title and token.i == 0 and not scene.parse.kids(token.i, "nsubj")


def _is_occasion(scene: Scene, lexicon: Lexicon, head: Token) -> bool:
    """The name of a body stands for its meeting: after "during", beside "next" or with a date."""
    words = lexicon.statuses
    if scene.follows(head.i, words.during + words.trailing + words.leading):
        return True
    kids = [scene.lemma(t.i) for t in scene.parse.kids(head.i, "amod", "acl")]
    return any(lemma in words.modifiers for lemma in kids)


def _is_interview(scene: Scene, lexicon: Lexicon, head: Token) -> bool:
    """Talks that are "granted" are given to a newspaper."""
    given = [scene.lemma(t.i) for t in scene.parse.kids(head.i, "acl")]
    return scene.lemma(head.i) in lexicon.classes["interviews"] and any(
        lemma in lexicon.classes["granted"] for lemma in given
    )


def _stands_beside(scene: Scene, lexicon: Lexicon, i: int, name: str) -> bool:
    words = lexicon.classes[name]
    return any(
        lexicon.singular(fold(t.text)) in words or scene.lemma(t.i) in words
        for t in scene.parse.kids(i, "amod", "nmod", "acl", "appos", "obl")
    )


def _verb(scene: Scene, lexicon: Lexicon, token: Token) -> list[Trigger]:
    if token.pos not in VERBAL or token.dep.startswith(("aux", "cop")):
        return []
    reflexive = bool(scene.parse.kids(token.i, "expl:comp", "expl:pass")) or any(
        t.dep.startswith("expl") and "Reflex=Yes" in t.morph for t in scene.parse.kids(token.i)
    )
    for lemma in lexicon.lemmas(token.lemma, token.text):
        for entry in lexicon.verbs.get((lemma, reflexive), ()):
            trigger = _fits(scene, lexicon, token, entry)
            if trigger is not None:
                return [trigger]
    return []


def _fits(scene: Scene, lexicon: Lexicon, token: Token, entry: Verbs) -> Trigger | None:
    thing = _object_in(scene, lexicon, token, entry.object) if entry.object else None
    if entry.object and thing is None:
        return None
    if entry.beside and not _has_below(scene, lexicon, token.i, entry.beside):
        return None
    if entry.to and not _has_complement(scene, lexicon, token.i, entry.to):
        return None
    if entry.bare and any(t.pos != "PRON" for t in _objects(scene, token)):
        return None
    frame = lexicon.frames[entry.frame]
    return Trigger(
        token.i,
        verb_group(scene, lexicon, token),
        "verb",
        entry.kind,
        frame,
        needs=entry.needs or frame.needs,
        least=frame.least if entry.least is None else entry.least,
        noun_wins=entry.noun_wins,
        object=thing,
        variant=entry.variant,
    )


def _objects(scene: Scene, token: Token) -> list[Token]:
    """What the verb acts on: its object, a passive's subject, the noun of a participle."""
    kids = [t for t in scene.parse.kids(token.i) if t.dep in ("obj", "nsubj:pass")]
    kids = [t for t in kids if t.i not in scene.timed]
    if token.dep == "acl" and "VerbForm=Part" in token.morph and "Tense=Past" in token.morph:
        kids.append(scene.parse.tokens[token.head])
    return kids


def _object_in(scene: Scene, lexicon: Lexicon, token: Token, name: str) -> int | None:
    words = lexicon.classes[name]
    complements = scene.parse.kids(token.i, "obl", "xcomp")
    for thing in [*_objects(scene, token), *complements]:
        if scene.lemma(thing.i) in words or lexicon.singular(fold(thing.text)) in words:
            return thing.i
    return _earlier_in(scene, lexicon, token, words)


def _earlier_in(scene: Scene, lexicon: Lexicon, token: Token, words: frozenset[str]) -> int | None:
    """The noun that a participle after a comma is about: "le traité X, dénoncé en 2018"."""
    if "Tense=Past" not in token.morph or scene.parse.kids(token.i, "aux", "cop", "obj", "nsubj"):
        return None
    for i in range(token.i - 1, max(-1, token.i - REACH), -1):
        before = scene.parse.tokens[i]
        if before.pos in ("VERB", "AUX"):
            return None
        if scene.lemma(i) in words or lexicon.singular(fold(before.text)) in words:
            return i
    return None


def _has_below(scene: Scene, lexicon: Lexicon, i: int, name: str) -> bool:
    words = lexicon.classes[name]
    return any(lexicon.singular(fold(t.text)) in words for t in scene.parse.subtree(i))


def _has_complement(scene: Scene, lexicon: Lexicon, i: int, prepositions: tuple[str, ...]) -> bool:
    wanted = {tuple(fold(p).split()) for p in prepositions}
    kids = scene.parse.kids(i, "obl", "xcomp", "ccomp", "iobj", "nmod", "advcl")
    found = (scene.preposition(t.i)[:1] for t in kids)
    return any(tuple(lexicon.contractions.get(w, w) for w in words) in wanted for words in found)


def verb_group(scene: Scene, lexicon: Lexicon, token: Token) -> tuple[int, ...]:
    """A verb with its auxiliaries, pronouns, negation and the verb of future or doubt above it."""
    tokens = scene.parse.tokens
    start = token.i
    for kid in scene.parse.kids(token.i, *AUXILIARY):
        start = min(start, kid.i)
    above = tokens[token.head]
    modals = lexicon.statuses.modals
    if token.dep == "xcomp" and scene.lemma(above.i) in modals and token.i - above.i <= 4:
        start = min(start, above.i)
    while (
        start > 0
        and tokens[start - 1].pos in ("PRON", "ADV", "PART")
        and (
            tokens[start - 1].head in range(start, token.i + 1)
            and tokens[start - 1].dep.startswith(("expl", "obj", "iobj", "advmod"))
            and len(tokens[start - 1].text) <= 3
        )
    ):
        start -= 1
    return tuple(range(start, token.i + 1))


def _adjective(scene: Scene, lexicon: Lexicon, token: Token) -> list[Trigger]:
    if token.pos not in ("ADJ", "VERB"):
        return []
    entry = lexicon.adjectives.get(scene.lemma(token.i))
    if entry is None:
        entry = lexicon.adjectives.get(lexicon.singular(fold(token.text)))
    if entry is None or not _is_predicate(scene, lexicon, token):
        return []
    frame = lexicon.frames[entry.frame]
    start = min([token.i, *(t.i for t in scene.parse.kids(token.i, "cop"))])
    tokens = tuple(range(start, token.i + 1))
    return [Trigger(token.i, tokens, "adjective", entry.kind, frame, least=1)]


def _is_predicate(scene: Scene, lexicon: Lexicon, token: Token) -> bool:
    if scene.parse.kids(token.i, "cop"):
        return True
    return token.dep in ("xcomp", "advcl") and scene.parse.tokens[token.head].pos == "VERB"


def _settle(nouns: list[Trigger], verbs: list[Trigger]) -> list[Trigger]:
    """One event where a verb and its object name the same: "sign" and "agreement"."""
    by_token = {i: noun for noun in nouns for i in noun.tokens}
    kept: list[Trigger] = []
    gone: set[int] = set()
    for verb in verbs:
        noun = by_token.get(verb.object) if verb.object is not None else None
        if noun is None:
            kept.append(verb)
        elif verb.noun_wins or (noun.kind != verb.kind and verb.kind == "military"):
            continue
        elif noun.kind == verb.kind:
            gone.add(noun.i)
            kept.append(_joined(noun, verb))
        else:
            kept.append(verb)
    return [n for n in nouns if n.i not in gone and not n.standing] + kept


def _joined(noun: Trigger, verb: Trigger) -> Trigger:
    """The verb's event; its words take in a noun that stands before it ("accord conclu")."""
    if noun.tokens[-1] < verb.tokens[0] <= noun.tokens[-1] + 2:
        return replace(verb, tokens=tuple(range(noun.tokens[0], verb.tokens[-1] + 1)))
    return verb
