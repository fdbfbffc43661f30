"""A sentence is parsed for its events only where its words can name one."""

import pytest

from detente.finding.events.gate import gate
from detente.languages import language

PASSES = gate(language.load("fr")).passes


@pytest.mark.parametrize(
    "words",
    [
        "Les deux ministres se sont rencontrés à Vienne.",
        "Le sommet aura lieu mardi.",
        "Ils ont été reçus au palais.",
        "Le pays a retiré ses troupes.",
        "Elle se dit prête à négocier.",
    ],
)
def test_what_may_name_an_event_passes(words: str) -> None:
    assert PASSES(words)


@pytest.mark.parametrize(
    "words",
    [
        "La pluie tombe depuis le matin sur le port.",
        "Le pays compte dix millions d'habitants.",
        "Les prix y sont trois fois plus hauts.",
    ],
)
def test_what_cannot_name_an_event_is_not_parsed(words: str) -> None:
    assert not PASSES(words)
