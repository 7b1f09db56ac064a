"""What is looked up of a register by number, kind or id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from written_reports import EXTRACTOR, a_report

if TYPE_CHECKING:
    from sijill.ledger import Register


def test_an_entry_is_found_by_its_number(register: Register) -> None:
    seq = register.append(author="Amal", kind="undo", subject="entry 1", payload={"seq": 1})
    found = register.entry(seq)
    assert found is not None
    assert (found.seq, found.author, found.payload) == (seq, "Amal", {"seq": 1})
    assert register.entry(seq + 1) is None


def test_the_times_at_which_people_entered_come_in_their_order_without_those_of_the_machine(register: Register) -> None:
    made = (("Amal", "review"), ("sijill", "judgement"), ("Basma", "judgement"), ("Amal", "undo"))
    first, *_ = [register.append(author=author, kind=kind, subject="x", payload={}) for author, kind in made]
    found = register.entered_at(("judgement", "review"), but_by="sijill")
    assert len(found) == 2
    assert found == sorted(found)
    assert register.entered_at(("judgement", "review"), but_by="sijill", after=first) == found[1:]
    assert register.entered_at(("judgement", "review"), but_by="sijill", up_to=first) == found[:1]


def test_of_some_reports_those_are_named_that_are_shown(register: Register) -> None:
    first, second = a_report("first"), a_report("second", text="Another text, of 22 people.")
    for report in (first, second):
        register.enter(report, [], extractor=EXTRACTOR)
    assert register.report_ids(among={second.id, "gone"}) == [second.id]
    assert register.report_ids(among=()) == []
