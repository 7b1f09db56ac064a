"""Phrases right around a claim that settle how certain it is, whatever the parser makes of them.

"It is not true that 12 were killed", "reports that 12 were killed are false", "a plot to kill 12 officials", "12,000
are expected to flee": the words are fixed, and stand in the claim's own sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from sijill.reading import NumberCue

if TYPE_CHECKING:
    from sijill.extract.words import Page
    from sijill.reading import TriggerCue

_FAR: Final = 200
"""Characters before a claim, and behind it, in which such words stand."""
_ON: Final = r"(?:(?!\b(?:add|and|but|insist|while)\w*)[^.;:])"
"""A letter of the same clause."""
_REPORTS: Final = r"(?:reports?|claims?|allegations?|rumou?rs?|accusations?|suggestions?|stories)"
_UNTRUE: Final = (
    r"(?:false|untrue|baseless|unfounded|groundless|incorrect|wrong|fabricat\w+|lies|a lie|nonsense|not true)"
)
_IS: Final = r"(?:is|are|was|were)"
_NOT_SO: Final = re.compile(
    rf"\b(?:it {_IS} (?:simply |just )?{_UNTRUE}|there {_IS} no truth (?:in|to) (?:\w+ ){{0,2}}{_REPORTS}) that\b"
    rf"{_ON}*\Z",
    re.IGNORECASE,
)
_THE_REPORT: Final = re.compile(rf"\b{_REPORTS} (?:that|of)\b{_ON}*\Z", re.IGNORECASE)
_IS_UNTRUE: Final = re.compile(rf"{_ON}*?\b{_IS} (?:\w+ly |all )?{_UNTRUE}\b", re.IGNORECASE)
_UNSURE: Final = re.compile(
    rf"\b(?:(?:unconfirmed|unverified) (?:\w+ )?{_REPORTS}|it (?:appears|appeared|seems|seemed))\b{_ON}{{0,80}}\Z",
    re.IGNORECASE,
)
_LIKELY: Final = re.compile(
    r"(?: [\w-]+){0,4}? (?:(?:was|were|is|are|have|has|had|been) )+(?:most )?(?:likely|probably|possibly|presumably) "
    r"(?!to )",
    re.IGNORECASE,
)
_TO_COME: Final = re.compile(
    rf"(?: [\w-]+){{0,4}}? {_IS} (?:\w+ly |also |still )?(?:expected|likely|due|set|about|poised|planned|scheduled) "
    r"(?:to (?:\w+ly )?(?:die|flee|leave|starve|be (?:killed|displaced|evacuated|released|freed|exchanged|swapped|"
    r"moved|bussed|transferred|executed|hanged|affected|allowed))\b|for (?:evacuation|release|execution|transfer)\b)",
    re.IGNORECASE,
)
_PLOTTED: Final = re.compile(
    r"\b(?:plot\w*|plans?|planned|planning|conspir\w+|attempt\w*|schemes?|tried|trying|bids?|intend\w*|intention|threat\w*|"
    r"vow\w*|wants?|wanted|orders?|ordered) to (?:\w+ly )?(?:kill|assassinate|kidnap|abduct|murder|execute|behead|hang|"
    r"massacre|slaughter|poison|bomb) (?:[\w-]+ ){0,3}\Z",
    re.IGNORECASE,
)


class Told(NamedTuple):
    """A degree of certainty, and the characters of the cleaned text that tell it."""

    degree: str
    start: int
    end: int


def told_plainly(page: Page, cue: TriggerCue) -> Told | None:
    """Return how certain fixed words around a claim make it, None where there are none."""
    start, end = page.chars(cue.start, cue.end)
    sentence, text = page.sentence(cue.start), page.text.text
    low, high = max(sentence.start_char, start - _FAR), min(sentence.end_char, end + _FAR)
    denied = _denied(text, (low, start), (end, high))
    if denied is not None:
        return denied
    counts = isinstance(cue, NumberCue)
    for pattern, degree in ((_PLOTTED, "hypothetical"), (_UNSURE, "hedged")):
        found = pattern.search(text[low:start]) if counts else None
        if found is not None:
            return Told(degree, low + found.start(), low + len(found[0].rstrip()) + found.start())
    for pattern, degree in ((_TO_COME, "hypothetical"), (_LIKELY, "hedged")):
        found = pattern.match(text, end, high) if counts else None
        if found is not None:
            return Told(degree, end + 1, found.end())
    return None


def _denied(text: str, before: tuple[int, int], behind: tuple[int, int]) -> Told | None:
    """Return the words by which a claim is called untrue."""
    low, start = before
    not_so = _NOT_SO.search(text[low:start])
    if not_so is not None:
        return Told("denied", low + not_so.start(), low + len(not_so[0].rstrip()) + not_so.start())
    untrue = _IS_UNTRUE.match(text, *behind) if _THE_REPORT.search(text[low:start]) else None
    return Told("denied", behind[0], untrue.end()) if untrue is not None else None
