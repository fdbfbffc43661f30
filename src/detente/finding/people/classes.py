"""Classes of small words that rules on people ask for together, joined once a language."""

from __future__ import annotations

from detente.languages.people import Tables


class Classes:
    """Classes of small words: articles (``definite`` ones with those that point or with a
    preposition in them, ``single`` ones of those, ``shown`` those that tell gender or number,
    ``owned`` those that tell whose, ``skipped`` what is left out of how someone without a name is
    called), what may stand beside a verb or between it and its subject, and what is no verb."""

    def __init__(self, tables: Tables, saying: frozenset[str]) -> None:
        table, linkers, small = tables.determiners, tables.linkers, tables.prepositions
        self.owned = table.possessive | table.possessive_plural
        self.gendered = table.feminine | table.masculine
        self.shown = self.gendered | table.plural | table.definite
        self.pointing = table.definite | table.demonstrative
        self.contracted = table.definite | table.contracted
        self.single = (self.pointing | table.contracted) - table.plural
        numbered = self.shown | self.pointing | table.contracted | table.numbers
        self.skipped = numbered | self.owned | small.bare_of
        self.articles = small.the | table.contracted
        self.opening = small.the | table.demonstrative | self.owned
        self.of_one = table.one | table.possessive | table.demonstrative
        self.governing = small.the | small.all
        self.listing = small.and_ | small.alike | {","}
        self.verbal = linkers.auxiliaries | saying
        self.passing = linkers.clitics | linkers.asides
        self.beside_verb = self.passing | linkers.auxiliaries
        self.before_subject = linkers.asides | self.governing
        self.joining = linkers.words | tables.names.openers | saying
        before_verb = small.all | linkers.clitics | linkers.relative | self.verbal
        self.small = before_verb | tables.names.openers
        self.after_subject = before_verb | linkers.words | linkers.asides
        self.no_verb = self.governing | linkers.words | linkers.relative | table.contracted
