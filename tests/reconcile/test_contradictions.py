from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from told import stated, told

from sijill.model import Actor
from sijill.reconcile import reconcile

if TYPE_CHECKING:
    from sijill.incident import Contradiction, Member

ARMY = Actor(worded="the army", name="Syrian Armed Forces", kind="state_forces", side="government")
REBELS = Actor(worded="rebels", name="Free Syrian Army", kind="armed_group", side="opposition")


def found(*members: Member) -> dict[str, Contradiction]:
    return {c.kind: c for c in reconcile(members).contradictions}


def test_ten_killed_or_wounded_cannot_hold_fifteen_dead() -> None:
    members = (
        told("SOHR", "seven", "members of the security forces", category="state_forces"),
        told("SOHR", "five", "army rebels", category="armed_group", at=50),
        told("SOHR", "three", "civilians", category="civilian", at=80),
        told("activists", "ten", kind="activist", measure="killed_or_injured", at=300),
    )
    killed = reconcile(members).range_of("killed")
    assert killed is not None
    assert killed.contested
    assert str(found(*members)["bound"]) == (
        "Syrian Observatory for Human Rights says 15 killed: 7 members of the security forces, 5 army rebels, "
        "3 civilians; activists say 10 killed or wounded"
    )


def test_a_killed_or_injured_figure_of_one_person_bounds_nobody_else() -> None:
    part = told("A", "one", category="civilian", measure="killed_or_injured", at=50)
    assert "bound" not in found(told("A", "at least 43"), part)


def test_two_floors_can_both_be_true() -> None:
    assert not found(told("A", "at least 112"), told("B", "at least 126", at=50))


def test_two_exact_numbers_cannot() -> None:
    assert "figures" in found(told("A", "13"), told("B", "14", at=50))


def test_about_and_nearly_leave_room() -> None:
    assert "figures" not in found(told("A", "about 50"), told("B", "52", at=50))
    assert "figures" in found(told("A", "nearly 50"), told("B", "32", at=50))


def test_nobody_says_dozens_of_a_hundred_and_twenty() -> None:
    members = (
        told("residents", "dozens", kind="witness", certainty="hedged"),
        told("police", "120", kind="government", at=50),
    )
    killed = reconcile(members).range_of("killed")
    assert killed is not None
    assert (killed.low, killed.high, killed.contested) == (24, 120, True)


def test_counts_of_different_people_are_not_at_odds() -> None:
    members = (told("A", "13", category="state_forces"), told("B", "45", category="protester", at=50))
    assert "figures" not in found(*members)


def test_one_number_of_different_people_is_a_contradiction_of_its_own() -> None:
    members = (told("A", "25", category="civilian"), told("B", "25", category="armed_group", at=50))
    assert "category" in found(*members)


def test_what_one_gives_and_another_denies_stands_side_by_side() -> None:
    both = found(
        told("doctors", "11", kind="medical"), told("police", "11", kind="government", certainty="denied", at=90)
    )
    assert str(both["denial"]) == "doctors say 11 killed; police denies 11 killed"


def test_what_a_headline_repeats_of_a_source_that_takes_it_back_is_no_other_account() -> None:
    later = date(2016, 3, 17)
    members = (
        told(None, "37", report="r1"),
        told("SOHR", "37", report="r1", at=90),
        told("SOHR", "37", report="r2", certainty="denied", published=later),
        told("SOHR", "34", report="r2", at=90, published=later),
    )
    assert "denial" not in found(*members)


def test_blame_on_different_sides_is_disputed() -> None:
    members = (told("SOHR", "8", by=ARMY), told("state media", "8", kind="government", by=REBELS, at=50))
    assert len(found(*members)["blame"].accounts) == 2


def test_claims_of_responsibility_and_denials_stand_beside_blame() -> None:
    members = (
        stated("SOHR", "attack", by=REBELS),
        stated("Free Syrian Army", "claim_responsibility", by=REBELS, kind="armed_group", at=50),
        stated("a spokesman", "deny", by=REBELS, kind="armed_group", at=90),
    )
    assert sorted(b.kind for b in reconcile(members).blames) == ["blamed", "claimed", "denied"]


def test_a_party_s_own_losses_are_told_from_its_enemy_s() -> None:
    members = [
        told("the ministry", "nine", "our soldiers", category="state_forces", kind="government"),
        told("the ministry", "26", "attackers", category="armed_group", kind="government", at=50),
    ]
    parts = reconcile(members).figures[0].parts
    assert {(p.stated, p.stance) for p in parts} == {(9, "own"), (26, "enemy")}
