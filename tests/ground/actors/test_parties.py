from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.errors import DataError
from sijill.ground.actors import actor_of
from sijill.ground.actors.lists import Term, terms
from sijill.ground.places.index import packaged_index
from sijill.model import CATEGORIES


@pytest.mark.parametrize(
    ("worded", "name", "kind", "side"),
    [
        ("Jabhat al-Nusra terrorists", "Nusra Front", "armed_group", "jihadist"),
        ("[IS] suicide bomber", "Islamic State", "armed_group", "jihadist"),
        ("the Free Syrian Army", "Free Syrian Army", "armed_group", "opposition"),
        ("security forces", None, "state_forces", "government"),
        ("Syrian tanks", "State forces of Syria", "state_forces", "government"),
        ("Russian warplanes", "Russian Armed Forces", "state_forces", "foreign"),
        ("Mutinous Syrian soldiers", None, "armed_group", "opposition"),
        ("Syria\u2019s military", "State forces of Syria", "state_forces", "government"),
        ("Turkish police", "State forces of Turkey", "state_forces", "foreign"),
        ("a US-led coalition", "US-led coalition", "state_forces", "coalition"),
        ("Fatah al-Sham (formerly Al-Nusra Front) terrorists", "Nusra Front", "armed_group", "jihadist"),
        ("Russian and Syrian air forces", "Russian Armed Forces and Syrian Air Force", "state_forces", None),
        ("warplanes", None, "state_forces", None),
        ("gunmen", None, "armed_group", None),
        ("thousands of protesters", None, "protester", "protesters"),
        ("the wind", None, None, None),
    ],
)
def test_parties_to_the_syrian_war_are_recognised(
    worded: str, name: str | None, kind: str | None, side: str | None
) -> None:
    actor = actor_of(worded, "SY")
    assert (actor.worded, actor.name, actor.kind, actor.side) == (worded, name, kind, side)


def test_an_army_is_the_government_s_at_home_and_foreign_abroad() -> None:
    assert actor_of("the Turkish army", "TR").side == "government"
    assert actor_of("the Turkish army", "SY").side == "foreign"


def test_hezbollah_fights_for_the_state_in_syria_only() -> None:
    assert actor_of("Hezbollah", "SY").kind == "state_forces"
    assert actor_of("Hezbollah", "LB").kind == "armed_group"


def test_is_is_a_group_only_in_capitals() -> None:
    assert actor_of("a man who is armed", "SY").name is None


def test_lists_hold_only_known_kinds_sides_and_countries() -> None:
    assert len({term.name for several in terms().values() for term in several if term.name}) >= 200
    for several in terms().values():
        for term in several:
            assert term.kind is None or term.kind in CATEGORIES
            assert term.country is None or packaged_index().area(term.country), term


def test_an_unknown_side_is_refused() -> None:
    with pytest.raises(DataError, match="unknown value"):
        Term(role="name", side="elsewhere")


@given(st.text())
def test_any_words_make_an_actor(worded: str) -> None:
    assert actor_of(worded, "SY").worded == worded
