"""Comparisons with an earlier time date nothing."""

from datetime import date

import pytest
import spacy
from spacy.tokens import Doc, Span

import sijill
from sijill.ground.compared import is_compared, told_of
from sijill.values import Span as Stretch

REPORT = date(2016, 7, 12)


def words(said: str) -> Span:
    return spacy.blank("en")(said)[:]


@pytest.mark.parametrize(
    "before",
    [
        "the deadliest attack in the city ",
        "It was the worst attack ",
        "the first such attack ",
        "the most serious breach of the truce ",
        "the city's most deadly attack ",
        "the only convoy to reach the town ",
        "the bloodiest day of the war ",
    ],
)
def test_a_since_time_after_a_highest_is_compared_with(before: str) -> None:
    assert is_compared(words(before), "since January")


@pytest.mark.parametrize(
    ("before", "worded"),
    [
        ("The unrest ", "since January"),
        ("Most of the 300 people killed ", "since January"),
        ("Most people killed in Yemen ", "since March"),
        ("Most attacks ", "since January"),
        ("The clinic has treated only 30 wounded ", "since Friday"),
        ("The rebels lost only fourteen men ", "since June"),
        ("the worst fighting in years ", "since Monday"),
        ("the biggest raids in two decades ", "since Monday"),
        ("the heaviest air strikes of the conflict ", "since Friday"),
        ("In the first two weeks ", "since the truce began"),
        ("the first attack came in May and 40 people have been killed ", "since January"),
        ("the worst attack was ", "in January"),
    ],
)
def test_another_time_is_none(before: str, worded: str) -> None:
    assert not is_compared(words(before), worded)


RECEIVED = """
The DET 2 det
largest ADJ 2 amod
hospital NOUN 3 nsubj
received VERB 3 ROOT
bodies NOUN 3 obj
"""
SENT = """
the DET 2 det
largest ADJ 2 amod
convoy NOUN 2 ROOT
it PRON 4 nsubj
sent VERB 2 acl:relcl
"""


@pytest.mark.parametrize(("parsed", "compared"), [(RECEIVED, False), (SENT, True)])
def test_what_the_highest_does_is_done_since_then(parsed: str, compared: bool) -> None:  # noqa: FBT001 -- a case
    said, pos, heads, deps = zip(*(row.split() for row in parsed.strip().splitlines()), strict=True)
    vocab = spacy.blank("en").vocab
    doc = Doc(vocab, list(said), pos=list(pos), heads=[int(h) for h in heads], deps=list(deps))
    assert is_compared(doc[:], "since Sunday") == compared


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("since May, when gunmen killed 20", "since May, when gunmen killed 20"),
        ("since May, after which 20 fled", "since May, after which 20 fled"),
        ("since May, in which 20 died", None),
        ("since May and left 20 dead", None),
    ],
)
def test_a_clause_may_tell_what_happened_at_the_time_compared_with(text: str, clause: str | None) -> None:
    found = told_of(Stretch(start=0, end=9), text, len(text))
    assert (found and found.of(text)) == clause


@pytest.mark.parametrize(
    ("text", "number", "days"),
    [
        (
            "It was the worst attack since November, when gunmen killed 20 people in Bamako.",
            "20",
            (date(2015, 11, 1), date(2015, 11, 30)),
        ),
        (
            "A bomb killed nine people in Gao in the deadliest attack since November, when gunmen killed 20 in Bamako.",
            "nine",
            (REPORT, REPORT),
        ),
        (
            "A bomb killed nine people in Gao in the deadliest attack since November, when gunmen killed 20 in Bamako.",
            "20",
            (date(2015, 11, 1), date(2015, 11, 30)),
        ),
        ("The largest hospital in Gaza received 120 bodies since Sunday.", "120", (date(2016, 7, 10), REPORT)),
        ("Most attacks since January targeted markets, killing 90 people.", "90", (date(2016, 1, 1), REPORT)),
        ("The hospital has treated only 30 wounded people since Friday.", "30", (date(2016, 7, 8), REPORT)),
    ],
)
def test_a_time_compared_with_dates_what_is_told_of_it(text: str, number: str, days: tuple[date, date]) -> None:
    claim = next(c for c in sijill.read(text, published=REPORT) if c.figure and c.figure.worded == number)
    assert (claim.days.first, claim.days.last) == days


def test_the_attack_that_is_compared_does_not_happen_at_that_time() -> None:
    text = "It was the worst attack since November, when gunmen killed 20 people in Bamako."
    claim = next(c for c in sijill.read(text, published=REPORT) if c.anchor.quote == "attack")
    assert claim.days.first == REPORT


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Gunmen killed nine policemen in the worst attack on the force since March 2015.", REPORT),
        ("A bomb killed nine people on Sunday, the first attack since the truce began in May.", date(2016, 7, 10)),
        ("The unrest since January has killed nine people.", date(2016, 1, 1)),
        ("In the first two weeks since the truce began on 27 June, nine people have been killed.", date(2016, 6, 27)),
    ],
)
def test_what_is_compared_with_an_earlier_time_happened_later(text: str, first: date) -> None:
    claim = next(c for c in sijill.read(text, published=REPORT) if c.figure)
    assert claim.days.first == first
