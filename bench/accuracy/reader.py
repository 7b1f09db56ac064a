"""How well the reader model reads: `python -m bench.accuracy.reader [--data DATA] [--out OUT]`.

DATA (or SIJILL_DATA) holds `data/` and `gold/`. Every figure has a 95% interval, bootstrapped over documents. With OUT,
the folder of a training run, its full-precision and 8-bit models are compared and `OUT/results.json` is written.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypedDict

import numpy as np
from training.universal import Sentence, name_tags, sentences

from bench.accuracy.claims import same_words, span
from sijill.detect import load_reader
from sijill.detect.labels import NAMES
from sijill.detect.pieces import NO_SPACE, SPACE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from spacy.tokens import Token

    from sijill.detect import Reader
    from sijill.reading import NumberCue, Reading, TriggerCue

RESAMPLES: Final = 1000
SEED: Final = 7
LIKELY: Final = 0.5
Counts = dict[str, tuple[int, int, int]]
"""Of one document, by measure: right, in the gold, given. A share has as many given as there are in the gold."""
Place = tuple[int, int]
Figures = dict[str, dict[str, float]]
Record = dict[str, Any]


class Comparison(TypedDict):
    """What `results.json` holds of the two models of a training run."""

    int8: Figures
    fp32: Figures
    lost: dict[str, float]
    agreement: dict[str, float]
    speed: dict[str, float]


def f1(counts: np.ndarray) -> float:
    """Return 2 right / (gold + given)."""
    right, gold, given = counts
    return float(2 * right / max(1, gold + given))


def summary(documents: Sequence[Counts]) -> Figures:
    """Return each measure's value with its interval."""
    found = {}
    for name in sorted({name for one in documents for name in one}):
        rows = np.array([one.get(name, (0, 0, 0)) for one in documents], np.int64)
        draws = np.random.default_rng(SEED).integers(0, len(rows), (RESAMPLES, len(rows)))
        low, high = np.percentile([f1(rows[draw].sum(axis=0)) for draw in draws], (2.5, 97.5))
        found[name] = {
            "value": f1(rows.sum(axis=0)),
            "low": float(low),
            "high": float(high),
            "n": int(rows[:, 1].sum()),
        }
    return found


def documents(path: Path) -> list[list[Sentence]]:
    """Return the trees of each document."""
    groups: dict[str, list[Sentence]] = {}
    for tree in sentences(path):
        groups.setdefault(tree.document, []).append(tree)
    return list(groups.values())


def tagged_spans(tags: Iterable[int]) -> set[tuple[int, int, str]]:
    """Return (start, end, kind) of BIO tag ids."""
    found, start, kind = set(), -1, ""
    for at, tag in enumerate([*(NAMES[tag] for tag in tags), "O"]):
        if start >= 0 and not (tag.startswith("I") and tag[2:] == kind):
            found.add((start, at, kind))
            start = -1
        if start < 0 and tag != "O":
            start, kind = at, tag[2:]
    return found


def on_gold_words(reader: Reader, group: Sequence[Sentence], names: dict[str, list[int]]) -> Counts:
    """Return the counts of one document with the gold's words and sentences."""
    words = [word for tree in group for word in tree.words]
    starts = np.cumsum([0, *(len(tree.words) for tree in group)])[:-1].tolist()
    gaps = [SPACE, *(SPACE if word.spaced else NO_SPACE for word in words[:-1])]
    for start in starts:
        gaps[start] = SPACE
    syntax, found = reader.read_words([word.form for word in words], gaps, tuple(starts))
    gold = [start + w.head - 1 if w.head else start + at for start, tree in zip(starts, group, strict=True)
            for at, w in enumerate(tree.words)]  # fmt: skip
    heads = [int(head) == right for head, right in zip(syntax.heads, gold, strict=True)]
    labels = [_ud(got) == word.deprel for got, word in zip(syntax.relations, words, strict=True)]
    counts = {
        "upos": _share([got == word.upos for got, word in zip(syntax.upos, words, strict=True)]),
        "uas": _share(heads),
        "las": _share([head and label for head, label in zip(heads, labels, strict=True)]),
    }
    tags = [names.get(tree.name, []) for tree in group]
    if all(len(row) == len(tree.words) for row, tree in zip(tags, group, strict=True)):
        want = tagged_spans(tag for row in tags for tag in row)
        counts["names"] = _overlap(want, {(one.start, one.end, one.kind) for one in found})
    return counts


def _ud(relation: str) -> str:
    return "root" if relation == "ROOT" else relation


def _share(right: Sequence[bool]) -> tuple[int, int, int]:
    return sum(right), len(right), len(right)


def _overlap(gold: AbstractSet[object], got: AbstractSet[object]) -> tuple[int, int, int]:
    return len(gold & got), len(gold), len(got)


def places(tree: Sentence) -> list[Place]:
    """Return the characters of each word; the parts of a contraction that is spelt otherwise share its place."""
    found, at = [], 0
    for word in tree.words:
        begin = tree.text.find(word.form, at)
        if begin < 0 or tree.text[at:begin].strip():
            begin = at + len(tree.text[at:]) - len(tree.text[at:].lstrip())
        end = min(len(tree.text), begin + len(word.form))
        found.append((begin, end))
        at = end
    return found


def on_raw_text(reader: Reader, group: Sequence[Sentence]) -> Counts:
    """Return the counts of one document read from its text, words aligned by their characters."""
    text, gold, bounds = _joined(group)
    doc = reader.read(text).doc
    got = {
        (t.idx, t.idx + len(t)): (t.pos_, (t.head.idx, t.head.idx + len(t.head)) if t.head != t else None, _ud(t.dep_))
        for t in doc
        if not t.is_space
    }
    both = [(gold[place], got[place]) for place in gold if place in got]
    right = {
        "raw_words": len(both),
        "raw_upos": sum(a[0] == b[0] for a, b in both),
        "raw_uas": sum(a[1] == b[1] for a, b in both),
        "raw_las": sum(a[1:] == b[1:] for a, b in both),
    }
    sents = {(s[0].idx, s[-1].idx + len(s[-1])) for s in (_trimmed(sent) for sent in doc.sents) if s}
    counts = {name: (hits, len(gold), len(got)) for name, hits in right.items()}
    return counts | {"raw_sentences": _overlap(bounds, sents)}


def _trimmed(sent: Iterable[Token]) -> list[Token]:
    return [token for token in sent if not token.is_space]


def _joined(group: Sequence[Sentence]) -> tuple[str, dict[Place, tuple[str, Place | None, str]], set[Place]]:
    """Return the text, each word's part of speech, head and relation by its place, and the sentences' places."""
    text, gold, bounds = "", {}, set()
    for tree in group:
        shift = len(text)
        at = [(begin + shift, end + shift) for begin, end in places(tree)]
        for place, word in zip(at, tree.words, strict=True):
            gold[place] = (word.upos, at[word.head - 1] if word.head else None, word.deprel)
        bounds.add((at[0][0], at[-1][1]))
        text += tree.text + " "
    return text, gold, bounds


def lines(path: Path) -> list[Record]:
    """Return the records of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def on_reports(reader: Reader, gold: Path) -> list[Counts]:
    """Return the counts of each annotated report of the development set."""
    wanted = {line["id"]: line for line in lines(gold / "dev.gold.jsonl")}
    reports = [report for report in lines(gold / "dev.docs.jsonl") if report["id"] in wanted]
    return [_report(reader.read(report["text"]), wanted[report["id"]]) for report in reports]


def _report(reading: Reading, gold: Record) -> Counts:
    counts = _cues(reading, reading.numbers, gold["claims"], "number")
    return counts | _cues(reading, reading.triggers, gold.get("happenings", []), "trigger")


def _cues(reading: Reading, cues: Sequence[TriggerCue], gold: Sequence[Record], inner: str) -> Counts:
    """Count cues found (overlapping, of the same measure), and of the found what is right field by field."""
    name = "figure" if inner == "number" else "trigger"
    victims = "victims" if inner == "number" else "target"
    left = [cue for cue in cues if cue.probability >= LIKELY]
    given, counts = len(left), defaultdict[str, list[bool]](list)
    for one in gold:
        start, end = span(one, reading.text, inner)
        match = next((cue for cue in left if _meets(reading, cue, start, end, one)), None)
        if match is None:
            continue
        left.remove(match)
        for field in ("happening", "category", "source_kind", "modality", "scope"):
            if field in one and hasattr(match, field):
                counts[field].append(getattr(match, field)[0].label == (one[field] or "none"))
        for role in ("source", "perpetrator", "victims", "place"):
            worded = one.get(victims if role == "victims" else role)
            counts[role].append(same_words(pointed(reading, match, role), worded))
    found = len(counts["source"])
    return {f"{name}s": (found, len(gold), given)} | {
        f"{name}_{field}": _share(right) for field, right in counts.items()
    }


def _meets(reading: Reading, cue: TriggerCue | NumberCue, start: int, end: int, gold: Record) -> bool:
    covered = reading.doc[cue.start : cue.end]
    near = covered.start_char < end and start < covered.end_char
    return near and getattr(cue, "measure", None) == gold.get("measure")


def pointed(reading: Reading, cue: TriggerCue, role: str) -> str | None:
    """Return the words that the cue points to for the role; None where it points nowhere."""
    pointer = getattr(cue, role)
    return reading.doc[pointer.start : pointer.end].text if pointer and pointer.holds else None


def measure(reader: Reader, data: Path) -> Figures:
    """Return every figure of one model."""
    names = name_tags(data / "data" / "ner" / "uner-ewt-test.iob2")
    groups = documents(data / "data" / "ud" / "ewt-test.conllu")
    found = summary([on_gold_words(reader, group, names) | on_raw_text(reader, group) for group in groups])
    return found | summary(on_reports(reader, data / "gold"))


def speed(reader: Reader, data: Path) -> dict[str, float]:
    """Return milliseconds and words per report of the development set, read one by one."""
    texts = [report["text"] for report in lines(data / "gold" / "dev.docs.jsonl")]
    reader.read(texts[0])
    begun, words = time.perf_counter(), sum(len(reader.read(text).doc) for text in texts)
    return {"ms_per_report": 1000 * (time.perf_counter() - begun) / len(texts), "words_per_report": words / len(texts)}


def agreement(one: Reader, other: Reader, data: Path) -> dict[str, float]:
    """Return the share of words of the development reports that two models read alike, by field."""
    same: dict[str, list[bool]] = defaultdict(list)
    fields: dict[str, Callable[[Token], object]] = {
        "upos": lambda token: token.pos_,
        "heads": lambda token: token.head.i,
        "labels": lambda token: token.dep_,
        "names": lambda token: (token.ent_iob_, token.ent_type_),
        "starts": lambda token: token.is_sent_start,
    }
    for report in lines(data / "gold" / "dev.docs.jsonl"):
        pair = one.read(report["text"]).doc, other.read(report["text"]).doc
        for name, read in fields.items():
            same[name] += [read(a) == read(b) for a, b in zip(*pair, strict=True)]
    return {name: sum(right) / len(right) for name, right in same.items()}


def table(figures: Figures) -> str:
    """Return the figures, a line each, in percent."""
    rows = [
        f"{name:24} {100 * f['value']:5.1f}  ({100 * f['low']:.1f}-{100 * f['high']:.1f})  n={f['n']}"
        for name, f in figures.items()
    ]
    return "\n".join(rows)


def compare(out: Path, data: Path) -> Comparison:
    """Measure the two models of a training run."""
    small, full = load_reader(out / "int8"), load_reader(out / "fp32")
    int8, fp32 = measure(small, data), measure(full, data)
    return {
        "int8": int8,
        "fp32": fp32,
        "lost": {name: f["value"] - int8[name]["value"] for name, f in fp32.items()},
        "agreement": agreement(small, full, data),
        "speed": speed(small, data),
    }


def main() -> None:
    """Print the figures of the packaged model, or compare those of a training run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get("SIJILL_DATA"))
    parser.add_argument("--out", type=Path, help="the folder of a training run")
    args = parser.parse_args()
    if args.data is None:
        parser.error("give --data or set SIJILL_DATA")
    if args.out is None:
        reader = load_reader()
        print(table(measure(reader, args.data)), speed(reader, args.data), sep="\n")
        return
    results = compare(args.out, args.data)
    (args.out / "results.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    print(table(results["int8"]), results["lost"], results["agreement"], results["speed"], sep="\n")


if __name__ == "__main__":
    main()
