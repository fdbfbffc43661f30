"""Where a reported clause ends in its frame."""

from __future__ import annotations

from itertools import pairwise

from detente.finding.quotations import subjects
from detente.finding.quotations.cue import Cue
from detente.finding.quotations.frame import Frame
from detente.finding.quotations.scene import Scene
from detente.languages.cues import Words

_ABSOLUTE = 9
_DASHES = frozenset("–—")


def end(
    scene: Scene,
    frame: Frame,
    start: int,
    cues: list[Cue],
    incises: set[int],
    finite: bool = False,
) -> int:
    """The piece after the clause that starts at ``start``; one with a ``finite`` verb does not end
    before that ("que le port, comme l'a dit le maire, était sûr")."""
    at, depth, sources = start, 0, scene.sources(frame)
    while at < frame.size:
        mark = frame.marks[at]
        if mark == "(":
            depth += 1
        elif mark == ")":
            depth -= 1
            if depth < 0:
                break
        elif mark == ",":
            begun = depth == 0 and _has_begun(scene, frame, start, at, finite)
            trails = begun and _is_trailer(scene, frame, at + 1)
            if trails or (begun and _closes(scene, frame, start, at, incises)):
                break
            if depth == 0 and _is_after_aside(scene, frame, start, at, cues):
                break
        elif mark:
            if _ends_at_mark(frame, start, at):
                break
        elif _ends_at_word(scene, frame, at, cues) or (
            at in sources and _has_begun(scene, frame, start, at, finite)
        ):
            break
        at += 1
    while at > start and frame.mark(at - 1) in (",", ".", "-", "–", "—", ";"):
        at -= 1
    return at


def _ends_at_mark(frame: Frame, start: int, at: int) -> bool:
    mark = frame.marks[at]
    if mark == ":":
        return at + 1 not in frame.quoted
    closes = mark == "-" and _is_closing_dash(frame, start, at)
    return mark == ";" or mark in _DASHES or closes or _is_last(frame, at)


def _ends_at_word(scene: Scene, frame: Frame, at: int, cues: list[Cue]) -> bool:
    """A second verb of the same subject, or a contrast, takes the sentence back here."""
    words, word = scene.words, frame.lows[at]
    if word in words.conjunctions and _resumes(scene, frame, at, cues):
        return True
    return word in words.contrasts and frame.word(at + 1) in words.that


def _is_closing_dash(frame: Frame, start: int, at: int) -> bool:
    """A double hyphen that closes the parenthesis in which the clause stands, or opens nothing;
    one that has its fellow after it stands around words inside the clause."""
    double = [k for k, (one, two) in enumerate(pairwise(frame.marks)) if one == two == "-"]
    if at not in double:
        return False
    opened = sum(k < start for k in double) % 2 == 1
    return opened or (sum(start <= k <= at for k in double) % 2 == 1 and double[-1] == at)


def _is_last(frame: Frame, at: int) -> bool:
    return frame.mark(at) in (".", "!", "?", "…") and all(frame.marks[at:])


def _closes(scene: Scene, frame: Frame, start: int, comma: int, incises: set[int]) -> bool:
    """Whether the writer takes the sentence back at this comma."""
    words, word = scene.words, frame.word(comma + 1)
    then = frame.word(comma + 2)
    if word in words.closers:
        return then in scene.classes.below or word not in words.articles
    if word in words.last_closers and then in words.that:
        return True
    if (
        comma + 1 in incises
        or (word in words.like and frame.word(comma + 2) in words.clitics)
        or comma + 1 in scene.sources(frame)
        or is_gerund(scene, frame, comma + 1)
        or _is_absolute(scene, frame, comma)
        or (word in words.third_persons and then in words.subject_relatives)
        or (word in words.gerund_marker | words.clitics and is_gerund(scene, frame, comma + 2))
    ):
        return True
    if word in words.subject_relatives | words.places:
        return _is_last_relative(scene, frame, start, comma)
    if word in words.last_closers and frame.word(comma + 3) in words.places:
        return True
    follows = any(
        frame.mark(k) == "," and frame.word(k + 1) not in words.relatives
        for k in range(comma + 1, frame.size)
    )
    goes_on = follows or then in words.relatives or _ends_relative(frame, words, start, comma)
    return word in words.last_closers and not goes_on


def _ends_relative(frame: Frame, words: Words, start: int, comma: int) -> bool:
    """The comma closes a relative clause set apart: "a promis au maire, qu'il estime, une fête"."""
    opening = (k for k in range(comma - 1, start - 1, -1) if frame.mark(k) == ",")
    before = next(opening, None)
    return before is not None and frame.word(before + 1) in words.relatives


def _is_after_aside(scene: Scene, frame: Frame, start: int, comma: int, cues: list[Cue]) -> bool:
    """The verb of the sentence follows whose subject stands before the aside that holds the clause:
    "X, connu pour avoir dit que le port fermerait, a promis …"."""
    after = comma + 1
    while frame.word(after) in scene.words.clitics:
        after += 1
    if not any(c.first == after and _has_no_subject(c) for c in cues):
        return False
    apart = next((k for k in range(start) if frame.mark(k) == ","), 0)
    subject = subjects.first(scene, frame)
    if subject is None or not subject < apart or not subjects.leads(scene, frame, apart):
        return False
    inside = range(apart + 1, start)
    return not any(frame.mark(k) == "," for k in inside) and not frame.quotes(0, apart)


def _has_begun(scene: Scene, frame: Frame, start: int, comma: int, finite: bool) -> bool:
    """More than an adverbial stands before the comma ("qu'en 2012, le port était sûr"), or than the
    subject of a clause that goes on with its verb after another comma."""
    if comma == start:
        return False
    opens = frame.word(start) in scene.classes.governing
    waits = finite and not opens and "," in frame.marks[comma + 1 :]
    if not (opens or waits) or frame.quotes(start, comma) or not scene.is_parsed(frame, start):
        return True
    low, high = frame.starts[start], frame.starts[comma]
    return scene.holds_verb(frame.passage, low, high, "Fin" if waits else "")


def _is_trailer(scene: Scene, frame: Frame, i: int) -> bool:
    """The writer adds who else says so, by whose mouth, or what became of it: "…, de même que la
    Suède", "…, par la voix du maire", "…, des accusations démenties"."""
    words = scene.words
    if any(frame.lows[i : i + len(t)] == t for t in words.trailers):
        return True
    noun = frame.word(i + 1)
    return frame.word(i) in words.articles and noun in words.summaries


def _is_absolute(scene: Scene, frame: Frame, comma: int) -> bool:
    """A participle with a subject of its own follows: "…, les deux villes ayant rompu en mai"."""
    classes = scene.classes
    for k in range(comma + 2, min(comma + _ABSOLUTE, frame.size)):
        word = frame.word(k)
        if not word or word in classes.below:
            return False
        if word in classes.auxiliaries:
            opens = frame.word(comma + 1) in classes.articles
            named = (opens or frame.capitals[comma + 1]) and not frame.quotes(comma)
            return named and word.endswith(scene.words.gerund_endings)
    return False


def _is_last_relative(scene: Scene, frame: Frame, start: int, comma: int) -> bool:
    """The writer's relative clause at the end of a sentence: what is reported has its verb before
    it, and no marks stand in it."""
    if frame.quotes(comma):
        return False
    low, high = frame.starts[start], frame.starts[comma]
    forms = ("Fin", "Inf")
    return any(scene.holds_verb(frame.passage, low, high, form) for form in forms)


def is_gerund(scene: Scene, frame: Frame, i: int) -> bool:
    """A present participle stands at ``i``."""
    word = frame.word(i)
    if any(f.mood == "gerund" for f in scene.lexicon.forms.get(word, ())):
        return True
    if len(word) < 5 or not word.endswith(scene.words.gerund_endings):
        return False
    token = scene.token(frame.passage, frame.starts[i])
    return token is not None and token.pos in ("VERB", "AUX")


def _resumes(scene: Scene, frame: Frame, at: int, cues: list[Cue]) -> bool:
    """A conjunction after which a second cue of the same subject starts: "et ajouté que"."""
    for cue in cues:
        if cue.first <= at:
            continue
        if cue.mood in ("future", "conditional") and cue.pronoun is None:
            leads = [c.mood for c in cues if c.last <= at][:1]
            if cue.mood not in leads and frame.word(cue.last) not in scene.words.that:
                return False
        near = all(_is_small(scene, frame, k) for k in range(at + 1, cue.first))
        return bool(near and (cue.coordinated or cue.mood == "gerund" or _has_no_subject(cue)))
    return False


def _has_no_subject(cue: Cue) -> bool:
    return cue.pronoun is None and cue.mood in ("finite", "future", "conditional", "participle")


def _is_small(scene: Scene, frame: Frame, i: int) -> bool:
    word = frame.word(i)
    return word in scene.words.adverbs or word in scene.words.clitics or frame.mark(i) == ","
