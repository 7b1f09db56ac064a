"""Two words of one clause for one happening."""

import pytest
from trees import tree

from sijill.extract.one_clause import told_once
from sijill.reading import Choice, TriggerCue

FELL = """
The DET 1 det
{0} NOUN 2 nsubj
{1} VERB 2 ROOT
on ADP 4 case
homes NOUN 2 obl
"""
BEATEN = """
The DET 1 det
army NOUN 2 nsubj
{0} VERB 2 ROOT
an DET 4 det
{1} NOUN 2 obj
"""


def cue(at: int, kind: str) -> TriggerCue:
    return TriggerCue(
        start=at, end=at + 1, probability=1.0, happening=(Choice(kind, 1.0),), source_kind=(), modality=(), source=None,
        perpetrator=None, victims=None, place=None,
    )  # fmt: skip


def kept(told: str, *cues: tuple[int, str]) -> list[str]:
    """Return the words of the triggers that stay."""
    doc = tree(told)
    return [doc[one.start].text for _, one in told_once(doc, list(enumerate(cue(*one) for one in cues)))]


@pytest.mark.parametrize(("weapon", "verb"), [("shells", "fell"), ("missile", "landed"), ("bomb", "exploded")])
def test_a_weapon_and_what_it_does_are_one_happening(weapon: str, verb: str) -> None:
    shelling = "shelling_artillery_missile"
    assert kept(FELL.format(weapon, verb), (1, shelling), (2, shelling)) == [verb]


def test_a_weapon_alone_tells_of_it() -> None:
    assert kept(FELL.format("shells", "fell"), (1, "shelling_artillery_missile")) == ["shells"]


def test_a_weapon_of_another_kind_than_its_verb_stays() -> None:
    assert len(kept(FELL.format("bomb", "trapped"), (1, "remote_explosive_ied"), (2, "other"))) == len(
        ["bomb", "trapped"]
    )


def test_what_somebody_does_is_not_told_by_who_does_it() -> None:
    assert len(kept(FELL.format("raid", "struck"), (1, "attack"), (2, "attack"))) == len(["raid", "struck"])


@pytest.mark.parametrize("verb", ["repelled", "foiled", "thwarted"])
def test_an_attack_that_was_beaten_off_is_told_of_once(verb: str) -> None:
    assert kept(BEATEN.format(verb, "attack"), (2, "armed_clash"), (4, "armed_clash")) == ["attack"]


@pytest.mark.parametrize(("verb", "what"), [("launched", "attack"), ("repelled", "rebels"), ("condemned", "attack")])
def test_other_verbs_and_what_is_no_attack_stay(verb: str, what: str) -> None:
    assert kept(BEATEN.format(verb, what), (2, "armed_clash"), (4, "armed_clash")) == [verb, what]


def test_what_was_beaten_off_is_a_happening_where_the_attack_is_none() -> None:
    assert kept(BEATEN.format("repelled", "attack"), (2, "armed_clash")) == ["repelled"]
