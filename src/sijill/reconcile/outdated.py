"""Numbers that a report gives as those of before, beside that of now: "authorities had earlier put the dead at 21".

A source's figure is replaced by no other source's (rules of counting); but a toll that rose while a report was written
is told by whoever speaks for the state or the hospitals at the time. Invariants: only a number that its own words call
one of before is set aside, only beside a higher one of the same report, and neither of an army, rebels or a monitor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sijill.incident import SetAside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sijill.reconcile.entries import Entry

_KINDS: Final = frozenset({"government", "media", "medical", "reporter", "unnamed_official"})
"""Kinds of source that hand on one toll."""


def in_force(entries: Sequence[Entry]) -> tuple[list[Entry], list[SetAside]]:
    """Return the entries without those that their report has replaced, and why each of these is left out."""
    old = [entry for entry in entries if _is_outdated(entry, entries)]
    reasons = [SetAside(claim=entry.id, reason="an earlier number, which its report replaces") for entry in old]
    gone = {entry.id for entry in old}
    return [entry for entry in entries if entry.id not in gone], reasons


def _is_outdated(entry: Entry, entries: Sequence[Entry]) -> bool:
    if "earlier" not in entry.marks or entry.soft or not _hands_on(entry):
        return False
    return any(_replaces(other, entry) for other in entries)


def _replaces(other: Entry, entry: Entry) -> bool:
    """Tell whether another entry is the number of now, by another source: its own is weighed with all that it said."""
    same = other.figure.measure == entry.figure.measure and other.member.report_name == entry.member.report_name
    if not same or "earlier" in other.marks or other.soft or other.key == entry.key:
        return False
    return _hands_on(other) and (other.stated or 0) > (entry.stated or 0)


def _hands_on(entry: Entry) -> bool:
    return all(source.kind in _KINDS for source in entry.claim.sources)
