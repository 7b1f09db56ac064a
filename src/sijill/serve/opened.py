"""A claim opened down to its words: each field, its value, and the words or the rule that gave it. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sijill.serve.wording import (
    alleged,
    alleges_harm,
    bounds_in_words,
    count_in_words,
    days_in_words,
    one_line,
    publication_in_words,
    worded_source,
)
from sijill.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sijill.model import Claim, Place, Report, Source
    from sijill.values import Days

SENTENCE_END = re.compile(  # a full stop after a title or an initial ends nothing
    r"(?<!\bLt)(?<!\bDr)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bGen)(?<!\bCol)(?<!\bSt)(?<!\b[A-Z])"
    r"[.!?…][\"'”’)\]]*(?=\s)|\n"  # noqa: RUF001 -- the quotation marks that texts use
)
BY_WHOM = {True: "alleged perpetrator", False: "actor"}  # by whether harm is alleged
DAY_PRECISION = {1: "the day", 2: "two to six days", 3: "a week", 4: "a month", 5: "a year or more"}
SETTING = frozenset({"place", "days", "time"})
"""What a claim may take from another sentence than its own."""
PLACE_PRECISION = {
    1: "the place itself",
    2: "near the place",
    3: "second-level unit",
    4: "first-level unit",
    5: "part of a country",
    6: "country",
    7: "beyond one country",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One field of a claim: its value, and what it rests on ("" where the report gives nothing)."""

    field: str
    value: str
    rests_on: str = ""

    @property
    def about(self) -> str:
        """What the line is about, whatever it is called: what else is corrected may rename it."""
        return "perpetrator" if self.field in BY_WHOM.values() else self.field


def opened(claim: Claim, report: Report) -> list[Line]:
    """Return the lines of a claim that say something."""
    lines = [*figure_lines(claim), *happening_lines(claim), *source_lines(claim), *certainty_lines(claim)]
    lines += [*day_lines(claim, report), *place_lines(claim), *book_lines(claim)]
    return [line for line in lines if line.value]


def figure_lines(claim: Claim) -> Iterator[Line]:
    """Yield what is counted."""
    if claim.figure is None:
        return
    figure, count = claim.figure, claim.figure.count
    bounds = f"{count_in_words(count)}; bounds: {bounds_in_words(count)} ({count.comparator})"
    yield Line(field="measure", value=figure.measure)
    yield Line(field="number", value=bounds, rests_on=grounds(claim, "number"))
    yield Line(field="victims", value=one_line(figure.victims or ""), rests_on=grounds(claim, "victims"))
    yield Line(field="category", value=", ".join(filter(None, (figure.category, figure.group))))
    yield Line(field="scope", value=figure.scope)
    yield Line(field="part of", value=figure.part_of or "")


def happening_lines(claim: Claim) -> Iterator[Line]:
    """Yield what is said to have happened, by whom, to whom and why."""
    yield Line(field="happening", value=claim.happening or "", rests_on=grounds(claim, "trigger"))
    by = BY_WHOM[alleges_harm(claim)]
    yield Line(field=by, value=alleged(claim.perpetrator), rests_on=grounds(claim, "perpetrator"))
    yield Line(field="target", value=alleged(claim.target), rests_on=grounds(claim, "target"))
    yield Line(field="stated reason", value=one_line(claim.reason or ""), rests_on=grounds(claim, "reason"))


def source_lines(claim: Claim) -> Iterator[Line]:
    """Yield who says it, how that was known, through whom it came, and why a source is hidden."""
    for source in claim.sources:
        named = f", resolved to {one_line(source.name)}" if source.name and source.name != source.worded else ""
        value = f"{worded_source(source)} ({source.kind}){named}"
        yield Line(field="source", value=value, rests_on=joined(grounds(claim, "source"), source.rule))
        yield Line(field="through", value=" <- ".join(map(one_line, source.chain)))
        yield Line(field="anonymity", value=anonymity(source), rests_on=grounds(claim, "anonymity"))


def anonymity(source: Source) -> str:
    """Return whether a source is hidden or protected, and the reason as worded; "" where it is neither."""
    states = [word for word, true in (("anonymous", source.anonymous), ("protected", source.protected)) if true]
    why = f": {one_line(source.why_anonymous)}" if source.why_anonymous else ""
    return ", ".join(states) + why if states else ""


def certainty_lines(claim: Claim) -> Iterator[Line]:
    """Yield how certain the source is, and the reader of its own reading."""
    yield Line(field="certainty", value=claim.certainty, rests_on=grounds(claim, "certainty"))
    yield Line(field="confidence", value=f"{claim.confidence:.0%} (how often claims read so surely were right)")


def day_lines(claim: Claim, report: Report) -> Iterator[Line]:
    """Yield the days, their precision, what they are counted from, and how the publication day is known."""
    days = claim.days
    precision = f" (precision {days.precision}: {DAY_PRECISION[days.precision]})" if days.precision else ""
    worded = f"“{one_line(days.worded)}”" if days.worded and not grounds(claim, "time") else ""
    value = days_in_words(days)
    yield Line(
        field="days", value=value and value + precision, rests_on=joined(grounds(claim, "time"), worded, days.rule)
    )
    yield Line(field="counted from", value=anchor_in_words(days))
    yield Line(
        field="published", value=publication_in_words(report), rests_on=joined(*map(one_line, report.disagreements))
    )


def anchor_in_words(days: Days) -> str:
    """Return the anchor of days and their offset from it, or ""."""
    if days.anchor is None:
        return ""
    offsets = dict.fromkeys(str(n) for n in (days.offset_first, days.offset_last) if n is not None)
    return one_line(days.anchor) + (f", {' to '.join(offsets)} days" if offsets else "")


def place_lines(claim: Claim) -> Iterator[Line]:
    """Yield the place as worded, and what the gazetteer knows of it."""
    place = claim.place
    if place is None:
        return
    yield Line(field="place", value=one_line(place.worded), rests_on=joined(grounds(claim, "place"), place.rule))
    yield Line(field="gazetteer", value=gazetteer_in_words(place))
    yield Line(field="relation", value=one_line(place.relation or ""))
    if place.precision:
        known = PLACE_PRECISION.get(place.precision, "")
        yield Line(field="place precision", value=f"{place.precision}: {known}")


def gazetteer_in_words(place: Place) -> str:
    """Return the resolved name, unit, country, GeoNames id and coordinates."""
    known = [place.name, place.admin1, place.country, place.gazetteer_id]
    if place.latitude is not None and place.longitude is not None:
        known.append(f"{place.latitude:.4f}, {place.longitude:.4f}")
    return ", ".join(one_line(part) for part in known if part) or "not found in the gazetteer; kept as worded"


def book_lines(claim: Claim) -> Iterator[Line]:
    """Yield the claim's key, its reader, and what could not be resolved."""
    yield Line(field="incident", value=one_line(claim.incident or ""))
    yield Line(field="read by", value=claim.extractor)
    yield Line(field="not resolved", value="; ".join(map(one_line, claim.unresolved)))


def grounds(claim: Claim, field: str) -> str:
    """Return the words, quoted, and the rules that are evidence for a field; "" where there are none."""
    found = [evidence for evidence in claim.evidence if evidence.field == field]
    return joined(*(joined(f"“{one_line(one.quote)}”", one.rule) for one in found))


def joined(*parts: str | None) -> str:
    """Return the parts that say something, each once."""
    return "; ".join(dict.fromkeys(part for part in parts if part))


def sentences_of(claim: Claim, text: str) -> list[Span]:
    """Return the sentences that hold the claim's evidence, in order, those that touch joined."""
    found: list[Span] = []
    for span in sorted((sentence_around(text, one.span) for one in claim.evidence), key=lambda span: span.start):
        if found and span.start <= found[-1].end:
            found[-1] = Span(start=found[-1].start, end=max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def gives_only(claim: Claim, sentence: Span) -> tuple[str, ...]:
    """Return "place", "days" or both where a sentence gives a claim no more than these; () where it gives other words.

    A claim without a place or day of its own takes them from another sentence, which may speak of something else.
    """
    given = {one.field for one in claim.evidence if sentence.start <= one.span.start < sentence.end}
    return tuple(sorted(given)) if given <= SETTING else ()


def sentence_around(text: str, span: Span) -> Span:
    """Return the stretch from the end of the sentence before the span to the end of the sentence it ends in."""
    before = [match.end() for match in SENTENCE_END.finditer(text, 0, span.start + 1) if match.end() <= span.start]
    after = SENTENCE_END.search(text, span.end - 1)
    start, end = before[-1] if before else 0, after.end() if after else len(text)
    while start < span.start and text[start].isspace():
        start += 1
    return Span(start=start, end=max(len(text[:end].rstrip()), span.end))
