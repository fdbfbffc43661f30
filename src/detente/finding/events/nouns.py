"""Noun phrases that name an event."""

from __future__ import annotations

from collections.abc import Iterator

from detente.finding.events.lexicon import Lexicon, Phrase, links
from detente.finding.events.misread import is_bare
from detente.finding.events.scene import Scene
from detente.finding.events.trigger import Trigger
from detente.finding.events.uses import is_in_reach
from detente.languages.triggers import Nouns
from detente.syntax import Token

STANDING = frozenset({"agreement"})
"""Kinds whose word also says how somebody is."""

FAR = 8
"""Tokens after a noun within which the noun stands that it is of."""

TOLD_OF = frozenset({"nsubj", "nsubj:pass", "obj"})
"""How a noun hangs on the verb that tells of it."""

NOMINAL = frozenset({"NOUN", "PROPN", "X", "ADJ", "NUM", "SYM"})

WANTED = 4
"""Tokens before a noun within which it is said that somebody is in want of it."""

JOURNEY = "visit"
HELP = "aid"
"""A kind that people are also said to be in want of."""

DAYS = ("D", "W")
"""Units of a length that a journey may be said to have."""


def nouns(scene: Scene, lexicon: Lexicon) -> list[Trigger]:
    """The noun triggers of a sentence, in order, the longest phrase at each place."""
    found: list[Trigger] = []
    words = scene.singulars
    after = 0
    for at in [n for n, word in enumerate(words) if word in lexicon.openers]:
        if at < after:
            continue
        idioms, phrases = lexicon.idioms.get(words[at : at + 2]), lexicon.phrases.get(words[at])
        size = _idiom_at(words, idioms, at) if idioms else 0
        for phrase in _phrases_at(words, phrases, at) if phrases and not size else ():
            tokens = tuple(dict.fromkeys(scene.owners[at : at + len(phrase.words)]))
            trigger = _noun(scene, lexicon, phrase.entry, tokens)
            size = len(phrase.words)
            if trigger is not None:
                found.append(trigger)
                break
        after = at + size
    return found


def _phrases_at(words: tuple[str, ...], known: list[Phrase], at: int) -> list[Phrase]:
    """The longest phrases at a place: one, or several of the same words."""
    here = [p for p in known if words[at : at + len(p.words)] == p.words]
    return [p for p in here if len(p.words) == len(here[0].words)]


def _idiom_at(words: tuple[str, ...], known: list[tuple[str, ...]], at: int) -> int:
    """How many words an idiom takes from a place on; 0 if there is none."""
    return max([len(i) for i in known if words[at : at + len(i)] == i], default=0)


def _noun(scene: Scene, lexicon: Lexicon, entry: Nouns, tokens: tuple[int, ...]) -> Trigger | None:
    head = scene.parse.tokens[tokens[0]]
    other = len(tokens) == 1 and (_describes(scene, head) or _is_verb(scene, lexicon, head))
    if other or not _is_noun_here(scene, head):
        return None
    if entry.occasion and not _is_occasion(scene, lexicon, head):
        return None
    if not entry.occasion and _is_in_name(scene, head):
        return None
    mind = entry.kind in STANDING and _is_of_one_mind(scene, lexicon, head)
    if (
        mind
        or (entry.kind == HELP and _is_wanted(scene, lexicon, head))
        or _is_interview(scene, lexicon, head)
    ):
        return None
    if not _is_so_completed(scene, lexicon, entry, tokens):
        return None
    return Trigger(
        head.i,
        tokens,
        "noun",
        entry.kind,
        lexicon.frames[entry.frame],
        least=lexicon.frames[entry.frame].least,
        weak=entry.weak,
        variant=entry.variant or _variant(scene, lexicon, entry, tokens),
        lasting=entry.lasting or (entry.kind == JOURNEY and _has_a_length(scene, head)),
        standing=entry.standing,
        occasion=entry.occasion,
        verbally=entry.verbally,
        alone=entry.alone,
        vague=entry.vague,
    )


def _variant(scene: Scene, lexicon: Lexicon, entry: Nouns, tokens: tuple[int, ...]) -> str:
    """The variant of its kind that a word beside a noun, or in it, makes it: "le retrait de nos
    forces" is one of troops."""
    if entry.variants is None:
        return ""
    within = {lexicon.singular(scene.parse.tokens[i].word) for i in tokens}
    told = within & lexicon.classes[entry.variants]
    return (
        entry.variants if told or _stands_beside(scene, lexicon, tokens[0], entry.variants) else ""
    )


def _has_a_length(scene: Scene, head: Token) -> bool:
    """Whether a noun is said how long it lasts: "une visite de trois jours"."""
    kids = scene.parse.kids(head.i, "nmod")
    times = (scene.timed[k.i] for k in kids if k.i in scene.timed)
    return any(t.type == "DURATION" and (t.value or "").endswith(DAYS) for t in times)


def _is_so_completed(scene: Scene, lexicon: Lexicon, entry: Nouns, tokens: tuple[int, ...]) -> bool:
    """Whether what the entry asks for stands beside the noun."""
    name = entry.word_class
    if entry.plural and "Number=Sing" in scene.parse.tokens[tokens[0]].morph:
        return False
    taken_up = entry.weak and _is_pointed_at(scene, tokens[0])
    if name is not None and not (taken_up or _stands_beside(scene, lexicon, tokens[0], name)):
        return False
    if entry.unlike is not None and _stands_beside(scene, lexicon, tokens[0], entry.unlike):
        return False
    return not entry.to or taken_up or _is_followed(scene, lexicon, tokens, entry.to)


def _is_pointed_at(scene: Scene, i: int) -> bool:
    """Whether a demonstrative takes up what was told ("cet échange")."""
    return any("PronType=Dem" in t.morph for t in scene.parse.kids(i, "det"))


def _is_in_name(scene: Scene, head: Token) -> bool:
    """A word inside a longer name or role ("l'émissaire pour les négociations") is no event."""
    mention = scene.named.get(head.i)
    return mention is not None and scene.head_of(mention).i != head.i


def _is_noun_here(scene: Scene, token: Token) -> bool:
    """A noun, or a word the parser took for a verb, after a determiner of its own or opening a
    headline."""
    done = token.dep == "acl" and "Tense=Past" in token.morph
    if token.pos in NOMINAL or (scene.parse.kids(token.i, "det") and not done):
        return True
    return scene.is_title and token.i == 0 and not scene.parse.kids(token.i, "nsubj")


def _describes(scene: Scene, token: Token) -> bool:
    """Whether it is an adjective: with a noun ("des positions offensives") or said of someone
    ("est prêt à", "se montre offensive")."""
    if token.pos != "ADJ" or scene.parse.kids(token.i, "det"):
        return False
    return token.dep in ("amod", "xcomp", "advcl") or bool(scene.parse.kids(token.i, "cop"))


def _is_verb(scene: Scene, lexicon: Lexicon, token: Token) -> bool:
    """Whether the word is the form of a verb that the parser took for a noun."""
    if not is_bare(scene, token):
        return False
    return not lexicon.telling.isdisjoint(lexicon.lemmas(token.lemma, token.text, is_verb=True))


def _past_owner(scene: Scene, lexicon: Lexicon, at: int) -> tuple[Token, ...]:
    """What follows a noun, past when it was ("l'échange de lundi entre") and the names of whose it
    is ("l'arrivée du ministre X à")."""
    tokens = scene.parse.tokens
    while at + 1 < len(tokens) and (
        at in scene.timed
        or at in scene.named
        or at + 1 in scene.timed
        or (at + 1 in scene.named and _plain(lexicon, tokens[at]) == lexicon.of)
    ):
        at += 1
    return tokens[at : at + 1]


def _plain(lexicon: Lexicon, token: Token) -> str:
    """A preposition without the article that it took in."""
    return lexicon.contractions.get(token.word, token.word)


def _is_occasion(scene: Scene, lexicon: Lexicon, head: Token) -> bool:
    """The name of a body stands for its meeting: after "during" or "on the agenda of", where one is
    invited "to" it, beside "next" or with a date."""
    if scene.follows(head.i, lexicon.at_or_on):
        return True
    if _is_gone_to(scene, lexicon, head) or (head.text.isupper() and _meets(scene, lexicon, head)):
        return True
    kids = [t.base for t in scene.parse.kids(head.i, "amod", "acl")]
    return any(lemma in lexicon.statuses.modifiers for lemma in kids)


def _is_gone_to(scene: Scene, lexicon: Lexicon, head: Token) -> bool:
    """Whether somebody is invited to it, or at the meeting of a group that goes by its letters and
    does not join that ("le retour au G8")."""
    before = scene.plain[max(0, scene.begins[head.i] - 1) : scene.begins[head.i]]
    above, classes = scene.lemma(head.head), lexicon.classes
    known = above in classes["inviting"] or (
        head.text.isupper() and above not in classes["joining"]
    )
    return before == (lexicon.to,) and known


def _meets(scene: Scene, lexicon: Lexicon, head: Token) -> bool:
    """Whether what is said of a group is said of its meeting: that it opens, ends or is left, or
    where it is ("le G7 de X")."""
    above, classes = scene.lemma(head.head), lexicon.classes
    if head.dep in TOLD_OF and above in classes["occurring"]:
        return True
    part = head.dep == "nmod" and above in classes["of_gathering"]
    return part or _is_where(scene, lexicon, head)


def _is_where(scene: Scene, lexicon: Lexicon, head: Token) -> bool:
    """Whether it is told apart by where it meets: "le G7 de Biarritz"."""
    after = scene.parse.tokens[head.i + 1 : head.i + 3]
    of = [_plain(lexicon, t) for t in after[:1]]
    return of == [lexicon.of] and len(after) > 1 and after[1].pos == "PROPN"


def _is_interview(scene: Scene, lexicon: Lexicon, head: Token) -> bool:
    """Talks that are "granted" are given to a newspaper."""
    if head.base not in lexicon.classes["interviews"]:
        return False
    given = [t.base for t in scene.parse.kids(head.i, "acl")]
    given.append(scene.lemma(head.head))
    return not lexicon.classes["granted"].isdisjoint(given)


def _is_wanted(scene: Scene, lexicon: Lexicon, head: Token) -> bool:
    """Whether somebody is only in want of it: "avoir besoin d'une aide", "dépendre de l'aide"."""
    before = scene.parse.tokens[max(0, head.i - WANTED) : head.i]
    words = lexicon.classes["needing"]
    return any(lexicon.singular(t.word) in words or t.base in words for t in before)


def _is_of_one_mind(scene: Scene, lexicon: Lexicon, head: Token) -> bool:
    """Whether a bare noun after "of" says how somebody is or may be: "être d'accord",
    "l'incapacité à se mettre d'accord"."""
    before = [lexicon.contractions.get(word, word) for word in scene.before(head.i, 1)]
    if before != [lexicon.of]:
        return False
    above = scene.parse.tokens[head.head]
    return bool(scene.parse.kids(head.i, "cop")) or is_in_reach(scene, lexicon, above)


def _stands_beside(scene: Scene, lexicon: Lexicon, i: int, name: str) -> bool:
    words = lexicon.classes[name]
    beside = scene.parse.kids(i, "amod", "nmod", "acl", "appos", "obl")
    return any(
        lexicon.singular(t.word) in words or t.base in words
        for t in (*beside, *_complements(scene, lexicon, i))
    )


def _complements(scene: Scene, lexicon: Lexicon, i: int) -> Iterator[Token]:
    """What a noun may be of, where its agent, receiver or day stands between: "la levée par X d'un
    embargo", "l'adoption en juin de la charte"."""
    tokens = scene.parse.tokens
    for k in range(i + 1, min(len(tokens), i + 1 + FAR)):
        if tokens[k].pos in ("VERB", "AUX", "PUNCT"):
            return
        if tokens[k].pos == "ADP" and _plain(lexicon, tokens[k]) == lexicon.of:
            yield from (t for t in tokens[k + 1 : k + 4] if t.pos in ("NOUN", "PROPN"))


def _is_followed(
    scene: Scene, lexicon: Lexicon, tokens: tuple[int, ...], prepositions: tuple[str, ...]
) -> bool:
    """Whether one of the prepositions introduces a complement of a noun, or of the verb that the
    noun completes or that tells of it ("des combats ont éclaté entre X et Y"), or comes next."""
    wanted = links(prepositions)
    after = _past_owner(scene, lexicon, max(tokens) + 1)
    kids = list(scene.parse.kids(tokens[0], "nmod", "obl"))
    head = scene.parse.tokens[tokens[0]]
    above = scene.parse.tokens[head.head]
    carried = scene.lemma(head.head) in lexicon.classes["carrying"]
    if above.pos == "VERB" and head.dep in TOLD_OF and (carried or head.dep != "obj"):
        kids += scene.parse.kids(head.head, "obl", "obl:arg", "obl:mod", "iobj")
    found = [scene.preposition(t.i) for t in kids]
    words = [*(words[0] for words in found if words), *(t.word for t in after)]
    return any(lexicon.contractions.get(word, word) in wanted for word in words)
