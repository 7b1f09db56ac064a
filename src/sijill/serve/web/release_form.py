"""A release as it is asked for: the fields of the page's form, and the questions of the API, as a configuration.

Invariant: both become the table that a TOML file would hold; what is wrong with it is told by the configuration alone.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any, Literal
from urllib.parse import urlencode

from fastapi import Query, Request
from pydantic import BaseModel, ConfigDict, Field

from sijill.errors import UsageError
from sijill.model import MEASURES
from sijill.serve.publishing import DEFAULT, FIELDS, MOST_BYTES, Configuration, configuration_of
from sijill.serve.publishing.configuration import DAYS, FORMS, LONGEST, MOST_DECIMALS, MOST_SUPPRESSED, PLACES
from sijill.serve.publishing.written import TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable

ENDS = ("low", "best", "high", "stated")
PLAIN = tuple(name for name in FIELDS if name not in {f"{measure}_{end}" for measure in MEASURES for end in ENDS})
"""The fields that are no number of people."""
SMALL = len(str(MOST_SUPPRESSED))  # digits of a number that a form may give
FLAGS = {"true": True, "false": False}


class AskedRelease(BaseModel):
    """What a release is to hold, as `sijill publish --config` takes it; what is not given is as on the page."""

    model_config = ConfigDict(extra="forbid")

    title: Annotated[str, Field(min_length=1, max_length=LONGEST["title"])] = DEFAULT.title
    fields: list[Literal[FIELDS]] = list(DEFAULT.fields)  # type: ignore[valid-type]
    formats: list[Literal[FORMS]] = list(DEFAULT.formats)  # type: ignore[valid-type]
    rule: Literal["ibc", "airwars", "ucdp", "acled"] = "ucdp"
    places: Literal[PLACES] = "unit"  # type: ignore[valid-type]
    decimals: int = Field(DEFAULT.decimals, ge=0, le=MOST_DECIMALS)
    days: Literal[DAYS] = "exact"  # type: ignore[valid-type]
    suppress_below: int = Field(DEFAULT.suppress_below, ge=0, le=MOST_SUPPRESSED)
    only_protected: bool = DEFAULT.only_protected
    contact: Annotated[str, Field(max_length=LONGEST["contact"])] = DEFAULT.contact
    licence: Annotated[str, Field(max_length=LONGEST["licence"])] = DEFAULT.licence
    notes: Annotated[str, Field(max_length=LONGEST["notes"])] = DEFAULT.notes

    @property
    def configuration(self) -> Configuration:
        """The configuration; UsageError where the values do not go together."""
        return configuration_of(self.model_dump())


QueryRelease = Annotated[AskedRelease, Query()]


def bounded(request: Request) -> None:
    """Refuse with UsageError a question that is longer than a configuration may be."""
    if len(request.url.query) > MOST_BYTES:
        msg = f"what is asked holds {len(request.url.query):,} characters: a configuration may have {MOST_BYTES:,}"
        raise UsageError(msg)


def table_of(asked: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Return what a form was filled in with as a TOML file would hold it; an empty field says nothing.

    A list that was sent empty stays empty: whoever takes every tick away is told so, and not given the usual ones.
    """
    found: dict[str, Any] = {}
    for name, value in asked:
        if TYPES.get(name) is list:
            found[name] = [*found.get(name, []), *([value] if value else [])]
        elif value or TYPES.get(name) is str:
            found[name] = typed(value, TYPES.get(name))
    return found


def typed(value: str, wanted: type | None) -> object:
    """Return a value as what its field holds, or as it is where it is no such thing."""
    if wanted is int and value.isascii() and value.isdigit() and len(value) <= SMALL:
        return int(value)
    return FLAGS.get(value, value) if wanted is bool else value


def filled_in(table: dict[str, Any]) -> dict[str, Any]:
    """Return what the form shows: what was entered, else what is usual."""
    usual = {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(DEFAULT).items()}
    return usual | {name: value for name, value in table.items() if name in usual}


def question_of(wanted: Configuration) -> str:
    """Return the question that asks for a release, as it stands in an address."""
    said = {
        name: str(value).lower() if isinstance(value, bool) else value
        for name, value in asdict(wanted).items()
        if value or isinstance(value, int)
    }
    return urlencode(said, doseq=True)
