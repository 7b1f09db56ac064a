"""Where pointers go."""

import numpy as np

from sijill.detect.labels import POINTERS, ROLES
from sijill.detect.pointing import left_in_sentence, pointers

WORDS = ["In", "Orzan", ",", "near", "Marun", ",", "Orzan", "burned"]
SENTENCES = [0, 3, 6]
PLACE = ROLES.index("place")


def chances(of: dict[int, float], none: float = 0.05) -> np.ndarray:
    """Return one mention's probabilities, with single words pointed to for the place."""
    rows = np.full((1, len(POINTERS), 1 + len(WORDS)), 1e-4, np.float32)
    rows[:, :, 0] = none
    for word, chance in of.items():
        rows[0, 2 * PLACE : 2 * PLACE + 2, 1 + word] = chance
    return rows


def pointed(rows: np.ndarray, forms: list[str]) -> tuple[str, float]:
    found = pointers(rows, 0, left_in_sentence(SENTENCES, len(WORDS)), forms)[0]["place"]
    assert found is not None
    return " ".join(WORDS[found.start : found.end]), found.probability


def test_a_name_that_stands_twice_is_as_likely_as_both_its_places() -> None:
    name, chance = pointed(chances({1: 0.3, 6: 0.25, 4: 0.4}), WORDS)
    assert name == "Orzan"
    assert 0.54 < chance < 0.56


def test_without_the_words_the_likeliest_place_alone_counts() -> None:
    assert pointed(chances({1: 0.3, 6: 0.25, 4: 0.4}), [])[0] == "Marun"


def test_of_a_names_places_the_likeliest_is_pointed_to() -> None:
    rows = chances({1: 0.2, 6: 0.3, 4: 0.1})
    found = pointers(rows, 0, left_in_sentence(SENTENCES, len(WORDS)), WORDS)[0]["place"]
    assert found is not None
    assert found.start == 6


def test_a_pointer_ends_with_its_sentence() -> None:
    rows = chances({})
    rows[0, 2 * PLACE, 1 + 1] = rows[0, 2 * PLACE + 1, 1 + 4] = 0.9  # from "Orzan" to "Marun", in the next sentence
    assert pointed(rows, WORDS)[0] != "Orzan , near Marun"
    whole = pointers(rows, 0, left_in_sentence([0], len(WORDS)), WORDS)[0]["place"]
    assert whole is not None
    assert (whole.start, whole.end) == (1, 5)


def test_two_starts_that_share_an_end_count_it_once() -> None:
    words = ["The", "Observatory", "said", "so", ".", "It", "counts", "dead"]
    rows = chances({}, none=0.6)
    rows[0, 2 * PLACE, 1:3] = 0.4  # "The" or "Observatory"
    rows[0, 2 * PLACE + 1, 1 + 1] = 0.8
    found = pointers(rows, 0, left_in_sentence([0, 5], len(words)), words)[0]["place"]
    assert found is not None
    assert found.probability <= 1.0


def test_words_without_a_name_may_mean_others_each_time() -> None:
    words = ["a", "resident", "said", ".", "Marun", ".", "a", "resident"]
    rows = chances({4: 0.4})
    for at in (0, 6):
        rows[0, 2 * PLACE, 1 + at] = rows[0, 2 * PLACE + 1, 2 + at] = 0.3
    found = pointers(rows, 0, left_in_sentence([0, 4, 6], len(words)), words)[0]["place"]
    assert found is not None
    assert words[found.start : found.end] == ["Marun"]
