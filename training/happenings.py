"""The weights of `sijill.ground.one_happening`: a logistic regression over any two claims of a report.

Learned from the annotated reports that the reader has not read, whose likeness is as good as that of any report.
Nothing is drawn, so that there is no seed. The floor from which two groups are one is a setting here, chosen by
`--floors`, which scores several by weights that have not seen the report.

usage: python -m training.happenings --data DATA --to src/sijill/ground/data/one_happening.toml [--floors]
"""

import argparse
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from bench.accuracy.reading import report_of

from sijill.average_link import group
from sijill.clean import clean
from sijill.extract import extract
from sijill.ground.claims import grounded
from sijill.ground.one_happening import relations
from sijill.model import Claim
from sijill.run.pipeline import Tools, load_tools
from training.standoff import FOLDER, Record, fingerprint, json_lines, worded

UNREAD: Final = (*(f"fa-kes-{name}" for name in ("s", "t", "u", "v", "w", "x", "y", "z", "za")), "invented-e")
"""Annotated reports that came after the weights of the reader."""
REPORTS: Final = Path("data/reports/fa-kes.jsonl")
SAME: Final = 0.4
FLOORS: Final = (0.3, 0.35, 0.4, 0.45, 0.5)
FOLDS: Final = 5
RIDGE: Final = 1.0
STEPS: Final = 25
HEAD: Final = """\
# From which likeness two claims of a report are of one happening, and what each relation of the two adds to the log
# odds. Learned by `python -m training.happenings`; what the relations are stands in `ground/one_happening.py`.

"""
Floats = npt.NDArray[np.float64]
Keyed = tuple[list[str], Floats, list[str | None]]  # names, relations [claim, claim, name], the gold's keys


def annotated(data: Path) -> Iterator[tuple[dict[str, Any], Record]]:
    """Yield each report as a row to be read, with its annotations."""
    texts = {(row["id"], fingerprint(row["text"])): row["text"] for row in json_lines(data / REPORTS)}
    for name in UNREAD:
        for row in json_lines(FOLDER / f"{name}.jsonl"):
            text = row.get("text") or texts[row["id"], row["sha256"]]
            yield {"id": row["id"], "text": text, "published": row["published"]}, row


def keyed(row: dict[str, Any], gold: Record, tools: Tools) -> Keyed | None:
    """Return the claims of a report that have a key, with the gold's keys; None where there are fewer than two."""
    report = report_of(row)
    text = clean(report)
    reading = tools.reader.read(text.text)
    found = grounded(extract(report, text, reading).claims, report, text, reading, tools.gazetteer)
    claims = [claim for claim in found if claim.incident is not None]
    if len(claims) <= 1:
        return None
    named = list(relations(claims, text, reading))
    return [name for name, _ in named], np.stack([r for _, r in named], axis=-1), gold_keys(claims, gold, report.text)


def gold_keys(claims: Sequence[Claim], gold: Record, text: str) -> list[str | None]:
    """Return the gold's key of each claim: that of the number or trigger that overlaps its own, None without one."""
    known = []
    for field, rows in (("number", gold["claims"]), ("trigger", gold.get("happenings", []))):
        for row in rows:
            plain = worded(row, text) if isinstance(row["quote"], list) else row
            start = text.index(plain["quote"]) + plain["quote"].index(plain[field])
            start = row[field][0] if isinstance(row.get(field), list) else start
            known.append((field == "number", row.get("measure"), start, start + len(plain[field]), row.get("incident")))
    return [_key(claim, known) for claim in claims]


def _key(claim: Claim, known: Sequence[tuple[bool, str | None, int, int, str | None]]) -> str | None:
    span, measure = claim.anchor.span, claim.figure.measure if claim.figure else None
    return next(
        (
            key
            for is_number, counted, start, end, key in known
            if is_number == (measure is not None) and counted == measure and start < span.end and span.start < end
        ),
        None,
    )


def pairs(rows: Sequence[Keyed]) -> tuple[Floats, Floats]:
    """Return the relations of any two claims with keys of one report, and whether the keys are equal."""
    found = [
        (relation[a, b], keys[a] == keys[b])
        for _, relation, keys in rows
        for a, b in combinations([at for at, key in enumerate(keys) if key is not None], 2)
    ]
    return np.stack([x for x, _ in found]), np.array([y for _, y in found], np.float64)


def fitted(x: Floats, y: Floats) -> Floats:
    """Return the weights of a ridge logistic regression, by Newton's method."""
    weights = np.zeros(x.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-(x @ weights)))
        slope = x.T @ (chance - y) + RIDGE * weights
        curve = (x * (chance * (1 - chance))[:, None]).T @ x + RIDGE * np.eye(len(weights))
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def scored(rows: Sequence[Keyed], weights: Sequence[Floats], same: float) -> tuple[float, float, float]:
    """Return precision, recall and F1 over pairs of claims that are put together."""
    right = put = there = 0
    for (_, relation, keys), own in zip(rows, weights, strict=True):
        home = {at: n for n, members in enumerate(group(1 / (1 + np.exp(-(relation @ own))), same)) for at in members}
        for a, b in combinations([at for at, key in enumerate(keys) if key is not None], 2):
            right += home[a] == home[b] and keys[a] == keys[b]
            put += home[a] == home[b]
            there += keys[a] == keys[b]
    return right / put, right / there, 2 * right / (put + there)


def floors(rows: Sequence[Keyed]) -> None:
    """Print how well each floor does, by weights learned without the report."""
    folds = [fitted(*pairs([row for at, row in enumerate(rows) if at % FOLDS != n])) for n in range(FOLDS)]
    own = [folds[at % FOLDS] for at in range(len(rows))]
    for same in FLOORS:
        print("{:.2f}: precision {:.3f}, recall {:.3f}, F1 {:.3f}".format(same, *scored(rows, own, same)))


def main() -> None:
    """Read, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--floors", action="store_true")
    args = parser.parse_args()
    tools = load_tools()
    rows = [row for row in (keyed(report, gold, tools) for report, gold in annotated(args.data)) if row is not None]
    if args.floors:
        floors(rows)
    x, y = pairs(rows)
    print(f"{len(rows)} reports, {len(y)} pairs, {y.mean():.3f} of one happening")
    lines = [f'"{name}" = {weight:.2f}\n' for name, weight in zip(rows[0][0], fitted(x, y), strict=True)]
    args.to.write_text(f"{HEAD}same = {SAME}\n\n[weights]\n{''.join(lines)}", encoding="utf-8")
    print(args.to.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
