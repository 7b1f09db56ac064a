"""Is a claim's confidence right as often as it says? Expected calibration error on dev, and the fit of the curves.

    SIJILL_DATA=... python -m bench.accuracy.calibration [--fit]

Right is, of a figure, its number, measure and value; of a happening, its words and its group. The curves can only be
learned on reports that the weights were not trained on: on its own training reports the reader is surer, and oftener
right. So they are fitted on the development reports, two numbers a kind, and what is published is the error with each
report's claims calibrated by the others alone.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bench.accuracy.claims import GROUP, matched_figures, matched_happenings
from bench.accuracy.corpora import PROJECT, lines, outside
from bench.accuracy.intervals import measured
from bench.accuracy.parts import Outcome, Part, fingerprint_of
from bench.accuracy.reading import figures_line, read_rows
from sijill.extract.confidence import Curve, curves, log_odds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from bench.accuracy.intervals import Measured
    from bench.accuracy.parts import Row
    from bench.accuracy.reading import Read

DATA = PROJECT / "src" / "sijill" / "extract" / "data" / "confidence.toml"
KINDS = ("figure", "happening")
ASKED = 0.05
BINS = 10
PULL = 0.1
"""How strongly a curve is held to slope 1 and shift 0, in claims."""
STEPS = 100
ABOUT = (
    "Development reports, ten bins of equal width. A figure is right where its number, measure and value are; a "
    "happening where its words and group are. *Left out*: each report calibrated by a curve fitted on the others."
)
HEAD = """\
# Written by `python -m bench.accuracy.calibration --fit`, to be run again whenever the weights change. Confidence is
# the logistic of slope x + shift, x the log odds of the reader's probability of a cue.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A claim as the gold judges it: the reader's own probability, the confidence that ships, whether it is right."""

    report: str
    kind: str
    probability: float
    confidence: float
    right: bool


def part(folder: Path) -> Part:
    """Return the part of the gate."""
    return Part(name="confidence", measure=lambda _: measure(folder), about=ABOUT)


def measure(folder: Path) -> Outcome:
    """Return the expected calibration error, as it ships and with each report left out, and the bins."""
    docs = lines(folder / "gold" / "dev.docs.jsonl")
    gold = lines(folder / "gold" / "dev.gold.jsonl")
    claims = judged([docs[id_] for id_ in gold], gold)
    left_out = list(cross_fitted(claims))
    scores = [
        error_of("expected calibration error, left out", left_out, ASKED),
        error_of("expected calibration error, as it ships", claims),
        *(error_of(f"{kind}s, left out", [c for c in left_out if c.kind == kind]) for kind in KINDS),
    ]
    return Outcome(scores=scores, fingerprint=fingerprint_of([docs, gold]), listed=bins(left_out))


def judged(rows: Sequence[Row], gold: dict[str, Row]) -> list[Judged]:
    """Return every claim of some annotated reports as the gold judges it."""
    return [one for read in read_rows(rows) for one in of_report(read, gold[read[0].name])]


def of_report(read: Read, gold: Row) -> Iterator[Judged]:
    """Yield the claims of one report."""
    line, text = figures_line(read), read[0].text
    figures = {id(got) for want, got in matched_figures(text, gold.get("claims", []), line["claims"])
               if want.get("value") == got["value"]}  # fmt: skip
    groups = {id(got) for want, got in matched_happenings(text, gold.get("happenings", []), line["happenings"])
              if GROUP.get(want["happening"]) == GROUP.get(got["happening"])}  # fmt: skip
    for kind, found, right in (("figure", line["claims"], figures), ("happening", line["happenings"], groups)):
        for entry in found:
            yield Judged(
                report=read[0].name, kind=kind, probability=curves()[kind].back(entry["confidence"]),
                confidence=entry["confidence"], right=id(entry) in right,
            )  # fmt: skip


def cross_fitted(claims: Sequence[Judged]) -> Iterator[Judged]:
    """Yield the claims with the confidence that the other reports' claims would give them."""
    for report in sorted({c.report for c in claims}):
        others = [c for c in claims if c.report != report]
        by_kind = {kind: fitted([c for c in others if c.kind == kind]) for kind in KINDS}
        for c in claims:
            if c.report == report:
                yield Judged(
                    report=report, kind=c.kind, probability=c.probability,
                    confidence=by_kind[c.kind].of(c.probability), right=c.right,
                )  # fmt: skip


def fitted(claims: Sequence[Judged]) -> Curve:
    """Return the curve under which what is right is likeliest: Newton's method, halving steps that lead up again."""
    x = np.array([[log_odds(c.probability), 1.0] for c in claims])
    y, start = np.array([c.right for c in claims], float), np.array([1.0, 0.0])
    at = start
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ at))
        slope = x.T @ (y - p) - PULL * (at - start)
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + PULL * np.eye(2), slope)
        while _loss(x, y, at + step) > _loss(x, y, at) and np.abs(step).max() > 1e-9:
            step = step / 2
        at = at + step
    return Curve(float(at[0]), float(at[1]))


def _loss(x: np.ndarray, y: np.ndarray, at: np.ndarray) -> float:
    z = x @ at
    return float(np.sum(np.logaddexp(0, z) - y * z) + PULL / 2 * np.sum((at - np.array([1.0, 0.0])) ** 2))


def error_of(name: str, claims: Iterable[Judged], asked: float | None = None) -> Measured:
    """Return the expected calibration error with its interval over reports."""
    by_report: defaultdict[str, list[Judged]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report].append(claim)
    return measured(name, list(by_report.values()), expected_error, asked, less_is_better=True)


def expected_error(reports: Sequence[Sequence[Judged]]) -> float:
    """Return the mean distance between confidence and share right over bins, weighted by their claims."""
    claims = [c for of_one in reports for c in of_one]
    off: defaultdict[int, float] = defaultdict(float)
    for c in claims:
        off[_bin(c.confidence)] += c.confidence - c.right
    return sum(map(abs, off.values())) / max(1, len(claims))


def _bin(confidence: float) -> int:
    return min(int(confidence * BINS), BINS - 1)


def bins(claims: Sequence[Judged]) -> list[str]:
    """Return the reliability of each bin in words: how many claims, how sure, how often right."""
    shown = []
    for kind in KINDS:
        for n in range(BINS):
            held = [c for c in claims if c.kind == kind and _bin(c.confidence) == n]
            if held:
                sure, right = sum(c.confidence for c in held) / len(held), sum(c.right for c in held) / len(held)
                edges = f"{n / BINS:.1f}-{(n + 1) / BINS:.1f}"
                shown.append(f"{kind}s {edges}: {len(held)} claims, sure {sure:.2f}, right {right:.2f}")
    return shown


def fit(folder: Path) -> None:
    """Fit the curves on the development reports and write them."""
    docs, gold = lines(folder / "gold" / "dev.docs.jsonl"), lines(folder / "gold" / "dev.gold.jsonl")
    claims = judged([docs[id_] for id_ in gold], gold)
    rows = []
    for kind in KINDS:
        curve = fitted([c for c in claims if c.kind == kind])
        rows.append(f"{kind} = {{ slope = {curve.slope:.4f}, shift = {curve.shift:.4f} }}")
    DATA.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    print("\n".join(rows))


def main() -> None:
    """Print the calibration, or fit the curves."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fit", action="store_true", help=f"fit the curves and write {DATA.relative_to(PROJECT)}")
    arguments = parser.parse_args()
    folder = outside()
    if folder is None:
        sys.exit("set SIJILL_DATA to the folder that holds gold/")
    if arguments.fit:
        fit(folder)
        return
    outcome = measure(folder)
    for score in outcome.scores:
        print(f"{score.name:45} {score.value:.3f} [{score.low:.3f}, {score.high:.3f}]")
    print("\n".join(outcome.listed))


if __name__ == "__main__":
    main()
