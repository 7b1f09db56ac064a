"""Make the list of points that stand for whole countries, from the outlines that the workbench draws.

    python tools/country_points.py DATA/geo/countryInfo.txt src/sijill/ground/data/country_points.csv

The outlines are Natural Earth's (public domain) as `world-atlas` packs them: TopoJSON, whose arcs are steps on a grid.
A country's point is the middle of its land by area: of its largest piece where that has most of it, so that the point
of the United States lies between its coasts, else of all pieces (islands).
"""

from __future__ import annotations

import csv
import json
import math
import sys
from collections import defaultdict
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any, Final, NamedTuple

OUTLINES: Final = Path(__file__).parents[1] / "src/sijill/serve/web/vendor/countries-50m.json"
MOST: Final = 0.6
"""Share of a country's area from which its largest piece stands for all of it."""
HALF_ROUND: Final = 180
Point = tuple[float, float]


class Piece(NamedTuple):
    """A piece of land: its area (in square degrees of the equator) and its middle, longitude first."""

    area: float
    middle: Point


def rings_of(shape: dict[str, Any], arcs: list[list[Point]]) -> list[list[Point]]:
    """Return the outer ring of each polygon of a shape."""
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape.get("arcs", [])
    return [[point for arc in polygon[0] for point in along(arcs, arc)] for polygon in polygons]


def along(arcs: list[list[Point]], number: int) -> list[Point]:
    """Return an arc's points; a number below zero is its complement, walked backwards."""
    return arcs[number] if number >= 0 else arcs[~number][::-1]


def unpacked(topology: dict[str, Any]) -> list[list[Point]]:
    """Return the arcs in degrees."""
    (wide, high), (left, low) = topology["transform"]["scale"], topology["transform"]["translate"]
    return [
        [(x * wide + left, y * high + low) for x, y in accumulate(arc, lambda a, b: (a[0] + b[0], a[1] + b[1]))]
        for arc in topology["arcs"]
    ]


def piece_of(ring: list[Point]) -> Piece:
    """Return a ring's area and middle, on a map that keeps areas (longitude by the sine of the latitude)."""
    flat = [(lon, math.degrees(math.sin(math.radians(lat)))) for lon, lat in unbroken(ring)]
    cross = [(a[0] * b[1] - b[0] * a[1], a, b) for a, b in pairwise([*flat, flat[0]])]
    twice = sum(c for c, _, _ in cross) or 1e-12
    x, y = (sum((a[at] + b[at]) * c for c, a, b in cross) / (3 * twice) for at in (0, 1))
    return Piece(abs(twice) / 2, (x, math.degrees(math.asin(math.radians(y)))))


def unbroken(ring: list[Point]) -> list[Point]:
    """Return a ring without jumps from one side of the date line to the other; all east of Greenwich if it has one."""
    jumps = any(abs(b[0] - a[0]) > HALF_ROUND for a, b in pairwise(ring))
    return [(lon % 360, lat) for lon, lat in ring] if jumps else ring


def point_of(pieces: list[Piece]) -> Point:
    """Return the point that stands for a country."""
    whole, largest = sum(p.area for p in pieces), max(pieces)
    if largest.area >= MOST * whole:
        return largest.middle
    first = largest.middle[0]
    near = [p._replace(middle=(first + (p.middle[0] - first + 180) % 360 - 180, p.middle[1])) for p in pieces]
    longitude, latitude = (sum(p.area * p.middle[at] for p in near) / whole for at in (0, 1))
    return longitude, latitude


def main(info: Path, target: Path) -> None:
    """Write the list: country, latitude, longitude."""
    lines = (line.split("\t") for line in info.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    code_of = {fields[2]: fields[0] for fields in lines if len(fields) > 2 and fields[2].isdigit()}
    topology = json.loads(OUTLINES.read_text(encoding="utf-8"))
    arcs, land = unpacked(topology), defaultdict[str, list[Piece]](list)
    for shape in topology["objects"]["countries"]["geometries"]:
        if code := code_of.get(str(shape.get("id", ""))):
            land[code] += [piece_of(ring) for ring in rings_of(shape, arcs)]
    points = {code: point_of(pieces) for code, pieces in land.items() if pieces}
    with target.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(["country", "latitude", "longitude"])
        rows.writerows(
            [code, f"{lat:.2f}", f"{(lon + 180) % 360 - 180:.2f}"] for code, (lon, lat) in sorted(points.items())
        )


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
