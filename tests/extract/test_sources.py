"""What kind of source speaks, where it speaks more than once."""

import sijill
from sijill.extract.sources import one_kind_each
from sijill.reading import Choice

ONCE = (Choice("monitor", 0.6), Choice("activist", 0.4))
AGAIN = (Choice("activist", 0.9), Choice("monitor", 0.1))


def test_a_source_that_recurs_is_of_one_kind() -> None:
    kinds = one_kind_each([("The network", ONCE), ("the network", AGAIN), ("a neighbour", ONCE)])
    assert [choice.label for choice in kinds["the network"]] == ["activist", "monitor"]
    assert kinds["the network"][0].probability == 0.65


def test_a_source_that_speaks_once_keeps_what_the_reader_says() -> None:
    assert one_kind_each([("a neighbour", ONCE)]) == {"a neighbour": ONCE}


def test_each_half_of_a_sentence_has_its_own_speaker() -> None:
    text = "The UN says more than 60,000 people have died in the conflict; the opposition says 100,000."
    said = [claim.source.worded for claim in sijill.read(text) if claim.figure]
    assert said == ["The UN", "the opposition"]


def kinds_of(text: str) -> set[str]:
    """Return the kinds of the sources of a text's figures."""
    return {claim.source.kind for claim in sijill.read(text) if claim.figure}


def test_an_apposition_tells_the_kind_of_a_source() -> None:
    assert kinds_of("The Karran Union, a rebel group, said 24 villagers had been killed.") == {"armed_group"}


def test_the_group_is_of_the_kind_of_the_organisation_named_last() -> None:
    told = "Volunteers of the White Helmets were hit as they dug. Three volunteers were killed, the group said."
    assert kinds_of(told) == {"medical"}
    assert kinds_of(told.replace("the group", "the terrorist group")) == {"armed_group"}


def test_a_committee_is_of_the_kind_that_its_full_name_had() -> None:
    told = "The hospital committee of Hamra met on Friday. The committee raised its figure to 44 dead."
    assert kinds_of(told) == {"medical"}


def test_the_source_named_right_behind_a_number_is_its_own() -> None:
    text = "A drone strike killed 16 people in Murzuq, an official said, while a medical source gave a toll of 13."
    assert [claim.source.worded for claim in sijill.read(text) if claim.figure] == ["an official", "a medical source"]
    text = "Attack at Bulongo on Sunday night: 20 dead according to the local chief, 27 according to the Red Cross."
    assert [claim.source.worded for claim in sijill.read(text) if claim.figure] == ["the local chief", "the Red Cross"]
