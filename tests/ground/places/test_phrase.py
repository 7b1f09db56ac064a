from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.ground.places import parse_place_phrase

WORDS = (
    "the",
    "of",
    "in",
    "near",
    "between",
    "and",
    ",",
    "'s",
    "border",
    "province",
    "Homs",
    "Aleppo",
    "20km",
    "north",
    "Syrian",
    "al-",
)


@pytest.mark.parametrize(
    ("worded", "heads", "containers", "kind"),
    [
        ("the village of Kafr Takharim in Idlib province", ("Kafr Takharim",), ("Idlib province",), "village"),
        ("central Homs province", ("Homs",), (), "province"),
        ("the Aleppo neighbourhood of Salaheddin", ("Salaheddin",), ("Aleppo",), "neighbourhood"),
        ("Bab Touma district of Damascus", ("Bab Touma",), ("Damascus",), "district"),
        ("Douma, in the Damascus countryside", ("Douma",), ("Damascus countryside",), None),
        ("Syria's Idlib province", ("Idlib",), ("Syria",), "province"),
        ("Daraa, Hama, Idlib and Homs provinces", ("Daraa", "Hama", "Idlib", "Homs"), (), "province"),
        ("Cairo and the port city of Suez", ("Cairo", "Suez"), (), None),
        ("the border town of Tal Abyad", ("Tal Abyad",), (), "town"),
        ("Deir ez-Zor airport", ("Deir ez-Zor",), (), "site"),
        ("Lebanon-Syria border", ("Lebanon", "Syria"), (), "border"),
        ("Syria's border with Turkey", ("Syria", "Turkey"), (), "border"),
        ("Aleppo's northern suburbs", ("Aleppo",), (), "region"),
        ("the Kurdish city of Qamishli", ("Qamishli",), (), "city"),
    ],
)
def test_a_phrase_comes_apart_into_heads_containers_and_kind(
    worded: str, heads: tuple[str, ...], containers: tuple[str, ...], kind: str | None
) -> None:
    phrase = parse_place_phrase(worded)
    assert (phrase.heads, phrase.containers, phrase.kind) == (heads, containers, kind)


def test_distance_and_bearing_are_read() -> None:
    phrase = parse_place_phrase("280km northwest of Damascus")
    assert (phrase.heads, phrase.distance_km, phrase.bearing) == (("Damascus",), 280.0, "northwest")


def test_miles_become_kilometres() -> None:
    phrase = parse_place_phrase("some 30 miles (50 km) east of Kabul")
    assert (phrase.heads, round(phrase.distance_km), phrase.bearing) == (("Kabul",), 48, "east")


@pytest.mark.parametrize("word", ["near", "outside", "close to", "on the outskirts of"])
def test_words_that_put_something_beside_a_place_are_its_relation(word: str) -> None:
    phrase = parse_place_phrase(f"{word} Idlib")
    assert (phrase.heads, phrase.relation) == (("Idlib",), word)


@given(st.text())
def test_any_text_is_parsed(text: str) -> None:
    assert parse_place_phrase(text).worded == text


@given(st.lists(st.sampled_from(WORDS)))
def test_any_heap_of_place_words_is_parsed(words: list[str]) -> None:
    assert parse_place_phrase(" ".join(words)).heads is not None
