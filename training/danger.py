"""The weights of `sijill.detect.danger`: a ridge logistic regression over the reader's vectors.

Learned from the project's own cases of protected people, from its invented reports, and from the weblogs, news and
interviews of UD, whose people are taken to be in no danger but for those whom the rules find, who are left out. The
threshold is such that of those people one in 100 is found by weights learned without their text. Nothing is drawn, so
that there is no seed.

usage: python -m training.danger --data DATA --to src/sijill/detect/data/danger.npz
"""

import argparse
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from spacy.tokens import Token

from sijill.acquire import Options
from sijill.acquire.draft import Draft, Given, storable
from sijill.acquire.reports import report_of
from sijill.clean import clean
from sijill.detect import load_reader
from sijill.detect.danger import vectors
from sijill.detect.network import Network
from sijill.detect.reader import MODEL
from sijill.detect.tokens import words_and_gaps
from sijill.extract import extract
from sijill.extract.told_danger import Telling, candidates, named
from training.standoff import FOLDER, json_lines

CASES: Final = ("protected.jsonl", "protected-more.jsonl", "protected-taught.jsonl")  # not the unseen ones
UD: Final = ("ewt-train.conllu", "gum-open-train.conllu")
GENRES: Final = ("news", "interview", "bio", "speech", "weblog", "newsgroup")
LONGEST: Final = 6000  # characters of a UD document
RIDGE: Final = 33.0
FOLDS: Final = 4
ONE_IN: Final = 100
STEPS: Final = 12
Floats = npt.NDArray[np.float64]
Person = tuple[Floats, bool, int, bool]  # features, in danger, number of the text, of a text where nobody is


def negatives(data: Path) -> Iterator[dict[str, Any]]:
    """Yield texts in which nobody is said to be in danger, but by chance."""
    for path in sorted(FOLDER.glob("*.jsonl")):
        yield from ({"text": row["text"]} for row in json_lines(path) if "text" in row)
    for name in UD:
        for document in (data / "data" / "ud" / name).read_text(encoding="utf-8").split("# newdoc id = ")[1:]:
            lines = document.split("\n")
            if any(genre in lines[0] for genre in GENRES):
                text = " ".join(line.removeprefix("# text = ") for line in lines if line.startswith("# text = "))
                yield {"text": text[:LONGEST]}


def people(rows: Iterable[dict[str, Any]]) -> Iterator[Person]:
    """Yield what is known of each person of the texts."""
    reader, network = load_reader(threads=2), Network(MODEL, 2)
    for number, row in enumerate(rows):
        given = Given(label=str(number), name=str(number), origin="")
        report = report_of(Draft(text=storable(row["text"])[0], given=given), Options())
        text = clean(report)
        reading = replace(reader.read(text.text), danger=())
        places, gaps = words_and_gaps(reading.doc)
        if not places:
            continue
        seen = vectors(network.run([reading.doc[at].text for at in places], gaps)).astype(np.float64)
        row_of = {token: at for at, token in enumerate(places)}
        found = [one.worded for one in extract(report, text, reading).hidden]
        telling = Telling(reading.doc)
        for head in candidates(reading.doc):
            label = _label(head, row, found)
            if label is not None:
                told = [row_of[t.i] for at in telling.about(head) for t in telling.sentences[at] if t.i in row_of]
                mention = [row_of[t.i] for t in named(head) if t.i in row_of]
                means = np.concatenate((seen[mention].mean(axis=0), seen[told].mean(axis=0)))
                yield means, label, number, "protected" not in row


def _label(head: Token, row: dict[str, Any], found: list[str]) -> bool | None:
    """Return whether somebody is in danger, or None where that is not said."""
    if "protected" not in row:
        return None if any(head.text in worded for worded in found) else False
    for name, label in (("protected", True), ("not_protected", False)):
        for person in row[name]:
            worded = person if isinstance(person, str) else person["source"]
            at = row["text"].find(worded)
            if at <= head.idx < at + len(worded) or (head.is_title and head.text in worded.split()):
                return label
    return None


def fitted(x: Floats, y: Floats) -> tuple[Floats, float]:
    """Return weights and shift of a ridge logistic regression over standardised columns, by Newton's method."""
    mean, spread = x.mean(axis=0), x.std(axis=0) + 1e-9
    z = np.concatenate(((x - mean) / spread, np.ones((len(x), 1))), axis=1)
    gram = z[:, :-1] @ z[:, :-1].T / RIDGE
    dual, shift = np.zeros(len(x)), 0.0
    for _ in range(STEPS):  # in as many unknowns as there are people, fewer than columns
        chance = 1 / (1 + np.exp(-(gram @ dual + shift)))
        weight = np.maximum(chance * (1 - chance), 1e-6)
        target = gram @ dual + shift + (y - chance) / weight
        both = np.linalg.solve(gram + np.diag(1 / weight), np.stack((target, np.ones(len(x))), axis=1))
        shift = float(both[:, 0].sum() / both[:, 1].sum())
        dual = both[:, 0] - shift * both[:, 1]
    weights = z[:, :-1].T @ dual / RIDGE / spread
    return weights, shift - float(mean @ weights)


def main() -> None:
    """Read, fit, set the threshold, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--cases", type=Path, default=Path("examples/gold"))
    parser.add_argument("--to", type=Path, required=True)
    args = parser.parse_args()
    cases = [case for name in CASES for case in json_lines(args.cases / name)]
    known = list(people([*cases, *negatives(args.data)]))
    x, y = np.stack([one[0] for one in known]), np.array([one[1] for one in known], np.float64)
    fold, plain = np.array([one[2] % FOLDS for one in known]), np.array([one[3] for one in known])
    held = np.zeros(len(y))
    for at in range(FOLDS):
        weights, shift = fitted(x[fold != at], y[fold != at])
        held[fold == at] = x[fold == at] @ weights + shift
    threshold = float(np.sort(held[plain])[-1 - int(plain.sum()) // ONE_IN])
    print(f"{len(y)} people, {int(y.sum())} in danger, {int(plain.sum())} of ordinary texts; threshold {threshold:.2f}")
    print(
        f"left out of learning: found {(held[y > 0] > threshold).mean():.3f}, "
        f"others of the cases {(held[(y == 0) & ~plain] > threshold).mean():.3f}"
    )
    weights, shift = fitted(x, y)
    half = np.stack(np.split(weights, 2), axis=1).astype(np.float16)
    np.savez(args.to, weights=half, shift=np.array([0.0, shift - threshold], np.float32))
    print(args.to, args.to.stat().st_size, hashlib.sha256(args.to.read_bytes()).hexdigest())


if __name__ == "__main__":
    main()
