"""What `sijill read` says: a line for each refusal and doubt while it reads, and what was entered when it is done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

from sijill.serve import machine
from sijill.serve.documents import plain
from sijill.serve.failures import INTERRUPTED, NOTHING_DONE, SOME_REFUSED, say
from sijill.serve.options import register_option
from sijill.serve.wording import counted, one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from sijill.ledger import Counts, Register
    from sijill.run import ReadOutcome, ReadSummary

NAMED = 5  # inputs named when a reading is interrupted; the rest are counted
STATUSES = {"new": "new", "known": "known before", "reread": "read anew", "revision": "revised"}


@dataclass(slots=True, kw_only=True)
class Receipt:
    """How far a reading has come: what was entered, what was refused, and the inputs that are not read to their end."""

    summary: ReadSummary
    unread: list[str]
    last: str | None = None
    seconds: float = 0.0
    interrupted: bool = False

    def add(self, outcome: ReadOutcome) -> None:
        """Take one report in."""
        self.summary.add(outcome)
        if outcome.status != "refused":
            self.last = outcome.name


def tell_outcome(outcome: ReadOutcome, line: Callable[[Text], None]) -> None:
    """Say why a report was refused, or what is doubtful about one that was read; else nothing."""
    if outcome.status == "refused":
        advice = f"; {outcome.advice}" if outcome.advice else ""
        line(Text(f"refused: {one_line(outcome.name)}: {one_line(f'{outcome.reason}{advice}')}", style="red"))
    elif outcome.status != "known":
        for note in outcome.notes:
            line(Text(f"note: {one_line(outcome.name)}: {one_line(note)}", style="yellow"))


def tell_stopped(receipt: Receipt, how: str) -> None:
    """Say what was entered, and what was not."""
    last = f" (the last: {one_line(receipt.last)})" if receipt.last else ""
    say(f"{how}: {counted(receipt.summary.reports, 'report')} entered and kept{last}", style="yellow")
    first, *others = [one_line(name) for name in receipt.unread] or [""]
    if first:
        names = ", ".join([f"{first} (from where it was)", *others[: NAMED - 1]])
        more = f" and {counted(len(others) - NAMED + 1, 'more input')}" if len(others) >= NAMED else ""
        say(f"not read: {names}{more}; the same command again reads them", style="yellow")


def exit_code(receipt: Receipt) -> int:
    """Return 0 where every report was read."""
    if receipt.interrupted:
        return INTERRUPTED
    if not receipt.summary.reports:
        return NOTHING_DONE
    return SOME_REFUSED if receipt.summary.refused else 0


def print_receipt(receipt: Receipt, book: Register, *, as_json: bool) -> None:
    """Print what came of it, for a person or as one JSON document."""
    counts = book.counts()
    if as_json:
        machine.write_document(receipt_document(receipt, book.name, counts), machine.standard_output())
        return
    console = Console(highlight=False)
    for line in receipt_lines(receipt, book.name, counts):
        console.print(line, soft_wrap=True)


def receipt_lines(receipt: Receipt, register: str, counts: Counts) -> list[Text]:
    """Return the summary: what was read, what it gave, where the register lies, what to do next."""
    summary = receipt.summary
    came = [f"{n:,} {STATUSES[status]}" for status, n in summary.statuses.items() if status in STATUSES]
    came += [f"{len(summary.refused):,} refused"] if summary.refused else []
    detail = f": {', '.join(came)}" if came else ": no report was found in what was given"
    lines = [
        Text(f"{counted(summary.reports, 'report')} read in {receipt.seconds:.1f} s{detail}"),
        Text(f"{counted(summary.figures, 'figure')} and {counted(summary.happenings, 'happening')} in them"),
        Text(f"register: {register} ({counted(counts.reports, 'report')}, {counted(counts.claims, 'claim')})")
        if counts.reports
        else Text("no register was made or changed"),
    ]
    if counts.claims:
        commands = ("figures --by-happening", "explain ID", "show REPORT")
        where = register_option(register)
        lines.append(Text(f"next: {', '.join(f'sijill {command}{where}' for command in commands)}", style="dim"))
    return lines


def receipt_document(receipt: Receipt, register: str, counts: Counts) -> dict[str, Any]:
    """Return the summary as a JSON object."""
    summary = receipt.summary
    refused = [{"name": one.name, "reason": one.reason, "advice": one.advice} for one in summary.refused]
    return {
        "register": register,
        "seconds": round(receipt.seconds, 3),
        "interrupted": receipt.interrupted,
        "reports": summary.reports,
        "statuses": dict(sorted(summary.statuses.items())),
        "figures": summary.figures,
        "happenings": summary.happenings,
        "refused": refused,
        "not_read": receipt.unread,
        "register_holds": plain(counts),
    }
