"""Report -> Text: the article's own words in plain characters, each with its place in the report.

Invariant: every character that is read stands in the report at its offset or was typed otherwise there; every
stretch of words that is not read is listed with its reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sijill.clean.boilerplate import Cut, inner_cuts, tail_cuts
from sijill.clean.characters import plain
from sijill.clean.closing import closing_agency, closing_source
from sijill.clean.heading import heading_day, read_heading
from sijill.clean.letterhead import issuer
from sijill.clean.mapped import Mapped
from sijill.clean.tables import in_rows
from sijill.model import Report, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sijill.values import Span


def clean(report: Report) -> Text:
    """Return what is to be read of a report, with the way back to its text."""
    whole = in_rows(plain(Mapped.of(report.text)))
    heading = read_heading(whole.text, report.title)
    last = tail_cuts(whole.text, heading.at)
    end = words_end(whole.text, last[-1].start) if last else len(whole.text)
    agency = closing_agency(whole.text, end) if end > heading.at else None
    if agency:
        last.append(agency[0])
        end = words_end(whole.text, agency[0].start)
    if heading.byline and whole.text.endswith(heading.byline, heading.at, end):
        last.append(Cut(end - len(heading.byline), end, "byline"))
        end = words_end(whole.text, last[-1].start)
    source = closing_source(whole.text, end)
    breaks = heading.breaks + ([source[0]] if source else [])
    cuts = _merged(heading.cuts + last + list(inner_cuts(whole.text, heading.at, end)))
    read = whole.rewrite(_edits(whole.text, cuts, breaks))
    return Text(
        text=read.text,
        offsets=read.offsets,
        headline=_within(read, whole, heading.headline),
        dateline_place=heading.place,
        dateline_day=heading_day(heading, report.published),
        agency=heading.agency or (agency[1] if agency else None),
        byline=heading.byline,
        closing_source=_within(read, whole, source),
        issuer=_within(read, whole, issuer(whole.text)),
        skipped=tuple((_without_blanks(whole, cut), cut.reason) for cut in cuts),
    )


def _without_blanks(whole: Mapped, cut: Cut) -> Span:
    """Return the stretch of the report that a cut leaves out, without the white space at its ends."""
    words = whole.text[cut.start : cut.end]
    start = cut.start + len(words) - len(words.lstrip())
    return whole.original(start, max(start + 1, cut.start + len(words.rstrip())))


def _merged(cuts: Iterable[Cut]) -> list[Cut]:
    """Return the cuts in order, without those inside or overlapping an earlier one."""
    merged: list[Cut] = []
    for cut in sorted(cuts, key=lambda cut: (cut.start, -cut.end)):
        if not merged or cut.start >= merged[-1].end:
            merged.append(cut)
    return merged


def _edits(text: str, cuts: list[Cut], breaks: list[int]) -> Iterator[tuple[int, int, str]]:
    """Yield one line break for the cuts and breaks that touch, with the white space around; none at the text's ends."""
    joined: list[tuple[int, int]] = []
    for stretch in sorted([(cut.start, cut.end) for cut in cuts] + [(at, at) for at in breaks]):
        start, end = _with_blanks(text, *stretch)
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    for start, end in joined:
        blank_line = "\n\n" if "\n\n" in text[start:end] else "\n"
        yield start, end, "" if start == 0 or end == len(text) else blank_line


def _with_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch with the white space before and after it."""
    while start > 0 and text[start - 1].isspace():
        start -= 1
    while end < len(text) and text[end].isspace():
        end += 1
    return start, end


def words_end(text: str, end: int) -> int:
    """Return where the words before `end` end."""
    return _with_blanks(text, end, end)[0]


def _within(read: Mapped, whole: Mapped, stretch: tuple[int, int] | None) -> Span | None:
    """Return where a stretch of the plain text stands in the text that is read."""
    return read.within(whole.original(*stretch)) if stretch and stretch[0] < stretch[1] else None
