"""What a reporter adds to what somebody says."""

from datetime import date

import pytest
import spacy
from spacy.tokens import Doc

import sijill
from sijill.ground.telling import said_by

REPORT = date(2016, 7, 12)
ADDED = """
They PRON 1 nsubj
said VERB 1 ROOT
raids NOUN 3 nsubj
ended VERB 1 ccomp
but CCONJ 6 cc
shells NOUN 6 nsubj
killed VERB 3 conj
"""


@pytest.mark.parametrize(
    ("parsed", "said"),
    [
        (ADDED, False),
        (ADDED.replace("but", "and"), True),
        (ADDED.replace("shells NOUN 6 nsubj", "also ADV 6 advmod"), True),
        (ADDED.replace("shells NOUN 6 nsubj", "that SCONJ 6 mark"), True),
        (ADDED.replace("but CCONJ 6 cc", "and CCONJ 6 cc").replace("shells NOUN 6 nsubj", "since ADV 6 advmod"), False),
        (ADDED.replace("but CCONJ 6 cc", "which PRON 6 nsubj").replace("3 conj", "2 acl:relcl"), False),
    ],
)
def test_the_reporter_adds_what_is_set_against_or_goes_on_since(parsed: str, said: bool) -> None:  # noqa: FBT001 -- a case
    words, pos, heads, deps = zip(*(row.split() for row in parsed.strip().splitlines()), strict=True)
    vocab = spacy.blank("en").vocab
    doc = Doc(vocab, list(words), pos=list(pos), heads=[int(h) for h in heads], deps=list(deps))
    assert (1 in said_by(doc[6])) is said


@pytest.mark.parametrize(
    ("text", "quote", "last"),
    [
        ("The rebels said on Friday they would leave, but they are still holding 12 men.", "holding", REPORT),
        (
            "Russia said on Saturday it would halt air strikes, but raids have killed 40 people this month.",
            "40",
            REPORT,
        ),
        ("The UN said on Friday that raids have killed 40 people this month.", "40", date(2016, 7, 8)),
    ],
)
def test_what_the_reporter_adds_goes_on_to_the_report(text: str, quote: str, last: date) -> None:
    claim = next(c for c in sijill.read(text, published=REPORT) if quote in c.anchor.quote)
    assert claim.days.last == last
