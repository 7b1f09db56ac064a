"""Whose people are counted where the body that speaks calls them its own."""

import pytest

from sijill.extract.numbers import count_of
from sijill.ground.own_people import with_own_people
from sijill.model import Claim, Evidence, Figure, Source
from sijill.values import Span


def category(victims: str, kind: str, read: str = "civilian") -> str | None:
    figure = Figure(
        measure="injured", worded="three", count=count_of("three"), victims=victims, category=read, scope="incident"
    )
    words = Evidence(field="number", span=Span(start=0, end=5), quote="three")
    claim = Claim(
        report_id="r", happening="attack", sources=(Source(worded="it", kind=kind),), evidence=(words,), figure=figure,
        extractor="test",
    )  # fmt: skip
    made = with_own_people(claim).figure
    return made.category if made else None


@pytest.mark.parametrize("victims", ["its workers", "its most well-known members", "our colleagues", "his own drivers"])
def test_the_workers_of_those_who_help_are_aid_workers(victims: str) -> None:
    assert category(victims, "medical") == "aid_or_medical"


@pytest.mark.parametrize(
    ("victims", "kind"),
    [("its members", "military"), ("its patients", "medical"), ("workers", "medical"), ("his drivers", "medical")],
)
def test_an_armys_patients_and_strangers_are_not(victims: str, kind: str) -> None:
    assert category(victims, kind) == "civilian"
