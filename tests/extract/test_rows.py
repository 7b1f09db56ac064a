"""Rows of a table in words."""

import pytest
import spacy
from spacy.tokens import Span

from sijill.extract.rows import head_of_row, heads_another_row
from sijill.extract.words import Page
from sijill.model import Report, Text
from sijill.reading import Reading

TABLE = "By governorate:\n\nOrzan 121 killed, 290 wounded\nMarun 64 killed\n\nKarsh 9 people died on Monday."

NAMES = ("Orzan", "Marun", "Karsh", "Sabil", "Ali", "Omar", "Tuesday", "February", "Fridays", "SPLA")


def page(text: str, *places: str, **others: str) -> Page:
    """Return a page whose named words the reader took for places, or for what is given of others."""
    doc = spacy.blank("en")(text)
    for word in doc:
        word.pos_ = "PROPN" if word.text in NAMES else "NOUN"
    labels = dict.fromkeys(places, "LOC") | others
    doc.set_ents([Span(doc, t.i, t.i + 1, labels[t.text]) for t in doc if t.text in labels])
    report = Report(text=text, name="table", sha256="0")
    plain = Text(text=text, offsets=tuple(range(len(text) + 1)))
    return Page(report=report, text=plain, reading=Reading(text=text, doc=doc, times=(), numbers=(), triggers=()))


def head(text: str, words: str, *places: str, **others: str) -> str | None:
    found = head_of_row(page(text, *places, **others), text.index(words))
    return text[slice(*found)] if found else None


def test_every_number_of_a_row_belongs_to_the_place_that_opens_it() -> None:
    assert head(TABLE, "121", "Orzan", "Marun") == "Orzan"
    assert head(TABLE, "290", "Orzan", "Marun") == "Orzan"
    assert head(TABLE, "64", "Orzan", "Marun") == "Marun"


def test_a_line_that_stands_alone_is_no_row() -> None:
    assert head(TABLE, "9 people", "Orzan", "Marun", "Karsh") is None


def test_a_name_that_is_no_place_opens_no_row() -> None:
    assert head("Ali 12 killed\nOmar 3 killed", "12") is None


def test_a_name_that_nobody_knows_is_a_place_among_rows_of_places() -> None:
    table = "Orzan 12 killed\nSabil 3 killed\nMarun 4 killed\nTotal 19 killed"
    assert head(table, "3 killed", "Orzan", "Marun") == "Sabil"
    assert head(table, "19", "Orzan", "Marun") is None
    assert head(table, "3 killed", "Orzan") is None


@pytest.mark.parametrize("when", ["Tuesday", "February", "Fridays"])
def test_a_day_or_a_month_among_rows_of_places_is_none(when: str) -> None:
    table = f"{when} 6 killed\nOrzan 3 killed\nMarun 2 killed"
    assert head(table, "6 killed", "Orzan", "Marun") is None


def test_a_body_of_people_among_rows_of_places_is_none() -> None:
    table = "Orzan 33 killed\nMarun 14 killed\nSPLA 8 killed\nSabil 2 killed"
    assert head(table, "8 killed", "Orzan", "Marun", SPLA="ORG") is None
    assert head(table, "2 killed", "Orzan", "Marun", Sabil="PER") == "Sabil"


def test_rows_with_colons_open_with_places_where_one_is_sure() -> None:
    table = "- Orzan: 6 killed\n- Marun: 4 killed\n- Karsh: 3 killed"
    assert head(table, "4", "Orzan") == "Marun"
    assert head(table.replace(":", ""), "4", "Orzan") is None
    assert head(table, "4") is None


def test_a_place_that_heads_a_row_below_is_not_that_of_what_stands_above_the_list() -> None:
    lines = "Strikes killed 13 people:\n- Orzan: 6 killed\n- Marun: 7 killed"
    read = page(lines, "Orzan", "Marun")
    assert heads_another_row(read, lines.index("13"), lines.index("Orzan"))
    assert not heads_another_row(read, lines.index("6"), lines.index("Orzan"))
    assert not heads_another_row(page("Strikes killed 13.\nIn Orzan six died."), 8, 22)
