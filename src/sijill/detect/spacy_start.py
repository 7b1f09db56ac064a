"""spaCy without its command line, which takes a third of the time of importing it and which nothing here uses.

Invariant: whoever imports spaCy's commands later gets them, and `spacy.info` does what it does.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMANDS = "spacy.cli"
INFO = "spacy.cli.info"  # the one name that spaCy takes from its commands when it is imported


@contextmanager
def without_commands() -> Iterator[None]:
    """Let spaCy be imported within the block without its commands, unless they are there already."""
    standing_in = () if COMMANDS in sys.modules else (COMMANDS, INFO)
    for name in standing_in:
        sys.modules[name] = ModuleType(name)
    if standing_in:
        vars(sys.modules[INFO])["info"] = _info
    try:
        yield
    finally:
        for name in standing_in:
            del sys.modules[name]


def _info(*given: Any, **named: Any) -> Any:  # noqa: ANN401 -- as spaCy's own
    """Do what spaCy's own does."""
    return import_module(INFO).info(*given, **named)
