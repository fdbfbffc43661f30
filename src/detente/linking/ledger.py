"""What linking needs of a record, so that it can be linked without knowing how it is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

import pyarrow as pa


class Judgement(Protocol):
    """What a person decided: a verb, the ids it was given, the findings it holds for."""

    @property
    def verb(self) -> str:
        """``confirm``, ``reject``, ``same`` or ``different``."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids as given."""

    @property
    def members(self) -> tuple[tuple[str, ...], ...]:
        """For each id, the quotations, events or conflict it holds for."""

    @property
    def why(self) -> str | None:
        """The reason given."""


class Ledger(Protocol):
    """A record as linking sees it."""

    def found(
        self, table: str, columns: Sequence[str] = (), only: Sequence[str] | None = None
    ) -> pa.Table:
        """A table of readings, as they are now; of some pages only if ``only`` gives their ids."""

    def asked(self, sql: str) -> pa.Table:
        """The answer of the tables of readings, as they are now, to a query."""

    def table(self, name: str) -> pa.Table:
        """A table of the linked database."""

    def query(self, sql: str, parameters: Sequence[object] = ()) -> pa.Table:
        """The answer of the linked database to a query."""

    def decisions(self) -> Sequence[Judgement]:
        """What people decided, oldest first."""

    def decide(
        self,
        verb: str,
        ids: tuple[str, ...],
        members: tuple[tuple[str, ...], ...],
        why: str | None,
        on: str | None,
    ) -> None:
        """Write a decision down."""

    def remembered(self, name: str) -> pa.Table | None:
        """What the last linking left under a name."""

    def former(self, name: str) -> pa.Table | None:
        """A table of links as the last linking left it."""

    def keep(
        self,
        tables: Mapping[str, Sequence[Mapping[str, object]]],
        memory: Mapping[str, pa.Table],
        kept: Mapping[str, pa.Table],
    ) -> None:
        """Put these rows, and those that are kept, in place of the old links and project the
        record again."""
