"""Times that only say what something is compared with: "the worst attack since January" happened in no January."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sijill.values import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_UNIT: Final = r"(?:hours?|days?|weeks?|months?|years?)\b"
_OWN: Final = r"(?:the|an|its|his|her|their|our|\w+['\u2019]s)"
_HIGHEST: Final = (
    r"(?:biggest|bloodiest|boldest|deadliest|fiercest|gravest|greatest|heaviest|highest|largest|longest|lowest"
    rf"|strongest|worst|(?<!\bat ){_OWN} most (?!of\b|were\b|are\b|have\b)\w+|{_OWN} (?:only|single)(?! \d)"
    rf"|first(?! (?:\w+ ){{0,2}}{_UNIT}))"
)
"""Not "most attacks", which are more than half of them, nor "only 14 men", which are few."""
_COMPARED: Final = re.compile(
    rf"\b{_HIGHEST}(?P<what>"
    rf"(?:\s+(?!and\b|but\b|have\b|has\b|had\b|were\b|was\b|which\b|who\b)[\w'\u2019-]+){{0,9}})\s*\Z"
)
_YARDSTICK: Final = re.compile(r"\b(?:in|for) (?:\w+ ){0,2}(?:weeks|months|years|decades?|memory)\b")
"""What the highest is compared with already: "the worst fighting in years since Monday" began on Monday."""
_WHOLE: Final = re.compile(
    r"\b(?:of|in) (?:the|this|that|its|their) (?:[\w-]+ ){0,2}(?:campaign|conflict|uprising|war)\b"
)
_DAY: Final = re.compile(r"since (?:\w+ )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|dawn|midnight)\b")
"""A day is too short a while to compare what is the highest "of the war" with."""
_COMPLETED: Final = re.compile(r"\s*,?\s*(?:when|(?:after|during) which|(?P<event>in which))\b")
_BARE: Final = 3
"""Words of a "since" time that tells of nothing itself: "since January", "since last May"."""


def is_compared(before: Words, worded: str) -> bool:
    """Tell whether a "since" time closes a comparison; `before` is what its sentence says up to it.

    Not where the highest does something by then: "the largest hospital received 120 bodies since Sunday".
    """
    said, since = before.text_with_ws.lower(), worded.lower()
    found = _COMPARED.search(said) if since.startswith("since") else None
    if found is None or _YARDSTICK.search(found["what"]) or (_DAY.match(since) and _WHOLE.search(found["what"])):
        return False
    start = before.start_char + found.start()
    return not any(_is_done(word, start) for word in before if word.idx >= start)


def _is_done(word: Token, start: int) -> bool:
    """Tell whether a word is a verb whose subject stands after `start`, and that tells of no noun ("that hit us")."""
    if word.pos_ not in {"AUX", "VERB"} or word.dep_.startswith("acl"):
        return False
    return any(child.dep_.startswith("nsubj") and start <= child.idx < word.idx for child in word.children)


def tells_nothing(worded: str) -> bool:
    """Tell whether a "since" time is one of the calendar alone, in which nothing is told of."""
    return len(worded.split()) <= _BARE


def told_of(time: Span, text: str, end: int) -> Span | None:
    """Return a time with the clause up to `end` that tells what happened then: "since May, when gunmen killed 20".

    Not "in which" after a bare month: people are killed in what is compared, "the worst attack since May, in which".
    """
    found = _COMPLETED.match(text, time.end)
    if found is None or (found["event"] and tells_nothing(time.of(text))):
        return None
    return Span(start=time.start, end=end)
