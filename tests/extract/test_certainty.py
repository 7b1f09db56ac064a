"""How sure claims are, read whole."""

import pytest

import sijill


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The army dismissed as fabricated reports on Facebook that seven people had died in Kani.", ["denied"]),
        ("The army rejected claims that its artillery had killed 22 civilians in Bentiu.", ["denied"]),
        ("M23 rejected the accusation as baseless, saying that eight civilians had been killed.", ["asserted"]),
        ("The source denied what it called the lies of rebels that 22 civilians had been killed.", ["denied"]),
        ("The ministry denied the stories of rebels that 30 soldiers had died in Tamar.", ["denied"]),
        ("The army did not deny that 12 were killed, but denies that 30 were.", ["asserted", "denied"]),
        ("The army denied what it called lies and said that 22 militants were killed in Homs.", ["asserted"]),
        ("The ministry denied allegations of torture and said that 12 prisoners had died.", ["asserted"]),
    ],
)
def test_what_denied_reports_tell_is_denied_and_what_is_said_beside_is_not(text: str, certainty: list[str]) -> None:
    assert [claim.certainty for claim in sijill.read(text) if claim.figure] == certainty


def test_what_is_told_if_confirmed_is_hedged_and_other_conditions_are_not() -> None:
    text = "If confirmed, the attack would be the deadliest of the war. If attacked, the army would strike Homs."
    told = {claim.anchor.quote: claim.certainty for claim in sijill.read(text)}
    assert told == {"attack": "hedged", "attacked": "hypothetical", "strike": "hypothetical"}


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The army foiled an attack on Deir ez-Zor on Wednesday, killing 60 militants.", ["asserted"]),
        ("Reports that a peacekeeper was shot dead in El Geneina on Friday are untrue, the mission said.", ["denied"]),
        ("Rumours that five men had been shot dead in Orangi were found on checking to be false.", ["denied"]),
        ("Had it gone off, as many as 30 people could have been killed, police in Newry said.", ["hypothetical"]),
        ("The ombudsman called for the immediate release of 12 councillors kidnapped in Arauquita.", ["hypothetical"]),
    ],
)
def test_what_is_asked_for_or_untrue_is_told_from_what_happened(text: str, certainty: list[str]) -> None:
    assert [claim.certainty for claim in sijill.read(text) if claim.figure] == certainty


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("We therefore withdraw the figure of 37 dead and regret the error.", ["denied"]),
        ("The army withdrew a statement that it had freed 14 schoolgirls in Gadori.", ["denied"]),
        ("The monitor retracted its count of 40 dead in Tamar and said 31 people were killed.", ["denied", "asserted"]),
        ("The army withdrew its troops after a report that 12 soldiers had been killed.", ["asserted"]),
        ("The rebels withdrew from the town after 12 of their fighters were killed.", ["asserted"]),
        ("The police retracted an earlier statement, acknowledging that 12 miners were shot dead.", ["asserted"]),
        ("The company withdrew all its statements after it emerged that 9 workers had been killed.", ["asserted"]),
        ("The group withdrew its figure of 37 dead because only 29 people were killed.", ["denied", "asserted"]),
        ("Nigeria called on HRW to retract a report that soldiers had killed 185 people in Baga.", ["asserted"]),
        ("The army has yet to withdraw its claim that 25 rebels were killed.", ["asserted"]),
        ("Without withdrawing its claim that 20 died, the army spoke of an error.", ["asserted"]),
    ],
)
def test_what_its_source_takes_back_is_denied(text: str, certainty: list[str]) -> None:
    assert [claim.certainty for claim in sijill.read(text) if claim.figure] == certainty


@pytest.mark.parametrize(
    "text",
    [
        "The army did not withdraw its claim to have killed 23 insurgents in the Kwalaram forest on Friday.",
        "The ministry did not deny that 12 protesters were killed.",
        "The police have never disputed that three students were shot dead.",
        "Neither side denied that 14 people died.",
        "The army has not yet denied that 14 people were killed.",
    ],
)
def test_what_nobody_denies_is_not_denied(text: str) -> None:
    claims = sijill.read(text)
    assert [claim.certainty for claim in claims if claim.figure] == ["asserted"]
    assert {claim.certainty for claim in claims if claim.happening == "deny"} <= {"denied"}


@pytest.mark.parametrize(
    "text", ["The UN could not rule out 12 deaths.", "The ministry cannot rule out that 12 people died in Tamar."]
)
def test_what_cannot_be_ruled_out_is_hedged(text: str) -> None:
    assert [claim.certainty for claim in sijill.read(text) if claim.figure] == ["hedged"]
