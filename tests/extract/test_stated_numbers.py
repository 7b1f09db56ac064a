"""Numbers in words, with their scales."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.extract.numbers import phrase_at
from sijill.extract.stated_numbers import NUMBER, value_of

SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
SMALL += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(number: int, joined: str = " and ") -> str:
    """Spell a number below a thousand millions out, as English does."""
    for scale, word in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            last = joined if rest < 100 else " "
            return f"{spelled(number // scale, joined)} {word}" + (f"{last}{spelled(rest, joined)}" if rest else "")
    if number < 20:
        return SMALL[number]
    return TENS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")


@given(st.integers(0, 10**9 - 1), st.sampled_from([" ", " and "]))
def test_a_number_spelled_out_is_the_number(number: int, joined: str) -> None:
    assert value_of(spelled(number, joined)) == number


@given(st.integers(1, 10**5 - 1), st.data())
def test_whichever_word_of_a_spelled_number_is_tagged_the_whole_is_read(number: int, data: st.DataObject) -> None:
    words = spelled(number)
    text = f"the shelling killed {words} people"
    at = text.index(words)
    start, end = data.draw(st.sampled_from([found.span() for found in re.finditer(r"\w+", words)]))
    assert text[slice(*phrase_at(text, at + start, at + end))] == words


@pytest.mark.parametrize("words", ["two and a half", "3.5", "1" * 5000, "three men", "of a", "several hundred", ""])
def test_what_is_no_whole_number_states_none(words: str) -> None:
    assert value_of(words) is None


@pytest.mark.parametrize("words", ["35th", "sixteenth", "handful", "nineties", "antenna"])
def test_a_number_is_a_word_of_its_own(words: str) -> None:
    assert re.match(NUMBER, words) is None
