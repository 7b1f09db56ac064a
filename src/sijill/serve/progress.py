"""Progress on stderr for work over a second; where that is no terminal nothing, or one line for what takes long."""

from __future__ import annotations

from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from sijill.serve.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import RenderableType
    from rich.text import Text

PATIENCE = 1.0  # seconds of work before a bar is shown
BARS: list[Progress] = []  # those within which is worked, of which the innermost is shown


class PatientProgress(Progress):
    """A progress bar that shows nothing in the first second."""

    def get_renderables(self) -> Iterable[RenderableType]:
        """Yield the bar once there is something to wait for."""
        if any((task.elapsed or 0.0) >= PATIENCE for task in self.tasks):
            yield from super().get_renderables()


@contextmanager
def linking(claims: int) -> Iterator[None]:
    """Say that so many claims are linked while the block works: with the time on a terminal, else in one line."""
    words = f"linking {counted(claims, 'claim')}, once"
    with waiting(words, otherwise=f"{words}: this can take a while"):
        yield


@contextmanager
def opening(register: str) -> Iterator[None]:
    """Say that a register is opened while the block works, on a terminal, once it takes long."""
    with waiting(f"opening {register}: bringing its incidents and lists into memory"):
        yield


@contextmanager
def waiting(words: str, *, otherwise: str | None = None) -> Iterator[None]:
    """Say what is waited for, with the time, on a terminal; where stderr is none, say something else or nothing."""
    console = Console(stderr=True, highlight=False)
    if otherwise and not console.is_terminal:
        console.print(otherwise, soft_wrap=True)
    bar = PatientProgress(
        SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn(), console=console, transient=True,
        disable=not console.is_terminal,
    )  # fmt: skip
    bar.add_task(words, total=None)
    with alone(bar):
        yield


@contextmanager
def alone(bar: Progress) -> Iterator[None]:
    """Show a bar while the block works, and not the one that the block is within."""
    around = BARS[-1] if BARS else None
    if around:
        around.stop()
    BARS.append(bar)
    try:
        with bar:
            yield
    finally:
        BARS.pop()
        if around:
            around.start()


class ReadingProgress:
    """The bar of `sijill read`, a context manager: how many inputs of how many, and the reports so far."""

    def __init__(self, inputs: int) -> None:
        """Prepare the bar for so many inputs."""
        console = Console(stderr=True, highlight=False)
        self._bar = PatientProgress(
            SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("inputs"),
            TimeElapsedColumn(), console=console, transient=True, disable=not console.is_terminal,
        )  # fmt: skip
        self._task = self._bar.add_task("reading", total=inputs)
        self._console = console
        self._reports = 0
        self._started = monotonic()

    def __enter__(self) -> Self:
        """Begin to count the time."""
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Take the bar away."""
        self._bar.stop()

    @property
    def seconds(self) -> float:
        """Seconds since the bar was made."""
        return monotonic() - self._started

    def report_read(self) -> None:
        """Count one report."""
        self._reports += 1
        self._bar.update(self._task, description=counted(self._reports, "report"))

    def input_read(self) -> None:
        """Count one input as done."""
        self._bar.advance(self._task)

    def line(self, text: Text) -> None:
        """Print a line above the bar."""
        self._console.print(text, soft_wrap=True)
