"""Text -> Reading: sentences, syntax, names, times, and the words that count people or name a happening."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from sijill.detect.reader import Reader  # noqa: TC004 -- loaded below, when first asked for

__all__ = ["Reader", "load_reader"]


def load_reader(path: Path | None = None, threads: int = 0) -> Reader:
    """Load the reader model, the packaged one or a folder's; `threads` of 0 leaves their number to the machine."""
    from sijill.detect.spacy_start import without_commands

    with without_commands():
        from sijill.detect.reader import MODEL, Reader

    return Reader(path or MODEL, threads)
