from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.ground.places import candidates, country_of_demonym, report_context


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Syrian warplanes struck Aleppo and Idlib on Monday, activists said.", "SY"),
        ("Rebels in Misrata and Benghazi fought Gadhafi's forces near Tripoli.", "LY"),
        ("A bomb in Kandahar killed two Afghan policemen, officials in Kabul said.", "AF"),
        ("Shelling hit Kharkiv and Mariupol, the Ukrainian army said.", "UA"),
    ],
)
def test_a_report_is_about_the_country_that_its_names_vote_for(text: str, country: str) -> None:
    assert report_context([], text).country == country


def test_an_ambiguous_name_leans_to_the_country_that_leads() -> None:
    context = report_context(["Tripoli", "Beirut", "Sidon"], "")
    assert context.country == "LB"


def test_a_report_without_places_is_about_no_country() -> None:
    assert report_context([], "nothing happened").country is None


def test_candidates_are_capitalised_names_that_are_known() -> None:
    text = "Troops shelled Homs and Deir al-Zor on Friday, Ahmad said."
    assert [span.of(text) for span in candidates(text)] == ["Homs", "Deir al-Zor"]


def test_demonyms_name_countries() -> None:
    assert (country_of_demonym("Syrian"), country_of_demonym("Dutch"), country_of_demonym("table")) == (
        "SY",
        "NL",
        None,
    )


@given(st.text())
def test_any_text_has_weights_that_add_up_to_one_or_none(text: str) -> None:
    weights = report_context([], text).countries
    assert not weights or sum(weights.values()) == pytest.approx(1.0)


def test_a_part_of_a_longer_name_does_not_vote_and_a_demonym_beside_a_town_does() -> None:
    text = "Air strikes hit a market in the Syrian town of Maarat al-Numan, killing 15 people, residents said."
    assert "NG" not in report_context([], text).countries
    assert report_context([], text).country == "SY"
    assert report_context([], f"BEIRUT - {text}").country == "SY"


def test_one_small_town_of_a_name_makes_no_country() -> None:
    assert report_context([], "The column reached Gadori on Monday.").country is None
