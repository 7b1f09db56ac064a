"""Totals that their parts add up to."""

from collections.abc import Sequence

import pytest

from sijill.extract.summed import with_sums
from sijill.model import Claim, Evidence, Figure, Place, Source
from sijill.values import CountRange, Days, Span


def figure(
    at: int,
    value: int,
    category: str = "unspecified",
    *,
    day: str | None = None,
    measure: str = "killed",
    who: str | None = None,
    where: str | None = None,
) -> Claim:
    return Claim(
        report_id="r", happening="attack", sources=(Source(worded=None),), certainty="asserted",
        figure=Figure(
            measure=measure, worded=str(value), category=category, victims=who,
            count=CountRange(low=value, high=value, comparator="exact", value=value),
        ),
        days=Days(worded=day), place=None if where is None else Place(worded=where),
        incident="attack-0", confidence=1.0, extractor="x",
        evidence=(Evidence(field="number", span=Span(start=at, end=at + 2), quote=str(value)),),
    )  # fmt: skip


def first(claims: Sequence[Claim]) -> str:
    """Return the category of the first figure."""
    told = with_sums(claims)[0].figure
    return "" if told is None else told.category


SOLDIERS, CIVILIANS = figure(20, 5, "state_forces"), figure(40, 7, "civilian")


def test_a_total_of_soldiers_and_civilians_is_mixed() -> None:
    assert first([figure(0, 12), SOLDIERS, CIVILIANS]) == "mixed"


@pytest.mark.parametrize(("who", "category"), [("people", "mixed"), ("armed police", "state_forces")])
def test_a_total_is_mixed_whatever_it_was_taken_for_unless_it_names_its_people(who: str, category: str) -> None:
    assert first([figure(0, 12, "state_forces", who=who), SOLDIERS, CIVILIANS]) == category


def test_parts_that_do_not_add_up_say_nothing_of_a_total() -> None:
    assert first([figure(0, 13), SOLDIERS, CIVILIANS]) == "unspecified"


def test_parts_of_one_category_make_no_mixture() -> None:
    assert first([figure(0, 12), figure(20, 5, "civilian"), CIVILIANS]) == "unspecified"


def test_parts_are_of_the_measure_and_the_day_of_their_total() -> None:
    assert first([figure(0, 12), figure(20, 5, "state_forces", measure="injured"), CIVILIANS]) == "unspecified"
    another_day = [figure(100, 5, "state_forces", day="Tuesday"), figure(120, 7, "civilian", day="Tuesday")]
    assert first([figure(0, 12, day="Monday"), *another_day]) == "unspecified"


def test_parts_are_told_in_one_breath() -> None:
    assert first([figure(0, 12), SOLDIERS, figure(180, 7, "civilian")]) == "unspecified"


def test_people_killed_elsewhere_or_on_another_day_are_no_part_of_a_total_however_near() -> None:
    elsewhere = [figure(20, 5, "state_forces", where="Iguala"), figure(40, 7, "civilian", where="Iguala")]
    assert first([figure(0, 12, where="Acapulco"), *elsewhere]) == "unspecified"
    later = [figure(20, 5, "state_forces", day="Tuesday"), figure(40, 7, "civilian", day="Tuesday")]
    assert first([figure(0, 12, day="Monday"), *later]) == "unspecified"


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("12 people were killed in Acapulco. In Iguala, 5 policemen and 7 civilians died.", "unspecified"),
        ("12 died in Taiz; elsewhere 5 soldiers and 7 children were killed.", "unspecified"),
        ("The blast killed 12, including 5 soldiers. Another 7 civilians died in a separate attack.", "unspecified"),
        ("The blast killed 12 people: 5 soldiers and 7 civilians. A separate attack killed two.", "mixed"),
        ("12 people died in Taiz, 5 soldiers and 7 children, in a blast.", "mixed"),
    ],
)
def test_words_of_another_happening_keep_a_total_from_being_mixed(text: str, category: str) -> None:
    at = [text.index(number) for number in ("12", "5", "7")]
    parts = [figure(at[1], 5, "state_forces"), figure(at[2], 7, "civilian")]
    told = with_sums([figure(at[0], 12), *parts], text)[0].figure
    assert told is not None
    assert told.category == category
