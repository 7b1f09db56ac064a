"""What is kept of linking saves work and changes nothing: it equals what linking from nothing gives."""

from __future__ import annotations

from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stepping import AMAL, DAY, TAKEN, as_from_nothing, read, steps, told

from sijill.incident import Filters
from sijill.judgement import MACHINE
from sijill.ledger import Entry, Register, open_register
from sijill.reconcile import series, tally
from sijill.run import links as links_module
from sijill.run.acts import judge, undo
from sijill.run.incidents import View, incidents_of, link_new, link_register, linked_view
from sijill.run.judging import judged_in, judgements_in
from sijill.run.links import links_of
from sijill.run.shown import Shown
from sijill.run.stores import Fetching
from sijill.serve.cumulative import own_sum

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sijill.incident import Incident
    from sijill.link import Unit


def assert_kept_is_right(book: Register) -> None:
    kept, anew = incidents_of(book), as_from_nothing(book)
    assert kept.links.state is not None
    assert kept.incidents == anew.incidents
    assert kept.homes == anew.homes
    assert set(kept.links.people) == set(anew.links.people)
    assert kept.crosschecks == anew.crosschecks
    assert kept.claims == anew.claims


NOT_KEPT = ("link", "read", "read anew", "add")


def take(book: Register, step: str, given: object) -> None:
    """Take a step, and look at the register after those that people's work needs seen."""
    TAKEN[step](book, step, given)
    if step not in NOT_KEPT:
        incidents_of(book, keep=True)


QUESTIONS: tuple[dict[str, Any], ...] = (
    {}, {"rule": "ucdp", "by": "month"}, {"rule": "acled", "by": "day"}, {"rule": "airwars", "by": "source"},
    {"by": "place", "filters": Filters(last=DAY)}, {"by": "category", "filters": Filters(measure="injured")},
    {"filters": Filters(place="Atmeh", category="civilian")},
)  # fmt: skip


def assert_counted_alike(view: View, anew: View) -> None:
    """Every number that is folded block by block is the one that counting all incidents at once gives."""
    for asked in QUESTIONS:
        assert view.toll(**asked) == tally(anew.incidents, anew.crosschecks, **asked)
    assert series(view.crosschecks, view.blocks) == series(anew.crosschecks, anew.incidents)
    assert own_sum(view.blocks, Filters()) == own_sum(anew.incidents, Filters())
    asked_for = [one for one in anew.incidents if of_many(one)]
    assert tally(view.blocks.narrowed("of many", of_many), by="day") == tally(asked_for, by="day")


def of_many(incident: Incident) -> bool:
    return len(incident.reports) > 1


@pytest.mark.slow
@settings(max_examples=10, deadline=None)
@given(st.lists(steps, min_size=3, max_size=8))
def test_a_view_that_goes_on_from_an_earlier_one_is_the_view_from_nothing(done: list[tuple[str, object]]) -> None:
    with TemporaryDirectory() as folder, open_register(f"{folder}/book.db") as book:
        view = linked_view(book)
        for step, given in (one for one in done if one[0] != "link"):  # another's linking would begin anew
            TAKEN[step](book, step, given)
            view = linked_view(book, view)
            anew = as_from_nothing(book)
            assert view.since is not None
            assert view.incidents == anew.incidents
            assert (view.homes, view.by_id) == (anew.homes, anew.by_id)
            assert view.crosschecks == anew.crosschecks
            assert view.outlined == anew.outlined
            assert view.reviewed == anew.reviewed
            assert_counted_alike(view, anew)


@settings(max_examples=8, deadline=None)
@given(st.lists(steps, min_size=3, max_size=12))
def test_whatever_is_read_judged_and_reviewed_what_is_kept_equals_linking_from_nothing(
    done: list[tuple[str, object]],
) -> None:
    with TemporaryDirectory() as folder, open_register(f"{folder}/book.db") as book:
        link_register(book)
        for step, given in done:
            take(book, step, given)
        assert_kept_is_right(book)
        link_new(book)
        assert_kept_is_right(book)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Register]:
    """Two outlets that tell of one shelling, linked."""
    with open_register(tmp_path / "book.db") as opened:
        read(opened, told("Ahram", "Atmeh", 0, 30))
        read(opened, told("Sana", "Atmeh", 0, 32))
        link_register(opened)
        yield opened


def test_a_view_links_nothing_that_is_kept(book: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links_module, "mention_of", None)
    monkeypatch.setattr(links_module, "reconcile", None)
    (incident,) = incidents_of(book).incidents
    assert len(incident.claims) == 2


def test_what_another_version_kept_is_made_anew(book: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    before = incidents_of(book).incidents
    monkeypatch.setattr(links_module, "made_by", lambda: "a newer one")
    after = incidents_of(book, keep=True)
    assert after.links.state is None
    assert after.incidents == before
    assert incidents_of(book).links.state is not None


def test_a_new_report_joins_without_the_others_being_linked_again(book: Register) -> None:
    read(book, told("Enab", "Atmeh", 0, 30))
    read(book, told("Rudaw", "Kobani", 0, 5))
    links = links_of(Shown(book), (), up_to=None)
    assert len(links.relinked) == 2
    link_new(book)
    first, second = incidents_of(book).incidents
    assert {len(first.reports), len(second.reports)} == {3, 1}


def test_what_is_kept_can_be_thrown_away(book: Register) -> None:
    before = incidents_of(book).incidents
    book.kept.keep([], {}, before=None)
    assert incidents_of(book).incidents == before


def test_what_another_program_kept_meanwhile_is_not_mixed_with_ours(book: Register) -> None:
    ours = links_of(Shown(book), ())
    read(book, told("Enab", "Atmeh", 0, 30))
    link_new(book)
    theirs = book.kept.state()
    read(book, told("Rudaw", "Kobani", 0, 5))
    ours.linked += 1
    ours.keep()
    assert book.kept.state() == theirs


def test_linking_reads_and_keeps_nothing_of_a_register_without_claims(tmp_path: Path) -> None:
    with open_register(tmp_path / "empty.db") as empty:
        assert link_register(empty).incidents == 0
        assert incidents_of(empty).incidents == ()


def test_what_is_added_a_second_time_is_one_claim(tmp_path: Path) -> None:
    with open_register(tmp_path / "book.db") as opened:
        link_register(opened)
        steps = ("read", told("Sana", "Atmeh", 0, 3)), ("add", 0), ("correct", (0, ("number", "70"))), ("link", None)
        for step, given in (*steps, ("add", 0)):
            take(opened, step, given)
        assert_kept_is_right(opened)
        added = [member.claim.id for member in incidents_of(opened).claims]
        assert len(added) == len(set(added))


def test_what_is_left_of_an_incident_whose_first_report_was_replaced_is_an_incident(book: Register) -> None:
    read(book, told("Ahram", "Kobani", 4, 3))
    assert_kept_is_right(book)
    assert [one.reports for one in incidents_of(book).incidents] == [("Sana",)]


def machines_pairs(book: Register) -> list[tuple[str, str]]:
    entered = (entry for entry in book.entries(kind="judgement") if entry.author == MACHINE)
    return [judgement.pair for entry in entered for judgement in judgements_in(entry)]


def test_what_is_linked_again_after_an_undone_judgement_enters_no_pair_twice(book: Register) -> None:
    before = machines_pairs(book)
    one, other = (claims[0] for claims in (m.claims for m in as_units(book)))
    judge(book, incidents_of(book), "different", (one, other), AMAL)
    undo(book, None, AMAL)
    read(book, told("Enab", "Atmeh", 0, 30))
    link_new(book)
    after = machines_pairs(book)
    assert before
    assert len(after) == len(set(after)) > len(before)


def as_units(book: Register) -> list[Unit]:
    units = incidents_of(book).links.index.memory.told
    units.fetch(report.id for report in book.reports())
    return [unit for told_of in list(units.values()) for unit in told_of]


def test_one_more_report_reads_no_judgement_of_the_others(book: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    read(book, told("Rudaw", "Kobani", 0, 5))
    entries, seen = book.entries, list[Entry]()

    def watched(**asked: Any) -> Iterator[Entry]:
        for entry in entries(**asked):
            seen.append(entry)
            yield entry

    monkeypatch.setattr(book, "entries", watched)
    link_new(book)
    monkeypatch.undo()
    assert machines_pairs(book)
    assert not any(entry.author == MACHINE and entry.kind == "judgement" for entry in seen)


def test_one_more_report_reads_no_pair_that_people_judged_elsewhere(book: Register) -> None:
    read(book, told("Ahram", "Kobani", 0, 5, "Kobani was quiet before."))
    read(book, told("Rudaw", "Kobani", 0, 7))
    link_new(book)
    elsewhere = next(one for one in incidents_of(book).incidents if "Rudaw" in one.reports)
    judge(book, incidents_of(book), "different", (elsewhere.claims[0], elsewhere.claims[-1]), AMAL)
    incidents_of(book, keep=True)
    read(book, told("Enab", "Atmeh", 0, 30))
    links = links_of(Shown(book), judged_in(book).people)
    assert len(links.people) == 1
    assert links.touched.isdisjoint(elsewhere.claims)
    assert isinstance(units := links.index.memory.units, Fetching)
    assert units.asked.isdisjoint(elsewhere.claims)
    assert_kept_is_right(book)
