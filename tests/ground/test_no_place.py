"""Words that name no place are no place of a claim."""

from dataclasses import replace
from datetime import date

import pytest
import spacy
from spacy.tokens import Doc, Span

import sijill
from sijill.ground.no_place import instead, is_no_place
from sijill.model import Place


def said(text: str, label: str | None = None) -> tuple[Place, Doc, int, int]:
    """Return a text as a place that nobody knows, tagged as a name of that kind."""
    doc = spacy.blank("en")(text)
    doc.set_ents([Span(doc, 0, len(doc), label)] if label else [])
    return Place(worded=text), doc, 0, len(text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("blast", None),
        ("toll", None),
        ("them", None),
        ("Ahmad", "PER"),
        ("SOHR", "ORG"),
        ("Takfiri", None),
        ("Alawite", None),
        ("least 15", "LOC"),
    ],
)
def test_a_thing_a_person_and_a_party_are_no_place(text: str, label: str | None) -> None:
    assert is_no_place(*said(text, label))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Pul-e Sangi", "LOC"),
        ("al-Rahba", "LOC"),
        ("Division 17", "LOC"),
        ("Namar", None),
        ("the army base", None),
        ("the camp", None),
        ("a factory", None),
    ],
)
def test_an_unknown_name_and_a_kind_of_place_are(text: str, label: str | None) -> None:
    assert not is_no_place(*said(text, label))


def test_the_country_of_the_report_makes_no_place_of_a_person() -> None:
    place, doc, start, end = said("Ahmad", "PER")
    assert is_no_place(replace(place, country="SY", precision=6), doc, start, end)


@pytest.mark.parametrize("before", ["near", "an elder from the village of"])
def test_what_a_place_s_words_open_is_one(before: str) -> None:
    doc = spacy.blank("en")(f"{before} Qara Yatim")
    doc.set_ents([Span(doc, len(doc) - 2, len(doc), "PER")])
    assert not is_no_place(Place(worded="Qara Yatim"), doc, len(before) + 1, len(before) + 11)


def test_another_mention_of_the_happening_tells_where_it_was() -> None:
    told = sijill.read("A blast killed 19 people.", published=date(2016, 7, 12))[0]
    blast, toll, other = (
        replace(told, place=Place(worded=place), incident=incident)
        for place, incident in (("Tamar", "blast"), ("SOHR", "blast"), ("Ahmad", None))
    )
    lost = [blast, replace(toll, place=None), replace(other, place=None)]
    assert [c.place and c.place.worded for c in instead(lost, [blast, toll, other])] == ["Tamar", "Tamar", None]


def test_who_speaks_is_not_where_it_happened() -> None:
    found = sijill.read('"We buried 19 people," said Ahmad, a resident.', published=date(2016, 7, 12))
    assert [claim.place for claim in found if claim.figure] == [None]
    assert all(e.field != "place" for claim in found if claim.figure for e in claim.evidence)
