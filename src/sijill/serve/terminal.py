"""Marked text for a terminal: colours by what is claimed, ids beside the words, nothing read as markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from sijill.serve.marks import evidence_marks, marks_of, pieces_of, within
from sijill.serve.tables import SHORT_ID
from sijill.serve.wording import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sijill.model import Claim
    from sijill.serve.marks import Piece
    from sijill.serve.masking import Mask
    from sijill.values import Span

FIELD_STYLES = {
    "number": "bold black on yellow",
    "trigger": "bold black on magenta",
    "source": "bold cyan",
    "victims": "yellow",
    "place": "green",
    "time": "bright_blue",
    "perpetrator": "red",
    "target": "bright_red",
    "certainty": "italic bright_yellow",
    "reason": "bright_cyan",
    "anonymity": "underline cyan",
}
HARM = {"killed": "bold black on red", "injured": "bold black on yellow", "killed_or_injured": "bold black on red"}
FIGURE, HAPPENING, CLAUSE = "bold black on cyan", "bold magenta", "underline"


def marked_report(text: str, claims: Sequence[Claim], mask: Mask) -> Text:
    """Return a report's text with every claim marked: its clause underlined, its number or trigger in colour."""
    line = Text()
    for piece in pieces_of(text, marks_of(claims), mask):
        line.append(shown(piece.text), style=piece_style(piece))
        for mark in piece.ended:
            if mark.field != "claim":
                line.append(f"[{mark.claim_id[:SHORT_ID]}]", style="dim cyan")
    return line


def piece_style(piece: Piece) -> str:
    """Return the style of the innermost number or trigger, else that of a clause, else none."""
    anchor = piece.anchor
    if anchor is None:
        return CLAUSE if piece.marks else ""
    return HARM.get(anchor.kind, FIGURE) if anchor.field == "number" else HAPPENING


def marked_sentences(text: str, claim: Claim, sentences: Iterable[Span], mask: Mask) -> Text:
    """Return the sentences of one claim, each field's evidence in its own colour."""
    marks = evidence_marks(claim)
    lines = []
    for window in sentences:
        line = Text()
        for piece in pieces_of(window.of(text), within(marks, window), mask):
            field = piece.anchor.field if piece.anchor else ""
            line.append(shown(piece.text), style=FIELD_STYLES.get(field, ""))
        lines.append(line)
    return Text("\n[...]\n").join(lines)


def legend(fields: Iterable[str]) -> Text:
    """Return the names of the fields in their colours."""
    return Text("  ").join(Text(field, style=FIELD_STYLES[field]) for field in fields if field in FIELD_STYLES)
