"""The shape of ``<code>/roles.toml``: how a language names people by what they are."""

from __future__ import annotations

from typing import Literal

import msgspec

Requirement = Literal["republic", "monarchy", "separate"]
Standing = Literal["current", "former", "future", "acting"]
Determiner = Literal["definite", "contracted", "indefinite", "possessive", "demonstrative"]


class Role(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns with their complements, and the offices they name.

    ``offices`` are tried in order if ``ranked``, else all are meant alike. ``only`` are the states
    that have such an office, ``implies`` the state or organ that is meant without being named.
    ``requires`` bars the title where the head of state is (or is no) monarch, or heads the
    government as well. ``takes`` is what may follow: the host of an ambassador, an envoy's file.
    ``counterpart`` is the holder of another's office in another state.
    """

    nouns: tuple[str, ...]
    offices: tuple[str, ...]
    complements: tuple[str, ...] = ("",)
    plural_complements: tuple[str, ...] = ()
    ranked: bool = False
    only: tuple[str, ...] = ()
    implies: str | None = None
    requires: Requirement | None = None
    needs_state: bool = False
    needs_subject: bool = False
    takes: Literal["host", "subject"] | None = None
    counterpart: bool = False


class OrganRole(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that an institution completes; ``kinds`` are those of the institutions (empty: all)."""

    nouns: tuple[str, ...]
    takes: Literal["head", "spokesperson"]
    kinds: tuple[str, ...] = ()


class RoleWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole table. ``nouns`` have four forms: masculine and feminine singular, then plural;
    ``-`` where there is none."""

    of: tuple[str, ...]
    at: tuple[str, ...]
    about: tuple[str, ...]
    joins: tuple[str, ...]
    infinitives: tuple[str, ...]
    adjective_endings: tuple[str, ...]
    regions: tuple[str, ...]
    loose: tuple[str, ...]
    fielded: tuple[str, ...]
    fields: tuple[str, ...]
    no_fields: tuple[str, ...]
    lesser: tuple[str, ...]
    epithets: tuple[str, ...]
    noise: tuple[str, ...]
    feminine_determiners: tuple[str, ...]
    determiners: dict[Determiner, tuple[str, ...]]
    numbers: dict[str, int]
    before: dict[Standing, tuple[str, ...]]
    after: dict[Standing, tuple[str, ...]]
    nouns: dict[str, tuple[str, str, str, str]]
    roles: tuple[Role, ...]
    organ_roles: tuple[OrganRole, ...]
