"""Web archives made by hand, record by record."""

from __future__ import annotations

STORY = (
    "<p>Le ministre des Ports a annoncé mardi la réouverture du bassin, fermé depuis la tempête "
    "qui avait emporté la jetée au début de l'hiver.</p>"
)


def response(
    url: str, body: bytes, kind: str = "text/html; charset=utf-8", status: int = 200
) -> bytes:
    """A response record."""
    http = (
        f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    ).encode() + body
    return record("response", "application/http; msgtype=response", url, http)


def conversion(url: str, text: str) -> bytes:
    """A conversion record, as WET files hold."""
    return record("conversion", "text/plain", url, text.encode())


def record(kind: str, media_type: str, url: str, block: bytes) -> bytes:
    """Any record."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Date: 2020-01-02T03:04:05Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{len(url):012}>\r\n"
        f"Content-Type: {media_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    ).encode()
    return head + block + b"\r\n\r\n"


def html(title: str) -> str:
    """A small press page."""
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{STORY}</body></html>"
