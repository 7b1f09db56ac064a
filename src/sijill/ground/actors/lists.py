"""The lists of actors and of words for people, as phrases to look up.

`actors.csv` names groups and forces (name, variants, kind, side, country: where the row holds, if the name has
several); `actor_words.csv` common nouns, with their role:

- fixed: the word alone decides ("civilians", "policemen");
- default: it decides unless a name or modifier beside it says otherwise ("fighters" of the army);
- modifier: it colours a head beside it and decides only where there is nothing better ("government");
- turned: it turns state forces beside it into an armed group ("mutinous soldiers");
- neutral: it says nothing ("members", "people"), so that what stands around it does.

Invariant: a row that breaks the schema is refused with DataError, never skipped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sijill.errors import DataError
from sijill.ground.places.keys import exact_key
from sijill.ground.places.lists import parted, rows
from sijill.model import CATEGORIES

POSSESSIVE = re.compile(r"(?<=\w)['\u2019]s\b")
ROLES = ("name", "fixed", "default", "modifier", "turned", "neutral")
SIDES = (
    "", "government", "opposition", "jihadist", "kurdish", "separatist", "militia", "palestinian", "criminal",
    "coalition", "foreign", "intergovernmental", "civilians", "protesters", "neutral",
)  # fmt: skip
GROUPS = ("", "women", "children", "elderly")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A name or word for people: what it makes of them."""

    role: str
    kind: str | None = None
    side: str | None = None
    group: str | None = None
    name: str | None = None
    country: str | None = None

    def __post_init__(self) -> None:
        """Refuse a value outside the schema with DataError."""
        checks = ((self.role, ROLES), (self.kind or "", ("", *CATEGORIES)), (self.side or "", SIDES))
        for value, allowed in (*checks, (self.group or "", GROUPS)):
            if value not in allowed:
                msg = f"actor lists: unknown value {value!r}: not one of {', '.join(allowed)}"
                raise DataError(msg)


@cache
def terms() -> dict[str, tuple[Term, ...]]:
    """Return every name and word by its key, in the order of the lists.

    Keys are lower case without punctuation; an acronym's is the acronym as it stands.
    """
    found: dict[str, list[Term]] = {}
    for row in rows("actors.csv"):
        term = Term(
            role="name",
            kind=row["kind"] or None,
            side=row["side"] or None,
            name=row["name"],
            country=row["country"] or None,
        )
        for name in dict.fromkeys(key for form in [row["name"], *parted(row["variants"])] for key in _keys(form)):
            found.setdefault(name, []).append(term)
    for row in rows("actor_words.csv"):
        term = Term(role=row["role"], kind=row["kind"] or None, side=row["side"] or None, group=row["group"] or None)
        for word in map(exact_key, parted(row["words"])):
            found.setdefault(word, []).append(term)
    return {key: tuple(several) for key, several in found.items()}


def _keys(name: str) -> tuple[str, ...]:
    """Return how a name is looked up: an acronym as it stands, "Assad's forces" also without its possessive."""
    if name.isupper() and name.isalnum():
        return (name,)
    return exact_key(name), exact_key(POSSESSIVE.sub("", name))


@cache
def lengths() -> dict[str, tuple[int, ...]]:
    """Return, by its first word in lower case, how many words the phrases of the lists have, the most first."""
    found: dict[str, set[int]] = {}
    for key in terms():
        first, *more = key.split(" ")
        found.setdefault(first.lower(), set()).add(len(more) + 1)
    return {first: tuple(sorted(several, reverse=True)) for first, several in found.items()}
