"""People told of without a number beside those who are counted: "the imam and two worshippers" are three.

Invariant: only one person is ever added, where the words right before the number, or right behind its people, name that
one alone.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from sijill.reconcile.words import tables

if TYPE_CHECKING:
    from sijill.model import Claim
    from sijill.values import Span

_NAME: Final = r"(?-i:[A-Z][\w'\u2019.-]+|al-[A-Z][\w'\u2019-]+|bin|ibn)"
_NAMED: Final = rf"(?-i:(?=[A-Z]))(?:{_NAME} ){{2,6}}"
"""A name of two words at least: one alone may be a people's or a party's."""
_ARTICLES: Final = frozenset({"a", "an", "another"})
"""Words that count one person with the one behind already: "a father and his daughter" are read as two."""
_WITH: Final = r"(?:and|along with|together with|as well as) (?:at least |up to |about |some )?\Z"
_HARMED: Final = (
    r"\b(?:abduct|arrest|assassinat|captur|detain|execut|injur|kidnapp|kill|murder|wound)(?:ed|ing|s)? |\bshot dead "
)


def names_one_more(claim: Claim, number: Span) -> bool:
    """Tell whether words beside a claim's number name one person who is harmed with those it counts."""
    clause = claim.evidence[0]
    start, end = number.start - clause.span.start, number.end - clause.span.start
    if start > 0 and _pattern().search(clause.quote[:start]) is not None:
        return True
    several = claim.figure is not None and (claim.figure.count.value or 0) > 1
    named_one = claim.figure is not None and claim.figure.worded.lower() in _ARTICLES
    return several and not named_one and 0 < end <= len(clause.quote) and _behind().match(clause.quote, end) is not None


@cache
def _behind() -> re.Pattern[str]:
    """Return the pattern of people and one beside them, behind a number: "12 children and their headmaster"."""
    roles = "|".join(sorted(tables().single))
    return re.compile(
        rf" (?:(?!and\b|including\b)[\w'\u2019-]+ ){{1,4}}(?:and|along with|together with|as well as) "
        rf"(?:the|its|their|his|her) (?:[\w'\u2019-]+ ){{0,3}}?(?:{roles})\b(?!['\u2019-])",
        re.IGNORECASE,
    )


@cache
def _pattern() -> re.Pattern[str]:
    roles = "|".join(sorted(tables().single))
    by_role = rf"(?:the|its|their|[\w'\u2019-]+['\u2019]s) (?:[\w'\u2019-]+ ){{0,3}}?(?:{roles})"
    called = rf"(?:,? {_NAME}(?: {_NAME}){{0,5}},?)?"
    person = rf"(?:{by_role}(?: of [^,;.]{{2,30}}?)?{called} |(?:(?:[\w-]+ ){{0,2}}(?:{roles}) )?{_NAMED})"
    return re.compile(rf"(?:{_HARMED}|\A){person}{_WITH}", re.IGNORECASE)
