"""What kind of act a cue tells of: what its own words name, and what the other mentions of its happening say.

"The blast" is a suicide bombing where the same blast is called one elsewhere. Only acts of violence are weighed
together: what is said or negotiated about an attack is close to it and of another kind.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from sijill.average_link import runs
from sijill.extract.measure_words import words as measure_words
from sijill.extract.named_acts import absent, act_above, armed_act, not_by
from sijill.model import HAPPENINGS
from sijill.reading import Choice, NumberCue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from sijill.extract.words import Page
    from sijill.reading import TriggerCue

    Kept = tuple[int, TriggerCue]

OTHERS: Final = 0.3
"""Weight of another mention, times the probability that it tells of the same happening. Chosen on 153 annotated
reports that the reader had not read, of 0, 0.15, 0.3, 0.5 and 1."""
NAMED: Final = 4.0
"""How much more a mention that names its act says of what only tells what came of it ("killed 12", "the dead"). Of 1, 2
and 4, where the figures' happenings on those reports were right in .860, .866 and .875."""
_LEAST: Final = 0.02
SURELY: Final = 0.5
"""Likeness from which a bombing is the one that another mention calls a suicide bombing. Of 0.3, 0.5 and 0.8."""
_SUICIDE: Final = "suicide_bomb"
_HARM: Final = frozenset({"killed", "injured", "killed_or_injured"})
VIOLENT: Final = frozenset(
    {"air_drone_strike", "shelling_artillery_missile", "remote_explosive_ied", "suicide_bomb", "chemical_weapon"}
    | {"grenade", "attack", "armed_clash", "excessive_force_against_protesters", "mob_violence"}
    | {"abduction_forced_disappearance", "arrests"}
)
_LABELS: Final = ("none", *HAPPENINGS)
_AT: Final = {label: at for at, label in enumerate(_LABELS)}


def weighed_together(page: Page, kept: Sequence[Kept]) -> list[Kept]:
    """Return the cues with the happenings of all mentions of one happening weighed together.

    A cue keeps its own choices, only their order and probabilities change, but for an act that its own words name.
    """
    made = list(kept)
    for run in runs([cue.start for _, cue in kept]):
        for at, weighed in zip(run, _weighed(page, [kept[at] for at in run]), strict=True):
            made[at] = weighed
    return made


def _weighed(page: Page, kept: Sequence[Kept]) -> list[Kept]:
    gone = absent(page.text.text.lower())
    kept = [(index, _without(gone | not_by(page.doc[cue.start : cue.end].root), cue)) for index, cue in kept]
    shares = np.array([_shares(cue) for _, cue in kept]).reshape(len(kept), len(_LABELS))
    violent = [_first(row) in VIOLENT for row in shares]
    named = [_named(page, cue) if acts else None for (_, cue), acts in zip(kept, violent, strict=True)]
    _call_by_name(shares, named)
    alike = page.reading.likeness([index for index, _ in kept])
    alike[:, [not one for one in violent]] = 0.0
    sums = np.where(shares > 0, _weights(page, kept, alike, named) @ shares, 0.0)
    _call_suicides(sums, alike, named)
    return [
        (index, replace(cue, happening=_choices(row))) if acts else (index, cue)
        for (index, cue), row, acts in zip(kept, sums, violent, strict=True)
    ]


def _without(gone: frozenset[str], cue: TriggerCue) -> TriggerCue:
    """Return a cue that the reader takes for an act of which neither it nor its report tells with its other acts."""
    left = tuple(choice for choice in cue.happening if choice.label not in gone)
    return replace(cue, happening=left) if left and cue.happening[0].label in gone else cue


def _weights(
    page: Page, kept: Sequence[Kept], alike: NDArray[np.float64], named: Sequence[str | None]
) -> NDArray[np.float64]:
    """Return what each mention (column) counts for each (row)."""
    weights = OTHERS * alike
    weights[weights < _LEAST] = 0.0
    outcomes = np.array([_is_outcome(page, cue) for _, cue in kept], dtype=bool)
    naming = np.array([act is not None for act in named], dtype=bool)
    weights[np.ix_(outcomes, naming)] *= NAMED
    np.fill_diagonal(weights, 1.0)
    return weights


def _is_outcome(page: Page, cue: TriggerCue) -> bool:
    """Tell whether a cue tells what became of people, and not how."""
    return isinstance(cue, NumberCue) or measure_words().get(page.doc[cue.start : cue.end].root.lower_) in _HARM


def _call_suicides(rows: NDArray[np.float64], alike: NDArray[np.float64], named: Sequence[str | None]) -> None:
    """Make a bombing that another mention calls a suicide bombing one, however many mentions only say "the blast"."""
    suicides = [n for n, act in enumerate(named) if act == _SUICIDE]
    for row, likeness, own in zip(rows, alike[:, suicides], named, strict=True):
        if own is None and _first(row) == "remote_explosive_ied" and likeness.max(initial=0.0) >= SURELY:
            row[:] = 0.0
            row[_AT[_SUICIDE]] = 1.0


def _shares(cue: TriggerCue) -> NDArray[np.float64]:
    """Return the probability of each of _LABELS."""
    row = np.zeros(len(_LABELS))
    for choice in cue.happening:
        row[_AT[choice.label]] = choice.probability
    return row


def _call_by_name(shares: NDArray[np.float64], named: Sequence[str | None]) -> None:
    """Make each row that of one act alone where the cue's own words name it."""
    for row, act in zip(shares, named, strict=True):
        if act is not None:
            row[:] = 0.0
            row[_AT[act]] = 1.0


def _named(page: Page, cue: TriggerCue) -> str | None:
    span = page.doc[cue.start : cue.end]
    return act_above(span.root) if isinstance(cue, NumberCue) else armed_act(span)


def _first(row: NDArray[np.float64]) -> str | None:
    return _LABELS[int(row.argmax())] if row.any() else None


def _choices(row: NDArray[np.float64]) -> tuple[Choice, ...]:
    order = [int(at) for at in np.argsort(-row, kind="stable") if row[at] > 0]
    return tuple(Choice(_LABELS[at], float(row[at] / row.sum())) for at in order)
