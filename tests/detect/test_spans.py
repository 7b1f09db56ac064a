from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sijill.detect.labels import FIGURES, NAMES
from sijill.detect.paths import Edges
from sijill.detect.spans import LEAST_PROBABILITY, candidates, likeliest_spans, with_unsure


def scores(tags: tuple[str, ...], rows: list[dict[str, float]]) -> np.ndarray:
    """Return log probabilities, what a row leaves out being next to nothing."""
    return np.log([[row.get(tag, 1e-6) for tag in tags] for row in rows])


def test_a_name_begins_at_b_and_goes_on_over_i() -> None:
    rows = [{"B-PER": 0.9}, {"I-PER": 0.8}, {"O": 0.9}, {"B-LOC": 0.9}]
    found = likeliest_spans(scores(NAMES, rows), NAMES)
    assert [(one.start, one.end, one.kind) for one in found] == [(0, 2, "PER"), (3, 4, "LOC")]


def test_a_name_does_not_go_on_into_the_next_sentence() -> None:
    rows = [{"B-PER": 0.9}, {"I-PER": 0.8}]
    found = likeliest_spans(scores(NAMES, rows), NAMES, Edges(frozenset({1})))
    assert [(one.start, one.end) for one in found] == [(0, 1), (1, 2)]


def test_a_figure_less_likely_than_not_is_still_a_candidate() -> None:
    rows = [{"O": 0.7, "B-killed": 0.3}, {"O": 1.0}]
    [found] = candidates(scores(FIGURES, rows), FIGURES)
    assert (found.start, found.end, found.kind) == (0, 1, "killed")
    assert 0.25 < found.probability < 0.35


def test_a_figure_too_unlikely_is_not_given() -> None:
    assert not candidates(scores(FIGURES, [{"O": 0.9, "B-killed": 0.1}]), FIGURES)


def test_at_least_and_the_number_make_one_figure() -> None:
    rows = [{"B-injured": 0.9}, {"I": 0.9}, {"I": 0.9}, {"O": 0.9}]
    [found] = candidates(scores(FIGURES, rows), FIGURES)
    assert (found.start, found.end, found.kind) == (0, 3, "injured")


def test_a_figure_right_after_another_is_its_own() -> None:
    rows = [{"B-killed": 0.9}, {"B-injured": 0.9}]
    found = candidates(scores(FIGURES, rows), FIGURES)
    assert [(one.start, one.end, one.kind) for one in found] == [(0, 1, "killed"), (1, 2, "injured")]


def test_an_unsure_word_is_given_where_no_other_touches_it() -> None:
    rows = [{"O": 0.9, "B-detained": 0.1}, {"O": 1.0}, {"B-killed": 0.9}, {"O": 1.0}]
    found = with_unsure(scores(FIGURES, rows), FIGURES)
    assert [(one.start, one.end, one.kind) for one in found] == [(0, 1, "detained"), (2, 3, "killed")]


def test_an_unsure_word_takes_nothing_from_the_figure_beside_it() -> None:
    rows = [{"O": 0.9, "B-injured": 0.1}, {"I": 0.9}, {"I": 0.9}, {"O": 1.0}]
    found = with_unsure(scores(FIGURES, rows), FIGURES)
    assert [(one.start, one.end) for one in found] == [(1, 3)]


@given(st.lists(st.lists(st.floats(-30, 30, width=32), min_size=12, max_size=12), min_size=1, max_size=20))
def test_candidates_stand_in_order_apart_and_likely_enough(rows: list[list[float]]) -> None:
    found = candidates(np.array(rows, np.float32), FIGURES)
    ends = [0, *(one.end for one in found)]
    assert all(end <= one.start < one.end for end, one in zip(ends, found, strict=False))
    assert all(LEAST_PROBABILITY - 1e-6 <= one.probability <= 1 + 1e-6 for one in found)
