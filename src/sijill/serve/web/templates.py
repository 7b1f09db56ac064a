"""Pages from templates: every value is escaped, and a name that a template does not know is an error."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from sijill.model import CATEGORIES, CERTAINTIES, HAPPENINGS, MEASURES, SCOPES, SOURCE_KINDS
from sijill.review import GRADES
from sijill.serve.tables import SHORT_ID
from sijill.serve.web.reviewer import name_in
from sijill.serve.web.tiles import ADDRESS
from sijill.serve.wording import counted, one_line, shown

if TYPE_CHECKING:
    from fastapi import Request

LONGEST_NUMBER = 16  # digits
LISTS = {
    "measures": MEASURES,
    "categories": CATEGORIES,
    "happenings": HAPPENINGS,
    "certainties": CERTAINTIES,
    "scopes": SCOPES,
    "source_kinds": SOURCE_KINDS,
    "grades": GRADES,
}


@cache
def environment() -> Environment:
    """Return the templates."""
    made = Environment(
        loader=PackageLoader("sijill.serve.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    made.filters |= {"line": one_line, "shown": shown, "spaced": spaced, "short": short}
    made.globals |= {"counted": counted, "lists": LISTS}
    return made


def spaced(word: str | None) -> str:
    """Return "armed clash" for "armed_clash"."""
    return (word or "").replace("_", " ")


def short(id_: str) -> str:
    """Return the beginning of an id that people are shown."""
    return id_[:SHORT_ID]


def page(request: Request, name: str, status: int = 200, **values: Any) -> HTMLResponse:  # noqa: ANN401 -- what a template shows
    """Return a page, or the fragment of one."""
    desk = request.app.state.desk
    told = {
        "reviewer": name_in(request, desk),
        "unmasked": desk.unmasked,
        "tiles": ADDRESS if desk.tiles else None,
        "path": request.url.path,
        "entered": just_entered(request),
    }
    html = environment().get_template(name).render(**told, **values)
    return HTMLResponse(html, status_code=status)


def just_entered(request: Request) -> int | None:
    """Return the number of the entry that led to the page, so that it can be undone there."""
    told = request.query_params.get("entered", "")
    return int(told) if told.isascii() and told.isdigit() and len(told) < LONGEST_NUMBER else None
