"""Distances and directions on the globe, in kilometres and degrees (WGS 84, taken as a sphere).

Invariant: a point that comes out has a latitude in -90..90 and a longitude in -180..180.
"""

from __future__ import annotations

from math import asin, atan2, cos, degrees, hypot, radians, sin

EARTH_RADIUS_KM = 6371.0088  # mean radius, IUGG
BEARINGS = {
    "north": 0.0,
    "northeast": 45.0,
    "east": 90.0,
    "southeast": 135.0,
    "south": 180.0,
    "southwest": 225.0,
    "west": 270.0,
    "northwest": 315.0,
}

Point = tuple[float, float]
"""Latitude and longitude in degrees."""


def distance_km(a: Point, b: Point) -> float:
    """Return the great-circle distance between two points in kilometres."""
    (lat1, lon1), (lat2, lon2) = ((radians(lat), radians(lon)) for lat, lon in (a, b))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, half**0.5))


def moved(start: Point, bearing_degrees: float, distance: float) -> Point:
    """Return the point `distance` kilometres from `start` on a bearing (0 north, 90 east)."""
    lat, lon, bearing, angle = (
        radians(start[0]),
        radians(start[1]),
        radians(bearing_degrees),
        distance / EARTH_RADIUS_KM,
    )
    to_lat = asin(max(-1.0, min(1.0, sin(lat) * cos(angle) + cos(lat) * sin(angle) * cos(bearing))))
    to_lon = lon + atan2(sin(bearing) * sin(angle) * cos(lat), cos(angle) - sin(lat) * sin(to_lat))
    return round(degrees(to_lat), 4), round((degrees(to_lon) + 540) % 360 - 180, 4)


def centre(points: list[Point]) -> Point:
    """Return the middle of some points on the globe (at least one), across the date line too."""
    x = sum(cos(radians(lat)) * cos(radians(lon)) for lat, lon in points)
    y = sum(cos(radians(lat)) * sin(radians(lon)) for lat, lon in points)
    z = sum(sin(radians(lat)) for lat, _ in points)
    return round(degrees(atan2(z, hypot(x, y))), 4), round(degrees(atan2(y, x)), 4)
