"""Places that the text itself tells more plainly than the reader points to them."""

from datetime import date

import pytest
import spacy
from spacy.tokens import Doc, Span

import sijill
from sijill.extract.whereabouts import Whereabouts
from sijill.reading import Pointer, TriggerCue

TUESDAY = date(2016, 7, 12)


def document(text: str, places: list[str], verbs: str = "", names: str = "") -> Doc:
    """Return a text with its places tagged, its verbs and the nouns that go on with a name ("Tamar night market")."""
    words = text.split()
    pos = [
        "VERB" if w in verbs.split() else "NOUN" if w in names.split() else "NUM" if w.isdigit() else "X" for w in words
    ]
    starts = [at == 0 or words[at - 1] == "." for at in range(len(words))]
    doc = Doc(spacy.blank("en").vocab, words, pos=pos, sent_starts=starts)
    spans, at = [], 0
    for place in places:
        at = text.index(place, at)
        span = doc.char_span(at, at + len(place))
        spans.append(Span(doc, span.start, span.end, label="LOC"))
        at += len(place)
    doc.ents = spans
    return doc


def where(doc: Doc, word: str, pointed: str | None, last: int = 0) -> str | None:
    """Return where a word's cue points after it pointed to the first (or `last`) of some words."""
    at = next(token.i for token in doc if token.text == word)
    place = None
    if pointed:
        start = doc.text.rindex(pointed) if last else doc.text.index(pointed)
        span = doc.char_span(start, start + len(pointed))
        place = Pointer(span.start, span.end, 0.9, 0.0)
    cue = TriggerCue(
        start=at, end=at + 1, probability=0.9, happening=(), source_kind=(), modality=(), source=None,
        perpetrator=None, victims=None, place=place,
    )  # fmt: skip
    found = Whereabouts(doc).of(cue).place
    return doc[found.start : found.end].text if found else None


def test_the_same_district_is_the_district_last_named() -> None:
    text = "Shells fell on the Karm district of Orzan . Police in Tamar said seven died in the same district ."
    doc = document(text, ["Karm", "Orzan", "Tamar"], names="district")
    assert where(doc, "seven", "Tamar") == "Karm"


def test_a_kind_of_place_that_is_pointed_to_is_the_one_last_named() -> None:
    text = "Troops raided the Karm brick factory near Orzan . Six died at the factory , he said ."
    doc = document(text, ["Karm", "Orzan"], names="brick factory")
    assert where(doc, "Six", "the factory") == "Karm"
    assert where(doc, "Six", "Orzan") == "Karm"


def test_a_kind_of_which_none_was_named_stays() -> None:
    doc = document("Shells fell on Orzan . Six died at the factory .", ["Orzan"])
    assert where(doc, "Six", "the factory") == "the factory"


def test_the_same_road_as_none_that_was_named_is_no_place() -> None:
    doc = document("Shells fell on Orzan . Seven died in the same village .", ["Orzan"])
    assert where(doc, "Seven", "Orzan") == "Orzan"


def test_a_place_after_the_same_district_is_nearer() -> None:
    doc = document("Shells hit the Karm district . Two died in the same attack in Orzan .", ["Karm", "Orzan"])
    assert where(doc, "Two", "Orzan") == "Orzan"


AIRFIELD = "Rebels took the Beilin airfield . The mayor of Orzan spoke . 18 people died at the airfield ."


def test_at_the_airfield_is_at_the_airfield_last_named() -> None:
    assert where(document(AIRFIELD, ["Beilin", "Orzan"], names="airfield"), "18", "Orzan") == "Beilin"


def test_without_a_pointer_too() -> None:
    assert where(document(AIRFIELD, ["Beilin", "Orzan"], names="airfield"), "18", None) == "Beilin"


@pytest.mark.parametrize(
    "sentence",
    [
        "18 people died at the airfield of Orzan .",
        "18 people died at an airfield .",
        "In Orzan 18 died near the road .",
    ],
)
def test_what_is_no_airfield_named_before_changes_nothing(sentence: str) -> None:
    doc = document(f"Rebels took the Beilin airfield . {sentence}", ["Beilin", "Orzan"][: 1 + ("Orzan" in sentence)])
    pointed = "Orzan" if "Orzan" in sentence else None
    assert where(doc, "18", pointed) == pointed


@pytest.mark.parametrize(
    ("text", "places", "place"),
    [
        (
            "A bomb went off at the Lomba night market , a few kilometers outside Orzan .",
            ["Lomba", "Orzan"],
            "Lomba night market",
        ),
        ("Rebels overran the Surkh checkpoint , on the highway into Orzan .", ["Surkh", "Orzan"], "Surkh checkpoint"),
        ("Jets bombed the village of Tamar , 12 km north of Orzan .", ["Tamar", "Orzan"], "Tamar"),
        ("Fighters clashed in Tamar province , near Orzan .", ["Tamar", "Orzan"], "Orzan"),
        ("A farm in Tamar , near Orzan , was shelled .", ["Tamar", "Orzan"], "Orzan"),
        ("Rockets hit the Lomba market and a school in Orzan .", ["Lomba", "Orzan"], "Orzan"),
    ],
)
def test_a_town_that_only_tells_where_a_site_lies_is_not_the_place(text: str, places: list[str], place: str) -> None:
    doc = document(text, places, names="night market checkpoint village province")
    assert where(doc, text.split()[1], "Orzan") == place


def test_a_pointer_over_several_clauses_means_the_first_name() -> None:
    text = "Two men were shot in Tamar when rockets hit the square in Orzan ."
    doc = document(text, ["Tamar", "Orzan"], verbs="hit")
    assert where(doc, "Two", "Tamar when rockets hit the square in Orzan") == "Tamar"


def test_or_the_name_that_follows_the_number_inside_it() -> None:
    text = "Raids hit Tamar and another 23 people among them 10 children in Orzan ."
    doc = document(text, ["Tamar", "Orzan"])
    assert where(doc, "10", "Tamar and another 23 people among them 10 children in Orzan") == "Orzan"


def test_two_places_hit_at_once_stay_one_answer() -> None:
    doc = document("Raids hit Tamar and Orzan , killing four .", ["Tamar", "Orzan"], verbs="hit killing")
    assert where(doc, "four", "Tamar and Orzan") == "Tamar and Orzan"


def test_a_report_is_read_so() -> None:
    text = (
        "Soldiers recaptured the Beilin airfield on Monday, officials in Orzan said. "
        "The mayor of Orzan said that 18 people had died at the airfield."
    )
    figure = next(claim for claim in sijill.read(text, published=TUESDAY) if claim.figure)
    assert figure.place is not None
    assert figure.place.worded.startswith("Beilin")


def test_the_day_beside_a_place_is_none_of_it() -> None:
    text = (
        "A missile killed 18 civilians in Orzan on Monday, a monitor said. "
        "The missile hit the Karm district of Orzan, the monitor said."
    )
    figure = next(claim for claim in sijill.read(text, published=TUESDAY) if claim.figure)
    assert figure.place is not None
    assert figure.place.worded in {"Orzan", "Karm"}
