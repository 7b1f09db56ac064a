"""Who is said to say what, on PolNeAR's political news: found by `extract.attribution`.

An attribution of the gold (with a source and a content) is found where one that was read covers at least half of the
content's characters and its source's words are the gold's, by half of their words (`claims.same_words`). Each is
matched once. F1 is over all attributions of the gold and all that were read. The corpus marks no attribution within
what another one says, so such are left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.accuracy.claims import same_words
from bench.accuracy.intervals import f1, measured, share
from bench.accuracy.parts import Error, Outcome, Part, fingerprint_of, sampled
from bench.accuracy.reading import report_of
from sijill.run.pipeline import attributions_of, load_tools

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sijill.run.pipeline import Tools

SAMPLE = 25
ASKED = 0.75
HALF = 0.5
Stretch = tuple[int, int]
ABOUT = (
    "PolNeAR, development part. Found: an attribution covers half of the reported content, and its source shares "
    "half of the words of the gold's."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says what: the source's words, and the characters of the content."""

    source: str
    content: tuple[Stretch, ...]
    at: int = 0

    def covered_by(self, other: Attribution) -> float:
        """Return the share of the content's characters that another content holds."""
        held = sum(max(0, min(b, d) - max(a, c)) for a, b in self.content for c, d in other.content)
        return held / max(1, sum(b - a for a, b in self.content))


@dataclass(slots=True, kw_only=True)
class Tally:
    """The counts of one document."""

    gold: int
    given: int
    found: int = 0
    covered: int = 0
    errors: list[Error]


def part(folder: Path) -> Part:
    """Return the part of the gate."""
    return Part(name="polnear", measure=lambda whole: measure(folder, whole=whole), about=ABOUT)


def measure(folder: Path, *, whole: bool) -> Outcome:
    """Return what a sample (or all) of the documents gives."""
    home = folder / "data" / "attribution" / "polnear-dev"
    chosen = sampled(sorted(annotated(home).items()), SAMPLE, whole=whole)
    tools, tallies, texts = load_tools(), [], []
    for path, notes in chosen:
        text, marked = path.read_text(encoding="utf-8"), notes.read_text(encoding="utf-8")
        texts.append(text + marked)
        tallies.append(compare(text, list(gold(marked)), list(said(text, tools))))
    scores = [
        measured("source of reported content, F1", tallies,
                 lambda some: f1([(t.found, t.gold, t.given) for t in some]), ASKED),
        measured("recall", tallies, lambda some: share([(t.found, t.gold) for t in some])),
        measured("precision", tallies, lambda some: share([(t.found, t.given) for t in some])),
        measured("source right, of content found", tallies, lambda some: share([(t.found, t.covered) for t in some])),
    ]  # fmt: skip
    errors = [error for tally in tallies for error in tally.errors]
    return Outcome(scores=scores, fingerprint=fingerprint_of(texts), errors=errors)


def annotated(home: Path) -> dict[Path, Path]:
    """Return each text with its annotation, that of the first annotator where two read it."""
    found: dict[Path, Path] = {}
    for notes in sorted((home / "attributions").glob("*.ann")):
        text = home / "text" / f"{notes.stem.rpartition('_')[0]}.txt"
        if text.exists():
            found.setdefault(text, notes)
    return found


def gold(marked: str) -> Iterator[Attribution]:
    """Yield the attributions of a brat file that have both a source and a content."""
    spans, words = {}, {}
    for key, where, worded in re.findall(r"^(T\d+)\t\w+ ([\d ;]+)\t(.*)$", marked, re.MULTILINE):
        spans[key] = tuple(map(stretch, where.split(";")))
        words[key] = worded
    for line in re.findall(r"^E\d+\t(.*)$", marked, re.MULTILINE):
        roles = [pair.split(":") for pair in line.split()]
        sources = [key for role, key in roles if role.startswith("Source") and key in words]
        contents = [key for role, key in roles if role.startswith("Content") and key in spans]
        if sources and contents:
            content = tuple(span for key in contents for span in spans[key])
            source = " ".join(words[key] for key in sources)
            yield Attribution(source=source, content=content, at=content[0][0])


def stretch(where: str) -> Stretch:
    """Return the characters that brat writes as `12 34`."""
    start, end = map(int, where.split())
    return start, end


def said(text: str, tools: Tools) -> Iterator[Attribution]:
    """Yield every attribution that is read in a text, in the text's own characters."""
    for one in attributions_of(report_of({"id": "text", "text": text}), tools):
        span = one.content.span
        yield Attribution(source=one.source.quote, content=((span.start, span.end),), at=span.start)


def compare(text: str, wanted: Sequence[Attribution], given: Sequence[Attribution]) -> Tally:
    """Return the counts of one document."""
    tally, left = Tally(gold=len(wanted), given=len(given), errors=[]), list(given)
    for one in wanted:
        covering = [g for g in left if one.covered_by(g) >= HALF]
        tally.covered += bool(covering)
        match = next((g for g in covering if same_words(one.source, g.source)), None)
        if match is not None:
            left.remove(match)
            tally.found += 1
            continue
        kind = "another source" if covering else "content not found"
        read = f", read as {covering[0].source!r}" if covering else ""
        tally.errors.append(Error(kind, f"{one.source!r}{read}: {text[one.at : one.at + 100]!r}"))
    tally.errors += [Error("spurious", f"{g.source!r}: {text[g.at : g.at + 100]!r}") for g in left]
    return tally
