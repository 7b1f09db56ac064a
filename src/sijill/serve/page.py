"""A report as one self-contained page: no network, no script, everything from the report escaped.

The policy in the page's head allows nothing but the page's own style sheet, by its hash.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from html import escape
from importlib import resources
from typing import TYPE_CHECKING

from sijill.serve.marks import marks_of, pieces_of
from sijill.serve.masking import MASKED
from sijill.serve.tables import SHORT_ID, who
from sijill.serve.wording import (
    by_whom,
    count_in_words,
    counted,
    days_in_words,
    one_line,
    place_in_words,
    publication_in_words,
    shown,
    source_kinds,
    sources_in_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sijill.model import Claim, Report
    from sijill.serve.marks import Mark, Piece
    from sijill.serve.masking import Mask

HARM = ("killed", "killed_or_injured", "injured")
LEGEND = (
    ("killed", "killed, or killed or injured"),
    ("injured", "injured"),
    ("figure", "other figures"),
    ("happening", "happenings"),
    ("hidden", "a protected source, masked"),
)
HEAD = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; \
form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<a class="skip" href="#claims">To the claims</a>
"""


def page_of(report: Report, claims: Sequence[Claim], mask: Mask, silent: str = "") -> str:
    """Return the page of a report and its claims, masked; `silent` tells who hides and is the source of none."""
    numbers = {claim.id: number for number, claim in enumerate(claims, start=1)}
    text = "".join(html_of(piece, numbers) for piece in pieces_of(report.text, marks_of(claims), mask))
    body = [
        head(report, mask),
        "<header>", *header(mask.report(report), len(claims), silent), "</header>",
        f'<p class="legend small" aria-label="Legend">{legend()}</p>',
        '<div class="columns">',
        f'<main><h2>The report</h2><div class="text" dir="auto">{text}</div></main>',
        '<section id="claims" aria-label="Claims"><h2>What is claimed</h2>',
        '<ol class="claims">', *(item(mask.claim(claim)) for claim in claims), "</ol></section>",
        "</div>", "</body>", "</html>",
    ]  # fmt: skip
    return "\n".join(body) + "\n"


@cache
def style() -> str:
    """Return the page's style sheet."""
    return (resources.files("sijill.serve") / "data" / "page.css").read_text(encoding="utf-8")


def head(report: Report, mask: Mask) -> str:
    """Return the page up to the beginning of its body."""
    return head_of(mask.text(report.name), report.language)


def head_of(title: str, language: str = "en") -> str:
    """Return a page with a title up to the beginning of its body."""
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
    language = language if language.isalnum() else "en"
    return HEAD.format(language=language, hash=digest, title=safe(one_line(title)), style=style())


def header(report: Report, claims: int, silent: str) -> Iterator[str]:
    """Yield what is known of the report itself."""
    yield f"<h1>{safe(report.title or report.name)}</h1>"
    known = [report.name, report.outlet, f"published {publication_in_words(report)}", counted(claims, "claim")]
    yield f'<p class="small">{safe(" · ".join(part for part in known if part))}</p>'
    for doubt in (*report.disagreements, *report.notes):
        yield f'<p class="doubt small">{safe(doubt)}</p>'
    if silent:
        yield f'<p class="small">{safe(silent)}</p>'


def legend() -> str:
    """Return what the colours stand for."""
    return "".join(f'<span class="{name}">{safe(words)}</span>' for name, words in LEGEND)


def html_of(piece: Piece, numbers: Mapping[str, int]) -> str:
    """Return a piece of the text: marked once, for the innermost claim, a target and a link for each claim of it."""
    words = marked(piece)
    for mark in piece.begun:
        if mark.field != "claim":
            words = f'<span id="m-{mark.claim_id}">{words}</span>'
    return words + "".join(link(mark, numbers) for mark in piece.ended if mark.field != "claim")


def marked(piece: Piece) -> str:
    """Return the words of a piece within the mark that they belong to."""
    words = safe_text(piece.text)
    if piece.text == MASKED:
        words = f'<span class="hidden">{words}</span>'
    if piece.anchor is not None:
        return f'<mark class="anchor {colour(piece.anchor)}">{words}</mark>'
    return f"<mark>{words}</mark>" if piece.marks else words


def colour(mark: Mark) -> str:
    """Return the class that colours a number or trigger."""
    if mark.field != "number":
        return "happening"
    return mark.kind if mark.kind in HARM else "figure"


def link(mark: Mark, numbers: Mapping[str, int]) -> str:
    """Return the number of a claim as a link to it in the list."""
    number = numbers[mark.claim_id]
    return f'<sup><a href="#c-{mark.claim_id}" aria-label="claim {number}">{number}</a></sup>'


def item(claim: Claim) -> str:
    """Return a claim in the list, linked to its mark."""
    known = (place_in_words(claim.place), days_in_words(claim.days), alleged_by(claim))
    about = " · ".join(words for words in known if words)
    certainty = "" if claim.certainty == "asserted" else f" <em>{safe(claim.certainty)}</em>"
    return (
        f'<li id="c-{claim.id}"><a class="what" href="#m-{claim.id}">{safe(what(claim))}</a>{certainty}<br>'
        f"{safe(sources_in_words(claim))} ({safe(source_kinds(claim))})<br>"
        f'<q dir="auto">{safe(claim.evidence[0].quote)}</q>'
        f'<div class="small">{safe(about)} <code>{claim.id[:SHORT_ID]}</code></div></li>'
    )


def what(claim: Claim) -> str:
    """Return what is claimed, in words."""
    if claim.figure is None:
        return " ".join(part for part in ((claim.happening or "").replace("_", " "), who(claim)) if part)
    return f"{count_in_words(claim.figure.count)} {claim.figure.measure.replace('_', ' ')}, {who(claim)}"


def alleged_by(claim: Claim) -> str:
    """Return the alleged perpetrator of a figure; that of a happening stands in its first line."""
    return by_whom(claim) if claim.figure else ""


def safe(words: str) -> str:
    """Return the words on one line, escaped for text and attributes."""
    return escape(one_line(words))


def safe_text(words: str) -> str:
    """Return the words with their line breaks, escaped."""
    return escape(shown(words))
