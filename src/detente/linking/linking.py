"""The order of linking: sources, utterances, occasions, outcomes, conflicts, relations."""

from __future__ import annotations

from dataclasses import dataclass

from detente.linking import claims, decisions, sources, utterances
from detente.linking.claims import Claims
from detente.linking.ledger import Ledger
from detente.linking.words import Words


@dataclass(frozen=True, slots=True)
class Summary:
    """What linking made of a record, in numbers."""

    quotations: int
    utterances: int

    def __str__(self) -> str:
        return f"{self.quotations} quotations are {self.utterances} utterances"


def link(ledger: Ledger) -> Summary:
    """Link everything in a record and project it again. Raises RecordError if it cannot be kept."""
    words = Words()
    pages, sketches = sources.read(ledger, words, ledger.remembered("sketches"))
    known = claims.parties(ledger)
    everything = Claims(
        sources=pages,
        parties=known,
        said=tuple(claims.said(ledger, pages)),
        told=tuple(claims.told(ledger, pages, known)),
        counted=tuple(claims.counted(ledger)),
    )
    decided = decisions.read(ledger.decisions())
    said, judged = utterances.link(everything, words, decided, ledger.remembered("judged"))
    whole, parts = utterances.rows(said, everything)
    tables = {"utterance": whole, "utterance_quotation": parts}
    ledger.keep(tables, {"sketches": sketches, "judged": judged})
    return Summary(len(everything.said), len(said))
