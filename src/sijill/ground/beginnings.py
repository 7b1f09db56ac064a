"""Times of beginnings: what a "since" clause tells of happened then, and what began then goes on to the report.

"280,000 people have been killed since the conflict began in March 2011 with protests": the dead are counted up to the
report, the protests are of March 2011. "The offensive that began on Friday" lasts until the report.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sijill.ground.days import days_counted_from
from sijill.ground.days.almanac import days_between
from sijill.ground.days.words import listed
from sijill.reading import text_of

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Doc, Token

    from sijill.ground.narrative import Dated
    from sijill.values import Days

_COMPLETES: Final = re.compile(r"\s*,?\s*(?P<by>when|with|(?:after|during|in) which)\b[^,.;:]*\Z")
_BEGAN: Final = "began|broke out|erupted|flared(?: up)?|got under ?way|started"
_WORDS: Final = r"(?:\s+(?!and\b|but\b)[\w'\u2019-]+)"
_DAYLESS: Final = rf"(?!\s+(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b){_WORDS}"
_BEGUN: Final = re.compile(
    rf"\b(?P<what>{'|'.join(sorted(listed('events') - {'attack', 'protest'}))})\b"
    rf"(?:{_WORDS}{{0,9}}?\s+(?:that|which)\s+(?:{_BEGAN}|was launched)|\s+launched)\b(?:{_DAYLESS}){{0,5}}?\s*\Z"
)
_BEGINNING: Final = re.compile(
    r"\b(?:since|beg[au]n|beginning|started|starting|erupted|broke out|outbreak|onset|flared|launched)\b"
    r"(?:\s+[\w'\u2019-]+){0,8}?\s*\Z"
)
_ENDED: Final = re.compile(
    r"\b(?:ended|concluded|finished|failed(?! to)|collapsed|came to an end|until"
    r"|(?:is|was|were|been) (?:\w+ly )?(?:abandoned|broken|called off|crushed|foiled|halted|lifted|over|put down"
    r"|quelled|repelled|repulsed|suspended|violated)"
    r"|before (?:[\w'\u2019-]+ ){0,4}?(?:agreement|cease-?fire|deal|truce|withdr[ae]w\w*))\b"
)
_YEAR: Final = 365
"""Days after which what began goes on only where the perfect tells of it: "the invasion launched in March 2003"."""
_PERFECT: Final = re.compile(
    r"\b(?:has|have|['\u2019]ve)\s+(?:\w+\s+){0,2}?"
    r"(?:\w+ed|been|become|broken|cost|cut|driven|fallen|fled|gone|hit|hurt|left|lost|made|seen|shot|spread|taken)\b"
)
_HAS: Final = re.compile(r"\s+(?:has|have)\s+[^,;.]*\Z")
_GOES_ON: Final = "; it goes on to the report"
_IN: Final = re.compile(r"[^,;.]*\b(?:amid|during|in)\s+(?:[\w'\u2019-]+\s+){0,4}\Z")


def days_of_the_beginning(time: Dated, doc: Doc, token: Token, published: date | None) -> Days | None:
    """Return the days that a "since" phrase counts from, where a word lies in what it tells of; None elsewhere."""
    worded = time.span.of(text_of(doc))
    if not worded.lower().startswith("since") or not _is_told_by(time, doc, token):
        return None
    days = days_counted_from(worded, published=published)
    return days if days.known else None


def _is_told_by(time: Dated, doc: Doc, token: Token) -> bool:
    """Tell whether a word stands in a "since" phrase or in the clause that completes it."""
    if token.idx < time.span.end:
        return time.span.start < token.idx
    completes = _COMPLETES.match(text_of(doc)[time.span.end : token.idx])
    if completes is None or doc[time.token].is_sent_start:
        return False
    return completes["by"] != "with" or bool(re.search(rf"\b(?:{_BEGAN})\b", time.span.of(text_of(doc))))


def goes_on(time: Dated, doc: Doc, token: Token, report: date | None) -> bool:
    """Tell whether a word names what began at a time, in a clause of its own, or counts who was harmed in that.

    "The offensive that began on Friday", "killed 45 in fighting that began on Friday"; not "fighting began on Friday".
    What another sentence tells by such a time ("45 dead in Daraa" above it) is told of what began. What has ended by
    the report, or began more than a year before it and is not told of in the perfect, does not go on.
    """
    start = doc[time.token].sent.start_char
    begun = _BEGUN.search(text_of(doc)[start : time.span.start].lower())
    if begun is None or has_ended(text_of(doc)[start + begun.end("what") : _end_below(time, doc)]):
        return False
    if _is_long_past(time, report) and not is_perfect(f"{doc[time.token].sent.text} {token.sent.text}"):
        return False
    return token.sent.start_char != start or _is_of(token, start + begun.start("what"), time, doc)


def has_ended(said: str) -> bool:
    """Tell whether words after a beginning tell that what began is over: "ended", "failed", "before a truce"."""
    return bool(_ENDED.search(said.lower()))


def _end_below(time: Dated, doc: Doc) -> int:
    """Return where the sentence after that of a time ends."""
    here = doc[time.token].sent
    return int(doc[here.end].sent.end_char if here.end < len(doc) else here.end_char)


def _is_long_past(time: Dated, report: date | None) -> bool:
    first = time.days.first
    return report is not None and first is not None and (report - first).days > _YEAR


def _is_of(token: Token, what: int, time: Dated, doc: Doc) -> bool:
    """Tell whether a word is what began, which stands at `what`, or a number of those harmed in it."""
    if token.idx <= what < token.idx + len(token):
        return True
    if not (token.pos_ == "NUM" or token.like_num):
        return False
    if token.idx < what:
        return bool(_IN.match(text_of(doc)[token.idx + len(token) : what]))
    return bool(_HAS.match(text_of(doc)[time.span.end : token.idx]))


def is_begun(time: Dated, doc: Doc) -> bool:
    """Tell whether a time or the words right before it call it a beginning: "since", "which began in"."""
    start = doc[time.token].sent.start_char
    said = text_of(doc)[start : time.span.end].lower()
    return said[time.span.start - start :].startswith("since") or bool(
        _BEGINNING.search(said[: time.span.start - start])
    )


def is_perfect(said: str) -> bool:
    """Tell whether words tell in the present perfect what has been done by now: "have left 17 dead"."""
    return bool(_PERFECT.search(said.lower()))


def is_going_on(days: Days) -> bool:
    """Tell whether days were found to go on to the report from what began them."""
    return (days.rule or "").endswith(_GOES_ON)


def until(days: Days, report: date | None) -> Days:
    """Return days that go on to the report; open ones end with it."""
    if report is None or days.first is None or (days.last or days.first) >= report:
        return days
    if days.last is None:
        return replace(days, last=report)
    return replace(days_between(days.first, report, f"{days.rule}{_GOES_ON}"), worded=days.worded)
