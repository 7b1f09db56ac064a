"""Numbers that cover the places of their own sentence, read whole."""

from datetime import date

import sijill


def scopes(text: str) -> list[tuple[str, str]]:
    figures = [claim.figure for claim in sijill.read(text, published=date(2016, 7, 12)) if claim.figure]
    return [(figure.worded, figure.scope) for figure in figures]


def test_a_number_over_a_country_that_its_sentence_divides_among_towns_covers_them() -> None:
    text = "Bombs killed at least 20 people in Syria on Tuesday, 12 in Aleppo and five in Idlib."
    assert scopes(text) == [("at least 20", "period"), ("12", "incident"), ("five", "incident")]


def test_numbers_that_come_to_more_are_no_parts_of_it() -> None:
    text = "Bombs killed four people in Syria on Tuesday, 12 in Aleppo and five in Idlib."
    assert scopes(text)[0] == ("four", "incident")


def test_a_number_of_one_town_covers_no_other() -> None:
    text = "At least 20 people were killed in Homs on Tuesday, 12 in Aleppo and five in Idlib."
    assert scopes(text)[0] == ("At least 20", "incident")


def test_those_whom_activists_count_in_a_whole_country_are_of_a_period() -> None:
    text = "Activists said security forces killed 13 protesters in Syria on Friday."
    assert scopes(text) == [("13", "period")]


def test_those_of_a_town_or_of_one_bomb_are_of_an_incident() -> None:
    assert scopes("Activists said security forces killed 13 protesters in Homs on Friday.") == [("13", "incident")]
    assert scopes("A suicide bomber killed 13 people in Syria on Friday, activists said.") == [("13", "incident")]


def test_a_country_that_the_army_names_may_be_one_happening() -> None:
    assert scopes("The army said its troops killed 13 rebels in Syria on Friday.") == [("13", "incident")]
