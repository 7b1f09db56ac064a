"""What lists of incidents and tolls are asked, whether by options of a command or in the address of a page. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from sijill.incident import Filters
from sijill.reconcile.asking import INSIDE, asked

if TYPE_CHECKING:
    from datetime import date

    from sijill.incident import Incident


class WhereAndWhen(Protocol):
    """Whatever asks for a place, days and a happening; None asks nothing."""

    @property
    def place(self) -> str | None: ...  # noqa: D102 -- as Filters has it
    @property
    def country(self) -> str | None: ...  # noqa: D102
    @property
    def first_day(self) -> date | None: ...  # noqa: D102
    @property
    def last_day(self) -> date | None: ...  # noqa: D102
    @property
    def happening(self) -> str | None: ...  # noqa: D102


class OfIncidents(WhereAndWhen, Protocol):
    """Whatever asks for a list of incidents: with figures of a measure, contradictions, told by so many reports."""

    @property
    def measure(self) -> str | None: ...  # noqa: D102
    @property
    def contested(self) -> bool: ...  # noqa: D102
    @property
    def reports(self) -> int | None: ...  # noqa: D102


def filters_of(wanted: WhereAndWhen) -> Filters:
    """Return what counting is asked of place, days and happening."""
    return Filters(
        place=wanted.place,
        country=wanted.country,
        first=wanted.first_day,
        last=wanted.last_day,
        happening=wanted.happening,
    )


def is_wanted(incident: Incident, wanted: OfIncidents, question: Filters) -> bool:
    """Tell whether an incident is one of those that were asked for."""
    measured = wanted.measure is None or incident.range_of(wanted.measure) is not None
    odd = not wanted.contested or bool(incident.contradictions)
    told = len(incident.reports) >= (wanted.reports or 1)
    return measured and odd and told and asked(incident, question) == INSIDE
