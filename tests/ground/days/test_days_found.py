import re
import string
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.ground.days import bounds_of, days_of, find_times
from sijill.ground.days.single import RULES, STARTING, key_of
from sijill.ground.days.words import listed

VOCABULARY = """the a
in on since until by from between and to through or early late mid first third last next this
previous overnight yesterday today day week month year days months years hours ago earlier later before after
Monday Sundays March May 5 12 31 24 2011 2016 2011-08-10 29.02.2015 1980s weekend summer of start end half two several
few nearly Ramadan consecutive in a row then began conflict uprising , .
- \u2013 ' 0 99999 30/02/2016 9999 night that same for"""
WORDS = st.sampled_from(VOCABULARY.split())
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PHRASES = st.lists(WORDS, max_size=12).map(" ".join)
DATES = st.none() | st.dates()


def found(text: str) -> list[str]:
    return [span.of(text) for span in find_times(text)]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("He was shot on Saturday and Sunday, and again yesterday.", ["Saturday and Sunday", "yesterday"]),
        ("killed since the revolt began in March 2011, it said", ["since the revolt began in March 2011"]),
        ("from Monday to Wednesday", ["from Monday to Wednesday"]),
        ("Reports from Monday said so", ["Monday"]),
        ("killed by Friday's strike", ["Friday"]),
        ("in March 30 people died", ["March"]),
        ("On Thursday, a day after the raid", ["Thursday", "a day after"]),
        ("the Sunni tribes sat in the sun", []),
        ("Mr Ramadan told Russia Today", []),
        ("between 1,500 and 2,000 people", []),
        ("a barrage in the early hours of 7 June", ["the early hours of 7 June"]),
        ("prices on Fridays", []),
        ("no details on Wednesdays deadly blast", ["Wednesdays"]),
        ("Tuesdays attack killed six", ["Tuesdays"]),
        ("in 2015 or 2016, 500 died", ["2015 or 2016"]),
        ("since the March 2003 invasion", ["since the March 2003"]),
        ("12 MARCH 1989 (AFP) -- TODAY, TWO DIED", ["12 MARCH 1989", "TODAY"]),
    ],
)
def test_times_are_found_with_what_their_days_depend_on(text: str, spans: list[str]) -> None:
    assert found(text) == spans


def test_characters_that_grow_in_lower_case_do_not_shift_spans() -> None:
    assert found("\u0130stanbul, \u0130zmir on Tuesday") == ["Tuesday"]


@given(st.text() | PHRASES)
def test_any_text_is_read_with_spans_in_order_within_it(text: str) -> None:
    ends = [0]
    for span in find_times(text):
        assert ends[-1] <= span.start < span.end <= len(text)
        ends.append(span.end)
    bounds_of(text)


@given(st.text(string.printable) | PHRASES, DATES, DATES, st.sampled_from(["past", "future"]))
def test_any_words_give_days_in_order(text: str, published: date | None, anchor: date | None, tense: str) -> None:
    days = days_of(text, published=published, anchor=anchor, tense=tense)
    assert days.worded == text
    assert days.first is None or days.last is None or days.first <= days.last


@given(PHRASES)
def test_a_found_time_is_read_again_from_its_own_words(text: str) -> None:
    for span in find_times(text):
        assert days_of(span.of(text), published=date(2016, 8, 10)).rule != "no time read"


@given(st.dates(date(1900, 1, 1), date(2090, 1, 1)), st.integers(0, 6))
def test_a_bare_weekday_lies_in_the_seven_days_to_publication(published: date, weekday: int) -> None:
    first = days_of(NAMES[weekday], published=published).first
    assert first is not None
    assert first.weekday() == weekday
    assert published - timedelta(6) <= first <= published


@given(PHRASES)
def test_a_rule_that_matches_is_tried_at_its_first_word(text: str) -> None:
    lower = text.lower()
    for word in re.finditer(r"\w+", lower):
        tried = STARTING.get(key_of(lower, word.start()), ())
        matching = [rule for rule in RULES if rule.regex.match(lower, word.start())]
        assert all(any(rule is each for each in tried) for rule in matching)


@pytest.mark.parametrize("name", ["events", "begins", "counted"])
def test_the_word_lists_hold_lower_case_single_words(name: str) -> None:
    assert listed(name)
    assert all(word.islower() and word.isalpha() for word in listed(name))
