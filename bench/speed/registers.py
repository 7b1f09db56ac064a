"""Registers of any size with known truth, and how linking does on them: how right, and how fast.

    python -m bench.speed.registers [--sizes 1000,10000,100000] [--hide-keys] [--seed 7] [--claims 20000]

A register of 1,000 claims tells of some seventy happenings of several reports: its recall scatters by three points from
seed to seed. `--claims` draws so many registers of a size, with one seed after another, that they hold about so many
claims together, and gives precision and recall over all of their links.

Several outlets tell of a happening: some print one wire story; sources contradict each other; later reports give higher
figures; places are given as town, outskirts, unit or country, days as a day, a night, a week, or a day wrong. Busy
towns see several happenings of a kind in one week (near misses), with nothing to tell them apart but day, figures, and
particular words. Reports come in the order of publication, and the last is linked against all the others by itself.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from math import comb, log
from typing import TYPE_CHECKING

from bench.speed.accounts import telling
from bench.speed.world import World
from sijill.link import LinkIndex, mentions_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bench.speed.world import Happening
    from sijill.link import Mention
    from sijill.model import Claim, Report

OUTLETS = ("Ahram", "Sana", "Enab", "Anadolu", "Rudaw", "Reuters", "Sputnik", "Araby")
CLAIMS_A_HAPPENING = 7.2  # about
WIRE_SHARE = 0.3  # of reports print a story that another outlet printed
ASIDE_SHARE = 0.25  # of stories tell of another happening of the day too
LATER_DAYS = (0, 0, 1, 1, 2)
RATE = 0.5  # of the exponential that gives the number of outlets beyond the first
ONE_MORE = 6  # claims of the report that is timed by itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """A report with its claims, and the true happening of each claim."""

    report: Report
    claims: tuple[Claim, ...]
    truth: tuple[str, ...]


def register(claims: int, seed: int = 7, *, keys: bool = True) -> Iterator[Entered]:
    """Yield about so many claims, report by report; `keys` gives them the in-report keys of a perfect reader."""
    rng = random.Random(seed)  # noqa: S311 -- a seeded world, no secret
    made = 0
    for found in World(happenings=max(1, round(claims / CLAIMS_A_HAPPENING)) * 2, rng=rng).all():
        for entered in _of_day(found, rng, keys=keys):
            made += len(entered.claims)
            yield entered
            if made >= claims:
                return


def _of_day(found: Sequence[Happening], rng: random.Random, *, keys: bool) -> Iterator[Entered]:
    """Yield what the outlets print about the happenings of one day in one country."""
    for happening in found:
        story, later = None, 0
        outlets = rng.sample(OUTLETS, min(len(OUTLETS), 1 + int(rng.expovariate(RATE))))
        for number, outlet in enumerate(outlets):
            if story is None or rng.random() > WIRE_SHARE:
                later = rng.choice(LATER_DAYS)
                aside = [rng.choice(found)] if rng.random() < ASIDE_SHARE else []
                story = telling(list(dict.fromkeys([happening, *aside])), later, rng, keys=keys)
            name = f"{happening.id}-{number}"
            report, claims = story.printed(name, outlet, happening.day + timedelta(days=later))
            yield Entered(report=report, claims=claims, truth=story.truth)


def pairs_across(rows: Iterable[tuple[str, str]]) -> int:
    """Return the number of pairs of claims of different reports in one group; a row is (group, report)."""
    rows = list(rows)
    whole, inside = Counter(group for group, _ in rows), Counter(rows)
    return sum(comb(n, 2) for n in whole.values()) - sum(comb(n, 2) for n in inside.values())


Links = tuple[int, int, int]


def links(true: Sequence[str], given: Sequence[str], reports: Sequence[str]) -> Links:
    """Return the links between reports that are right, that were given, and that there are."""
    return (
        pairs_across((f"{t} {g}", r) for t, g, r in zip(true, given, reports, strict=True)),
        pairs_across(zip(given, reports, strict=True)),
        pairs_across(zip(true, reports, strict=True)),
    )


def right(found: Iterable[Links]) -> str:
    """Return precision and recall over the links of some registers, in words."""
    both, given, true = (sum(column) for column in zip(*found, strict=True))
    return f"links P {both / max(1, given):.4f} R {both / max(1, true):.4f}"


def measure(size: int, seed: int, *, keys: bool) -> tuple[float, Links]:
    """Link a register from nothing, print how right and how fast; return the seconds of work, and its links."""
    mentions: list[list[Mention]] = []
    truth: dict[str, str] = {}
    entered, reading = 0, time.perf_counter()
    for one in register(size, seed, keys=keys):
        mentions.append(list(mentions_of(one.claims, one.report, entered=entered)))
        entered += len(one.claims)
        truth.update(zip((c.id for c in one.claims), one.truth, strict=True))
    reading = time.perf_counter() - reading
    last = next(i for i in range(len(mentions) - 1, -1, -1) if len(mentions[i]) >= ONE_MORE or i == 0)
    more = mentions.pop(last)
    began, worked = time.perf_counter(), time.process_time()
    index = LinkIndex()
    index.add(m for found in mentions for m in found)
    seconds, worked = time.perf_counter() - began, time.process_time() - worked
    began = time.process_time()
    index.add(more)
    one_more = time.process_time() - began
    rows = [(truth[m.claim], index.incident_of(m.claim) or "", m.report) for f in [*mentions, more] for m in f]
    found = links(*(list(column) for column in zip(*rows, strict=True)))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{len(rows):>9,} claims  {right([found])}"
        f"  linked in {seconds:.1f} s ({worked:.1f} s of work)"
        f"  {len(more)} more in {1000 * one_more:5.1f} ms  (made in {reading:.1f} s, {memory:,.0f} MiB at most)"
    )
    return worked, found


def measures(size: int, seed: int, claims: int, *, keys: bool) -> float:
    """Measure registers of one size that hold so many claims together; return the mean seconds of work."""
    seeds = range(seed, seed + max(1, claims // size))
    made = [measure(size, one, keys=keys) for one in seeds]
    if len(made) > 1:
        print(f"{size:>9,} claims, {len(made)} registers together: {right(found for _, found in made)}")
    return sum(worked for worked, _ in made) / len(made)


def main() -> None:
    """Measure each size, and how time grows between them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--claims", type=int, default=20_000, help="about so many claims of each size, over seeds")
    parser.add_argument("--hide-keys", action="store_true", help="link within reports too, without in-report keys")
    args = parser.parse_args()
    sizes = [int(s) for s in args.sizes.split(",")]
    seconds = [measures(size, args.seed, args.claims, keys=not args.hide_keys) for size in sizes]
    for i in range(1, len(sizes)):
        power = log(seconds[i] / seconds[i - 1]) / log(sizes[i] / sizes[i - 1])
        print(f"from {sizes[i - 1]:,} to {sizes[i]:,} claims: work grows as n^{power:.2f}")


if __name__ == "__main__":
    main()
