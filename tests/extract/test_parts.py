"""Parts of the figure before, read whole."""

import pytest

import sijill


def figures(text: str) -> list[tuple[str, str, bool]]:
    """Return each figure's number, its measure, and whether it is a part of another."""
    found = [claim.figure for claim in sijill.read(text) if claim.figure]
    return [(f.worded, f.measure, f.part_of is not None) for f in found]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The camp clinic said 23 bodies had been taken there, 11 of them women.", ("11", "killed", True)),
        ("Doctors said they had treated 61 wounded people, including 14 children.", ("14", "injured", True)),
        (
            "Doctors Without Borders said its team had treated 61 people, including 14 children, since Saturday.",
            ("14", "injured", True),
        ),
        ("Shelling killed 30 people, among them nine women.", ("nine", "killed", True)),
        ("The dead by town:\n- Rafah: 6 killed (2 children, 1 woman), 14 injured", ("2", "killed", True)),
        ("The dead by town:\n- Rafah: 6 killed (2 children, 1 woman), 14 injured", ("1", "killed", True)),
        ("The dead by town:\n- Rafah: 6 killed (2 children, 1 woman), 14 injured", ("14", "injured", False)),
    ],
)
def test_a_part_counts_what_its_whole_counts(text: str, part: tuple[str, str, bool]) -> None:
    assert part in figures(text)


@pytest.mark.parametrize(
    "text",
    [
        "20 dead (14 according to the army, 20 according to the opposition) in Hama clashes.",
        "12 killed (excluding the bomber, 3 accomplices) in Quetta.",
    ],
)
def test_numbers_in_brackets_that_others_give_or_that_are_left_out_are_no_parts(text: str) -> None:
    assert not any(part for _, _, part in figures(text))


def test_words_of_its_own_say_what_became_of_a_part() -> None:
    assert [one[1] for one in figures("Thirty people were wounded; two of them later died.")] == ["injured", "killed"]


def test_who_comes_after_and_is_no_part() -> None:
    text = "The bomb killed three people including a woman and wounded five others."
    assert ("five", "injured", False) in figures(text)


def test_a_number_that_is_the_whole_again_is_no_part() -> None:
    text = "Eleven terrorists eliminated.\n\nThe army fought terrorists near Homs, killing 11 of them, a source said."
    assert [part for _, _, part in figures(text)] == [False, False]


def test_who_were_among_the_dead_are_a_part_of_them_two_sentences_below() -> None:
    text = (
        "At least 14 people were killed and 31 wounded when shells hit a market in Bentiu, the minister said. "
        "Gatluak Nyang told reporters that four children were among the dead."
    )
    assert ("four", "killed", True) in figures(text)
    assert ("31", "injured", False) in figures(text)
