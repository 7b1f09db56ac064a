"""What the words of a figure are."""

import pytest

import sijill


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Two girls and a soldier were killed in Sidon.", [("Two", "girls"), ("a", "soldier")]),
        ("Rockets killed three nurses and their driver.", [("three", "nurses")]),
        ("Rockets killed 12 soldiers and policemen.", [("12", "soldiers and policemen")]),
    ],
)
def test_a_number_counts_nobody_of_the_next_number(text: str, people: list[tuple[str, str]]) -> None:
    assert [(c.figure.worded, c.figure.victims) for c in sijill.read(text) if c.figure] == people
