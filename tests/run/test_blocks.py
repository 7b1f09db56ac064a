"""After an entry, what is folded over the incidents is folded again only where the entry touched them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from bench.speed.worked import enter_worked

from sijill.incident import FigureRange, Filters, Incident
from sijill.ledger import open_register
from sijill.reconcile import tally
from sijill.run import incidents_of, linked_view
from sijill.run.acts import Person
from sijill.run.blocks import MOST_QUESTIONS, Blocks, Known
from sijill.run.independence import independence_of
from sijill.run.reviews import review_claim
from sijill.serve.cumulative import own_sum
from sijill.serve.linked import Linked
from sijill.serve.opening import Masks
from sijill.serve.source_profiles import profiles
from sijill.values import Days

if TYPE_CHECKING:
    from pathlib import Path

    from sijill.ledger import Register
    from sijill.run import View

AMAL = Person(name="Amal")
MOST_BLOCKS = 4  # that the correction of one claim may touch: those of the incidents that it leaves and joins


def shelf_of(book: Register, view: View, before: Masks | None = None) -> Linked:
    masks = Masks(book, unmasked=False, shown=view.links.shown, before=before)
    return Linked(book=book, view=view, masks=masks, hides=True)


def counted(view: View) -> tuple[int, int]:
    """Fold the number of incidents; return it, and how many blocks were looked into for it."""
    looked_into = []

    def size(block: tuple[Incident, ...]) -> int:
        looked_into.append(block)
        return len(block)

    return view.blocks.folded("size", size, sum), len(looked_into)


def incident(number: int, part_of: int | None = None, killed: int = 3) -> Incident:
    found = FigureRange(measure="killed", low=killed, high=killed, stated=killed, claims=(f"{number}",))
    days = Days(first=date(2016, 8, 1 + number % 28), last=date(2016, 8, 1 + number % 28))
    return Incident(
        id=f"{number}", claims=(f"{number}",), reports=("a",), origins=("a",), happening=None, place=None, days=days,
        ranges=(found,), part_of=None if part_of is None else f"{part_of}",
    )  # fmt: skip


def test_a_part_is_not_counted_beside_its_whole_whichever_blocks_they_are_in() -> None:
    made = [incident(n, part_of=n // 2 if n % 3 == 0 else None) for n in range(1, 60)]
    by_id = {one.id: one for one in made}
    blocks = Blocks().after(by_id, by_id)
    for by in (None, "day", "month"):
        assert tally(blocks, by=by) == tally(made, by=by)
    assert len(tally(blocks).exclusions) == sum(one.part_of is not None for one in made)
    other = by_id | {"1": incident(1, killed=8), "6": incident(6)}
    after = blocks.after(other, {"1", "6"})
    assert tally(after, by="day") == tally(list(other.values()), by="day")
    assert own_sum(after, Filters()) == own_sum(list(other.values()), Filters())


def test_a_block_forgets_the_questions_that_were_not_asked_for_longest() -> None:
    known = Known()
    first = known.of("first")
    for number in range(MOST_QUESTIONS - 1):
        known.of(number)
    assert known.of("first") is first
    known.of("one more")
    assert known.of("first") is first
    assert known.of(0) == {}


@pytest.mark.slow
def test_sources_after_entries_are_those_from_nothing_and_one_entry_looks_into_few_blocks(tmp_path: Path) -> None:
    enter_worked(tmp_path / "book.db", 400, reviews=20)
    with open_register(tmp_path / "book.db") as book:
        view = linked_view(book)
        shown = shelf_of(book, view)
        counted(view)
        for number, act in enumerate(("accept", "correct", "reject", "note")):
            claim = [member.claim.id for member in view.claims if member.claim.figure][7 * number]
            given = {"field": "number", "value": {"words": "41"}} if act == "correct" else {}
            review_claim(book, view, act, claim, AMAL, **given)
            view = linked_view(book, view)
            total, looked_into = counted(view)
            assert total == len(view.incidents)
            assert looked_into <= MOST_BLOCKS
            anew = incidents_of(book)
            shown, afresh = shelf_of(book, view, shown.masks), shelf_of(book, anew)
            assert [one.document for one in profiles(shown)] == [one.document for one in profiles(afresh)]
            assert independence_of(view) == independence_of(anew)
            assert shown.masks.by_report == afresh.masks.by_report
