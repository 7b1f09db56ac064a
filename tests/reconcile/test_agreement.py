"""Agreement is measured as it was published."""

from __future__ import annotations

import pytest

from sijill.reconcile.agreement import adjusted_rand, alpha, b_cubed, field_agreement, grouped, overlap
from sijill.values import Span

# Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), example C: four observers, twelve units.
OBSERVED = {
    "A": (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
    "B": (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
    "C": (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
    "D": (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
}


def observed() -> list[dict[str, int]]:
    return [
        {who: value for who, values in OBSERVED.items() if (value := values[number]) is not None}
        for number in range(12)
    ]


def test_alpha_is_that_of_krippendorffs_own_example() -> None:
    assert alpha(observed(), "nominal") == pytest.approx(0.743, abs=0.0005)
    assert alpha(observed(), "interval") == pytest.approx(0.849, abs=0.0005)


def test_alpha_is_not_told_where_nobody_held_anything_else() -> None:
    held = {n: {"Amal": "killed", "Basil": "killed"} for n in range(5)}
    found = field_agreement("measure", "nominal", held)
    assert found is not None
    assert (found.alpha, found.agreed, found.units) == (None, 1.0, 5)


def test_what_one_person_holds_alone_is_no_agreement() -> None:
    assert field_agreement("measure", "nominal", {1: {"Amal": "killed"}, 2: {"Basil": "injured"}}) is None


def test_people_who_always_differ_agree_less_than_by_chance() -> None:
    held = {n: {"Amal": n % 2, "Basil": 1 - n % 2} for n in range(6)}
    found = field_agreement("verdict", "nominal", held)
    assert found is not None
    assert found.alpha is not None
    assert found.alpha < 0


def test_spans_overlap_by_what_they_share() -> None:
    assert overlap(Span(start=0, end=10), Span(start=0, end=10)) == 1
    assert overlap(Span(start=0, end=10), Span(start=5, end=15)) == pytest.approx(1 / 3)
    assert overlap(Span(start=0, end=4), Span(start=4, end=9)) == 0


def test_same_and_same_again_make_one_group() -> None:
    found = grouped("abcde", [("a", "b"), ("c", "d"), ("b", "c")])
    assert len(set(found.values())) == 2
    assert found["a"] == found["d"] != found["e"]


def test_b_cubed_is_that_of_its_authors_example() -> None:
    """Bagga and Baldwin (1998): twelve mentions, the second response joins two wrong groups: precision 16/24."""
    truth = dict(zip("abcdefghijkl", "111112233333", strict=True))
    response = dict(zip("abcdefghijkl", "111112211111", strict=True))
    precision, recall = (5 * 5 / 10 + 2 + 5 * 5 / 10) / 12, 1.0
    assert b_cubed(response, truth) == pytest.approx(2 * precision * recall / (precision + recall))
    assert b_cubed(truth, response) == b_cubed(response, truth)
    assert b_cubed({}, truth) is None


def test_the_adjusted_rand_index_is_that_of_its_published_example() -> None:
    """Two groupings of six: 1, 1, 2, 2, 3, 3 and 1, 1, 1, 2, 2, 2 give 0.24 (Hubert and Arabie's formula)."""
    first, second = (dict(zip("abcdef", groups, strict=True)) for groups in ("112233", "111222"))
    assert adjusted_rand(first, second) == pytest.approx(0.242, abs=0.001)
    assert adjusted_rand(first, first) == 1
    assert adjusted_rand({"a": 1}, {"a": 2}) == 1
