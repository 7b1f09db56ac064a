"""Where the gold lies: the project's own in `examples/gold`, outside corpora where SIJILL_DATA names them."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[2]
OWN_GOLD = PROJECT / "examples" / "gold"
TRAINED_ISAF = Path(__file__).with_name("cases") / "isaf_in_training.txt"
"""Ids of ISAF releases that weights are or will be trained on: measured nowhere."""


def outside() -> Path | None:
    """Return the folder that SIJILL_DATA names (it holds `gold/` and `data/`), None where it is not set."""
    named = os.environ.get("SIJILL_DATA")
    return Path(named) if named else None


def lines(path: Path) -> dict[str, dict[str, Any]]:
    """Return the JSON Lines of a file by their id."""
    with path.open(encoding="utf-8") as rows:
        return {row["id"]: row for row in map(json.loads, rows)}


def fingerprint(*paths: Path) -> str:
    """Return 12 digits that change when any of the files does."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
