"""Why claims are held to be one happening, or not: the judgements about an incident, people's first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sijill.serve.tables import SHORT_ID
from sijill.serve.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sijill.incident import Incident
    from sijill.judgement import Judgement
    from sijill.serve.hiding import Hiding
    from sijill.serve.linked import Linked


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonLine:
    """A judgement in words, and as JSON holds it."""

    words: str
    plain: dict[str, Any]


def reasons_of(incident: Incident, shelf: Linked) -> Iterator[ReasonLine]:
    """Yield the judgements about the claims of an incident: all of people's, and the machine's between reports."""
    held, hiding, people = set(incident.claims), shelf.hiding(incident.claims), shelf.hiding_all()
    for judgement in shelf.view.judged.people:
        if held & {judgement.a, judgement.b}:
            yield line_of(judgement, people)
    for judgement in sorted(shelf.view.reasons(incident), key=lambda judgement: judgement.pair):
        yield line_of(judgement, hiding)


def line_of(judgement: Judgement, hiding: Hiding) -> ReasonLine:
    """Return a judgement as a line."""
    pair = f"{judgement.a[:SHORT_ID]} {judgement.b[:SHORT_ID]}"
    sure = "" if judgement.probability is None else f" ({judgement.probability:.0%})"
    reasons = "; ".join(filter(None, (*map(str, judgement.parts), judgement.barred, judgement.reason)))
    by = f"{judgement.author}, entry {judgement.seq}" if judgement.seq else judgement.author
    words = f"{pair} {judgement.verdict}{sure}, by {one_line(by)}{f': {one_line(reasons)}' if reasons else ''}"
    return ReasonLine(words=hiding.text(words), plain=hiding.plain(judgement))
