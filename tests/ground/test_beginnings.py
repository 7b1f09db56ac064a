"""Times of what began: told of within a "since" clause, or going on to the report."""

from datetime import date

import pytest
import spacy

import sijill
from sijill.ground.narrative import Calendar, Dated

REPORT = date(2021, 1, 21)
"""A Thursday."""


def dated(text: str, worded: str, word: str) -> Dated:
    """Return the time `worded` of a text as it dates a word of it."""
    doc = spacy.blank("en")(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    calendar = Calendar(doc, REPORT, None, 0)
    at = text.index(worded)
    time = calendar.at(at, at + len(worded))
    assert time is not None
    return calendar.settled(time, text.index(word), text.index(word) + len(word))


WAR = "Some 900 people have died since the war began in March 2019 with marches that troops put down."
HARVEST = "The valley has been at war since 2019 when officers seized the palace."


@pytest.mark.parametrize(
    ("text", "worded", "word", "first", "last"),
    [
        (WAR, "March 2019", "war began", date(2019, 3, 1), date(2019, 3, 31)),
        (WAR, "March 2019", "marches", date(2019, 3, 1), date(2019, 3, 31)),
        (WAR, "March 2019", "put down", date(2019, 3, 1), date(2019, 3, 31)),
        (WAR, "March 2019", "died", date(2019, 3, 1), REPORT),
        (HARVEST, "2019", "seized", date(2019, 1, 1), date(2019, 12, 31)),
        (HARVEST, "2019", "at war", date(2019, 1, 1), REPORT),
        ("The town has been shelled since 2019 with raids every week.", "2019", "raids", date(2019, 1, 1), REPORT),
        ("Since Monday, when talks failed, 14 have died.", "Monday", "died", date(2021, 1, 18), REPORT),
    ],
)
def test_what_a_since_clause_tells_of_happened_then(text: str, worded: str, word: str, first: date, last: date) -> None:
    found = dated(text, worded, word).days
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize(
    ("text", "word", "last"),
    [
        ("Rebels pressed an offensive that began on Monday.", "offensive", REPORT),
        ("Doctors counted 45 dead in fighting which broke out on Monday.", "45", REPORT),
        ("At least 16 fighters died in the assault launched early Monday.", "16", REPORT),
        ("The offensive that began on Monday has cost 40 lives.", "40", REPORT),
        ("The offensive that began on Monday cost 40 lives on one day.", "40", date(2021, 1, 18)),
        ("Fighting broke out on Monday.", "Fighting", date(2021, 1, 18)),
        ("Rebels launched an offensive on Monday.", "offensive", date(2021, 1, 18)),
        ("The attack that began on Monday was over by noon.", "attack", date(2021, 1, 18)),
        ("A mine killed 3, days before the campaign that began on Monday.", "3", date(2021, 1, 18)),
    ],
)
def test_what_began_goes_on_to_the_report_where_a_clause_of_its_own_says_so(text: str, word: str, last: date) -> None:
    found = dated(text, "Monday", word).days
    assert (found.first, found.last) == (date(2021, 1, 18), last)


@pytest.mark.parametrize(
    ("text", "worded", "word", "day"),
    [
        ("Two boys were found on Tuesday, three days after gunmen took them.", "Tuesday", "took", 16),
        ("A shell fell on Tuesday just hours after a raid killed 9.", "Tuesday", "9", 19),
        ("Two boys were found on Tuesday, three days after gunmen took them.", "Tuesday", "found", 19),
        ("Three days after the raid, on Tuesday, a shell fell.", "Tuesday", "shell", 19),
    ],
)
def test_what_completes_a_time_is_counted_from_its_sentences_day(text: str, worded: str, word: str, day: int) -> None:
    found = dated(text, worded, word).days
    assert (found.first, found.last) == (date(2021, 1, day), date(2021, 1, day))


def test_what_another_sentence_dates_by_a_beginning_goes_on_too() -> None:
    doc = spacy.blank("en")("At least 45 died in Tell. They fell in fighting that began on Monday.")
    for token in doc:
        token.is_sent_start = token.i == 0 or doc[token.i - 1].text == "."
    calendar = Calendar(doc, REPORT, None, 0)
    time = calendar.at(doc.text.index("Monday"), len(doc.text) - 1)
    assert time is not None
    at = doc.text.index("45")
    assert calendar.settled(time, at, at + 2).days.last == REPORT


def test_what_a_since_clause_tells_of_keeps_its_days_where_the_reader_takes_them_for_a_beginning() -> None:
    text = "More than 3,000 people have died in the unrest since protests broke out in March, a monitor said."
    protests = next(c for c in sijill.read(text, published=REPORT) if c.anchor.quote.startswith("protests"))
    assert (protests.days.first, protests.days.last) == (date(2020, 3, 1), date(2020, 3, 31))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Fighting in May displaced 20,000 people in Wau.", date(2016, 5, 1), date(2016, 5, 31)),
        ("Riots in 2002 left more than 1,000 dead in Gujarat.", date(2002, 1, 1), date(2002, 12, 31)),
        ("A coup in 1999 drove 40,000 people into exile.", date(1999, 1, 1), date(1999, 12, 31)),
        ("Last year, 1,300 people were killed in Burundi's unrest.", date(2015, 1, 1), date(2015, 12, 31)),
        ("More than 20,000 people have fled Wau since May.", date(2016, 5, 1), date(2016, 7, 12)),
        ("The war, which began in March 2011, has killed 280,000 people.", date(2011, 3, 1), date(2016, 7, 12)),
    ],
)
def test_a_closed_time_goes_on_only_where_the_text_calls_it_a_beginning(text: str, first: date, last: date) -> None:
    claim = next(c for c in sijill.read(text, published=date(2016, 7, 12)) if c.figure)
    assert (claim.days.first, claim.days.last) == (first, last)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The siege that began on Monday ended when police stormed the hall.", "siege"),
        ("Troops killed 20 rebels in an operation launched on Monday and concluded on Tuesday.", "20"),
        ("The coup that began on Monday failed.", "coup"),
        ("A ceasefire that began on Monday was broken on Tuesday.", "ceasefire"),
        ("The offensive that began on Monday has cost 40 lives before a truce.", "40"),
        ("Fighting that broke out on Monday went on until Tuesday.", "Fighting"),
    ],
)
def test_what_ended_does_not_go_on(text: str, word: str) -> None:
    found = dated(text, "Monday", word).days
    assert (found.first, found.last) == (date(2021, 1, 18), date(2021, 1, 18))


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The invasion launched in March 2003 killed 5,000 people.", date(2003, 3, 31)),
        ("The invasion launched in March 2003 has killed 5,000 people.", REPORT),
    ],
)
def test_what_began_long_ago_goes_on_where_the_perfect_says_so(text: str, last: date) -> None:
    assert dated(text, "March 2003", "invasion").days.last == last


@pytest.mark.parametrize(
    "text",
    [
        "Clashes that began on Friday ended on Saturday. At least 12 people were killed in Juba.",
        "Troops killed 12 rebels in an operation launched on Friday and concluded on Sunday.",
        "The coup that began on Friday night failed. It killed 200 people.",
    ],
)
def test_a_figure_of_what_ended_is_of_an_incident(text: str) -> None:
    claim = next(c for c in sijill.read(text, published=date(2016, 7, 12)) if c.figure)
    assert claim.figure is not None
    assert claim.figure.scope == "incident"
    assert claim.days.last is not None
    assert claim.days.last < date(2016, 7, 12)
