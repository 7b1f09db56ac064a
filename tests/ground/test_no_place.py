"""Words that name no place are no place of a claim."""

from datetime import date

import pytest
import spacy
from spacy.tokens import Doc, Span

import sijill
from sijill.ground.no_place import is_no_place
from sijill.model import Place


def said(text: str, label: str | None = None) -> tuple[Place, Doc, int, int]:
    """Return a text as a place that nobody knows, tagged as a name of that kind."""
    doc = spacy.blank("en")(text)
    doc.set_ents([Span(doc, 0, len(doc), label)] if label else [])
    return Place(worded=text), doc, 0, len(text)


@pytest.mark.parametrize(
    ("text", "label"), [("blast", None), ("toll", None), ("them", None), ("Ahmad", "PER"), ("SOHR", "ORG")]
)
def test_a_thing_a_person_and_a_party_are_no_place(text: str, label: str | None) -> None:
    assert is_no_place(*said(text, label))


@pytest.mark.parametrize(
    ("text", "label"), [("Pul-e Sangi", "LOC"), ("Namar", None), ("the camp", None), ("a factory", None)]
)
def test_an_unknown_name_and_a_kind_of_place_are(text: str, label: str | None) -> None:
    assert not is_no_place(*said(text, label))


def test_who_speaks_is_not_where_it_happened() -> None:
    found = sijill.read('"We buried 19 people," said Ahmad, a resident.', published=date(2016, 7, 12))
    assert [claim.place for claim in found if claim.figure] == [None]
    assert all(e.field != "place" for claim in found if claim.figure for e in claim.evidence)
