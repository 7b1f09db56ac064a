"""Tolls of outside sets that give one answer a report: PITF's deaths and injured, ISAF's killed and captured.

The sets' own scorer (`gold/score_sets.py`) says what the right answers are and reads ours from the figures form. Beside
it stands what Sijill itself counts: the report's main happening without fighters (PITF counts noncombatants), and the
sum over a release's happenings. PITF's text often does not hold the coded number: that share is the ceiling.
"""

from __future__ import annotations

import importlib
import re
import sys
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from bench.accuracy.corpora import TRAINED_ISAF, lines
from bench.accuracy.intervals import measured, share
from bench.accuracy.parts import Error, Outcome, Part, fingerprint_of, sampled
from bench.accuracy.raw_incidents import homes_of
from bench.accuracy.reading import figures_line, read_rows
from sijill.incident import Member
from sijill.reconcile import main_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from bench.accuracy.intervals import Measured
    from bench.accuracy.parts import Row
    from bench.accuracy.reading import Read
    from sijill.model import Claim

PITF_SAMPLE = 250
ISAF_SAMPLE = 200
MEASURES = {"deaths": "killed", "injured": "injured", "killed": "killed", "captured": "detained"}
ASKED = {"deaths": 0.80, "injured": 0.75, "killed": 0.90, "captured": 0.75}
IN_RELEASES = ("killed", "captured")
"""Counted over a release by adding up, so that the text need not hold the number."""
SMALL = dict(zip(
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"],
    range(1, 14), strict=True,
))  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One question on one report: what is right, what the set's scorer reads from our figures, what we count."""

    report: str
    field: str
    right: int
    read: int | None
    counted: int | None
    in_text: bool
    words: str


def part(name: str, folder: Path) -> Part:
    """Return the part of the gate that measures "pitf" or "isaf"."""
    about = {
        "pitf": "Exact numbers of PITF's report texts. *By its scorer*: the figure named first of the asserted "
        "incident figures, so that a coded 0 is never right. *Counted*: `export --format main`, without fighters; "
        "nobody where nobody is told of. *Of those in the text*: only answers whose number the text holds.",
        "isaf": "Exact numbers of ISAF's press releases, without those in any training data. *By its scorer*: the "
        "largest figure of each happening, summed, so that a leader and two others are two. *Counted*: the least that "
        "Sijill counts of each, summed: they are three; numbers of a period are left out. Which claims tell of one "
        "happening is as the register has it once the releases are linked, so as every export gives it.",
    }
    return Part(name=name, measure=lambda whole: measure(name, folder, whole=whole), about=about[name])


def measure(name: str, folder: Path, *, whole: bool) -> Outcome:
    """Return what reading a sample (or all) of a set gives."""
    scorer, rows = scorer_in(folder / "gold"), rows_of(name, folder)
    rows = sampled(rows, PITF_SAMPLE if name == "pitf" else ISAF_SAMPLE, whole=whole)
    reads = list(read_rows(rows))
    linked = as_linked(reads) if name == "isaf" else reads
    found = [list(answers(name, scorer, row, read)) for row, read in zip(rows, linked, strict=True)]
    scores = [score for field in fields(found) for score in scored(found, field)]
    errors = [Error(kind_of(a), f"{a.report}: {a.right}, read as {a.counted}: {a.words!r}")
              for of_report in found for a in of_report if a.counted != a.right]  # fmt: skip
    return Outcome(scores=scores, fingerprint=fingerprint_of(rows), errors=errors)


def rows_of(name: str, folder: Path) -> list[Row]:
    """Return the reports of a set in the order of their ids, without those that are in training data."""
    found = lines(folder / "data" / name / "dev.jsonl")
    trained = TRAINED_ISAF.read_text(encoding="utf-8").split() if name == "isaf" else []
    return [found[key] for key in sorted(found) if key not in trained]


def as_linked(reads: Sequence[Read]) -> list[Read]:
    """Return reports with each claim's incident of the register in place of its key within the report."""
    homes = homes_of(reads)
    return [
        (report, tuple(replace(claim, incident=homes.get(claim.id, claim.incident)) for claim in claims))
        for report, claims in reads
    ]


def scorer_in(gold: Path) -> Any:
    """Return the module of the sets' own scorer."""
    if str(gold) not in sys.path:
        sys.path.append(str(gold))
    return importlib.import_module("score_sets")


def answers(name: str, scorer: Any, row: Row, read: Read) -> Iterator[Answer]:
    """Yield every question that a row answers."""
    given = scorer.given(name, figures_line(read)["claims"])
    ours = main_totals(read) if name == "pitf" else release_totals(read, scorer.VAGUE)
    for field, right in scorer.answers(name, row["gold"]).items():
        counted = ours.get(MEASURES[field], 0)  # where a report tells of nobody, nobody is counted; coders put 0 too
        yield Answer(report=row["id"], field=field, right=right, read=given[field], counted=counted,
                     in_text=holds(row["text"], right), words=row["text"][:160])  # fmt: skip


def main_totals(read: Read) -> dict[str, int | None]:
    """Return what the report's main happening comes to by measure, without fighters."""
    main = main_of([Member(claim=c, report_name=read[0].name) for c in read[1]])
    return {t.measure: t.without_fighters.stated for t in main.totals} if main else {}


def release_totals(read: Read, vague: dict[str, int]) -> dict[str, int]:
    """Return by measure the least sum over the happenings of a release, each counted once.

    Running totals and numbers of a period are left out, as in every toll. A vague word that bounds nothing stands for
    what the set's annotator took it for.
    """
    homes: defaultdict[str, list[Member]] = defaultdict(list)
    for claim in read[1]:
        if claim.figure and claim.figure.scope == "incident":
            homes[claim.incident or claim.id].append(Member(claim=claim, report_name=read[0].name))
    sums: defaultdict[str, int] = defaultdict(int)
    for members in homes.values():
        main = main_of(members)
        words = {m.claim.id: word_of(m.claim) for m in members}
        for total in main.totals if main else ():
            said = [words[id_] for id_ in total.amount.claims if words[id_]]
            sums[total.measure] += (total.amount.low or 0) + sum(vague.get(word, 1) for word in said)
    return dict(sums)


def word_of(claim: Claim) -> str:
    """Return the vague word of a claim's figure that bounds nothing ("multiple"), an empty one where there is none."""
    count = claim.figure.count if claim.figure else None
    return (count.vague or "").lower() if count and count.low is None else ""


def holds(text: str, number: int) -> bool:
    """Tell whether a text holds a number, in digits or (to thirteen) in a word; none at all stands for 0."""
    plain = text.lower().replace(",", "")
    written = {int(n) for n in re.findall(r"\d{1,9}", plain)}
    return number == 0 or number in written or any(
        n == number and re.search(rf"\b{word}\b", plain) for word, n in SMALL.items()
    )  # fmt: skip


def fields(found: Sequence[Sequence[Answer]]) -> list[str]:
    """Return the questions that are answered, in the order of MEASURES."""
    asked = {a.field for of_report in found for a in of_report}
    return [field for field in MEASURES if field in asked]


def scored(found: Sequence[Sequence[Answer]], field: str) -> list[Measured]:
    """Return the shares right of one question: by the set's scorer, as we count, and where the text holds it."""
    rows = [[a for a in of_report if a.field == field] for of_report in found]
    rows = [of_report for of_report in rows if of_report]
    by_scorer = [(float(a.read == a.right), 1.0) for (a,) in rows]
    counted = [(float(a.counted == a.right), 1.0) for (a,) in rows]
    held = [(float(a.counted == a.right), 1.0) for (a,) in rows if a.in_text]
    there = [(float(a.in_text), 1.0) for (a,) in rows]
    scores = [
        measured(f"{field} exact, by its scorer", by_scorer, share, ASKED[field]),
        measured(f"{field} exact, counted", counted, share, ASKED[field]),
    ]
    if field in IN_RELEASES:
        return scores
    return [
        *scores,
        measured(f"{field} exact, counted, of those in the text", held, share),
        measured(f"{field} in the text", there, share),
    ]


def kind_of(answer: Answer) -> str:
    """Return the kind of an error."""
    if not answer.in_text and answer.field not in IN_RELEASES:
        return f"{answer.field}: the text does not hold the number"
    if not answer.counted:
        return f"{answer.field}: nothing counted"
    return f"{answer.field}: too {'many' if answer.counted > answer.right else 'few'}"
