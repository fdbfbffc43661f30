"""Passages keep their way back to the page, whatever the page is made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.languages.language import load
from detente.text import Passage, fold, passage

FRENCH = load("fr")

MESSY = st.text(alphabet="aéE.!»«\"' \n\t\u00a0\u2019\u200b\u0301L’(", max_size=60)


def read(words: str) -> Passage:
    return passage(words, 0, len(words), 0, "body")


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("Le  ministre\n   arrive", "Le ministre arrive"),
        ("l\u2019accord\u00a0: «\u202foui\u202f»", "l'accord : « oui »"),
        ("dans l'impasse.Le président", "dans l'impasse. Le président"),
        ("«C'est fini.»Le ministre", "«C'est fini.» Le ministre"),
        ("dans l'impasse (ONU).Le président", "dans l'impasse (ONU). Le président"),
        ("devant l'AFP.En 2018.Le maire", "devant l'AFP. En 2018. Le maire"),
        ("dans l'impasse.- Un pas -Le maire", "dans l'impasse. - Un pas - Le maire"),
        ("un va-et-vient, Aix-En-Vair", "un va-et-vient, Aix-En-Vair"),
        ("e\u0301lu", "élu"),
        ("O.N.U. et U.E.", "O.N.U. et U.E."),
        ("soft\u00adhyphen", "softhyphen"),
    ],
)
def test_a_passage_reads_as_one_plain_line(page: str, text: str) -> None:
    assert read(page).text == text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("Le port ferme jeudiLe maire", "Le port ferme jeudi. Le maire"),
        ("une rentrée chargéeL\u2019accord", "une rentrée chargée. L'accord"),
        ("LA DIGUE CÈDEMais le maire", "LA DIGUE CÈDE. Mais le maire"),
        ("YouTube, WikiLeaks, McLe et LeMans", "YouTube, WikiLeaks, McLe et LeMans"),
        ("au PNUD et au SIDA, TikTokLes", "au PNUD et au SIDA, TikTokLes"),
    ],
)
def test_a_heading_glued_to_a_sentence_ends_there(page: str, text: str) -> None:
    line = passage(page, 0, len(page), 0, "body", FRENCH.glued)
    assert line.text == text
    assert all(a <= b for a, b in zip(line.starts, line.ends, strict=True))
    assert list(line.starts) == sorted(line.starts)


@given(MESSY)
def test_spans_stay_inside_the_page_and_in_order(words: str) -> None:
    line = read(words)
    assert len(line.text) == len(line.starts) == len(line.ends)
    assert list(line.starts) == sorted(line.starts)
    assert all(0 <= a <= b <= len(words) for a, b in zip(line.starts, line.ends, strict=True))


@given(MESSY, st.integers(0, 60), st.integers(0, 60))
def test_a_span_holds_the_words_it_was_read_from(words: str, one: int, two: int) -> None:
    line = read(words)
    begin, stop = sorted((min(one, len(line.text)), min(two, len(line.text))))
    start, end = line.span(begin, stop)
    assert fold(words[start:end]).replace(" ", "") == fold(line.text[begin:stop]).replace(" ", "")


@given(MESSY)
def test_index_finds_the_first_character_at_or_after_an_offset(words: str) -> None:
    line = read(words)
    for offset in range(len(words) + 1):
        at = line.index(offset)
        assert all(start < offset for start in line.starts[:at])
        assert all(start >= offset for start in line.starts[at:])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Erdoğan", "ERDOGAN"),
        ("l’Élysée", "l'elysee"),
        ("Çavuşoğlu", "Cavusoglu"),
        ("cœur", "Coeur"),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text(alphabet="aÉB.!? «»”\n\t-–'’)œ\u00a0\u00ad\u0301\u200b\u2010😀", max_size=30))
def test_a_passage_keeps_every_seen_character_in_its_place(words: str) -> None:
    line = passage(words, 0, len(words), 0, "body")
    assert "  " not in line.text and line.text == line.text.strip(" ")
    assert len(line.text) == len(line.starts) == len(line.ends)
    assert list(line.starts) == sorted(line.starts)
    for char, start, end in zip(line.text, line.starts, line.ends, strict=True):
        assert start == end or fold(char) == fold(words[start:end])
