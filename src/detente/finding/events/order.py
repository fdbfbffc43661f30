"""What the order of the words tells where the tree errs: the verb before a noun, the noun after a
verb, the word that an infinitive follows."""

from __future__ import annotations

from detente.finding.events.lexicon import Lexicon
from detente.finding.events.scene import Scene
from detente.syntax import Token

FAR = 8
"""Tokens within which words that belong together stand."""

OPENING = 3
"""Tokens with which a sentence opens before an infinitive: "Avant de se rendre"."""

FURTHER = 11
"""Tokens before a noun within which the word stands that governs it, names and days between."""

FAR_AHEAD = 14
"""Tokens of such an opening."""

ASIDE = 4
"""Words of the longest phrase that says whose turn it is."""

LIGHT = frozenset({"DET", "ADJ", "ADV", "NUM"})
MARKS = frozenset({'"', "«", "»", "“", "”"})
"""Marks of quotation: they part nothing, and set off the words that somebody said."""

GOVERNORS = frozenset({"VERB", "NOUN", "ADJ"})

OPEN = frozenset({"de"})
"""What an undetermined noun may open with."""

NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})


def verb_before(scene: Scene, i: int, known: frozenset[str] = frozenset()) -> Token | None:
    """The verb that a noun follows straight on, or after names, times and places: "réimposer à X
    des sanctions"; one of those ``known`` also where the parser took it for a preposition."""
    tokens = scene.parse.tokens
    for k in range(i - 1, max(-1, i - 1 - FAR), -1):
        if tokens[k].pos == "VERB" or (tokens[k].pos == "ADP" and scene.lemma(k) in known):
            return tokens[k]
        if not _is_passed(scene, k):
            return None
    return None


def governing_word(scene: Scene, first: int) -> tuple[Token | None, str]:
    """The noun, verb or adjective that a noun phrase from token ``first`` on completes by the order
    of the words, past articles and adjectives and what only stands between; and the preposition
    that links them, empty for an object. What it is past another as well is left as it stands:
    in "valoir à X des sanctions" it is an article."""
    tokens, link, first_link, passed = scene.parse.tokens, "", "", False
    for k in range(first - 1, max(-1, first - 1 - FURTHER), -1):
        token, foreign = tokens[k], k in scene.named or k in scene.timed
        if token.pos == "ADP" and (passed or not link):
            first_link = first_link or token.word
            link = first_link if passed else scene.contractions.get(token.word, token.word)
            passed = False
        elif foreign or token.pos == "PROPN" or (token.pos == "CCONJ" and k - 1 in scene.named):
            passed = True
        elif token.pos in GOVERNORS and (link or token.pos == "VERB"):
            within = token.pos == "ADJ" and _is_within_noun(scene, token)
            within = within or (link in OPEN and _is_set_between(scene, token))
            if not within:
                return token, link
        elif token.text not in MARKS and not _is_passed(scene, k):
            return None, link
    return None, link


def _is_set_between(scene: Scene, participle: Token) -> bool:
    """Whether a participle stands between a noun and its complement: "la levée réclamée des"."""
    before = scene.parse.tokens[participle.i - 1] if participle.i else participle
    past = {"VerbForm=Part", "Tense=Past"} <= participle.morph
    return past and participle.head == before.i and before.pos == "NOUN"


def _is_within_noun(scene: Scene, adjective: Token) -> bool:
    """Whether an adjective only describes the noun before it."""
    above = scene.parse.tokens[adjective.head]
    return adjective.dep == "amod" and above.i < adjective.i and above.i not in scene.named


def follows_straight(scene: Scene, token: Token) -> bool:
    """Whether a noun follows its verb straight on or after a day: the parser takes an object after
    a day for an adjunct."""
    if token.dep not in ("obl:mod", "nmod"):
        return False
    before, above = verb_before(scene, token.i), scene.parse.tokens[token.head]
    verb = above.head if above.i in scene.timed else above.i
    return before is not None and before.i == verb


def climbed(scene: Scene, lexicon: Lexicon, i: int) -> tuple[Token, Token]:
    """A noun and the word that governs it, past the count that it is told in ("une série de"), the
    day that the parser hangs it on, or the verb as well ("a exigé lundi le retrait"), and the modal
    of what is done to it ("des sanctions pourraient être prises")."""
    tokens = scene.parse.tokens
    token, above = tokens[i], tokens[tokens[i].head]
    while above.base in lexicon.statuses.counts and above.head != above.i:
        token, above = above, tokens[above.head]
    if above.i in scene.timed:
        verb = tokens[above.head] if above.head != above.i else verb_before(scene, token.i)
        if verb is not None and verb.head == above.i:
            token = token.hung(verb.i, "obj")
        above = verb if verb is not None and verb.pos == "VERB" else above
    done = _done_to_it(scene, lexicon, above) if token.dep == "nsubj" else None
    return (token, above) if done is None else (token.hung(done.i, "nsubj:pass"), done)


def _done_to_it(scene: Scene, lexicon: Lexicon, modal: Token) -> Token | None:
    """The infinitive that tells what is done to a modal's subject: "des sanctions pourraient être
    prises"."""
    words = lexicon.statuses
    if modal.base not in words.leading_on | words.possible:
        return None
    below = scene.parse.kids(modal.i, "xcomp")
    return next((t for t in below if scene.parse.kids(t.i, "aux:pass")), None)


def noun_after(scene: Scene, i: int) -> Token | None:
    """The bare noun that a verb is followed by, past a time: "retirerait 2.200 soldats", "a gelé
    un an ses achats"."""
    for token in scene.parse.tokens[i + 1 : i + 1 + FAR]:
        if token.i in scene.timed:
            continue
        if token.pos in ("NOUN", "PROPN"):
            return token
        if token.pos not in LIGHT:
            return None
    return None


def set_off(scene: Scene, i: int) -> Token | None:
    """The participle after a comma that agrees with the noun at token ``i``, its complements
    between: "une réunion du Conseil, prévue lundi"."""
    tokens = scene.parse.tokens
    noun, far = tokens[i], tokens[i + 1 : i + 1 + 2 * FAR]
    comma = next((t for t in far if t.text == "," or t.pos in ("VERB", "AUX")), None)
    if comma is None or comma.text != "," or comma.i + 1 >= len(tokens):
        return None
    after = tokens[comma.i + 1]
    marks = {m for m in after.morph if m.startswith(("Gender", "Number"))}
    past = after.pos == "VERB" and {"Tense=Past", "VerbForm=Part"} <= after.morph
    return after if past and len(marks) > 1 and marks <= noun.morph else None


def conjunctions(scene: Scene, verb: Token) -> list[int]:
    """The tokens that open the clause of a verb, each with what goes with it ("afin que"); the
    nearest one before it where the tree hangs none on it."""
    marks = scene.parse.kids(verb.i, "mark")
    found = {k.i for t in marks for k in (t, *scene.parse.kids(t.i, "fixed"))}
    for token in reversed(scene.parse.tokens[max(0, verb.i - FAR) : verb.i] if not found else ()):
        if token.pos == "VERB" or token.text == ",":
            break
        if token.pos == "SCONJ":
            return [token.i]
    return sorted(found)


def governor_before(scene: Scene, i: int) -> tuple[Token | None, Token | None]:
    """The noun or verb that an infinitive with a preposition follows, and the name between them:
    "la tentative de X de partir"; none before what says why or when ("afin de")."""
    tokens = scene.parse.tokens
    marks = scene.parse.kids(i, "mark", "case")
    if not marks or "VerbForm=Inf" not in tokens[i].morph:
        return None, None
    first, name = min(t.i for t in marks), None
    if first and tokens[first - 1].pos == "ADV":
        return None, None
    for k in range(first - 1, max(-1, first - 1 - FAR), -1):
        if k in scene.named:
            name = scene.head_of(scene.named[k])
        elif _is_set_between(scene, tokens[k]) or tokens[k].text in MARKS:
            continue
        elif tokens[k].pos in NOMINAL and not _is_passed(scene, k):
            return tokens[k], name
        elif not _is_passed(scene, k):
            return None, None
    return None, None


def _is_passed(scene: Scene, k: int) -> bool:
    """Whether a token only stands between: a name, a time, a determiner that the parser may have
    taken for a preposition ("des"), a preposition before a name."""
    known = k in scene.named or k in scene.timed
    token = scene.parse.tokens[k]
    loose = token.pos == "ADP" and token.dep == "advmod"
    if known or token.pos in LIGHT or loose:
        return True
    word = token.word
    introduces = k + 1 in scene.named or k + 1 in scene.timed
    return token.pos == "ADP" and (introduces or scene.contractions.get(word, word) in OPEN)


def is_present(token: Token) -> bool:
    """Whether a verb is a participle of the present."""
    return "VerbForm=Part" in token.morph and "Tense=Past" not in token.morph


def is_infinitive(scene: Scene, token: Token) -> bool:
    """Whether a verb is an infinitive, simple or compound: "partir", "avoir rencontré"."""
    if "VerbForm=Inf" in token.morph:
        return True
    helping = scene.parse.kids(token.i, "aux:tense", "aux:pass")
    return any("VerbForm=Inf" in t.morph for t in helping)


def is_set_off(scene: Scene, pronoun: Token) -> bool:
    """Whether a pronoun between two commas only says whose turn it is: "a, lui, menacé de"."""
    around = scene.parse.tokens[max(0, pronoun.i - 1) : pronoun.i + 2]
    return pronoun.pos == "PRON" and [t.text for t in around if t.i != pronoun.i] == [",", ","]


def is_finite(scene: Scene, token: Token) -> bool:
    """Whether a predicate is finite, by itself, its auxiliary or its copula."""
    words = (token, *scene.parse.kids(token.i, "aux:tense", "aux:pass", "aux", "cop"))
    return any("VerbForm=Fin" in t.morph for t in words)


def is_gerund(scene: Scene, lexicon: Lexicon, token: Token) -> bool:
    """Whether a verb tells how or while something else is done, by whoever does that: "X a soutenu
    Y en envoyant"."""
    marks = scene.parse.kids(token.i, "mark", "case")
    return is_present(token) and any(t.word in lexicon.during for t in marks)


def is_active(scene: Scene, lexicon: Lexicon, i: int) -> bool:
    """Whether the one auxiliary of a verb is that of the active, whatever the parser makes of its
    subject: "a échangé"."""
    helping = scene.parse.kids(i, "aux:tense", "aux:pass", "aux")
    return len(helping) == 1 and helping[0].base in lexicon.statuses.having


def antecedent(scene: Scene, subject: Token, verb: Token) -> Token:
    """A relative pronoun stands for the noun its clause describes; where the parser hung that
    clause elsewhere, for the name straight before it."""
    if "PronType=Rel" not in subject.morph:
        return subject
    if verb.dep.startswith("acl"):
        return scene.parse.tokens[verb.head]
    comma = scene.parse.tokens[subject.i - 1].text == ","
    mention = scene.named.get(subject.i - 1 - comma)
    return scene.head_of(mention) if mention is not None else subject


def opened_for(scene: Scene, token: Token) -> Token | None:
    """Who does what the sentence opens with: "Avant de partir pour X, Y a dit", "Tout en parlant
    à X, Y"; the name after the comma that ends it."""
    if token.i > OPENING or not (is_infinitive(scene, token) or is_present(token)):
        return None
    small = [t for t in scene.parse.tokens[: token.i] if t.pos in ("ADP", "SCONJ")]
    if not small or small[0].i > 1:
        return None
    for after in scene.parse.tokens[token.i + 1 : token.i + 1 + FAR_AHEAD]:
        if after.pos in ("VERB", "AUX"):
            return None
        if after.text == ",":
            mention = scene.named.get(after.i + 1)
            head = scene.head_of(mention) if mention is not None else None
            return None if head is None or scene.parse.kids(head.i, "case") else head
    return None


def past_aside(scene: Scene, lexicon: Lexicon, at: int) -> int:
    """Where the words go on after those that only say that it is his turn: "de son côté"."""
    words = tuple(t.word for t in scene.parse.tokens[at : at + ASIDE])
    for count in range(len(words), 0, -1):
        if " ".join(words[:count]) in lexicon.asides:
            return at + count
    return at


def said_after(scene: Scene, lexicon: Lexicon, i: int) -> Token | None:
    """A name that follows a verb of saying straight on or after a day: "a dit lundi X"."""
    at = i + 1
    while at in scene.timed or (past := past_aside(scene, lexicon, at)) > at:
        at = at + 1 if at in scene.timed else past
    mention = scene.named.get(at)
    head = scene.head_of(mention) if mention is not None else None
    return None if head is None or scene.parse.kids(head.i, "case") else head


def closes_aside(scene: Scene, lexicon: Lexicon, i: int) -> bool:
    """Whether a word ends those that only say that it is somebody's turn: "pour sa part"."""
    starts = range(max(0, i + 1 - ASIDE), i)
    words = (" ".join(t.word for t in scene.parse.tokens[at : i + 1]) for at in starts)
    return any(phrase in lexicon.asides for phrase in words)


def past_colon(scene: Scene, subjects: list[Token], i: int) -> list[Token]:
    """The subjects of a verb but for what stands before the colon that a headline opens with, where
    a name stands right before the verb: "Sanctions: Moscou convoque"."""
    if not scene.is_title or i - 1 not in scene.named:
        return subjects
    colons = [t.i for t in scene.parse.tokens[:i] if t.text == ":"]
    return [t for t in subjects if not colons or t.i > colons[-1]]
