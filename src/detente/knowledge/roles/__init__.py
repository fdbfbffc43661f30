"""Role phrases ("le chef de la diplomatie russe"): found in a text, resolved by date."""

from detente.knowledge.roles.answers import Answer, because, candidates, who
from detente.knowledge.roles.phrase import Post, RolePhrase
from detente.knowledge.roles.reading import find

__all__ = ["Answer", "Post", "RolePhrase", "because", "candidates", "find", "who"]
