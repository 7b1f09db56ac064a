"""One reviewed record: its cells under our names, and the claim that it is. Words are kept as they stand."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from sijill.errors import UsageError
from sijill.model import Actor, Claim, Evidence, Figure, Place, Source, content_id
from sijill.values import CountRange, Days, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sijill.model import Report

BY_HAND: Final = "by hand, imported 1"
"""The extractor of claims that a person reviewed; who imported them is told by the "import" entry."""
FIELDS: Final = (
    "id", "report", "outlet", "title", "url", "published", "words", "source", "source_kind", "source_name", "protected",
    "measure", "number", "low", "high", "victims", "category", "group", "scope", "happening", "certainty",
    "perpetrator", "perpetrator_kind", "target", "place", "place_name", "latitude", "longitude", "place_precision",
    "country", "admin1", "from", "to", "days_precision", "incident", "reason",
)  # fmt: skip
YES: Final = {"yes": True, "true": True, "1": True, "": False, "no": False, "false": False, "0": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A row of a file: where it stands, the report that it is of, its cells by FIELDS, and why it is none."""

    file: str
    line: int
    report: str
    cells: Mapping[str, str]
    fault: str | None = None


def records_of(name: str, text: str, fields: Mapping[str, str]) -> Iterator[Record]:
    """Yield the rows of a CSV text; UsageError where its heading lacks what every row needs."""
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    heading = reader.fieldnames or []
    columns = {field: fields.get(field, field) for field in FIELDS}
    missing = [column for field, column in columns.items() if (field in fields or field == "words")
               and column not in heading]  # fmt: skip
    unknown = sorted(fields.keys() - set(FIELDS))
    if missing or unknown:
        which = f"has no column {missing[0]!r}" if missing else f"cannot give {unknown[0]!r}, which is no field"
        msg = f"{name} {which}: a row needs words (the quote); name columns with --field OURS=THEIRS"
        raise UsageError(msg)
    before = reader.line_num
    for row in reader:
        line, before = before + 1, reader.line_num
        cells = {field: (row.get(column) or "").strip() for field, column in columns.items()}
        ragged = None in row or None in row.values()
        yield Record(file=name, line=line, report=report_name(cells), cells=cells, fault=fault_of(cells, ragged=ragged))


def report_name(cells: Mapping[str, str]) -> str:
    """Return the name of the report that a row is of: as given, else by its id, else by what it holds."""
    return cells["report"] or cells["id"] or f"record-{content_id(*cells.values())}"


def fault_of(cells: Mapping[str, str], *, ragged: bool) -> str | None:
    """Return what makes a row no record whatever its report, None where nothing does."""
    if ragged:
        return "it has more or fewer cells than the heading"
    if not cells["words"]:
        return "it has no words: a claim needs the words that it rests on"
    try:
        day_of(cells["published"], "published")
    except ValueError as error:
        return str(error)
    return None


def claim_of(record: Record, report: Report) -> Claim:
    """Return the claim of a record; ValueError says what in it cannot be."""
    cells = record.cells
    words = evidence("claim", cells["words"], report.text, 0)
    number = cells["number"] or cells["low"]
    found = number_in(cells["words"], number)
    anchor = [evidence("number", number, report.text, words.span.start + found)] if found >= 0 and number else []
    counted = figure_of(cells)
    if counted is None and not cells["happening"]:
        msg = "it has neither a measure nor a happening: a claim asserts one of them"
        raise ValueError(msg)
    return Claim(
        report_id=report.id,
        happening=cells["happening"] or None,
        sources=(source_of(cells),),
        evidence=(words, *anchor),
        figure=counted,
        certainty=cells["certainty"] or "asserted",
        perpetrator=actor_of(cells["perpetrator"], cells["perpetrator_kind"]),
        target=actor_of(cells["target"], ""),
        place=place_of(cells),
        days=days_of(cells),
        reason=cells["reason"] or None,
        incident=None if counted and counted.scope != "incident" else cells["incident"] or None,
        extractor=BY_HAND,
    )


def number_in(words: str, number: str) -> int:
    """Return where a number stands in the words, -1 where it does not stand there as a word of its own."""
    at = words.find(number) if number else -1
    while at >= 0 and (words[at - 1 : at].isalnum() or words[at + len(number) : at + len(number) + 1].isalnum()):
        at = words.find(number, at + 1)
    return at


def evidence(field: str, quote: str, text: str, start: int) -> Evidence:
    """Return the words as evidence, found in the text from `start` on."""
    at = text.index(quote, start)
    return Evidence(field=field, span=Span(start=at, end=at + len(quote)), quote=quote, rule="imported by a person")


def figure_of(cells: Mapping[str, str]) -> Figure | None:
    """Return the figure; None where the row counts nobody."""
    if not cells["measure"]:
        return None
    low, high = whole(cells["low"], "low"), whole(cells["high"], "high")
    if low is None and high is None:
        low = high = whole(cells["number"], "number")
    if low is None and high is None:
        msg = "it has a measure and no number: give low, high, or a number in digits"
        raise ValueError(msg)
    value = low if low is not None else high
    comparator = "exact" if low == high else "at_least" if high is None else "at_most" if low in {None, 0} else "range"
    stated = high if comparator == "at_most" else value
    count = CountRange(
        low=0 if low is None else low, high=high, comparator=comparator, value=stated,
        value_high=high if comparator == "range" else None,
    )  # fmt: skip
    return Figure(
        measure=cells["measure"], worded=cells["number"] or str(value), count=count, victims=cells["victims"] or None,
        category=cells["category"] or "unspecified", group=cells["group"] or None, scope=cells["scope"] or "incident",
    )  # fmt: skip


def source_of(cells: Mapping[str, str]) -> Source:
    """Return the source; the report's own voice where none is named."""
    protected = YES.get(cells["protected"].lower())
    if protected is None:
        msg = f"protected is {cells['protected']!r}: write yes or no"
        raise ValueError(msg)
    kind = cells["source_kind"] or ("media" if cells["source"] else "reporter")
    name = cells["source_name"] or None
    return Source(worded=cells["source"] or None, name=name, kind=kind, protected=protected, anonymous=protected,
                  rule="imported by a person")  # fmt: skip


def actor_of(worded: str, kind: str) -> Actor | None:
    """Return a party, None where none is named."""
    return Actor(worded=worded, name=worded, kind=kind or None) if worded else None


def place_of(cells: Mapping[str, str]) -> Place | None:
    """Return the place; None where the row names none."""
    worded = cells["place"] or cells["place_name"] or cells["admin1"]
    if not worded and not cells["country"]:
        return None
    return Place(
        worded=worded or cells["country"], name=cells["place_name"] or None, country=cells["country"].upper() or None,
        latitude=degrees(cells["latitude"], "latitude", 90), longitude=degrees(cells["longitude"], "longitude", 180),
        precision=whole(cells["place_precision"], "place_precision"), admin1=cells["admin1"] or None,
        rule="imported by a person",
    )  # fmt: skip


def days_of(cells: Mapping[str, str]) -> Days:
    """Return the days; one day where only the first is given."""
    first, last = day_of(cells["from"], "from"), day_of(cells["to"], "to")
    last = last or first
    precision = whole(cells["days_precision"], "days_precision")
    if precision is None and first is not None and first == last:
        precision = 1
    return Days(first=first, last=last, precision=precision, rule="imported by a person")


def whole(cell: str, name: str) -> int | None:
    """Return a whole number, None for an empty cell; ValueError for anything else."""
    digits = cell.replace(",", "")
    if digits and not (digits.isascii() and digits.isdigit()):
        msg = f"{name} is {cell!r}: write it in digits"
        raise ValueError(msg)
    return int(digits) if digits else None


def degrees(cell: str, name: str, most: int) -> float | None:
    """Return degrees, None for an empty cell; ValueError beyond what there is."""
    try:
        number = float(cell) if cell else None
    except ValueError:
        number = float(most + 1)
    if number is not None and not -most <= number <= most:
        msg = f"{name} is {cell!r}: write degrees from -{most} to {most}"
        raise ValueError(msg)
    return number


def day_of(cell: str, name: str) -> date | None:
    """Return a day, None for an empty cell; ValueError for anything but YYYY-MM-DD."""
    try:
        return date.fromisoformat(cell) if cell else None
    except ValueError:
        msg = f"{name} is {cell!r}: write a day as YYYY-MM-DD"
        raise ValueError(msg) from None
