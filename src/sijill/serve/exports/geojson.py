"""Incidents as a GeoJSON feature collection (RFC 7946): a point where coordinates are known, else no geometry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sijill.serve.exports.sheet import Records

if TYPE_CHECKING:
    from sijill.serve.exports.sheet import Row, Sheet

COORDINATES = ("latitude", "longitude")


def geojson_of(sheet: Sheet) -> Records:
    """Return the rows of a table that has latitude and longitude as features; place precision stays a property."""
    features = [feature_of(dict(row)) for row in sheet.rows]
    collection: dict[str, Any] = {"type": "FeatureCollection", "features": features}
    return Records(name=sheet.name, documents=[collection], left_out=sheet.left_out, whole=True)


def feature_of(row: Row) -> dict[str, Any]:
    """Return a row as a feature; longitude stands first in a point."""
    latitude, longitude = row.get("latitude"), row.get("longitude")
    point = None if latitude is None or longitude is None else {"type": "Point", "coordinates": [longitude, latitude]}
    properties = {name: cell for name, cell in row.items() if name not in COORDINATES}
    return {"type": "Feature", "id": row.get("incident"), "geometry": point, "properties": properties}
