"""The accuracy gate: measures what ships, writes docs/accuracy.md, fails where a floor of baseline.json is broken.

usage: python -m bench.accuracy.gate [--why] [--full] [--set-floors] [--only PART]

The project's own gold is always measured; outside corpora where SIJILL_DATA names them, the large ones on a sample with
a fixed seed (--full takes all of them, and compares with no floor where the sample is not the whole). A floor is pinned
with the fingerprint of what was measured and is changed only by --set-floors. Where less is better, the floor is a
ceiling.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.accuracy import (
    annotated,
    attribution,
    calibration,
    casualties,
    elsewhere,
    news,
    protected,
    sentences,
    short_reports,
    times,
    toponyms,
)
from bench.accuracy.corpora import PROJECT, outside

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bench.accuracy.intervals import Measured
    from bench.accuracy.parts import Error, Outcome, Part

BASELINE = Path(__file__).with_name("baseline.json")
TABLE = PROJECT / "docs" / "accuracy.md"
ROOM = 0.01
"""How far below its value a new floor is pinned: rounding of int8 differs between processors."""
EXAMPLES = 4
"""Errors of each kind that `--why` shows."""

LEGEND = """# Accuracy of what ships

Made by `python -m bench.accuracy.gate --set-floors`; not written by hand. `examples` is the project's own gold on the
sample reports, which no weights were trained on (rules were shaped on them, as on `dev`); `dev` and `seeds` are outside
corpora. A figure is *found* where its number and measure are; *core* asks also for value, comparator, category, kind of
source, certainty and scope; *full* adds source, days and place. A happening's *group* is battles, explosions, protests
and so on. *Asked* is what the project has set itself: at least, or at most where \u2264 stands; where it is not met,
*short by* says how much is missing. Intervals are bootstraps over documents. The large sets are measured on a sample
with a fixed seed. The reader alone is measured in the model card, with its own cut of the words.
"""


def parts() -> Iterator[Part]:
    """Yield every part that there is data for, the quickest of the project's own first."""
    folder = outside()
    yield protected.part()
    yield sentences.part()
    yield short_reports.part()
    yield from times.parts(folder)
    yield from annotated.parts(folder)
    if folder is None:
        return
    yield news.part(folder)
    yield calibration.part(folder)
    yield casualties.part("pitf", folder)
    yield casualties.part("isaf", folder)
    yield attribution.part(folder)
    yield toponyms.part(folder)
    yield elsewhere.part(folder)


def table(part: Part, outcome: Outcome) -> list[str]:
    """Return the section of one part in the table that is published."""
    rows = [f"## {part.name}", "", *([part.about, ""] if part.about else [])]
    rows += [
        "| measure | value | 95% interval | documents | asked | short by |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for s in outcome.scores:
        asked = "" if s.asked is None else f"\u2264 {s.asked:.2f}" if s.less_is_better else f"{s.asked:.2f}"
        short = f"{abs(s.value - s.asked):.3f}" if s.asked is not None and s.worse_than(s.asked) else ""
        rows.append(f"| {s.name} | {s.value:.3f} | {s.low:.3f}..{s.high:.3f} | {s.documents} | {asked} | {short} |")
    return [*rows, ""]


def broken(part: Part, outcome: Outcome, floors: dict[str, Any]) -> list[str]:
    """Return, in words, every floor that the scores break; a corpus that changed has no floors."""
    pinned = floors.get(part.name, {})
    if pinned.get("fingerprint") != outcome.fingerprint:
        return [f"{part.name}: no floors are pinned for this corpus; pin them with --set-floors"]
    held = pinned["floors"]
    worse = [s for s in outcome.scores if s.name in held and s.worse_than(held[s.name])]
    return [f"{part.name}: {s.name} is {s.value:.3f}, {_side(s)} the pinned {held[s.name]:.3f}" for s in worse]


def _side(score: Measured) -> str:
    return "above" if score.less_is_better else "below"


def floors_of(outcome: Outcome) -> dict[str, Any]:
    """Return the floors that today's scores pin."""
    return {"fingerprint": outcome.fingerprint, "floors": {s.name: s.pinned(ROOM) for s in outcome.scores}}


def run(arguments: argparse.Namespace) -> int:
    """Measure, print, compare; return the exit code."""
    floors = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.exists() else {}
    failures: list[str] = []
    sections = sections_of(TABLE.read_text(encoding="utf-8")) if TABLE.exists() else {}
    for part in chosen(arguments.only):
        outcome = part.measure(arguments.full)
        section = table(part, outcome)
        print("\n".join(section), flush=True)
        if arguments.why:
            show_errors(outcome)
        if arguments.full and floors.get(part.name, {}).get("fingerprint") != outcome.fingerprint:
            continue
        sections[part.name] = "\n".join(section)
        if arguments.set_floors:
            floors[part.name] = floors_of(outcome)
        failures += broken(part, outcome, floors)
    if arguments.set_floors:
        BASELINE.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
        order = [*(n for n in names() if n in sections), *(n for n in sections if n not in names())]
        TABLE.write_text("\n".join([LEGEND, *(sections[n] for n in order)]), encoding="utf-8")
    print("\n".join(failures) or "every floor holds")
    return 1 if failures else 0


def names() -> list[str]:
    """Return the names of the parts that there is data for, in their order."""
    return [part.name for part in parts()]


def chosen(only: Sequence[str]) -> list[Part]:
    """Return the parts that were asked for, all of them where none was named."""
    return [part for part in parts() if not only or part.name in only]


def sections_of(published: str) -> dict[str, str]:
    """Return the sections of the table as it was last published, by name: a part measured alone leaves the others."""
    return {piece.split("\n", 1)[0]: f"## {piece}" for piece in published.split("\n## ")[1:]}


def show_errors(outcome: Outcome) -> None:
    """Print the commonest kinds of error with examples, and whatever a part lists in full."""
    kinds: defaultdict[str, list[Error]] = defaultdict(list)
    for error in outcome.errors:
        kinds[error.kind].append(error)
    for kind, errors in sorted(kinds.items(), key=lambda item: -len(item[1]))[:25]:
        print(f"{len(errors):5} {kind}")
        for error in errors[:EXAMPLES]:
            print(f"        {error.words}")
    for line in outcome.listed:
        print(f"  {line}")


def main() -> None:
    """Run the gate from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--why", action="store_true", help="list the commonest kinds of error with examples")
    parser.add_argument("--full", action="store_true", help="measure the large sets whole, not on a sample")
    parser.add_argument("--set-floors", action="store_true", help="pin today's scores as floors and write the table")
    parser.add_argument("--only", nargs="+", default=(), choices=names(), help="measure these parts alone")
    sys.exit(run(parser.parse_args()))


if __name__ == "__main__":
    main()
