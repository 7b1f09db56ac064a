from __future__ import annotations

from datetime import date

import pytest
from written_reports import EXTRACTOR, TEXT, a_claim, a_figure, a_report, many_claims

from sijill.errors import NotFoundError, UsageError
from sijill.ledger import ClaimFilter, Register
from sijill.model import Claim, Place, Source
from sijill.values import CountRange, Days


def found(register: Register, **wanted: object) -> list[str]:
    """The anchors' words of the claims that pass."""
    claims = register.claims(ClaimFilter(**wanted))  # type: ignore[arg-type]
    return [stored.claim.anchor.quote for stored in claims]


def enter(register: Register, **claims: Claim) -> None:
    for name, claim in claims.items():
        report = a_report(name)
        register.enter(report, [claim], extractor=EXTRACTOR)


@pytest.fixture
def two(register: Register) -> Register:
    """A register of two claims that have nothing in common; the anchors' words are 22 and villagers."""
    one, other = a_report("one"), a_report("two")
    different = a_claim(
        other,
        "villagers",
        figure=a_figure("detained", 3, category="armed_group", scope="cumulative"),
        happening="arrests",
        sources=(Source(worded="residents", kind="witness"), Source(worded="a clerk", kind="medical", protected=True)),
        place=Place(worded="the village of Khirbet al-Bir", country="TR"),
        days=Days(first=date(2014, 1, 1), last=date(2014, 1, 31)),
        certainty="hedged",
        incident="i2",
    )
    enter(register, one=a_claim(one), two=different)
    return register


@pytest.mark.parametrize(
    "wanted",
    [
        {"measure": "detained"},
        {"category": "armed_group"},
        {"happening": "arrests"},
        {"place": "Khirbet al-Bir"},
        {"place": "KHIRBET"},
        {"country": "tr"},
        {"source_kind": "witness"},
        {"source_kind": "medical"},
        {"certainty": "hedged"},
        {"scope": "cumulative"},
        {"report": "two"},
        {"incident": "i2"},
        {"protected": True},
        {"first_day": date(2014, 1, 31)},
        {"first_day": date(2014, 1, 10), "last_day": date(2014, 1, 11)},
        {"measure": "detained", "country": "TR", "source_kind": "medical", "certainty": "hedged"},
    ],
    ids=str,
)
def test_a_filter_finds_the_claim_that_passes_and_no_other(two: Register, wanted: dict[str, object]) -> None:
    assert found(two, **wanted) == ["villagers"]


@pytest.mark.parametrize("place", ["tall zahra", "Tal Zahra", "IDLIB", "sy", "SY.12", "near Tal Zahra", "zahra"])
def test_a_place_is_found_as_worded_by_name_first_level_unit_or_country_code(two: Register, place: str) -> None:
    assert found(two, place=place) == ["22"]


@pytest.mark.parametrize("place", ["Zahr", "Tall", "%", "", "Idlib Zahra"])
def test_a_place_is_not_found_by_a_part_of_a_word(two: Register, place: str) -> None:
    assert found(two, place=place) == []


def test_filters_that_no_claim_passes_together_find_nothing(two: Register) -> None:
    assert found(two, measure="killed", country="TR") == []


def test_no_filter_finds_everything_in_the_order_of_the_book(two: Register) -> None:
    stored = list(two.claims())
    assert [claim.report_name for claim in stored] == ["one", "two"]
    assert stored[0].seq < stored[1].seq


def test_figures_and_happenings_are_told_apart(register: Register) -> None:
    report = a_report()
    claims = [a_claim(report), a_claim(report, "killed", figure=None), a_claim(report, "villagers", happening=None)]
    register.enter(report, claims, extractor=EXTRACTOR)
    assert found(register, only="figures") == ["22", "villagers"]
    assert found(register, only="happenings") == ["22", "killed"]


@pytest.mark.parametrize(
    ("days", "passes"),
    [
        (Days(first=date(2014, 1, 1)), True),
        (Days(last=date(2014, 1, 1)), False),
        (Days(last=date(2014, 3, 2)), True),
        (Days(first=date(2014, 3, 3)), False),
        (Days(first=date(1, 1, 1), last=date(9999, 12, 31)), True),
        (Days(worded="once"), False),
    ],
    ids=str,
)
def test_open_days_overlap_and_unknown_days_do_not(register: Register, days: Days, passes: bool) -> None:  # noqa: FBT001 -- a parameter of the case
    report = a_report()
    register.enter(report, [a_claim(report, days=days)], extractor=EXTRACTOR)
    assert bool(found(register, first_day=date(2014, 3, 1), last_day=date(2014, 3, 2))) is passes


def test_a_revised_report_is_shown_when_it_is_asked_for(register: Register) -> None:
    first, second = a_report(), a_report(text=TEXT + " Later.")
    for report in (first, second):
        register.enter(report, [a_claim(report)], extractor=EXTRACTOR)
    assert [s.claim.report_id for s in register.claims(ClaimFilter(report=first.id))] == [first.id]
    assert [s.claim.report_id for s in register.claims(ClaimFilter(report="marsel"))] == [second.id]
    assert [s.claim.report_id for s in register.claims(ClaimFilter(superseded=True))] == [first.id, second.id]


@pytest.mark.parametrize("wanted", [{"measure": "hurt"}, {"only": "x"}, {"source_kind": "spy"}], ids=str)
def test_a_value_that_no_claim_can_have_is_refused(wanted: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="it is one of"):
        ClaimFilter(**wanted)  # type: ignore[arg-type]


def test_days_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(UsageError, match="before the first"):
        ClaimFilter(first_day=date(2014, 1, 2), last_day=date(2014, 1, 1))


def test_a_report_is_found_by_name_id_and_the_beginning_of_either(register: Register) -> None:
    report, other = a_report("000_22bc"), a_report("001_ffff")
    for entered in (report, other):
        register.enter(entered, [], extractor=EXTRACTOR)
    assert {register.report(key) for key in ("000_22bc", "000", report.id, report.id[:12])} == {report}


def test_a_report_that_is_not_found_is_answered_with_the_ids_of_near_names(register: Register) -> None:
    report = a_report("idlib-monday")
    register.enter(report, [], extractor=EXTRACTOR)
    with pytest.raises(NotFoundError, match=rf"'idlib_munday'; called nearly so, by id: {report.id[:12]}$"):
        register.report("idlib_munday")


@pytest.mark.parametrize("key", ["", "zzzz", "%", "\0"])
def test_a_key_that_names_no_report_is_not_found(register: Register, key: str) -> None:
    register.enter(a_report("idlib-monday"), [], extractor=EXTRACTOR)
    with pytest.raises(NotFoundError, match="no report in the register"):
        register.report(key)


def test_a_beginning_of_two_names_is_not_a_report(register: Register) -> None:
    monday, tuesday = a_report("idlib-monday"), a_report("idlib-tuesday")
    for report in (monday, tuesday):
        register.enter(report, [], extractor=EXTRACTOR)
    with pytest.raises(NotFoundError, match=rf"more than one report's name: .*: {monday.id[:12]}, {tuesday.id[:12]}$"):
        register.report("idlib")


def test_a_claim_is_found_by_the_beginning_of_its_id(register: Register) -> None:
    report = a_report()
    claims = many_claims(report, 40)
    register.enter(report, claims, extractor=EXTRACTOR)
    assert register.claim(claims[7].id).claim == claims[7]
    assert register.claim(claims[7].id[:10]).claim == claims[7]
    assert register.claim(claims[7].id).report_name == "marsel"


def test_a_claim_that_a_later_reading_replaced_is_still_found(register: Register) -> None:
    report = a_report()
    register.enter(report, [a_claim(report)], extractor=EXTRACTOR)
    register.enter(report, [], extractor="reader 2")
    assert register.claim(a_claim(report).id).claim == a_claim(report)


def test_a_claim_that_two_readings_share_is_that_of_the_newest(register: Register) -> None:
    report = a_report()
    for extractor, confidence in (("reader 1", 0.25), ("reader 2", 0.75)):
        register.enter(report, [a_claim(report, extractor="", confidence=confidence)], extractor=extractor)
    assert register.claim(a_claim(report, extractor="").id).claim.confidence == 0.75


@pytest.mark.parametrize(
    ("prefix", "words"),
    [("", "not a claim's id"), ("XYZ", "not a claim's id"), ("0" * 16, "no claim's id begins"), ("a", "more than one")],
)
def test_an_id_that_names_no_one_claim_is_not_found(register: Register, prefix: str, words: str) -> None:
    report = a_report()
    register.enter(report, many_claims(report, 80), extractor=EXTRACTOR)
    with pytest.raises(NotFoundError, match=words):
        register.claim(prefix)


def test_a_count_beyond_what_a_database_can_hold_comes_back_exactly(register: Register) -> None:
    report = a_report()
    count = CountRange(low=10**30, high=10**30, comparator="exact", value=10**30)
    claim = a_claim(report, figure=a_figure(count=count))
    register.enter(report, [claim], extractor=EXTRACTOR)
    assert [stored.claim for stored in register.claims()] == [claim]


def test_claims_can_be_entered_while_others_are_read(register: Register) -> None:
    report = a_report()
    register.enter(report, many_claims(report, 60), extractor=EXTRACTOR)
    reading = register.claims()
    next(reading)
    other = a_report("other")
    register.enter(other, [a_claim(other)], extractor=EXTRACTOR)
    assert len(list(reading)) == 59
