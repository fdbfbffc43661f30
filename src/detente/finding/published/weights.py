"""How far each kind of evidence may be trusted, in decibans: 10 is ten to one, 20 a hundred."""

WEIGHTS = {
    "declared": 400,
    "weekday": 30,
    "holder": 30,
    "left": 28,
    "former": 24,
    "titled": 6,
    "age": 32,
    "occasion": 20,
    "past": 8,
    "weak": 5,
    "journey": 42,
    "eve": 30,
}
