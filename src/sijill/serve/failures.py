"""What a person and a script are told when something cannot be done: one line on stderr, and an exit code.

Exit codes: 0 all well; 1 some inputs were refused, the others read; 2 wrong usage; 3 nothing could be read or written,
or the register was refused; 4 not found; 70 a fault in Sijill itself; 130 interrupted.
"""

from __future__ import annotations

import os
import traceback

import typer
from rich.console import Console
from rich.text import Text

from sijill.errors import NotFoundError, SijillError, UsageError
from sijill.serve.wording import shown

SOME_REFUSED, USAGE, NOTHING_DONE, NOT_FOUND, FAULT, INTERRUPTED = 1, 2, 3, 4, 70, 130
STANDARD_OUTPUT = 1  # its file descriptor
WHERE_TO_REPORT = "please report it with the command you gave; SIJILL_DEBUG=1 shows the details"
CODES = """\
[bold]Exit codes[/bold]: 0 all well · 1 some inputs were refused, the others read · 2 wrong usage · 3 nothing could be
read or written, or the register was refused · 4 not found · 70 a fault in Sijill itself · 130 interrupted."""


def say(message: str, *, style: str = "red") -> None:
    """Print one line on stderr, in colour where it is a terminal."""
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    console.print(Text(" ".join(shown(message).split()), style=style))


def told(error: BaseException) -> int:
    """Tell what went wrong and return the exit code."""
    if os.environ.get("SIJILL_DEBUG") == "1":
        traceback.print_exception(error)
    if isinstance(error, BrokenPipeError):
        return reader_left()
    if isinstance(error, KeyboardInterrupt | typer.Abort):
        say("interrupted")
        return INTERRUPTED
    code, message = code_and_message(error)
    say(f"sijill: {message}")
    return code


def code_and_message(error: BaseException) -> tuple[int, str]:
    """Return the exit code of an error and what to say."""
    if isinstance(error, SijillError):
        codes: dict[type[SijillError], int] = {UsageError: USAGE, NotFoundError: NOT_FOUND}
        return codes.get(type(error), NOTHING_DONE), str(error)
    if is_usage_error(error):
        return USAGE, usage_message(error)
    if isinstance(error, OSError):
        name = f"{error.filename}: " if error.filename else ""
        return NOTHING_DONE, f"{name}{error.strerror or error}; check that it exists, may be written and has space"
    return FAULT, f"this is a fault in Sijill ({type(error).__name__}: {error}); {WHERE_TO_REPORT}"


def is_usage_error(error: BaseException) -> bool:
    """Tell whether the option parser raised it; some versions of Typer carry a parser of their own."""
    return hasattr(error, "format_message") and hasattr(error, "exit_code")


def usage_message(error: BaseException) -> str:
    """Return what the option parser objects to, and where to read more."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "sijill"
    message = getattr(error, "format_message", lambda: str(error))().rstrip(".")
    return f"{message}; see {command} --help"


def reader_left() -> int:
    """Stop quietly where the program that reads our output has gone (`sijill claims | head`)."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), STANDARD_OUTPUT)
    return 0
