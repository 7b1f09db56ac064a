"""How the short reports of the gate are scored."""

from __future__ import annotations

from collections import Counter

from bench.accuracy.reading import read_rows
from bench.accuracy.short_reports import counted, wanted

ROW = {
    "id": "two",
    "published": "2019-05-14",
    "text": "Gunmen killed 12 people in Mopti on Monday, police said. A doctor said 14 had died. "
    "In Gao, a mine wounded three soldiers on Sunday.",
    "incidents": [
        {"place": "Mopti", "day": "2019-05-13", "killed": "12-14"},
        {"place": "Gao", "day": "2019-05-12", "injured": "3-3"},
    ],
}


def test_each_happening_is_a_row_of_its_ranges_wherever_it_was() -> None:
    assert wanted(ROW) == Counter([frozenset({("killed", "12-14")}), frozenset({("injured", "3-3")})])


def test_what_is_read_and_counted_is_held_against_the_rows() -> None:
    (read,) = read_rows([ROW])
    assert counted(read) == wanted(ROW)


def test_a_report_without_numbers_counts_nothing() -> None:
    (read,) = read_rows([{"id": "none", "published": None, "text": "Talks went on in Geneva on Monday."}])
    assert not counted(read)
