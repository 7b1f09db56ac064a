"""How sure claims are, read whole."""

import pytest

import sijill


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The army dismissed as fabricated reports on Facebook that seven people had died in Kani.", ["denied"]),
        ("The army rejected claims that its artillery had killed 22 civilians in Bentiu.", ["denied"]),
        ("M23 rejected the accusation as baseless, saying that eight civilians had been killed.", ["asserted"]),
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
