"""Numbers of those who did something or hold an office, read by the model that ships."""

import pytest
from trees import tree

import sijill
from sijill.extract.doers import is_doer


def figures(text: str) -> list[tuple[str, str]]:
    return [(c.figure.worded, c.figure.measure) for c in sijill.read(text) if c.figure]


@pytest.mark.parametrize(
    "text",
    [
        "At least four people are directly responsible for the events leading to the assassination, he said.",
        "14 members of the council's executive board are dismissed.",
        "The president dismissed five ministers and 12 generals on Monday after the killings.",
        "The force was engaged by three armed insurgents attempting to flee.",
        "Ten people have been named as suspects in the bombing.",
        "The assault was carried out by a group of approximately 30-40 soldiers.",
        "A court in Belgrade convicted Petrovic and two other former soldiers of murder on Monday.",
        "As many as 11 soldiers will be charged over the deaths of prisoners in Bagram, the army said.",
    ],
)
def test_who_did_it_or_holds_an_office_is_no_figure(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two officers were convicted of killing four protesters.", [("four", "killed")]),
        ("Two men who killed a policeman in Lahore were sentenced to life on Monday.", [("a", "killed")]),
        ("The men who shot dead three policemen were convicted on Monday.", [("three", "killed")]),
        ("Those behind the attack that killed 12 people have been indicted by a grand jury.", [("12", "killed")]),
        ("Five policemen whom the militants killed were sentenced by a sharia court.", [("Five", "killed")]),
        ("The village was attacked by dozens of militiamen, who killed 17 people.", [("17", "killed")]),
        ("Three generals were sacked and two were jailed after the coup attempt.", [("two", "detained")]),
    ],
)
def test_those_to_whom_it_was_done_are(text: str, found: list[tuple[str, str]]) -> None:
    assert figures(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Twelve soldiers were dismissed and arrested in Bamako on Tuesday.", [("Twelve", "detained")]),
        ("Twelve policemen were tried and hanged.", [("Twelve", "killed")]),
        ("The ship was stormed by commandos and nine activists were killed off Gaza.", [("nine", "killed")]),
        ("The convoy was attacked by two drones and eight soldiers died.", [("eight", "killed")]),
        ("At least 15 people were suspected killed in an air strike on Kunduz.", [("At least 15", "killed")]),
        ("Twenty migrants tried to swim ashore and drowned off Libya.", [("Twenty", "killed")]),
        ("Authorities identified 12 of the dead as suspects in the shooting.", [("12", "killed")]),
        ("Four gunmen wanted for murder were shot dead.", [("Four", "killed")]),
        ("The patrol was attacked by four gunmen, who were killed.", [("four", "killed")]),
        ("The bus was attacked by a gang of 12 gunmen, who were shot dead.", [("12", "killed")]),
        ("Four officers who were responsible for the raid were killed on Sunday.", [("Four", "killed")]),
        (
            "Gunmen killed a judge and two policemen convicted of bribery in Quetta.",
            [("a", "killed"), ("two", "killed")],
        ),
        ("Six people were charged and detained over the attack, police said.", [("Six", "detained")]),
    ],
)
def test_doers_who_came_to_harm_are(text: str, found: list[tuple[str, str]]) -> None:
    assert figures(text) == found


def test_who_is_charged_may_be_held() -> None:
    charged = tree(
        """
        Six NUM 1 nummod
        men NOUN 3 nsubj:pass
        were AUX 3 aux:pass
        charged VERB 3 ROOT
        """
    )
    assert is_doer(charged[0], "killed")
    assert not is_doer(charged[0], "detained")
