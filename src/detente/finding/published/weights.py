"""How far each kind of evidence may be trusted, in decibans: 10 is ten to one, 20 a hundred."""

WEIGHTS = {
    "declared": 120,
    "deictic": 42,
    "weekday": 30,
    "holder": 30,
    "left": 28,
    "former": 16,
    "titled": 6,
    "age": 26,
    "occasion": 26,
    "past": 12,
    "weak": 5,
    "journey": 42,
    "eve": 30,
}
