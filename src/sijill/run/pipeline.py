"""One report through every stage, in order. `read_report` is pure: the same report and tools, the same findings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from sijill.detect import Reader
    from sijill.ground import Gazetteer
    from sijill.model import Attribution, Findings, Report

READ_LANGUAGES = frozenset({"en"})
"""Languages that the reader knows; reports in others are kept and flagged, not read as English."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What reading needs beside the report: the reader model and the gazetteer, loaded once."""

    reader: Reader
    gazetteer: Gazetteer


@cache
def load_tools(threads: int = 0) -> Tools:
    """Load the reader model and the gazetteer that ship with the package, once per process."""
    from sijill.detect import load_reader
    from sijill.ground import Gazetteer

    return Tools(reader=load_reader(threads=threads), gazetteer=Gazetteer.load())


def read_report(report: Report, tools: Tools) -> Findings:
    """Return the claims of one report and the people in it who hide; none for a language that is not read."""
    from sijill.clean import clean
    from sijill.extract import extract
    from sijill.ground import ground
    from sijill.model import Findings

    if report.language not in READ_LANGUAGES:
        return Findings()
    text = clean(report)
    reading = tools.reader.read(text.text)
    found = extract(report, text, reading)
    return replace(found, claims=ground(found.claims, report, text, reading, tools.gazetteer))


def attributions_of(report: Report, tools: Tools) -> tuple[Attribution, ...]:
    """Return who is said to say, believe or want what in a report; none for a language that is not read."""
    from sijill.clean import clean
    from sijill.extract import attributions

    if report.language not in READ_LANGUAGES:
        return ()
    text = clean(report)
    return attributions(report, text, tools.reader.read(text.text))


def read_text(text: str, *, published: date | None = None, outlet: str | None = None, name: str = "text") -> Findings:
    """Return what reading a text gives; relative days need `published` to become calendar days."""
    from sijill.acquire import Options, report_from_text
    from sijill.run.threads import plain_numpy

    report = report_from_text(text, name=name, options=Options(published=published, outlet=outlet))
    with plain_numpy():
        return read_report(report, load_tools())
