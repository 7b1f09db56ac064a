"""What governs a claim in its sentence: denials, questions, conditions, doubt."""

import pytest
from trees import trees

from sijill.extract.governors import governor_of, is_denial, table
from sijill.model import CERTAINTIES

SENTENCES = trees("certainty.txt")


def degree_of(sentence: str, word: str) -> str | None:
    doc = SENTENCES[sentence]
    governor = governor_of(next(token for token in doc if token.text == word))
    return governor.degree if governor else None


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("We deny the lie that we left 26 dead in the village.", "26"),
        ("The ministry denied that its planes had killed 12 people.", "12"),
        ("The army denied bombing the market.", "bombing"),
        ("The army denied the attack after 30 people had died.", "attack"),
        ("The government rejected reports that the police had killed nine protesters.", "nine"),
        ("The governor dismissed claims that troops had shelled the town.", "shelled"),
        ("The general called the reports of a massacre false.", "massacre"),
        ("The mayor said that nobody was killed.", "killed"),
        ("No group claimed responsibility.", "claimed"),
        ("The rebels have not claimed responsibility for the blast.", "claimed"),
        ("No women or children were injured or detained.", "injured"),
        ("No women or children were injured or detained.", "detained"),
        ("The soldiers did not fire their weapons.", "fire"),
        ("There was no resistance.", "resistance"),
        ("The pilot refused to bomb the port.", "bomb"),
    ],
)
def test_what_is_said_not_to_be_so_is_denied(sentence: str, word: str) -> None:
    assert degree_of(sentence, word) == "denied"


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The army denied the attack after 30 people had died.", "30"),
        ("No fewer than 14 people were killed.", "14"),
        ("Not only soldiers were killed.", "killed"),
        ("The guards did not stay and opened fire.", "opened"),
        ("The envoy called for a truce after an attack on the school.", "attack"),
        ("The police detained two suspected looters.", "two"),
        ("The strike killed 15 people in the market.", "15"),
        ("The blast may have killed 40 people.", "blast"),
        ("Medics said that 15 people died, and the army said that it would investigate the strike.", "15"),
    ],
)
def test_what_no_word_governs_is_left_to_the_reader(sentence: str, word: str) -> None:
    assert degree_of(sentence, word) is None


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("What happens if he is toppled or even killed?", "toppled"),
        ("What happens if he is toppled or even killed?", "killed"),
        ("If the rebels attack the city, 4,000 people will be displaced.", "attack"),
        ("If the rebels attack the city, 4,000 people will be displaced.", "4,000"),
        ("A siege could kill thousands of people.", "thousands"),
        ("The militia threatened to arrest another 20 people.", "20"),
        ("The army plans to retake the town.", "retake"),
        ("The party called for a protest in the square.", "protest"),
        ("The envoy called for a truce after an attack on the school.", "truce"),
        ("The rebels launched an offensive to retake the dam.", "retake"),
    ],
)
def test_what_depends_on_something_or_is_yet_to_come_is_hypothetical(sentence: str, word: str) -> None:
    assert degree_of(sentence, word) == "hypothetical"


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The blast may have killed 40 people.", "40"),
        ("The death toll may be as high as 900.", "900"),
        ("Officials did not know whether 30 prisoners had been killed.", "30"),
        ("The brigade carried out an alleged attack on a convoy.", "attack"),
        ("Seven children are believed to have died.", "Seven"),
    ],
)
def test_what_nobody_vouches_for_is_hedged(sentence: str, word: str) -> None:
    assert degree_of(sentence, word) == "hedged"


def test_a_word_of_denial_is_known_as_one() -> None:
    doc = SENTENCES["The army denied bombing the market."]
    assert [token.text for token in doc if is_denial(token)] == ["denied"]


def test_every_rule_of_the_table_has_a_known_degree() -> None:
    assert {rule.degree for rule in (*table().above, *table().beside)} <= set(CERTAINTIES)
