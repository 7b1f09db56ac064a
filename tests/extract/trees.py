"""Sentences with their trees, as `data/*.txt` holds them: "# sentence", then rows of "word pos head dep"."""

from pathlib import Path

import spacy
from spacy.tokens import Doc

VOCAB = spacy.blank("en").vocab
DATA = Path(__file__).parent / "data"


def tree(rows: str) -> Doc:
    """Return a document from rows of "word pos head dep", heads counted from 0."""
    words, pos, heads, deps = zip(*(row.split() for row in rows.strip().splitlines()), strict=True)
    return Doc(VOCAB, words=list(words), pos=list(pos), heads=[int(h) for h in heads], deps=list(deps))


def trees(name: str) -> dict[str, Doc]:
    """Return every sentence of a data file with its document."""
    blocks = (DATA / name).read_text(encoding="utf-8").strip().split("\n\n")
    return {b.split("\n", 1)[0].removeprefix("# "): tree(b.split("\n", 1)[1]) for b in blocks}
