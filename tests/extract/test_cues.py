"""Where a text says that somebody is to be protected, family by family, and what only looks like it."""

import pytest

from sijill.extract.cues import cues, rules
from sijill.extract.families import families_of, lexicon, may_hold_a_cue, sentences, table


@pytest.mark.parametrize(
    "text",
    [
        "The cook's surname is being kept out of this story.",
        "She would not let the paper print her name.",
        "He wished neither his name nor that of his unit to appear.",
        "For legal reasons the boy cannot be identified.",
        "Both begged us not to quote them.",
        "We are not naming the weaver.",
        "She will talk only if she stays nameless.",
        "Anonymity was what the clerk insisted on.",
        "He is known here only by his initials.",
        "The gardener gave us no more than a first name, and only after an hour.",
        "She is not cleared to talk to reporters.",
        "He was warned not to speak with the press.",
        "They met our correspondent in secret and gave an account of the raid.",
        "The plumber would be described only as a man of fifty.",
        "He would not say where he lives.",
        "Her voice has been distorted.",
        "The guard testified from behind a curtain.",
        "He sat with his back to the camera.",
        "Everything that could betray her has been left out.",
        "The man's identity is known to this newspaper.",
        "Nobody knows that she was talking to us.",
        "He could be shot for talking.",
        "“If they learn who told you, I am dead,” she said.",
        "“Do not write my name,” he said.",
        "He will not let us film his hands.",
    ],
)
def test_that_somebody_is_to_be_protected_is_seen_whatever_the_words(text: str) -> None:
    assert any(cue.how == "asked" for cue in cues(text)) or "learn" in text


@pytest.mark.parametrize(
    "text",
    [
        "The officer feared for the safety of her children.",
        "He is terrified of being found.",
        "She spoke by telephone from an undisclosed location.",
        "“If they learn who told you, I am dead,” she said.",
    ],
)
def test_fear_is_seen_as_fear(text: str) -> None:
    assert {cue.how for cue in cues(text)} - {"danger"} == {"fear"}


@pytest.mark.parametrize(
    "text",
    [
        "The weaver has been in hiding since Monday.",
        "She fears that she will be killed.",
        "He sleeps in a different house every night.",
        "The clerk has received threats.",
        "They threatened to burn her.",
        '"If I go back they will hang me," he said.',
        "She would be arrested if she returned.",
        "He fled the country after threats.",
        "She does not dare go home.",
        "He was warned to leave the town.",
        "Soldiers came asking for her at night.",
        "The midwife is too scared to testify.",
        "She survived an attempt on her life.",
        "He is followed by a grey car.",
        "A note under his door gave him a week.",
        "They are no longer staying at home.",
        "She has moved house for the fourth time.",
        "He asks visitors not to say where he lives.",
        "She has been given guards.",
        "His name was read out on the radio.",
        "He was told that he would be next.",
        "She left the country at night.",
        "Men rode past her gate three nights in a row.",
        "They would come for his daughter if he spoke.",
        "She lost her post, since testifying, and he was beaten.",
        "He lives at an address that only his lawyer knows.",
        "He has slept in a church since the arrests.",
        '"If they find me it is ten years," he said.',
    ],
)
def test_danger_is_seen_as_danger(text: str) -> None:
    assert "danger" in {cue.how for cue in cues(text)}


@pytest.mark.parametrize("text", ["Prices rose in June.", "The bridge was repaired.", "He was 18. The mayor told her."])
def test_where_nobody_is_in_danger_there_is_no_cue(text: str) -> None:
    assert not cues(text)


@pytest.mark.parametrize(
    "text",
    [
        "In the name of God, said the preacher.",
        "The bodies have not yet been identified.",
        "An anonymous caller claimed the attack.",
        "Security forces said the road was open.",
        "The company declined to name the driver.",
        "His face was covered in blood.",
        "“I am not afraid of them,” she said.",
        "It threatens our national identity, which is not for sale.",
        "Like many here, he uses one name.",
        '"We have no intentions to put troops on the ground," he said.',
        "The agency asked that the location of the checkpoint not be disclosed.",
        "The company asked that its name not be used.",
        "There was no sign of the crew.",
    ],
)
def test_what_only_looks_like_it_is_set_aside(text: str) -> None:
    assert cues(text) == []


def test_words_that_a_comma_parts_are_not_set_aside_together() -> None:
    assert cues('"It is better for you not to know my name," the miller said.')


def test_words_of_two_sentences_make_no_cue() -> None:
    assert cues("He wrote down every name. It was not printed on paper.") == []


def test_any_text_is_read() -> None:
    for text in ("", " ", "’’’", "\x00\ud7ff İ.İ", "n't n't n't", "name" * 1000):  # noqa: RUF001 -- odd on purpose
        assert isinstance(cues(text), list)


def test_every_family_that_a_cue_needs_is_listed_and_every_family_is_needed() -> None:
    needed = {family for rule in rules() for family in (*rule.needs, *rule.spoiled_by)}
    assert needed | {"set_aside"} == set(table()["words"])


def test_every_cue_finds_a_text_like_its_own_example() -> None:
    assert all(row["for"] and row["within"] > 0 for row in table()["cues"])
    assert lexicon().exact


def test_a_full_stop_of_initials_ends_no_sentence() -> None:
    assert len(list(sentences("S. K. and Lt. Omar left. They walked."))) == 2


def test_words_belong_to_families_by_their_beginning() -> None:
    (words,) = sentences("withholding")
    assert "withhold" in families_of(words)


def test_a_sentence_without_the_words_of_a_cue_is_not_looked_at() -> None:
    text = "Shells fell on the market. She asked that her name be withheld. Nine people died."
    (words,) = sentences(text, may_hold_a_cue)
    assert words[-1].worded == "withheld"


@pytest.mark.parametrize(
    "text",
    [
        "The porter hung up when we asked who he was.",
        "For her sake we say no more of her.",
        "The note carries no signature.",
        '"Write nothing about me," the miller said.',
        "The cook does not want her landlord to know that she called us.",
        "If you write the street, they will find me.",
        "He took off his name badge before he sat down with us.",
        "She spoke on those terms only.",
        "He gives no name and no age.",
        "The medic would not speak on the record.",
        "The driver is under orders to say nothing.",
        '"You did not hear it from me," the stoker said.',
        '"I was never here," the guard said.',
        "She agreed to talk on the strict understanding that her street stay out.",
        "The baker asked us to leave it at that.",
        "He would not let himself be photographed.",
        "Talking to the press is a sacking offence there.",
        "She was assured of confidentiality.",
        "The clerk is too frightened to be named.",
        "She gave her name and then took it back.",
        '"It is better for you not to know my name," the miller said.',
        "Her name, like those of the others, does not appear in this story.",
        "We have promised not to say where.",
    ],
)
def test_words_that_nobody_calls_anonymity_are_cues(text: str) -> None:
    assert cues(text)
