from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.dateline import clock_end, find_dateline, parse_day

DAY = date(2016, 8, 10)


@pytest.mark.parametrize(
    "text",
    [
        "Wednesday 10 Aug 2016 Rebel fire in Syrias Aleppo kills 14 State media AFP A barrage of rocket fire",
        "Wed 10 Aug 2016 at 0914 Homs governor says U.S. attack caused deaths",
        "Rebel fire kills 14 State media AFP Wednesday 10 Aug 2016 A barrage of rocket fire killed",
        "Date of publication 10 August 2016 Ten Russian raids hit the city",
        "Published August 10 2016 A motorcycle bomber killed at least 16 civilians",
        "Last updated at Aug 102016 BEIRUT A Daesh counterattack",
        "10.08.2016(updated 1329 10.08.2016) Get short URL 0 154 The Syrian Arab Air Force",
        "August 10 2016 2037 UTC+3 A representative told SANA",
        "- Associated Press - Wednesday, August 10, 2016\n\nBEIRUT — Soldiers",
        "KABUL, Afghanistan (Aug. 10, 2016) \u2013 Afghan forces",
        "ISAF Joint Command\nDownload PDF   KABUL, Afghanistan (Aug. 10, 2016)\nAfghan forces",
        "LONDON | Wed Aug 10, 2016 10:58 am EDT LONDON (Reuters) - As defectors",
        "Sparks fly in Washington, but doubts remain Wednesday 10 August 2016 02.15 BST Editorial",
        "Upheaval in Egypt Aired August 10, 2016 - 16:00:00 ET THIS IS A RUSH TRANSCRIPT.",
        "2016-08-10 Four people were killed",
        "KYIV, August 10, 2016 - Shelling killed three people",
        "Forces strike\n\nNAY PYI TAW, 10 August 2016 (Global Light of the Republic) -- Security forces struck",
        "Port-au-Prince, Haiti, 10 August 2016 - The agency condemns",
        "Rights Watch - Daily Bulletin, 10 August 2016\n\nViolations documented on 9 August 2016:",
        "Four killed in Idlib\n10 August 2016\nFour people were killed",
    ],
)
def test_a_stamp_is_found(text: str) -> None:
    words = find_dateline(text)
    assert words is not None
    assert words.day() == DAY
    assert words.span.of(text) == words.worded


@pytest.mark.parametrize(
    "text",
    [
        "Four people were killed on August 10, 2016 in the town.",
        "The attack of 10 August 2016 killed four people.",
        "In August 2016 four people were killed.",
        "March 15, 2011, the day when the revolt began, is remembered.",
        "Since Wednesday, 10 August 2016, four people were killed.",
        "Resolution 2118 was adopted in Geneva (27 September 2013).",
        "May 2 was a bloody day.",
        "In Homs, 10 August 2016 - the day after the truce - is remembered.",
        "Report on the attack in Homs, 10 August 2016\n\nFour people were killed",
        "",
    ],
)
def test_a_day_in_a_sentence_is_no_stamp(text: str) -> None:
    assert find_dateline(text) is None


def test_days_that_head_the_items_of_a_bulletin_are_no_stamps() -> None:
    items = "Monday 6 June: A mine killed three.\n\nWednesday 8 June: Two were wounded."
    assert find_dateline(items) is None
    assert find_dateline(items.split("\n", maxsplit=1)[0]) is not None


def test_a_day_that_follows_the_headline_is_a_stamp() -> None:
    text = "Strike kills 15 10 Aug 2016 An air strike killed 15 civilians"
    assert find_dateline(text) is None
    assert find_dateline(text, title_end=15) is not None


def test_a_weekday_decides_between_two_readings() -> None:
    words = parse_day("Wed 10/08/2016")
    assert words is not None
    assert words.day() == DAY


def test_no_reading_is_chosen_without_a_reason() -> None:
    words = parse_day("10/08/2016")
    assert words is not None
    assert (words.readings, words.day()) == ((DAY, date(2016, 10, 8)), None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("10/08/2016 Shelling killed four. A blast of 28/07/2016 killed nine.", DAY),
        ("10/08/2016 Shelling killed four. A blast of 09/28/2016 killed nine.", date(2016, 10, 8)),
        ("10/08/2016 Shelling killed four. A blast of 28.07.2016 killed nine.", None),
        ("10/08/2016 Shelling killed four. A blast of 28/07/2016 killed nine, one of 09/28/2016 two.", None),
    ],
)
def test_other_dates_of_the_report_tell_which_figure_is_the_month(text: str, day: date | None) -> None:
    words = find_dateline(text)
    assert words is not None
    assert words.day() == day


@pytest.mark.parametrize(
    ("words", "near", "day"),
    [
        ("10/08/2016", date(2016, 8, 12), DAY),
        ("08/10/2016", date(2016, 8, 12), DAY),
        ("10/08/2016", date(2016, 2, 1), None),
        ("10-08-2016", None, DAY),
        ("08-10-2016", date(2016, 8, 12), DAY),
        ("10-08-2016", date(2016, 2, 1), DAY),
        ("10-08-2016", date(2016, 10, 20), None),
        ("10-08-2016", date(2016, 9, 1), DAY),
        ("6-09-2016", date(2016, 9, 16), None),
        ("Fri 10-08-2016", None, None),
    ],
)
def test_the_likelier_reading_is_that_near_the_known_day_or_the_customary(
    words: str, near: date | None, day: date | None
) -> None:
    found = parse_day(words)
    assert found is not None
    assert found.likely(near) == day


def test_what_custom_alone_tells_settles_nothing() -> None:
    words = parse_day("10-08-2016")
    assert words is not None
    assert words.day() is None


def test_a_leap_day_without_a_year_waits_for_one() -> None:
    words = parse_day("Feb. 29")
    assert words is not None
    assert (words.day(date(2012, 3, 1)), words.day(date(2011, 3, 1))) == (date(2012, 2, 29), None)


def test_the_time_of_day_belongs_to_the_stamp() -> None:
    assert clock_end("10 Aug 2016 14:28 54 Killed", 11) == len("10 Aug 2016 14:28 ")
    assert clock_end("7 November 2016 1300 people", 15) == 15


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_iso_day_is_read_as_itself(day: date) -> None:
    words = parse_day(day.isoformat())
    assert words is not None
    assert words.day() == day


@given(st.text())
def test_no_text_raises(text: str) -> None:
    words = find_dateline(text)
    assert words is None or words.span.of(text) == words.worded
