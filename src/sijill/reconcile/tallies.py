"""Incidents -> a toll under a named rule, with all that it rests on and all that it leaves out.

Invariants: an incident is counted once; a part is never counted beside its whole; low <= best <= high.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sijill.errors import UsageError
from sijill.incident import Exclusion, Filters, Incident, Member, Tally
from sijill.model import CATEGORIES, MEASURES
from sijill.reconcile.asking import INSIDE, OUTSIDE, asked
from sijill.reconcile.counting import Counted, count
from sijill.reconcile.crosschecks import crosschecks_of
from sijill.reconcile.rows import NOT_ADDITIVE, rows_of, whole_of
from sijill.reconcile.rules import Rule, rule_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def tally(
    incidents: Sequence[Incident],
    crosschecks: Sequence[Member] = (),
    *,
    rule: str = "ibc",
    filters: Filters | None = None,
    by: str | None = None,
) -> Tally:
    """Return the toll of incidents under a rule; raises UsageError for what the rule does not count.

    `crosschecks` are the members whose figures are of a period or cumulative; others among them are passed over.
    """
    named, question = rule_of(rule), filters or Filters()
    _check(question, named)
    asked_of = {i.id: (i, asked(i, question)) for i in _distinct(incidents)}
    answers = {id_: count(i, question, named) for id_, (i, answer) in asked_of.items() if answer == INSIDE}
    inside, exclusions = _sorted_out(asked_of, answers)
    return Tally(
        rule=rule,
        filters=question,
        by=by,
        whole=whole_of(inside, named),
        rows=rows_of(inside, by, question, named) if by else (),
        exclusions=tuple(exclusions),
        crosschecks=crosschecks_of(
            crosschecks, incidents, question, named, answers if question.source is None else None
        ),
        contested=sum(c.range.contested for c in inside),
        hedged=sum(c.range.hedged for c in inside),
        outside=sum(answer == OUTSIDE for _, answer in asked_of.values()),
        additive=by not in NOT_ADDITIVE,
    )


def _check(filters: Filters, rule: Rule) -> None:
    for name, value, allowed in (("measure", filters.measure, MEASURES), ("category", filters.category, CATEGORIES)):
        if value is not None and value not in allowed:
            msg = f"unknown {name} {value!r}: use one of {', '.join(allowed)}"
            raise UsageError(msg)
    if rule.measures and filters.measure not in rule.measures:
        msg = (
            f"the rule {rule.name!r} counts {' and '.join(rule.measures)} only, not {filters.measure}: use another rule"
        )
        raise UsageError(msg)


def _distinct(incidents: Iterable[Incident]) -> list[Incident]:
    found = {i.id: i for i in incidents}
    return [found[id_] for id_ in sorted(found)]


def _sorted_out(
    asked_of: Mapping[str, tuple[Incident, str]], answers: Mapping[str, Counted | str]
) -> tuple[list[Counted], list[Exclusion]]:
    """Return what counts, and what is left out of that which the question may concern, and why."""
    wholes = {id_ for id_, found in answers.items() if isinstance(found, Counted)}
    inside = []
    exclusions = [Exclusion(incident=id_, reason=a) for id_, (_, a) in asked_of.items() if a not in {INSIDE, OUTSIDE}]
    for id_, found in answers.items():
        whole = asked_of[id_][0].part_of
        if isinstance(found, str):
            exclusions.append(Exclusion(incident=id_, reason=found))
        elif whole in wholes:
            exclusions.append(Exclusion(incident=id_, reason=f"a part of incident {whole}"))
        else:
            inside.append(found)
    return inside, exclusions
