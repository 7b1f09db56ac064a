"""How often place words resolve rightly, and people's words to their category; 95% bootstrap intervals.

    SIJILL_DATA=... python bench/accuracy/places.py

SIJILL_DATA names a folder with data/geo/lgl.xml (Local-Global Lexicon) and gold/{dev,train}.{docs,gold}.jsonl.
Intervals are drawn over articles or reports, not over single names: names of one text are right or wrong together.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
import xml.etree.ElementTree as ET  # a local file of our own
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sijill.geometry import distance_km
from sijill.ground.actors import category_of_people
from sijill.ground.places import Gazetteer, report_context, resolve_together

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(os.environ.get("SIJILL_DATA", "."))
CLOSE_KM = 161.0  # 100 miles, the usual threshold for this corpus
DRAWS = 1000
Right = dict[str, list[bool]]
"""Right or wrong, by text."""


def share(right: Right) -> str:
    """Return the share right with its interval over texts."""
    texts = [(sum(r), len(r)) for r in right.values()]
    draw = random.Random(7)  # noqa: S311 -- a bootstrap, not a secret
    drawn = sorted(_share(draw.choices(texts, k=len(texts))) for _ in range(DRAWS))
    low, high = drawn[int(0.025 * DRAWS)], drawn[int(0.975 * DRAWS)]
    return f"{100 * _share(texts):5.1f}% [{100 * low:.1f}, {100 * high:.1f}] of {sum(n for _, n in texts)}"


def _share(texts: list[tuple[int, int]]) -> float:
    return sum(r for r, _ in texts) / max(1, sum(n for _, n in texts))


def lgl(gazetteer: Gazetteer) -> None:
    """Print how many of LGL's toponyms with coordinates land within 161 km."""
    everything, known, absent, spent = defaultdict(list), defaultdict(list), 0, 0.0
    for article in ET.parse(DATA / "data/geo/lgl.xml").getroot():  # noqa: S314 -- a local file of our own
        marked = [t for t in article.iter("toponym") if t.find("gaztag/lat") is not None]
        names = [t.findtext("phrase") or "" for t in marked]
        began = time.process_time()
        text = article.findtext("text") or ""
        context = report_context(names, text, None, gazetteer)
        places = resolve_together(names, context, gazetteer, text)
        spent += time.process_time() - began
        for toponym, place in zip(marked, places, strict=True):
            right = is_close(place, toponym)
            everything[article.get("docid") or ""].append(right)
            if place.gazetteer_id is None:
                absent += 1
            if knows(gazetteer, toponym):
                known[article.get("docid") or ""].append(right)
    print("LGL, all with coordinates:            ", share(everything), f"({absent} unresolved)")
    print(
        "LGL, the true place in the gazetteer: ", share(known), f"({1000 * spent / len(everything):.1f} ms an article)"
    )


def is_close(place: Any, toponym: ET.Element) -> bool:
    """Whether a place lies within 161 km of the true one."""
    if place.latitude is None or place.longitude is None:
        return False
    true = (float(toponym.findtext("gaztag/lat") or 0), float(toponym.findtext("gaztag/lon") or 0))
    return distance_km((place.latitude, place.longitude), true) <= CLOSE_KM


def knows(gazetteer: Gazetteer, toponym: ET.Element) -> bool:
    """Whether the gazetteer has a place of this name, or of the name in the key, close to the true one."""
    names = (toponym.findtext("phrase") or "", toponym.findtext("gaztag/name") or "")
    return any(is_close(entry, toponym) for name in names for entry in gazetteer.named(name))


def gold(part: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield each report of a part of the gold with what was annotated in it."""
    docs = [json.loads(line) for line in (DATA / f"gold/{part}.docs.jsonl").open(encoding="utf-8")]
    by_id = {doc["id"]: doc for doc in docs}
    for line in (DATA / f"gold/{part}.gold.jsonl").open(encoding="utf-8"):
        marked = json.loads(line)
        yield by_id[marked["id"]], marked


def countries(part: str, gazetteer: Gazetteer) -> None:
    """Print how many of a part's places get their country, from the report's text alone and with its names given."""
    for given in (False, True):
        right, wrong, located = defaultdict(list), Counter[tuple[str | None, ...]](), defaultdict(list)
        for doc, marked in gold(part):
            claims = [c for c in marked["claims"] + marked.get("happenings", []) if c.get("place")]
            names = [c["place"] for c in claims] if given else []
            context = report_context(names, doc["text"], doc.get("outlet"), gazetteer)
            for claim in claims:
                place = gazetteer.resolve(claim["place"], context)
                right[doc["id"]].append(place.country == claim["country"])
                located[doc["id"]].append(place.latitude is not None)
                if place.country != claim["country"]:
                    wrong[claim["place"], claim["country"], place.country] += 1
        how = "names given" if given else "text alone "
        print(f"{part}, country of place, {how}: ", share(right), "| with coordinates", share(located))
        if "-v" in sys.argv:
            print("   ", wrong.most_common(40))


def categories(part: str) -> None:
    """Print how many of a part's named victims get their category (an unclear one counts as unspecified)."""
    right, sure, wrong = defaultdict(list), defaultdict(list), Counter[tuple[str | None, ...]]()
    for doc, marked in gold(part):
        for claim in marked["claims"]:
            if claim["victims"]:
                said = category_of_people(claim["victims"])
                right[doc["id"]].append((said or "unspecified") == claim["category"])
                if said:
                    sure[doc["id"]].append(said == claim["category"])
                if (said or "unspecified") != claim["category"]:
                    wrong[claim["victims"], claim["category"], said] += 1
    print(f"{part}, category of victims:            ", share(right), "| where it says one", share(sure))
    if "-v" in sys.argv:
        print("   ", wrong.most_common(80))


def main() -> None:
    """Print everything."""
    gazetteer = Gazetteer.load()
    lgl(gazetteer)
    for part in ("dev", "train"):
        countries(part, gazetteer)
        categories(part)


if __name__ == "__main__":
    main()
