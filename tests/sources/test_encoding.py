from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import PageError
from detente.sources.encoding import decode

TEXT = (
    "À l’été, le président « a déclaré » être prêt à négocier où il le faudra — dès février, "
    "et la délégation qu’il mène à Genève s’y prépare…\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_common_encodings_are_found(encoding: str) -> None:
    assert decode(TEXT.encode(encoding))[0] == TEXT


@pytest.mark.parametrize("encoding", ["mac-roman", "cp850"])
def test_old_encodings_are_found(encoding: str) -> None:
    text = "Le président a déclaré être prêt à négocier où il le faudra, dès février. " * 8
    assert decode(text.encode(encoding))[0] == text


def test_latin_1_is_read_as_browsers_read_it() -> None:
    assert decode("l’œuvre".encode("cp1252"), declared="iso-8859-1")[0] == "l’œuvre"


def test_the_markup_declares_its_encoding() -> None:
    raw = '<meta charset="koi8-r"><p>Москва приветствует</p>'.encode("koi8-r")
    assert "Москва приветствует" in decode(raw, markup=True)[0]


def test_what_the_carrier_declares_goes_first() -> None:
    raw = "Příliš žluťoučký kůň".encode("iso8859-2")
    assert decode(raw, declared="iso8859-2")[0] == "Příliš žluťoučký kůň"


def test_a_declaration_that_names_no_encoding_is_passed_over() -> None:
    assert decode(TEXT.encode("cp1252"), declared="no-such-encoding")[0] == TEXT


def test_a_few_broken_bytes_do_not_change_the_encoding() -> None:
    raw = (TEXT * 5).encode() + b"\xe9"
    text, encoding = decode(raw)
    assert encoding == "utf-8"
    assert text == TEXT * 5 + "\ufffd"


@pytest.mark.parametrize("raw", [bytes(range(256)) * 9, b"PK\x03\x04\x00\x00" * 9])
def test_binary_data_is_no_text(raw: bytes) -> None:
    with pytest.raises(PageError, match="not text"):
        decode(raw)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode())[0] == text.removeprefix("\ufeff")
