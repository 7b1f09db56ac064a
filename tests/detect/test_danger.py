from __future__ import annotations

import numpy as np

from sijill.detect import load_reader
from sijill.detect.danger import Danger
from sijill.detect.reader import MODEL


def test_every_word_has_two_parts_and_white_space_has_none() -> None:
    reading = load_reader(threads=1).read("Amina hides.\n\nShe sleeps in another house every night.")
    assert len(reading.danger) == len(reading.doc)
    assert all((pair == (0.0, 0.0)) == token.is_space for pair, token in zip(reading.danger, reading.doc, strict=True))


def test_the_weights_are_small_and_finite() -> None:
    path = MODEL / "danger.npz"
    Danger(path)
    with np.load(path) as kept:
        assert np.isfinite(kept["weights"].astype(np.float32)).all()
    assert path.stat().st_size < 10_000


def test_a_life_in_hiding_says_more_than_a_council_meeting() -> None:
    reader = load_reader(threads=1)
    hiding = reader.read("She sleeps at another house every night and tells nobody where she goes, in case they come.")
    council = reader.read("The council meets on Monday evening to vote on the budget for roads and street lamps.")
    assert np.mean([told for _, told in hiding.danger]) > np.mean([told for _, told in council.danger])
