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
    ("caption", "one", "origins"),
    [
        ("The blast in Idlib killed 12 people:", True, False),
        ("Israeli strikes hit the strip. The dead by town:", False, False),
        ("Pilgrims killed came from:", True, True),
        ("Victims by nationality:", True, True),
    ],
)
def test_a_caption_tells_what_its_rows_have_in_common(caption: str, one: bool, origins: bool) -> None:  # noqa: FBT001
    assert is_of_one_event(caption) is one
    assert is_of_origins(caption) is origins
