"""Lines above lists."""

import pytest

from sijill.captions import caption_above, is_of_one_event, is_of_origins

LIST = "Dead by town:\n\n- Rafah: 6\n- Jabalia: 3\n"


def is_row(line: int) -> bool:
    return LIST[line : line + 1] == "-"


@pytest.mark.parametrize("row", ["- Rafah", "- Jabalia"])
def test_the_caption_stands_above_all_rows_and_blank_lines(row: str) -> None:
    assert caption_above(LIST, LIST.index(row), is_row) == "Dead by town:"


def test_a_list_at_the_top_has_no_caption() -> None:
    assert caption_above(LIST, 0, is_row) == ""


@pytest.mark.parametrize(
    ("caption", "common"),
    [
        ("The blast in Idlib killed 12 people:", "event"),
        ("Israeli strikes hit the strip. The dead by town:", ""),
        ("Pilgrims killed came from:", "event, origins"),
        ("Victims by nationality:", "event, origins"),
    ],
)
def test_a_caption_tells_what_its_rows_have_in_common(caption: str, common: str) -> None:
    told = {"event": is_of_one_event(caption), "origins": is_of_origins(caption)}
    assert ", ".join(name for name, holds in told.items() if holds) == common
