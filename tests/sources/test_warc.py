from __future__ import annotations

import gzip
import zlib
from pathlib import Path

import pytest

from detente.cleaning import clean
from detente.sources import Page, making, open_pages
from tests.sources.archives import conversion, html, response

ONE = response("https://un.example/a", html("Été au port").encode())
TWO = response("https://un.example/b", html("Le bassin rouvre").encode())


def pages(tmp_path: Path, name: str, content: bytes) -> list[Page]:
    path = tmp_path / name
    path.write_bytes(content)
    return list(open_pages([path]))


def test_responses_are_pages_with_their_address_and_date(tmp_path: Path) -> None:
    first, second = pages(tmp_path, "a.warc", ONE + TWO)
    assert (first.source, first.url) == ("https://un.example/a", "https://un.example/a")
    assert first.fetched == "2020-01-02T03:04:05Z"
    assert first.media_type == "text/html"
    assert "Été au port" in first.content
    assert second.source == "https://un.example/b"


def test_the_charset_of_the_server_is_honoured(tmp_path: Path) -> None:
    body = html("Été œuvré").encode("cp1252")
    kind = "text/html; charset=windows-1252"
    (page,) = pages(tmp_path, "a.warc", response("https://un.example/", body, kind))
    assert "Été œuvré" in page.content


def test_other_records_are_no_pages(tmp_path: Path) -> None:
    content = (
        response("https://un.example/moved", b"", status=301)
        + response("https://un.example/image", b"\x89PNG", "image/png")
        + ONE
    )
    assert [page.url for page in pages(tmp_path, "a.warc", content)] == ["https://un.example/a"]


def test_compressed_records(tmp_path: Path) -> None:
    content = gzip.compress(ONE) + gzip.compress(TWO)
    assert len(pages(tmp_path, "a.warc.gz", content)) == 2


def test_converted_texts_are_text_pages(tmp_path: Path) -> None:
    (page,) = pages(tmp_path, "a.wet", conversion("https://un.example/t", "Le port rouvre."))
    assert (page.media_type, page.content) == ("text/plain", "Le port rouvre.")


def test_a_length_that_is_too_large_does_not_swallow_the_next_record(tmp_path: Path) -> None:
    stated = ONE.index(b"Content-Length: ") + len(b"Content-Length: ")
    wrong = ONE[:stated] + b"9" + ONE[stated:]
    first, second = pages(tmp_path, "a.warc", wrong + TWO)
    assert first.problems[0].what == "The record's length is wrong."
    assert second.source == "https://un.example/b"
    assert clean(first).metadata.title == "Été au port"


def test_a_length_that_is_too_small_cuts_only_its_page(tmp_path: Path) -> None:
    stated = ONE.index(b"Content-Length: ") + len(b"Content-Length: ")
    wrong = ONE[:stated] + b"90" + ONE[ONE.index(b"\r\n", stated) :]
    found = pages(tmp_path, "a.warc", wrong + TWO)
    assert found[0].problems
    assert found[-1].source == "https://un.example/b"


def test_an_archive_that_breaks_off_keeps_what_came_before(tmp_path: Path) -> None:
    content = gzip.compress(ONE) + gzip.compress(TWO)[:-60]
    found = pages(tmp_path, "a.warc.gz", content)
    assert not found[0].problems
    assert len(found) > 1
    assert found[-1].problems


def test_a_record_that_is_cut_short_is_told(tmp_path: Path) -> None:
    whole = conversion("https://un.example/t", "Le port rouvre. " * 9)
    first, cut = pages(tmp_path, "a.wet", whole + whole[:-60])
    assert (first.problems, cut.problems[0].severity) == ((), "warning")
    assert cut.content and first.content.startswith(cut.content)


@pytest.mark.parametrize(
    ("header", "body"),
    [
        ("Transfer-Encoding: chunked", b"zz\r\nno chunk"),
        ("Content-Encoding: gzip", b"\x1f\x8b\x08 no gzip"),
        ("Content-Encoding: br", b"no brotli"),
    ],
)
def test_a_body_that_cannot_be_decoded_does_not_stop_the_next_record(
    tmp_path: Path, header: str, body: bytes
) -> None:
    bad = response("https://un.example/bad", body, f"text/html\r\n{header}")
    broken, sound = pages(tmp_path, "a.warc", bad + ONE)
    assert [problem.what for problem in broken.problems] == ["The record cannot be read."]
    assert (sound.source, sound.problems) == ("https://un.example/a", ())


def test_coded_bodies_are_decoded_in_bounded_memory(tmp_path: Path) -> None:
    text = html("Été au port").encode()
    chunked = f"{len(text):x}\r\n".encode() + text + b"\r\n0\r\n\r\n"
    content = b"".join(
        response(f"https://un.example/{header}", body, f"text/html; charset=utf-8\r\n{header}")
        for header, body in (
            ("Content-Encoding: gzip", gzip.compress(text)),
            ("Content-Encoding: deflate", zlib.compress(text)),
            ("Transfer-Encoding: chunked", chunked),
            ("Content-Encoding: gzip", gzip.compress(bytes(making.LARGEST_MARKUP + 1))),
        )
    )
    *read, bomb = pages(tmp_path, "a.warc", content)
    assert all("Été au port" in page.content for page in read)
    assert bomb.problems[0].what == "The page is too large."


def test_no_archive_is_said_to_be_none(tmp_path: Path) -> None:
    (page,) = pages(tmp_path, "a.warc", b"no archive at all")
    assert page.problems[0].what == "The file holds no page."
