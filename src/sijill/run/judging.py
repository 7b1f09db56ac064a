"""Judgements as entries of the book, and which of them are in force when the book is replayed.

Invariant: what is in force is a function of the entries alone; an undone entry counts for nothing, and undoing an
"undo" puts back what it took away.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, cast

from sijill.judgement import MACHINE, Anchor, Judgement, Part
from sijill.values import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from sijill.ledger import Entry, Register

JUDGEMENT: Final = "judgement"
UNDO: Final = "undo"
LINK: Final = "link"
MOST_ABOUT: Final = 500  # reports whose entries are sought by name; of more, all entries are read


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """The entries that judging rests on, up to the entry `to`: people's judgements, and what was undone.

    `contrary` are the judgements that follow from each "undo" of what the machine judged, by the number of the "undo".
    """

    entered: tuple[Entry, ...] = ()
    undos: tuple[Entry, ...] = ()
    contrary: Mapping[int, Sequence[Judgement]] = field(default_factory=dict)
    linked_to: int = 0
    to: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What the book holds of judging: judgements of people in force, and how far it is linked.

    `linked_to` is the number of the last claim that was linked, 0 where none was; `acts` are the numbers of people's
    entries that are in force, the newest last.
    """

    people: tuple[Judgement, ...] = ()
    linked_to: int = 0
    acts: tuple[int, ...] = ()
    read: Read = field(default_factory=Read, repr=False, compare=False)


def read_in(register: Register, before: Read | None = None) -> Read:
    """Return the entries that judging rests on; those that were read before are not read again."""
    known = before if before is not None and not register.erased_since(before.to) else Read()
    to = register.length  # first: whatever is entered meanwhile is read the next time
    people = register.entries(kind=JUDGEMENT, after=known.to, but_by=MACHINE)
    undos = tuple(e for e in register.entries(kind=UNDO, after=known.to) if e.seq <= to)
    targets = ((register.entry(target(undo)), undo) for undo in undos)
    links = (cast("int", e.payload["up_to"]) for e in register.entries(kind=LINK, after=known.to) if e.seq <= to)
    return Read(
        entered=(*known.entered, *(e for e in people if e.seq <= to)),
        undos=(*known.undos, *undos),
        contrary={**known.contrary, **{u.seq: contrary(e, u) for e, u in targets if e and is_machines(e)}},
        linked_to=max([known.linked_to, *links]),
        to=to,
    )


def judged_in(register: Register, before: Judged | None = None) -> Judged:
    """Return what the book holds of judging; the machine's judgements are looked up only where they were undone."""
    read = read_in(register, before.read if before is not None else None)
    gone = undone(read.undos)
    people = [e for e in read.entered if e.seq not in gone]
    against = [j for undo in read.undos if undo.seq not in gone for j in read.contrary.get(undo.seq, ())]
    return Judged(
        people=(*(j for e in people for j in judgements_in(e)), *against),
        linked_to=read.linked_to,
        acts=tuple(e.seq for e in people),
        read=read,
    )


def is_machines(entry: Entry) -> bool:
    """Tell whether an entry holds judgements of the machine."""
    return entry.kind == JUDGEMENT and entry.author == MACHINE


def machines_in(
    register: Register,
    *,
    after: int,
    about: Collection[str] | None = None,
    but: Callable[[str, float | None], bool] | None = None,
) -> list[Judgement]:
    """Return the machine's judgements as it made them, from the entries after a number, each once.

    `about` asks for those of some reports at least; `but` leaves out those of such a verdict and probability.
    """
    few = about if about is not None and len(about) <= MOST_ABOUT else None
    entered = filter(is_machines, register.entries(kind=JUDGEMENT, after=after, about=few))
    rows = ((entry, row) for entry in entered for row in rows_in(entry))
    wanted = ((entry, row) for entry, row in rows if but is None or not but(row["verdict"], row.get("probability")))
    return list(dict.fromkeys(replace(_judgement(row, entry), seq=0, at=None) for entry, row in wanted))


def undone(undos: Iterable[Entry]) -> set[int]:
    """Return the numbers of the entries that are undone, an undone "undo" among them."""
    gone: set[int] = set()
    for entry in sorted(undos, key=lambda e: -e.seq):
        if entry.seq not in gone:
            gone.add(target(entry))
    return gone


def target(undo: Entry) -> int:
    """Return the number of the entry that an "undo" is about."""
    return cast("int", undo.payload["seq"])


def contrary(entry: Entry, undo: Entry) -> list[Judgement]:
    """Return what a person holds who undoes what the machine joined: that each two claims are different."""
    return [
        replace(j, verdict="different", author=undo.author, probability=None, parts=(), seq=undo.seq, at=undo.at)
        for j in judgements_in(entry)
        if j.verdict == "same"
    ]


def judgements_in(entry: Entry) -> tuple[Judgement, ...]:
    """Return the judgements of an entry: a merge, a split and the linking of a report hold several."""
    return tuple(_judgement(row, entry) for row in rows_in(entry))


def rows_in(entry: Entry) -> Sequence[Mapping[str, Any]]:
    """Return the judgements of an entry as it holds them."""
    return cast("Sequence[Mapping[str, Any]]", entry.payload["judgements"])


def _judgement(row: Mapping[str, Any], entry: Entry) -> Judgement:
    return Judgement(
        a=row["a"],
        b=row["b"],
        verdict=row["verdict"],
        author=entry.author,
        probability=row.get("probability"),
        parts=tuple(Part(**part) for part in row.get("parts", ())),
        barred=row.get("barred"),
        reason=cast("str | None", entry.payload.get("reason")),
        anchors=_anchors(row.get("anchors")),
        at=entry.at,
        seq=entry.seq,
    )


def _anchors(rows: Sequence[Mapping[str, Any]] | None) -> tuple[Anchor, Anchor] | None:
    if rows is None:
        return None
    first, second = (Anchor(report_name=r["report"], span=Span(start=r["start"], end=r["end"])) for r in rows)
    return first, second


def enter(register: Register, judgements: Sequence[Judgement], *, act: str, subject: str) -> int:
    """Enter the judgements that one act of one author makes as one entry, and return its number."""
    author = judgements[0].author
    return register.append(author=author, kind=JUDGEMENT, subject=subject, payload=payload_of(judgements, act=act))


def enter_machines(register: Register, by_subject: Mapping[str, Sequence[Judgement]], *, act: str) -> None:
    """Enter what the machine holds as one entry for each subject, all of them together."""
    contents = [(subject, payload_of(found, act=act)) for subject, found in by_subject.items()]
    register.append_all(author=MACHINE, kind=JUDGEMENT, contents=contents)


def payload_of(judgements: Sequence[Judgement], *, act: str) -> dict[str, object]:
    """Return what the entry of one act holds."""
    rows = [row_of(judgement) for judgement in judgements]
    return {"act": act, "judgements": rows, "reason": judgements[0].reason}


def row_of(judgement: Judgement) -> dict[str, object]:
    """Return a judgement as an entry holds it; author, reason, time and number are the entry's own."""
    row: dict[str, object] = {"a": judgement.a, "b": judgement.b, "verdict": judgement.verdict}
    if judgement.probability is not None:
        row["probability"] = judgement.probability
    if judgement.parts:
        row["parts"] = [{"name": p.name, "level": p.level, "bits": p.bits} for p in judgement.parts]
    if judgement.barred is not None:
        row["barred"] = judgement.barred
    if judgement.anchors is not None:
        row["anchors"] = [
            {"report": a.report_name, "start": a.span.start, "end": a.span.end} for a in judgement.anchors
        ]
    return row
