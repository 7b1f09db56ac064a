"""Which time dates which claim."""

from datetime import date

import pytest
import spacy
from spacy.tokens import Doc

import sijill
from sijill.ground.narrative import Calendar

REPORT = date(2016, 7, 12)


RETURNED = """
Five NUM 1 nummod
died VERB 1 ROOT
and CCONJ 5 cc
a DET 4 det
body NOUN 5 nsubj
came VERB 1 conj
home ADV 5 advmod
yesterday NOUN 5 obl
"""


@pytest.mark.parametrize(("time", "dated"), [("yesterday", "yesterday"), ("five days after arrest", None)])
def test_a_time_that_another_clause_completes_dates_that_clause_alone(time: str, dated: str | None) -> None:
    rows = [row.split() for row in RETURNED.strip().splitlines()[:-1]]
    rows += [[word, "NOUN", "5", "obl"] for word in time.split()]
    words, pos, heads, deps = zip(*rows, strict=True)
    doc = Doc(spacy.blank("en").vocab, list(words), pos=list(pos), heads=[int(h) for h in heads], deps=list(deps))
    calendar = Calendar(doc, REPORT, None, 0)
    found = calendar.own(0, 4)
    assert (found and found.span.of(doc.text)) == dated
    assert calendar.own(doc[5].idx, doc[5].idx + 4) is not None


FORCED = """
Shells NOUN 1 nsubj
forced VERB 1 ROOT
the DET 3 det
army NOUN 1 obj
to PART 5 mark
withdraw VERB 1 xcomp
Friday PROPN 5 obl
"""
TO_COME = """
Talks NOUN 2 nsubj
will AUX 2 aux
begin VERB 2 ROOT
on ADP 4 case
Friday PROPN 2 obl
Shells NOUN 6 nsubj
fell VERB 6 ROOT
"""
"""Tuesday 12 July 2016 is the report's day."""


def calendar_of(parsed: str) -> tuple[Calendar, Doc]:
    words, pos, heads, deps = zip(*(row.split() for row in parsed.strip().splitlines()), strict=True)
    doc = Doc(spacy.blank("en").vocab, list(words), pos=list(pos), heads=[int(h) for h in heads], deps=list(deps))
    return Calendar(doc, REPORT, None, 0), doc


@pytest.mark.parametrize(("parsed", "word", "day"), [(FORCED, "withdraw", 8), (TO_COME, "begin", 15)])
def test_what_is_said_to_have_happened_is_not_dated_after_the_report(parsed: str, word: str, day: int) -> None:
    calendar, doc = calendar_of(parsed)
    char = next(token.idx for token in doc if token.text == word)
    time = calendar.own(char, char + len(word))
    assert time is not None
    assert time.days.first == date(2016, 7, 15)
    assert calendar.happened(time, char).days.first == date(2016, 7, day)


def test_a_time_after_the_report_dates_nothing_further_down() -> None:
    calendar, doc = calendar_of(TO_COME)
    assert calendar.before(doc[6].idx, 3) is None


def test_a_time_before_the_report_dates_what_follows() -> None:
    calendar, doc = calendar_of(TO_COME.replace("will AUX 2 aux", "had AUX 2 aux"))
    above = calendar.before(doc[6].idx, 3)
    assert above is not None
    assert above.days.first == date(2016, 7, 8)


BACKGROUND = TO_COME.replace("will AUX 2 aux", "had AUX 2 aux").replace(
    "on ADP 4 case\nFriday", "last ADJ 4 amod\nyear"
)


def test_a_stretch_dates_nothing_further_down() -> None:
    calendar, doc = calendar_of(BACKGROUND)
    assert calendar.before(doc[6].idx, 3) is None


def test_what_began_long_ago_goes_on_in_no_later_sentence() -> None:
    calendar, doc = calendar_of(BACKGROUND.replace("last ADJ", "since ADP").replace("year PROPN", "March PROPN"))
    assert calendar.before(doc[6].idx, 3) is None


@pytest.mark.parametrize(
    ("text", "worded"),
    [
        ("The UN said 500 people died last year. Police detained 40 Palestinians in the West Bank.", "40"),
        ("A month ago a truce was signed. Shelling has killed 12 people across Donetsk region.", "12"),
    ],
)
def test_a_figure_below_a_stretch_is_of_the_reports_day(text: str, worded: str) -> None:
    claim = next(c for c in sijill.read(text, published=REPORT) if c.figure and c.figure.worded == worded)
    assert (claim.days.first, claim.days.last) == (REPORT, REPORT)


CONDEMNED = """
Paris PROPN 1 nsubj
condemned VERB 1 ROOT
the DET 3 det
raid NOUN 1 obj
"""


@pytest.mark.parametrize(
    ("parsed", "word", "is_news"),
    [
        (CONDEMNED, "condemned", True),
        (CONDEMNED.replace("Paris PROPN 1 nsubj", "has AUX 1 aux"), "condemned", False),
        (CONDEMNED.replace("Paris PROPN 1 nsubj", "was AUX 1 aux:pass"), "condemned", True),
        (CONDEMNED.replace("Paris PROPN 1 nsubj", "is AUX 1 aux:pass"), "condemned", False),
        (CONDEMNED, "raid", False),
    ],
)
def test_what_is_told_in_the_plain_past_is_news(parsed: str, word: str, is_news: bool) -> None:  # noqa: FBT001 -- a case
    calendar, doc = calendar_of(parsed)
    at = doc.text.index(word)
    assert calendar.is_news(at, at + len(word)) == is_news


@pytest.mark.parametrize(
    ("credit", "shown", "is_file_picture"),
    [
        ("June 2 (Reuters)", "A house near the bridge", True),
        ("July 11 (AFP)", "A house near the bridge", False),
        ("June 2 (a Thursday)", "A house near the bridge", False),
    ],
)
def test_the_day_of_a_file_picture_dates_its_caption_alone(credit: str, shown: str, is_file_picture: bool) -> None:  # noqa: FBT001 -- a case
    doc = spacy.blank("en")(f"{shown} {credit} . Two men were killed .")
    for token in doc:
        token.is_sent_start = token.i == 0 or doc[token.i - 1].text == "."
    calendar = Calendar(doc, REPORT, None, 0)
    at = doc.text.index(credit.split(" (", maxsplit=1)[0])
    time = calendar.at(at, at + 4)
    assert time is not None
    assert calendar.shows_a_file_picture(time, doc.text.index("killed")) == is_file_picture
    assert not calendar.shows_a_file_picture(time, 0)


KILLED = """
The DET 1 det
raids NOUN 2 nsubj
killed VERB 2 ROOT
six NUM 4 nummod
people NOUN 2 obj
this DET 6 det
week NOUN 2 obl
"""


@pytest.mark.parametrize(
    ("parsed", "word", "worded"),
    [
        (KILLED, "killed", "this week"),
        (KILLED, "six", "this week"),
        (KILLED, "raids", None),
        (KILLED.replace("this DET", "last ADJ"), "killed", None),
        (KILLED.replace("week NOUN 2 obl", "week NOUN 1 nmod"), "six", "this week"),
        (KILLED.replace("six NUM 4 nummod", "said VERB 2 ccomp"), "said", None),
    ],
)
def test_what_is_told_from_the_reports_day_stands_with_its_verb(parsed: str, word: str, worded: str | None) -> None:
    calendar, doc = calendar_of(parsed)
    at = doc.text.index(word)
    found = calendar.told_from_now(at, at + len(word))
    assert (found and found.span.of(doc.text)) == worded


STRIKE = """
They PRON 1 nsubj
called VERB 1 ROOT
for ADP 3 case
strikes NOUN 1 obl
on ADP 5 case
Friday PROPN 3 nmod
"""


@pytest.mark.parametrize(
    ("weekday", "day"),
    [("Friday", date(2016, 7, 15)), ("Monday", date(2016, 7, 11)), ("Saturday", date(2016, 7, 9))],
)
def test_what_is_planned_for_a_weekday_is_on_the_nearer_one(weekday: str, day: date) -> None:
    calendar, doc = calendar_of(STRIKE.replace("Friday", weekday))
    char = doc.text.index("strikes")
    time = calendar.own(char, char + 7)
    assert time is not None
    assert calendar.to_come(time, char).days.first == day


def figure_days(text: str, published: date = REPORT) -> tuple[date | None, date | None]:
    claim = next(c for c in sijill.read(text, published=published) if c.figure)
    return claim.days.first, claim.days.last


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The United Nations said on Friday the war has killed 5,000 people.", (None, date(2016, 7, 8))),
        (
            "The Committee said on Friday that 25 people have been detained since February.",
            (date(2016, 2, 1), date(2016, 7, 8)),
        ),
        ("The Committee said 25 people have been detained since February.", (date(2016, 2, 1), REPORT)),
        ("The army said on Friday that shells killed four people on Thursday.", (date(2016, 7, 7), date(2016, 7, 7))),
    ],
)
def test_what_goes_on_goes_up_to_the_day_on_which_it_was_said(text: str, days: tuple[date | None, date | None]) -> None:
    assert figure_days(text) == days


def test_the_dateline_is_the_day_of_what_no_other_time_dates() -> None:
    text = "8 July 2016\n\nShells killed four people in Douma."
    assert figure_days(text, date(2016, 7, 4)) == (date(2016, 7, 8), date(2016, 7, 8))


@pytest.mark.parametrize(
    ("text", "happening", "days"),
    [
        ("A senator said the figure was closer to 60 and urged an inquiry.", "demand", (REPORT, REPORT)),
        ("Amnesty said the army must stop and demanded an inquiry.", "demand", (REPORT, REPORT)),
    ],
)
def test_words_said_below_a_day_are_of_the_reports_day(
    text: str, happening: str, days: tuple[date | None, date | None]
) -> None:
    claims = sijill.read(f"At least 37 people were killed across the country on Sunday. {text}", published=REPORT)
    assert days in {(c.days.first, c.days.last) for c in claims if c.happening == happening}


def test_what_is_told_below_a_day_long_past_is_of_some_day_up_to_the_report() -> None:
    text = "Syrian forces freed Palmyra on March 27. Sappers helped to demine monuments of the city."
    claim = sijill.read(text, published=REPORT)[-1]
    assert (claim.days.first, claim.days.last) == (None, REPORT)


LONG_PAST = TO_COME.replace("will AUX 2 aux", "had AUX 2 aux").replace("Friday PROPN", "March PROPN")


def test_a_time_of_more_than_a_week_before_the_report_is_long_past() -> None:
    for parsed, is_long_past in ((LONG_PAST, True), (TO_COME.replace("will AUX 2 aux", "had AUX 2 aux"), False)):
        calendar, doc = calendar_of(parsed)
        time = calendar.own(doc[2].idx, doc[2].idx + 1)
        assert time is not None
        assert calendar.is_long_past(time) is is_long_past


def test_words_about_a_deed_were_said_between_it_and_the_report() -> None:
    text = "On Sunday nine people were killed in Hawija. Amnesty said the army must stop the shelling."
    claim = next(c for c in sijill.read(text, published=REPORT) if c.happening == "demand" and not c.figure)
    assert (claim.days.first, claim.days.last) == (date(2016, 7, 10), REPORT)


def test_words_with_a_day_of_their_own_are_of_that_day() -> None:
    text = "On Saturday the rebels threatened to shell the port after an attack on Thursday that killed nine people."
    claim = next(c for c in sijill.read(text, published=REPORT) if c.happening == "threaten" and not c.figure)
    assert (claim.days.first, claim.days.last) == (date(2016, 7, 9), date(2016, 7, 9))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The Taliban on Friday accused the army of killing six farmers. The army denied the charge.", 8),
        ("Soldiers killed six farmers near Farah on Friday. The army denied the charge.", 12),
        ("Nine men were killed in an ambush in June. Senegal blamed rebels. The rebels denied any role.", 12),
    ],
)
def test_a_denial_is_of_the_day_of_the_words_that_it_answers(text: str, day: int) -> None:
    claim = next(c for c in sijill.read(text, published=REPORT) if c.happening == "deny" and not c.figure)
    assert (claim.days.first, claim.days.last) == (date(2016, 7, day), date(2016, 7, day))


def test_what_is_demanded_of_a_day_to_come_is_of_that_day() -> None:
    claims = sijill.read("The opposition demanded that troops withdraw on 6 April 2017.", published=date(2017, 4, 5))
    assert {(c.days.first, c.days.last) for c in claims if c.days.known} <= {
        (date(2017, 4, 6), date(2017, 4, 6)), (date(2017, 4, 5), date(2017, 4, 5))
    }  # fmt: skip
    assert claims
