"""Figures of one happening side by side, source by source.

Within a report only: that claims of two reports are about one happening is a judgement made elsewhere. Figures of a
period and running totals belong to no happening and stand apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from rich.text import Text

from sijill.ledger import StoredClaim
from sijill.serve.rows import row_of, worded_sources
from sijill.serve.tables import CERTAINTY_STYLES, SHORT_ID
from sijill.serve.wording import (
    by_whom,
    days_in_words,
    figure_in_words,
    one_line,
    place_in_words,
    source_kinds,
    sources_in_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sijill.model import Claim
    from sijill.serve.masking import Mask
    from sijill.serve.opening import Masks

NO_HAPPENING = "totals and periods (never added to happenings)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The figures of one report about one happening, or, where `totals`, those that are about none."""

    report_name: str
    incident: str | None
    totals: bool
    claims: tuple[Claim, ...]


def by_happening(found: Iterable[StoredClaim]) -> Iterator[Group]:
    """Yield the groups report by report, in the order in which each happening is first mentioned, totals last.

    A figure of an incident without a key stands alone.
    """
    for _, of_report in groupby(found, key=lambda stored: stored.claim.report_id):
        groups: dict[tuple[bool, str], list[StoredClaim]] = {}
        for stored in of_report:
            groups.setdefault(group_key(stored.claim), []).append(stored)
        for totals, key in sorted(groups, key=lambda key: key[0]):
            members = groups[totals, key]
            claims = tuple(one.claim for one in members)
            incident = claims[0].incident
            yield Group(report_name=members[0].report_name, incident=incident, totals=totals, claims=claims)


def group_key(claim: Claim) -> tuple[bool, str]:
    """Return whether the claim is about no single happening, and what it shares with those of its group."""
    if claim.incident is not None:
        return False, claim.incident
    totals = claim.figure is not None and claim.figure.scope != "incident"
    return totals, "" if totals else claim.id


def by_source(claims: Iterable[Claim]) -> list[list[Claim]]:
    """Return the claims source by source, in the order in which they speak; by name where it is resolved."""
    sources: dict[tuple[str | None, ...], list[Claim]] = {}
    for claim in claims:
        key = tuple(source.name or source.worded for source in claim.sources)
        sources.setdefault((*key, source_kinds(claim)), []).append(claim)
    return list(sources.values())


def first_known(words: Iterable[str]) -> str:
    """Return the first that says something, else ""."""
    return next((found for found in words if found), "")


def heading(group: Group, mask: Mask) -> Text:
    """Return "Idlib, SY · 2011-06-07 · armed clash"."""
    claims = [mask.claim(claim) for claim in group.claims]
    known = [
        first_known(place_in_words(claim.place) for claim in claims) or "place not known",
        first_known(days_in_words(claim.days) for claim in claims) or "days not known",
        ", ".join(dict.fromkeys(claim.happening.replace("_", " ") for claim in claims if claim.happening)),
    ]
    title = NO_HAPPENING if group.totals else " · ".join(words for words in known if words)
    return Text(f"  {title}", style="bold")


def report_line(group: Group, masks: Masks) -> Text:
    """Return the name of the report that the groups below it are from."""
    mask = masks.of(group.claims[0].report_id)
    return Text.assemble("report ", (one_line(mask.text(group.report_name)), "bold cyan"))


def figure_line(claim: Claim, *, alone: bool) -> Text:
    """Return a figure with what sets it apart: doubt, and its scope, place and days where it shares no happening."""
    line = Text(figure_in_words(claim.figure) if claim.figure else "")
    if claim.certainty != "asserted":
        line.append(f" [{claim.certainty}]", style=CERTAINTY_STYLES[claim.certainty])
    if alone and claim.figure:
        known = (claim.figure.scope, place_in_words(claim.place), days_in_words(claim.days))
        line.append("".join(f", {words}" for words in known if words))
    if claim.perpetrator:
        line.append(f", {by_whom(claim)}", style="dim")
    return line.append(f"  {claim.id[:SHORT_ID]}", style="cyan")


def block(group: Group, masks: Masks) -> Text:
    """Return the block of one happening: its place, days and type, and under it what each source says."""
    mask = masks.of(group.claims[0].report_id)
    lines = [heading(group, mask)]
    for claims in by_source(group.claims):
        shown = [mask.claim(claim) for claim in claims]
        source = Text.assemble("    ", sources_in_words(shown[0]), (f" ({source_kinds(shown[0])})", "dim"), ": ")
        figures = [figure_line(claim, alone=group.totals) for claim in shown]
        lines += [source + figures[0]] if len(figures) == 1 else [source, *(Text("      ") + one for one in figures)]
    return Text("\n").join((*lines, Text()))


def group_document(group: Group, masks: Masks) -> dict[str, Any]:
    """Return the group as a JSON object: its sources in order, each with its figures as flat rows."""
    mask = masks.of(group.claims[0].report_id)
    name = mask.text(group.report_name)
    sources = []
    for claims in by_source(group.claims):
        shown = [mask.claim(claim) for claim in claims]
        rows = [row_of(StoredClaim(seq=0, report_name=name, claim=claim)) for claim in shown]
        entry = {"source": worded_sources(shown[0]), "source_kind": source_kinds(shown[0]), "figures": rows}
        sources.append(entry)
    return {"report": name, "incident": mask.maybe(group.incident), "totals": group.totals, "sources": sources}
