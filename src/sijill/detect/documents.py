"""Words with heads, labels and names -> a spaCy document whose text is the text that was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from spacy.tokens import Doc

from sijill.detect.labels import UPOS
from sijill.detect.trees import best_tree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sijill.detect.judge import Judge
    from sijill.detect.network import Outputs
    from sijill.detect.pieces import Floats, Ints
    from sijill.detect.spans import Found

LONGEST_SENTENCE = 400
"""Words; a run of more without a likely start of a sentence (a list, a table) is cut where one is likeliest."""


@dataclass(frozen=True, slots=True)
class Syntax:
    """Each word's head (a word, or itself for a root), relation and part of speech; and where sentences start."""

    heads: Ints
    relations: tuple[str, ...]
    upos: tuple[str, ...]
    starts: tuple[int, ...]


def sentence_starts(scores: Floats) -> tuple[int, ...]:
    """Return the first word of each sentence."""
    likely = np.flatnonzero(scores > 0).tolist()
    starts = sorted({0, *likely}) if len(scores) else []
    found: list[int] = []
    for begin, end in zip(starts, [*starts[1:], len(scores)], strict=True):
        found += _cut(scores, begin, end)
    return tuple(found)


def _cut(scores: Floats, begin: int, end: int) -> list[int]:
    """Return the starts of the parts, none of them too long."""
    found = [begin]
    while end - found[-1] > LONGEST_SENTENCE:
        least = found[-1] + LONGEST_SENTENCE // 2
        found.append(least + int(scores[least : found[-1] + LONGEST_SENTENCE].argmax()))
    return found


def parse(out: Outputs, judge: Judge, deprels: Sequence[str], starts: tuple[int, ...] | None = None) -> Syntax:
    """Return the syntax of all sentences, which start where the model or `starts` says."""
    starts = sentence_starts(out.words["sentence"][:, 0]) if starts is None else starts
    count = len(out.home)
    heads = np.zeros(count, np.int64)
    for begin, end in zip(starts, [*starts[1:], count], strict=True):
        found = best_tree(arc_scores(out, begin, end))
        heads[begin:end] = np.where(found < 0, np.arange(begin, end), found + begin)
    tags = out.words["upos"].argmax(axis=-1).tolist() if count else []
    return Syntax(heads, _relations(out, judge, heads, deprels), tuple(UPOS[at] for at in tags), starts)


def arc_scores(out: Outputs, begin: int, end: int) -> Floats:
    """Return the scores [word, head] of one sentence; the root's column is that of each word's own window."""
    dependents, heads = out.words["arc_dep"][begin:end], out.words["arc_head"][begin:end]
    roots = out.zero["arc_head"][out.home[begin:end]]
    root = (dependents * roots[:, :-1]).sum(axis=1) + roots[:, -1]
    return np.concatenate((root[:, None], dependents @ heads[:, :-1].T + heads[:, -1]), axis=1)


def _relations(out: Outputs, judge: Judge, heads: Ints, deprels: Sequence[str]) -> tuple[str, ...]:
    """Return the likeliest label of each arc; "root" is kept for roots."""
    roots = heads == np.arange(len(heads))
    above = np.where(roots[:, None], out.zero["rel_head"][out.home], out.words["rel_head"][heads])
    scores = judge.relation(out.words["rel_dep"], above)
    root = deprels.index("root")
    scores[~roots, root] = -np.inf
    labels = scores.argmax(axis=-1)
    labels[roots] = root
    return tuple("ROOT" if label == root else deprels[label] for label in labels.tolist())


def relations(plain: Doc, words: Sequence[int], syntax: Syntax) -> list[str]:
    """Return the relation of each word; who stands behind a name and a comma is beside it, not its title.

    UD has titles before names ("lawyer Maliki"); "Maliki, a lawyer" is an apposition, which the model takes for one at
    times.
    """
    found = list(syntax.relations)
    for row, (head, relation) in enumerate(zip(syntax.heads.tolist(), syntax.relations, strict=True)):
        if relation == "nmod:desc" and any(plain[at].text == "," for at in words[head + 1 : row]):
            found[row] = "appos"
    return found


def document(plain: Doc, words: Sequence[int], syntax: Syntax, names: Sequence[Found]) -> Doc:
    """Return the document with what was found; white space hangs on the word before it (or on the first word)."""
    if not words:
        return plain
    rows = np.maximum(np.searchsorted(words, np.arange(len(plain)), "right") - 1, 0)
    spaces = np.isin(np.arange(len(plain)), words, invert=True)
    at = np.asarray(words)
    heads = np.where(spaces, at[rows], at[syntax.heads[rows]])
    told = relations(plain, words, syntax)
    entities = ["O"] * len(plain)
    for name in names:
        entities[words[name.start]] = f"B-{name.kind}"
        for row in range(words[name.start] + 1, words[name.end - 1] + 1):
            entities[row] = f"I-{name.kind}"
    return Doc(
        plain.vocab,
        words=[token.text for token in plain],
        spaces=[bool(token.whitespace_) for token in plain],
        pos=["SPACE" if space else syntax.upos[row] for space, row in zip(spaces, rows, strict=True)],
        deps=["dep" if space else told[row] for space, row in zip(spaces, rows, strict=True)],
        heads=heads.tolist(),
        ents=entities,
    )
