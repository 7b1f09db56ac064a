"""The day that stands with a claim's very own verb, where it is surer than the time that the reader points to.

"Three died on Monday, after 14 were killed on Sunday"; "... on Monday. Two days earlier a strike killed 12".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from sijill.ground.narrative import Dated

_SETTING_APART: Final = frozenset({"after", "before"})
_BESIDE: Final = 6
"""Words between a time of saying and its verb, at most."""
_FROM_TOLD: Final = re.compile(r"\b(?:days?|weeks?|months?) (?:earlier|later|before|ago)\Z|^(?:the )?same day\Z")


def said_beside(times: Sequence[Dated], verb: Token, pointed: Dated) -> Dated | None:
    """Return the one day told with a verb that dates it instead of the time pointed to; None where none does.

    `times` are those of the verb's sentence. It does where the verb stands in a clause that "after" or "before" sets
    apart from the rest, or where it counts from a day told of in another sentence.
    """
    here = [time for time in times if time.verb == verb.i or _is_in_front(time)]
    days = [time for time in here if not time.bound and (not time.reporting or _is_in_front(time)) and _is_day(time)]
    if len(here) != 1 or not days or pointed.verb == verb.i:
        return None
    apart = pointed.sentence == days[0].sentence and _is_set_apart(verb)
    counted = pointed.sentence != days[0].sentence and _FROM_TOLD.search(days[0].days.rule or "") is not None
    return days[0] if apart or counted else None


def _is_in_front(time: Dated) -> bool:
    """Tell whether a time that counts from another is far from the verb of saying that the parser gives it to.

    "Two days earlier a strike there killed 12, the Observatory said": nothing was said two days earlier.
    """
    counted = _FROM_TOLD.search(time.days.rule or "") is not None
    return counted and time.reporting and time.verb - time.token > _BESIDE


def _is_day(time: Dated) -> bool:
    return time.days.first is not None and time.days.first == time.days.last


def _is_set_apart(verb: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ in _SETTING_APART for child in verb.children)
