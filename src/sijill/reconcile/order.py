"""The order in which incidents are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sijill.incident import Incident

Order = tuple[bool, str, str]


def in_order(incident: Incident) -> Order:
    """Return what incidents are sorted by: their first day, those without one last, and their id."""
    day = incident.days.first or incident.days.last
    return day is None, str(day), incident.id
