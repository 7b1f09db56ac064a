"""A party as worded -> an Actor: a listed name first, then the kind of its head noun.

Invariant: the Actor keeps the words it was given; what the lists do not know has no name.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from sijill.ground.actors.people import category_of_people
from sijill.ground.actors.scan import hits, words_of
from sijill.ground.places import Gazetteer, country_of_demonym
from sijill.ground.places.entries import COUNTRY
from sijill.model import Actor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sijill.ground.actors.lists import Term
    from sijill.ground.places.entries import Entry

_SHARED_HEAD = re.compile(r"(?:the )?(?P<one>\w+) (?:and|or) (?P<other>\w+) (?P<head>[\w -]+)", re.IGNORECASE)
_FORMERLY = re.compile(r"\((?:formerly|previously|also known as|once)\b[^)]*\)?", re.IGNORECASE)


@lru_cache(maxsize=4096)
def actor_of(worded: str, context_country: str | None = None) -> Actor:
    """Return the actor: name, kind and side as far as the lists tell.

    State forces of another country than the report's are on the side "foreign".
    """
    plain = _apart(_FORMERLY.sub(" ", worded))
    words = words_of(plain)
    found = _turned([hit.term for hit in hits(words, context_country)])
    if not found and (country := _country_named(plain)):
        side = "government" if country.country == context_country else "foreign"
        return Actor(worded=worded, name=country.name, kind="state_forces", side=side)
    kind = category_of_people(plain, context_country) or _kind(found)
    country_code = _country(words)
    name = _name(found) or (_forces(country_code) if kind == "state_forces" and country_code else None)
    return Actor(worded=worded, name=name, kind=kind, side=_side(found, kind, country_code, context_country))


def _turned(found: list[Term]) -> list[Term]:
    """Return the terms without the state's forces where a word says that these turned against it."""
    turned = any(term.role == "turned" for term in found)
    return [term for term in found if not turned or term.kind != "state_forces"]


def _apart(worded: str) -> str:
    """Return "Russian and Syrian air forces" as "Russian air forces and Syrian air forces"."""
    found = _SHARED_HEAD.fullmatch(worded.strip())
    if not found or not all(country_of_demonym(found[name]) for name in ("one", "other")):
        return worded
    return f"{found['one']} {found['head']} and {found['other']} {found['head']}"


def _country_named(worded: str) -> Entry | None:
    return next((e for e in Gazetteer.load().named(worded) if e.kind == COUNTRY), None)


def _name(found: Sequence[Term]) -> str | None:
    return " and ".join(dict.fromkeys(t.name for t in found if t.role == "name" and t.name)) or None


def _forces(country: str) -> str:
    entry = Gazetteer.load().index.area(country)
    return f"State forces of {entry.name if entry else country}"


def _kind(found: Sequence[Term]) -> str | None:
    return next((term.kind for term in found if term.kind), None)


def _country(words: Sequence[str]) -> str | None:
    named = (country_of_demonym(word) or getattr(_country_named(word), "country", None) for word in words)
    return next((code for code in named if code), None)


def _side(found: Sequence[Term], kind: str | None, country: str | None, context_country: str | None) -> str | None:
    """Return the side of the names, else of the words; None where they are on different ones."""
    told = [t for t in found if t.role == "name" and t.side] or [t for t in found if t.side and t.kind in (kind, None)]
    sides = {_seen_from(term, country, context_country) for term in told}
    if not sides and kind == "state_forces" and country and context_country:
        return "foreign" if country != context_country else "government"
    return next(iter(sides)) if len(sides) == 1 else None


def _seen_from(term: Term, country: str | None, context_country: str | None) -> str | None:
    """Return the term's side as it is in the country of the report."""
    home = term.country or country
    if term.side not in ("government", "foreign") or home is None or context_country is None:
        return term.side
    if term.kind != "state_forces":
        return term.side
    return "government" if home == context_country else "foreign"
