"""Which exports there are: every profile by its name, with the form that it has unless another is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sijill.errors import UsageError
from sijill.serve.exports.acled import acled_sheet
from sijill.serve.exports.facts import all_facts
from sijill.serve.exports.ftm import ftm_records
from sijill.serve.exports.geojson import geojson_of
from sijill.serve.exports.hxl import hxl_sheet
from sijill.serve.exports.incidents import claims_sheet, incidents_sheet
from sijill.serve.exports.mse import Overlap, mse_sheet
from sijill.serve.exports.plover import plover_records
from sijill.serve.exports.ucdp import ucdp_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sijill.serve.exports.sheet import Records, Sheet
    from sijill.serve.linked import Linked


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What an export may be told: a rule of counting, the measure and the overlap of a matrix."""

    rule: str = "ucdp"
    measure: str = "killed"
    overlap: Overlap = field(default_factory=Overlap)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One shape: how it is made, its form unless told, and whether it is a table, which any file form holds."""

    make: Callable[[Linked, Asked], Sheet | Records]
    form: str = "csv"
    table: bool = True


PROFILES: Final[Mapping[str, Profile]] = {
    "incidents": Profile(make=lambda shelf, asked: incidents_sheet(all_facts(shelf), asked.rule)),
    "claims": Profile(make=lambda shelf, _: claims_sheet(shelf.book, shelf.masks)),
    "ucdp": Profile(make=lambda shelf, _: ucdp_sheet(all_facts(shelf))),
    "acled": Profile(make=lambda shelf, _: acled_sheet(all_facts(shelf))),
    "hxl": Profile(make=lambda shelf, asked: hxl_sheet(all_facts(shelf), asked.rule)),
    "mse": Profile(make=lambda shelf, asked: mse_sheet(all_facts(shelf), asked.measure, asked.overlap)),
    "geojson": Profile(
        make=lambda shelf, asked: geojson_of(incidents_sheet(all_facts(shelf), asked.rule)), form="geojson", table=False
    ),
    "plover": Profile(make=lambda shelf, _: plover_records(all_facts(shelf)), form="jsonl", table=False),
    "ftm": Profile(make=lambda shelf, _: ftm_records(all_facts(shelf)), form="jsonl", table=False),
}


def profile_of(name: str) -> Profile:
    """Return a profile; UsageError where there is none of this name."""
    found = PROFILES.get(name)
    if found is None:
        msg = f"there is no export {name!r}: use one of {', '.join(PROFILES)}"
        raise UsageError(msg)
    return found


def export_of(name: str, shelf: Linked, asked: Asked | None = None) -> Sheet | Records:
    """Return a linked register in a shape, ready for `files.encoded`."""
    return profile_of(name).make(shelf, asked or Asked())
