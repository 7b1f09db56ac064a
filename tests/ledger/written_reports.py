"""Reports and claims written for the tests of the register, on invented happenings."""

from __future__ import annotations

from datetime import date

from sijill.model import Claim, Evidence, Figure, HiddenPerson, Place, Report, Source
from sijill.values import CountRange, Days, Span

TEXT = "Marsel, 12 March - At least 22 villagers were killed in shelling near Tal Zahra on Friday, activists said."
EXTRACTOR = "reader 1"


def a_report(name: str = "marsel", text: str = TEXT, **fields: object) -> Report:
    return Report(name=name, text=text, sha256="0" * 64, **fields)  # type: ignore[arg-type]


def evidence_of(report: Report, field: str, words: str) -> Evidence:
    start = report.text.index(words)
    return Evidence(field=field, span=Span(start=start, end=start + len(words)), quote=words)


def a_claim(report: Report, words: str = "22", extractor: str = EXTRACTOR, **fields: object) -> Claim:
    known: dict[str, object] = {
        "report_id": report.id,
        "extractor": extractor,
        "happening": "shelling_artillery_missile",
        "sources": (Source(worded="activists", kind="activist"),),
        "evidence": (evidence_of(report, "number", words),),
        "figure": a_figure(),
        "place": Place(worded="near Tal Zahra", name="Tall Zahrā", country="SY", admin1="Idlib", admin1_code="SY.12"),
        "days": Days(first=date(2013, 3, 8), last=date(2013, 3, 8), precision=1, worded="on Friday"),
        "incident": "i1",
        "confidence": 0.875,
    }
    return Claim(**{**known, **fields})  # type: ignore[arg-type]


def a_figure(measure: str = "killed", low: int | None = 22, **fields: object) -> Figure:
    count = CountRange(low=low, high=None, comparator="at_least", value=low)
    known: dict[str, object] = {"worded": "At least 22", "category": "civilian", "count": count}
    return Figure(measure=measure, **{**known, **fields})  # type: ignore[arg-type]


def many_claims(report: Report, number: int, *, extractor: str = EXTRACTOR) -> list[Claim]:
    """As many claims as asked, each resting on other words of the report."""
    spans = [Span(start=start, end=start + 6) for start in range(number)]
    evidence = [Evidence(field="number", span=span, quote=span.of(report.text)) for span in spans]
    return [a_claim(report, extractor=extractor, evidence=(e, *a_claim(report).evidence)) for e in evidence]


def a_hidden_person(report: Report, words: str = "villagers") -> HiddenPerson:
    return HiddenPerson(report_id=report.id, worded=words, evidence=(evidence_of(report, "person", words),))
