from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest
from written_reports import EXTRACTOR, TEXT, a_claim, a_report, many_claims

from sijill.errors import RegisterError
from sijill.ledger import Register, open_register
from sijill.model import Evidence
from sijill.values import Span


def test_a_new_report_is_entered_with_its_claims(register: Register) -> None:
    report = a_report()
    entered = register.enter(report, [a_claim(report)], extractor=EXTRACTOR)
    assert (entered.status, entered.report_id, entered.claims) == ("new", report.id, 1)
    assert list(register.reports()) == [report]
    assert [stored.claim for stored in register.claims()] == [a_claim(report)]


def test_entering_a_report_again_changes_nothing(register: Register) -> None:
    report = a_report()
    first = register.enter(report, [a_claim(report)], extractor=EXTRACTOR)
    before = list(register.entries())
    again = register.enter(report, [a_claim(report)], extractor=EXTRACTOR)
    assert (again.status, again.seq) == ("known", first.seq)
    assert list(register.entries()) == before


def test_a_newer_extractor_adds_its_reading_beside_the_old_and_views_show_the_newest(register: Register) -> None:
    report = a_report()
    register.enter(report, [a_claim(report), a_claim(report, "villagers")], extractor=EXTRACTOR)
    newer = a_claim(report, extractor="reader 2", confidence=0.5)
    assert register.enter(report, [newer], extractor="reader 2").status == "reread"
    assert [stored.claim for stored in register.claims()] == [newer]
    assert list(register.reports()) == [report]
    assert [(v.extractor, v.claims, v.newest) for v in register.versions("marsel")] == [
        (EXTRACTOR, 2, False),
        ("reader 2", 1, True),
    ]
    assert [version.extractor for version in register.superseded("marsel")] == [EXTRACTOR]


def test_a_newer_extractor_that_finds_nothing_leaves_nothing_in_views(register: Register) -> None:
    report = a_report()
    register.enter(report, [a_claim(report)], extractor=EXTRACTOR)
    register.enter(report, [], extractor="reader 2")
    assert list(register.claims()) == []
    assert list(register.reports()) == [report]


def test_the_same_name_with_a_new_text_is_a_revision_linked_to_the_earlier_report(register: Register) -> None:
    first, second = a_report(), a_report(text=TEXT.replace("22", "24"))
    register.enter(first, [a_claim(first)], extractor=EXTRACTOR)
    entered = register.enter(second, [a_claim(second, "24")], extractor=EXTRACTOR)
    assert (entered.status, entered.revises) == ("revision", first.id)
    assert register.report("marsel") == second
    assert register.report(first.id) == first
    assert list(register.reports()) == [second]
    assert list(register.reports(superseded=True)) == [first, second]
    assert [stored.claim for stored in register.claims()] == [a_claim(second, "24")]
    assert [version.report_id for version in register.superseded("marsel")] == [first.id]


def test_an_older_text_read_again_does_not_come_back_into_view(register: Register) -> None:
    first, second = a_report(), a_report(text=TEXT.replace("22", "24"))
    for report, extractor in ((first, EXTRACTOR), (second, EXTRACTOR), (first, "reader 2")):
        register.enter(report, [a_claim(report, "villagers", extractor=extractor)], extractor=extractor)
    assert [stored.claim.report_id for stored in register.claims()] == [second.id]
    assert [version.newest for version in register.versions("marsel")] == [False, False, True]


def test_the_same_text_from_another_outlet_is_a_second_report(register: Register) -> None:
    here, there = a_report(outlet="Wire A"), a_report(outlet="Wire B")
    statuses = [register.enter(report, [], extractor=EXTRACTOR).status for report in (here, there)]
    assert statuses == ["new", "new"]
    assert list(register.reports()) == [here, there]


def test_a_report_comes_back_with_every_field(register: Register) -> None:
    report = a_report(
        text="NUL \0 stays, so does مرحبا\r\n",
        origin="stdin",
        outlet="Wire\0A",
        title="T",
        url="https://example.org/1",
        published=date(2013, 3, 9),
        published_by="dateline",
        disagreements=("the field says 2013-03-08",),
        language="ar",
        notes=("language not read",),
    )
    register.enter(report, [], extractor=EXTRACTOR)
    assert register.report(report.id) == report


def test_a_report_whose_name_has_a_nul_is_found_by_it(register: Register) -> None:
    report = a_report("na\0me")
    register.enter(report, [], extractor=EXTRACTOR)
    assert register.report("na\0me") == report


def test_a_claim_whose_words_do_not_stand_in_the_report_is_refused_with_its_report(register: Register) -> None:
    report = a_report()
    claim = a_claim(report, evidence=(Evidence(field="number", span=Span(start=0, end=2), quote="99"),))
    with pytest.raises(RegisterError, match=r"'99' does not stand in the text at 0\.\.2"):
        register.enter(report, [a_claim(report), claim], extractor=EXTRACTOR)
    assert register.counts().reports == 0


@pytest.mark.parametrize("part", ["name", "text"])
def test_half_of_a_character_is_refused_in_words(register: Register, part: str) -> None:
    with pytest.raises(RegisterError, match=r"cannot hold '\\udcff'"):
        register.enter(a_report(**{part: "a\udcff"}), [], extractor=EXTRACTOR)
    assert register.counts().reports == 0


def test_threads_may_share_a_register(register: Register) -> None:
    def enter(number: int) -> None:
        report = a_report(f"report {number}")
        register.enter(report, many_claims(report, 3), extractor=EXTRACTOR)

    with ThreadPoolExecutor(4) as pool, register.batch(seconds=0):
        list(pool.map(enter, range(24)))
    assert register.counts().claims == 72
    assert [entry.seq for entry in register.entries()] == list(range(1, 122))


def test_a_claim_of_another_report_is_refused(register: Register) -> None:
    with pytest.raises(RegisterError, match="names another report"):
        register.enter(a_report("one"), [a_claim(a_report("two"))], extractor=EXTRACTOR)


def test_the_book_numbers_every_entry_in_order_without_gaps(register: Register) -> None:
    start = datetime.now(UTC)
    report = a_report()
    register.enter(report, many_claims(report, 2), extractor=EXTRACTOR)
    register.append(author="R. Analyst", kind="review", subject="abc", payload={"accept": True, "why": None})
    entries = list(register.entries())
    assert [entry.seq for entry in entries] == list(range(1, 7))
    assert [entry.kind for entry in entries] == ["register", "report", "reading", "claim", "claim", "review"]
    assert [entry.author for entry in entries[1:]] == ["sijill", EXTRACTOR, EXTRACTOR, EXTRACTOR, "R. Analyst"]
    assert entries[-1].payload == {"accept": True, "why": None}
    assert start <= entries[1].at <= datetime.now(UTC)
    assert list(register.entries(after=5)) == entries[5:]
    assert list(register.entries(kind="review")) == entries[5:]


def test_counts_tell_what_views_show_and_what_the_book_holds(register: Register) -> None:
    report = a_report()
    claims = [a_claim(report), a_claim(report, "villagers", figure=None), a_claim(report, "killed", happening=None)]
    register.enter(report, claims, extractor=EXTRACTOR)
    register.enter(report, claims, extractor="reader 2")
    revised = a_report(text=TEXT + " More.")
    register.enter(revised, [a_claim(revised)], extractor=EXTRACTOR)
    counts = register.counts()
    assert (counts.reports, counts.revised, counts.readings) == (1, 1, 3)
    assert (counts.claims, counts.figures, counts.happenings, counts.entries) == (1, 1, 1, 13)
    other = a_report("other")
    register.enter(other, [a_claim(other, w, figure=None) for w in ("22", "killed")], extractor=EXTRACTOR)
    counts = register.counts()
    assert (counts.claims, counts.figures, counts.happenings) == (3, 1, 3)


def test_a_register_opened_again_holds_what_was_entered(store: str) -> None:
    report = a_report()
    with open_register(store) as register:
        register.enter(report, [a_claim(report)], extractor=EXTRACTOR)
    with open_register(store, create=False) as register:
        assert [stored.claim for stored in register.claims()] == [a_claim(report)]
    with open_register(store, read_only=True) as register:
        assert list(register.reports()) == [report]


def test_reports_of_a_batch_are_each_entered_whole_or_not_at_all(register: Register) -> None:
    good, bad = a_report("good"), a_report("bad")
    with register.batch(seconds=3600):
        for report, claims in ((a_report("first"), []), (bad, [a_claim(good)]), (good, [a_claim(good)])):
            try:
                register.enter(report, claims, extractor=EXTRACTOR)
            except RegisterError:
                assert report is bad
    assert [report.name for report in register.reports()] == ["first", "good"]


def test_entries_added_together_follow_each_other_in_the_book(register: Register) -> None:
    contents = [("abc", {"accept": True}), ("abd", {"accept": False, "spans": ({"start": 1},)})]
    numbers = register.append_all(author="R. Analyst", kind="review", contents=contents)
    added = list(register.entries(after=numbers[0] - 1))
    assert [(entry.seq, entry.subject) for entry in added] == list(zip(numbers, ("abc", "abd"), strict=True))
    assert added[1].payload == {"accept": False, "spans": [{"start": 1}]}
