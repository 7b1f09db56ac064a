"""Headlines that name only the country of what happened once."""

from dataclasses import replace
from datetime import date

import pytest

import sijill
from sijill.ground.headline import below_headline
from sijill.model import Claim, Place

SYRIA = Place(worded="Syria", gazetteer_id="SY", country="SY", precision=6)
TAMAR, ORZAN, ABROAD = (
    Place(worded=worded, country=country) for worded, country in (("Tamar", "SY"), ("Orzan", "SY"), ("Tamar", "TR"))
)


def said(number: str, place: Place | None, **fields: str) -> Claim:
    """Return a figure of people killed in a blast, at a place."""
    found = sijill.read(f"A blast killed {number} people.", published=date(2016, 7, 12))
    told = replace(next(c for c in found if c.figure), place=place, incident="blast")
    return replace(told, **fields)  # type: ignore[arg-type]


def places(*claims: Claim) -> list[str | None]:
    """Return the places of claims, of which the first stands in the headline."""
    made = below_headline(claims, [at == 0 for at in range(len(claims))])
    return [claim.place and claim.place.worded for claim in made]


def test_a_headline_s_country_gives_way_to_where_the_report_says_it_was() -> None:
    assert places(said("ten", SYRIA), said("eleven", TAMAR)) == ["Tamar", "Tamar"]


def test_the_same_number_decides_between_several_places() -> None:
    assert places(said("ten", SYRIA), said("four", TAMAR), said("ten", ORZAN))[0] == "Orzan"


@pytest.mark.parametrize(
    ("head", "other"),
    [
        (said("ten", SYRIA), said("ten", ABROAD)),
        (said("ten", SYRIA), said("ten", TAMAR, incident="another")),
        (said("ten", SYRIA, certainty="denied"), said("ten", TAMAR)),
        (said("ten", ORZAN), said("ten", TAMAR)),
        (said("ten", None), said("ten", TAMAR)),
    ],
)
def test_another_country_another_happening_and_a_place_of_its_own_leave_it(head: Claim, other: Claim) -> None:
    assert places(head, other)[0] == (head.place and head.place.worded)


def test_a_total_over_several_places_stays_the_country_s() -> None:
    assert places(said("ten", SYRIA), said("four", TAMAR), said("six", ORZAN))[0] == "Syria"


def test_a_mention_below_the_headline_keeps_its_country() -> None:
    assert places(said("ten", TAMAR), said("ten", SYRIA)) == ["Tamar", "Syria"]


@pytest.mark.parametrize("found", ["four", "nine"])
def test_a_number_above_all_that_is_counted_at_a_place_is_a_sum(found: str) -> None:
    assert places(said("ten", SYRIA), said(found, TAMAR))[0] == "Syria"


def word(text: str, place: Place, **fields: str) -> Claim:
    """Return the words by which a sentence names a happening, at a place, as of the blast."""
    told = next(c for c in sijill.read(text, published=date(2016, 7, 12)) if c.figure is None)
    return replace(told, place=place, incident="blast", **fields)  # type: ignore[arg-type]


BLAST, STRIKES = ("A blast hit the market.", "Air strikes hit the market.")


def heads(*claims: Claim, headed: int) -> list[str | None]:
    made = below_headline(claims, [at < headed for at in range(len(claims))])
    return [claim.place and claim.place.worded for claim in made]


def test_a_word_of_the_headline_goes_where_its_happening_was() -> None:
    assert heads(word(BLAST, SYRIA), said("ten", TAMAR), headed=1)[0] == "Tamar"
    assert heads(word(BLAST, SYRIA), said("ten", SYRIA), said("ten", TAMAR), headed=2)[:2] == ["Tamar"] * 2


def test_a_word_in_the_plural_stays_the_country_s() -> None:
    assert heads(word(STRIKES, SYRIA), said("ten", TAMAR), headed=1)[0] == "Syria"


def test_a_word_stays_beside_a_number_of_the_country_or_of_a_period() -> None:
    assert heads(word(BLAST, SYRIA), said("ten", SYRIA), said("four", TAMAR), headed=2)[:2] == ["Syria"] * 2
    ten = said("ten", TAMAR)
    assert ten.figure is not None
    over_time = replace(ten, figure=replace(ten.figure, scope="period"))
    assert heads(word(BLAST, SYRIA), over_time, said("four", TAMAR), headed=2)[0] == "Syria"
    assert heads(word(BLAST, SYRIA), said("four", TAMAR), over_time, headed=1)[0] == "Syria"


def test_a_word_stays_where_the_text_tells_of_the_whole_country_too() -> None:
    assert heads(word(BLAST, SYRIA), said("ten", SYRIA), said("four", TAMAR), headed=1)[0] == "Syria"


SYRIAN = """Syria air strikes

Air strikes killed 60 people across rebel areas on Sunday. The worst strike hit a market in Maarat al-Numan, killing
22."""
UKRAINIAN = """Ukraine fighting kills five soldiers

Five Ukrainian soldiers were killed in the past 24 hours, a military spokesman said. Two of them died near Avdiivka."""


@pytest.mark.parametrize("text", [SYRIAN, UKRAINIAN])
def test_a_general_headline_is_of_the_whole_country(text: str) -> None:
    first = sijill.read(text, published=date(2016, 7, 12))[0]
    assert first.place is not None
    assert first.place.worded in {"Syria", "Ukraine"}
