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


class PatientProgress(Progress):
    """A progress bar that shows nothing in the first second."""

    def get_renderables(self) -> Iterable[RenderableType]:
        """Yield the bar once there is something to wait for."""
        if any((task.elapsed or 0.0) >= PATIENCE for task in self.tasks):
            yield from super().get_renderables()


@contextmanager
def linking(claims: int) -> Iterator[None]:
    """Say that so many claims are linked while the block works: with the time on a terminal, else in one line."""
    console, words = Console(stderr=True, highlight=False), f"linking {counted(claims, 'claim')}, once"
    if not console.is_terminal:
        console.print(f"{words}: this can take a while", soft_wrap=True)
    bar = PatientProgress(
        SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn(), console=console, transient=True,
        disable=not console.is_terminal,
    )  # fmt: skip
    bar.add_task(words, total=None)
    with bar:
        yield


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
