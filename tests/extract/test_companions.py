"""People told of only by whose they are, in texts read by the model that ships."""

import pytest

import sijill


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("A man and his brother were killed in a strike in Khan Younis, medics said.", [2]),
        ("A bomb killed a policeman, his wife and their daughter in Herat on Sunday.", [3]),
        ("Shelling killed a man and his brother was wounded.", [1]),
        ("A man, woman and child died in shelling of Homs, activists said.", [3]),
        ("A woman and child were killed in shelling of Homs, activists said.", [2]),
        ("A doctor and nurse were killed by a shell in Homs, activists said.", [2]),
        ("A woman and her two children were killed in Homs.", [1, 2]),
        ("Gunmen killed two policemen and their driver in Quetta on Monday.", [2]),
        ("An air strike killed a couple and their nine-month-old baby in Saada on Monday.", [3]),
    ],
)
def test_whose_people_are_counted_with_one_person_alone(text: str, values: list[int]) -> None:
    assert [c.figure.count.value for c in sijill.read(text, published="2016-08-10") if c.figure] == values


def test_the_days_of_a_period_are_no_dead() -> None:
    text = "Period covered: 7 to 13 March 2016. Eight people were killed in Mafa on 8 March."
    assert [c.figure.count.value for c in sijill.read(text) if c.figure] == [8]


@pytest.mark.parametrize("lived", ["A boy of six was unharmed.", "A 10-year-old boy survived."])
def test_one_who_was_unhurt_is_nobody_harmed(lived: str) -> None:
    text = f"Gunmen killed nine people on a bus near Jos on Monday. {lived}"
    assert [c.figure.count.value for c in sijill.read(text) if c.figure] == [9]
