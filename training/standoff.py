"""Stand-off gold: annotations of public reports kept without their text, as offsets into it.

A stand-off line holds `id`, `sha256` of the report's text, and per claim the gold's labels with every worded field as
`[start, end]` code points. `worded` brings the words back from the report; a text whose hash differs is refused.

usage: python -m training.standoff --reports REPORTS.jsonl --gold GOLD.jsonl --out training/gold/NAME.jsonl
"""

import argparse
import hashlib
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).parent / "gold"
WORDED: Final = ("quote", "number", "trigger", "victims", "target", "source", "place", "perpetrator")

PARTS: Final = frozenset({"claims", "happenings"})
"""What a line annotates; one without happenings says nothing of them."""

Record = dict[str, Any]


def json_lines(path: Path) -> list[Record]:
    """Return the records of a file; only a line feed ends a line, as texts hold other line ends."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def fingerprint(text: str) -> str:
    """Return the hash that ties annotations to their text."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _quote_at(record: Record, text: str) -> int:
    at = -1
    for _ in range(record.get("nth", 0) + 1):
        at = text.find(record["quote"], at + 1)
    if at < 0:
        message = f"the quote {record['quote']!r} is not in its report"
        raise ValueError(message)
    return at


def places_of(text: str, words: str) -> list[int]:
    """Return where some words stand as whole words, else wherever their characters do ("a" is not that of "dead")."""
    whole = [found.start() for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    return whole or [found.start() for found in re.finditer(re.escape(words), text)]


def nearest(text: str, words: str, to: int) -> list[int]:
    """Return the occurrence of some words that lies nearest to an offset."""
    places = places_of(text, words)
    if not places:
        message = f"{words!r} is not in its report"
        raise ValueError(message)
    start = min(places, key=lambda place: (abs(place - to), place))
    return [start, start + len(words)]


def stood_off(record: Record, text: str) -> Record:
    """Return one claim or happening with its words as offsets."""
    at = _quote_at(record, text)
    kept = {name: value for name, value in record.items() if name not in WORDED and name != "nth"}
    for name in WORDED:
        if record.get(name) is None:
            continue
        inside = name in ("number", "trigger")
        start = at + places_of(record["quote"], record[name])[0] if inside else at
        kept[name] = (
            [start, start + len(record[name])]
            if name in ("quote", "number", "trigger")
            else nearest(text, record[name], at)
        )
    return kept


def worded(record: Record, text: str) -> Record:
    """Return one claim or happening with its words again, as the gold has it; `stands` is where its number is."""
    found: Record = {**dict.fromkeys(WORDED), **record}
    for name in WORDED:
        if isinstance(found[name], list):
            start, end = found[name]
            found[name] = text[start:end]
            if name in ("number", "trigger"):
                found["stands"] = (start, end)
    start, nth, at = record["quote"][0], 0, text.find(found["quote"])
    while at < start:
        nth, at = nth + 1, text.find(found["quote"], at + 1)
    return {**found, "nth": nth}


def gold_of(reports: Sequence[Path], folder: Path = FOLDER) -> list[tuple[str, Record]]:
    """Return (text, gold line) of every report that the folder's files annotate: public ones, and our own with text."""
    texts = {(line["id"], fingerprint(line["text"])): line["text"] for path in reports for line in json_lines(path)}
    found = []
    for path in sorted(folder.glob("*.jsonl")):
        for line in json_lines(path):
            text = line.pop("text", None) or texts.get((line["id"], line["sha256"]))
            if text is None:
                message = f"{path}: the text of {line['id']} that was annotated is not among the reports"
                raise ValueError(message)
            for part in PARTS & line.keys():
                line[part] = [worded(record, text) for record in line[part]]
            found.append((text, line))
    return found


def main() -> None:
    """Turn a gold file into a stand-off file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("reports", "gold", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    given = parser.parse_args()
    texts = {line["id"]: line["text"] for line in json_lines(given.reports)}
    with given.out.open("w", encoding="utf-8") as out:
        for line in json_lines(given.gold):
            text = texts[line["id"]]
            parts = {part: [stood_off(record, text) for record in line[part]] for part in sorted(PARTS & line.keys())}
            row = {"id": line["id"], "sha256": fingerprint(text), "published": line["published"], **parts}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
