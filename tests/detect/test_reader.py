from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.detect import load_reader
from sijill.detect.judge import LEAST_CHOICE
from sijill.detect.labels import HAPPENINGS, MEASURES
from sijill.detect.reader import MODEL
from sijill.detect.spans import LEAST_PROBABILITY
from sijill.errors import DataError

if TYPE_CHECKING:
    from pathlib import Path

    from sijill.detect import Reader
    from sijill.reading import Reading

STORY = (
    "Shells hit the market of Darat al-Wadi on Tuesday, killing at least 14 civilians and wounding dozens, a doctor "
    "at the field hospital said. The army denied that it had fired on the town.\n\n"
    "Residents said two children were among the dead."
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return load_reader(threads=1)


@pytest.fixture(scope="module")
def story(reader: Reader) -> Reading:
    return reader.read(STORY)


def words(reading: Reading, start: int, end: int) -> str:
    return reading.doc[start:end].text


def test_the_document_is_the_text(story: Reading) -> None:
    assert story.text == STORY
    assert story.doc.text == STORY


def test_the_story_has_three_sentences(story: Reading) -> None:
    assert [sent.text.split()[0] for sent in story.doc.sents] == ["Shells", "The", "Residents"]


def test_each_sentence_is_one_tree(story: Reading) -> None:
    for sent in story.doc.sents:
        assert [token.dep_ for token in sent].count("ROOT") == 1
        assert all(token.head in sent for token in sent)


def test_the_place_is_a_name_and_the_day_a_time(story: Reading) -> None:
    assert "LOC" in {ent.label_ for ent in story.doc.ents}
    assert "Tuesday" in " ".join(words(story, *span) for span in story.times)


def test_the_dead_and_the_wounded_are_figures_with_their_measures(story: Reading) -> None:
    found = {words(story, cue.start, cue.end): cue.measure for cue in story.numbers if cue.probability > 0.5}
    assert found["at least 14"] == "killed"
    assert found["dozens"] == "injured"


def test_the_shelling_and_the_denial_are_triggers(story: Reading) -> None:
    found = {words(story, cue.start, cue.end) for cue in story.triggers}
    assert found & {"Shells", "Shells hit", "hit"}
    assert "denied" in found


def test_a_figure_points_to_its_victims(story: Reading) -> None:
    [killed] = [cue for cue in story.numbers if words(story, cue.start, cue.end) == "at least 14"]
    assert killed.victims is not None
    assert killed.victims.holds
    assert words(story, killed.victims.start, killed.victims.end) == "civilians"


def test_choices_stand_best_first_and_are_labels_of_the_guidelines(story: Reading) -> None:
    for cue in (*story.numbers, *story.triggers):
        chances = [choice.probability for choice in cue.happening]
        assert chances == sorted(chances, reverse=True)
        assert all(chance >= LEAST_CHOICE for chance in chances[1:])
        assert {choice.label for choice in cue.happening} <= set(HAPPENINGS)
        assert cue.probability >= LEAST_PROBABILITY
    assert {cue.measure for cue in story.numbers} <= set(MEASURES)


def test_alike_is_symmetric_and_numbers_come_before_triggers(story: Reading) -> None:
    count = len(story.numbers) + len(story.triggers)
    assert len(story.alike) == count
    for i in range(count):
        for j in range(count):
            assert story.same_incident(i, j) == pytest.approx(story.same_incident(j, i), abs=1e-5)
            assert 0 <= story.same_incident(i, j) <= 1


def test_reading_twice_gives_the_same(reader: Reader, story: Reading) -> None:
    again = reader.read(STORY)
    assert again.numbers == story.numbers
    assert again.triggers == story.triggers


def test_a_lone_surrogate_keeps_its_place(reader: Reader) -> None:
    found = reader.read("The \ud800 army killed five people.")
    assert found.text[4] == "\ud800"
    assert found.doc.text == "The \ufffd army killed five people."


@pytest.mark.parametrize("text", ["", " ", "\n\t\n", "\0", "\ud800", "\u200b", "...", "\r\n", "5"])
def test_texts_with_little_in_them_are_read(reader: Reader, text: str) -> None:
    assert len(reader.read(text).doc.text) == len(text)


def test_a_text_without_any_space_is_read(reader: Reader) -> None:
    assert reader.read("a" * 100_000).doc.text == "a" * 100_000


@pytest.mark.slow
def test_a_text_of_many_windows_is_read_to_its_end(reader: Reader) -> None:
    found = reader.read((STORY + "\n") * 60)
    assert any(cue.start > len(found.doc) - 60 for cue in found.numbers)


@pytest.mark.slow
def test_a_hundred_thousand_characters_of_punctuation_are_read(reader: Reader) -> None:
    text = "a,.-!;" * 17_000
    assert reader.read(text).doc.text == text


@settings(max_examples=40)
@given(st.text(alphabet=st.characters(), max_size=200))
def test_no_text_makes_reading_fail_and_offsets_hold(reader: Reader, text: str) -> None:
    found = reader.read(text)
    assert len(found.doc.text) == len(text)
    for cue in (*found.numbers, *found.triggers):
        assert 0 <= cue.start < cue.end <= len(found.doc)
    for token in found.doc:
        assert token.head in token.sent


def test_a_model_with_other_labels_is_refused(tmp_path: Path) -> None:
    shutil.copytree(MODEL, tmp_path / "model")
    path = tmp_path / "model" / "reader.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"times": ["O"]}))
    with pytest.raises(DataError, match="export the model again"):
        load_reader(tmp_path / "model")
