"""Lists of places, with the number above them that they add up to, read by the model that ships."""

import time
from itertools import product

import pytest

import sijill

DOCUMENTED = (
    "The Syrian Observatory for Human Rights documented {} deaths on Thursday.\n\n"
    "\u2022 Aleppo: 12 civilians killed by barrel bombs\n\u2022 Idlib: 9 killed, among them 3 women\n"
    "\u2022 Daraa: 10 rebels killed in clashes\n"
)

NAMES = ("Amar", "Balsa", "Coren", "Dorra", "Enna", "Fassi", "Garo", "Hamar", "Idri", "Jelas")
NAMES += tuple(f"{name}{end}" for name in NAMES for end in ("ta", "ri", "mo", "ke"))
ENDINGS = ("", "bad", "dan", "fil", "gar", "han", "kut", "lin", "mar", "nes", "pol", "qara", "rud", "sar", "tel", "vin")
ENDINGS += (" East", " West", " North", " South")


def figures(text: str) -> dict[str, tuple[str | None, str]]:
    """Return the place and the scope of each figure, by its number."""
    found = [c for c in sijill.read(text, published="2012-08-10") if c.figure]
    return {c.figure.worded: (c.place.worded if c.place else None, c.figure.scope) for c in found if c.figure}


def test_what_the_rows_add_up_to_is_of_no_one_place() -> None:
    assert figures(DOCUMENTED.format(31)) == {
        "31": (None, "period"), "12": ("Aleppo", "incident"), "9": ("Idlib", "incident"),
        "3": ("Idlib", "incident"), "10": ("Daraa", "incident"),
    }  # fmt: skip


def test_a_number_that_the_rows_do_not_add_up_to_keeps_its_scope() -> None:
    assert figures(DOCUMENTED.format(40))["40"] == (None, "incident")


def test_rows_of_places_are_happenings_of_their_own() -> None:
    claims = [c for c in sijill.read(DOCUMENTED.format(31), published="2012-08-10") if c.figure]
    keys = {c.figure.worded: c.incident for c in claims if c.figure}
    assert len({keys[number] for number in ("12", "9", "10")}) == 3
    assert keys["9"] == keys["3"]


def test_rows_of_sources_are_accounts_of_one_happening() -> None:
    text = "Casualties of the blast in Quetta on Thursday:\n- Police: 12 killed\n- Civil Hospital: 15 killed\n"
    claims = [c for c in sijill.read(text, published="2012-08-10") if c.figure]
    assert len({c.incident for c in claims}) == 1


def test_rows_of_one_assault_are_its_parts_and_their_sum_is_its_own() -> None:
    text = "Coordinated assault on Grozny: 20 killed\n- Grozny: 14 policemen killed\n- Shali: 6 policemen killed\n"
    assert figures(text)["20"][1] == "incident"


def test_a_place_may_head_a_row_whose_number_is_a_word() -> None:
    text = (
        "Violations documented on 11 March 2023:\n\n"
        "- Monywa: Three civilians were killed by artillery shelling from junta troops.\n"
        "- Yinmabin: Two villagers shot dead by soldiers during a raid on Thayet Kan.\n"
        "- Kani: Airstrike on a monastery. Seven people killed; 12 wounded.\n"
    )
    claims = [c for c in sijill.read(text) if c.figure]
    keys = {c.figure.worded: c.incident for c in claims if c.figure}
    assert len({keys[number] for number in ("Three", "Two", "Seven")}) == 3
    assert keys["Seven"] == keys["12"]


def test_rows_of_where_people_come_from_are_of_one_happening() -> None:
    text = "The raid on the convoy killed 30 soldiers. They came from:\n- Tartus: 14\n- Latakia: 10\n- Homs: 6\n"
    assert {place for place, _ in figures(text).values()}.isdisjoint({"Tartus", "Latakia"})


@pytest.mark.slow
def test_a_list_of_a_thousand_rows_is_read_within_a_minute_of_the_processor() -> None:
    rows = "".join(
        f"- {first}{last}: {at % 7 + 2} killed\n" for at, (first, last) in enumerate(product(NAMES, ENDINGS))
    )
    started = time.process_time()
    claims = [c for c in sijill.read(f"Killed in March, by town:\n{rows}", published="2012-04-02") if c.figure]
    assert time.process_time() - started < 60
    assert len(claims) == len(NAMES) * len(ENDINGS)


TOWNS = [
    "Aleppo",
    "Idlib",
    "Homs",
    "Hama",
    "Daraa",
    "Raqqa",
    "Hasakah",
    "Qamishli",
    "Manbij",
    "Palmyra",
    "Latakia",
    "Tartus",
    "Douma",
    "Darayya",
    "Zabadani",
    "Madaya",
    "Saraqib",
    "Ariha",
    "Azaz",
    "Jarabulus",
    "Kobani",
    "Afrin",
    "Qusayr",
    "Rastan",
    "Talbiseh",
    "Salamiyah",
]


def test_every_row_of_a_long_list_has_its_own_place_and_the_source_of_the_caption() -> None:
    rows = "".join(f"- {town}: {at * 7 % 23 + 2} killed\n" for at, town in enumerate(TOWNS))
    text = f"The Syrian Network for Human Rights documented deaths in March 2014, by town:\n{rows}"
    claims = [c for c in sijill.read(text, published="2014-04-02") if c.figure]
    assert [c.place.worded if c.place else None for c in claims] == TOWNS
    assert {c.source.worded for c in claims} == {"The Syrian Network for Human Rights"}


@pytest.mark.parametrize(
    "text",
    [
        "Thursday, by province:\n- Aleppo: 12 killed\n- Idlib: 9 killed\n- Daraa: 10 killed\nTotal: 31 killed\n",
        "Aleppo 12 killed\nIdlib 9 killed\nDaraa 10 killed\nTOTAL 31 killed\n",
        "Deaths on Thursday.\n\nAleppo: 12 killed\nIdlib: 9 killed\nDaraa: 10 killed\n\nIn total, 31 were killed.\n",
    ],
)
def test_a_total_below_its_rows_is_no_happening_and_each_row_is_one(text: str) -> None:
    claims = {c.figure.worded: c for c in sijill.read(text, published="2012-08-10") if c.figure}
    assert [c.figure.scope for c in claims.values() if c.figure and c.figure.worded == "31"] != ["incident"]
    assert len({claims[number].incident for number in ("12", "9", "10")} - {None}) == 3


def test_what_is_called_the_sum_of_all_told_above_is_of_no_one_happening() -> None:
    text = (
        "Gunmen killed 12 people in the village of Ogossagou on Monday, officials said.\n\n"
        "An ambush killed five soldiers near Tillaberi on Tuesday, the army said.\n\nIn all, {} people were killed.\n"
    )
    assert figures(text.format(17))["17"][1] == "period"
    assert figures(text.format(30))["30"][1] == "incident"


@pytest.mark.parametrize(
    "text",
    [
        "A bomber killed 9 people at a hotel in Kismayo. Another 4 died when gunmen came in. In all, 13 were killed.",
        "Twin blasts hit Jos on Monday: the first killed 30, the second killed 16. In total, 46 people were killed.",
    ],
)
def test_the_sum_of_what_was_told_of_one_place_stays_its_number(text: str) -> None:
    assert [f[1] for number, f in figures(text).items() if number in {"13", "46"}] == ["incident"]
