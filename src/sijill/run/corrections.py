"""A correction applied to a claim: one field anew, its evidence replaced where words were given. Pure.

Invariant: the claim that comes back is a claim of the model; a value that the field cannot have is refused in words.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from sijill.errors import UsageError
from sijill.model import CATEGORIES, CERTAINTIES, HAPPENINGS, MEASURES, SCOPES, SOURCE_KINDS, Actor, Place, Source
from sijill.values import CountRange, Days

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sijill.model import Claim, Evidence, Figure
    from sijill.review import Review

    Value = Mapping[str, Any]

KNOWN = {
    "measure": MEASURES,
    "category": CATEGORIES,
    "scope": SCOPES,
    "happening": HAPPENINGS,
    "certainty": CERTAINTIES,
}
EVIDENCE_FIELDS = {"happening": "trigger", "days": "time"}  # what the model calls the evidence of a field
OF_FIGURES = ("number", "measure", "category", "victims", "scope")


def corrected(claim: Claim, review: Review) -> Claim:
    """Return the claim with the field of a correction set; UsageError where it cannot have that value."""
    field, value = cast("str", review.field), cast("Value", review.value)
    changed = with_evidence(claim, field, review.evidence)
    if field in OF_FIGURES:
        if claim.figure is None:
            msg = f"claim {claim.id} has no figure: its {field} cannot be corrected; reject it and add the right one"
            raise UsageError(msg)
        return replace(changed, figure=figure_with(claim.figure, field, value))
    attribute, reading = SETS[field]
    told = as_it_was(claim, value) if field == "source" else value
    return replace(changed, **{attribute: cast("Any", reading(told))})


def as_it_was(claim: Claim, value: Value) -> Value:
    """Return what is said of a source with the kind and the protection that it had, where nothing is said of them.

    Who had no words before has the kind that the words tell. No correction of words alone takes protection away: of
    several sources one that is protected protects what stands in their place.
    """
    from sijill.extract.kinds import kind_of

    before, protected = claim.source, any(source.protected for source in claim.sources)
    words = str(value["words"]).strip()
    known = kind_of(words) if before.worded is None else (before.kind, "")
    kind = value.get("kind") or (known[0] if words and known is not None else "reporter")
    return {**value, "kind": kind, "protected": value.get("protected", bool(words) and protected)}


def with_evidence(claim: Claim, field: str, evidence: Evidence | None) -> Claim:
    """Return the claim with the field's words replaced; without words given it rests on what it rested on."""
    if evidence is None:
        return claim
    name = EVIDENCE_FIELDS.get(field, field)
    kept = tuple(one for one in claim.evidence if one.field != name)
    return replace(claim, evidence=(*kept, replace(evidence, field=name)))


def figure_with(figure: Figure, field: str, value: Value) -> Figure:
    """Return the figure with one of its fields set."""
    if field == "number":
        return replace(figure, count=count_of(value), worded=str(value["words"]))
    if field == "victims":
        return replace(figure, victims=str(value["words"]).strip() or None)
    named: dict[str, Any] = {field: one_of(field, value)}
    return replace(figure, **named)


def count_of(value: Value) -> CountRange:
    """Return the range of a number phrase: "at least 22", "5 to 9", "dozens"."""
    from sijill.extract.numbers import count_of as read
    from sijill.extract.numbers import has_number_words

    words = " ".join(str(value["words"]).split())
    count = read(words)
    if not has_number_words(words) or (count.low is None and count.high is None and count.vague != words.lower()):
        msg = f"{words!r} is no number of people: write it as a report would, for example 22, at least 22, 5 to 9"
        raise UsageError(msg)
    return count


def one_of(field: str, value: Value) -> str:
    """Return the value of a field that has a list; UsageError for one that is not on it."""
    words = str(value["words"])
    if words not in KNOWN[field]:
        msg = f"unknown {field} {words!r}: it is one of {', '.join(KNOWN[field])}"
        raise UsageError(msg)
    return words


def sources_of(value: Value) -> tuple[Source, ...]:
    """Return the one source that was named; no words mean the report's own voice."""
    words, kind = str(value["words"]).strip(), str(value.get("kind") or "reporter")
    if kind not in SOURCE_KINDS:
        msg = f"unknown kind of source {kind!r}: it is one of {', '.join(SOURCE_KINDS)}"
        raise UsageError(msg)
    protected = bool(value.get("protected"))
    return (Source(worded=words or None, kind=kind, protected=protected, anonymous=protected, rule="by a person"),)


def actor_of(value: Value) -> Actor | None:
    """Return the party as worded; no words mean that none is named."""
    words = str(value["words"]).strip()
    return Actor(worded=words) if words else None


def place_of(value: Value) -> Place | None:
    """Return the place as the gazetteer knows the words, else as worded; no words mean that none is told."""
    from sijill.ground.places.gazetteer import Gazetteer

    words = str(value["words"]).strip()
    return replace(Gazetteer.load().resolve(words), rule="by a person") if words else None


def days_of(value: Value) -> Days:
    """Return the days from `first` to `last`, YYYY-MM-DD each, either of which may be left out."""
    first, last = day_of(value.get("first")), day_of(value.get("last"))
    if first and last and last < first:
        msg = f"the last day {last} is before the first day {first}"
        raise UsageError(msg)
    return Days(first=first, last=last, worded=str(value.get("words") or "") or None, rule="by a person")


def day_of(written: object) -> date | None:
    """Return the day that YYYY-MM-DD names, None for nothing."""
    if not written:
        return None
    try:
        return date.fromisoformat(str(written))
    except ValueError:
        msg = f"{written!r} is not a day: write it as YYYY-MM-DD, as in 2011-06-07"
        raise UsageError(msg) from None


SETS: dict[str, tuple[str, Callable[[Value], object]]] = {
    "happening": ("happening", lambda value: one_of("happening", value)),
    "certainty": ("certainty", lambda value: one_of("certainty", value)),
    "source": ("sources", sources_of),
    "perpetrator": ("perpetrator", actor_of),
    "target": ("target", actor_of),
    "place": ("place", place_of),
    "days": ("days", days_of),
}
"""The attribute that a field sets, and what reads its value."""
