import io
import json
from datetime import UTC, date, datetime

import pytest

from sijill.acquire import Options, acquire, day_of
from sijill.errors import UsageError
from sijill.model import Report

BODY = "Four people were killed in the shelling of the town, residents said."


def report(text: str, field: object = None, name: str = "a", **options: object) -> Report:
    line = json.dumps({"id": name, "text": text, "published": field}).encode()
    (found,) = acquire(["-"], options=Options(stdin=io.BytesIO(line), **options))  # type: ignore[arg-type]
    assert isinstance(found, Report)
    return found


def test_the_day_given_by_the_user_comes_first_and_what_the_text_says_is_recorded() -> None:
    found = report(f"Wed 10 Aug 2016 {BODY}", "2016-08-11", published=date(2016, 8, 9))
    assert (found.published, found.published_by) == (date(2016, 8, 9), "given")
    assert found.disagreements == (
        "the day given is 2016-08-09, the dateline 2016-08-10 (1 day later)",
        "the day given is 2016-08-09, the published field 2016-08-11 (2 days later)",
    )


def test_the_texts_own_dateline_comes_before_the_field() -> None:
    found = report(f"- Associated Press - Tuesday, June 7, 2011\n\n{BODY}", "2011-06-08")
    assert (found.published, found.published_by) == (date(2011, 6, 7), "dateline")
    assert found.disagreements == ("the dateline says 2011-06-07, the published field 2011-06-08 (1 day later)",)


def test_nothing_is_said_where_all_agree() -> None:
    assert report(f"Wed 10 Aug 2016 {BODY}", "2016-08-10").disagreements == ()


@pytest.mark.parametrize(
    "words",
    [
        "2016-08-10",
        "2016-08-10T23:59:00-05:00",
        "2016-08-10T12:00:00Z",
        "Wed, 10 Aug 2016 12:00:00 +0000",
        "20160810",
        "August 10, 2016",
        "10.08.2016",
        "10 August 2016",
        "Wed 10/08/2016",
    ],
)
def test_the_field_may_be_written_in_many_ways(words: str) -> None:
    found = report(BODY, words)
    assert (found.published, found.published_by) == (date(2016, 8, 10), "field")


def test_a_field_with_two_readings_is_noted_and_not_guessed() -> None:
    found = report(BODY, "10/08/2016")
    assert (found.published, found.published_by) == (None, "unknown")
    assert found.notes == ("the published field could be more than one day: '10/08/2016'",)


def test_another_day_that_is_known_settles_two_readings() -> None:
    found = report(f"Wed 10 Aug 2016 {BODY}", "10/08/2016")
    assert (found.published, found.disagreements, found.notes) == (date(2016, 8, 10), (), ())


@pytest.mark.parametrize("words", ["2016-13-45", "soon", 12, "31 February 2016"])
def test_a_field_that_is_no_day_is_noted(words: object) -> None:
    found = report(BODY, words)
    assert found.published is None
    assert any("is not a day" in note for note in found.notes)


def test_a_day_in_the_future_is_not_used() -> None:
    found = report(BODY, "2099-01-01")
    assert (found.published, found.published_by) == (None, "unknown")
    assert "lies in the future" in found.notes[0]


def test_a_dateline_without_a_year_takes_it_from_the_field() -> None:
    found = report(f"ATHENS, March 11 (Reuters) - {BODY}", "2011-03-12")
    assert (found.published, found.published_by) == (date(2011, 3, 11), "dateline")


def test_a_dateline_without_a_year_takes_it_from_the_number_of_the_press_release() -> None:
    found = report(f"2010-01-S-003\nFor Immediate Release\n\nKABUL, Afghanistan (Dec. 31)\n{BODY}")
    assert found.published == date(2009, 12, 31)


def test_a_dateline_without_a_year_is_left_open_where_nothing_gives_it() -> None:
    found = report(f"KABUL, Afghanistan (Jan. 14)\n{BODY}")
    assert found.published is None
    assert found.notes == ("the dateline leaves the year out: 'Jan. 14'",)


@pytest.mark.parametrize("given", ["2011-06-07", date(2011, 6, 7), datetime(2011, 6, 7, 23, 30, tzinfo=UTC)])
def test_a_day_is_given_as_a_date_a_moment_or_in_writing(given: date | str) -> None:
    assert day_of(given) == date(2011, 6, 7)


@pytest.mark.parametrize("given", ["7 June 2011", "2011-06-31", "", 20110607])
def test_what_is_no_day_is_named_with_how_to_write_one(given: str) -> None:
    with pytest.raises(UsageError, match=r"the publication day .* is not a day: give a date, or .* '2011-06-07'"):
        day_of(given)


@pytest.mark.parametrize("name", ["2016-03-14", "2016-03-14_market_wire", "2016-03-14 a strike", "2016-03-14T1200"])
def test_a_name_that_begins_with_a_day_gives_it_where_nothing_else_does(name: str) -> None:
    found = report(BODY, name=name)
    assert (found.published, found.published_by, found.notes) == (date(2016, 3, 14), "inferred", ())


@pytest.mark.parametrize(
    "name",
    [
        "14-03-2016_wire",
        "wire-2016-03-14",
        "2016-03-145",
        "2016-13-45_wire",
        "3016-03-14",
        "2016-03-14_2016-03-20_weekly",
    ],
)
def test_other_names_give_no_day(name: str) -> None:
    assert (report(BODY, name=name).published, report(BODY, name=name).published_by) == (None, "unknown")


def test_the_name_gives_the_year_that_a_dateline_leaves_out() -> None:
    found = report(f"TAMAR, March 15 (Levant Wire) - {BODY}", name="2016-03-16_wire")
    assert (found.published, found.published_by) == (date(2016, 3, 15), "dateline")
    assert (found.disagreements, found.notes) == ((), ())


def test_a_dateline_that_does_not_fit_the_name_stays_undecided() -> None:
    found = report(f"TAMAR, March 15 (Levant Wire) - {BODY}", name="2016-09-16_wire")
    assert (found.published, found.published_by) == (None, "unknown")
    assert found.notes == ("the dateline leaves the year out: 'March 15'",)


def test_any_other_day_comes_before_that_of_the_name() -> None:
    found = report(BODY, "2016-03-10", name="2016-03-14_wire")
    assert (found.published, found.published_by, found.disagreements) == (date(2016, 3, 10), "field", ())


def test_a_day_of_the_name_that_lies_in_the_future_is_not_used() -> None:
    found = report(BODY, name="2098-03-14_wire")
    assert found.published is None
    assert found.notes == ("the report's name says 2098-03-14, which lies in the future: not used",)


def test_a_name_gives_no_day_to_a_text_that_speaks_of_a_later_year() -> None:
    assert report(f"{BODY} Most of the dead were found in March 2015.", name="2014-08-03 massacre").published is None
