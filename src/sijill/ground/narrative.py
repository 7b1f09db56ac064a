"""Which time expression of a report dates which claim.

A claim takes the time of its own clause before that of its sentence, that of another mention of its happening before
that of the sentences above it, and last the day of the report. When something was said is no time of what happened.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sijill.ground.beginnings import days_of_the_beginning, goes_on, is_begun, is_perfect, until
from sijill.ground.beside import said_beside
from sijill.ground.compared import is_compared, tells_nothing, told_of
from sijill.ground.days import days_of, find_times
from sijill.ground.ended import counted_after, ended
from sijill.ground.telling import said_by
from sijill.ground.to_the_report import until_report
from sijill.ground.told import completing, counted_from_told
from sijill.saying import times_of_saying

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from spacy.tokens import Doc, Token

    from sijill.model import Claim
    from sijill.values import Days, Span

_FAR = 40
"""Words beyond which a time of the same sentence no longer dates a claim by nearness alone."""
_BESIDE = 6
"""Words between a time of saying and its verb: "said in a statement to AFP on Monday"."""
_WILL = frozenset({"will", "'ll", "shall"})
_FROM_NOW = re.compile(r"^this (?:week|month|year)\Z|^(?:day|week|month|year)s ago\Z")
_BARE = re.compile(r"(?:weekday before publication|date without year)\Z")
_DID = frozenset({"did", "was", "were"})
_CAPTION = re.compile(
    r"\.?\s*(?:\((?:[\w' -]{1,30}[/ ])?(?:Reuters|AFP|AP|EPA|Getty|Agencies|Anadolu|Xinhua)\b|(?:REUTERS|AFP|AP|EPA)/)"
)
_FILE = 7
"""Days before the report up to which a day is one of its news; a picture of an earlier one is from the files."""
_COMPLETED = re.compile(r"\b(?:after|before)\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A time expression of the cleaned text, with its days, first token and the verb that governs it.

    `bound` to its own clause where another clause completes it ("five days after he was arrested") or it only says
    what something is compared with ("the worst since the truce began in May"). `within` is the clause that alone is
    dated by a time of the latter kind: "the worst since May, when gunmen killed 20".
    """

    span: Span
    days: Days
    token: int
    verb: int
    sentence: int
    reporting: bool
    bound: bool = False
    within: Span | None = None


class Calendar:
    """Every time expression of one report, resolved against its publication day."""

    def __init__(self, doc: Doc, published: date | None, dateline: date | None, headline_end: int) -> None:
        """Find and resolve the times once; `headline_end` is the last character before the body."""
        self._doc = doc
        self._published = dateline or published
        self._text = doc.text  # spaCy joins it anew each time that it is asked
        self._starts = [s.start_char for s in doc.sents]
        spans = [s for s in find_times(self._text) if s.start >= headline_end]
        found = (t for t in (self._dated(s) for s in spans) if t is not None)
        self._times = counted_from_told(found, self._text, self._published)
        self._of_sentence: dict[int, list[Dated]] = defaultdict(list)
        for time in self._times:
            self._of_sentence[time.sentence].append(time)

    def sentence_at(self, char: int) -> int:
        """Return the number of the sentence that holds a character."""
        return bisect_right(self._starts, char) - 1

    def _here(self, char: int) -> Sequence[Dated]:
        """Return the times of a character's sentence, in their order."""
        return self._of_sentence.get(self.sentence_at(char), ())

    def sentence(self, number: int) -> tuple[int, int]:
        """Return where a sentence begins and ends."""
        return self._starts[number], self._starts[number + 1] if number + 1 < len(self._starts) else len(self._text)

    def _dated(self, span: Span) -> Dated | None:
        inside = self._doc.char_span(span.start, span.end, alignment_mode="expand")
        if inside is None or not len(inside):
            return None
        start, end = self.sentence(self.sentence_at(span.start))
        before = self._doc.char_span(start, span.start, alignment_mode="contract")
        compared = before is not None and is_compared(before, span.of(self._text))
        within = told_of(span, self._text, end) if compared else None
        if compared and within is None and tells_nothing(span.of(self._text)):
            return None
        verb = _verb_above(inside.root)
        days = days_of(span.of(self._text), published=self._published, tense=_tense(verb))
        return Dated(
            span=span, days=days, token=inside.start, verb=verb.i, sentence=self.sentence_at(span.start),
            reporting=verb.lower_ in times_of_saying(), bound=compared or _is_completed(self._text, span),
            within=within,
        )  # fmt: skip

    def happened(self, time: Dated, char: int) -> Dated:
        """Return a time as one that had passed when the report came out, where it lies after it and can be.

        For what is said to have happened, whatever the tense of the verb beside the time: "forced the army to pull
        back late on Friday". What the word at `char` itself puts into the future ("will start") stays there.
        """
        day, first = self._published, time.days.first
        if day is None or first is None or first <= day or self._is_to_come(char):
            return time
        passed = days_of(time.span.of(self._text), published=day, tense="past")
        return replace(time, days=passed) if passed.first is not None and passed.first <= day else time

    def settled(self, time: Dated, char: int, end: int) -> Dated:
        """Return a time as it dates some words, which may lie in what a "since" tells of, or tell what goes on."""
        token = self._token_at(char, end)
        if token is None:
            return time
        then = self._completing(time, char) or days_of_the_beginning(time, self._doc, token, self._published)
        if then is not None:
            return replace(time, days=then)
        goes = goes_on(time, self._doc, token, self._published)
        return replace(time, days=until(time.days, self._published)) if goes else time

    def is_begun(self, time: Dated) -> bool:
        """Tell whether the text calls a time a beginning."""
        return is_begun(time, self._doc)

    def is_news_above(self, time: Dated, char: int) -> bool:
        """Tell whether a time stands in another sentence than a character, in the week of the report."""
        if self._published is None or time.days.first is None:
            return False
        return time.sentence != self.sentence_at(char) and (self._published - time.days.first).days <= _FILE

    def is_perfect(self, char: int) -> bool:
        """Tell whether a character's clause tells what has been done by the report's day."""
        return is_perfect(self._text[slice(*self.clause_at(char))])

    def _completing(self, time: Dated, char: int) -> Days | None:
        here = self._here(char)
        return completing(here, self._text, char, self._published) if time in here else None

    def _token_at(self, char: int, end: int) -> Token | None:
        inside = self._doc.char_span(char, max(end, char + 1), alignment_mode="expand")
        return inside.root if inside is not None and len(inside) else None

    def to_come(self, time: Dated, char: int) -> Dated:
        """Return a bare weekday or date of what is planned ("a strike on Sunday") as the next, where that is nearer."""
        day, last = self._published, time.days.first
        if (
            day is None
            or last is None
            or not _BARE.match(time.days.rule or "")
            or time.sentence != self.sentence_at(char)
        ):
            return time
        ahead = days_of(time.span.of(self._text), published=day, tense="future")
        return replace(time, days=ahead) if ahead.first is not None and ahead.first - day < day - last else time

    def _is_to_come(self, char: int) -> bool:
        token = self._token_at(char, char + 1)
        verb = _verb_above(token) if token is not None else None
        return verb is not None and any(c.lower_ in _WILL for c in verb.children if c.dep_ == "aux")

    def is_news(self, char: int, end: int) -> bool:
        """Tell whether a word tells in the plain past what was done ("condemned"), and not what has been or is done."""
        token = self._token_at(char, end)
        if token is None or token.pos_ != "VERB" or not token.lower_.endswith("ed"):
            return False
        return all(c.lower_ in _DID for c in token.children if c.dep_.startswith("aux"))

    def clause_at(self, char: int) -> tuple[int, int]:
        """Return the stretch of a character's sentence that no full stop within it cuts off."""
        start, end = self.sentence(self.sentence_at(char))
        before, after = self._text.rfind(". ", start, char), self._text.find(". ", char, end)
        return (start if before < 0 else before + 1), (end if after < 0 else after)

    def ended(self, claim: Claim, clause: tuple[int, int], char: int) -> Claim:
        """Return a toll of what its clause says has ended as one up to its end, or of what came after from there."""
        here = [t for t in self._times if clause[0] <= t.span.start < clause[1]]
        claim = counted_after(claim, clause[0], here, self._doc, self._published)
        return ended(claim, clause, here, self._doc, char)

    def is_dated(self, start: int, end: int) -> bool:
        """Tell whether a stretch holds a time that stands beside no word of saying."""
        here = (t for t in self._times if start <= t.span.start < end and t.days.known)
        return any(not t.reporting or abs(t.token - t.verb) > _BESIDE for t in here)

    def own(self, char: int, end: int) -> Dated | None:
        """Return the time that a claim's own sentence gives it, None where the sentence gives none."""
        inside = self._doc.char_span(char, max(end, char + 1), alignment_mode="expand")
        if inside is None or not len(inside):
            return None
        apart = self._apart(char)
        here = [t for t in self._here(char) if t.within is None]
        here = [t for t in here if apart is None or apart.span.end <= t.span.start]
        here = [t for t in here if not self.shows_a_file_picture(t, char)]
        return (_best(here, inside.root) if here else None) or apart

    def _apart(self, char: int) -> Dated | None:
        """Return the time of a clause that tells what happened at the time that its sentence compares with."""
        return next((t for t in self._times if t.within and t.within.start <= char < t.within.end), None)

    def is_apart(self, char: int) -> bool:
        """Tell whether a character's clause is not of its sentence's own time: "the worst since May, when 20 died"."""
        return self._apart(char) is not None

    def is_of_other_words(self, time: Dated, char: int) -> bool:
        """Tell whether a time dates one clause alone, in which a character does not stand."""
        return time.within is not None and not time.within.start <= char < time.within.end

    def said_on(self, char: int, end: int) -> date | None:
        """Return the day before the report on which somebody says what some words tell: "said on Friday that"."""
        token = self._token_at(char, end)
        if token is None or self._published is None:
            return None
        above = said_by(token)
        here = (t for t in self._here(char) if t.verb in above and t.reporting and abs(t.token - t.verb) <= _BESIDE)
        days = (t.days.last for t in here if t.days.first == t.days.last)
        return next((day for day in days if day is not None and day < self._published), None)

    def is_of_what_is_said(self, time: Dated, char: int, end: int) -> bool:
        """Tell whether a day of this week is not that of a verb of words: "accused the army of an attack on Monday".

        What was said in the plain past below another day ("They asked for names") may be part of what happened then.
        """
        token = self._token_at(char, end)
        if token is None or time.reporting or self.is_long_past(time) or not _goes_on(time.days):
            return False
        if time.sentence != self.sentence_at(char):
            return not self.is_news(char, end)
        return time.verb not in _verbs_above(token)

    def shows_a_file_picture(self, time: Dated, char: int) -> bool:
        """Tell whether a time is that of a caption elsewhere, long before the report: no picture of its news.

        What follows a caption without a full stop is elsewhere too.
        """
        day = time.days.last
        within = time.sentence == self.sentence_at(char) and char < time.span.end
        if within or day is None or self._published is None:
            return False
        return (self._published - day).days > _FILE and bool(_CAPTION.match(self._text, time.span.end))

    def told_from_now(self, char: int, end: int) -> Dated | None:
        """Return a time that stands with the verb of some words and counts from the report: "killed 118 this week".

        Where the words are that verb, or a number of people; a noun ("the raids went on this week") can be of another.
        """
        token = self._token_at(char, end)
        if token is None or not (token.pos_ in {"VERB", "NUM"} or token.like_num):
            return None
        verb = _verb_above(token)
        here = (t for t in self._here(char) if not t.reporting and not t.bound)
        here = (t for t in here if verb.pos_ == "VERB" and t.verb == verb.i)
        return next((t for t in here if _FROM_NOW.search(t.days.rule or "")), None)

    def corrected(self, pointed: Dated, char: int, end: int) -> Dated:
        """Return the time that stands with the verb of some words, where it is surer than that pointed to."""
        token = self._token_at(char, end)
        verb = _verb_above(token) if token is not None else None
        here = self._here(char)
        return (said_beside(here, verb, pointed) if verb is not None else None) or pointed

    def at(self, char: int, end: int) -> Dated | None:
        """Return the time that some characters are, or are part of; the longest where there are several."""
        here = [t for t in self._times if t.span.start < end and char < t.span.end]
        return max(here, key=lambda t: t.span.end - t.span.start, default=None)

    def first_in(self, start: int, end: int) -> Dated | None:
        """Return the first time in a stretch of the text that tells when something happened."""
        inside = (time for time in self._times if start <= time.span.start < end and not time.reporting)
        return min(inside, key=lambda time: time.span.start, default=None)

    def before(self, char: int, sentences: int) -> Dated | None:
        """Return the last time of the `sentences` sentences above a character that what follows can go on from.

        A day or a night goes on; a stretch ("last year", "since March") is background and dates its own clause alone,
        for what is counted over a stretch too: "500 died last year. Troops arrested 40 across the region" is news.
        """
        here = self.sentence_at(char)
        above = (t for n in range(here - sentences, here) for t in self._of_sentence.get(n, ()))
        above = (t for t in above if not (t.reporting or t.within))
        near = [t for t in above if _goes_on(t.days) and not self._is_after(t)]
        near = [t for t in near if not self.shows_a_file_picture(t, char)]
        return near[-1] if near else None

    def is_long_past(self, time: Dated) -> bool:
        """Tell whether a time lies more than a week before the report."""
        last = time.days.last
        return self._published is not None and last is not None and (self._published - last).days > _FILE

    def _is_after(self, time: Dated) -> bool:
        """Tell whether a time lies after the report: it dates its own clause and nothing further down."""
        first = time.days.first
        return self._published is not None and first is not None and first > self._published


def _best(times: Sequence[Dated], token: Token) -> Dated | None:
    """Return the time whose verb governs the claim's word, else the nearest that is no time of saying."""
    above = _verbs_above(token)
    governed = [t for t in times if t.verb in above and not (t.reporting and t.verb != above[0])]
    if governed:
        return min(governed, key=lambda t: (above.index(t.verb), abs(t.token - token.i)))
    plain = [t for t in times if not t.reporting and not t.bound and abs(t.token - token.i) <= _FAR]
    return min(plain, key=lambda t: abs(t.token - token.i), default=None)


def _goes_on(days: Days) -> bool:
    """Tell whether what is told after some days can be of them too: a single day, or the night between two."""
    return days.first is not None and days.last is not None and (days.last - days.first).days <= 1


def _is_completed(text: str, span: Span) -> bool:
    """Tell whether a clause completes a time, which then dates that clause alone: "five days after he was arrested"."""
    return text[span.end : span.end + 2].strip().isalpha() and bool(_COMPLETED.search(span.of(text)))


def _verb_above(token: Token) -> Token:
    """Return the nearest verb at or above a token, the sentence's root where there is none."""
    while token.pos_ != "VERB" and token.head.i != token.i:
        token = token.head
    return token


def _verbs_above(token: Token) -> list[int]:
    """Return the verbs from a token up to the root, nearest first."""
    found = []
    while True:
        if token.pos_ in {"VERB", "AUX"}:
            found.append(int(token.i))
        if token.head.i == token.i:
            return found
        token = token.head


def _tense(verb: Token) -> str:
    """Return "future" where the verb stands with will, would or to, "past" otherwise."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "mark"}}
    return "future" if helpers & (_WILL | {"to"}) else "past"


def days_of_claim(claim: Claim, calendar: Calendar, char: int, end: int, published: date | None) -> Days | None:
    """Return the days that a claim's own words give it; None where its sentence gives no time."""
    own = calendar.own(char, end)
    if own is None:
        return None
    own = calendar.to_come(own, char) if claim.certainty == "hypothetical" else calendar.happened(own, char)
    own = calendar.settled(own, char, end)
    if claim.figure is not None and claim.figure.scope == "cumulative":
        return until_report(own.days, published)
    return own.days
