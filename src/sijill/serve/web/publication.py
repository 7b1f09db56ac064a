"""The day of publication as pages say it: without the names of options."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sijill.serve import wording

if TYPE_CHECKING:
    from sijill.model import Report


def publication_in_words(report: Report) -> str:
    """Return the publication day and how it is known."""
    return wording.publication_in_words(report).replace("given with --published", "given when it was read")
