"""What happened at a site, and not in the town that is named for the way, the hospital and who speaks there."""

from datetime import date

import numpy as np
import pytest
from spacy.tokens import Doc, Span
from trees import trees

import sijill
from sijill.acquire import Options, report_from_text
from sijill.extract.sites import at_sites
from sijill.extract.words import Page
from sijill.model import Text
from sijill.reading import NumberCue, Pointer, Reading, TriggerCue

DARAA = """Shells fell on the Saida market, killing ten. Rebels in Daraa said they had fired at army posts. The army
shelled Daraa in reply and killed a teacher."""
SAMARRA = """Two blasts hit the Kadhimiya shrine. Iraqi police said 14 people were killed. A third bomb went off on the
way to Samarra, killing two."""
PLACES = ("Tamar bridge", "Orzan")
HOSPITAL, SHOT = trees("sites.txt").values()


def place_of_last(read: Doc, last: str, alike: float) -> str:
    """Return where a report's last number is placed, which the reader puts into Orzan, after a storm of the bridge.

    `alike` is how likely both are one happening.
    """
    doc = read.copy()
    doc.ents = _names(doc)
    storm, number = (next(w.i for w in doc if w.text == word) for word in ("stormed", last))
    bridge, town = (next(name for name in doc.ents if name.text == place) for place in PLACES)
    at = [Pointer(name.start, name.end, 0.9, 0.0) for name in (bridge, town)]
    act = TriggerCue(
        start=storm, end=storm + 1, probability=0.9, happening=(), source_kind=(), modality=(), source=None,
        perpetrator=None, victims=None, place=at[0],
    )  # fmt: skip
    count = NumberCue(
        start=number, end=number + 1, probability=0.9, happening=(), source_kind=(), modality=(), source=None,
        perpetrator=None, victims=None, place=at[1], measure="killed", category=(), scope=(),
    )  # fmt: skip
    same = np.array([[1, alike], [alike, 1]]).tolist()
    reading = Reading(text=doc.text, doc=doc, times=(), numbers=(count,), triggers=(act,), alike=same)
    plain = Text(text=doc.text, offsets=tuple(range(len(doc.text) + 1)))
    page = Page(report=report_from_text(doc.text, name="r", options=Options()), text=plain, reading=reading)
    place = at_sites(page, [(0, count), (1, act)])[0][1].place
    assert place is not None
    return doc[place.start : place.end].text


def _names(doc: Doc) -> list[Span]:
    found = [(i, i + len(place.split())) for place in PLACES for i in range(len(doc))]
    return [Span(doc, i, end, label="LOC") for i, end in sorted(found) if doc[i:end].text in PLACES]


def test_who_counts_the_dead_in_the_next_town_counts_those_of_the_site() -> None:
    assert place_of_last(HOSPITAL, "14", 0.9) == "Tamar bridge"


@pytest.mark.parametrize("alike", [0.1, 0.3])
def test_another_happening_is_not_at_the_site(alike: float) -> None:
    assert place_of_last(HOSPITAL, "14", alike) == "Orzan"


def test_what_a_sentence_tells_of_the_town_itself_stays_there() -> None:
    assert place_of_last(SHOT, "Six", 0.9) == "Orzan"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gunmen attacked the Kerawa camp on Saturday. On the road to Mora, five people were killed.", "Mora"),
        ("Gunmen attacked the Kerawa camp on Saturday. Another bomb killed five people on the road to Mora.", "Mora"),
        (SAMARRA, "Samarra"),
        ("Rebels attacked the Goma airport. Police in Bukavu shot dead three men.", "Bukavu"),
        ("Gunmen attacked the Wau prison on Sunday. Police in Juba shot dead two protesters.", "Juba"),
        ("The army bombed the Aulia camp. Police in Omdurman shot dead a trader.", "Omdurman"),
        (DARAA, "Daraa"),
    ],
)
def test_what_happens_on_a_road_or_is_done_by_those_of_a_town_is_not_at_the_site(text: str, place: str) -> None:
    last = [claim for claim in sijill.read(text, published=date(2016, 7, 12)) if claim.figure][-1]
    assert last.place is not None
    assert last.place.worded == place
