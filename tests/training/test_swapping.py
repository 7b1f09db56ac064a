"""Names for names in training."""

import random

import numpy as np
from training.samples import Document, window
from training.swapping import Names, spans

TAGS = [0, 1, 2, 0, 3, 0]  # O B-PER I-PER O B-LOC O


def drawn(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 -- draws, no secrets


def document(*words: str) -> Document:
    return Document(
        task="syntax",
        words=words,
        gaps=(0,) * len(words),
        sentences=(0,),
        columns={"names": np.asarray(TAGS, np.int64)},
        pieces=tuple((sum(map(ord, word)),) for word in words),
    )


HERE = document("yesterday", "Ana", "Kova", "left", "Orzan", ".")
THERE = document("then", "Omar", "Sabri", "saw", "Marun", ".")


def test_a_name_is_the_words_from_its_first_tag_to_its_last() -> None:
    assert list(spans(TAGS)) == [(1, 3, "PER"), (4, 5, "LOC")]


def test_names_are_exchanged_for_names_of_their_kind_and_length_and_nothing_else_changes() -> None:
    names, plain = Names.of([HERE, THERE]), window(HERE, 0, 6)
    made = [names.swapped(plain, drawn(seed)) for seed in range(60)]
    persons = {tuple(one.pieces[1:3]) for one in made}
    assert persons == {HERE.pieces[1:3], THERE.pieces[1:3]}
    assert {tuple(one.pieces[4:5]) for one in made} == {HERE.pieces[4:5], THERE.pieces[4:5]}
    assert {(one.pieces[0], one.pieces[3], one.pieces[5]) for one in made} == {
        (HERE.pieces[0], HERE.pieces[3], HERE.pieces[5])
    }


def test_a_document_without_names_stays_as_it_is() -> None:
    bare = Document("claims", HERE.words, HERE.gaps, (0,), {}, pieces=HERE.pieces)
    plain = window(bare, 0, 6)
    assert Names.of([bare]).swapped(plain, drawn(1)) is plain
