"""Where a noun phrase begins: at the head of a sentence, or before the name it ends with."""

from __future__ import annotations

from detente.finding.quotations.frame import Frame
from detente.finding.quotations.scene import Scene
from detente.records import Mention

_ADVERBIAL = 14
"""Pieces within which an adverbial at the head of a sentence ends."""
_TITLE = 3
"""Pieces before a name within which its title stands: "la chancelière allemande Anne Petit"."""


def beginning(scene: Scene, frame: Frame, i: int) -> int:
    """Where the phrase of a name at piece ``i`` begins, its title and the article of that
    included: "son homologue suédoise Anne Petit"."""
    human = scene.lexicon.table.nouns.human
    if not frame.capitals[i]:
        return i
    role = _joined_role(scene, frame, i)
    if role is not None:
        head = scene.piece(frame, role.start)
        opens = frame.word(head - 1) in scene.classes.leading
        return head - 1 if opens and not _is_small(scene, frame, head) else head
    for head in range(i - 1, max(-1, i - 1 - _TITLE), -1):
        if not frame.word(head) or frame.capitals[head] or _is_small(scene, frame, head):
            break
        if frame.word(head) in human:
            if _is_heard(scene, frame, head):
                break
            first = head
            while frame.word(first - 1) in human:
                first -= 1
            opens = frame.word(first - 1) in scene.classes.leading
            return first - 1 if opens else i
    return i


def _is_heard(scene: Scene, frame: Frame, i: int) -> bool:
    """The noun at piece ``i``, right before a name, is no title of one person but means those who
    are told: "a expliqué à la presse X", "a confié aux journalistes X"."""
    word, words = frame.word(i), scene.words
    return word in scene.lexicon.table.nouns.media or word.endswith(words.many)


def _joined_role(scene: Scene, frame: Frame, i: int) -> Mention | None:
    """The role that the page joins with the name at piece ``i``, right before it."""
    name = scene.over(*scene.span(frame, i, i + 1)) if i else None
    if name is None or name.form != "name":
        return None
    role = scene.over(*scene.span(frame, i - 1, i))
    joined = role is not None and role.form == "role" and role.actor == name.actor
    return role if role is not None and joined and role.end <= name.start else None


def _is_small(scene: Scene, frame: Frame, i: int) -> bool:
    return frame.word(i) in scene.classes.small


def human_opening(scene: Scene, frame: Frame, limit: int) -> int | None:
    """Where the phrase begins that opens a frame with a noun for people, before ``limit``: at once
    or after an adverbial ("Plus tôt, les médecins …")."""
    start = 0
    while frame.mark(start) or frame.word(start) in scene.words.conjunctions:
        start += 1
    for begin in (start, _after_adverbial(scene, frame, start)):
        head = begin
        while _counts(scene, frame, head):
            head += 1
        if scene.is_human(frame, head) and head < limit:
            return begin
    return None


def _counts(scene: Scene, frame: Frame, i: int) -> bool:
    """An article, a number, or a noun that only counts the people named after it."""
    words = scene.words
    counted = frame.word(i) in words.quantities
    return counted or frame.word(i) in scene.classes.counting or frame.word(i).isdigit()


def _after_adverbial(scene: Scene, frame: Frame, start: int) -> int:
    """The piece after the comma that closes an adverbial at the head of a frame, with what is set
    beside it: "Au port, près de la digue, des marins …". An "A" in capitals is no verb."""
    words = scene.words
    place = not start and frame.word(0) in words.have and frame.mark(1) == ""
    if frame.word(start) not in scene.classes.adverbial and not place:
        return start
    begin = start
    for k in range(start + place, min(start + _ADVERBIAL, frame.size)):
        if frame.word(k) in scene.classes.auxiliaries:
            break
        if frame.mark(k) == ",":
            begin = k + 1
            if frame.word(begin) in scene.classes.articles:
                break
    return begin


def of_clause(scene: Scene, frame: Frame, limit: int) -> int | None:
    """Where the phrase begins that opens the clause of a verb at ``limit``, right behind its
    conjunction: "après que les médecins soignant le maire ont conclu"."""
    classes = scene.classes
    for k in range(limit - 1, 0, -1):
        if frame.word(k) in classes.introducing:
            return k + 1 if _is_somebody(scene, frame, k + 1, limit) else None
        token = scene.parsed(frame, k) if frame.word(k) else None
        finite = token is not None and "VerbForm=Fin" in token.morph
        if finite or frame.mark(k) == ":" or k in frame.quoted:
            return None
    return None


def _is_somebody(scene: Scene, frame: Frame, start: int, limit: int) -> bool:
    """A phrase with an article whose noun means people starts at ``start``."""
    head = start
    while frame.word(head) in scene.words.articles:
        head += 1
    return start < head < limit and scene.is_human(frame, head)
