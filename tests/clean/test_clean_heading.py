from datetime import date

import pytest

from sijill.clean import clean
from sijill.model import Report, Text

BODY = "Four people were killed when shells fell on the town, residents said on Monday."


def read(text: str, title: str | None = None, published: date | None = None) -> Text:
    return clean(Report(text=text, name="a", sha256="", title=title, published=published))


def headline(text: Text) -> str | None:
    return text.headline.of(text.text) if text.headline else None


def test_the_headline_is_set_apart_from_a_body_that_runs_on() -> None:
    text = read(
        "Wednesday 10 Aug 2016 Rebel fire in Syrias Aleppo kills 14 State media AFP A barrage of fire killed 14.",
        "Rebel fire in Syrias Aleppo kills 14 State media",
    )
    assert text.text == "Rebel fire in Syrias Aleppo kills 14 State media\nA barrage of fire killed 14."
    assert headline(text) == "Rebel fire in Syrias Aleppo kills 14 State media"
    assert (text.agency, text.dateline_day) == ("AFP", date(2016, 8, 10))


def test_the_headlines_words_are_found_whatever_the_marks_between_them() -> None:
    text = read(f"Syria: 14 killed - “in Aleppo”. {BODY}", "Syria 14 killed in Aleppo | Jordan Times")
    assert headline(text) == 'Syria: 14 killed - "in Aleppo".'
    assert text.text.endswith(f"\n{BODY}")


def test_a_headline_that_is_repeated_is_read_once() -> None:
    text = read(f"Shells kill four in Sarmin\nShells kill four in Sarmin\n{BODY}", "Shells kill four in Sarmin")
    assert text.text == f"Shells kill four in Sarmin\n{BODY}"
    assert [reason for _, reason in text.skipped] == ["headline, repeated"]


def test_a_first_line_without_a_stop_is_the_headline() -> None:
    assert headline(read(f"Shells kill four in Sarmin\n\n{BODY}")) == "Shells kill four in Sarmin"


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}\n\n{BODY}",
        "At least a dozen secret police have defected from an\nintelligence compound in a restive province.\n" + BODY,
        BODY,
    ],
)
def test_a_sentence_is_no_headline(text: str) -> None:
    found = read(text)
    assert found.headline is None
    assert found.text == text


@pytest.mark.parametrize(
    ("opening", "place", "agency"),
    [
        ("BEIRUT — ", "BEIRUT", None),
        ("BEIRUT (AP) — ", "BEIRUT", "AP"),
        ("DAMASCUS, Syria (AP) — ", "DAMASCUS, Syria", "AP"),
        ("Aleppo, SANA \u2013 ", "Aleppo", "SANA"),
        ("Tripoli, Libya (CNN) -- ", "Tripoli, Libya", "CNN"),
        ("(Reuters) - ", None, "Reuters"),
        ("KABUL, Afghanistan (Nov. 12, 2011)\n", "KABUL, Afghanistan", None),
        ("KABUL, Afghanistan (Nov. 12) \u2013 ", "KABUL, Afghanistan", None),
        ("ATHENS, March 11 (Reuters) - ", "ATHENS", "Reuters"),
        ("LONDON | Wed Sep 28, 2011 10:58 am EDT LONDON (Reuters) - ", "LONDON", "Reuters"),
        ("2016-04-S-053\nFor Immediate Release\n\nKABUL, Afghanistan (Apr. 27)\n", "KABUL, Afghanistan", None),
        ("Last updated at Jun 142016 AMMAN ", "AMMAN", None),
        ("DAMASCUS (Sputnik) — ", "DAMASCUS", "Sputnik"),
    ],
)
def test_the_dateline_is_recognised_and_not_read(opening: str, place: str | None, agency: str | None) -> None:
    text = read(opening + BODY)
    assert text.text == BODY
    assert (text.dateline_place, text.agency) == (place, agency)


def test_the_dateline_may_follow_the_highlights() -> None:
    text = read(f"Rebels say the town is taken Tripoli, Libya (CNN) -- {BODY}")
    assert text.text == f"Rebels say the town is taken\n{BODY}"
    assert text.dateline_place == "Tripoli, Libya"


def test_the_associated_press_heading_is_taken_whole() -> None:
    text = read(f"- Associated Press - Tuesday, June 7, 2011\n\nBEIRUT — {BODY}\n\nStory Continues →")
    assert text.text == BODY
    assert (text.agency, text.dateline_place, text.dateline_day) == ("AP", "BEIRUT", date(2011, 6, 7))


def test_a_byline_is_recognised() -> None:
    text = read(f"Shells kill four in Sarmin\nBy Bassem Mroue and Zeina Karam\n{BODY}", "Shells kill four in Sarmin")
    assert text.byline == "Bassem Mroue and Zeina Karam"
    assert text.text == f"Shells kill four in Sarmin\n{BODY}"


@pytest.mark.parametrize(
    "text",
    [
        "By Monday evening four people had been killed.\n" + BODY,
        "Reuters could not verify the report. " + BODY,
        "AP reporters saw four bodies in the town. " + BODY,
        "Published reports say four people died. " + BODY,
        "NATO - the alliance - denied it. " + BODY,
        "Share prices fell after the attack.\n" + BODY,
        "4 people died and 15 fled. " + BODY,
    ],
)
def test_a_sentence_that_looks_like_a_heading_stays(text: str) -> None:
    assert read(text).text.replace("\n", " ") == text.replace("\n", " ")


def test_a_day_without_a_year_takes_it_from_the_publication_day() -> None:
    assert read(f"KABUL, Afghanistan (Jan. 14) \u2013 {BODY}", published=date(2012, 1, 15)).dateline_day == date(
        2012, 1, 14
    )


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("KYIV, August 6 - Shelling killed three people.", "KYIV", "Shelling"),
        ("Goma, DR Congo, 6 August 2012 \u2013 Militants killed three people.", "Goma, DR Congo", "Militants"),
    ],
)
def test_a_dateline_without_an_agency_has_its_day_and_place(text: str, place: str, words: str) -> None:
    read = clean(Report(text=text, name="r", sha256="0" * 64, published=date(2012, 8, 10)))
    assert (read.dateline_place, read.dateline_day) == (place, date(2012, 8, 6))
    assert read.text.startswith(words)


@pytest.mark.parametrize("text", ["In Kyiv, August 6 - a Monday - was quiet.", "Shelling in Kyiv, August 6 - dead"])
def test_a_day_in_a_sentence_is_no_dateline(text: str) -> None:
    read = clean(Report(text=text, name="r", sha256="0" * 64, published=date(2012, 8, 10)))
    assert (read.dateline_place, read.dateline_day) == (None, None)
