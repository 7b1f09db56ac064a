"""How well times are found and turned into days: our own table, WikiWars, and the annotated reports.

SIJILL_DATA names the folder that holds data/ and gold/; without it only the table is measured. Intervals are 95%
bootstrap intervals over rows (the table) or documents.
"""

import csv
import json
import os
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sijill.ground.days import days_of, find_times
from sijill.ground.days.almanac import month, season, year
from sijill.values import Days, Span

TABLE = Path(__file__).parent / "cases" / "times.csv"
DRAWS = 1000
SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
TAG = re.compile(r"<TIMEX2([^>]*)>|</TIMEX2>|<[A-Z/][^>]*>")
NEWS_HEAD = 200  # characters in which a report's own day is looked for
Stretch = tuple[date, date]
Count = tuple[int, int]


def shown(name: str, counts: Sequence[Count], score: Callable[[Sequence[Count]], float] | None = None) -> None:
    """Print the share that the counts sum to, with its interval."""
    draw, score = random.Random(0), score or share  # noqa: S311 -- a bootstrap keeps no secrets
    drawn = sorted(score(draw.choices(counts, k=len(counts))) for _ in range(DRAWS))
    low, high = drawn[DRAWS // 40], drawn[-DRAWS // 40]
    print(f"{name:58} {100 * score(counts):5.1f}  [{100 * low:.1f}, {100 * high:.1f}]  of {sum(n for _, n in counts)}")


def share(counts: Sequence[Count]) -> float:
    """Return the sum of the first over the sum of the second."""
    return sum(a for a, _ in counts) / max(1, sum(b for _, b in counts))


def day(iso: str | None) -> date | None:
    """Return the day of an ISO date, None for none."""
    return date.fromisoformat(iso) if iso else None


# our own table


def row_is_right(row: dict[str, str]) -> bool:
    """Tell whether the row's phrase is found whole and gives its days and precision, or is rightly not found."""
    spans = find_times(row["phrase"])
    if row["why"].startswith("no time"):
        return not spans
    days = days_of(spans[0].of(row["phrase"]), published=day(row["published"]), tense=row["tense"]) if spans else Days()
    precision = int(row["precision"]) if row["precision"] else None
    return len(spans) == 1 and (days.first, days.last, days.precision) == (
        day(row["first"]),
        day(row["last"]),
        precision,
    )


def measure_table() -> None:
    """Print the share of the table's rows that are right; every third was kept back while rules were written."""
    with TABLE.open(encoding="utf-8") as file:
        right = [(int(row_is_right(row)), 1) for row in csv.DictReader(file)]
    shown("table: rows seen", [each for at, each in enumerate(right) if at % 3 != 2])
    shown("table: rows kept back", right[2::3])


# WikiWars


@dataclass(slots=True)
class Timex:
    """One expression of WikiWars: its value's days where it names a day, month, season or year of our era."""

    start: int
    value: str
    mod: bool
    end: int = 0

    @property
    def days(self) -> Stretch | None:
        """The first and last day of the value."""
        if found := re.fullmatch(r"(\d{4})(?:-(\d\d|SP|SU|FA|WI)(?:-(\d\d))?)?(?:T.*)?", self.value):
            return stretch_of(int(found[1]), found[2], found[3])
        return None


def stretch_of(of_year: int, part: str | None, day_of_month: str | None) -> Stretch:
    """Return the days of a TIMEX2 value."""
    if part in SEASONS:
        return season(of_year, SEASONS[part])
    if part and day_of_month:
        return (date(of_year, int(part), int(day_of_month)),) * 2
    return month(of_year, int(part)) if part else year(of_year)


def timexes(marked: str) -> tuple[str, list[Timex]]:
    """Return the article's text and its expressions."""
    text, found, stack, at = "", [], [], 0
    for tag in TAG.finditer(marked):
        text += marked[at : tag.start()]
        at = tag.end()
        if tag[0].startswith("<TIMEX2"):
            value = re.search(r'val="([^"]*)"', tag[1])
            stack.append(Timex(len(text), value[1] if value else "", "mod=" in tag[1]))
            found.append(stack[-1])
        elif tag[0] == "</TIMEX2>":
            stack.pop().end = len(text)
    return text + marked[at:], found


@dataclass(slots=True)
class Tally:
    """What is counted over one article: matched and all, of each kind."""

    found: Count = (0, 0)
    found_valued: Count = (0, 0)
    spans: Count = (0, 0)
    valued: Count = (0, 0)
    resolved: Count = (0, 0)
    wrong: list[str] = field(default_factory=list)


def tally_of(path: Path) -> Tally:
    """Count one article of WikiWars."""
    marked = path.read_text(encoding="utf-8", errors="replace")
    printed = printed_on(marked)
    text, gold = timexes(marked[marked.index("<TEXT>") :])
    told = list(told_in_order(text, printed))
    touched = [[g for g in gold if s.start < g.end and g.start < s.end] for s, _ in told]
    found = {id(g) for group in touched for g in group}
    right = [(s, group) for (s, days), group in zip(told, touched, strict=True) if agrees(days, group, s.of(text))]
    right_gold = {id(g) for _, group in right for g in group}
    valued = [g for g in gold if g.days]
    resolved = [
        group for (_, days), group in zip(told, touched, strict=True) if days.known and any(g.days for g in group)
    ]
    right_ids = {(s.start, s.end) for s, _ in right}
    wrong = [f"{s.of(text)!r} {d.first}..{d.last} ({d.rule}), gold {[g.value for g in group]}"
             for (s, d), group in zip(told, touched, strict=True)
             if any(g.days for g in group) and (s.start, s.end) not in right_ids]  # fmt: skip
    wrong += [f"missed {text[g.start : g.end]!r} {g.value}" for g in valued if id(g) not in found]
    return Tally(
        found=(len(found), len(gold)),
        found_valued=(sum(id(g) in found for g in valued), len(valued)),
        spans=(sum(map(bool, touched)), len(told)),
        valued=(sum(id(g) in right_gold for g in valued), len(valued)),
        resolved=(len(right), len(resolved)),
        wrong=wrong,
    )


def printed_on(marked: str) -> date:
    """Return the day that an article bears."""
    found = re.search(r"<DATETIME>.*?(\d{4}-\d\d-\d\d)", marked, re.DOTALL)
    if found is None:
        message = "an article of WikiWars bears no day"
        raise ValueError(message)
    return date.fromisoformat(found[1])


def told_in_order(text: str, printed: date) -> Iterator[tuple[Span, Days]]:
    """Yield the text's times with their days, each read with the day last told of before it as anchor."""
    anchor = None
    for span in find_times(text):
        days = days_of(span.of(text), published=printed, anchor=anchor)
        if days.first and days.last and not span.of(text).lower().startswith("since"):
            anchor = days.first + (days.last - days.first) // 2
        yield span, days


def agrees(days: Days, gold: list[Timex], worded: str) -> bool:
    """Tell whether the days are those of the expressions that the words cover, or the part of them that is marked."""
    stretches = [g.days for g in gold if g.days]
    if not stretches or not days.known:
        return False
    first, last = min(s[0] for s in stretches), max(s[1] for s in stretches)
    if any(g.mod for g in gold) and days.last:
        return first <= (days.first or days.last) <= days.last <= last
    if worded.lower().startswith("since"):
        return days.first == first
    return (days.first in (first, None)) and days.last == last


def measure_wikiwars(folder: Path) -> None:
    """Print spans and values over WikiWars."""
    tallies = [tally_of(path) for path in sorted(folder.glob("*.xml"))]
    shown("WikiWars: expressions found, any kind", [t.found for t in tallies])
    shown("WikiWars: expressions found, day/month/season/year", [t.found_valued for t in tallies])
    shown("WikiWars: found spans that are expressions", [t.spans for t in tallies])
    shown("WikiWars: values recalled", [t.valued for t in tallies])
    shown("WikiWars: values right where given", [t.resolved for t in tallies])
    precision, recall = share([t.resolved for t in tallies]), share([t.valued for t in tallies])
    print(f"{'WikiWars: value F1':58} {200 * precision * recall / (precision + recall):5.1f}")
    for line in [line for t in tallies for line in t.wrong][: int(os.environ.get("SHOW", "0"))]:
        print("   ", line)


# the annotated reports


def lines(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def own_day(text: str, published: date | None) -> date | None:
    """Return the first full date near the report's start, which counts before the field (guidelines, rule 8)."""
    for span in find_times(text[:NEWS_HEAD]):
        days = days_of(span.of(text), published=None)
        if days.rule == "full date" and days.precision == 1:
            return days.first
    return published


def near(a: date | None, b: date | None) -> bool:
    """Tell whether two ends are at most a day apart, or both open."""
    return a is b if a is None or b is None else abs(a - b) <= timedelta(1)


def measure_reports(gold: Path, name: str) -> None:
    """Print how many dated claims some expression of their report dates, and how many the report's day does."""
    texts = {doc["id"]: doc["text"] for doc in lines(gold / f"{name}.docs.jsonl")}
    worded, either, missed = [], [], Counter[tuple[str, ...]]()
    for report in lines(gold / f"{name}.gold.jsonl"):
        text = texts[report["id"]]
        published = own_day(text, day(report["published"]))
        ends = stretches_told(text, published)
        wanted = [(day(c["from"]), day(c["to"])) for c in report["claims"] if c["from"] or c["to"]]
        by_words = [any(near(w[0], e[0]) and near(w[1], e[1]) for e in ends) for w in wanted]
        by_day = [near(w[0] or published, published) and near(w[1], published) for w in wanted]
        worded.append((sum(by_words), len(wanted)))
        either.append((sum(a or b for a, b in zip(by_words, by_day, strict=True)), len(wanted)))
        missed.update((report["id"], str(published), str(w[0]), str(w[1]))
                      for w, a, b in zip(wanted, by_words, by_day, strict=True) if not (a or b))  # fmt: skip
    shown(f"{name}: dated claims that some expression dates", worded)
    shown(f"{name}: or that the report's day dates", either)
    for unmatched, count in missed.most_common(int(os.environ.get("SHOW", "12"))):
        print(f"    {count}x", *unmatched)


def stretches_told(text: str, published: date | None) -> set[tuple[date | None, date | None]]:
    """Return the days of every expression, read against the report's day, back and ahead, and the day last told of."""
    ends, anchor, told = set[tuple[date | None, date | None]](), None, None
    for span in find_times(text):
        worded = span.of(text)
        readings = [days_of(worded, published=published, anchor=anchor),
                    days_of(worded, published=published),
                    days_of(worded, published=published, event=told),
                    days_of(worded, published=published, tense="future")]  # fmt: skip
        ends.update((days.first, days.last) for days in readings)
        anchor, told = (readings[1].last, readings[1]) if readings[1].last else (anchor, told)
    return ends


def main() -> None:
    """Measure everything that there is data for."""
    measure_table()
    if folder := os.environ.get("SIJILL_DATA"):
        measure_wikiwars(Path(folder) / "data" / "time" / "wikiwars")
        for name in ("dev", "train"):
            measure_reports(Path(folder) / "gold", name)


if __name__ == "__main__":
    main()
