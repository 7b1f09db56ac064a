"""A progress bar on stderr for work over a second; nothing where stderr is not a terminal."""

from __future__ import annotations

from threading import Timer
from typing import TYPE_CHECKING, Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from sijill.serve.wording import counted

if TYPE_CHECKING:
    from rich.text import Text

PATIENCE = 1.0  # seconds of work before a bar is shown


class ReadingProgress:
    """The bar of `sijill read`, a context manager: how many inputs of how many, and the reports so far."""

    def __init__(self, inputs: int) -> None:
        """Prepare the bar; it is drawn once the work has taken a second."""
        self.console = Console(stderr=True, highlight=False)
        columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        self._bar = Progress(*columns, TextColumn("inputs"), TimeElapsedColumn(), console=self.console, transient=True)
        self._task = self._bar.add_task("reading", total=inputs)
        self._reports = 0
        self._start = Timer(PATIENCE, self._bar.start)

    def __enter__(self) -> Self:
        """Start to wait."""
        if self.console.is_terminal:
            self._start.daemon = True
            self._start.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Take the bar away."""
        self._start.cancel()
        if self._start.ident is not None:
            self._start.join()
        self._bar.stop()

    def report_read(self) -> None:
        """Count one report."""
        self._reports += 1
        self._bar.update(self._task, description=counted(self._reports, "report"))

    def input_read(self) -> None:
        """Count one input as done."""
        self._bar.advance(self._task)

    def line(self, text: Text) -> None:
        """Print a line above the bar."""
        self.console.print(text, soft_wrap=True)
