"""What kind of act a cue tells of: what its own words name, and what the other mentions of its happening say.

"The blast" is a suicide bombing where the same blast is called one elsewhere. Only acts of violence are weighed
together: what is said or negotiated about an attack is close to it and of another kind.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from sijill.extract.named_acts import act_above, armed_act
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
SURER: Final = 8.0
"""Weight of a mention that calls a bombing a suicide: no other bombing is called so, and every one may be "the blast".
Of 1, 3, 5 and 8 the reports that no weights have read tell nothing; the development part gains with each."""
_LEAST: Final = 0.02
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
    shares = np.array([_shares(page, cue) for _, cue in kept]).reshape(len(kept), len(_LABELS))
    violent = [_first(row) in VIOLENT for row in shares]
    weights = OTHERS * _likeness(page, [index for index, _ in kept])
    weights[weights < _LEAST] = 0.0
    weights[:, [not one for one in violent]] = 0.0
    np.fill_diagonal(weights, 1.0)
    sums = np.where(shares > 0, weights @ shares, 0.0)
    return [
        (index, replace(cue, happening=_choices(row))) if acts else (index, cue)
        for (index, cue), row, acts in zip(kept, sums, violent, strict=True)
    ]


def _likeness(page: Page, indexes: Sequence[int]) -> NDArray[np.float64]:
    rows = [page.reading.alike[index] for index in indexes]
    return np.array([[row[at] for at in indexes] for row in rows], dtype=float).reshape(len(indexes), len(indexes))


def _shares(page: Page, cue: TriggerCue) -> NDArray[np.float64]:
    """Return the probability of each of _LABELS: of one alone where the cue's own words name it."""
    row = np.zeros(len(_LABELS))
    for choice in cue.happening:
        row[_AT[choice.label]] = choice.probability
    named = _named(page, cue) if _first(row) in VIOLENT else None
    if named is not None:
        row[:] = 0.0
        row[_AT[named]] = SURER if named == "suicide_bomb" else 1.0
    return row


def _named(page: Page, cue: TriggerCue) -> str | None:
    span = page.doc[cue.start : cue.end]
    return act_above(span.root) if isinstance(cue, NumberCue) else armed_act(span)


def _first(row: NDArray[np.float64]) -> str | None:
    return _LABELS[int(row.argmax())] if row.any() else None


def _choices(row: NDArray[np.float64]) -> tuple[Choice, ...]:
    order = [int(at) for at in np.argsort(-row, kind="stable") if row[at] > 0]
    return tuple(Choice(_LABELS[at], float(row[at] / row.sum())) for at in order)
