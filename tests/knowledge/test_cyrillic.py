"""Cyrillic names in Latin letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.knowledge.cyrillic import is_cyrillic, latin

NAMES = [
    ("Сергей Лавров", "RUS", "Sergueï Lavrov", "Sergey Lavrov", "Sergei Lawrow"),
    ("Михаил Горбачёв", "SUN", "Mikhaïl Gorbatchev", "Mikhail Gorbachev", "Michail Gorbatschow"),
    ("Никита Хрущёв", "SUN", "Nikita Khrouchtchev", "Nikita Khrushchev", "Nikita Chruschtschow"),
    ("Алексей Косыгин", "SUN", "Alexeï Kossyguine", "Alexey Kosygin", "Alexei Kossygin"),
    ("Борис Ельцин", "RUS", "Boris Eltsine", "Boris Yeltsin", "Boris Jelzin"),
    ("Мария Захарова", "RUS", "Maria Zakharova", "Maria Zakharova", "Marija Sacharowa"),
    (
        "Виктор Черномырдин",
        "RUS",
        "Viktor Tchernomyrdine",
        "Viktor Chernomyrdin",
        "Wiktor Tschernomyrdin",
    ),
    (
        "Александр Лукашенко",
        "BLR",
        "Alexandre Loukachenko",
        "Alexander Lukashenko",
        "Alexander Lukaschenko",
    ),
    (
        "Володимир Зеленський",
        "UKR",
        "Volodymyr Zelensky",
        "Volodymyr Zelenskyy",
        "Wolodymyr Selenskyj",
    ),
    ("Арсеній Яценюк", "UKR", "Arseni Iatseniouk", "Arseniy Yatsenyuk", "Arsenij Jazenjuk"),
]


@pytest.mark.parametrize(("name", "state", "french", "english", "german"), NAMES)
def test_names_are_written_as_the_press_writes_them(
    name: str, state: str, french: str, english: str, german: str
) -> None:
    written = latin(name, [state])
    assert (written["fr"], written["en"], written["de"]) == (french, english, german)


def test_the_state_decides_how_a_letter_is_read() -> None:
    assert latin("Гриб", ["RUS"])["en"] == "Grib"
    assert latin("Гриб", ["UKR"])["en"] == "Hryb"


@given(st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґАБВГДЕЁЖЗЮЯ -", max_size=30))
def test_nothing_cyrillic_is_left(name: str) -> None:
    for written in latin(name).values():
        assert not is_cyrillic(written)
        assert not is_cyrillic(name) or not written[:1].islower() or not name[:1].isupper()
