"""What the map on a page asks for: its places, and the incidents of one of them."""

from __future__ import annotations

import json
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from sijill.serve.web.asking import AskedIncidents, Now, QueryIncidents, incidents_asked, question_of
from sijill.serve.web.mapped import at_spot, places

router = APIRouter()


class AskedSpot(AskedIncidents):
    """Which incidents of one place."""

    latitude: float
    longitude: float
    precision: int


@router.get("/map/places")
def map_places(now: Now, wanted: QueryIncidents) -> Response:
    """Return the places on the map, each once, with the number of its incidents; rows of a place with few of them.

    It is not paged: it grows with the places that are told of, not with the incidents, since a place sends the rows of
    eight at most. `/map/incidents` gives those of a place with more, eighty at most; `/api/v1/map` gives all, paged.
    """
    written = now.once(
        ("map places", question_of(wanted)), lambda: json.dumps(places(now, incidents_asked(now, wanted)))
    )
    return Response(written, media_type="application/json")


@router.get("/map/incidents")
def map_incidents(now: Now, wanted: Annotated[AskedSpot, Query()]) -> Response:
    """Return the first incidents of a place."""
    asked = AskedIncidents(**{name: value for name, value in wanted if name in AskedIncidents.model_fields})
    spot = (wanted.latitude, wanted.longitude, wanted.precision)
    rows = at_spot(now, incidents_asked(now, asked), spot)
    return Response(json.dumps({"rows": rows}), media_type="application/json")
