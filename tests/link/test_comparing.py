from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

import pytest
from making import mention

from sijill.errors import DataError
from sijill.link import load_weights
from sijill.link.comparing import ACROSS, WITHIN, barred
from sijill.link.places import counted_apart
from sijill.link.scoring import scorers
from sijill.link.units import unit_of
from sijill.link.words import sentences, sound_of, words

if TYPE_CHECKING:
    from pathlib import Path

KINDS = ("suicide_bomb", "attack", "arrests")


def test_spellings_of_one_arabic_name_sound_alike() -> None:
    assert sound_of("Hassajik") == sound_of("Hassadjek")
    assert sound_of("Qamishli") == sound_of("Kameshli")
    assert sound_of("Homs") != sound_of("Hama")


def test_every_shipped_weight_names_a_part_that_is_compared() -> None:
    shipped = load_weights()
    assert set(shipped.across.bits) == set(ACROSS)
    assert set(shipped.within.bits) == set(WITHIN)


def test_a_broken_table_of_weights_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "weights.toml"
    broken.write_text("[within]\nprior = 1\n")
    with pytest.raises(DataError, match="linking weights"):
        load_weights(broken)


def test_comparing_is_symmetric() -> None:
    a, b = unit_of([mention("a", killed=15)]), unit_of([mention("b", "r2", town="sarmada", day=1)])
    for compare in (*ACROSS.values(), *WITHIN.values()):
        assert compare(a, b) == compare(b, a)


def test_two_accounts_that_share_none_of_several_rare_words_are_told_from_two_that_hold_hardly_any() -> None:
    medic, clinic, bare = (
        unit_of([mention(name, name, rare=rare)])
        for name, rare in (("a", "hassadjek medics clinic"), ("b", "rawda bakery flour"), ("c", "rawda"))
    )
    assert ACROSS["words"](medic, clinic) == "none of several"
    assert ACROSS["words"](medic, bare) == "0"
    assert ACROSS["words"](clinic, bare) == "1"
    assert WITHIN["words"](medic, clinic) == "0"


def test_evidence_that_two_cannot_be_one_says_why() -> None:
    here, far, later = (unit_of([m]) for m in (mention("a"), mention("b", town="kobani"), mention("c", day=9)))
    assert barred(here, far) == "161 km apart"
    assert barred(here, later) == "9 days apart"
    assert barred(here, here) is None


def test_sentences_cover_a_text_in_order() -> None:
    text = 'Ten died. "We saw it," he said.\nThe town is U.S. held.'
    assert [text[a:b] for a, b in sentences(text)] == ["Ten died.", '"We saw it," he said.', "The town is U.S. held."]


def test_words_are_folded() -> None:
    assert words("The Al-Qaïda fighters' towns") == {"the", "qaida", "fighter", "town"}


def test_giving_a_pair_up_early_never_loses_one_that_reaches_the_floor() -> None:
    told = [
        unit_of([mention(f"c{at}", f"r{at}", town=town, day=day, killed=killed, happening=kind, rare=rare)])
        for at, (town, day, killed, kind, rare) in enumerate(
            product(
                ("atmeh", "sarmada", "kobani", None), (0, 1, None), (32, 3, None), KINDS, ("clinic", "", "clinic rawda")
            )
        )
    ]
    across = scorers(load_weights())[1]
    pairs = [(a, b) for a, b in combinations(told[::3], 2) if a.id < b.id]
    floors = (-8.0, -2.0, 0.0, 5.0)
    kept = {floor: [across.score(a, b, floor) for a, b in pairs] for floor in floors}
    whole = [across.score(a, b) or 0.0 for a, b in pairs]
    for floor in floors:
        assert kept[floor] == [bits if bits >= floor - 1e-9 else None for bits in whole]


def test_equal_places_and_kinds_are_one_object_so_that_comparing_them_is_remembered() -> None:
    a, b = unit_of([mention("a")]), unit_of([mention("b", "r2", day=5)])
    assert a.where is b.where
    assert a.kinds is b.kinds


def test_figures_of_two_far_towns_are_of_two_happenings_whatever_else_is_told_with_them() -> None:
    land = mention("a0", town=None, killed=None)
    one = unit_of([land, mention("a1", town="homs", killed=2)])
    other = unit_of([mention("b1", town="kobani", killed=6), mention("b2", town="kobani", killed=2)])
    near = unit_of([mention("c1", town="atmeh", killed=2)])
    assert counted_apart(one, other)
    assert not counted_apart(near, unit_of([mention("d1", town="sarmada", killed=2)]))
    assert not counted_apart(unit_of([land]), other)
