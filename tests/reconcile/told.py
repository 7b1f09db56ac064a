"""Members made from words: `told("SOHR", "at least 14 rebels")`."""

from __future__ import annotations

from datetime import date
from typing import Any

from sijill.extract.numbers import count_of
from sijill.incident import Member
from sijill.model import Actor, Claim, Evidence, Figure, Place, Source
from sijill.values import Days, Span

DAY = date(2016, 3, 14)


def told(
    source: str | None,
    number: str,
    victims: str | None = None,
    *,
    category: str = "unspecified",
    kind: str | None = None,
    measure: str = "killed",
    report: str = "r1",
    at: int = 0,
    clause: tuple[str, str] = ("", ""),
    published: date | None = DAY,
    scope: str = "incident",
    **more: Any,
) -> Member:
    """Return a member whose clause is `clause[0]`, the number, `clause[1]`; `at` is where the number stands."""
    before, after = clause
    start = at + len(before)
    number_span = Span(start=start, end=start + len(number))
    quote = before + number + after
    evidence = (
        Evidence(field="claim", span=Span(start=at, end=at + len(quote)), quote=quote),
        Evidence(field="number", span=number_span, quote=number),
    )
    figure = Figure(
        measure=measure, worded=number, count=count_of(number), victims=victims, category=category, scope=scope,
        part_of=more.pop("part_of", None),
    )  # fmt: skip
    by, where = more.pop("by", None), more.pop("place", None)
    member = {name: more.pop(name) for name in ("outlet", "origin", "entered") if name in more}
    claim = Claim(
        report_id=report,
        happening=None if scope == "cumulative" else more.pop("happening", "attack"),
        sources=(Source(worded=source, kind=kind or ("reporter" if source is None else "monitor")),),
        evidence=evidence,
        figure=figure,
        perpetrator=Actor(worded=by) if isinstance(by, str) else by,
        place=Place(worded=where) if isinstance(where, str) else where,
        days=more.pop("days", Days(first=DAY, last=DAY)),
        extractor="test",
        **more,
    )
    return Member(claim=claim, report_name=report, published=published, **member)


def stated(
    source: str | None, happening: str, *, by: Actor | None, report: str = "r1", at: int = 0, **more: Any
) -> Member:
    """Return a member that asserts a happening without a figure."""
    words = Evidence(field="trigger", span=Span(start=at, end=at + 5), quote="words")
    kind = more.pop("kind", "reporter" if source is None else "monitor")
    claim = Claim(
        report_id=report, happening=happening, sources=(Source(worded=source, kind=kind),), evidence=(words,),
        perpetrator=by, extractor="test", **more,
    )  # fmt: skip
    return Member(claim=claim, report_name=report, published=DAY)
