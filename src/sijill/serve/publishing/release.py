"""The files of a release, byte for byte the same from the same book and configuration.

Invariant: nothing but the whitelisted fields of incidents, and numbers of the register's own, is in any of them.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sijill.errors import UsageError
from sijill.serve import machine
from sijill.serve.exports.facts import all_facts
from sijill.serve.exports.files import encoded
from sijill.serve.exports.geojson import geojson_of
from sijill.serve.exports.incidents import incident_row
from sijill.serve.exports.sheet import Column, LeftOut, Sheet
from sijill.serve.exports.tables import shape_of
from sijill.serve.hiding import Hiding
from sijill.serve.opening import masks_by_report
from sijill.serve.publishing.coarsening import SUPPRESSED, coarsened
from sijill.serve.publishing.methodology import methodology

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sijill.serve.exports.facts import Facts, Teller
    from sijill.serve.linked import Linked
    from sijill.serve.publishing.configuration import Configuration

MANIFEST = "SHA256SUMS"
METHODOLOGY = "methodology.md"
NO_OUTLET = "a report without an outlet"
PROTECTED_ALONE = "only protected sources tell of it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """The files of a release by name, and the table that they hold."""

    files: Mapping[str, bytes]
    sheet: Sheet


def release_of(shelf: Linked, wanted: Configuration) -> Release:
    """Return a release of a register that was opened masked; UsageError where it was not."""
    if not shelf.hides:
        msg = "a release is made of a masked register: open it without --unmasked"
        raise UsageError(msg)
    sheet = released_sheet(shelf, wanted)
    files = {f"incidents.{form}": bytes_in(sheet, form) for form in wanted.formats}
    files[METHODOLOGY] = methodology(shelf, wanted, sheet).encode()
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    return Release(files={**files, MANIFEST: sums.encode()}, sheet=sheet)


def released_sheet(shelf: Linked, wanted: Configuration) -> Sheet:
    """Return the incidents that may be published, in the order of their ids, every word masked for every report."""
    hiding = Hiding(masks_by_report(shelf.book).values(), hides=True)
    found = sorted(all_facts(shelf, hiding), key=lambda facts: facts.incident.id)
    alone = {facts.incident.id for facts in found if all(teller.protected for teller in facts.tellers)}
    kept = [facts for facts in found if wanted.only_protected or facts.incident.id not in alone]
    out = () if wanted.only_protected else tuple(LeftOut(what=id_, reason=PROTECTED_ALONE) for id_ in sorted(alone))
    rows = [coarsened(incident_row(without_protected(facts), wanted.rule), wanted) for facts in kept]
    return Sheet(name="incidents", columns=columns_of(wanted), rows=rows, left_out=out)


def without_protected(facts: Facts) -> Facts:
    """Return what may be said of an incident, without its protected sources and without the names of reports."""
    return replace(facts, tellers=tuple(published(teller) for teller in facts.tellers if not teller.protected))


def published(teller: Teller) -> Teller:
    """Return a source as a release names it: a report without an outlet not by the name of its file."""
    return replace(teller, name=NO_OUTLET) if teller.by_report else teller


def columns_of(wanted: Configuration) -> tuple[Column, ...]:
    """Return the columns of a release: whatever may be suppressed or coarsened away may be empty."""
    shape = {column.name: column for column in shape_of("incidents")}
    columns = tuple(shape[name] for name in wanted.fields)
    if wanted.days != "exact":
        columns = tuple(replace(column, type="text") if column.type == "day" else column for column in columns)
    return (*columns, Column(name=SUPPRESSED, type="text")) if wanted.suppress_below else columns


def bytes_in(sheet: Sheet, form: str) -> bytes:
    """Return the table in a form."""
    return encoded(geojson_of(sheet) if form == "geojson" else sheet, form)


def write_release(release: Release, folder: Path) -> None:
    """Write a release to a folder; UsageError where the folder holds what the release does not."""
    folder.mkdir(parents=True, exist_ok=True)
    strangers = sorted(path.name for path in folder.iterdir() if path.name not in release.files)
    if strangers:
        msg = f"{folder} holds {strangers[0]!r}, which is not of this release: name an empty folder"
        raise UsageError(msg)
    for name, data in release.files.items():
        machine.write_bytes(data, folder / name)
