import pytest

from sijill.clean import clean
from sijill.clean.agencies import agencies, cities
from sijill.clean.boilerplate import PLACES, patterns
from sijill.errors import DataError
from sijill.model import Report, Text

BODY = "Four people were killed when shells fell on the town, residents said on Monday."


def read(text: str) -> Text:
    return clean(Report(text=text, name="a", sha256=""))


@pytest.mark.parametrize("end", ["\nThis discussion is now closed.", ""])
def test_what_readers_comment_below_a_report_is_not_its_own(end: str) -> None:
    comments = (
        "\nWe welcome comments that advance the story through relevant opinion, anecdotes, links and data."
        "\nViews expressed in the comments do not represent those of Example."
        f"\nThey killed thousands.\nHang on, freedom is near!{end}"
    )
    found = read(BODY + comments)
    assert found.text.strip() == BODY
    assert "readers' comments" in {reason for _, reason in found.skipped}


@pytest.mark.parametrize(
    "line",
    [
        "Story Continues →",
        "Story continues below",
        "Advertisement",
        "ADVERTISEMENT",
        "Read more: Syria's war in pictures",
        "Share this",
        "Share this article on Facebook",
        "Tweet",
        "Share | Tweet | Email",
        "Facebook Twitter WhatsApp",
        "Follow us on Twitter for the latest news",
        "Follow @example on Telegram",
        "Sign up for our daily newsletter",
        "© 2016 The Associated Press. All rights reserved.",
        "Copyright © 2016 AFP",
        "Image copyright Reuters",
        "FILE - In this Monday, June 6, 2011 photo, soldiers stand in Jisr al-Shughour.",
        "Smoke rises over Aleppo on Wednesday. (AP Photo/Hussein Malla)",
        "Photo: Example Agency",
        "By Bassem Mroue",
        "By BASSEM MROUE and Zeina Karam, Associated Press",
        "Contact: newsdesk@example.org",
        "Reporting by Suleiman Al-Khalidi; Editing by Louise Ireland",
        "Related stories",
        "Most read",
    ],
)
def test_a_line_that_is_not_the_articles_is_left_out_and_listed(line: str) -> None:
    text = read(f"{BODY}\n\n{line}\n\nThe army denied it, and two died later.")
    assert text.text == f"{BODY}\n\nThe army denied it, and two died later."
    ((span, reason),) = text.skipped
    assert reason
    assert line in f"{BODY}\n\n{line}"[span.start : span.end]


@pytest.mark.parametrize(
    "line",
    [
        "Read the statement, the minister said.",
        "Share of the blame lies with the army, he said.",
        "Tweet after tweet told of shelling in the town.",
        "Follow the money, the official said, and 12 people would be arrested.",
        "By Monday, 12 people had been killed.",
        "File after file named the 12 victims.",
        "Photo evidence shows 12 bodies, the group said.",
        "Save the Children said 12 children were killed.",
        "Print workers were among the 12 dead.",
        "Advertisement revenue paid for 12 guns, he said.",
        "Reporting by the Observatory shows that 12 were killed.",
        "Twitter said it had removed 12 accounts.",
    ],
)
def test_a_sentence_of_the_article_stays(line: str) -> None:
    assert line in read(f"{BODY}\n\n{line}\n\nThe army denied it.").text
    assert line in read(f"{BODY} {line}").text


@pytest.mark.parametrize(
    ("tail", "agency"),
    [
        (" - REUTERS", "Reuters"),
        ("-AFP", "AFP"),
        (" --Reuters", "Reuters"),
        ("\nReuters", "Reuters"),
        ("\n(AP)", "AP"),
        (" Story Continues →", None),
        (" Read Also", None),
        (" (With Reuters and AFP)", None),
        (
            " Reporting by Oliver Holmes; Editing by A. Willard Our Standards:The Thomson Reuters Trust Principles.",
            None,
        ),
        (" Agencies contributed to this report. Read Also", None),
        ("\nCNN's Hada Messia, Raja Razek and Richard Roth contributed to this report.", None),
        (" Last Update: Wednesday 16 November 2016 KSA 20:36 - GMT 17:36 12480", None),
        (" 218-11", None),
        (" Tags Daesh Syria Community standardsDiscussion Comment via FacebookComment via Sputnik News", None),
    ],
)
def test_what_follows_the_last_sentence_is_left_out(tail: str, agency: str | None) -> None:
    text = read(BODY + tail)
    assert text.text == BODY
    assert text.agency == agency
    assert text.skipped


@pytest.mark.parametrize("source", ["(Source: Syrian Coalition)", "(Source: Syrian Coalitions Media Office)"])
def test_a_closing_source_is_kept_and_named(source: str) -> None:
    text = read(f"{BODY} {source} Twitter")
    assert text.text == f"{BODY}\n{source}"
    assert text.closing_source is not None
    assert text.closing_source.of(text.text) == source


def test_a_source_may_close_without_brackets() -> None:
    text = read(f"{BODY} Source TRTWorld and agencies")
    assert text.closing_source is not None
    assert text.closing_source.of(text.text) == "Source TRTWorld and agencies"


def test_a_caption_in_brackets_is_left_out_of_a_text_in_one_piece() -> None:
    text = read(f"{BODY} (AP Photo/Hussein Malla) The army denied it.")
    assert text.text == f"{BODY}\nThe army denied it."


def test_the_counter_of_a_page_is_no_figure() -> None:
    assert read(f"20.07.2016(updated 1329 20.07.2016) Get short URL 0 154 {BODY}").text == BODY


def test_every_pattern_keeps_to_the_schema() -> None:
    assert all(patterns(where) for where in PLACES)
    assert all(pattern.reason for where in PLACES for pattern in patterns(where))


def test_no_pattern_repeats_without_bound() -> None:
    for where in PLACES:
        for pattern in patterns(where):
            unbounded = pattern.expression.pattern.replace(r"\*", "").replace(r"\+", "")
            assert ".*" not in unbounded
            assert "]+" not in unbounded.replace("[A-Z][\\w.+-]", "").replace("[\\w.+-]", "")


def test_a_pattern_that_breaks_the_schema_is_named() -> None:
    from sijill.clean.boilerplate import _pattern

    for row in (
        {"reason": "x", "where": "line"},
        {"reason": "x", "where": "top", "expression": "x"},
        {"reason": "x", "where": "line", "expression": "("},
    ):
        with pytest.raises(DataError, match=r"boilerplate\.toml"):
            _pattern(row)


def test_the_lists_of_agencies_and_cities_are_sound() -> None:
    assert agencies()["REUTERS"] == "Reuters"
    assert all(city == city.upper() for city in cities())
