"""People known by less than a full name, by trees given by hand."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from trees import VOCAB, tree

import sijill
from sijill.extract.codes import coded
from sijill.extract.lone_names import lone_names


def coded_in(text: str) -> list[str]:
    rows = "\n".join(f"{word} PROPN 0 dep" for word in text.split())
    return [token.text for token in coded(tree(rows))]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Parwana* was late", "Parwana*"),
        ("Witness Q-12 was heard", "Witness"),
        ("Detainee 9 was released", "Detainee"),
        ("said Mama T. , 61", "Mama"),
        ("Mr X said so", "Mr"),
        ("identified only as L. by the court", "L."),
    ],
)
def test_stars_codes_and_initials_are_people(text: str, first: str) -> None:
    assert first in coded_in(text)


@pytest.mark.parametrize(
    "text", ["Plan B. failed", "John F. Kennedy said", "the U.S. said", "Y. Ranjan Meitram said", "**bold** words"]
)
def test_letters_of_other_things_are_not(text: str) -> None:
    assert coded_in(text) == []


def lone(rows: str) -> list[str]:
    return [token.text for token in lone_names(tree(rows))]


AGED = """said VERB 0 ROOT
Mirela PROPN 0 nsubj
, PUNCT 3 punct
34 NUM 1 appos
, PUNCT 0 punct
"""


def test_a_lone_name_with_an_age_is_somebody_to_protect() -> None:
    assert lone(AGED) == ["Mirela"]


def test_a_lone_name_with_a_private_role_beside_it_is_too() -> None:
    rows = "said VERB 0 ROOT\nMirela PROPN 0 nsubj\n, PUNCT 4 punct\na DET 4 det\nnurse NOUN 1 appos\n"
    assert lone(rows) == ["Mirela"]


def test_the_holder_of_an_office_is_not() -> None:
    rows = "said VERB 0 ROOT\nMirela PROPN 0 nsubj\n, PUNCT 4 punct\nthe DET 4 det\ngovernor NOUN 1 appos\n"
    assert lone(rows) == []


def test_a_name_that_stands_in_full_elsewhere_is_not_lone() -> None:
    rows = AGED + "told VERB 5 ROOT\nMirela PROPN 5 nsubj\nDobrescu PROPN 6 flat\n"
    assert lone(rows) == []


def test_who_is_known_to_all_by_one_name_is_not() -> None:
    assert lone(AGED.replace("Mirela", "Putin")) == []


def test_the_wife_of_somebody_is_known_by_his_name() -> None:
    rows = "Ion PROPN 2 nsubj\nPopa PROPN 0 flat\nleft VERB 2 ROOT\n, PUNCT 2 punct\nsaid VERB 2 parataxis\n"
    rows += "his PRON 6 nmod:poss\nwife NOUN 4 nsubj\n, PUNCT 8 punct\n"
    rows += "Mirela PROPN 6 appos\n, PUNCT 6 punct\n34 NUM 8 appos\n"
    assert lone(rows) == []


def test_a_given_name_with_a_hyphen_is_one_name() -> None:
    rows = (
        "said VERB 0 ROOT\nJean PROPN 0 nsubj\n- PUNCT 1 punct\nClaude PROPN 1 flat\n, PUNCT 1 punct\n34 NUM 1 appos\n"
    )
    words = [row.split() for row in rows.splitlines()]
    doc = Doc(
        VOCAB,
        words=[word[0] for word in words],
        spaces=[True, False, False, False, True, False],
        pos=[word[1] for word in words],
        heads=[int(word[2]) for word in words],
        deps=[word[3] for word in words],
    )
    assert [token.text for token in lone_names(doc)] == ["Jean"]


def test_the_dead_are_named_for_others_sake() -> None:
    rows = "named VERB 0 ROOT\nthe DET 3 det\ndead ADJ 3 amod\nman NOUN 0 obj\nas ADP 5 case\nMirela PROPN 3 nmod\n"
    assert lone(rows + ", PUNCT 7 punct\na DET 8 det\nfarmer NOUN 5 appos\n") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The mother of the deceased, Huda, 51, spoke of three killings by police.", "Huda"),
        ("Friends of the dead, Lina, 19, and Omar, 20, told us that police killed five people.", "Lina"),
        ("The dead man's neighbour Farid, 34, who feared reprisals, said two were shot.", "Farid"),
    ],
)
def test_who_mourns_the_dead_is_alive(text: str, name: str) -> None:
    assert any(name in person.worded for person in sijill.hidden(text))
