"""Incidents -> a toll under a named rule, with all that it rests on and all that it leaves out.

Invariants: an incident is counted once; a part is never counted beside its whole; low <= best <= high.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias, cast

from sijill.errors import UsageError
from sijill.incident import Exclusion, Filters, Incident, Member, Tally
from sijill.model import CATEGORIES, MEASURES
from sijill.reconcile.asking import INSIDE, OUTSIDE, asked
from sijill.reconcile.counting import Counted, count
from sijill.reconcile.crosschecks import crosschecks_of
from sijill.reconcile.gathered import gathered, parts_in
from sijill.reconcile.rows import NOT_ADDITIVE, Adding, add_to, check_by
from sijill.reconcile.rules import Rule, rule_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sijill.reconcile.gathered import Gathered

    Line: TypeAlias = "Tallied | Adding"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What incidents are counted for: under which rule, which of them, and by what."""

    rule: Rule
    filters: Filters
    by: str | None

    @property
    def key(self) -> tuple[str, str, Filters, str | None]:
        """By which answers to it are known."""
        return "tally", self.rule.name, self.filters, self.by


@dataclass(slots=True)
class Tallied:
    """What some incidents come to under a question, to be joined with what others come to."""

    whole: Adding = field(default_factory=Adding)
    unsure: list[Exclusion] = field(default_factory=list)
    uncounted: list[Exclusion] = field(default_factory=list)
    contested: int = 0
    hedged: int = 0
    outside: int = 0

    def add(self, found: Counted) -> None:
        """Take in an incident that counts."""
        r = found.range
        self.whole.add(found, r.low, found.best, r.high, r.stated)
        self.contested += r.contested
        self.hedged += r.hedged

    def join(self, other: Tallied) -> None:
        """Take in what other incidents come to."""
        self.whole.join(other.whole)
        self.unsure += other.unsure
        self.uncounted += other.uncounted
        self.contested += other.contested
        self.hedged += other.hedged
        self.outside += other.outside

    def left_out(self) -> tuple[Exclusion, ...]:
        """Return what is left out and why: first what may not be asked of at all, each in the order of the ids."""
        return (*sorted(self.unsure, key=_id), *sorted(self.uncounted, key=_id))


class Taking:
    """The lines of a toll while incidents are taken in: the whole, with what is left out, and the line of each key."""

    def __init__(self, question: Question) -> None:
        """Begin with nothing."""
        self._question = question
        self._whole, self._rows = Tallied(), dict[str, Adding]()

    def take(self, one: Incident, *, part: bool = False) -> None:
        """Take in an incident; `part`: it is a part of one that counts."""
        question, into = self._question, self._whole
        answer = asked(one, question.filters)
        if answer != INSIDE:
            into.outside += answer == OUTSIDE
            into.unsure += [] if answer == OUTSIDE else [Exclusion(incident=one.id, reason=answer)]
            return
        found = count(one, question.filters, question.rule)
        if isinstance(found, str) or part:
            reason = found if isinstance(found, str) else f"a part of incident {one.part_of}"
            into.uncounted.append(Exclusion(incident=one.id, reason=reason))
            return
        into.add(found)
        if question.by:
            add_to(self._rows, found, question.by, question.filters, question.rule)

    @property
    def lines(self) -> dict[str | None, Line]:
        """What was taken in, line by line; the whole is without a key."""
        found: dict[str | None, Line] = {None: self._whole}
        return found | self._rows


def tally(
    incidents: Sequence[Incident] | Gathered,
    crosschecks: Sequence[Member] = (),
    *,
    rule: str = "ibc",
    filters: Filters | None = None,
    by: str | None = None,
) -> Tally:
    """Return the toll of incidents under a rule; raises UsageError for what the rule does not count.

    `crosschecks` are the members whose figures are of a period or cumulative; others among them are passed over.
    """
    question = Question(rule=rule_of(rule), filters=filters or Filters(), by=by)
    _check(question)
    held = gathered(incidents)
    found, rows = tallied(held, question)
    has_best = question.rule.best != "none"
    return Tally(
        rule=rule,
        filters=question.filters,
        by=by,
        whole=found.whole.row("all", has_best=has_best),
        rows=tuple(row.row(key, has_best=has_best) for key, row in rows),
        exclusions=found.left_out(),
        crosschecks=crosschecks_of(crosschecks, held, question.filters, question.rule),
        contested=found.contested,
        hedged=found.hedged,
        outside=found.outside,
        additive=by not in NOT_ADDITIVE,
    )


def sums_by(
    incidents: Sequence[Incident] | Gathered, by: str, *, rule: str, filters: Filters
) -> Sequence[tuple[str, Adding]]:
    """Return what the lines of a toll come to, in the order of their keys, for whom that is enough."""
    question = Question(rule=rule_of(rule), filters=filters, by=by)
    _check(question)
    return tallied(gathered(incidents), question)[1]


def _check(question: Question) -> None:
    filters, rule = question.filters, question.rule
    for name, value, allowed in (("measure", filters.measure, MEASURES), ("category", filters.category, CATEGORIES)):
        if value is not None and value not in allowed:
            msg = f"unknown {name} {value!r}: use one of {', '.join(allowed)}"
            raise UsageError(msg)
    if rule.measures and filters.measure not in rule.measures:
        msg = (
            f"the rule {rule.name!r} counts {' and '.join(rule.measures)} only, not {filters.measure}: use another rule"
        )
        raise UsageError(msg)
    check_by(question.by)


def tallied(held: Gathered, question: Question) -> tuple[Tallied, Sequence[tuple[str, Adding]]]:
    """Return what incidents come to, and the lines in the order of their keys.

    The parts of others are counted apart, since they count only where their whole does not.
    """
    lines = dict(held.lined(question.key, lambda some: _whole_ones(some, question), _joined))
    for key, more in _parts(held, question).items():
        lines[key] = _joined([lines[key], more]) if key in lines else more
    found = cast("Tallied", lines.pop(None, None) or Tallied())
    return found, sorted(cast("dict[str, Adding]", lines).items())


def _whole_ones(incidents: Iterable[Incident], question: Question) -> dict[str | None, Line]:
    found = Taking(question)
    for one in incidents:
        if one.part_of is None:
            found.take(one)
    return found.lines


def _parts(held: Gathered, question: Question) -> dict[str | None, Line]:
    found = Taking(question)
    for one in parts_in(held):
        whole = held.by_id.get(one.part_of or "")
        found.take(one, part=whole is not None and _counts(whole, question))
    return found.lines


def _counts(one: Incident, question: Question) -> bool:
    inside = asked(one, question.filters) == INSIDE
    return inside and isinstance(count(one, question.filters, question.rule), Counted)


def _joined(parts: Sequence[Line]) -> Line:
    """Return parts of one line together: all are the whole's, or all are a key's."""
    if isinstance(parts[0], Tallied):
        whole = Tallied()
        for part in parts:
            whole.join(cast("Tallied", part))
        return whole
    found = Adding()
    for part in parts:
        found.join(cast("Adding", part))
    return found


def _id(left_out: Exclusion) -> str:
    return left_out.incident
