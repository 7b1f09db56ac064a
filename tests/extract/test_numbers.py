"""Number phrases and what they stand for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.extract.numbers import count_of, phrase_at
from sijill.extract.stated_numbers import value_of


@pytest.mark.parametrize(
    ("worded", "low", "high", "comparator"),
    [
        ("at least 22", 22, None, "at_least"),
        ("more than 1,300", 1300, None, "more_than"),
        ("up to 40", 0, 40, "at_most"),
        ("fewer than 40", 0, 39, "less_than"),
        ("nearly 4,600", 4600, 4600, "nearly"),
        ("about 30", 30, 30, "about"),
        ("between 5 and 9", 5, 9, "range"),
        ("5-9", 5, 9, "range"),
        ("5 or 6", 5, 6, "range"),
        ("a dozen", 12, 12, "exact"),
        ("20+", 20, None, "at_least"),
        ("half a million", 500_000, 500_000, "exact"),
        ("2.5 million", 2_500_000, 2_500_000, "exact"),
        ("twenty-one", 21, 21, "exact"),
        ("no", 0, 0, "exact"),
        ("none", 0, 0, "exact"),
        ("nobody", 0, 0, "exact"),
        ("no one", 0, 0, "exact"),
        ("another", 1, 1, "exact"),
        ("a couple", 2, 2, "exact"),
        ("a pair", 2, 2, "exact"),
        ("a further 12", 12, 12, "exact"),
        ("a total of 15", 15, 15, "exact"),
        ("more than two dozen", 24, None, "more_than"),
        ("one and a half million", 1_500_000, 1_500_000, "exact"),
        ("2½ million", 2_500_000, 2_500_000, "exact"),
        ("some half million", 500_000, 500_000, "about"),
        ("a half-dozen", 6, 6, "exact"),
        ("two thousand five hundred", 2500, 2500, "exact"),
        ("a million and a half", 1_500_000, 1_500_000, "exact"),
        ("a couple of hundred", 200, 200, "exact"),
        ("three score", 60, 60, "exact"),
        ("1,2 million", 1_200_000, 1_200_000, "exact"),
        ("1.125 million", 1_125_000, 1_125_000, "exact"),
        ("1.2 lakh", 120_000, 120_000, "exact"),
        ("1,20,000", 120_000, 120_000, "exact"),
        ("two to three thousand", 2000, 3000, "range"),
        ("20 to 30 million", 20_000_000, 30_000_000, "range"),
        ("500 to one thousand", 500, 1000, "range"),
        (">200", 200, None, "more_than"),
        ("~200", 200, 200, "about"),
        ("c. 200", 200, 200, "about"),
        ("50-plus", 50, None, "at_least"),
        ("50 or more", 50, None, "at_least"),
        ("50 or fewer", 0, 50, "at_most"),
        ("a dozen or so", 12, 12, "about"),
        ("300 odd", 300, 300, "about"),
        ("more than an estimated 100", 100, None, "more_than"),
        ("an estimated at least 20", 20, None, "at_least"),
    ],
)
def test_a_stated_number_has_the_bounds_of_its_comparator(
    worded: str, low: int | None, high: int | None, comparator: str
) -> None:
    count = count_of(worded)
    assert (count.low, count.high, count.comparator) == (low, high, comparator)


@pytest.mark.parametrize(
    ("worded", "low"),
    [
        ("dozens", 24),
        ("scores", 40),
        ("several", 3),
        ("hundreds", 200),
        ("tens of thousands", 20_000),
        ("many", None),
        ("several thousand", 3000),
        ("a few dozen", 36),
        ("several dozens", 36),
        ("a handful", 3),
        ("numerous", None),
        ("hundreds of thousands", 200_000),
        ("a few hundred", 300),
        ("many hundreds", 200),
        ("a few million", 3_000_000),
        ("several hundred thousand", 300_000),
        ("tens of millions", 20_000_000),
        ("two-thirds", None),
        ("30 per cent", None),
    ],
)
def test_a_vague_word_has_a_low_from_the_table_and_is_open_above(worded: str, low: int | None) -> None:
    count = count_of(worded)
    assert (count.low, count.high, count.vague) == (low, None, worded)


@pytest.mark.parametrize("worded", ["dozens to 100", "several and 30", "hundreds-200", "scores or 50"])
def test_a_vague_word_joined_to_a_number_keeps_its_low(worded: str) -> None:
    assert count_of(worded).low == count_of(worded.split("-", maxsplit=1)[0].split(maxsplit=1)[0]).low


def test_words_that_hold_no_number_bound_nothing() -> None:
    assert count_of("residents").low is None


@pytest.mark.parametrize(
    ("text", "inside", "phrase"),
    [
        ("killing at least 22 civilians", "22", "at least 22"),
        ("killed 12 and wounded 30", "12", "12"),
        ("killed between 5 and 9 people", "5", "between 5 and 9"),
        ("pushing the death toll close to 4,600, according to", "4,600", "close to 4,600"),
        ("some two million people", "two", "some two million"),
        ("One and a half million fled", "half", "One and a half million"),
        ("two million three million four million", "three million", "three million"),
        ("killing dozens, if not hundreds, of people", "hundreds", "dozens, if not hundreds"),
        ("killing 20 (twenty) people", "twenty", "20 (twenty)"),
        ("killing 20 (13 of them children)", "20", "20"),
        ("killing 20 (13)", "20", "20"),
        ("a third man was killed", "a", "a"),
        ("a third of the men", "a", "a third"),
        ("killed one in two attacks", "one", "one"),
    ],
)
def test_a_phrase_takes_in_its_comparator_and_no_more(text: str, inside: str, phrase: str) -> None:
    at = text.index(inside)
    start, end = phrase_at(text, at, at + len(inside))
    assert text[start:end] == phrase


@given(st.integers(min_value=0, max_value=10**8))
def test_digits_with_and_without_commas_are_the_same_number(number: int) -> None:
    assert value_of(str(number)) == value_of(f"{number:,}") == number


@given(st.text(max_size=60))
def test_reading_a_number_phrase_never_fails_and_low_is_never_above_high(words: str) -> None:
    count = count_of(words)
    assert count.low is None or count.high is None or count.low <= count.high


@given(st.text(max_size=60), st.integers(0, 59), st.integers(1, 10))
def test_a_phrase_lies_in_its_text(text: str, start: int, size: int) -> None:
    start = min(start, max(len(text) - 1, 0))
    low, high = phrase_at(text, start, min(len(text), start + size))
    assert 0 <= low <= high <= max(len(text), start)
