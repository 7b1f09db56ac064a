"""Figures at the narrower place that another mention of their happening gives."""

import pytest
import spacy
from spacy.tokens import Doc, Span

from sijill.acquire import Options, report_from_text
from sijill.extract.closer import closer, holders_in
from sijill.extract.words import Page
from sijill.model import Text
from sijill.reading import NumberCue, Pointer, Reading, TriggerCue


def document(text: str, places: list[str]) -> Doc:
    said = text.split()
    doc = Doc(spacy.blank("en").vocab, said, sent_starts=[at == 0 or said[at - 1] == "." for at in range(len(said))])
    found = (doc.char_span(text.index(place), text.index(place) + len(place)) for place in places)
    doc.ents = [Span(doc, span.start, span.end, label="LOC") for span in found]
    return doc


@pytest.mark.parametrize(
    "text", ["Shells hit the Karm district of Orzan .", "Karm village in western Orzan", "Karm in Orzan"]
)
def test_a_place_in_another_lies_in_it(text: str) -> None:
    assert holders_in(document(text, ["Karm", "Orzan"])) == {"karm": {"orzan"}}


@pytest.mark.parametrize("text", ["Karm and Orzan", "Karm near Orzan", "men from Karm were shot in Orzan"])
def test_places_beside_one_another_do_not(text: str) -> None:
    assert not holders_in(document(text, ["Karm", "Orzan"]))


TEXT = "12 died in Orzan . Shells hit the Karm district of Orzan . Two died in the Sabil quarter of Orzan ."


def placed(alike: list[list[float]]) -> list[str]:
    """Return where a number and two triggers point, each at first to its own sentence's place."""
    doc = Doc(spacy.blank("en").vocab, TEXT.split(), pos=["NOUN"] * len(TEXT.split()))
    at = {word: [token.i for token in doc if token.text == word] for word in ("Orzan", "Karm", "Sabil")}
    doc.ents = [Span(doc, i, i + 1, label="LOC") for i in sorted(i for found in at.values() for i in found)]
    shared = {
        "probability": 0.9, "happening": (), "source_kind": (), "modality": (), "source": None, "perpetrator": None,
        "victims": None,
    }  # fmt: skip
    spots = [at["Orzan"][0], at["Karm"][0], at["Sabil"][0]]
    points = [Pointer(i, i + 1, 0.9, 0.0) for i in spots]
    number = NumberCue(start=0, end=1, measure="killed", category=(), scope=(), place=points[0], **shared)
    hit, died = (TriggerCue(start=i, end=i + 1, place=p, **shared) for i, p in ((6, points[1]), (13, points[2])))
    reading = Reading(text=doc.text, doc=doc, times=(), numbers=(number,), triggers=(hit, died), alike=alike)
    report = report_from_text(doc.text, name="r", options=Options())
    page = Page(report=report, text=Text(text=doc.text, offsets=tuple(range(len(doc.text) + 1))), reading=reading)
    found = [cue.place for _, cue in closer(page, list(enumerate([number, hit, died])))]
    return [doc[place.start : place.end].text for place in found if place]


def test_a_figure_is_where_another_mention_of_its_happening_is_more_exact() -> None:
    assert placed([[1, 0.9, 0.1], [0.9, 1, 0.1], [0.1, 0.1, 1]]) == ["Karm", "Karm", "Sabil"]


def test_two_such_places_leave_it_as_it_is() -> None:
    assert placed([[1, 0.9, 0.9], [0.9, 1, 0.9], [0.9, 0.9, 1]]) == ["Orzan", "Karm", "Sabil"]


def test_another_happening_tells_nothing() -> None:
    assert placed([[1, 0.5, 0.1], [0.5, 1, 0.1], [0.1, 0.1, 1]]) == ["Orzan", "Karm", "Sabil"]
