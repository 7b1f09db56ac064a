from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_register import ALAA, REPORTER, defectors_claims, exactly, figure, happening, report_of

from sijill.model import Claim, Report, Source
from sijill.serve.masking import MASKED, UNMASKED, Mask, mask_for


def mask_hiding(worded: str, **given: Any) -> Mask:
    report = report_of("Two died.", "x")
    source = Source(worded=worded, kind="witness", protected=True, **given)
    return mask_for([figure(report, "Two died", "Two", exactly(2), sources=(source,))])


@pytest.fixture
def claims(defectors: Report) -> list[Claim]:
    return defectors_claims(defectors)


def test_a_protected_name_is_masked_wherever_it_stands_in_the_text(defectors: Report, claims: list[Claim]) -> None:
    masked = mask_for(claims).text(defectors.text)
    assert "alaa" not in masked.lower()
    assert "who gave his name as [protected source], said" in masked
    assert "[protected source]'s brother fled" in masked


def test_the_words_around_a_masked_name_stay(defectors: Report, claims: list[Claim]) -> None:
    masked = mask_for(claims).text(defectors.text)
    assert masked.replace(MASKED, "Alaa") == defectors.text.replace("ALAA", "Alaa")


def test_a_protected_name_is_masked_in_the_quotes_of_other_claims(claims: list[Claim]) -> None:
    mask = mask_for(claims)
    other = next(claim for claim in claims if claim.happening == "displacement")
    assert other.source is REPORTER
    assert mask.claim(other).evidence[0].quote == "[protected source]'s brother fled"


def test_a_protected_source_loses_its_name_and_keeps_its_kind_and_flags(claims: list[Claim]) -> None:
    source = mask_for(claims).source(ALAA)
    assert (source.worded, source.name, source.kind) == (MASKED, None, "activist")
    assert source.protected
    assert source.anonymous
    assert source.why_anonymous == "who gave his name as [protected source]"


def test_a_masked_claim_keeps_its_id_and_spans(claims: list[Claim]) -> None:
    mask = mask_for(claims)
    for claim in claims:
        assert mask.claim(claim).id == claim.id
        assert [e.span for e in mask.claim(claim).evidence] == [e.span for e in claim.evidence]


def test_sources_that_are_not_protected_keep_their_names(claims: list[Claim]) -> None:
    observatory = claims[5]
    assert mask_for(claims).claim(observatory).source == observatory.source


def test_a_wording_that_identifies_is_masked_and_the_place_alone_is_not() -> None:
    mask = mask_hiding("The Jisr al-Shughour resident")
    text = "The Jisr al-Shughour resident said people fled Jisr al-Shughour; the resident wept."
    assert mask.text(text) == "[protected source] said people fled Jisr al-Shughour; the resident wept."


def test_a_bare_role_hides_nothing_in_the_text_but_the_source_is_masked_in_lists() -> None:
    report = report_of("The resident said two died.", "x")
    source = Source(worded="The resident", kind="witness", protected=True)
    claim = figure(report, "two died", "two", exactly(2), sources=(source,))
    mask = mask_for([claim])
    assert mask.text(report.text) == report.text
    assert mask.claim(claim).source.worded == MASKED


@pytest.mark.parametrize(
    "text",
    ["Alaa", "ALAA", "alaa", "Al\u00e1a", unicodedata.normalize("NFD", "Al\u00e1a"), "Al\u200baa", "#alaa",
     "alaa_speaks", "Al\u00adaa", "Alaa\u2019s"],
)  # fmt: skip
def test_a_name_is_masked_however_it_is_spelt(text: str) -> None:
    assert MASKED in mask_hiding("Alaa").text(f"so said {text} today")


def test_a_name_broken_over_lines_or_joined_by_hyphens_is_masked() -> None:
    mask = mask_hiding("Abu Omar")
    assert mask.text("Abu\nOmar, abu-omar and Omar") == f"{MASKED}, {MASKED} and Omar"


def test_a_name_within_a_longer_word_is_not_touched() -> None:
    assert mask_hiding("Ali").text("Ali met Alia in Aligarh") == f"{MASKED} met Alia in Aligarh"


def test_a_name_that_is_a_common_word_is_masked_only_with_its_capital() -> None:
    assert mask_hiding("Hope").text("Hope said there is hope") == f"{MASKED} said there is hope"


def test_a_sign_that_stands_for_a_name_is_masked_whole() -> None:
    assert mask_hiding("Co").text("so said \u33c7 today") == f"so said {MASKED} today"


def test_a_family_name_alone_is_masked() -> None:
    mask = mask_hiding("Lt. Abdul-Razzaq Tlass")
    assert mask.text("Lt. Tlass left Rastan") == f"Lt. {MASKED} left Rastan"


def test_report_name_title_and_address_are_masked_too(claims: list[Claim]) -> None:
    report = report_of("x", "interview-alaa", title="Alaa speaks", url="https://x.example/alaa-speaks")
    masked = mask_for(claims).report(report)
    assert "alaa" not in f"{masked.name}{masked.title}{masked.url}".lower()


def test_where_nobody_is_protected_nothing_is_masked(defectors: Report) -> None:
    claim = happening(defectors, "ALAA's brother fled", "fled", "displacement")
    assert mask_for([claim]).claim(claim) == claim
    assert mask_for([]).text(defectors.text) == defectors.text


def test_unmasked_shows_even_protected_sources(claims: list[Claim]) -> None:
    assert [UNMASKED.claim(claim) for claim in claims] == claims


@given(st.text(), st.text())
def test_no_text_however_strange_keeps_the_name(before: str, after: str) -> None:
    masked = mask_hiding("Alaa Mourad").text(f"{before} Alaa Mourad {after}")
    assert "Alaa Mourad" not in masked


@given(st.text(min_size=1))
def test_any_wording_of_a_source_makes_a_mask(worded: str) -> None:
    assert isinstance(mask_hiding(worded).text(worded), str)
