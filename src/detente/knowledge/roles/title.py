"""A title as the reader matched it, and the posts that it names."""

from __future__ import annotations

import msgspec

from detente.knowledge.roles.phrase import Post
from detente.knowledge.roles.words import Noun
from detente.languages.roles import Role, Standing

States = tuple[tuple[str, ...], ...]
_MISSIONS = {
    "onu": "un_ambassador",
    "ue": "ambassador_to_eu",
    "EUE": "ambassador_to_eu",
    "otan": "ambassador_to_nato",
    "osce": "ambassador_to_osce",
    "aiea": "ambassador_to_iaea",
}
_IN_THE_UNION = {"foreign_minister": "eu_high_representative"}


class Title(msgspec.Struct, frozen=True, gc=False):
    """A title as matched, up to word ``end``. ``states`` are those named, one entry a person;
    ``posts`` are set where an institution names them instead."""

    end: int
    noun: Noun
    role: Role | None
    states: States = ()
    posts: tuple[Post, ...] = ()
    subjects: tuple[str, ...] = ()
    standing: Standing | None = None
    bare: bool = False


def offices(titles: list[Title]) -> tuple[str, ...]:
    """The offices that a title names, whatever the state."""
    return tuple(dict.fromkeys(o for title in titles for o in _offices_alone(title)))


def _offices_alone(title: Title) -> list[str]:
    if title.role:
        return list(title.role.offices)
    return [post.office for post in title.posts if post.office]


def members(titles: list[Title]) -> tuple[tuple[Post, ...], ...]:
    """The posts of each person meant, over all readings of the title."""
    members: list[dict[Post, None]] = []
    for title in titles:
        for place, posts in enumerate(_posts(title)):
            if place == len(members):
                members.append({})
            members[place].update(dict.fromkeys(posts))
    return tuple(tuple(member) for member in members)


def _posts(title: Title) -> list[tuple[Post, ...]]:
    role = title.role
    if role is None:
        return [title.posts]
    if role.implies:
        states: States = ((role.implies,),)
    elif role.only:
        states = tuple(tuple(of for of in m if of in role.only) for m in title.states)
    else:
        states = title.states
    if not states:
        return [] if title.noun.plural else [tuple(_post(o, None, title) for o in _of(role))]
    return [tuple(_post(o, of, title) for o in _of(role) for of in member) for member in states]


def _of(role: Role) -> tuple[str | None, ...]:
    return role.offices or (None,)


def _post(office: str | None, of: str | None, title: Title) -> Post:
    if office == "ambassador_to" and title.subjects and title.subjects[0] in _MISSIONS:
        return Post(_MISSIONS[title.subjects[0]], of)
    if of == "EUE" and office in _IN_THE_UNION:
        return Post(_IN_THE_UNION[office], of)
    return Post(office, of)
