"""After an entry, what is folded over the incidents is folded again only where the entry touched them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.speed.worked import enter_worked

from sijill.ledger import open_register
from sijill.run import incidents_of, linked_view
from sijill.run.acts import Person
from sijill.run.independence import independence_of
from sijill.run.reviews import review_claim
from sijill.serve.linked import Linked
from sijill.serve.opening import Masks
from sijill.serve.source_profiles import profiles

if TYPE_CHECKING:
    from pathlib import Path

    from sijill.incident import Incident
    from sijill.ledger import Register
    from sijill.run import View

AMAL = Person(name="Amal")
MOST_BLOCKS = 4  # that the correction of one claim may touch: those of the incidents that it leaves and joins


def shelf_of(book: Register, view: View) -> Linked:
    return Linked(book=book, view=view, masks=Masks(book, unmasked=False), hides=True)


def counted(view: View) -> tuple[int, int]:
    """Fold the number of incidents; return it, and how many blocks were looked into for it."""
    looked_into = []

    def size(block: tuple[Incident, ...]) -> int:
        looked_into.append(block)
        return len(block)

    return view.blocks.folded("size", size, sum), len(looked_into)


def test_sources_after_entries_are_those_from_nothing_and_one_entry_looks_into_few_blocks(tmp_path: Path) -> None:
    enter_worked(tmp_path / "book.db", 400, reviews=20)
    with open_register(tmp_path / "book.db") as book:
        view = linked_view(book)
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
            shown, afresh = shelf_of(book, view), shelf_of(book, anew)
            assert [one.document for one in profiles(shown)] == [one.document for one in profiles(afresh)]
            assert independence_of(view) == independence_of(anew)
            assert Masks(book, unmasked=False, shown=view.links.shown).by_report == afresh.masks.by_report
