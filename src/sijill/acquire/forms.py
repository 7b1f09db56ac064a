"""Which form an input has, told by its first bytes and its ending, and the reading of each form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sijill.acquire.decode import decode
from sijill.acquire.draft import Draft, Given, sha256
from sijill.acquire.feeds import is_feed, read_feed
from sijill.acquire.json_lines import head, read_json, read_json_lines
from sijill.acquire.options import Options, Refusal, UnreadableError, too_large
from sijill.acquire.pages import read_page
from sijill.acquire.pdf import read_pdf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

PDF_WITHIN: Final = 1_024  # bytes: a PDF's mark may follow other bytes
_ENDINGS: Final = {
    ".jsonl": "json_lines",
    ".ndjson": "json_lines",
    ".json": "json",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
}
_PAGE_STARTS: Final = (b"<!doctype html", b"<html", b"<head", b"<body")


def form_of(first: bytes, ending: str = "", kind: str = "") -> str:
    """Return the form of an input: "json_lines", "json", "page", "feed", "xml", "pdf" or "text".

    `ending` is of the file's name, with its dot; `kind` the content type that a server named.
    """
    if b"%PDF-" in first[:PDF_WITHIN]:
        return "pdf"
    start = first.removeprefix(b"\xef\xbb\xbf").lstrip()
    if is_feed(start):
        return "feed"
    if start[:15].lower().startswith(_PAGE_STARTS) or (start.startswith(b"<?xml") and b"<html" in start):
        return "page"
    by_name = _ENDINGS.get(ending.lower()) or ("page" if "html" in kind else "")
    return by_name or _by_start(start)


def _by_start(start: bytes) -> str:
    """Return the form of an input whose name does not tell."""
    if start.startswith(b'{"'):
        return "json_lines"
    return "xml" if start.startswith(b"<?xml") else "text"


def read_stream(stream: BinaryIO, given: Given, options: Options, ending: str = "") -> Iterator[Draft | Refusal]:
    """Yield the drafts and refusals that a file or standard input holds; raise UnreadableError for all of it."""
    form = form_of(head(stream), ending)
    if form == "json_lines":
        yield from read_json_lines(stream, given, options)
        return
    data = stream.read(options.max_bytes + 1)
    if len(data) > options.max_bytes:
        raise too_large(None, options.max_bytes)
    if form == "json":
        yield from read_json(data, given, options)
    else:
        yield from read_whole(data, form, given)


def read_whole(data: bytes, form: str, given: Given) -> Iterator[Draft | Refusal]:
    """Yield the draft of a text, page or PDF, or those of a feed's own entries; raise UnreadableError."""
    if not data.strip():
        reason = "is empty"
        raise UnreadableError(reason, "give a file that holds a report")
    match form:
        case "page":
            yield read_page(data, given)
        case "pdf":
            yield read_pdf(data, given)
        case "feed":
            yield from _own_entries(data, given)
        case "xml":
            reason = "is XML, but neither a page nor a feed"
            raise UnreadableError(reason, "give the report's text")
        case _:
            yield _read_text(data, given)


def _own_entries(data: bytes, given: Given) -> Iterator[Draft | Refusal]:
    """Yield the entries of a feed that lies in a file: nothing that it links to is fetched."""
    for number, entry in enumerate(read_feed(data, given), start=1):
        yield entry.draft or Refusal(
            name=f"{given.label}, entry {number}",
            reason="holds only a link and a summary",
            advice="give the feed by its address, so that the pages may be fetched",
        )


def _read_text(data: bytes, given: Given) -> Draft:
    """Return the draft of plain text; raise UnreadableError where there is none."""
    text, notes = decode(data, given.charset)
    if not text.strip().strip("\0"):
        reason = "is empty"
        raise UnreadableError(reason, "give a file that holds a report")
    return Draft(text=text, given=given, sha256=sha256(data), notes=notes)
