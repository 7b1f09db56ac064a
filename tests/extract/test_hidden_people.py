"""Who hides in a report, by trees given by hand and as the reader gives them (`data/hiders.txt`, by who hides)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from spacy.tokens import Span
from trees import tree, trees

from sijill.acquire import Options, report_from_text
from sijill.extract.hidden_people import Hider, hidden_people, hider_at, hiders
from sijill.extract.no_danger import is_a_place
from sijill.extract.widened import widened
from sijill.extract.words import Page
from sijill.model import Report, Text
from sijill.reading import Reading
from sijill.run.pipeline import load_tools, read_report

if TYPE_CHECKING:
    from spacy.tokens import Doc

TREES = trees("hiders.txt")
HIDE = [words for words in TREES if not words.startswith("nobody")]


def page_of(doc: Doc) -> Page:
    report = Report(text=doc.text, name="x", sha256="")
    text = Text(text=doc.text, offsets=tuple(range(len(doc.text) + 1)))
    return Page(report=report, text=text, reading=Reading(text=doc.text, doc=doc, times=(), numbers=(), triggers=()))


@pytest.mark.parametrize("words", HIDE)
def test_the_one_who_hides_is_found(words: str) -> None:
    page = page_of(TREES[words])
    assert words in {person.worded for person in hidden_people(page, hiders(page))}


@pytest.mark.parametrize("why", [words for words in TREES if words.startswith("nobody")])
def test_who_does_not_hide_is_spared(why: str) -> None:
    assert hiders(page_of(TREES[why])) == ()


@pytest.mark.parametrize("words", ["a trader", "an orderly", "a gunner from his own brigade"])
def test_the_other_speaker_of_the_sentence_is_spared(words: str) -> None:
    page = page_of(TREES[words])
    assert [person.worded for person in hidden_people(page, hiders(page))] == [words]


def test_a_name_that_is_given_belongs_to_the_one_who_gives_it() -> None:
    page = page_of(TREES["a trader"])
    (person,) = hidden_people(page, hiders(page))
    assert (person.name, person.how) == ("Moses", "first_name")


def test_a_name_beside_a_role_is_the_name_of_who_hides() -> None:
    page = page_of(TREES["A beekeeper from the valley"])
    assert [person.name for person in hidden_people(page, hiders(page))] == ["Ion"]


@pytest.mark.parametrize("words", HIDE)
def test_every_word_stands_in_the_report(words: str) -> None:
    page = page_of(TREES[words])
    for person in hidden_people(page, hiders(page)):
        assert {"person", "anonymity"} == {evidence.field for evidence in person.evidence}
        assert all(e.span.of(page.report.text) == e.quote for e in person.evidence)


def test_a_pronoun_of_the_next_sentence_is_the_one_who_hides() -> None:
    doc = TREES["A taxi driver"]
    at = next(token.i for token in doc if token.text == "He")
    hider = hider_at(doc, at, at + 1, hiders(page_of(doc)))
    assert hider is not None
    assert hider.head.text == "driver"


def test_others_of_the_sentence_are_not_the_one_who_hides() -> None:
    doc = TREES["an orderly"]
    assert hider_at(doc, 0, 3, hiders(page_of(doc))) is None


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Rana", ["Rana", "her husband", "Omar"]),
        ("Huda", ["Rana", "Huda"]),
        ("Lina", ["a nurse", "Lina"]),
        ("Two teachers", ["Two teachers", "Salma", "Iman"]),
    ],
)
def test_those_who_are_joined_hide_together(words: str, names: list[str]) -> None:
    page = page_of(TREES[words])
    assert [person.worded for person in hidden_people(page, hiders(page))] == names


def test_one_who_hides_is_known_by_each_part_of_the_name() -> None:
    doc = TREES["Mariam Haddad"]
    found = hiders(page_of(doc))
    speakers = [token.i for token in doc if token.text in {"Haddad", "Mariam"}]
    assert all(hider_at(doc, at, at + 1, found) is found[0] for at in speakers)


@pytest.mark.parametrize(("words", "known"), [("Abu Omar", True), ("al-Homsi", True), ("Omar", False), ("Abu", False)])
def test_a_kunya_alone_is_nobody(words: str, *, known: bool) -> None:
    said = tree("\n".join(f"{word} PROPN 0 flat" for word in words.split()))
    head = tree("Karim PROPN 0 ROOT")[0]
    hider = Hider(head=head, start=5, end=6, name="Abu Omar al-Homsi", hidings=())
    assert (hider_at(said, 0, len(said), [hider]) is hider) is known


WHO = """
A DET 1 det
clerk NOUN 2 nsubj
left VERB 2 ROOT
. PUNCT 2 punct
One NUM 5 nummod
trader NOUN 12 nsubj
who PRON 7 nsubj
gave VERB 12 parataxis
his PRON 9 nmod:poss
name NOUN 7 obj
as ADP 11 case
Omar PROPN 7 obl
spoke VERB 12 ROOT
"""


def test_who_gives_a_name_in_a_clause_with_who_is_meant_alone() -> None:
    doc = tree(WHO)
    assert [head.text for head in widened(doc[6:12], [doc[5]], by_fear=False)] == ["trader"]


def test_a_town_that_a_report_names_again_and_again_is_a_place() -> None:
    doc = tree("Jisr PROPN 1 nsubj\nfell VERB 1 ROOT\nJisr PROPN 1 obj\nJisr PROPN 1 obl\nOmar PROPN 1 obj")
    doc.ents = [Span(doc, 0, 1, "PER"), Span(doc, 2, 3, "LOC"), Span(doc, 3, 4, "LOC"), Span(doc, 4, 5, "PER")]
    assert is_a_place(doc[0])
    assert not is_a_place(doc[4])


def test_where_and_when_a_statement_was_written_hides_nobody() -> None:
    text = (
        "PRESS RELEASE\nKabul, 18 March 2016\n\nThe Afghan Human Rights Commission condemns the attack on a wedding "
        "party in the Nad Ali district of Helmand province on 16 March. The Taliban said in a statement that 20 police "
        "officers were killed."
    )
    report = report_from_text(text, name="text", options=Options())
    assert read_report(report, load_tools()).hidden == ()


@pytest.mark.parametrize(
    "text",
    [
        "An air strike killed Abu Omar al-Shishani and four others near Mosul on Tuesday, the Pentagon said.",
        "Twelve members of the Abu Hassan family died in the first strike on Rafah.",
        "- Monywa: Three civilians, including a 9-year-old girl, were killed by artillery shelling.",
    ],
)
def test_the_dead_families_and_towns_at_the_head_of_a_row_do_not_hide(text: str) -> None:
    assert read_report(report_from_text(text, name="r", options=Options()), load_tools(1)).hidden == ()
