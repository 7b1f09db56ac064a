"""Figures and happenings against a gold: the counts of `score.py`'s definitions, kept by document.

A figure is found where a predicted number of the same measure overlaps it; `core` is value, comparator, category,
source kind, certainty and scope; `full` adds source, days and place. A happening is found where triggers overlap or
the predicted trigger lies in the gold's quote.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

EXACT = ("comparator", "category", "source_kind", "modality", "scope", "happening")
CORE = ("value", "comparator", "category", "source_kind", "modality", "scope")
FULL = (*CORE, "source", "days", "place")
FIELDS = ("value", *EXACT, "source", "days", "place", "country", "perpetrator", "victims")
HAPPENING_FIELDS = ("perpetrator", "target", "place", "source", "source_kind", "modality", "days")
GROUPS = {
    "battle": "armed_clash government_regains_territory non_state_actor_overtakes_territory",
    "explosion": "air_drone_strike shelling_artillery_missile remote_explosive_ied suicide_bomb chemical_weapon "
    "grenade",
    "against_civilians": "attack abduction_forced_disappearance sexual_violence",
    "protest": "peaceful_protest protest_with_intervention excessive_force_against_protesters",
    "riot": "violent_demonstration mob_violence",
    "strategic": "agreement arrests change_to_group_activity disrupted_weapons_use base_established "
    "looting_property_destruction non_violent_transfer_of_territory defection displacement other",
    "words": "condemn demand threaten deny claim_responsibility sanction negotiate aid",
}
GROUP = {kind: group for group, kinds in GROUPS.items() for kind in kinds.split()}
_SMALL = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "at",
        "by",
        "for",
        "to",
        "and",
        "or",
        "its",
        "his",
        "their",
        "some",
        "from",
        "with",
    ]
)
_LONGEST_NUMBER = 40

Line = dict[str, Any]


@dataclass(slots=True, kw_only=True)
class Tally:
    """What one document adds: counts of gold, predicted, found, and the found that are right by field."""

    gold: int = 0
    predicted: int = 0
    found: int = 0
    right: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)


def words(text: str | None) -> set[str]:
    """Return the words that count when two wordings are compared: no articles, accents or plural endings."""
    plain = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"\b(al|el|ash|as|ar|an|ad)-", "", plain)
    return {re.sub(r"s$", "", w) for w in re.findall(r"[a-z0-9]+", plain)} - _SMALL


def same_words(a: str | None, b: str | None) -> bool:
    """Tell whether two wordings share at least half of their words (both empty counts as the same)."""
    left, right = words(a), words(b)
    if not left or not right:
        return not left and not right
    return 4 * len(left & right) >= len(left) + len(right)


def same_day(a: str | None, b: str | None) -> bool:
    """Tell whether two ISO days lie within a day of each other (both missing counts as the same)."""
    if not a or not b:
        return not a and not b
    return abs((date.fromisoformat(a[:10]) - date.fromisoformat(b[:10])).days) <= 1


def span(claim: Line, text: str, inner: str) -> tuple[int, int]:
    """Return the characters of a claim's number or trigger; `inner` is the field that holds its words."""
    if claim.get("start") is not None:
        return claim["start"], claim["end"]
    at = _quote_at(claim, text)
    start = at + claim["quote"].find(claim[inner])
    return start, start + len(claim[inner])


def _quote_at(claim: Line, text: str) -> int:
    at = -1
    for _ in range(claim.get("nth", 0) + 1):
        at = text.find(claim["quote"], at + 1)
    if at < 0:
        msg = f"the quote {claim['quote']!r} is not in its text"
        raise ValueError(msg)
    return at


def overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Tell whether two stretches share a character."""
    return a[0] < b[1] and b[0] < a[1]


def right_fields(gold: Line, got: Line) -> dict[str, bool]:
    """Return, field by field, whether a found figure is right."""
    verdict = {name: gold.get(name) == got.get(name) for name in EXACT}
    verdict["value"] = all(gold.get(n) == got.get(n) for n in ("value", "value_high")) and same_words(
        gold.get("vague"), got.get("vague")
    )
    for name in ("source", "place", "perpetrator", "victims"):
        verdict[name] = same_words(gold.get(name), got.get(name))
    verdict["country"] = (gold.get("country") or "").upper() == (got.get("country") or "").upper()
    verdict["days"] = _same_days(gold, got)
    return verdict


def _same_days(gold: Line, got: Line) -> bool:
    return same_day(gold.get("from"), got.get("from")) and same_day(gold.get("to"), got.get("to"))


Matches = list[tuple[Line, Line]]
"""Each found one of the gold with the predicted one that finds it."""


def matched_figures(text: str, gold: Sequence[Line], got: Sequence[Line]) -> Matches:
    """Return the figures of one document that are found; each predicted one finds one of the gold."""
    have = [(span(c, text, "number"), c) for c in got]
    pairs: Matches = []
    for g in gold:
        at = span(g, text, "number")
        found = next((i for i, (there, p) in enumerate(have)
                      if overlap(at, there) and _is_number(there) and p["measure"] == g["measure"]), None)  # fmt: skip
        if found is not None:
            pairs.append((g, have.pop(found)[1]))
    return pairs


def _is_number(at: tuple[int, int]) -> bool:
    return at[1] - at[0] <= _LONGEST_NUMBER


def figures(text: str, gold: Sequence[Line], got: Sequence[Line]) -> Tally:
    """Compare the figures of one document."""
    have = [c for c in got if _is_number(span(c, text, "number"))]
    pairs = matched_figures(text, gold, have)
    tally = Tally(gold=len(gold), predicted=len(have))
    for g, c in pairs:
        _judge(tally, g, c)
    there, used = {id(g) for g, _ in pairs}, {id(c) for _, c in pairs}
    tally.errors += [f"missed {g['measure']}: {g['quote']!r}" for g in gold if id(g) not in there]
    tally.errors += [
        f"spurious {c['measure']}: {_around(text, span(c, text, 'number'))!r}" for c in have if id(c) not in used
    ]
    return tally


def _judge(tally: Tally, gold: Line, got: Line) -> None:
    verdict = right_fields(gold, got)
    tally.found += 1
    tally.right.update({name: int(ok) for name, ok in verdict.items()})
    tally.right["core"] += all(verdict[f] for f in CORE)
    tally.right["full"] += all(verdict[f] for f in FULL)
    tally.errors += [
        f"{name}: {gold['quote']!r} is {_shown(gold, name)}, read as {_shown(got, name)}"
        for name in FULL
        if not verdict[name]
    ]


def _shown(claim: Line, name: str) -> str:
    return f"{claim.get('from')}..{claim.get('to')}" if name == "days" else repr(claim.get(name))


def _around(text: str, at: tuple[int, int]) -> str:
    return text[max(0, at[0] - 30) : at[1] + 30]


def matched_happenings(text: str, gold: Sequence[Line], got: Sequence[Line]) -> Matches:
    """Return the happenings of one document that are found; each predicted one finds one of the gold."""
    have = [(span(h, text, "trigger"), h) for h in got]
    pairs: Matches = []
    for g in gold:
        trigger, quote = span(g, text, "trigger"), _quote_at(g, text)
        whole = (quote, quote + len(g["quote"]))
        near = [i for i, (at, _) in enumerate(have) if _touches(at, trigger, whole)]
        if near:
            best = min(near, key=lambda i: _distance(have[i], g, trigger))
            pairs.append((g, have.pop(best)[1]))
    return pairs


def happenings(text: str, gold: Sequence[Line], got: Sequence[Line]) -> Tally:
    """Compare the happenings of one document."""
    pairs = matched_happenings(text, gold, got)
    tally = Tally(gold=len(gold), predicted=len(got))
    for g, h in pairs:
        _judge_happening(tally, g, h)
    there, used = {id(g) for g, _ in pairs}, {id(h) for _, h in pairs}
    tally.errors += [f"missed {g['happening']}: {g['quote']!r}" for g in gold if id(g) not in there]
    tally.errors += [
        f"spurious {h['happening']}: {_around(text, span(h, text, 'trigger'))!r}" for h in got if id(h) not in used
    ]
    return tally


def _touches(at: tuple[int, int], trigger: tuple[int, int], quote: tuple[int, int]) -> bool:
    return overlap(at, trigger) or (quote[0] <= at[0] and at[1] <= quote[1])


def _distance(have: tuple[tuple[int, int], Line], gold: Line, trigger: tuple[int, int]) -> tuple[bool, bool, bool]:
    at, got = have
    kind = got["happening"]
    return kind != gold["happening"], GROUP.get(kind) != GROUP[gold["happening"]], not overlap(at, trigger)


def _judge_happening(tally: Tally, gold: Line, got: Line) -> None:
    tally.found += 1
    tally.right["group"] += GROUP.get(got["happening"]) == GROUP[gold["happening"]]
    tally.right["type"] += got["happening"] == gold["happening"]
    for name in ("perpetrator", "target", "place", "source"):
        tally.right[name] += same_words(gold.get(name), got.get(name))
    for name in ("source_kind", "modality"):
        tally.right[name] += gold.get(name) == got.get(name)
    tally.right["days"] += _same_days(gold, got)


def f1(tallies: Sequence[Tally], what: str = "found") -> float:
    """Return the F1 of what is found (or of those right in `what`) over documents."""
    hit = sum(t.found if what == "found" else t.right[what] for t in tallies)
    total = sum(t.gold + t.predicted for t in tallies)
    return 2 * hit / total if total else 1.0


def of_found(tallies: Sequence[Tally], name: str) -> float:
    """Return the share of the found that are right in a field."""
    found = sum(t.found for t in tallies)
    return sum(t.right[name] for t in tallies) / found if found else 0.0


def compared(
    reports: Mapping[str, Line], gold: Mapping[str, Line], predicted: Mapping[str, Line]
) -> Iterator[tuple[str, Tally, Tally]]:
    """Yield (id, figures' tally, happenings' tally) of every annotated report."""
    for key, line in gold.items():
        text, got = reports[key]["text"], predicted.get(key, {})
        yield (
            key,
            figures(text, line.get("claims", []), got.get("claims", [])),
            happenings(text, line.get("happenings", []), got.get("happenings", [])),
        )
