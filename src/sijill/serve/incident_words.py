"""Incidents in words: headings, ranges, what each source says and has said. Pure; nothing is shortened or guessed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sijill.serve.wording import counted, days_in_words, one_line, place_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sijill.incident import Amount, Blame, FigureRange, Incident, SourceFigures, Voice
    from sijill.serve.hiding import Hiding

BLAMED = {"blamed": "by {1}, says {0}", "claimed": "by {1}, says {0} of itself", "denied": "not by {1}, says {0}"}


def heading_in_words(incident: Incident, hiding: Hiding) -> str:
    """Return "armed clash · Idlib, SY · 2011-12-01"."""
    known = [
        (incident.happening or "happening not known").replace("_", " "),
        hiding.text(place_in_words(incident.place)) or "place not known",
        hiding.text(days_in_words(incident.days)) or "days not known",
    ]
    return " · ".join(known)


def range_in_words(found: FigureRange | None) -> str:
    """Return "15", "24 to 120" or "22 or more (34 is the highest named)"; "" for None."""
    if found is None:
        return ""
    if found.high is None:
        highest = f" ({found.stated:,} is the highest named)" if found.stated > found.low else ""
        return f"{found.low:,} or more{highest}"
    return f"{found.low:,}" if found.low == found.high else f"{found.low:,} to {found.high:,}"


def marks_in_words(found: FigureRange) -> str:
    """Return what is to be known of a range: on how many sources it rests, contested, derived, hedged."""
    marks = [counted(found.sources, "independent source")]
    marks += ["contested"] if found.contested else []
    marks += ["with a sum that no source states"] if found.derived else []
    marks += ["hedged"] if found.hedged else []
    marks += ["a bound only, from killed-or-injured figures"] if found.bounded_only else []
    return ", ".join(marks)


def amount_in_words(amount: Amount) -> str:
    """Return "at least 22 protesters (protester), hedged"."""
    who = f" {one_line(amount.victims)}" if amount.victims else ""
    marks = [word for word, true in (("derived", amount.derived), ("hedged", amount.hedged)) if true]
    marks += [f"of its {amount.stance} side"] if amount.stance else []
    return f"{number_in_words(amount)}{who} ({amount.category}){''.join(f', {mark}' for mark in marks)}"


def number_in_words(amount: Amount) -> str:
    """Return the number of an amount: "15", "at least 20", "up to 40", "5 to 9", "dozens", "about 30"."""
    if amount.vague or not amount.countable:
        return amount.vague or "a number"
    if amount.low is None or amount.high is None:
        return f"up to {amount.high:,}" if amount.high is not None else f"at least {amount.low:,}"
    if amount.low != amount.high:
        return f"{amount.low:,} to {amount.high:,}"
    return f"{'about ' if amount.approximate else ''}{amount.low:,}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One amount that a source gives: under which name the source may be shown, and which part the amount plays."""

    figures: SourceFigures
    voice: Voice
    role: str
    amount: Amount
    words: str

    @property
    def measure(self) -> str:
        """What is counted, in words."""
        return self.figures.measure.replace("_", " ")


def accounts_of(incident: Incident, hiding: Hiding) -> Iterator[Account]:
    """Yield every amount of an incident, source by source and measure by measure, masked."""
    for figures in sorted(incident.figures, key=lambda one: (one.voice.key, one.measure)):
        voice = hiding.voice(figures.voice)
        for role, amount in accounts_in_words(figures):
            words = hiding.text(amount_in_words(amount))
            yield Account(figures=figures, voice=voice, role=role, amount=amount, words=words)


def accounts_in_words(figures: SourceFigures) -> Iterator[tuple[str, Amount]]:
    """Yield what a source says of one measure, each amount with the part that it plays."""
    if figures.total is not None:
        yield ("repeats another source" if figures.repeats else "in force"), figures.total
    for role, amounts in (("part", figures.parts), ("replaced", figures.superseded), ("withdrawn", figures.withdrawn)):
        yield from ((role, amount) for amount in amounts)


def blame_in_words(blame: Blame, hiding: Hiding) -> str:
    """Return "by security forces (alleged), says an activist"; what a party did is alleged."""
    actor = hiding.text(one_line(blame.actor.worded))
    return BLAMED[blame.kind].format(one_line(hiding.voice(blame.voice).name), f"{actor} (alleged)")
