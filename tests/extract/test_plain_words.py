"""Fixed words around a claim that settle how certain it is."""

import pytest

import sijill


@pytest.mark.parametrize(
    ("sentence", "certainty"),
    [
        ('"It is not true that 12 people were killed in Beni on Friday," the army said.', "denied"),
        ("There is no truth in reports that 12 people were killed in Beni on Friday, the army said.", "denied"),
        ("Reports that 12 people were killed in Beni on Friday are false, the army said.", "denied"),
        ("Police foiled a plot to kill 12 officials in Beni on Friday.", "hypothetical"),
        ("Up to 12,000 people are expected to flee Beni, the UN said on Friday.", "hypothetical"),
        ("More than 12,000 people are set for evacuation from Beni, the UN said on Friday.", "hypothetical"),
        ("Unconfirmed reports said 12 people were killed in Beni on Friday.", "hedged"),
        ("It appears that 12 people were killed in Beni on Friday, police said.", "hedged"),
        ("Twelve people were likely killed in Beni on Friday, police said.", "hedged"),
        ("The army confirmed on Friday that 12 people were killed in Beni.", "asserted"),
        ("The men who plotted to rob a bank killed 12 people in Beni on Friday, police said.", "asserted"),
        ("Twelve people were killed on Friday in strikes allegedly carried out by the army in Beni.", "asserted"),
        ("Twelve people died in Beni on Friday and others were likely killed.", "asserted"),
        ("The 12 people wounded in Beni on Friday are expected to recover, doctors said.", "asserted"),
    ],
)
def test_fixed_words_tell_how_certain_a_number_is(sentence: str, certainty: str) -> None:
    claims = sijill.read(f"BENI, March 4, 2017 - {sentence}", published="2017-03-05")
    (figure,) = [claim for claim in claims if claim.figure]
    told = [one.quote for one in figure.evidence if one.field == "certainty"]
    assert figure.certainty == certainty
    assert certainty == "asserted" or told


def test_how_something_is_denied_is_no_part_of_who_denies_it() -> None:
    text = "The Ministry of Defence categorically denies reports that Malian soldiers killed 45 civilians in Boni."
    (figure,) = [claim for claim in sijill.read(text, published="2023-05-14") if claim.figure]
    assert ([source.worded for source in figure.sources], figure.certainty) == (["The Ministry of Defence"], "denied")
