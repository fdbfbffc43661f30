"""How good the readings are: answers, measures, floors (docs/design/gold.md)."""

from detente.evaluation.scoring import Score, Scores, measure

__all__ = ["Score", "Scores", "measure"]
