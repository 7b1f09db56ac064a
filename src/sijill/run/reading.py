"""Inputs into a register: acquire, read and enter one report after another, in the order in which they come.

Memory does not grow with the number of reports. A report that is refused, or at which reading itself fails, is named
with its reason; the others are read. What has been entered stays entered, whatever happens to the rest.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from sijill.acquire import Refusal
from sijill.errors import FaultError, SijillError
from sijill.extract import EXTRACTOR
from sijill.model import Findings, Report
from sijill.run.pipeline import Tools, load_tools, read_report
from sijill.run.threads import in_order, plain_numpy, threads_for
from sijill.run.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sijill.acquire import Options
    from sijill.ledger import Register

WHAT_TO_DO = "please report it with the text; the other reports are read"
_LOADING = Lock()
"""The model is loaded by the first thread that needs it, and by no other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOutcome:
    """What became of one input: "new", "known", "reread", "revision" or "refused"."""

    name: str
    status: str
    figures: int = 0
    happenings: int = 0
    reason: str | None = None
    advice: str | None = None
    notes: tuple[str, ...] = ()
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """The end of an input."""

    name: str


@dataclass(slots=True, kw_only=True)
class ReadSummary:
    """How many reports came to what; `refused` holds the outcomes of the refused, in order."""

    statuses: dict[str, int] = field(default_factory=dict)
    figures: int = 0
    happenings: int = 0
    refused: list[ReadOutcome] = field(default_factory=list)

    @property
    def reports(self) -> int:
        """Reports that were read, known ones included."""
        return sum(n for status, n in self.statuses.items() if status != "refused")

    def add(self, outcome: ReadOutcome) -> None:
        """Count one outcome."""
        self.statuses[outcome.status] = self.statuses.get(outcome.status, 0) + 1
        self.figures += outcome.figures
        self.happenings += outcome.happenings
        if outcome.status == "refused":
            self.refused.append(outcome)


def read_into(  # noqa: PLR0913 -- three that matter, and three to tune or replace
    register: Register,
    inputs: Sequence[str],
    options: Options,
    *,
    on_report: Callable[[ReadOutcome], None] | None = None,
    on_input: Callable[[str], None] | None = None,
    tools: Tools | None = None,
    cores: int = 1,
) -> ReadSummary:
    """Read inputs (paths, "-", URLs) into a register; `on_report` is told of each as soon as it is entered.

    `on_input` is told of each input whose reports are all entered. Put it inside `register.batch()` to group the
    commits of many reports. On several `cores`, as many reports are read at once, many of them by processes of their
    own; they are entered in the order in which they came all the same. With `tools` given, they read in this process.
    """
    summary = ReadSummary()
    beside = cores - 1 if tools is None else 0
    with plain_numpy(), Workers(beside, partial(_read_here, tools, cores)) as workers:
        items = _items(inputs, options, workers)
        for item, found in in_order(partial(_findings, workers), items, threads_for(cores)):
            if isinstance(item, Ended):
                if on_input is not None:
                    on_input(item.name)
                continue
            outcome = _outcome(register, item, found)
            summary.add(outcome)
            if on_report is not None:
                on_report(outcome)
    return summary


def _items(inputs: Sequence[str], options: Options, workers: Workers) -> Iterator[Report | Refusal | Ended]:
    """Yield what each input holds, and its end."""
    from sijill.acquire import acquire

    for name in inputs:
        for item in acquire([name], options=options):
            if isinstance(item, Report):
                workers.expect()
            yield item
        yield Ended(name=name)


def _findings(workers: Workers, item: Report | Refusal | Ended) -> Findings | Refusal:
    if not isinstance(item, Report):
        return Findings()
    try:
        return workers.read(item)
    except FaultError as fault:
        return Refusal(name=item.name, reason=str(fault), advice=WHAT_TO_DO)


def _read_here(tools: Tools | None, cores: int, report: Report) -> Findings:
    with _LOADING:
        tools = tools or load_tools(1 if cores > 1 else 0)
    try:
        return read_report(report, tools)
    except (SijillError, OSError):  # no fault of reading: a list that is broken, a disk that is full
        raise
    except Exception as error:
        msg = f"reading it failed by a fault in Sijill ({type(error).__name__}: {error})"
        raise FaultError(msg) from error


def _outcome(register: Register, item: Report | Refusal, found: Findings | Refusal) -> ReadOutcome:
    if isinstance(item, Refusal):
        return _refused(item)
    return _refused(found) if isinstance(found, Refusal) else _entered(register, item, found)


def _refused(refusal: Refusal) -> ReadOutcome:
    return ReadOutcome(name=refusal.name, status="refused", reason=refusal.reason, advice=refusal.advice)


def _entered(register: Register, report: Report, found: Findings) -> ReadOutcome:
    entered = register.enter(report, found.claims, extractor=EXTRACTOR, hidden=found.hidden)
    figures = sum(c.figure is not None for c in found.claims)
    return ReadOutcome(
        name=report.name, status=entered.status, figures=figures, happenings=len(found.claims) - figures,
        notes=(*report.notes, *report.disagreements, *_day_lost(register, report, entered.revises)),
        language=report.language,
    )  # fmt: skip


def _day_lost(register: Register, report: Report, revises: str | None) -> tuple[str, ...]:
    """Return a note where a reading has no day of publication and the one that it replaces had one."""
    day = register.report(revises).published if revises and not report.published else None
    if day is None:
        return ()
    return (f"the reading that this replaces was of {day}, this one has no day; to keep it: --published {day}",)
