"""What goes on from what was before an entry is what would be made from nothing, whoever entered it and how."""

from __future__ import annotations

from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stepping import KARIM, TAKEN, as_from_nothing, by, every_step, told

from sijill.incident import Filters
from sijill.ledger import open_register
from sijill.reconcile import series
from sijill.run import linked_view
from sijill.run.doubts import Doubtful, Uncertain
from sijill.run.independence import independence_of
from sijill.serve.cumulative import own_sum
from sijill.serve.linked import Linked
from sijill.serve.opening import Masks
from sijill.serve.source_profiles import profiles

if TYPE_CHECKING:
    from sijill.ledger import Register
    from sijill.link import Mention
    from sijill.run import View

    Step = tuple[str, Any]

taken = st.lists(every_step, min_size=4, max_size=12)


def shelf_of(book: Register, view: View, before: Linked | None = None) -> Linked:
    """What pages rest on, as the workbench makes it."""
    masks = Masks(book, unmasked=False, shown=view.links.shown, before=before and before.masks)
    return Linked(book=book, view=view, masks=masks, hides=True)


def assert_is_from_nothing(shelf: Linked, uncertain: Uncertain) -> None:
    """What goes on equals what is made from nothing: incidents, claims, masks, sources, tolls, what is to be judged."""
    view, anew = shelf.view, as_from_nothing(shelf.book)
    afresh = Linked(book=shelf.book, view=anew, masks=Masks(shelf.book, unmasked=False), hides=True)
    for name in ("incidents", "by_id", "homes", "crosschecks", "outlined", "reviewed"):
        assert getattr(view, name) == getattr(anew, name), name
    assert dict(view.printed) == dict(anew.printed)
    assert independence_of(view) == independence_of(anew)
    assert shelf.masks.by_report == afresh.masks.by_report
    assert shelf.masks.settled == afresh.masks.settled
    assert shelf.masks.over(sorted(view.homes)) == afresh.masks.over(sorted(anew.homes))
    assert [one.document for one in profiles(shelf)] == [one.document for one in profiles(afresh)]
    assert view.toll() == anew.toll()
    assert view.toll(by="day") == anew.toll(by="day")
    assert own_sum(view.blocks, Filters()) == own_sum(anew.incidents, Filters())
    assert series(view.crosschecks, view.blocks) == series(anew.crosschecks, anew.incidents)
    assert units_in(view) == units_in(anew)
    assert pairs_in(Doubtful(view, uncertain)) == pairs_in(Doubtful(anew))


def units_in(view: View) -> dict[str, tuple[Mention, ...]]:
    """What linking compares, of every account."""
    units = view.links.index.memory.units
    units.fetch(view.homes)
    return {claim: units[claim].mentions for claim in view.homes if claim in units}


def pairs_in(found: Doubtful) -> list[tuple[str, str]]:
    return sorted(one.pair for one in found)


def assert_goes_on(done: list[Step]) -> None:
    """Take the steps, and look at the register after each."""
    with TemporaryDirectory() as folder, open_register(f"{folder}/book.db") as book:
        shelf, uncertain = shelf_of(book, linked_view(book)), Uncertain(book)
        for step, of_step in done:
            TAKEN[step](book, step, of_step)
            shelf = shelf_of(book, linked_view(book, shelf.view), shelf)
            assert_is_from_nothing(shelf, uncertain)


@settings(max_examples=4, deadline=None)  # and many more below
@given(taken)
def test_whatever_is_entered_by_whomever_what_goes_on_is_what_is_made_from_nothing(done: list[Step]) -> None:
    assert_goes_on(done)


@pytest.mark.slow
@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(taken)
def test_and_so_it_is_of_many_more_books(done: list[Step]) -> None:
    assert_goes_on(done)


def test_a_source_whom_another_program_s_newer_reading_protects_is_masked_at_once() -> None:
    ahram = told("Ahram", "Atmeh", 0, 30)
    assert_goes_on([("read", ahram), ("elsewhere", (("read anew", by(ahram, KARIM)), "new")), ("protect", 1)])


def test_a_pair_to_be_judged_is_found_under_the_ids_that_an_erasure_gives_it() -> None:
    told_of = [("read", told(name, "Atmeh", day, 30)) for name, day in (("Ahram", 0), ("Sana", 1), ("Enab", 4))]
    assert_goes_on([*told_of, ("erase", "Atmeh"), ("erase", 0)])
