"""Names of places that say something else than where something happened."""

import pytest
from spacy.tokens import Span
from trees import trees

from sijill.asides import is_aside, is_landmark, is_on_road

SAID = trees("aside.txt")


def orzan(sentence: str) -> Span:
    """Return the name Orzan in a sentence."""
    doc = SAID[sentence]
    at = next(word.i for word in doc if word.text == "Orzan")
    return Span(doc, at, at + 1, label="LOC")


@pytest.mark.parametrize(
    "sentence",
    [
        "Gunmen stormed a post at the Tamar bridge, 30 km outside Orzan.",
        "The camp lies south of Orzan.",
    ],
)
def test_a_town_may_only_tell_what_a_site_lies_by(sentence: str) -> None:
    assert is_landmark(orzan(sentence))
    assert is_aside(orzan(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "A convoy sent from Orzan found nobody.",
        "Three men died on the way to Orzan.",
        "A nurse at the hospital in Orzan spoke of 14 dead.",
        "The minister said in Orzan that six soldiers were killed.",
        "The governor of Orzan said six soldiers were killed.",
        "Orzan is the biggest town of the valley.",
        "Doctors in Orzan treated 26 people.",
        "Orzan hospital received 14 bodies.",
    ],
)
def test_or_say_whither_who_speaks_there_or_what_it_is(sentence: str) -> None:
    assert is_aside(orzan(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Six soldiers were killed in Orzan on Monday.",
        "Shells hit Orzan on Monday.",
        "A bomb went off at a hospital in Orzan.",
        "Six people were killed in the town of Orzan.",
        "Doctors in Orzan were killed by a bomb.",
        "Police in Orzan shot dead three men.",
        "Orzan police shot dead two men.",
        "Shells hit Orzan hospital.",
    ],
)
def test_where_something_happens_is_not_aside(sentence: str) -> None:
    assert not is_aside(orzan(sentence))


def test_a_road_is_where_a_bomb_goes_off_but_not_where_the_wounded_die() -> None:
    assert is_on_road(orzan("A bomb went off on the road to Orzan."))
    assert not is_on_road(orzan("One died on the way to Orzan."))
    assert not is_on_road(orzan("A convoy sent from Orzan found nobody."))
