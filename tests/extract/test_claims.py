"""Claims of whole sentences, read by the model that ships: what no rule may make another act, scope or sum of."""

import pytest

import sijill


def acts(text: str) -> set[str | None]:
    """Return the kinds of act that a text is read to tell of."""
    return {claim.happening for claim in sijill.read(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Police fired tear gas shells at protesters in Srinagar on Sunday, wounding 20 people.",
        "Police launched rockets of tear gas at protesters, wounding 20 people.",
        "A gunman fired shells from his shotgun, killing two people in Aden.",
        "Hooligans fired rockets and flares at police in Athens, injuring 12 officers.",
        "Suicide bombers and rockets killed 40 people in Idlib.",
        "Guerrillas attacked the base with mortars and car bombs.",
    ],
)
def test_gas_shells_shotguns_flares_and_mixed_weapons_are_no_shelling(text: str) -> None:
    assert "shelling_artillery_missile" not in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "A helicopter crash killed nine soldiers in Colombia.",
        "A plane crash killed 49 servicemen when rebels shot it down in Luhansk.",
        "A drone crash injured two soldiers in Gao.",
        "Soldiers landed by helicopter in Vichada and killed 12 rebels in clashes.",
    ],
)
def test_crashes_and_landings_are_no_air_strikes(text: str) -> None:
    assert "air_drone_strike" not in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Iraqi army stopped an Islamic State attack near Haditha on Monday, killing 20 militants.",
        "Troops halted a rebel attack on Goma.",
        "Ukrainian forces halted an offensive near Debaltseve, killing 20.",
        "Guards halted an attack on a bank in Gao.",
        "The attack was stopped by soldiers in Gao.",
        "Shelling was halted after 12 people died in Horlivka.",
    ],
)
def test_an_attack_of_others_that_is_stopped_changes_nobodys_activity(text: str) -> None:
    assert "change_to_group_activity" not in acts(text)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Taliban fighters besieged a police post in Kunduz and killed six officers.", "armed_clash"),
        ("Protesters besieged the presidential palace in Tunis.", "violent_demonstration"),
        ("Russia halted its bombing of Aleppo on Tuesday.", "change_to_group_activity"),
    ],
)
def test_a_siege_is_what_it_was_read_as_and_bombing_may_be_halted(text: str, act: str) -> None:
    assert act in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed 12 people in Acapulco. In Iguala, nine policemen and three civilians died.",
        "Fifteen people were killed in Kabul. Ten soldiers and five rebels died in Helmand.",
        "Seven people died in Taiz; four children and three fighters were killed in Aden.",
        "The blast killed 8, including five soldiers. Three children died in a separate attack in Gao.",
    ],
)
def test_the_dead_of_another_place_are_no_parts_of_a_total(text: str) -> None:
    assert all(claim.figure.category != "mixed" for claim in sijill.read(text) if claim.figure)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Kyiv condemned the attack in Donetsk.", "Donetsk"),
        ("Ghana condemned the killings in Ouagadougou.", "Ouagadougou"),
    ],
)
def test_what_is_condemned_is_told_with_its_place(text: str, where: str) -> None:
    assert where in {claim.place.worded for claim in sijill.read(text) if claim.place}
