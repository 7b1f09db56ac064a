"""Exports over the API: the register in every form that `sijill export` writes, and what a form has no room for."""

from __future__ import annotations

from collections import Counter
from io import StringIO
from typing import TYPE_CHECKING, Annotated, Any, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from sijill.model import MEASURES
from sijill.serve import machine
from sijill.serve.export import LINES, ExportForm, FileForm, Rows, Shaping, made_of, refuse_contradiction
from sijill.serve.exports import encoded
from sijill.serve.exports.files import text_bytes
from sijill.serve.web.api_lists import Listing
from sijill.serve.web.asking import BLANK, Now, Paged
from sijill.serve.web.paging import numbered_page

if TYPE_CHECKING:
    from sijill.serve.web.desk import Snapshot

router = APIRouter(tags=["exports"])
KINDS = {
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/jsonl",
    "geojson": "application/geo+json",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
FILE = {"schema": {"type": "string", "format": "binary"}}


class AskedExport(BaseModel):
    """What is exported: as the options of `sijill export`. It is masked as everything else of this server is."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    form: ExportForm = Field(ExportForm.CSV, alias="format")
    rows: Rows = Rows.INCIDENTS
    file: Annotated[FileForm | None, BLANK] = Field(None, alias="as")
    rule: Literal["ibc", "airwars", "ucdp", "acled"] = "ucdp"
    measure: Literal[MEASURES] = "killed"  # type: ignore[valid-type]
    least_lists: int = Field(2, ge=2, le=10**6)
    least_shared: int = Field(1, ge=1, le=10**6)

    @property
    def shaping(self) -> Shaping:
        """How it is made; UsageError where the values do not go together."""
        found = Shaping(**self.model_dump(include={*Shaping.__dataclass_fields__}))
        refuse_contradiction(self.form, found)
        return found


class AskedLeftOut(AskedExport, Paged):
    """Which page of what an export leaves out."""


@router.get(
    "/export", response_class=Response, responses={200: {"content": {k.split(";")[0]: FILE for k in KINDS.values()}}}
)
def export(now: Now, wanted: Annotated[AskedExport, Query()]) -> Response:
    """Hand over the register in a form: plain tables, GeoJSON, UCDP GED, ACLED, PLOVER, HXL, FollowTheMoney, a matrix.

    The header `Sijill-Left-Out` says how many records the form has no room for, `/export/left-out` why. To publish, use
    `/release.zip`.
    """
    shaping = wanted.shaping
    if wanted.form in LINES:
        stream = StringIO()
        machine.write_lines(LINES[wanted.form](now.shelf.book, now.shelf.hides), stream)
        return handed(text_bytes(stream.getvalue()), wanted.form, "jsonl", left_out=0)
    made, file = made_of(wanted.form, shaping, now.shelf)
    return handed(encoded(made, file), wanted.form, file, left_out=len(made.left_out))


@router.get("/export/left-out", response_model=Listing)
def left_out(now: Now, wanted: Annotated[AskedLeftOut, Query()]) -> dict[str, Any]:
    """List the reasons for which an export leaves records out, each with how many."""
    asked = wanted.model_dump_json(exclude={"cursor", "limit"})
    page = numbered_page(now.once(("left out of export", asked), lambda: reasons_of(now, wanted)), wanted)
    return {"items": [one for _, one in page.items], "total": page.total, "next": page.next}


def reasons_of(now: Snapshot, wanted: AskedExport) -> list[dict[str, Any]]:
    """Return the reasons, those of most records first."""
    shaping = wanted.shaping
    if wanted.form in LINES:
        return []
    made, _ = made_of(wanted.form, shaping, now.shelf)
    numbers = Counter(one.reason for one in made.left_out)
    return [{"reason": reason, "records": number} for reason, number in numbers.most_common()]


def handed(data: bytes, form: ExportForm, file: str, *, left_out: int) -> Response:
    """Return a file to be saved."""
    name = f"{form.value}.{file}" if form.value != file else f"export.{file}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Sijill-Left-Out": str(left_out)}
    return Response(data, media_type=KINDS[file], headers=headers)
