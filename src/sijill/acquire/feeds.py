"""RSS and Atom -> their entries: what each says itself, and the page that it links to."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sijill.acquire.draft import Draft, Given, sha256
from sijill.acquire.options import UnreadableError
from sijill.acquire.pages import article

if TYPE_CHECKING:
    from typing import Any

FULL: Final = 600  # characters of HTML, from which an entry's content is taken for the whole report
FEED_STARTS: Final = (b"<rss", b"<feed", b"<rdf:RDF")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed: a draft of its own content where that is a whole report, and its address."""

    link: str | None
    draft: Draft | None


def is_feed(head: bytes) -> bool:
    """Tell by its first bytes whether XML is a feed."""
    return any(start in head for start in FEED_STARTS)


def read_feed(data: bytes, given: Given) -> list[Entry]:
    """Return the entries of a feed; raise UnreadableError where it has none."""
    import feedparser

    feed = feedparser.parse(data)
    if not feed.entries:
        reason = "is a feed without entries"
        raise UnreadableError(reason, "give the address of the feed itself")
    return [_entry(entry, feed.feed.get("title"), given) for entry in feed.entries]


def _entry(entry: Any, outlet: str | None, given: Given) -> Entry:  # noqa: ANN401 -- feedparser has no stubs
    """Return one entry."""
    link = entry.get("link")
    contents = [content.get("value", "") for content in entry.get("content", ())] + [entry.get("summary", "")]
    html = max(contents, key=len)
    return Entry(link=link, draft=_draft(html, entry, outlet, given) if len(html) >= FULL else None)


def _draft(html: str, entry: Any, outlet: str | None, given: Given) -> Draft | None:  # noqa: ANN401 -- as above
    """Return the draft of an entry's own content, None where it holds no article."""
    page = f"<html><body><article>{html}</article></body></html>"
    try:
        text = article(page, given, "").text
    except UnreadableError:
        return None
    day = entry.get("published_parsed") or entry.get("updated_parsed")
    return Draft(
        text=text,
        given=given,
        sha256=sha256(html.encode("utf-8", "replace")),
        name=entry.get("id") or entry.get("link"),
        outlet=outlet,
        title=entry.get("title"),
        url=entry.get("link"),
        metadata_day=time.strftime("%Y-%m-%d", day) if day else None,
    )
