"""Whose people are counted where the body that speaks calls them its own."""

import pytest
from spacy.tokens import Doc
from trees import tree

from sijill.extract.numbers import count_of
from sijill.ground.own_people import with_own_people
from sijill.model import Claim, Evidence, Figure, Source
from sijill.values import Span

AMONG = """
It PRON 1 nsubj
said VERB 1 ROOT
three NUM 5 nsubj
of ADP 4 case
workers NOUN 2 nmod
died VERB 1 ccomp
"""
OF_ANOTHER = """
It PRON 1 nsubj
said VERB 1 ROOT
that SCONJ 5 mark
the DET 4 det
{who} NOUN 5 nsubj
{verb} VERB 1 ccomp
three NUM 5 obj
of ADP 8 case
workers NOUN 6 nmod
"""
AFTER_HARM = """
{who} NOUN 1 nsubj
killed VERB 1 ROOT
soldiers NOUN 1 obj
and CCONJ 4 cc
{verb} VERB 1 conj
three NUM 4 obj
of ADP 7 case
workers NOUN 5 nmod
"""
STRIKE_ON = """
It PRON 1 nsubj
said VERB 1 ROOT
a DET 3 det
strike NOUN 7 nsubj
on ADP 6 case
a DET 6 det
{struck} NOUN 3 nmod
killed VERB 1 ccomp
three NUM 7 obj
"""


def category(
    victims: str, speaker: str = "the Red Cross", rows: str = AMONG, kind: str = "medical", *, told_after: bool = False
) -> str | None:
    doc = tree(rows)
    figure = Figure(
        measure="killed",
        worded="three",
        count=count_of("three"),
        victims=victims,
        category="civilian",
        scope="incident",
    )
    words = Evidence(field="number", span=Span(start=0, end=5), quote="three")
    claim = Claim(
        report_id="r",
        happening="attack",
        sources=(Source(worded=speaker, kind=kind),),
        evidence=(words,),
        figure=figure,
        extractor="test",
    )
    made = with_own_people(claim, doc, doc.text.index("three"), len(doc.text) if told_after else _spoken(doc)).figure
    return made.category if made else None


def _spoken(doc: Doc) -> int:
    return 2 if doc[0].text == "It" else 0


@pytest.mark.parametrize(
    ("victims", "speaker"),
    [
        ("its workers", "The Syrian Arab Red Crescent"),
        ("its workers", "The International Committee of the Red Cross"),
        ("its staff", "MSF"),
        ("its staff", "Doctors Without Borders"),
        ("its staff", "Al-Quds Hospital"),
        ("its employees", "the health ministry"),
        ("its paramedics", "The ambulance service of Mogadishu"),
        ("its most well-known members", "The White Helmets"),
        ("its members", "The volunteer group"),
        ("its drivers", "the Red Cross"),
        ("our colleagues", "a nurse"),
        ("his own drivers", "Ali Dhore"),
        ("their own workers", "Medics"),
    ],
)
def test_the_workers_of_those_who_help_are_aid_workers(victims: str, speaker: str) -> None:
    assert category(victims, speaker) == "aid_or_medical"


@pytest.mark.parametrize(
    ("victims", "kind"),
    [("its members", "military"), ("its patients", "medical"), ("workers", "medical"), ("his drivers", "medical")],
)
def test_an_armys_patients_and_strangers_are_not(victims: str, kind: str) -> None:
    assert category(victims, kind=kind) == "civilian"


@pytest.mark.parametrize(
    "speaker",
    [
        "A doctor at the hospital",
        "Medics",
        "A hospital source",
        "Hospital officials",
        "a group of doctors",
        "Ali Dhore",
    ],
)
def test_no_person_says_its_of_himself(speaker: str) -> None:
    assert category("its workers", speaker) == "civilian"


@pytest.mark.parametrize(
    ("victims", "speaker"), [("its members", "the hospital"), ("its drivers", "the clinic"), ("its members", "MSF")]
)
def test_members_and_drivers_are_had_by_others_too(victims: str, speaker: str) -> None:
    assert category(victims, speaker) == "civilian"


@pytest.mark.parametrize(
    ("who", "verb"), [("militia", "lost"), ("company", "lost"), ("group", "freed"), ("army", "returned")]
)
def test_who_lost_or_freed_its_people_is_whose_they_are(who: str, verb: str) -> None:
    assert category("its members", rows=OF_ANOTHER.format(who=who, verb=verb)) == "civilian"


@pytest.mark.parametrize(
    ("who", "verb"), [("gunmen", "abducted"), ("militia", "killed"), ("strike", "wounded"), ("army", "detained")]
)
def test_who_harms_people_is_not_whose_they_are(who: str, verb: str) -> None:
    assert category("its members", rows=OF_ANOTHER.format(who=who, verb=verb)) == "aid_or_medical"


def test_who_harms_his_own_people_is_whose_they_are() -> None:
    rows = OF_ANOTHER.format(who="rebels", verb="shot")
    assert category("their own members", rows=rows) == "civilian"
    assert category("its own members", rows=rows) == "civilian"


@pytest.mark.parametrize(("verb", "read"), [("lost", "civilian"), ("wounded", "aid_or_medical")])
def test_who_harmed_others_may_have_lost_his_own(verb: str, read: str) -> None:
    rows = AFTER_HARM.format(who="Rebels", verb=verb)
    assert category("its workers", rows=rows, told_after=True) == read


def test_whom_an_attack_struck_may_have_the_workers() -> None:
    assert category("its workers", rows=STRIKE_ON.format(struck="mine")) == "civilian"
