import re

from sijill.extract.stretches import matches, stretches


def test_a_text_without_the_words_has_no_stretches() -> None:
    assert stretches("Shells fell on the market.", ("name",), before=5, after=5) == []


def test_stretches_that_touch_are_one() -> None:
    assert stretches("a name, a name", ("name",), before=2, after=8) == [(0, 18)]


def test_a_pattern_is_tried_within_the_stretches_only() -> None:
    text = "Omar. " * 20 + "call him Omar"
    found = list(matches(re.compile("Omar"), text, stretches(text, ("call",), before=0, after=20)))
    assert [match.start() for match in found] == [len(text) - 4]
