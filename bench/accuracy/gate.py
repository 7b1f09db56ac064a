"""The accuracy gate: measures what ships, writes docs/accuracy.md, fails where a floor of baseline.json is broken.

usage: python -m bench.accuracy.gate [--why] [--set-floors] [--only examples|dev|seeds]

The project's own gold is always measured; outside corpora where SIJILL_DATA names them. A floor is pinned with the
fingerprint of its corpus and is changed only by --set-floors.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.accuracy.claims import FIELDS, HAPPENING_FIELDS, Tally, compared, f1, of_found
from bench.accuracy.corpora import OWN_GOLD, PROJECT, fingerprint, lines, outside
from bench.accuracy.intervals import Measured, measured

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BASELINE = Path(__file__).with_name("baseline.json")
TABLE = PROJECT / "docs" / "accuracy.md"
ROOM = 0.01
"""How far below its value a new floor is pinned: rounding of int8 differs between processors."""

LEGEND = """# Accuracy of what ships

Made by `python -m bench.accuracy.gate --set-floors`; not written by hand. `examples` is the project's own gold on the
sample reports, which nothing was trained on; `dev` and `seeds` are outside corpora. A figure is *found* where its
number and measure are; *core* asks also for value, comparator, category, kind of source, certainty and scope; *full*
adds source, days and place. A happening's *group* is battles, explosions, protests and so on. *Asked* is what the
project has set itself; where the value is below it, the goal is not met. Intervals are bootstraps over documents. The
reader alone is measured in the model card, with its own cut of the words.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Annotated reports: where they lie, and what is asked of the reading of them."""

    name: str
    docs: Path
    gold: Path
    asked: dict[str, float]


def corpora() -> Iterator[Corpus]:
    """Yield the annotated corpora that are at hand."""
    yield Corpus(
        name="examples", docs=OWN_GOLD / "examples.docs.jsonl", gold=OWN_GOLD / "examples.gold.jsonl", asked={}
    )
    folder = outside()
    if folder is None:
        return
    gold = folder / "gold"
    asked = {"figures found F1": 0.85, "figures core F1": 0.50, "happenings found F1": 0.60}
    yield Corpus(name="dev", docs=gold / "dev.docs.jsonl", gold=gold / "dev.gold.jsonl", asked=asked)
    asked = {"figures found F1": 0.95, "figures core F1": 0.80}
    yield Corpus(name="seeds", docs=gold / "seeds.docs.jsonl", gold=gold / "seeds.gold.jsonl", asked=asked)


def predicted(docs: Path) -> dict[str, dict[str, Any]]:
    """Read a corpus with the commands that people use, and return the figures form of its claims."""
    with tempfile.TemporaryDirectory() as folder:
        register = str(Path(folder) / "gate.db")
        sijill = [sys.executable, "-m", "sijill"]
        subprocess.run([*sijill, "read", str(docs), "--register", register], check=True, stdout=subprocess.DEVNULL)
        export = [*sijill, "export", "--format", "figures", "--register", register]
        done = subprocess.run(export, check=True, stdout=subprocess.PIPE)
    return {row["id"]: row for row in map(json.loads, done.stdout.decode().splitlines())}


def measures(corpus: Corpus) -> tuple[list[Measured], Counter[str]]:
    """Return every score of a corpus, and its errors by kind."""
    docs, gold = lines(corpus.docs), lines(corpus.gold)
    rows = list(compared(docs, gold, predicted(corpus.docs)))
    figures, happenings = [f for _, f, _ in rows], [h for _, _, h in rows]
    scores = [_score(f"figures {w} F1", figures, w, corpus) for w in ("found", "core", "full")]
    scores += [_share(f"figures {n}, of found", figures, n) for n in FIELDS]
    if any(t.gold for t in happenings):
        scores += [_score(f"happenings {w} F1", happenings, w, corpus) for w in ("found", "group", "type")]
        scores += [_share(f"happenings {n}, of found", happenings, n) for n in HAPPENING_FIELDS]
    errors = Counter(f"figure {e}" for t in figures for e in t.errors)
    errors.update(f"happening {e}" for t in happenings for e in t.errors)
    return scores, errors


def _score(name: str, tallies: Sequence[Tally], what: str, corpus: Corpus) -> Measured:
    return measured(name, tallies, lambda some: f1(some, what), corpus.asked.get(name))


def _share(name: str, tallies: Sequence[Tally], field: str) -> Measured:
    return measured(name, tallies, lambda some: of_found(some, field))


def table(name: str, scores: Sequence[Measured]) -> list[str]:
    """Return the rows of one corpus in the table that is published."""
    rows = [
        f"## {name}",
        "",
        "| measure | value | 95% interval | documents | asked |",
        "| --- | --- | --- | --- | --- |",
    ]
    for s in scores:
        asked = f"{s.asked:.2f}" if s.asked is not None else ""
        rows.append(f"| {s.name} | {s.value:.3f} | {s.low:.3f}..{s.high:.3f} | {s.documents} | {asked} |")
    return [*rows, ""]


def broken(corpus: Corpus, scores: Sequence[Measured], floors: dict[str, Any]) -> list[str]:
    """Return, in words, every floor that the scores break; a corpus that changed has no floors."""
    pinned = floors.get(corpus.name, {})
    if pinned.get("fingerprint") != fingerprint(corpus.docs, corpus.gold):
        return [f"{corpus.name}: no floors are pinned for this corpus; pin them with --set-floors"]
    return [
        f"{corpus.name}: {s.name} is {s.value:.3f}, its floor is {pinned['floors'][s.name]:.3f}"
        for s in scores
        if s.value < pinned["floors"].get(s.name, 0.0)
    ]


def floors_of(corpus: Corpus, scores: Sequence[Measured]) -> dict[str, Any]:
    """Return the floors that today's scores pin."""
    return {
        "fingerprint": fingerprint(corpus.docs, corpus.gold),
        "floors": {s.name: round(max(s.value - ROOM, 0.0), 3) for s in scores},
    }


def run(arguments: argparse.Namespace) -> int:
    """Measure, print, compare; return the exit code."""
    floors = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.exists() else {}
    failures: list[str] = []
    parts = [LEGEND]
    for corpus in corpora():
        if arguments.only and corpus.name != arguments.only:
            continue
        scores, errors = measures(corpus)
        part = table(corpus.name, scores)
        parts += part
        print("\n".join(part))
        if arguments.why:
            _print_errors(errors)
        if arguments.set_floors:
            floors[corpus.name] = floors_of(corpus, scores)
        failures += broken(corpus, scores, floors)
    if arguments.set_floors:
        BASELINE.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
        TABLE.write_text("\n".join(parts), encoding="utf-8")
    print("\n".join(failures) or "every floor holds")
    return 1 if failures else 0


def _print_errors(errors: Counter[str]) -> None:
    kinds = Counter()
    for error, count in errors.items():
        kinds[error.split(":")[0]] += count
    for kind, count in kinds.most_common(25):
        print(f"{count:5} {kind}")
        for error in [e for e in errors if e.split(":")[0] == kind][:4]:
            print(f"        {error}")


def main() -> None:
    """Run the gate from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--why", action="store_true", help="list the commonest kinds of error with examples")
    parser.add_argument("--set-floors", action="store_true", help="pin today's scores as floors and write the table")
    parser.add_argument("--only", choices=("examples", "dev", "seeds"), help="measure one corpus")
    sys.exit(run(parser.parse_args()))


if __name__ == "__main__":
    main()
