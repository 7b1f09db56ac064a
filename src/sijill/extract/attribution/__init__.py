"""Attributions: who is said to say, believe, want or judge what.

Wider than `extract.frames`, which knows who vouches for a figure: here a wish, a promise and a praise count too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sijill.extract.attribution.act import Act, acts
from sijill.extract.words import Page
from sijill.model import Attribution

if TYPE_CHECKING:
    from sijill.model import Report, Text
    from sijill.reading import Reading

__all__ = ["Act", "acts", "attributions"]


def attributions(report: Report, text: Text, reading: Reading) -> tuple[Attribution, ...]:
    """Return every attribution of a report, in order of the words that attribute, in the report's own characters."""
    page = Page(report=report, text=text, reading=reading)
    return tuple(_attribution(page, act) for act in acts(page.doc))


def _attribution(page: Page, act: Act) -> Attribution:
    return Attribution(
        source=page.evidence("source", act.start, act.end, act.rule),
        cue=page.evidence("cue", act.cue, act.cue + 1, act.rule),
        content=page.evidence("content", act.low, act.high, act.rule),
    )
