"""Who is said to say what, on sentences with their trees."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from trees import VOCAB, tree, trees

from sijill.extract.attribution import acts

SENTENCES = trees("attributions.txt")


def read(doc: Doc) -> list[tuple[str, str]]:
    return [(doc[a.start : a.end].text, doc[a.low : a.high].text) for a in acts(doc)]


def sentence(start: str) -> Doc:
    return next(doc for text, doc in SENTENCES.items() if text.startswith(start))


@pytest.mark.parametrize(
    ("start", "source", "content"),
    [
        ("Activists said", "Activists", "that twelve people died in the shelling"),
        ("The bridge was", "the mayor", "The bridge was closed on Friday"),
        ("According to", "the ministry", "the strike hit a depot"),
        ("The commander accused", "The commander", "the rebels of firing first"),
        ("The plan was criticized", "aid agencies", "The plan"),
        ("The governor promised", "The governor", "to rebuild the market"),
        ("Residents are afraid", "Residents", "that the shelling will resume"),
        ("The survey shows", "The survey", "a sharp rise in hunger"),
        ("The envoy called", "The envoy", "the vote a farce"),
    ],
)
def test_who_says_what_is_read(start: str, source: str, content: str) -> None:
    assert read(sentence(start)) == [(source, content)]


def test_a_quotation_that_goes_on_behind_its_cue_is_one_content() -> None:
    [(source, content)] = read(sentence('"The road'))
    assert source == "Dr. Lina Haddad , a surgeon at the hospital"
    assert content.startswith('" The road')
    assert content.endswith('today . "')


def test_two_acts_of_one_speaker_are_two_attributions() -> None:
    assert read(sentence("The minister denied")) == [
        ("The minister", "the report"),
        ("The minister", "that nobody was hurt"),
    ]


def test_what_is_said_within_what_is_said_is_no_attribution_of_the_text() -> None:
    assert read(sentence("Officials said")) == [("Officials", "the envoy believes that talks will fail")]


def test_a_noun_of_thought_has_its_owner_for_a_source() -> None:
    doc = tree(
        "Its PRON 1 nmod:poss\nclaim NOUN 6 nsubj\nthat SCONJ 4 mark\nit PRON 4 nsubj\nwon VERB 1 acl\n"
        "was AUX 6 cop\nfalse ADJ 6 ROOT"
    )
    assert read(doc) == [("Its", "that it won")]


def test_a_name_that_is_parsed_as_two_subjects_is_one_source() -> None:
    doc = tree(
        "President PROPN 1 nmod:desc\nPark PROPN 4 nsubj\nGeun PROPN 1 flat\nhye PROPN 4 nsubj\nsaid VERB 4 ROOT\n"
        "talks NOUN 6 nsubj\nfailed VERB 4 ccomp"
    )
    assert read(doc) == [("President Park Geun hye", "talks failed")]


def test_a_clause_that_is_parsed_as_an_adverb_is_what_is_voted() -> None:
    doc = tree(
        "The DET 1 det\npanel NOUN 2 nsubj\nvoted VERB 2 ROOT\nto PART 4 mark\nhold VERB 2 advcl\nhim PRON 4 obj"
    )
    assert read(doc) == [("The panel", "to hold him")]


def test_a_second_subject_opens_what_is_said_where_its_verb_is_lost() -> None:
    doc = tree("Officials NOUN 1 nsubj\nreport VERB 1 ROOT\nbanks NOUN 1 nsubj\ngave VERB 1 dep\nmoney NOUN 3 obj\n")
    assert read(doc) == [("Officials", "banks gave money")]


@pytest.mark.parametrize(
    "start",
    ["Rain fell", "The clinic was compared", "The general raised", "The plan proved", "The town, once a port"],
)
def test_what_nobody_says_has_no_source(start: str) -> None:
    assert read(sentence(start)) == []


def test_who_writes_of_himself_is_a_source() -> None:
    assert read(sentence("I think")) == [("I", "the road is open")]


@pytest.mark.parametrize(
    ("start", "source", "content"),
    [
        ("The talks, she said", "she", "The talks , she said , have failed"),
        ("The rebels, he answered", "he", "The rebels , he answered , would stay"),
        ("The army withdrew", "he", "The army withdrew on Friday"),
    ],
)
def test_an_aside_takes_its_whole_sentence_or_what_stands_before_it(start: str, source: str, content: str) -> None:
    assert read(sentence(start)) == [(source, content)]


@pytest.mark.parametrize(
    ("start", "source"),
    [
        ('"The wells are dry," tweeted', "former governor Salim Nader"),
        ('"The wells are dry," the mayor', "the mayor of Orzan , Karim Haddad"),
        ("The mayor closed", "he"),
    ],
)
def test_a_quotation_has_whoever_is_named_right_behind_it(start: str, source: str) -> None:
    assert read(sentence(start)) == [(source, '" The wells are dry , "')]


@pytest.mark.parametrize("start", ["As the ministry reported", "As reported by"])
def test_what_stands_beside_as_reported_is_the_clause(start: str) -> None:
    assert read(sentence(start)) == [("the ministry", "twelve soldiers died in Orzan")]


def test_a_quotation_behind_a_sentence_that_tells_who_speaks_goes_on_with_it() -> None:
    [(source, content)] = read(sentence("The mayor said the road"))
    assert (source, content.endswith('shops are shut . "')) == ("The mayor", True)


@pytest.mark.parametrize(
    ("start", "source", "content"),
    [
        ("Talks fail", "Karim Haddad", '" The wells are dry . The road is closed . "'),
        ("She fired back", "She", '" The wells are dry and the road is closed . "'),
        ("Haddad to parliament", "Haddad", "The road is closed"),
    ],
)
def test_a_colon_leads_to_what_is_said(start: str, source: str, content: str) -> None:
    assert read(sentence(start)) == [(source, content)]


def test_a_line_that_opens_with_a_name_and_a_colon_is_spoken_by_it() -> None:
    words = ["PENCE", ":", "Well", ",", "look", ".", "\n"]
    kinds = ["PROPN", "PUNCT", "INTJ", "PUNCT", "VERB", "PUNCT", "SPACE"]
    doc = Doc(
        VOCAB, words=words, pos=kinds, heads=[0, 0, 4, 2, 4, 4, 5], deps=["ROOT", *["dep"] * 3, "ROOT", *["dep"] * 2]
    )
    assert read(doc) == [("PENCE", "Well , look")]


def test_a_quotation_is_spoken_by_the_name_behind_its_dash() -> None:
    words = ['"', "Never", "again", ".", '"', "\u2015", "Maria", "Diaz"]
    kinds = ["PUNCT", "ADV", "ADV", "PUNCT", "PUNCT", "PUNCT", "PROPN", "PROPN"]
    doc = Doc(
        VOCAB,
        words=words,
        pos=kinds,
        heads=[2, 2, 2, 2, 2, 6, 6, 6],
        deps=["dep", "dep", "ROOT", *["dep"] * 3, "ROOT", "flat"],
    )
    assert read(doc) == [("Maria Diaz", '" Never again . "')]
