"""What a person does to incidents: each act is one entry of the book, with its author and reason, and can be undone.

Invariant: no entry is changed; an act that is undone counts for nothing, and undoing the undoing brings it back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sijill.errors import NotFoundError, UsageError
from sijill.judgement import MACHINE, Judgement
from sijill.run.judging import JUDGEMENT, UNDO, enter, judged_in, target, undone
from sijill.run.reviewing import REVIEW, entered_reviews, in_force

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sijill.ledger import Entry, Register
    from sijill.run.incidents import View

UNDOABLE = (JUDGEMENT, REVIEW, UNDO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who judges, and why; UsageError for a name that the program itself goes by, or none."""

    name: str
    reason: str | None = None

    def __post_init__(self) -> None:
        """Refuse the machine's name and an empty one."""
        if self.name in {MACHINE, ""}:
            msg = f"{self.name!r} is no person's name: say who judges with --author NAME"
            raise UsageError(msg)


def judge(register: Register, view: View, verdict: str, claims: tuple[str, str], person: Person) -> int:
    """Enter that two claims tell of one happening ("same") or do not ("different"); return the entry's number."""
    a, b = map(view.claim_id, claims)
    if a == b:
        msg = f"{claims[0]} and {claims[1]} are one claim: give two"
        raise UsageError(msg)
    return enter(register, [judged(view, a, b, verdict, person)], act=verdict, subject=f"{a} {b}")


def merge(register: Register, view: View, incidents: tuple[str, str], person: Person) -> int:
    """Enter that two incidents are one, with every claim that they hold; return the entry's number."""
    first, second = map(view.incident, incidents)
    if first.id == second.id:
        msg = f"{incidents[0]} and {incidents[1]} are one incident already: {first.id}"
        raise UsageError(msg)
    members = (*first.claims, *second.claims)
    return enter(register, list(star(view, members, person)), act="merge", subject=f"{first.id} {second.id}")


def split(register: Register, view: View, incident: str, leaving: Sequence[str], person: Person) -> int:
    """Enter that some claims of an incident are another happening; those that leave stay together, as do the others."""
    found = view.incident(incident)
    gone = tuple(dict.fromkeys(map(view.claim_id, leaving)))
    rest = tuple(claim for claim in found.claims if claim not in gone)
    stray = [claim for claim in gone if claim not in found.claims]
    if stray or not rest or not gone:
        which = f"claim {stray[0]} is not in it" if stray else "some of its claims must leave and some must stay"
        msg = f"incident {found.id} cannot be split so: {which}"
        raise UsageError(msg)
    apart = dict.fromkeys([*((rest[0], claim) for claim in gone), *((claim, gone[0]) for claim in rest)])
    different = [judged(view, a, b, "different", person) for a, b in apart]
    together = [*star(view, rest, person), *star(view, gone, person)]
    return enter(register, [*different, *together], act="split", subject=f"{found.id} {' '.join(gone)}")


def star(view: View, claims: Sequence[str], person: Person) -> Iterator[Judgement]:
    """Yield judgements that hold the claims together: the first is the same as each other."""
    return (judged(view, claims[0], claim, "same", person) for claim in claims[1:])


def judged(view: View, a: str, b: str, verdict: str, person: Person) -> Judgement:
    """Return what a person holds of two claims, with the words by which it finds them again."""
    anchors = view.anchor(a), view.anchor(b)
    return Judgement(a=a, b=b, verdict=verdict, author=person.name, reason=person.reason, anchors=anchors)


def undo(register: Register, number: int | None, person: Person) -> int:
    """Enter that an entry (by default the newest act of a person that is in force) is undone; return its number."""
    seq = newest_act(register) if number is None else number
    entry = undoable(register, seq)
    if entry.seq in undone(register.entries(kind=UNDO)):
        msg = f"entry {seq} is undone already: sijill log shows by which"
        raise UsageError(msg)
    payload: dict[str, object] = {"seq": seq, "reason": person.reason}
    return register.append(author=person.name, kind=UNDO, subject=f"entry {seq}", payload=payload)


def newest_act(register: Register) -> int:
    """Return the number of a person's newest judgement or review in force; NotFoundError where there is none."""
    acts = (*judged_in(register).acts, *(review.seq for review in in_force(register, list(entered_reviews(register)))))
    if not acts:
        msg = "there is nothing to undo: no judgement and no review of a person is in force"
        raise NotFoundError(msg)
    return max(acts)


def undoable(register: Register, seq: int) -> Entry:
    """Return the entry with a number; NotFoundError where it cannot be undone."""
    found = register.entry(seq)
    if found is None or found.kind not in UNDOABLE:
        msg = f"entry {seq} is no judgement and no review, and only those are undone: sijill log lists them"
        raise NotFoundError(msg)
    return found


def about(entry: Entry) -> int | None:
    """Return the number of the entry that an "undo" is about, None for any other entry."""
    return target(entry) if entry.kind == UNDO else None
