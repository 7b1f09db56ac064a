"""What words beside a number tell of its people."""

from tomllib import loads as tomllib_loads

import pytest
from trees import tree

import sijill
from sijill.errors import DataError
from sijill.extract import befallen as table
from sijill.extract.befallen import befallen

PASSIVE = """
Twelve NUM 1 nummod
farmers NOUN {verb} nsubj:pass
were AUX {verb} aux:pass
{told}
"""


def passive(told: str) -> str | None:
    """Return what befell twelve farmers who "were ..."."""
    words = told.split()
    rows = "\n".join(f"{word} VERB 3 {'ROOT' if at == 0 else 'xcomp'}" for at, word in enumerate(words))
    return befallen(tree(PASSIVE.format(verb=3, told=rows))[0])


@pytest.mark.parametrize(
    ("told", "measure"),
    [
        ("shot dead", "killed"),
        ("shot and wounded", "injured"),
        ("burned alive", "killed"),
        ("badly burned", "injured"),
        ("burned", None),
        ("hacked to death", "killed"),
        ("taken prisoner", "detained"),
        ("taken hostage", "abducted"),
        ("taken to hospital", "injured"),
        ("driven from their homes", "displaced"),
        ("set free", "released"),
        ("reported missing", "missing"),
        ("believed to have been killed", "killed"),
        ("sentenced to ten years", "detained"),
        ("interviewed", None),
        ("killed and wounded", None),
        ("killed or wounded", None),
        ("arrested and later killed", "killed"),
        ("captured , tortured and executed", "killed"),
        ("beaten to death", "killed"),
        ("wounded and bandaged", "injured"),
    ],
)
def test_what_people_were_told_to_be_is_their_measure(told: str, measure: str | None) -> None:
    assert passive(told) == measure


ACTIVE = """
Gunmen NOUN 1 nsubj
{verb} VERB 1 ROOT
at ADP 4 case
least ADJ 4 nmod
12 NUM 5 nummod
farmers NOUN 1 obj
{behind} NOUN 1 xcomp
"""


@pytest.mark.parametrize(
    ("verb", "behind", "measure"),
    [
        ("kidnap", "yesterday", "abducted"),
        ("kidnapped", "yesterday", "abducted"),
        ("detained", "yesterday", "detained"),
        ("took", "hostage", "abducted"),
        ("took", "prisoner", "detained"),
        ("left", "dead", "killed"),
        ("left", "homeless", "displaced"),
        ("killed", "injured", None),
        ("met", "yesterday", None),
    ],
)
def test_the_verb_before_a_number_tells_what_befell_its_people(verb: str, behind: str, measure: str | None) -> None:
    assert befallen(tree(ACTIVE.format(verb=verb, behind=behind))[4]) == measure


def test_a_verb_that_tells_of_the_number_before_tells_nothing_of_the_next() -> None:
    headline = """
    Two NUM 1 nsubj
    killed VERB 1 ROOT
    5 NUM 3 nummod
    others NOUN 4 nsubj
    injured VERB 1 conj
    """
    assert befallen(tree(headline)[2]) is None


@pytest.mark.parametrize(("joined", "measure"), [("killed and", None), ("robbed and", "injured")])
def test_two_verbs_of_harm_that_share_a_number_leave_it_open(joined: str, measure: str | None) -> None:
    first, second = joined.split()
    both = f"""
    Gunmen NOUN 1 nsubj
    {first} VERB 1 ROOT
    {second} CCONJ 3 cc
    wounded VERB 1 conj
    12 NUM 3 obj
    """
    assert befallen(tree(both)[4]) == measure


@pytest.mark.parametrize(("noun", "measure"), [("kidnapping", "abducted"), ("arrest", "detained"), ("names", None)])
def test_the_noun_whose_victims_a_number_counts_tells_it(noun: str, measure: str | None) -> None:
    named = f"""
    The DET 1 det
    {noun} NOUN 1 ROOT
    of ADP 4 case
    12 NUM 4 nummod
    farmers NOUN 1 nmod
    """
    assert befallen(tree(named)[3]) == measure


@pytest.mark.parametrize(
    ("did", "measure"),
    [("died", "killed"), ("suffered injuries", "injured"), ("lost their homes", "displaced"), ("fled", None)],
)
def test_what_people_came_to_by_themselves_is_told_by_their_own_verb(did: str, measure: str | None) -> None:
    rows = "\n".join(f"{word} VERB 2 dep" for word in did.split())
    own = f"""
    Twelve NUM 1 nummod
    policemen NOUN 2 nsubj
    {rows}
    """
    assert befallen(tree(own)[0]) == measure


def test_of_the_wounded_those_who_died_are_dead() -> None:
    died = """
    Two NUM 4 nsubj
    of ADP 3 case
    the DET 3 det
    wounded NOUN 0 nmod
    have AUX 5 aux
    died VERB 5 ROOT
    """
    assert befallen(tree(died)[0]) == "killed"


def test_a_table_with_an_unknown_measure_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MEASURES", ("killed",))
    table._tables.cache_clear()
    with pytest.raises(DataError, match="unknown measure"):
        befallen(tree(ACTIVE.format(verb="met", behind="now"))[4])
    table._tables.cache_clear()


@pytest.mark.parametrize(("what", "measure"), [("missing", "missing"), ("dead", "killed"), ("armed", None)])
def test_in_a_row_each_number_has_the_word_behind_it(what: str, measure: str | None) -> None:
    row = f"""
    The DET 1 det
    attack NOUN 2 nsubj
    left VERB 2 ROOT
    30 NUM 2 obj
    wounded ADJ 3 amod
    and CCONJ 6 cc
    four NUM 3 conj
    {what} ADJ 6 amod
    , PUNCT 2 punct
    """
    assert befallen(tree(row)[6]) == measure


@pytest.mark.parametrize(("behind", "measure"), [("on", "killed"), ("wounded", None)])
def test_another_number_without_a_verb_is_of_what_was_told_before(behind: str, measure: str | None) -> None:
    going_on = f"""
    Four NUM 1 nummod
    people NOUN 2 nsubj
    died VERB 2 ROOT
    on ADP 4 case
    Friday PROPN 2 obl
    and CCONJ 7 cc
    another DET 7 det
    five NUM 1 conj
    {behind} ADP 9 case
    Saturday PROPN 7 obl
    """
    assert befallen(tree(going_on)[7]) == measure


@pytest.mark.parametrize(
    "text", ["[killed]\ndone = ['(']\ndid = []\ndoing = []\nthen = []\nof = []", "[killed]\ndone = []"]
)
def test_a_table_that_cannot_be_read_is_refused_with_its_fault(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(table.tomllib, "loads", lambda _: tomllib_loads(text))
    table._tables.cache_clear()
    with pytest.raises(DataError, match=r"befallen\.toml"):
        befallen(tree(ACTIVE.format(verb="met", behind="now"))[4])
    table._tables.cache_clear()


def test_each_number_of_a_row_behind_a_name_is_what_the_word_behind_it_says() -> None:
    rows = (
        "Baghdad      121 killed, 290 wounded",
        "Diyala        64 killed, 152 wounded",
        "Kirkuk 41 killed, 90 wounded",
    )
    text = "Monthly bulletin\n\nBy governorate:\n\n  " + "\n  ".join(rows)
    found = {claim.figure.worded: claim.figure.measure for claim in sijill.read(text) if claim.figure}
    told = {"121": "killed", "290": "injured", "64": "killed", "152": "injured", "41": "killed", "90": "injured"}
    assert found == told
