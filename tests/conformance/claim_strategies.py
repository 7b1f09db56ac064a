"""Hypothesis strategies for any report, and any claims that its text can bear."""

from __future__ import annotations

from hypothesis import strategies as st

from sijill.model import (
    CATEGORIES,
    CERTAINTIES,
    HAPPENINGS,
    MEASURES,
    PUBLISHED_KNOWN_BY,
    SCOPES,
    SOURCE_KINDS,
    Actor,
    Claim,
    Evidence,
    Figure,
    Place,
    Report,
    Source,
)
from sijill.values import COMPARATORS, CountRange, Days, Span

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
maybe_words = st.none() | words
several_words = st.lists(words, max_size=3).map(tuple)
counts = st.none() | st.integers(min_value=0, max_value=10**20)
degrees = st.none() | st.floats(allow_nan=False, allow_infinity=False)
fields = st.sampled_from(["claim", "number", "trigger", "source", "place"])

reports = st.builds(
    Report,
    text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60),
    name=words,
    sha256=words,
    origin=words,
    outlet=maybe_words,
    title=maybe_words,
    url=maybe_words,
    published=st.none() | st.dates(),
    published_by=st.sampled_from(PUBLISHED_KNOWN_BY),
    disagreements=several_words,
    language=words,
    notes=several_words,
)
sources = st.builds(
    Source,
    worded=maybe_words,
    kind=st.sampled_from(SOURCE_KINDS),
    name=maybe_words,
    anonymous=st.booleans(),
    protected=st.booleans(),
    why_anonymous=maybe_words,
    chain=several_words,
    rule=words,
)
places = st.builds(
    Place,
    worded=words,
    name=maybe_words,
    gazetteer_id=maybe_words,
    latitude=degrees,
    longitude=degrees,
    precision=st.none() | st.integers(1, 7),
    country=maybe_words,
    admin1=maybe_words,
    admin1_code=maybe_words,
    relation=maybe_words,
    rule=words,
)
actors = st.builds(Actor, worded=words, name=maybe_words, kind=maybe_words, side=maybe_words)


@st.composite
def count_ranges(draw: st.DrawFn) -> CountRange:
    low, high = draw(counts), draw(counts)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return CountRange(
        low=low,
        high=high,
        comparator=draw(st.sampled_from(COMPARATORS)),
        value=draw(counts),
        value_high=draw(counts),
        vague=draw(maybe_words),
        approximate=draw(st.booleans()),
    )


@st.composite
def days(draw: st.DrawFn) -> Days:
    first, last = draw(st.none() | st.dates()), draw(st.none() | st.dates())
    if first is not None and last is not None:
        first, last = min(first, last), max(first, last)
    offsets = st.none() | st.integers(-10_000, 10_000)
    return Days(
        first=first,
        last=last,
        precision=draw(st.none() | st.integers(1, 5)),
        worded=draw(maybe_words),
        rule=draw(maybe_words),
        anchor=draw(maybe_words),
        offset_first=draw(offsets),
        offset_last=draw(offsets),
    )


figures = st.builds(
    Figure,
    measure=st.sampled_from(MEASURES),
    worded=words,
    count=count_ranges(),
    victims=maybe_words,
    category=st.sampled_from(CATEGORIES),
    group=maybe_words,
    scope=st.sampled_from(SCOPES),
    part_of=maybe_words,
)


@st.composite
def evidence_in(draw: st.DrawFn, report: Report) -> Evidence:
    start = draw(st.integers(0, len(report.text) - 1))
    span = Span(start=start, end=draw(st.integers(start + 1, len(report.text))))
    return Evidence(field=draw(fields), span=span, quote=span.of(report.text), rule=draw(words))


@st.composite
def claims_of(draw: st.DrawFn, report: Report) -> Claim:
    figure = draw(st.none() | figures)
    happenings = st.sampled_from(HAPPENINGS)
    return Claim(
        report_id=report.id,
        happening=draw(happenings if figure is None else st.none() | happenings),
        sources=tuple(draw(st.lists(sources, min_size=1, max_size=2))),
        evidence=tuple(draw(st.lists(evidence_in(report), min_size=1, max_size=3))),
        figure=figure,
        certainty=draw(st.sampled_from(CERTAINTIES)),
        perpetrator=draw(st.none() | actors),
        target=draw(st.none() | actors),
        place=draw(st.none() | places),
        days=draw(days()),
        reason=draw(maybe_words),
        incident=draw(maybe_words),
        confidence=draw(st.floats(0, 1)),
        extractor=draw(words),
        unresolved=draw(several_words),
    )


@st.composite
def reports_with_claims(draw: st.DrawFn) -> tuple[Report, list[Claim]]:
    report = draw(reports)
    return report, draw(st.lists(claims_of(report), max_size=3))
