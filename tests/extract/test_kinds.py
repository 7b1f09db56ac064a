"""The table of source kinds."""

import pytest

from sijill.extract.kinds import kind_of
from sijill.model import SOURCE_KINDS


@pytest.mark.parametrize(
    ("worded", "kind"),
    [
        ("the Syrian Observatory for Human Rights", "monitor"),
        ("state media", "government"),
        ("a resident of the town", "witness"),
        ("medics", "medical"),
        ("the Pentagon", "military"),
        ("a rebel commander", "armed_group"),
        ("the Free Syrian Army", "armed_group"),
        ("the UN", "intergovernmental"),
        ("local activists", "activist"),
        ("the Russian defence ministry", "military"),
        ("the French foreign minister", "foreign_government"),
        ("informed sources", "unnamed_official"),
        ("local media", "media"),
        ("a military source in the governorate", "military"),
        ("opposition officials", "opposition"),
        ("a rebel official", "armed_group"),
        ("Hezbollah's television station", "armed_group"),
        ("a State Department official", "foreign_government"),
        ("Bulgaria's new government", "foreign_government"),
        ("the U.N. health agency", "intergovernmental"),
        ("Damascus", "government"),
        ("bloggers", "activist"),
        ("a columnist", "media"),
        ("the rebels' military spokesman", "armed_group"),
        ("an armed group", "armed_group"),
        ("The National Reform Party", "opposition"),
        ("an opposition member of parliament", "opposition"),
        ("a youth movement", "activist"),
        ("The miners' union", "activist"),
        ("The Aleppo Media Center", "activist"),
        ("Syrian Coalition's Media Office", "opposition"),
        ("a graphic video", "media"),
        ("Local and media sources", "media"),
        ("the emergencies service", "medical"),
        ("the civil society coalition", "monitor"),
        ("the Civilian Harm Project", "monitor"),
        ("the African Union force", "military"),
        ("the African Union", "intergovernmental"),
        ("locals and media reports", "witness"),
        ("a local reporter", "media"),
        ("an official with the Nusra Front", "armed_group"),
        ("a civil defence official in rebel-held Aleppo", "medical"),
        ("the Oromo Liberation Army", "armed_group"),
        ("the People's Liberation Army", "military"),
        ("a Syrian army officer", "military"),
        ("the army of the Assad regime", "military"),
        ("the Russian center for reconciliation of the warring parties", "military"),
        ("the global chemical weapons watchdog", "intergovernmental"),
        ("a press watchdog", "monitor"),
        ("Officials from the Hamas-run health ministry", "government"),
        ("officials for Taliban-controlled areas", "government"),
        ("a spokesman for the US-led coalition fighting ISIS", "military"),
        ("members of the Red Crescent in the rebel town", "medical"),
        ("a spokesman for the main rebel alliance", "armed_group"),
        ("leaders of the Taliban", "armed_group"),
        ("the Commission of Inquiry", "intergovernmental"),
        ("the government's commission of inquiry", "government"),
        ("US Secretary of State John Kerry", "foreign_government"),
        ("the Russian Center for Human Rights", "monitor"),
        ("the daily Al-Watan", "media"),
        ("a local daily", "media"),
        ("a local", "witness"),
        ("another local of the village", "witness"),
        ("the OSCE monitoring mission", "intergovernmental"),
        ("the British ambassador to the United Nations", "foreign_government"),
        ("Defence Minister Hugo Terrazas", "government"),
        ("the French defence minister", "foreign_government"),
        ("the defence ministry", "military"),
        ("Rami Abdel Rahman", "monitor"),
        ("aid workers", "monitor"),
        ("medical charity Doctors Without Borders", "medical"),
        ("Syrian television", "government"),
        ("a Syrian TV journalist", "media"),
        ("the state broadcaster", "government"),
        ("pro-regime media", "media"),
    ],
)
def test_a_source_named_by_its_role_has_the_kind_of_its_role(worded: str, kind: str) -> None:
    found = kind_of(worded)
    assert found is not None
    assert found[0] == kind


def test_a_name_that_a_monitor_bears_too_is_another_person_where_it_goes_on() -> None:
    assert kind_of("Abdul Rahman Mangal") is None


def test_a_bare_name_has_no_kind_of_its_own() -> None:
    assert kind_of("Ziad") is None


def test_every_row_of_the_table_has_a_known_kind() -> None:
    from sijill.extract.kinds import _rows

    assert {kind for _, kind, note in _rows() if not note.startswith("bare references")} <= set(SOURCE_KINDS)


@pytest.mark.parametrize("worded", ["the source", "The spokesman", "a group", "the same sources"])
def test_words_that_only_refer_to_somebody_have_no_kind_of_their_own(worded: str) -> None:
    assert kind_of(worded) is None


@pytest.mark.parametrize(
    ("worded", "kind"),
    [
        ("a senator", "government"),
        ("parish priests", "witness"),
        ("rights workers", "monitor"),
        ("a source at the police command of Aleppo", "government"),
        ("the president of the Syrian Coalition", "opposition"),
        ("a witness", "witness"),
        ("National Security Council spokesman Tommy Vietor", "foreign_government"),
    ],
)
def test_a_name_inside_another_word_decides_nothing(worded: str, kind: str) -> None:
    found = kind_of(worded)
    assert found is None or found[0] == kind


@pytest.mark.parametrize(
    "worded",
    [
        "the daily tally",
        "its daily update",
        "the Rwandan centre for reconciliation",
        "an Israeli commission of inquiry",
    ],
)
def test_words_that_only_look_like_those_of_the_table_tell_no_kind(worded: str) -> None:
    assert kind_of(worded) is None
