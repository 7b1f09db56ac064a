"""Universal Dependencies and the names on them: CoNLL-U and IOB2 files -> documents."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np

from sijill.detect.labels import NAMES, UPOS
from sijill.detect.pieces import NO_SPACE, SPACE
from training.entities import name_spans
from training.roles import Predicate, mentions, predicates
from training.samples import NULL, UNSAID, Document, Mention

PROPER: Final = frozenset({"NNP", "NNPS"})


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word; `head` counts from 1 within its sentence, 0 is the root."""

    form: str
    upos: str
    head: int
    deprel: str
    spaced: bool  # white space follows
    entity: str  # GUM's brackets
    xpos: str  # the Penn Treebank's part of speech


@dataclass(frozen=True, slots=True)
class Sentence:
    """One tree with its text."""

    document: str
    name: str
    text: str
    words: tuple[Word, ...]


def sentences(path: Path) -> Iterator[Sentence]:
    """Return the trees of a CoNLL-U file."""
    document = name = text = ""
    rows: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# newdoc id = "):
            document = line.removeprefix("# newdoc id = ")
        elif line.startswith("# sent_id = "):
            name = line.removeprefix("# sent_id = ")
        elif line.startswith("# text = "):
            text = line.removeprefix("# text = ")
        elif line and line[0].isdigit():
            rows.append(line.split("\t"))
        elif not line and rows:
            yield Sentence(document, name, text, _words(rows))
            rows = []


def _words(rows: list[list[str]]) -> tuple[Word, ...]:
    """Return the words; those within a contraction have no space after them but the last as the contraction has."""
    words, until, spaced = [], 0, True
    for row in rows:
        after = "SpaceAfter=No" not in row[9]
        if "-" in row[0]:
            until, spaced = int(row[0].split("-")[1]), after
        elif "." not in row[0]:
            at = int(row[0])
            spaces = spaced if at == until else after and at > until
            entity = next((mark for mark in row[9].split("|") if mark.startswith("Entity=")), "")
            words.append(Word(row[1], row[3], int(row[6]), row[7], spaces, entity, row[4]))
    return tuple(words)


def relations(path: Path) -> tuple[str, ...]:
    """Return the dependency labels of a file, sorted."""
    return tuple(sorted({word.deprel for tree in sentences(path) for word in tree.words}))


def name_tags(path: Path) -> dict[str, list[int]]:
    """Return the tag ids of an IOB2 file by sentence; kinds other than person, place and organisation are O."""
    found: dict[str, list[int]] = {}
    rows: list[int] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# sent_id = "):
            rows = found.setdefault(line.removeprefix("# sent_id = "), [])
        elif line and line[0].isdigit():
            tag = line.split("\t")[2]
            rows.append(NAMES.index(tag if tag in NAMES else "O"))
    return found


def documents(
    path: Path, deprels: tuple[str, ...], names: Path | None = None, roles: Path | None = None
) -> list[Document]:
    """Return the file's documents, with names where a name file of the same sentences is given."""
    groups: dict[str, list[Sentence]] = {}
    for tree in sentences(path):
        groups.setdefault(tree.document, []).append(tree)
    tags = name_tags(names) if names else None
    ids = {name: at for at, name in enumerate(deprels)}
    framed = predicates(roles) if roles else {}
    return [replace(_document(group, ids, tags), mentions=_mentions(group, framed)) for group in groups.values()]


def _mentions(group: list[Sentence], framed: dict[str, list[Predicate]]) -> tuple[Mention, ...]:
    """Return the predicates of the sentences whose words the frame file has too."""
    found, start = [], 0
    for tree in group:
        here = [one for one in framed.get(tree.name, []) if _fits(tree, one)]
        found += mentions(tree, here, start)
        start += len(tree.words)
    return tuple(found)


def _fits(tree: Sentence, one: Predicate) -> bool:
    return all(last < len(tree.words) for last in (one.word, *(last for _, last in one.arguments.values())))


def _names(tree: Sentence, tags: dict[str, list[int]] | None) -> list[int]:
    """Return the sentence's name tags; none where the name file, if there is one, cuts it into other words."""
    if tags is None:
        return _gum_names(tree)
    found = tags.get(tree.name, [])
    return found if len(found) == len(tree.words) else [UNSAID] * len(tree.words)


def _gum_names(tree: Sentence) -> list[int]:
    """Return name tags made of GUM's entities."""
    tags = [0] * len(tree.words)
    upos = [
        "PROPN" if word.xpos in PROPER else word.upos for word in tree.words
    ]  # the "United" of "United Nations" is a verb
    heads = [word.head - 1 for word in tree.words]
    for start, end, kind in name_spans([word.entity for word in tree.words], upos, heads):
        if kind == "PER" and tree.words[end - 1].xpos == "NNPS":
            tags[start:end] = [UNSAID] * (end - start)  # peoples ("Americans"), which the name file leaves out
            continue
        tags[start:end] = [NAMES.index(f"B-{kind}"), *[NAMES.index(f"I-{kind}")] * (end - start - 1)]
    return tags


def _document(group: list[Sentence], deprels: dict[str, int], tags: dict[str, list[int]] | None) -> Document:
    words = [word for tree in group for word in tree.words]
    sizes = [len(tree.words) for tree in group]
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1])).astype(int).tolist()
    heads = [
        start + w.head - 1 if w.head else NULL for start, tree in zip(starts, group, strict=True) for w in tree.words
    ]
    columns = {
        "upos": [UPOS.index(word.upos) for word in words],
        "heads": heads,
        "deprel": [deprels.get(word.deprel, UNSAID) for word in words],
        "sentence": np.isin(np.arange(len(words)), starts).astype(int).tolist(),
        "tree": np.repeat(np.arange(len(group)), sizes).tolist(),
    }
    columns["names"] = [tag for tree in group for tag in _names(tree, tags)]
    gaps = [SPACE] + [SPACE if word.spaced else NO_SPACE for word in words[:-1]]
    for start in starts:
        gaps[start] = SPACE
    return Document(
        task="syntax",
        words=tuple(word.form for word in words),
        gaps=tuple(gaps),
        sentences=tuple(starts),
        columns={name: np.asarray(values, np.int64) for name, values in columns.items()},
        syntax=True,
    )
