"""What stands before the article: headline, publication day, byline, agency, dateline.

Invariant: every stretch that is taken is either the headline or a `Cut` with its reason; the article's first words
are never taken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sijill.clean.agencies import agencies, agency_words
from sijill.clean.boilerplate import Cut, head_cut
from sijill.clean.titles import find_title, first_line
from sijill.clean.wires import Wire, bare_city, inner_wire, opening_wire
from sijill.dateline import DayWords, clock_end, find_dateline, release_month

if TYPE_CHECKING:
    from datetime import date

FAR: Final = 300  # code points: a stamp further on does not end a headline
GAP: Final = 60  # code points that may stand between the stamp and the headline
_SEPARATORS: Final = re.compile(r"[\s|\u2022:.,;)*-]{0,20}")
_SENTENCE_END: Final = re.compile(r"[.!?:][\"')]?(?:\s|$)")
_BYLINE: Final = re.compile(r"(?:By|by|BY) (?P<who>[A-Z][^\n]{2,80})")


@dataclass(slots=True)
class Heading:
    """What was found so far, up to `at`; offsets into the plain text."""

    text: str
    title: tuple[int, int] | None
    stamp: DayWords | None
    at: int = 0
    headline: tuple[int, int] | None = None
    cuts: list[Cut] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    place: str | None = None
    agency: str | None = None
    byline: str | None = None

    def cut(self, start: int, end: int, reason: str) -> None:
        """Leave out a stretch, with the dashes and bars before it, and go on after it."""
        if not any(c.isalnum() for c in self.text[self.at : start]):
            start = self.at
        self.cuts.append(Cut(start, end, reason))
        self.at = end


def read_heading(text: str, title: str | None) -> Heading:
    """Return what stands before the article in a plain text."""
    found = find_title(text, title) if title else None
    heading = Heading(text, found, find_dateline(text, found[1] if found else 0))
    while _step(heading):
        pass
    _line_before(heading)
    _wire_further_on(heading)
    _stamp_further_on(heading)
    return heading


def heading_day(heading: Heading, published: date | None) -> date | None:
    """Return the day that the dateline names; the publication day may supply its year."""
    stamp = heading.stamp
    return stamp.likely(published or release_month(heading.text)) if stamp else None


def _step(heading: Heading) -> bool:
    """Take one part of the heading; false where the article begins."""
    before = heading.at
    separators = _SEPARATORS.match(heading.text, before)
    at = separators.end() if separators else before
    for take in (_take_label, _take_stamp, _take_byline, _take_title, _take_agency):
        if take(heading, at):
            return heading.at > before
    if _take_wire(heading, at):
        return True
    if heading.cuts and heading.cuts[-1].end == before and "|" in heading.text[before:at]:
        heading.cut(before, at, "dateline")
    return False


def _take_label(heading: Heading, at: int) -> bool:
    """Take a label such as "For Immediate Release"."""
    found = head_cut(heading.text, at)
    if found:
        heading.cut(found.start, found.end, found.reason)
    return found is not None


def _take_stamp(heading: Heading, at: int) -> bool:
    """Take the publication day with its time."""
    if heading.stamp is None or heading.stamp.span.start != at:
        return False
    if heading.stamp.month_day and heading.text[heading.stamp.span.end : heading.stamp.span.end + 1] == ":":
        return False  # "May 2: Afghan-ISAF Operations in Kabul" is a headline
    heading.cut(at, clock_end(heading.text, heading.stamp.span.end), "dateline")
    return True


def _take_title(heading: Heading, at: int) -> bool:
    """Take the headline where the report's title stands here, or a few words further on; once more as a repetition."""
    if heading.title is None or not at <= heading.title[0] <= at + GAP:
        return False
    start, end = heading.title
    if start > at:
        heading.breaks.append(start)
    heading.headline, heading.at, heading.title = (start, end), end, None
    heading.breaks.append(end)
    words = heading.text[start:end]
    again = heading.text.find(words, end, end + len(words) + 4)
    if again >= 0:
        heading.cut(again, again + len(words), "headline, repeated")
    return True


def _take_byline(heading: Heading, at: int) -> bool:
    """Take a byline that ends with its line or where the headline begins."""
    match = _BYLINE.match(heading.text, at)
    if match is None:
        return False
    end = heading.title[0] if heading.title and at < heading.title[0] <= match.end() else match.end()
    who = heading.text[match.start("who") : end].strip()
    if end != (heading.title or (None,))[0] and (
        heading.text[end : end + 1] != "\n" or who.endswith((".", "?", "!")) or _is_prose(who)
    ):
        return False
    heading.byline = heading.byline or who
    heading.cut(at, end, "byline")
    return True


def _is_prose(words: str) -> bool:
    """Tell a sentence from a list of names: more than a third of its words begin small."""
    small = [
        word for word in words.split() if word[:1].islower() and word not in {"and", "in", "of", "the", "for", "al"}
    ]
    return 3 * len(small) > len(words.split())


def _take_agency(heading: Heading, at: int) -> bool:
    """Take an agency's name that stands alone after another part, or with a dash before the day."""
    match = re.compile(rf"{agency_words()}(?=\s*(?:-|\n|[\"']?[A-Z0-9]))").match(heading.text, at)
    if match is None or not (heading.cuts or heading.headline or at):
        return False
    heading.agency = heading.agency or agencies()[match[0]]
    heading.cut(match.start(), match.end(), "agency")
    return True


def _take_wire(heading: Heading, at: int) -> bool:
    """Take a wire's dateline."""
    wire = opening_wire(heading.text, at) or (bare_city(heading.text, at) if heading.cuts or heading.headline else None)
    if wire is None:
        return False
    _take(heading, wire)
    return True


def _take(heading: Heading, wire: Wire) -> None:
    """Keep the place and agency of a dateline and leave it out."""
    heading.place = heading.place or wire.place
    heading.agency = heading.agency or wire.agency
    heading.cut(wire.start, wire.end, "dateline")


def _line_before(heading: Heading) -> None:
    """Take the first line for the headline, or what stands before the stamp, where no title is known."""
    if heading.headline is not None or heading.place:
        return
    start = heading.at
    while heading.text[start : start + 1].isspace():
        start += 1
    end = first_line(heading.text, start, _opens) or _before_stamp(heading, start)
    if end is None:
        return
    heading.headline, heading.at = (start, end), end
    heading.breaks.append(end)
    while _step(heading):
        pass


def _before_stamp(heading: Heading, start: int) -> int | None:
    """Return where the words before the stamp end, if they can be a headline: on one line, without a full stop."""
    stamp = heading.stamp
    if stamp is None or not start < stamp.span.start <= start + FAR:
        return None
    before = heading.text[start : stamp.span.start].rstrip(" |(-")
    return start + len(before) if before and "\n" not in before and not _SENTENCE_END.search(before) else None


def _opens(text: str, at: int) -> bool:
    """Tell whether a heading goes on at a place: with a label or a dateline."""
    return head_cut(text, at) is not None or opening_wire(text, at) is not None


def _stamp_further_on(heading: Heading) -> None:
    """Leave out a stamp with a clock time or a weekday that stands after other words."""
    stamp = heading.stamp
    if (
        stamp is None
        or stamp.span.start < heading.at
        or not stamp.readings
        or heading.text[stamp.span.start - 1] == "("
    ):
        return
    end = clock_end(heading.text, stamp.span.end)
    if end > stamp.span.end or stamp.weekday is not None:
        heading.cuts.append(Cut(stamp.span.start, end, "dateline"))


def _wire_further_on(heading: Heading) -> None:
    """Take the dateline that follows highlights, where none opened the article."""
    if heading.place or any(
        cut.reason == "dateline" and cut.end == heading.at for cut in heading.cuts if heading.agency
    ):
        return
    wire = inner_wire(heading.text, heading.at)
    if wire is not None:
        _take(heading, wire)
