"""What the register hands back about its own entries; nothing here touches a database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sijill.model import Claim

Status = Literal["new", "known", "reread", "revision"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """What became of a report that was handed to the register.

    `status` is "new"; "known" (this text, read by this extractor version, was there: nothing was changed); "reread"
    (a reading by another extractor version was added); or "revision" (the name was there with other content, which
    this replaces in views: `revises` is that report's id). `seq` is the entry of the report.
    """

    status: Status
    report_id: str
    seq: int
    claims: int
    revises: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of the book: numbered from 1 without gaps, `at` in UTC."""

    seq: int
    at: datetime
    author: str
    kind: str
    subject: str
    payload: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredClaim:
    """A claim as it was entered, with the number of its entry and the name of its report."""

    seq: int
    report_name: str
    claim: Claim


class Outline(NamedTuple):
    """What lists need of a claim before it is shown: the number of its entry, its id, its report's, how sure it is."""

    seq: int
    id: str
    report: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One reading of one text of a report; `newest` is the one that views show."""

    seq: int
    report_id: str
    extractor: str
    entered_at: datetime
    claims: int
    newest: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much the register holds.

    `reports`, `claims`, `figures` and `happenings` count what views show (a claim with a figure and a happening is
    in both); `revised` reports were replaced by a later text; `readings` and `entries` count everything ever entered.
    """

    reports: int
    revised: int
    readings: int
    claims: int
    figures: int
    happenings: int
    entries: int
