"""Claims as worded -> claims with days, places and actors; what cannot be resolved keeps its words."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from sijill.ground.actors import actor_of, category_of_people, group_of_people, is_anybody, is_more
from sijill.ground.ahead import FURTHER, tells_of_another
from sijill.ground.beginnings import is_going_on, until
from sijill.ground.countrywide import Homeland, names_of, spelled_in
from sijill.ground.covering import covering, of_a_country
from sijill.ground.dated_again import UNDATED, dated_again
from sijill.ground.headline import below_headline
from sijill.ground.items import heads_of, item_at, items_of
from sijill.ground.lasting import going_on, lasting, lasting_years
from sijill.ground.narrative import Calendar, days_of_claim
from sijill.ground.no_place import instead, is_no_place
from sijill.ground.one_happening import with_keys
from sijill.ground.own_people import with_own_people
from sijill.ground.own_places import at_own_places
from sijill.ground.places import report_context, resolve_together
from sijill.ground.rivals import with_rivals
from sijill.ground.to_the_report import report_days, running, until_report
from sijill.ground.told_again import told_again
from sijill.values import Days

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from sijill.ground.items import Item
    from sijill.ground.narrative import Dated
    from sijill.ground.places import Gazetteer, PlaceContext
    from sijill.model import Actor, Claim, Figure, Place, Report, Text
    from sijill.reading import Reading

_WEEK = timedelta(days=7)
_ABOVE = 3
"""Sentences above a claim whose time may still date it."""


def ground(
    claims: Sequence[Claim], report: Report, text: Text, reading: Reading, gazetteer: Gazetteer
) -> tuple[Claim, ...]:
    """Return the claims with their days, places and actors resolved as far as the report and the lists allow."""
    return tuple(with_keys(grounded(claims, report, text, reading, gazetteer), text, reading))


def grounded(
    claims: Sequence[Claim], report: Report, text: Text, reading: Reading, gazetteer: Gazetteer
) -> list[Claim]:
    """Return the claims resolved, of the happenings that the reader takes them for."""
    names = _names(text, reading)
    context = report_context(names, text.text, report.outlet)
    calendar = Calendar(reading.doc, report.published, text.dateline_day, text.headline.end if text.headline else 0)
    dated = [_lasting(c, text, calendar, report) for c in _dated(claims, report, text, calendar, reading)]
    found = _places(dated, [*names, *heads_of(text.text)], gazetteer, context, text.text)
    placed = instead([_without_none(c, text, reading) for c in _placed(dated, found)], dated)
    placed = at_own_places(placed, report, text, reading, found)
    placed = with_rivals(placed, text, reading)
    placed = below_headline(placed, [_is_headed(c, text) for c in placed])
    tagged = (e for e in reading.doc.ents if e.label_ == "LOC")
    spelled = names_of(context.country, tagged, found) or spelled_in(text.text, context.country, gazetteer)
    home = Homeland(report=report, text=text, names=spelled)
    placed = [_countrywide(c, home, calendar) for c in placed]
    scoped = covering(
        [of_a_country(_scoped(c)) for c in placed],
        lambda c: calendar.sentence_at(_cleaned(text, c.anchor.span.start, 0)[0]),
    )
    return list(told_again([_owned(_acted(c, context.country), text, reading) for c in scoped], report.text))


def _scoped(claim: Claim) -> Claim:
    """Make a figure over two named days ("killed on Saturday and Sunday"), or of what goes on, one of a period.

    Nothing else in its days or place tells as much as the reader, who has seen the sentence: figures over "the past
    24 hours" or of a whole country are as often one happening's.
    """
    figure = claim.figure
    if figure is None or figure.scope != "incident":
        return claim
    if not is_going_on(claim.days) and not _DAYS_APART.search(claim.days.worded or ""):
        return claim
    return replace(claim, figure=replace(figure, scope="period"), incident=None)


_UP_TO = "up to the report"
_SINCE = re.compile(r"since (?:\w+ ){2}", re.IGNORECASE)
"""Before a clause, at whose end its time stands: "since the rebels began their campaign on July 31"."""
_WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_SAID = frozenset({"claim_responsibility", "condemn", "demand", "deny", "threaten"})
"""Happenings that are words: what a report tells in the plain past that somebody said is its news."""
_IN_NEED = frozenset({"affected", "displaced"})
_PEOPLE = frozenset({"", "people", "persons", "person", "men", "man", "others"})
"""Words by which who flees or starves is nobody in particular: of "Syrians" the reader's "civilian" is kept."""
_BESIDE_WOMEN = re.compile(
    r"\bm[ae]n,? and (?:[\w-]+ ){0,2}wom[ae]n\b|\bwom[ae]n,? and (?:[\w-]+ ){1,2}m[ae]n\b", re.IGNORECASE
)
"""Men told of with women: "12 men and two women were abducted"."""
_DAYS_APART = re.compile(rf"^(?:on )?{_WEEKDAY} and (?:on )?{_WEEKDAY}$", re.IGNORECASE)


def _names(text: Text, reading: Reading) -> list[str]:
    """Return the place names that the reader finds, and the dateline's, once for each time they occur."""
    names = [e.text for e in reading.doc.ents if e.label_ == "LOC"]
    return [*names, text.dateline_place] if text.dateline_place else names


def _dated(claims: Sequence[Claim], report: Report, text: Text, calendar: Calendar, reading: Reading) -> list[Claim]:
    """Date each claim by its own words, else by another mention of its happening, else by what stands above it."""
    where = [_cleaned(text, c.anchor.span.start, c.anchor.span.end) for c in claims]
    day = text.dateline_day or report.published
    items = items_of(text.text, reading)
    pointed = [
        _in_its_item(c, text, calendar, at[0], items) or _pointed(c, text, calendar, at, reading)
        for c, at in zip(claims, where, strict=True)
    ]
    claims = [_showing(c, p, text, report, calendar) for c, p in zip(claims, pointed, strict=True)]
    said = [calendar.said_on(*at) for at in where]
    found = zip(claims, where, pointed, said, strict=True)
    own = [_as_said(_own_days(c, calendar, at, day, p), on, day) for c, at, p, on in found]
    shared: dict[str, Days] = {}
    for claim, days, at in zip(claims, own, where, strict=True):
        if claim.incident and not calendar.is_apart(at[0]) and days and (days.known or days.offset_first is not None):
            shared.setdefault(claim.incident, days)
    words = [(calendar.sentence_at(at[0]), d) for c, d, at in zip(claims, own, where, strict=True) if d and _is_said(c)]
    words = [(sentence, days) for sentence, days in words if _is_of_this_week(days, day)]
    dated = [
        replace(
            c,
            days=d or _answering(c, words, calendar, at[0]) or _shared(c, shared) or _fallback(c, calendar, at[0], day),
        )
        for c, d, at in zip(claims, own, where, strict=True)
    ]
    ran = [_running(c, text, calendar, day) for c in dated_again(dated)]
    return [replace(c, days=_as_said(c.days, on, day) or c.days) for c, on in zip(ran, said, strict=True)]


def _as_said(days: Days | None, said: date | None, report: date | None) -> Days | None:
    """Let what goes up to the report go up to the day on which somebody said it: "said on Friday that 12 had fled"."""
    if days is None or said is None or days.last != report or (days.first is not None and days.first >= said):
        return days
    return replace(days, last=said)


def _shared(claim: Claim, shared: Mapping[str, Days]) -> Days | None:
    """Return the days of another mention of a claim's happening; words about it are said after it."""
    return None if _is_said(claim) else shared.get(claim.incident or "")


def _answering(claim: Claim, said: Sequence[tuple[int, Days]], calendar: Calendar, char: int) -> Days | None:
    """Return the days of the words right above that a denial answers: "accused them on Friday. They denied it"."""
    if claim.figure is not None or claim.happening != "deny":
        return None
    above = [days for sentence, days in said if sentence == calendar.sentence_at(char) - 1]
    return replace(above[-1], rule=f"{above[-1].rule} (carried from words above)") if above else None


def _is_of_this_week(days: Days, report: date | None) -> bool:
    """Tell whether days are one day of the week up to the report."""
    if report is None or days.first is None or days.first != days.last:
        return False
    return timedelta() <= report - days.first <= _WEEK


def _is_said(claim: Claim) -> bool:
    return claim.figure is None and claim.happening in _SAID


def _running(claim: Claim, text: Text, calendar: Calendar, day: date | None) -> Claim:
    """Let a total go on from what began to the report; one of a period only where its own words tell what began."""
    if claim.figure is None or claim.figure.scope == "incident":
        return claim
    if _is_toll(claim):
        return replace(claim, days=running(claim.days, text.text, day))
    told = next((e.span for e in claim.evidence if e.field == "days"), claim.anchor.span)
    clauses = {calendar.clause_at(_cleaned(text, at, 0)[0]) for at in (claim.anchor.span.start, told.start)}
    said = "\n".join(text.text[slice(*c)] for c in sorted(clauses))
    return replace(claim, days=running(claim.days, said, day, total=False))


def _lasting(claim: Claim, text: Text, calendar: Calendar, report: Report) -> Claim:
    """Give what its clause says went on for some days, and a figure whose clause names no other, these days."""
    char = _cleaned(text, claim.anchor.span.start, 0)[0]
    clause, day = calendar.clause_at(char), text.dateline_day or report.published
    said = text.text[slice(*clause)]
    if claim.figure is None:
        return going_on(claim, said, char - clause[0], day)
    claim = calendar.ended(claim, clause, char)
    return claim if calendar.is_dated(*clause) else lasting_years(lasting(claim, said, day), said, day)


def _is_toll(claim: Claim) -> bool:
    return claim.figure is not None and claim.figure.scope == "cumulative"


def _own_days(
    claim: Claim, calendar: Calendar, at: tuple[int, int], day: date | None, pointed: Dated | None
) -> Days | None:
    """Return the days that the reader or the syntax gives a claim; None where its own words give none."""
    said = _is_said(claim) and claim.certainty == "asserted" and calendar.is_news(*at)
    if claim.days.rule == "unknown" and not said:
        return Days(rule="nothing tells when")
    if pointed is not None and (pointed.days.known or pointed.days.offset_first is not None):
        settled = calendar.settled(pointed, *at)
        if settled is pointed and _is_said(claim) and calendar.is_of_what_is_said(pointed, *at):
            return _said_since(pointed.days, day)
        return settled.days if settled is not pointed else _days_pointed(claim, pointed, calendar, at[0], day)
    if claim.days.rule == "until" and day is not None and not said:
        return Days(last=day, rule=_UP_TO)
    return days_of_claim(claim, calendar, *at, day)


def _said_since(days: Days, report: date | None) -> Days:
    """Return the days from something to the report, in which words about it were said; a day to come stays itself."""
    if report is not None and days.first is not None and days.first > report:
        return days
    return replace(days, last=report, rule=f"{days.rule}; what was said of it since")


def _in_its_item(claim: Claim, text: Text, calendar: Calendar, char: int, items: Sequence[Item]) -> Dated | None:
    """Return the time of the item of a list that tells of a claim, None where the reader points to one in it."""
    words, item = next((e.span for e in claim.evidence if e.field == "days"), None), item_at(items, char)
    if (
        item is None
        or not item.is_headed
        or (words is not None and item.holds(_cleaned(text, words.start, words.end)[0]))
    ):
        return None
    return calendar.first_in(item.start, item.end)


def _pointed(claim: Claim, text: Text, calendar: Calendar, at: tuple[int, int], reading: Reading) -> Dated | None:
    """Return the time that the reader points to, None where it is that of a picture from the files or of another."""
    words = next((e.span for e in claim.evidence if e.field == "days"), None)
    pointed = calendar.at(*_cleaned(text, words.start, words.end)) if words else None
    if pointed is None or calendar.is_of_other_words(pointed, at[0]) or calendar.shows_a_file_picture(pointed, at[0]):
        return None
    if claim.figure is None or claim.figure.scope == "incident":
        pointed = calendar.corrected(pointed, *at)
    below = pointed.sentence - calendar.sentence_at(at[0])
    news = claim.days.rule != "until" and not _is_toll(claim)
    if news and below >= FURTHER and tells_of_another(reading, at[0], calendar.sentence(pointed.sentence)):
        return None
    if below:
        pointed = calendar.told_from_now(*at) or pointed
    return calendar.to_come(pointed, at[0]) if claim.certainty == "hypothetical" else calendar.happened(pointed, at[0])


def _showing(claim: Claim, pointed: Dated | None, text: Text, report: Report, calendar: Calendar) -> Claim:
    """Return a claim whose evidence for its days is the words of its time: others than pointed to, or none."""
    shown = next((e for e in claim.evidence if e.field == "days"), None)
    if shown is None:
        return claim
    if pointed is None:
        refused = calendar.at(*_cleaned(text, shown.span.start, shown.span.end)) is not None
        kept = (e for e in claim.evidence if not (refused and e is shown))
        return replace(claim, evidence=tuple(kept))
    span = text.original(pointed.span.start, pointed.span.end)
    if shown.span.start < span.end and span.start < shown.span.end:
        return claim
    own = replace(shown, span=span, quote=span.of(report.text), rule="the time beside its own verb")
    return replace(claim, evidence=tuple(own if e is shown else e for e in claim.evidence))


def _days_pointed(claim: Claim, pointed: Dated, calendar: Calendar, char: int, day: date | None) -> Days:
    """Return the days of a time pointed to, up to the report where the reader takes it for a beginning.

    Closed days ("fighting in May") go on only where the words before them call them a beginning as well, where the
    perfect tells of what has been done by now, or where another sentence tells of them within a week of the report.
    """
    if _SINCE.match(claim.days.worded or ""):
        return until_report(replace(pointed.days, last=None), day)
    if claim.days.rule != "since":
        return pointed.days
    goes_on = calendar.is_begun(pointed) or calendar.is_perfect(char) or calendar.is_news_above(pointed, char)
    return until(pointed.days, day) if goes_on else until_report(pointed.days, day)


def _fallback(claim: Claim, calendar: Calendar, char: int, report: date | None) -> Days:
    if _is_toll(claim):
        return until_report(Days(rule="a running total up to the report"), report)
    above = None if _is_said(claim) else calendar.before(char, _ABOVE)
    if above is not None and calendar.is_long_past(above):
        return Days(last=report, rule=_UP_TO)
    if above is not None:
        return replace(above.days, rule=f"{above.days.rule} (carried from a sentence above)")
    return report_days(report, UNDATED)


def _cleaned(text: Text, start: int, end: int) -> tuple[int, int]:
    """Return the stretch of the cleaned text that a stretch of the report's text came to."""
    low = bisect_left(text.offsets, start)
    return low, max(bisect_left(text.offsets, end), low + 1)


def _places(
    claims: Sequence[Claim], names: Sequence[str], gazetteer: Gazetteer, context: PlaceContext, text: str
) -> dict[str, Place]:
    """Return the places of the claims' words beside one another and beside all that the report names."""
    worded = list(dict.fromkeys([*(c.place.worded for c in claims if c.place), *names]))
    return dict(zip(worded, resolve_together(worded, context, gazetteer, text), strict=True))


def _placed(claims: Sequence[Claim], found: Mapping[str, Place]) -> list[Claim]:
    return [replace(c, place=found[c.place.worded]) if c.place else c for c in claims]


def _is_headed(claim: Claim, text: Text) -> bool:
    return text.headline is not None and _cleaned(text, claim.anchor.span.start, 0)[0] < text.headline.end


def _countrywide(claim: Claim, home: Homeland, calendar: Calendar) -> Claim:
    at = _cleaned(home.text, claim.anchor.span.start, 0)[0]
    return home.of(claim, at, calendar.clause_at(at))


def _without_none(claim: Claim, text: Text, reading: Reading) -> Claim:
    """Return a claim without a place that is none, nor its words as evidence: its own speaker is no place either."""
    shown = next((e.span for e in claim.evidence if e.field == "place"), None)
    if claim.place is None or shown is None:
        return claim
    speaks = any(e.field == "source" and e.span == shown for e in claim.evidence)
    if not speaks and not is_no_place(claim.place, reading.doc, *_cleaned(text, shown.start, shown.end)):
        return claim
    return replace(claim, place=None, evidence=tuple(e for e in claim.evidence if e.field != "place"))


def _acted(claim: Claim, country: str | None) -> Claim:
    return replace(
        claim,
        perpetrator=_actor(claim.perpetrator, country),
        target=_actor(claim.target, country),
        figure=_peopled(claim.figure, claim.evidence[0].quote, country) if claim.figure else None,
    )


def _peopled(figure: Figure, clause: str, country: str | None) -> Figure:
    """Give a figure the category and group that its victims' words name; the reader's label stands where they do not.

    Protesters named as civilians ("people protesting") stay protesters: the reader saw the sentence. People of whom
    nothing is said in their clause are no civilians, whoever was killed beside them; "wounding ten others" counts
    people like those before, and the reader's label stands, as it does for "defectors" whose
    defection is told: they were of those whom they left.
    """
    if figure.category == "civilian" and is_anybody(figure.victims) and _says_nothing(figure, clause):
        return replace(figure, category="unspecified")
    if figure.victims is None:
        return figure
    named = category_of_people(figure.victims, country) if figure.measure != "defected" else None
    keeps = named is None or (named == "civilian" and figure.category in {"protester", "aid_or_medical", "journalist"})
    category = figure.category if keeps or named is None else named
    return replace(figure, category=category, group=group_of_people(figure.victims))


def _says_nothing(figure: Figure, clause: str) -> bool:
    """Tell whether nothing says that people are civilians, as of "Syrians" that they flee or starve does."""
    if figure.measure in _IN_NEED and (figure.victims or "").lower().removeprefix("the ") not in _PEOPLE:
        return False
    if "civilian" in clause.lower() or _BESIDE_WOMEN.search(clause):
        return False
    return not is_more(f"{figure.victims or ''} {figure.worded}")


def _owned(claim: Claim, text: Text, reading: Reading) -> Claim:
    """Return a claim with the people whom its source calls its own as the source's."""
    told = next((e.span.end for e in claim.evidence if e.field == "source"), 0)
    at = (_cleaned(text, char, 0)[0] for char in (claim.anchor.span.start, told))
    return with_own_people(claim, reading.doc, *at)


def _actor(actor: Actor | None, country: str | None) -> Actor | None:
    return actor_of(actor.worded, country) if actor else None
