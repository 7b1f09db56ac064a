"""All claims of one report, in the order of their words, with the keys of the happenings they are about."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from sijill.average_link import group, runs
from sijill.extract.acts import VIOLENT, weighed_together
from sijill.extract.alone import article_of
from sijill.extract.bases import is_base
from sijill.extract.befallen import befallen, opens_a_row
from sijill.extract.blamed import rightly_blamed
from sijill.extract.carried import with_carried
from sijill.extract.clause import quoted_clause, reason_of
from sijill.extract.closer import closer
from sijill.extract.confidence import confidence_of
from sijill.extract.counted import (
    counted,
    is_animal,
    is_craft,
    is_day,
    is_family,
    is_of_money,
    is_population,
    is_rescued,
    is_spared,
    is_year,
)
from sijill.extract.doers import is_doer
from sijill.extract.figures import (
    LEAST_ALONE,
    LEAST_BORNE_OUT,
    LEAST_FIGURE,
    LEAST_KIND,
    LEAST_OF_NO_KIND,
    LEAST_PEACEFUL,
    LEAST_TOLD,
    LEAST_TRIGGER,
    figure_claim,
    not_none,
    number_words,
    pointed,
    shared_fields,
)
from sijill.extract.governors import is_denial
from sijill.extract.harm import is_unharmed
from sijill.extract.headcounts import is_headcount
from sijill.extract.hidden_people import hidden_people
from sijill.extract.in_turn import in_turn
from sijill.extract.measures import beside, measure_of, settled
from sijill.extract.named_acts import plain_act
from sijill.extract.no_counts import is_age, is_of_an_age, is_rank
from sijill.extract.numbers import has_number_words
from sijill.extract.one_by_one import one_by_one
from sijill.extract.one_clause import told_once
from sijill.extract.pairs import one_each
from sijill.extract.parts import with_parts
from sijill.extract.people import is_person
from sijill.extract.sites import at_sites
from sijill.extract.sources import Voices
from sijill.extract.spoken import with_own_place
from sijill.extract.stated_numbers import value_of
from sijill.extract.states import is_state
from sijill.extract.summed import with_sums
from sijill.extract.tabled import with_tables
from sijill.extract.together import sharing_scope, told_as_one
from sijill.extract.vague_words import VAGUE_LOWS
from sijill.extract.verification import with_doubts
from sijill.extract.whereabouts import with_places
from sijill.extract.words import Page, number_in
from sijill.model import Actor, Claim, Findings
from sijill.reading import NumberCue

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Token

    from sijill.model import Report, Text
    from sijill.reading import Reading, TriggerCue

EXTRACTOR: Final = "sijill-16"
"""Name and version of the extractor; a new version adds its claims beside the old ones."""


_NO_NUMBERS: Final = frozenset({"ADP", "ADV", "CCONJ"})
"""Parts of speech of what stands before a number ("only two", "stands at 220") and alone is none."""
_HARMED: Final = frozenset({"killed", "killed_or_injured", "injured"})
_OF_ANOTHER: Final = frozenset({"claim_responsibility", "condemn", "deny"})
_NEAR: Final = 2
"""Words above a happening among which the one that condemns it stands ("responsibility for the attack")."""


def extract(report: Report, text: Text, reading: Reading) -> Findings:
    """Return every claim of a report, its places, days and actors as worded only, and the people in it who hide."""
    page = Page(report=report, text=text, reading=reading)
    voices = Voices(page)
    kept = weighed_together(page, _kept(page))
    claims = with_doubts(page, [_claim(page, cue, voices) for _, cue in kept])
    keyed = _with_incidents(page, kept, claims)
    spoken = _spoken(cue for _, cue in kept)
    told = [claim for (_, cue), claim in zip(kept, keyed, strict=True) if _is_told(page, cue, spoken)]
    ordered = sorted(with_parts(page, told), key=lambda c: (c.anchor.span.start, c.figure is None))
    return Findings(
        claims=tuple(with_tables(page, with_sums(ordered, page.report.text))), hidden=hidden_people(page, voices.hiders)
    )


def _kept(page: Page) -> list[tuple[int, TriggerCue]]:
    """Return the cues that are claims, with their index among all mentions."""
    reading = page.reading
    once = one_each(page, one_by_one(page.doc, enumerate(reading.numbers)))
    sure = [(i, cue) for i, cue in once if _is_sure(page, cue)]
    carried = zip((i for i, _ in sure), with_carried(page, [cue for _, cue in sure]), strict=True)
    counted = [(i, cue) for i, cue in carried if _is_figure(page, cue)]
    cues = in_turn(page, sharing_scope(page, [cue for _, cue in counted]))
    first = len(reading.numbers)
    told = [(i, cue) for i, cue in enumerate(reading.triggers, first) if _is_happening(page, cue)]
    triggers = told_once(page.doc, told)
    acts = [with_own_place(page.doc, cue, _named_act(page, cue)) for _, cue in triggers]
    where = with_places(page, [*cues, *acts])
    return at_sites(page, closer(page, list(zip((i for i, _ in (*counted, *triggers)), where, strict=True))))


def _is_sure(page: Page, cue: NumberCue) -> bool:
    """Tell whether a number is a figure: likely enough, or less where the word that governs it names its measure."""
    if cue.probability >= LEAST_FIGURE:
        return True
    number = number_in(page.doc[cue.start : cue.end])
    article = article_of(number)
    is_number = value_of(number.text) is not None or number.lower_ in VAGUE_LOWS
    told = befallen(number) if article is None and is_number else None
    if told is not None:
        sure = told in _HARMED and number.pos_ == "NUM" and (is_person(counted(number)) or opens_a_row(number))
        return cue.probability >= (LEAST_TOLD if sure else LEAST_BORNE_OUT)
    if (
        number.pos_ == "DET"
        and number.head.lower_ == "old"
        and is_of_an_age(page.text.text, page.chars(number.i, number.i + 1)[1])
    ):
        return cue.probability >= LEAST_BORNE_OUT
    least = LEAST_ALONE if article is not None and is_person(article.head) else LEAST_BORNE_OUT
    return cue.probability >= least and measure_of(article or number) == cue.measure


def _is_figure(page: Page, cue: NumberCue) -> bool:
    """Tell whether a tagged number counts people harmed: not who lives somewhere, nor who lived through it."""
    number, at = number_in(page.doc[cue.start : cue.end]), number_words(page, cue)
    if _names_no_number(number) and not has_number_words(page.text.text[slice(*at)]):
        return False
    if not _is_written(page, cue) or _counts_nobody(page.text.text, *at):
        return False
    if any(counts(number) for counts in (is_population, is_animal, is_craft, is_year, is_family, is_of_money)):
        return False
    measure = settled(cue.measure, number)
    if any(is_other(number, measure) for is_other in (is_headcount, is_base, is_doer)):
        return False
    if (measure == "released" and is_rescued(number)) or (
        measure in _HARMED and befallen(number) is None and is_unharmed(number, cue.probability)
    ):
        return False
    lived = measure in _HARMED and is_spared(number)
    return not lived or (measure == "injured" and "injured" in {*beside(number), befallen(number)})


def _counts_nobody(text: str, start: int, end: int) -> bool:
    """Tell whether number words are a day, a rank or an age."""
    return is_day(text, end) or is_rank(text, start, end) or is_age(text, start, end)


def _is_written(page: Page, cue: TriggerCue) -> bool:
    """Tell whether a cue stands in the report, and is not lent to the row of a table by the head of a column."""
    return bool(page.evidence("trigger", cue.start, cue.end).quote.strip("| \t\r\n"))


def _names_no_number(word: Token) -> bool:
    """Tell whether a word that is no number word counts nobody: "only", or one person without an article ("woman")."""
    one = word.pos_ == "NOUN" and is_person(word) and not word.lower_.endswith("s")
    return word.pos_ in _NO_NUMBERS or one


def _is_happening(page: Page, cue: TriggerCue) -> bool:
    sure = cue.probability >= LEAST_TRIGGER and not_none(cue) is not None
    return sure and _is_written(page, cue) and not is_state(page.doc[cue.start : cue.end], not_none(cue))


def _spoken(cues: Iterable[TriggerCue]) -> frozenset[int]:
    """Return the tokens of words that condemn, deny or claim what happened."""
    acts = (cue for cue in cues if not isinstance(cue, NumberCue) and not_none(cue) in _OF_ANOTHER)
    return frozenset(at for cue in acts for at in range(cue.start, cue.end))


def _is_told(page: Page, cue: TriggerCue, spoken: frozenset[int]) -> bool:
    """Tell whether a cue is a claim of its own; the others only join what is told of one happening.

    What a word of `spoken` governs is told even where its kind is unsure: it tells where that was.
    """
    if isinstance(cue, NumberCue):
        return True
    word = page.doc[cue.start : cue.end].root
    governed = any(above.i in spoken for above in islice(word.ancestors, _NEAR))
    if cue.probability < LEAST_OF_NO_KIND and cue.happening[0].probability < LEAST_KIND and not governed:
        return False
    return not_none(cue) in VIOLENT or cue.probability >= LEAST_PEACEFUL


def _claim(page: Page, cue: TriggerCue, voices: Voices) -> Claim:
    cue = rightly_blamed(page.doc, cue)
    if isinstance(cue, NumberCue):
        return figure_claim(page, cue, voices, EXTRACTOR)
    return _happening_claim(page, cue, voices)


def _happening_claim(page: Page, cue: TriggerCue, voices: Voices) -> Claim:
    """Return the claim that a trigger makes."""
    shared = shared_fields(page, cue, voices)
    trigger = page.evidence("trigger", cue.start, cue.end, "reader's trigger tag")
    reason = reason_of(page, cue)
    target = pointed(page, cue.victims)
    clause = quoted_clause(page, *page.chars(cue.start, cue.end), cue)
    return Claim(
        report_id=page.report_id,
        happening=_named_act(page, cue),
        sources=shared.sources,
        certainty=shared.certainty,
        place=shared.place,
        days=shared.days,
        perpetrator=shared.perpetrator,
        target=Actor(worded=target) if target else None,
        reason=reason.quote if reason else None,
        evidence=(clause, trigger, *shared.evidence, *((reason,) if reason else ())),
        confidence=confidence_of("happening", cue.probability),
        extractor=EXTRACTOR,
    )


def _named_act(page: Page, cue: TriggerCue) -> str | None:
    """Return the happening of a trigger: a word of denial claims no responsibility, and a siege takes no territory."""
    happening = not_none(cue)
    trigger = page.doc[cue.start : cue.end]
    denies = is_denial(trigger.root) and happening == "claim_responsibility"
    return "deny" if denies else plain_act(trigger, happening) or happening


def _with_incidents(page: Page, kept: Sequence[tuple[int, TriggerCue]], claims: Sequence[Claim]) -> list[Claim]:
    """Give claims about one happening one key; period and cumulative figures have none."""
    single = [n for n, c in enumerate(claims) if c.figure is None or c.figure.scope == "incident"]
    keyed = list(claims)
    for run in runs([kept[n][1].start for n in single]):
        near = [single[at] for at in run]
        for members in group(_likeness(page, [kept[n] for n in near])):
            key = _key(claims[near[members[0]]])
            for n in (near[member] for member in members):
                keyed[n] = replace(claims[n], incident=key)
    return keyed


def _likeness(page: Page, kept: Sequence[tuple[int, TriggerCue]]) -> NDArray[np.float64]:
    """Return the probability that any two cues are of one happening: surely where the syntax tells them as one."""
    rows = page.reading.likeness([at for at, _ in kept])
    for a, b in told_as_one(page, [cue for _, cue in kept]):
        rows[a, b] = rows[b, a] = 1.0
    return rows


def _key(first: Claim) -> str:
    """Name a happening of a report by its type and where its first mention stands."""
    return f"{first.happening or 'other'}-{first.anchor.span.start}"
