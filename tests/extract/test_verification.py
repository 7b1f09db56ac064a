"""Words that say a claim could not be checked, and how far back they reach."""

from dataclasses import replace

import pytest
import spacy
from spacy.tokens import Doc

from sijill.acquire import Options, report_from_text
from sijill.extract.verification import unverified, with_doubts
from sijill.extract.words import Page
from sijill.model import Claim, Evidence, Figure, Source, Text
from sijill.reading import Reading
from sijill.values import CountRange, Span

VOCAB = spacy.blank("en").vocab


@pytest.mark.parametrize(
    "sentence",
    [
        "The report could not be independently verified.",
        "The claims couldn't be immediately confirmed.",
        "There was no independent confirmation of the toll.",
        "It was not possible to verify the account.",
        "The agency was unable to independently verify the figure.",
        "The newspaper could not independently verify this.",
        "The video has not been independently verified.",
    ],
)
def test_a_statement_that_something_could_not_be_checked_is_found(sentence: str) -> None:
    assert unverified(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry confirmed the toll.",
        "The station could not confirm reports for areas beyond the port.",
        "Few journalists are let in, which makes reports difficult to verify.",
        "An independent inquiry was opened.",
    ],
)
def test_what_was_checked_or_speaks_of_other_reports_is_left_alone(sentence: str) -> None:
    assert not unverified(sentence)


def page_of(sentences: list[str]) -> Page:
    """A page whose sentences are known."""
    words = [word for sentence in sentences for word in sentence.split()]
    starts = [n == 0 for sentence in sentences for n, _ in enumerate(sentence.split())]
    doc = Doc(VOCAB, words=words, sent_starts=starts)
    report = report_from_text(doc.text, name="r", options=Options())
    text = Text(text=doc.text, offsets=tuple(range(len(doc.text) + 1)))
    return Page(report=report, text=text, reading=Reading(text=doc.text, doc=doc, times=(), numbers=(), triggers=()))


def claim_at(page: Page, word: str, source: str, certainty: str = "asserted") -> Claim:
    start = page.text.text.index(word)
    found = Evidence(field="number", span=Span(start=start, end=start + len(word)), quote=word)
    return Claim(
        report_id=page.report.id,
        happening="attack",
        sources=(Source(worded=source, kind="activist"),),
        evidence=(found,),
        certainty=certainty,
        figure=Figure(measure="killed", worded=word, count=CountRange(low=1, high=1, comparator="exact", value=1)),
    )


SENTENCES = [
    "Police said 7 died on Monday .",
    "Activists said 12 people died .",
    "They said 30 were hurt .",
    "The reports could not be independently verified .",
]


def test_a_doubt_hedges_the_sentence_before_and_what_the_same_source_said_before_it() -> None:
    page = page_of(SENTENCES)
    claims = [claim_at(page, "7", "Police"), claim_at(page, "12", "Activists"), claim_at(page, "30", "Activists")]
    assert [c.certainty for c in with_doubts(page, claims)] == ["asserted", "hedged", "hedged"]


def test_the_words_of_doubt_are_evidence() -> None:
    page = page_of(SENTENCES)
    (claim,) = with_doubts(page, [claim_at(page, "30", "Activists")])
    assert [e.quote for e in claim.evidence if e.field == "certainty"] == ["could not be independently verified"]


def test_a_doubt_inside_a_sentence_stays_in_it() -> None:
    page = page_of(["Police said 7 died .", "A video , which could not be verified , shows 12 bodies ."])
    claims = [claim_at(page, "7", "Police"), claim_at(page, "12", "A video")]
    assert [c.certainty for c in with_doubts(page, claims)] == ["asserted", "hedged"]


def test_a_claim_that_is_denied_stays_denied() -> None:
    page = page_of(SENTENCES)
    denied = replace(claim_at(page, "30", "Activists"), certainty="denied")
    assert with_doubts(page, [denied]) == [denied]
