"""Counted people as worded -> their category and group, as the annotation guidelines have them.

Invariant: pure and total; None where the words do not say ("people", "others", "the dead").
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from sijill.ground.actors.scan import Hit, hits, words_of
from sijill.ground.places import country_of_demonym

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOGETHER = re.compile(
    r"\s*[,;/]\s*|\s+(?:and|or|as well as|along with|plus)\s+(?:their\s+|his\s+|its\s+)?|\s*&\s*|\s+(?:mostly|mainly|"
    r"most of them|many of them|some of them|including|among them|both)\s+",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:of|from|belonging to|affiliated with|affiliated to|linked to|loyal to|allied with|in|with|who|that|which|at|"
    r"working for|by|near|for|on|aboard|to)\b",
    re.IGNORECASE,
)
_BELONGING = re.compile(
    r"\b(?:of|from|belonging to|affiliated with|affiliated to|linked to|loyal to|allied with|in|with|working for|for)"
    r"\s+(.*)",
    re.IGNORECASE | re.DOTALL,
)


_ANYBODY: Final = frozenset(["", "people", "persons", "person", "others", "men", "man", "bodies", "body", "victims"])
_MORE: Final = re.compile(r"\b(?:others?|(?<!or )more(?! than)|another)\b", re.IGNORECASE)
_STATES: Final = frozenset(["dead", "wounded", "injured"])


@lru_cache(maxsize=4096)
def category_of_people(worded: str, context_country: str | None = None) -> str | None:
    """Return the guidelines' category of the people; "mixed" where their words name several; None where unclear.

    `context_country` chooses among the rows of a name that fights on different sides in different countries; without
    one the first row of the list counts.
    """
    found = {category for part in _parts(worded) if (category := _of_part(part, context_country))}
    return "mixed" if len(found) > 1 else next(iter(found), None)


def is_anybody(worded: str | None) -> bool:
    """Tell whether words say no more than that people were counted ("people", "others", "Syrians", none at all)."""
    named = (worded or "").lower().removeprefix("the ")
    return named in _ANYBODY | _STATES or (" " not in named and country_of_demonym(named.title()) is not None)


def is_more(worded: str) -> bool:
    """Tell whether words count people beside others counted before ("ten others", "dozens more", "another")."""
    return _MORE.search(worded) is not None


def _parts(worded: str) -> list[str]:
    return [part for part in _TOGETHER.split(worded) if part and part.strip()]


def _of_part(part: str, country: str | None) -> str | None:
    """Return what one coordinated part says: its head first, then what the head belongs to."""
    head, belonging = _split(part)
    found = hits(words_of(head), country)
    inside = _kind_inside(found)
    if inside.decided:
        return inside.kind
    outside = _of_part(belonging, country) if belonging else None
    return _armed(outside, inside) if outside else inside.kind


def _split(part: str) -> tuple[str, str]:
    cut = _WITHIN.search(part, 1)
    belonging = _BELONGING.search(part, cut.start()) if cut else None
    return (part[: cut.start()] if cut else part), (belonging[1] if belonging else "")


class _Inside:
    """What a head says: `kind` as far as it goes, and whether that is settled whatever it belongs to."""

    __slots__ = ("decided", "kind")

    def __init__(self, kind: str | None, *, decided: bool) -> None:
        self.kind = kind
        self.decided = decided


def _kind_inside(found: Sequence[Hit]) -> _Inside:
    if not found:
        return _Inside(None, decided=False)
    if any(hit.term.role == "turned" for hit in found):
        return _Inside("armed_group", decided=True)
    head, beside = found[-1].term, [hit.term for hit in found[:-1] if hit.term.kind]
    if head.role in ("fixed", "name"):
        return _Inside(head.kind, decided=True)
    named = [term for term in beside if term.role in ("name", "modifier")] or beside
    if named and (
        head.role != "default" or head.kind in ("state_forces", "armed_group") or named[-1].kind == "aid_or_medical"
    ):
        return _Inside(named[-1].kind, decided=True)
    return _Inside(head.kind if head.role != "neutral" else None, decided=False)


def _armed(outside: str, inside: _Inside) -> str:
    """Return the category of "fighters of X" from X's: a civilian body's fighters are still fighters."""
    armed = inside.kind in ("state_forces", "armed_group")
    return inside.kind if armed and inside.kind and outside not in ("state_forces", "armed_group") else outside


@lru_cache(maxsize=4096)
def group_of_people(worded: str) -> str | None:
    """Return "women", "children" or "elderly" where all the people are said to be so, else None."""
    groups = [_group_of_part(part) for part in _parts(worded)]
    return groups[0] if groups and len(set(groups)) == 1 else None


def _group_of_part(part: str) -> str | None:
    found = [hit.term for hit in hits(words_of(_split(part)[0]))]
    return next((term.group for term in reversed(found) if term.group), None)
