import pytest
from bench.accuracy.coreference import conll


def test_equal_partitions_are_perfect() -> None:
    homes = {"a": 1, "b": 1, "c": 2}
    assert conll(homes, {"a": "x", "b": "x", "c": "y"}) == {"MUC": 1.0, "B3": 1.0, "CEAF-e": 1.0, "CoNLL": 1.0}


def test_the_worked_example_of_the_reference_scorer() -> None:
    # Pradhan et al. 2014, figure 4: key {a b c} {d e f g}, response {a b} {c d} {f g h i}.
    key = dict.fromkeys("abc", 1) | dict.fromkeys("defg", 2)
    response = dict.fromkeys("ab", 1) | dict.fromkeys("cd", 2) | dict.fromkeys("fghi", 3)
    found = conll(key, response)
    assert found["MUC"] == pytest.approx(0.4)
    assert found["B3"] == pytest.approx(5 / 11)
    assert found["CEAF-e"] == pytest.approx(0.52, abs=0.005)


def test_the_best_match_is_found_where_the_greedy_one_fails() -> None:
    true = {1: "a", 2: "a", 3: "a", 4: "b", 5: "b"}
    given = {1: "x", 2: "x", 4: "x", 5: "x", 3: "y"}
    assert conll(true, given)["CEAF-e"] == pytest.approx((0.5 + 2 / 3) / 2)
