"""HTML -> the article and what the page says of itself (trafilatura, htmldate)."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Final

from sijill.acquire.decode import decode
from sijill.acquire.draft import Draft, Given, sha256, storable
from sijill.acquire.options import UnreadableError

if TYPE_CHECKING:
    from typing import Any

SENTENCE_WORDS: Final = 6  # a shorter line is a button or a heading
DECLARED_IN: Final = 2_048  # bytes of a page in which its encoding is declared
_CHARSET: Final = re.compile(
    rb"charset\s{0,3}=\s{0,3}[\"']?\s{0,3}([\w.:-]{2,40})|encoding=[\"']([\w.:-]{2,40})[\"']", re.IGNORECASE
)
_STOP: Final = re.compile("[.!?\u2026\u061f\u3002](?:[\"'\u201d\u2019\u00bb)\\]\\s]|$)")


def read_page(data: bytes, given: Given) -> Draft:
    """Return the draft of a page's article; raise UnreadableError where the page holds none."""
    declared = _CHARSET.search(data[:DECLARED_IN])
    charset = given.charset or ((declared[1] or declared[2]).decode("ascii") if declared else None)
    html, notes = decode(data, charset)
    return article(html, given, sha256(data), notes)


def article(html: str, given: Given, digest: str, notes: tuple[str, ...] = ()) -> Draft:
    """Return the draft of the article in `html`."""
    page = _extract(html, given.url)
    if page is None or not page.text or not has_sentence(page.text):
        reason = "is HTML without an article"
        raise UnreadableError(reason, "give the page of one report, or its text")
    return Draft(
        text=storable(page.text)[0],
        given=given,
        sha256=digest,
        outlet=page.sitename or page.hostname,
        title=page.title,
        url=page.url or given.url,
        metadata_day=page.date,
        notes=notes,
    )


def has_sentence(text: str) -> bool:
    """Tell whether a line of the text is long enough for a sentence and has a full stop."""
    return any(len(line.split()) >= SENTENCE_WORDS and _STOP.search(line) for line in text.splitlines())


def _extract(html: str, url: str | None) -> Any:  # noqa: ANN401 -- trafilatura's Document, which has no stubs
    """Return trafilatura's document, None where it finds nothing or breaks on the page."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it reports every empty page on stderr
    # The date only from the page's own metadata: a day guessed from its text would pass for a fact.
    dates = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01", "url": url}
    try:
        return trafilatura.bare_extraction(
            html, url=url, include_comments=False, with_metadata=True, date_extraction_params=dates
        )
    except Exception as error:  # whatever a broken page does to the parser, the other reports are read
        reason = f"is HTML that cannot be parsed ({type(error).__name__})"
        raise UnreadableError(reason, "give the report's text") from error
