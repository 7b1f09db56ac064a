from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sijill.detect.labels import NAMES
from sijill.detect.paths import Edges, likeliest_path


def named(rows: list[dict[str, float]], edges: Edges | None = None) -> list[tuple[int, str]]:
    """Return the words in spans with their tags, what a row leaves out being next to nothing."""
    chances = np.array([[row.get(tag, 1e-6) for tag in NAMES] for row in rows], np.float32)
    return [(at, NAMES[tag]) for at, tag in likeliest_path(chances, NAMES, edges or Edges())]


def test_a_word_in_the_middle_of_a_name_does_not_become_another_kind() -> None:
    """Jerusalem Post: each word's likeliest tag alone would give a place and half an organisation."""
    rows = [{"B-LOC": 0.5, "B-ORG": 0.45}, {"I-LOC": 0.1, "I-ORG": 0.85}]
    assert named(rows) == [(0, "B-ORG"), (1, "I-ORG")]


def test_a_hyphen_does_not_break_a_name() -> None:
    rows = [{"B-PER": 0.9}, {"I-PER": 0.4, "O": 0.55}, {"I-PER": 0.9}]
    assert named(rows) == [(0, "B-PER"), (1, "I-PER"), (2, "I-PER")]


def test_an_end_of_a_name_without_a_beginning_begins_one_earlier_or_is_none() -> None:
    assert named([{"O": 0.7, "B-PER": 0.3}, {"I-PER": 0.9, "O": 0.1}]) == [(0, "B-PER"), (1, "I-PER")]
    assert named([{"O": 1.0}, {"O": 0.6, "I-PER": 0.4}]) == []


def test_at_the_beginning_of_a_sentence_what_goes_on_begins() -> None:
    assert named([{"B-PER": 0.9}, {"I-PER": 0.8}], Edges(frozenset({1}))) == [(0, "B-PER"), (1, "B-PER")]


def test_a_capital_behind_a_comma_may_begin_a_name_where_the_network_goes_on() -> None:
    rows = [{"B-LOC": 0.7, "O": 0.2}, {"O": 0.95, "I-LOC": 0.05}, {"I-LOC": 0.7, "O": 0.25}]
    words = ["Maiduguri", ",", "Nigeria"]
    assert named(rows, Edges.of(words, frozenset({0}))) == [(0, "B-LOC"), (2, "B-LOC")]
    assert named(rows) == [(0, "B-LOC")]


@given(
    st.lists(st.lists(st.floats(0, 1, width=32), min_size=7, max_size=7), min_size=1, max_size=12),
    st.frozensets(st.integers(0, 11)),
    st.frozensets(st.integers(0, 11)),
)
def test_each_tag_fits_behind_the_one_before(
    rows: list[list[float]], breaks: frozenset[int], likely: frozenset[int]
) -> None:
    chances = np.array(rows, np.float32) + 1e-3
    found = dict(likeliest_path(chances / chances.sum(axis=1, keepdims=True), NAMES, Edges(breaks, likely)))
    for at, tag in found.items():
        if NAMES[tag].startswith("I"):
            assert at not in breaks
            assert NAMES[found[at - 1]][2:] == NAMES[tag][2:]
