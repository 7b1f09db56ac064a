"""A report whose refugee hides and is the source of no claim, and a register that holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from small_register import EXTRACTOR, IDLIB, exactly, figure, report_of, words

from sijill.ledger import open_register
from sijill.model import Actor, HiddenPerson, Source

if TYPE_CHECKING:
    from pathlib import Path

    from sijill.model import Claim, Report

TEXT = (
    "Karimov, not his real name, crossed the river with his three children on Tuesday.\n"
    "Guards killed four men near Karimov's house in Idlib, the Observatory said.\n"
    "A taxi driver would not be named.\n"
)
NAME = "karimov"


def hiding_report() -> Report:
    return report_of(TEXT, "karimov-interview", title="Karimov's flight", outlet="Enab")


def hiding_claim(report: Report) -> Claim:
    clause = "Guards killed four men near Karimov's house in Idlib"
    source = Source(worded="the Observatory", kind="monitor", name="Observatory")
    return figure(
        report, clause, "four", exactly(4), happening="attack", victims="men near Karimov's house", place=IDLIB,
        sources=(source,), incident="one",
        perpetrator=Actor(worded="Guards", kind="state_forces", name="Karimov's guards"),
    )  # fmt: skip


def people(report: Report) -> list[HiddenPerson]:
    driver = (words(report, "A taxi driver", "person"), words(report, "would not be named", "anonymity"))
    karimov = (words(report, "Karimov", "person"), words(report, "not his real name", "anonymity"))
    return [
        HiddenPerson(report_id=report.id, worded="Karimov", name="Karimov", evidence=karimov),
        HiddenPerson(report_id=report.id, worded="A taxi driver", evidence=driver),
    ]


def enter_hiding(path: Path) -> Report:
    report = hiding_report()
    with open_register(path) as book:
        book.enter(report, [hiding_claim(report)], extractor=EXTRACTOR, hidden=people(report))
    return report
