"""Numbers that a report replaces by its own words, beside another source's number of now."""

from __future__ import annotations

from tests.reconcile.told import told

from sijill.reconcile import reconcile

EARLIER = ("had earlier put the dead at ", "")


def killed(*members: object) -> tuple[int, int | None]:
    """Return the range of the killed."""
    found = reconcile(members).range_of("killed")  # type: ignore[arg-type]
    assert found is not None
    return found.low, found.high


def test_a_toll_that_rose_leaves_the_earlier_one_of_another_office_behind() -> None:
    now = told("a hospital official", "23", kind="medical", clause=("rose to ", ""))
    before = told("Authorities", "21", kind="government", clause=EARLIER, at=100)
    assert killed(now, before) == (23, 23)
    assert "replaces" in reconcile([now, before]).set_aside[0].reason


def test_what_a_party_had_said_earlier_stays_beside_what_others_say() -> None:
    now = told("the government", "23", kind="government", clause=("rose to ", ""))
    before = told("the rebels", "21", kind="armed_group", clause=EARLIER, at=100)
    assert killed(now, before) == (21, 23)


def test_a_higher_number_of_before_stays() -> None:
    now = told("a hospital official", "12", kind="medical")
    before = told("the mayor", "40", kind="government", clause=EARLIER, at=100)
    assert killed(now, before) == (12, 40)


def test_a_number_of_another_report_replaces_nothing() -> None:
    now = told("a hospital official", "23", kind="medical", report="r2")
    before = told("Authorities", "21", kind="government", clause=EARLIER)
    assert killed(now, before) == (21, 23)
