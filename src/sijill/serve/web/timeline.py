"""A toll by day or month as a drawing: a bar from the lowest to the highest number, open ends marked. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sijill.incident import Filters
from sijill.reconcile import tally
from sijill.serve.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sijill.incident import Incident, TallyRow
    from sijill.reconcile.gathered import Gathered
    from sijill.serve.web.asking import AskedIncidents

WIDTH, HEIGHT, FOOT, LEFT = 900, 150, 22, 46  # of the drawing; its own units
SHORT_WHILE = timedelta(days=62)  # up to which days are drawn, not months
MOST_BARS = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar: where it stands, the label under it ("" where there is no room), and what it says in words."""

    x: float
    width: float
    low: float
    top: float
    open: bool
    label: str
    words: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The bars, the highest number of the axis, and whether a bar is a day or a month."""

    bars: tuple[Bar, ...]
    most: int
    by: str
    left_out: int = 0
    width: int = WIDTH
    height: int = HEIGHT
    foot: int = FOOT
    left: int = LEFT


def timeline(incidents: Sequence[Incident], wanted: AskedIncidents, held: Gathered) -> Timeline:
    """Return the timeline of some incidents, held together too, by day where they lie close together, else by month."""
    days = [one.days.first for one in incidents if one.days.first]
    by = "day" if days and max(days) - min(days) <= SHORT_WHILE else "month"
    found = tally(held, rule="ibc", filters=Filters(measure=wanted.measure or "killed"), by=by)
    rows = [row for row in found.rows if row.key[:1].isdigit()]
    shown = rows[-MOST_BARS:]
    most = max((named(row) for row in shown), default=0)
    step = (WIDTH - LEFT) / max(1, len(shown))
    every = max(1, len(shown) // 12)
    bars = [bar(row, at, step, most, label=at % every == 0) for at, row in enumerate(shown)]
    return Timeline(bars=tuple(bars), most=most, by=by, left_out=len(rows) - len(shown))


def named(row: TallyRow) -> int:
    """Return the highest number of a line that is named."""
    return max(row.stated, row.high or 0, row.low)


def bar(row: TallyRow, at: int, step: float, most: int, *, label: bool) -> Bar:
    """Return the bar of a line."""
    high = row.high if row.high is not None else named(row)
    room = HEIGHT - FOOT - 14
    ends = (
        f"{row.low:,}"
        if row.high == row.low
        else f"{row.low:,} to {high:,}{'' if row.high is not None else ' or more'}"
    )
    return Bar(
        x=round(LEFT + at * step, 1),
        width=round(max(1.5, min(26.0, step * 0.7)), 1),
        low=round(HEIGHT - FOOT - room * row.low / max(1, most), 1),
        top=round(HEIGHT - FOOT - max(2.0, room * high / max(1, most)), 1),
        open=row.high is None,
        label=row.key if label else "",
        words=f"{row.key}: {ends}, {counted(len(row.incidents), 'incident')}",
        key=row.key,
    )
