"""What a figure covers by the words around it."""

import pytest
import spacy

from sijill.extract.scopes import scope_of
from sijill.extract.words import Page
from sijill.model import Report, Text
from sijill.reading import Choice, NumberCue, Pointer, Reading

BLANK = spacy.blank("en")
ONE = (("incident", 0.9), ("period", 0.1))
TOTAL = (("period", 0.6), ("cumulative", 0.4))


def scope(
    sentence: str,
    number: str,
    read: tuple[tuple[str, float], ...] = ONE,
    measure: str = "killed",
    *,
    dated: bool = False,
) -> str:
    """Return the scope of a number in a sentence that the reader takes as `read` says."""
    words = BLANK.make_doc(sentence)
    for word in words:
        word.is_sent_start = word.i == 0
    start = sentence.index(number)
    token = words.char_span(start, start + 1, alignment_mode="expand")[0].i
    cue = NumberCue(
        start=token, end=token + 1, probability=1.0, happening=(), source_kind=(), modality=(), source=None,
        perpetrator=None, victims=None, place=None, time=Pointer(0, 1, 0.9, 0.1) if dated else None, measure=measure,
        category=(), scope=tuple(Choice(*one) for one in read),
    )  # fmt: skip
    text = Text(text=sentence, offsets=tuple(range(len(sentence) + 1)))
    reading = Reading(text=sentence, doc=words, times=(), numbers=(cue,), triggers=())
    page = Page(report=Report(text=sentence, name="r", sha256="0"), text=text, reading=reading)
    return scope_of(page, cue, start, start + len(number))


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("At least 31 people were killed in attacks across Mali on Friday.", "At least 31"),
        ("The ministry said 34 people had been killed in all of Yemen.", "34"),
        ("Some 43 people, among them 19 guards, had been killed nationwide on Monday.", "43"),
        ("Nationwide, 40 people died on Monday.", "40"),
        ("Fighting killed 40 people across the country.", "40"),
        ("At least 60 rebels have been killed since Saturday.", "60"),
        ("Twelve people died in Kano over the weekend.", "Twelve"),
        ("Over the past 24 hours, he said, two soldiers had been killed.", "two"),
        ("He said 37 people were killed in Somalia on Sunday alone.", "37"),
        ("A wave of bombings killed 40 people across Iraq.", "40"),
        ("A series of bomb attacks killed 40 people across Iraq.", "40"),
        ("Clashes killed 30 people over the weekend.", "30"),
        ("Attacks have killed 30 people since 2014.", "30"),
        ("It began last week, with snipers firing repeatedly on marches and funerals, killing about 30 people.", "30"),
        ("Two policemen were shot dead on Wednesday, making it 14 this week, police said.", "14"),
        ("The blast killed three, bringing the toll to at least 25 in three days, medics said.", "25"),
    ],
)
def test_people_harmed_over_a_land_or_a_stretch_of_days_are_of_a_period(sentence: str, number: str) -> None:
    assert scope(sentence, number) == "period"


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("A bomb killed 12 people and shocked people across the country.", "12"),
        ("Shells fired from across the border killed four farmers.", "four"),
        ("Air strikes killed 14 people fleeing across the Euphrates on rafts.", "14"),
        ("Gunmen killed 12 people in an ambush across Lake Chad.", "12"),
        ("Twelve people were killed in a bombing over the weekend.", "Twelve"),
        ("Raids killed 27 people in several districts of the city.", "27"),
        ("Snipers fired repeatedly at the crowd, killing nine people.", "nine"),
        ("Since then 12 people have died.", "12"),
        ("A man was killed in Kano over the weekend.", "A"),
        ("A suicide bomber killed 30 people at a market in Kano over the weekend.", "30"),
        ("A truck bomb killed 140 people in Baghdad over the weekend.", "140"),
        ("Gunmen abducted 12 aid workers over the weekend.", "12"),
        ("At least six died over the weekend when a grenade was thrown into a bar.", "six"),
        ("Ten people were killed in Idlib over the weekend in an air strike.", "Ten"),
        ("A truck bomb killed 20 people in Kabul's worst attack since January.", "20"),
        ("Rebels killed 12 soldiers on the bloodiest day since April.", "12"),
        ("Gunmen killed nine people in the third attack since October.", "nine"),
        ("Jets killed 12 people in a town held by Islamic State since June 2014.", "12"),
        ("Rebels killed seven soldiers in towns which they have held since November.", "seven"),
        ("A grenade killed three people across Nairobi's Eastleigh district.", "three"),
        ("Grenades killed three people across Nairobi's Eastleigh district.", "three"),
        ("A bomb killed 21 people outside a mosque popular across Nigeria.", "21"),
        ("Four soldiers were killed by fighters active across West Africa.", "Four"),
        ("Police killed three men wanted across Mexico.", "three"),
        ("Two people were killed during a protest held across Papua.", "Two"),
        ("The police killing of two black men led to 200 arrests in many cities.", "two"),
        ("Across the country, a bomb killed four people at a market.", "four"),
        ("In the last 24 hours, a bomb has killed nine people in Jalalabad.", "nine"),
        ("Shelling has killed four people since 5 a.m.", "four"),
        ("Another body was found, taking the number of people killed in the bombing to 42 this week.", "42"),
        ("Six more bodies were found on Friday, bringing the death toll from the blast to 32.", "32"),
    ],
)
def test_people_harmed_in_one_happening_are_not(sentence: str, number: str) -> None:
    assert scope(sentence, number) == "incident"


def test_people_who_fled_since_sunday_are_still_of_one_happening() -> None:
    assert scope("About 300 families were killed or fled since Sunday.", "300", measure="displaced") == "incident"


def test_what_a_count_has_come_to_is_a_running_total_where_no_day_is_told() -> None:
    sentence = "Opposition sources estimate the number of defectors at several thousand."
    assert scope(sentence, "several thousand", TOTAL, "defected") == "cumulative"
    assert scope(sentence, "several thousand", TOTAL, "defected", dated=True) == "period"
    assert scope(sentence, "several thousand", ONE, "defected") == "incident"
    assert scope("It has some several thousand defectors.", "several thousand", TOTAL, "defected") == "period"


@pytest.mark.parametrize(
    ("sentence", "number", "covered"),
    [
        ("Ukraine is losing 60 soldiers a day in the east.", "60", "period"),
        ("The clinic saw 39 people killed in the four days to 7 August.", "39", "period"),
        ("Between 2 and 16 September, troops killed 59 militants.", "59", "period"),
        ("Two officers were killed a week short of their retirement.", "Two", "incident"),
        ("The bomb injured 16 worshippers attending daily prayers in Lagos.", "16", "incident"),
        ("The strike killed 40 children on a bus that ran every day to the market.", "40", "incident"),
    ],
)
def test_a_rate_and_a_stretch_of_days_are_of_a_period_and_a_habit_is_not(
    sentence: str, number: str, covered: str
) -> None:
    assert scope(sentence, number) == covered


def test_what_befell_people_on_a_day_is_no_running_total() -> None:
    total = (("cumulative", 0.5), ("period", 0.4), ("incident", 0.1))
    assert scope("At least 23 people were reported killed yesterday as violence intensified.", "23", total) == "period"
    assert scope("At least 23 people have been reported killed as violence intensified.", "23", total) == "cumulative"
