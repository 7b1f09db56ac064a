"""The order of the stages, and where they run.

What a name rests on is imported when the name is asked for: a listing needs no reader.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sijill.acquire import Options, Refusal
    from sijill.extract import EXTRACTOR
    from sijill.run.along import LinkingAlong
    from sijill.run.incidents import (
        LinkSummary,
        View,
        homes_in,
        incidents_of,
        link_new,
        link_register,
        linked_view,
        quietly,
    )
    from sijill.run.pipeline import Tools, attributions_of, read_report, read_text
    from sijill.run.reading import ReadOutcome, ReadSummary, read_into
    from sijill.run.shown import Shown
    from sijill.run.threads import reading_cores

__all__ = [
    "EXTRACTOR",
    "LinkSummary",
    "LinkingAlong",
    "Options",
    "ReadOutcome",
    "ReadSummary",
    "Refusal",
    "Shown",
    "Tools",
    "View",
    "attributions_of",
    "homes_in",
    "incidents_of",
    "link_new",
    "link_register",
    "linked_view",
    "quietly",
    "read_into",
    "read_report",
    "read_text",
    "reading_cores",
]

HOMES: Final = {
    "sijill.acquire": ("Options", "Refusal"),
    "sijill.extract": ("EXTRACTOR",),
    "sijill.run.along": ("LinkingAlong",),
    "sijill.run.incidents": (
        "LinkSummary",
        "View",
        "homes_in",
        "incidents_of",
        "link_new",
        "link_register",
        "linked_view",
        "quietly",
    ),
    "sijill.run.pipeline": ("Tools", "attributions_of", "read_report", "read_text"),
    "sijill.run.reading": ("ReadOutcome", "ReadSummary", "read_into"),
    "sijill.run.shown": ("Shown",),
    "sijill.run.threads": ("reading_cores",),
}


def __getattr__(name: str) -> object:
    """Give a name from where it is defined."""
    for home, names in HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)
