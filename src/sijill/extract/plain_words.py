"""Phrases right around a claim that settle how certain it is, whatever the parser makes of them.

"It is not true that 12 were killed", "reports that 12 were killed are false", "a plot to kill 12 officials", "12,000
are expected to flee": the words are fixed, and stand in the claim's own sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from sijill.extract.befallen import befallen, harm_told
from sijill.extract.measures import settled
from sijill.extract.words import number_in
from sijill.reading import NumberCue

if TYPE_CHECKING:
    from sijill.extract.words import Page
    from sijill.reading import TriggerCue

_FAR: Final = 200
"""Characters before a claim, and behind it, in which such words stand."""
_ON: Final = r"(?:(?!\b(?:add(?:s|ed|ing)?|but|insist\w*|said|says|while)\b)[^.;:])"
"""A letter of the same account."""
_PLAIN: Final = rf"(?:(?!\b(?:who|which|that|where|after|before|when)\b){_ON})"
"""A letter of the same clause."""
_REPORTS: Final = r"(?:reports?|claims?|allegations?|rumou?rs?|accusations?|suggestions?|stories)"
_UNTRUE: Final = r"(?:false|untrue|baseless|unfounded|groundless|incorrect|fabricat\w+|lies|a lie|nonsense|not true)"
_IS: Final = r"(?:is|are|was|were)"
_NOT_SO: Final = re.compile(
    rf"\b(?:it {_IS} (?:simply |just )?{_UNTRUE}|there {_IS} no truth (?:in|to) (?:\w+ ){{0,2}}{_REPORTS}) that\b"
    rf"{_PLAIN}*\Z",
    re.IGNORECASE,
)
_THE_REPORT: Final = re.compile(rf"\b{_REPORTS} (?:that|of)\b{_PLAIN}*\Z", re.IGNORECASE)
_IS_UNTRUE: Final = re.compile(
    rf"{_ON}*?\b(?:{_IS}(?: found(?: (?:after|on|upon) \w+)? to be)?|proved(?: to be)?|turned out to be)"
    rf" (?:\w+ly |all )?{_UNTRUE}\b",
    re.IGNORECASE,
)
_UNSURE: Final = re.compile(
    rf"\b(?:(?:unconfirmed|unverified) (?:\w+ )?{_REPORTS}(?: say| said| suggest\w*)?|it (?:appears|seems))"
    rf"(?: that)?\b{_PLAIN}{{0,80}}\Z",
    re.IGNORECASE,
)
_GAP: Final = (
    r"(?: (?!(?:and|or|but|while|others?|who|died|dead|killed|perished|wounded|injured)\b)[^\W\d][\w-]*){0,4}?"
)
"""Words of the people whom a number counts, up to the verb that is theirs."""
_LIKELY: Final = re.compile(
    rf"{_GAP} (?:(?:was|were|is|are|have|has|had|been) )+(?:most )?(?:likely|probably|possibly|presumably) "
    r"(?!to )",
    re.IGNORECASE,
)
_TO_COME: Final = re.compile(
    rf"{_GAP} {_IS} (?:\w+ly |also |still )?(?:expected|likely|due|set|about|poised|planned|scheduled) "
    r"(?:to (?:\w+ly )?(?:(?P<killed>die|be (?:killed|executed|hanged))"
    r"|(?P<displaced>flee|leave|be (?:displaced|evacuated|moved|bussed|transferred))"
    r"|(?P<released>be (?:released|freed|exchanged|swapped))|(?P<affected>starve|be affected))\b"
    r"|for (?:(?P<evacuated>evacuation|transfer)|(?P<freed>release)|(?P<executed>execution))\b)",
    re.IGNORECASE,
)
_SAME: Final = {"evacuated": "displaced", "freed": "released", "executed": "killed"}
"""The measures that names of groups stand for, since a pattern has each name once."""
_PLOTTED: Final = re.compile(
    r"\b(?:plot\w*|plans?|planned|planning|conspir\w+|attempt\w*|schemes?|tried|trying|bids?|intend\w*|intention|threat\w*|"
    r"vow\w*|wants?|wanted|orders?|ordered) to (?:\w+ly )?(?:kill|assassinate|kidnap|abduct|murder|execute|behead|hang|"
    r"massacre|slaughter|poison) (?:(?:at least|up to|more than|as many as|some|the|about|another|a|an) )?\Z",
    re.IGNORECASE,
)
_ASKED: Final = re.compile(
    r"\b(?:(?:appeal|plead|press)(?:ed|s|ing)? for|call(?:ed|s|ing)? (?:[\w'\u2019-]+ ){0,5}?for|demand(?:ed|s|ing)?"
    r"|seek(?:s|ing)?|sought|urg(?:ed|es|ing)) (?:[\w-]+ ){0,4}?(?:freeing|liberation|release) of "
    r"(?:(?:all|at least|some|the) )?\Z",
    re.IGNORECASE,
)
"""A release that is asked for: "called for the immediate release of a councilwoman"."""
_UNREAL: Final = re.compile(
    rf"{_GAP} (?:could|would) (?:\w+ )?have (?:been )?(?:\w+ly )?(?:died|injured|killed|perished|wounded)\b",
    re.IGNORECASE,
)
_CONDITION: Final = re.compile(r"\bif\b|\bhad (?:an?|he|it|she|the|they)\b", re.IGNORECASE)
"""What did not come to be: "had it gone off, as many as 30 people could have been killed"."""
_CONDEMNING: Final = re.compile(r"\b(?:condemn|sentenc)\w+ (?:at least |another |the )?\Z", re.IGNORECASE)
_TO_DEATH: Final = re.compile(r"(?: [\w-]+){0,4}? to death\b")
_HARMED: Final = re.compile(
    r"\b(?:abducted|arrested|detained|displaced|hurt|injured|kidnapped|killed|wounded)\b", re.IGNORECASE
)
"""Words that say what befell people already."""


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
    not_so = _told_before(_NOT_SO, "denied", text, low, start) if " that " in text[low:start] else None
    if not_so is not None or not isinstance(cue, NumberCue):
        return not_so
    number = number_in(page.doc[cue.start : cue.end])
    reported = _THE_REPORT.search(text[low:start]) and (befallen(number) or number.pos_ == "DET")
    untrue = _IS_UNTRUE.match(text, end, high) if reported else None
    if untrue is not None:
        return _told(text, "denied", end, untrue.end())
    death = _TO_DEATH.match(text, end, high) if _CONDEMNING.search(text[low:start]) else None
    if death is not None:
        return _told(text, "hypothetical", end, death.end())
    plotted = _told_before(_PLOTTED, "hypothetical", text, low, start)
    unreal = _UNREAL.match(text, end, high)
    if unreal is not None and (" would " in unreal[0] or _CONDITION.search(text, low, high)):
        return _told(text, "hypothetical", end, unreal.end())
    plotted = plotted or _told_before(_ASKED, "hypothetical", text, low, start)
    unsure = _told_before(_UNSURE, "hedged", text, low, start)
    return plotted or unsure or _told_behind(text, end, high, settled(cue.measure, number))


def _told_before(pattern: re.Pattern[str], degree: str, text: str, low: int, start: int) -> Told | None:
    found = pattern.search(text[low:start])
    return _told(text, degree, low + found.start(), low + found.end()) if found else None


def _told(text: str, degree: str, start: int, end: int) -> Told:
    """Return a degree with the words that tell it, without the blanks around them."""
    words = text[start:end]
    return Told(degree, start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


def _told_behind(text: str, end: int, high: int, measure: str) -> Told | None:
    """Return what stands behind a number: that its very measure is to come, or only likely."""
    coming = _TO_COME.match(text, end, high)
    if coming is not None and not _HARMED.search(re.split(" to | for ", coming[0])[0]):
        told = next(name for name, words in coming.groupdict().items() if words)
        return _told(text, "hypothetical", end, coming.end()) if _SAME.get(told, told) == measure else None
    likely = _LIKELY.match(text, end, high)
    return _told(text, "hedged", end, likely.end()) if likely and harm_told(text[likely.end() : high].lower()) else None
