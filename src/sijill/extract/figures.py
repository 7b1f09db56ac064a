"""Figures: a number of people that the reader tagged, read by the number grammar, and what it is a part of."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sijill.extract.alone import article_of
from sijill.extract.calendar_words import MONTHS, WEEKDAYS
from sijill.extract.certainty import certainty_of
from sijill.extract.clause import quoted_clause
from sijill.extract.companions import companions
from sijill.extract.confidence import confidence_of
from sijill.extract.measures import settled
from sijill.extract.numbers import count_of, has_number_words, phrase_at
from sijill.extract.pairs import latest
from sijill.extract.rows import head_of_row, heads_another_row, tells_origins
from sijill.extract.scopes import scope_of
from sijill.extract.together import on_both_sides
from sijill.extract.words import number_in, phrase, words
from sijill.model import Actor, Claim, Figure, Place
from sijill.values import Days

if TYPE_CHECKING:
    from sijill.extract.sources import Voices
    from sijill.extract.words import Page
    from sijill.model import Evidence, Source
    from sijill.reading import NumberCue, Pointer, TriggerCue
    from sijill.values import CountRange

LEAST_FIGURE = 0.65
"""Probability from which a tagged number is a figure."""
LEAST_BORNE_OUT = 0.4
"""The same where the word that governs the number names what the reader tagged."""
LEAST_TOLD = 0.1
"""The same where words right beside the number tell of harm to people of a kind ("mowed down 12 worshippers"): who is
arrested is often no figure."""
LEAST_ALONE = 0.05
"""The same where the reader tagged the verb that befell one person ("arrested a leader"), and its word names that."""
LEAST_TRIGGER = 0.6
"""Probability from which a tagged trigger tells of a happening."""
LEAST_PEACEFUL = 0.85
"""The same for a claim of its own where it is no act of violence, arrest or abduction: annotators differ most on what
is said, given, negotiated and moved. Chosen on 153 annotated reports that the reader had not read, of 0.6, 0.75, 0.8,
0.85, 0.9 and 0.94: happenings found .817 to .827."""
LEAST_KIND = 0.5
"""Probability of its likeliest kind below which a happening is of no sure kind."""
LEAST_OF_NO_KIND = 0.9
"""Probability from which a trigger of no sure kind tells of a happening."""

LEAST_UNKNOWN = 0.3
"""Probability from which the days of a claim are left unknown."""

_NEXT_COUNTED: Final = re.compile(
    r",? (?:and|alongside|along with|as well as) (?:an?|another|one|two|\d+)\b", re.IGNORECASE
)
"""Where people end whom another number or article counts."""
_NEXT_MANY: Final = re.compile(
    r",? (?:and|alongside|along with|as well as) (?:several|numerous|multiple|many|dozens|others?|more)\b",
    re.IGNORECASE,
)
"""Where one person ends beside whom others stand."""

_BETWEEN: Final = frozenset({",", "and", "or", "plus", "&", "her", "his", "their"})
"""Words between people who are counted one by one, or one and several: "a woman and her two sons"."""
_NO_PLACES = MONTHS | WEEKDAYS
"""Months and days that the reader points to as places; towns of such names are too rare to be meant."""


def number_words(page: Page, cue: NumberCue) -> tuple[int, int]:
    """Return the characters of the whole number phrase around a cue, inside its sentence."""
    article = article_of(number_in(page.doc[cue.start : cue.end]))
    start, end = page.chars(article.i, article.i + 1) if article is not None else page.chars(cue.start, cue.end)
    sentence = page.sentence(cue.start)
    low, high = phrase_at(page.text.text[: sentence.end_char], start, end)
    if low < sentence.start_char or high <= start:
        return start, end  # "eight" in "12 and eight" is no part of the phrase before it
    low = latest(page.text.text, low, high)
    risen = _UP_TO.match(page.text.text, low, high) if _RISING.search(page.text.text, 0, low) else None
    return (risen.end() if risen is not None else low), high


_UP_TO: Final = re.compile(r"up to\s+", re.IGNORECASE)
_RISING: Final = re.compile(
    r"\b(?:climb(?:ed|s|ing)?|crept|gone|goes|going|jump(?:ed|s)?|moved|now|rises?|risen|rising|rose|shot|went)\s+\Z",
    re.IGNORECASE,
)
"""What stands before an "up to" that bounds nothing: "the toll has gone up to seven"."""


def figure_claim(page: Page, cue: NumberCue, voices: Voices, extractor: str) -> Claim:
    """Return the claim that a number cue makes, its place and days as worded only."""
    start, end = number_words(page, cue)
    shared = shared_fields(page, cue, voices)
    scope = scope_of(page, cue, start, end)
    count = _with_companions(page, cue, count_of(page.text.text[start:end]))
    victims = _counted_alone(_up_to_next(page, cue, count), count)
    number = page.evidence_at("number", start, end, "reader's figure tag")
    return Claim(
        report_id=page.report_id,
        happening=None if scope == "cumulative" else not_none(cue),
        figure=Figure(
            measure=settled(cue.measure, number_in(page.doc[cue.start : cue.end])),
            worded=page.text.text[start:end],
            count=count,
            victims=victims,
            category="mixed" if on_both_sides(page, end) else cue.category[0].label,
            scope=scope,
        ),
        sources=shared.sources,
        certainty=shared.certainty,
        place=shared.place,
        days=shared.days,
        perpetrator=shared.perpetrator,
        evidence=(quoted_clause(page, start, end, cue), number, *shared.evidence),
        confidence=confidence_of("figure", cue.probability),
        extractor=extractor,
    )


_PAIR: Final = 2


def _with_companions(page: Page, cue: NumberCue, count: CountRange) -> CountRange:
    """Return the count of one person, or of a couple, with those who are theirs ("a man and his brother")."""
    couple = next((word.i for word in page.doc[cue.start : cue.end] if word.lower_ == "couple"), None)
    if count.low != count.high or count.low != (1 if couple is None else _PAIR):
        return count
    article = article_of(number_in(page.doc[cue.start : cue.end]))
    at = couple if couple is not None else article.i if article is not None else cue.start
    others = companions(page.doc, at)
    whole = (count.low or 0) + others
    return replace(count, value=whole, low=whole, high=whole) if others else count


def _up_to_next(page: Page, cue: NumberCue, count: CountRange) -> str | None:
    """Return the people of a number, those of one person up to whom the next number counts: "a soldier and a boy"."""
    pointer = cue.victims
    if pointer is None or not pointer.holds or count.low != 1:
        return pointed(page, pointer)
    start, end = phrase(page.doc, pointer.start, pointer.end)
    others = (n.start for n in page.reading.numbers if n.measure == cue.measure and n.probability >= LEAST_FIGURE)
    end = min((at for at in others if max(start, cue.end) < at < end), default=end)
    while end > start + 1 and page.doc[end - 1].lower_ in _BETWEEN:
        end -= 1
    return words(page.doc, start, end)


def _counted_alone(victims: str | None, count: CountRange) -> str | None:
    """Return the people of a number of several without those of another: "two girls and a soldier" counts girls.

    Where the people begin with a number of their own it is a total that they make up ("seven: four men and a girl").
    """
    if victims is None or count.low is None:
        return victims
    if count.low == 1:
        return _NEXT_MANY.split(victims)[0] or victims
    if count.low < 1 or has_number_words(victims.split()[0]):
        return victims
    return _NEXT_COUNTED.split(victims)[0] or victims


def not_none(cue: TriggerCue) -> str | None:
    """Return the likeliest happening that is not "none", None where there is no other."""
    return next((c.label for c in cue.happening if c.label != "none"), None)


def pointed(page: Page, pointer: Pointer | None) -> str | None:
    """Return the words that a pointer holds, None where it points to nothing."""
    if pointer is None or not pointer.holds:
        return None
    return words(page.doc, *phrase(page.doc, pointer.start, pointer.end))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What figures and happenings have in common, with the evidence for each."""

    sources: tuple[Source, ...]
    certainty: str
    place: Place | None
    days: Days
    perpetrator: Actor | None
    evidence: tuple[Evidence, ...]


def shared_fields(page: Page, cue: TriggerCue, voices: Voices) -> Shared:
    """Return who says it, how certain, where and by whom, as the reader points."""
    said = voices.of(cue)
    certainty, cues = certainty_of(page, cue)
    place, where = place_of(page, cue)
    perpetrator = pointed(page, cue.perpetrator)
    return Shared(
        sources=said.sources,
        certainty=certainty,
        place=Place(worded=place) if place else None,
        days=days_as_worded(page, cue),
        perpetrator=Actor(worded=perpetrator) if perpetrator else None,
        evidence=(*said.evidence, *cues, *where, *_pointed_evidence(page, cue)),
    )


def place_of(page: Page, cue: TriggerCue) -> tuple[str | None, tuple[Evidence, ...]]:
    """Return where it happened and the words that say so: where the reader points, in a table the head of the row.

    A place that the reader finds in the row itself ("Idlib: 4 killed, and one in Hama") is nearer than the head.
    """
    at = page.chars(cue.start, cue.end)[0]
    named = pointed(page, cue.place)
    named = None if named and named.lower() in _NO_PLACES else named
    span = phrase(page.doc, cue.place.start, cue.place.end) if cue.place is not None else (0, 0)
    there = page.chars(*span)[0]
    if named and (heads_another_row(page, at, there) or tells_origins(page, there)):
        named = None
    row = head_of_row(page, at)
    if row is not None and not (named and "\n" not in page.text.text[slice(*sorted((at, page.chars(*span)[0])))]):
        return page.text.text[slice(*row)], (page.evidence_at("place", *row, "head of its row"),)
    return named, (page.evidence("place", *span, "reader's pointer"),) if named else ()


def days_as_worded(page: Page, cue: TriggerCue) -> Days:
    """Return the time that the reader points to, as worded; `rule` is how it takes the days to be known."""
    holds = cue.time is not None and cue.time.holds
    worded = words(page.doc, cue.time.start, cue.time.end) if cue.time and holds else None
    unknown = next((c.probability for c in cue.dated if c.label == "unknown"), 0.0)
    label = "unknown" if unknown > LEAST_UNKNOWN else next((c.label for c in cue.dated), "given")
    return Days(worded=worded, rule=label)


def _pointed_evidence(page: Page, cue: TriggerCue) -> tuple[Evidence, ...]:
    roles = (("perpetrator", cue.perpetrator), ("victims", cue.victims))
    found = [(name, phrase(page.doc, p.start, p.end)) for name, p in roles if p is not None and p.holds]
    if cue.time is not None and cue.time.holds:
        found.append(("days", (cue.time.start, cue.time.end)))
    return tuple(page.evidence(name, *span, "reader's pointer") for name, span in found)
