"""Members of one cluster -> the incident: the one entry point of reconciling.

Invariant: the incident is a function of the set of its members: neither their order nor entering one twice matters.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from sijill.incident import Contradiction, FigureRange, Incident, SetAside, SourceFigures
from sijill.reconcile.blame import blames_of, disputed
from sijill.reconcile.contradictions import at_odds, denied, other_people, over_bound
from sijill.reconcile.entries import Entry, beside_counts, entry_of
from sijill.reconcile.outdated import in_force
from sijill.reconcile.placing import place_of
from sijill.reconcile.ranges import BOTH, BOUNDED, bound_of, independent, range_of
from sijill.reconcile.standing import asides_of, figures_of, standing_of
from sijill.reconcile.voices import Voices
from sijill.reconcile.words import tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sijill.incident import Member
    from sijill.reconcile.blame import Numbered
    from sijill.values import Days

_ENTERING = frozenset({"asserted", "hedged"})


def reconcile(members: Sequence[Member]) -> Incident:
    """Return the incident that members are about; raises ValueError where no member is about one.

    Period and cumulative figures among the members are set aside: they belong beside a toll, as cross-checks.
    """
    numbered, strays = _split(_unique(members))
    if not numbered:
        msg = "an incident has at least one claim"
        raise ValueError(msg)
    ordered = [member for _, member in numbered]
    voices = Voices(ordered)
    keyed = [(id_, member, key) for (id_, member), key in zip(numbered, voices.keys, strict=True)]
    entering, denying, aside = _sorted_out(keyed)
    entering, outdated = in_force(beside_counts(entering))
    figures, reasons = _figures(entering, denying, voices)
    blames = blames_of(keyed, voices)
    contradictions = _contradictions(figures, denying, entering, voices)
    dispute = disputed(blames)
    return Incident(
        id=numbered[0][0],
        claims=tuple(id_ for id_, _ in numbered),
        reports=tuple(sorted({m.report_name for m in ordered})),
        origins=tuple(sorted({m.origin or m.report_name for m in ordered})),
        happening=_happening(ordered),
        place=place_of(ordered),
        days=_days(ordered),
        figures=tuple(f for of_measure in figures.values() for f in of_measure),
        ranges=tuple(_ranges(figures, contradictions)),
        contradictions=(*contradictions, *([dispute] if dispute else [])),
        blames=blames,
        set_aside=(*strays, *aside, *outdated, *reasons),
    )


def _unique(members: Iterable[Member]) -> list[tuple[str, Member]]:
    """Return the members by their claims' ids, each once, in the order of entry."""
    numbered = sorted(((m.claim.id, m) for m in members), key=lambda pair: (pair[1].entered, pair[0]))
    if len({id_ for id_, _ in numbered}) == len(numbered):
        return numbered
    numbered.sort(key=lambda pair: (pair[1].entered, pair[0], repr(pair[1])))
    first: dict[str, Member] = {}
    for id_, member in numbered:
        first.setdefault(id_, member)
    return list(first.items())


def _split(numbered: Iterable[tuple[str, Member]]) -> tuple[list[tuple[str, Member]], list[SetAside]]:
    """Return the members about the happening, and why those with figures of a period or running totals are not."""
    own: list[tuple[str, Member]] = []
    strays: list[SetAside] = []
    for id_, member in numbered:
        figure = member.claim.figure
        if figure is None or figure.scope == "incident":
            own.append((id_, member))
        else:
            strays.append(SetAside(claim=id_, reason=f"a {figure.scope} figure is a cross-check, never added"))
    return own, strays


def _sorted_out(keyed: Iterable[Numbered]) -> tuple[list[Entry], list[Entry], list[SetAside]]:
    """Return the figures that enter, those that are denied, and why the others stay out."""
    entering, denying, aside = [], [], []
    for id_, member, key in keyed:
        if member.claim.figure is None:
            continue
        if member.claim.certainty in _ENTERING:
            entering.append(entry_of(id_, member, key))
        else:
            aside.append(SetAside(claim=id_, reason=member.claim.certainty))
            if member.claim.certainty == "denied":
                denying.append(entry_of(id_, member, key))
    return entering, denying, aside


def _figures(
    entering: Iterable[Entry], denying: Iterable[Entry], voices: Voices
) -> tuple[dict[str, tuple[SourceFigures, ...]], list[SetAside]]:
    """Return by measure what every source holds, and why figures are not their source's total."""
    by_source: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
    refused: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entries, groups in ((entering, by_source), (denying, refused)):
        for entry in entries:
            groups[entry.figure.measure, entry.key].append(entry)
    found: defaultdict[str, list[SourceFigures]] = defaultdict(list)
    for measure, key in sorted(by_source):
        standing = standing_of(by_source[measure, key], refused.get((measure, key), ()))
        found[measure].append(figures_of(voices.of(key), measure, standing))
    figures = {measure: independent(of_measure) for measure, of_measure in found.items()}
    reasons = [r for m, fs in figures.items() for f in fs for r in asides_of(f, by_source[m, f.voice.key])]
    return figures, reasons


def _contradictions(
    figures: Mapping[str, Sequence[SourceFigures]], denying: Iterable[Entry], entering: Sequence[Entry], voices: Voices
) -> tuple[Contradiction, ...]:
    found: list[Contradiction | None] = []
    for of_measure in figures.values():
        if len(of_measure) > 1:
            found += [at_odds(of_measure), other_people(of_measure)]
    every = [one for of_measure in figures.values() for one in of_measure]
    return (*(c for c in found if c), *over_bound(figures), *denied(denying, entering, voices, every))


def _ranges(
    figures: Mapping[str, Sequence[SourceFigures]], contradictions: Sequence[Contradiction]
) -> Iterable[FigureRange]:
    odd = {c.measure for c in contradictions if c.kind in {"figures", "bound"}}
    for measure, of_measure in figures.items():
        found = range_of(measure, of_measure, contested=measure in odd)
        if found:
            yield found
    both = figures.get(BOTH, ())
    for measure in BOUNDED:
        bound = bound_of(measure, both) if both and not any(f.counts for f in figures.get(measure, ())) else None
        if bound:
            yield bound


def _happening(members: Sequence[Member]) -> str | None:
    """Return the happening that most claims name, the first-entered of equals; words only where there is no act."""
    named = [m.claim.happening for m in members if m.claim.happening]
    acts = [h for h in named if h not in tables().verbal]
    return max(Counter(acts or named).items(), key=lambda item: item[1], default=(None, 0))[0]


def _days(members: Sequence[Member]) -> Days:
    """Return the most precise days, of equals those that most claims give, then the first-entered."""
    if len(members) == 1:
        return members[0].claim.days
    days = [m.claim.days for m in members]
    counted = Counter(d for d in days if d.known) or Counter(days)
    return max(counted, key=lambda d: (-_length(d), counted[d]))


def _length(days: Days) -> int:
    if days.first is None or days.last is None:
        return 10_000
    return (days.last - days.first).days


def with_whole(incident: Incident, whole: str) -> Incident:
    """Return the incident as a part of another."""
    return replace(incident, part_of=whole)
