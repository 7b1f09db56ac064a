"""What a figure covers, where its own clause says so: a country, the days since Sunday, what is done again and again.

The guidelines of the gold call such a figure one of a period; a running total of which no day is told is cumulative.
Invariant: only what the reader takes for one happening becomes a period's, and only a period's cumulative.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sijill.extract.numbers import count_of

if TYPE_CHECKING:
    from sijill.extract.words import Page
    from sijill.reading import NumberCue

_HARMED: Final = frozenset({"killed", "injured", "killed_or_injured", "detained", "abducted"})
_HARM: Final = (
    r"\b(?:abduct|arrest|detain|injur|kidnapp|kill|wound)(?:ed|ing)\b"
    r"|\b(?:dead|die|died|dying|hurt|kills?|lost|slain)\b"
)
_DAYS: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTHS: Final = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_SINCE: Final = (
    rf"since (?:early |late |mid-|last )?(?:{_DAYS}|{_MONTHS}|week|month|year"
    rf"|(?:19|20)\d\d\b|\d{{1,2}} {_MONTHS}|the (?:start|beginning|weekend))"
)
"""A day at least: not "since 5 a.m."."""
_IN_TOWN: Final = (
    r"(?![^,;.]{0,30}?(?:['\u2019]s (?-i:[A-Z])|\b(?:campus|district|market|neighbou?rhood|square|street|suburb)\b))"
)
_LAND: Final = (
    r"(?:the (?:\w+ )?(?:country|nation|north|south|east|west)\b"
    rf"|(?:\w+ern |central )?{_IN_TOWN}(?-i:[A-Z])\w)"
)
"""A wide area: "across the Euphrates" and "across the border" are crossed, "Nairobi's Eastleigh district" is small."""
_WIDE: Final = (
    rf"(?:across|throughout|all over|in all of) {_LAND}|nation-?wide\b|country-?wide\b"
    r"|in (?:different|many|other|several|various) (?:cities|provinces|regions|towns|villages|parts of)\b"
)
_LAST: Final = r"(?:during|in|over|within) the (?:last|past) (?:\w+ ){1,2}?(?:days|hours|months|weeks|years)\b"
_TO: Final = r"(?:during|in|over|within) the (?:\w+ )?(?:days|weeks|months) (?:since|to|until|up to)\b"
_SPAN: Final = rf"over the weekend\b|{_LAST}|{_TO}|on {_DAYS} alone\b|(?:so far )?this (?:month|year)\b"
_ASIDE: Final = r"(?:, (?:among them|including|\d+ of them) [^,]*,)?"
_COVERING: Final = re.compile(
    rf"(?P<people>[^,;:.]{{0,60}}?{_ASIDE}[^,;:.]{{0,50}}?)\b(?:{_SINCE}|{_WIDE}|{_SPAN})", re.IGNORECASE
)
_BEFORE: Final = re.compile(
    rf"\b(?:{_LAST}|{_TO})[^.;]{{0,30}}\Z"
    r"|\b(?:during|in|over) (?:its|the|this|that) (?:(?:same )?reporting |covered |same )period\b[^.;]{0,120}\Z"
    rf"|\bbetween \d{{1,2}}(?: {_MONTHS})? and \d{{1,2}} {_MONTHS}\b[^.;]{{0,100}}\Z"
    r"|\b(?:nation-?wide|country-?wide|(?:across|throughout) the (?:country|nation)),? [^.;,]{0,20}\Z",
    re.IGNORECASE,
)
_AGAIN: Final = re.compile(
    r"\b(?:daily|day after day|every day"
    r"|(?:began|for (?:days|months|weeks)|last (?:month|week)|since)\b[^.;]*\b(?:again and again|repeatedly))"
    r"\b[^.;]{0,90}\b(?:injuring|killing|leaving|wounding)\b[^.;,]{0,20}\Z",
    re.IGNORECASE,
)
"""Firing again and again on one crowd is one happening; on what has gone on for a week it is several."""
_PEOPLE: Final = 40
"""Characters that people take between a verb of harm and what it covers ("killed 12 people across the country")."""
_NEARER: Final = 10
"""Characters by which a verb of harm after the people stands nearer to what it covers."""
_DONE: Final = re.compile(rf"(?:{_HARM})[^,;:.]{{0,12}}\Z", re.IGNORECASE)
_MANY: Final = r"(?!(?:\w+ ){0,2}?(?:campaign|number|series|spate|string|wave)\b)"
_ONE_EVENT: Final = re.compile(
    rf"\b(?:after|as|by|during|in|when) (?:an?|his|its|one|the|their) {_MANY}",
    re.IGNORECASE,
)
"""A cause told as one happening: "killed in an ambush across the river", not "in a wave of attacks"."""
_ACTS: Final = (
    "air ?strike|ambush|assault|attack(?:er)?|battle|blast|bomb(?:er|ing)?|clash|crash|drone|explosion|firefight"
    "|grenade|gunman|gunfight|gun|massacre|mine|missile|mortar|protest|raid|rocket|shell|shooting|shootout|strike"
)
_ONE_ACT: Final = re.compile(
    rf"\b(?:an?|one) {_MANY}(?:[\w'\u2019-]+ ){{0,3}}?(?:{_ACTS})(?! ?(?:attacks|blasts|strikes|raids))\b",
    re.IGNORECASE,
)
"""One act in the clause: "a truck bomb killed 140 people over the weekend", "when a grenade was thrown"."""
_SEVERAL_ACTS: Final = re.compile(
    r"\b(?:attacks|battles|blasts|bombardments?|bombings|bombs|clashes|explosions|fighting|raids|shelling|shootings|strikes"
    r"|airstrikes|violence|unrest|war)\b",
    re.IGNORECASE,
)
_DID: Final = re.compile(rf"(?:{_HARM}) (?:at least |about |some |up to |more than )?\Z", re.IGNORECASE)
_PASSIVE: Final = re.compile(r"\b(?:are|be|been|being|is|was|were|have|has) [^.;,]{0,30}\Z", re.IGNORECASE)
_OF_ITS_OWN: Final = re.compile(
    r"\b(?:best|bloodiest|biggest|deadliest|fiercest|heaviest|highest|largest|last|latest|longest|lowest|most(?! of)"
    r"|only|worst|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)"
    r"|that|which|who|whose|where)\b"
    r"|\b(?:active|common|famous|held|known|popular|run|led|drew|sparked|caused|triggered|prompted"
    r"|(?!armed|unarmed|suspected|alleged|uniformed|masked|united|displaced|unidentified)(?!abduct|arrest|detain|injur|kidnapp"
    r"|kill|wound)\w{3,}ed)\b(?! (?:and|or) )",
    re.IGNORECASE,
)
"""Words to which a land or a time belongs: "the worst attack since May", "a town held since June", "wanted across"."""
_NEXT_ACT: Final = re.compile(
    r"\band (?:\w+ly )?(?!wound|injur|kill|hurt|detain|arrest|abduct)\w+(?:ed|ing)\b", re.IGNORECASE
)
_RATE: Final = re.compile(
    r"(?: (?!that\b|which\b|who\b|\w+ing\b)[\w-]+){0,3}? (?:(?:a|each|every|per) (?:day|month|week|year)|daily)"
    r"(?=[.,;]|\s+(?:across|because|during|in|on|since)\b|\Z)",
    re.IGNORECASE,
)
"""People lost "a day": so many again and again."""
_ABOUT: Final = r"(?:(?:about|almost|around|at least|nearly|more than|over|some) )?"
_RUNNING: Final = re.compile(
    rf"\bnumber of [^.;]{{0,80}}\b(?:at|exceeds|reached|to|(?:now )?stands at)\s+{_ABOUT}\Z", re.IGNORECASE
)
_TOTAL: Final = r"(?:(?:it|that)|the [^.;,]{0,60}?\b(?:count|number|tally|toll|total)\b[^.;,]{0,60}?)"
_COMING_TO: Final = re.compile(
    rf"\b(?:mak(?:es|ing) {_TOTAL} {_ABOUT}|(?:br(?:ings|inging|ought)|tak(?:es|ing)) {_TOTAL} to {_ABOUT})\Z",
    re.IGNORECASE,
)
_SO_FAR: Final = re.compile(
    rf"[^.;,]{{0,40}}?\b(?:this (?:week|month|year)\b|in (?:(?:the )?(?:last|past) )?\w+ (?:days|weeks|months|years)\b"
    rf"|{_SINCE})",
    re.IGNORECASE,
)
"""What a number that others are added to runs over: "two were shot, making it 14 this week"."""
_OF_ONE_ACT: Final = re.compile(rf"\b(?:{_ACTS})\b", re.IGNORECASE)
_ON_A_DAY: Final = re.compile(
    rf"[^.;,]{{0,25}}?(?:{_HARM}) (?:(?!(?:as|by|of|since|till|to|until)\b)[\w-]+ ){{0,3}}?"
    rf"(?:yesterday|today|overnight|last night|on {_DAYS})\b",
    re.IGNORECASE,
)
"""What befell people on a day is no running total: "23 people were reported killed yesterday"."""
_LEAST_TOTAL: Final = 0.2
"""Share that the reader gives to "cumulative" from which a running total is one."""


def scope_of(page: Page, cue: NumberCue, start: int, end: int) -> str:
    """Return the scope of the figure whose number words stand at `start`..`end` of the cleaned text."""
    sentence = page.sentence(cue.start)
    before, after = page.text.text[sentence.start_char : start], page.text.text[end : sentence.end_char]
    read = cue.scope[0].label
    if read == "incident" and cue.measure in _HARMED and _counts_several(page.text.text[start:end]):
        return "period" if _covers_a_period(before, after) else read
    if read == "cumulative" and _ON_A_DAY.match(after):
        return next((choice.label for choice in cue.scope if choice.label != "cumulative"), read)
    return "cumulative" if read == "period" and _is_running(cue, before) else read


def _counts_several(number: str) -> bool:
    return count_of(number).low != 1


def _covers_a_period(before: str, after: str) -> bool:
    """Tell whether words around a number spread its people over a land or a stretch of days."""
    if _ONE_ACT.search(before.rpartition(";")[2]) or _ONE_ACT.search(re.split(r"[;.]", after)[0]):
        return False
    if _BEFORE.search(before) or _RATE.match(after) or _AGAIN.search(before) or _is_sum_so_far(before, after):
        return True
    said = _COVERING.match(after)
    if said is None or any(other.search(said["people"]) for other in (_ONE_EVENT, _NEXT_ACT, _OF_ITS_OWN)):
        return False
    if "weekend" in said[0][len(said["people"]) :] and _is_done_once(before):
        return False
    told = max((match.end() for match in re.finditer(_HARM, said["people"], re.IGNORECASE)), default=None)
    if told is None:
        return _DONE.search(before) is not None and len(said["people"]) < _PEOPLE
    return len(said["people"]) - told < _PEOPLE - _NEARER


def _is_sum_so_far(before: str, after: str) -> bool:
    """Tell whether others are added up to a number for some time, by no one act ("the toll of the blast")."""
    total = _COMING_TO.search(before)
    return total is not None and _OF_ONE_ACT.search(total[0]) is None and _SO_FAR.match(after) is not None


def _is_done_once(before: str) -> bool:
    """Tell whether someone did the harm ("gunmen abducted 12"), no violence or attacks being what did it."""
    did = _DID.search(before) is not None and _PASSIVE.search(before) is None
    return did and _SEVERAL_ACTS.search(before) is None


def _is_running(cue: NumberCue, before: str) -> bool:
    """Tell whether a number is what a count of people has come to, no day being told ("puts the number of ... at")."""
    total = next((choice.probability for choice in cue.scope if choice.label == "cumulative"), 0.0)
    dated = cue.time is not None and cue.time.holds
    return total >= _LEAST_TOTAL and not dated and _RUNNING.search(before) is not None
