"""UCDP's two sides of an incident, the type of violence, and the dead of each side.

Invariant: the four columns of deaths sum to the best; the dead of a side that is not known are deaths_unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sijill.serve.exports.tables import party

if TYPE_CHECKING:
    from sijill.incident import Incident, SourceFigures
    from sijill.serve.exports.facts import Facts

STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3
STATE, GROUP = "state_forces", "armed_group"
ARMED: Final = (STATE, GROUP)
DEATHS: Final = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A side: its name and kind, either None where it is not known."""

    name: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Both sides, and UCDP's type of violence (None where the kind of a side is not known)."""

    a: Side
    b: Side
    violence: int | None


def sides_of(facts: Facts) -> Sides:
    """Return the alleged perpetrator and whom it was done to; a government is side A, civilians are side B."""
    by = next((Side(name=p.name, kind=p.kind) for p in facts.perpetrators), Side())
    others = (Side(name=p.name, kind=p.kind) for p in facts.targets if p.name != by.name)
    to = next(others, Side(kind=_one_category(facts.incident)))
    if by.kind not in ARMED or to.kind is None:
        return Sides(a=_of_kind(by, to, STATE, facts), b=_of_kind(by, to, GROUP, facts), violence=None)
    if is_unarmed(to.kind):
        return Sides(a=by, b=Side(name="Civilians", kind="civilian"), violence=ONE_SIDED)
    if to.kind == STATE and by.kind != STATE:
        by, to = to, by
    violence = {(GROUP, GROUP): NON_STATE, (STATE, GROUP): STATE_BASED, (STATE, STATE): STATE_BASED}
    return Sides(a=by, b=to, violence=violence.get((by.kind or "", to.kind or "")))


def deaths_by_side(incident: Incident, best: int, sides: Sides) -> dict[str, int]:
    """Return the four columns of deaths, from the parts of the first source whose total is the best."""
    fitting = (f for f in incident.figures if f.measure == "killed" and f.counts and f.total and f.total.low == best)
    found = next((_of_source(figures, sides) for figures in fitting), dict.fromkeys(DEATHS, 0))
    if sum(found.values()) > best:  # parts that overlap tell nothing of the whole
        found = dict.fromkeys(DEATHS, 0)
    found["deaths_unknown"] += best - sum(found.values())
    return found


def is_unarmed(kind: str | None) -> bool:
    """Tell whether people of a kind take no part in the fighting."""
    return party(kind)["unarmed"] == "yes"


def _of_kind(by: Side, to: Side, kind: str, facts: Facts) -> Side:
    """Return the one of two sides that is of a kind; without a name where only its dead show it."""
    fitting = (side for side in (by, to) if side.kind == kind)
    known = kind in _categories(facts.incident)
    unkinded = by if kind == STATE and by.kind is None else Side()
    return next(fitting, Side(name=unkinded.name, kind=kind if known and unkinded.name is None else None))


def _of_source(figures: SourceFigures, sides: Sides) -> dict[str, int]:
    deaths = dict.fromkeys(DEATHS, 0)
    for piece in figures.parts or ((figures.total,) if figures.total else ()):
        deaths[_column(piece.category, sides)] += piece.low or 0
    return deaths


def _column(category: str, sides: Sides) -> str:
    if is_unarmed(category):
        return "deaths_civilians"
    if sides.a.kind == sides.b.kind or category not in {sides.a.kind, sides.b.kind}:
        return "deaths_unknown"
    return "deaths_a" if category == sides.a.kind else "deaths_b"


def _categories(incident: Incident) -> set[str]:
    counting = [f for f in incident.figures if f.measure == "killed" and f.counts]
    parts = {part.category for figures in counting for part in figures.parts}
    return parts | {figures.total.category for figures in counting if figures.total}


def _one_category(incident: Incident) -> str | None:
    """Return the category of all the dead, where they are of one."""
    found = _categories(incident) - {"unspecified"}
    return next(iter(found)) if len(found) == 1 and "mixed" not in found else None
