"""What the reader found in a text: words with syntax, names, times, and the cues that claims are made from.

Token indexes count the words of `Reading.doc`; `end` is exclusive. Probabilities are 0..1; alternatives stand best
first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Choice:
    """One label of a field and its probability."""

    label: str
    probability: float


@dataclass(frozen=True, slots=True)
class Pointer:
    """The words that a cue points to for one role.

    `none_probability` is that of pointing nowhere: the pointer holds where `probability` is above it.
    """

    start: int
    end: int
    probability: float
    none_probability: float

    @property
    def holds(self) -> bool:
        """Whether these words are likelier than none."""
        return self.probability > self.none_probability


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerCue:
    """Words that may name a happening, what the heads say of it, and where it points.

    `dated` tells how its days are known: "given" by a time in the text or the report's own day, "since" such a time,
    "until" the report, or "unknown".
    """

    start: int
    end: int
    probability: float
    happening: tuple[Choice, ...]
    source_kind: tuple[Choice, ...]
    modality: tuple[Choice, ...]
    source: Pointer | None
    perpetrator: Pointer | None
    victims: Pointer | None
    place: Pointer | None
    time: Pointer | None = None
    dated: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberCue(TriggerCue):
    """A number of people that may be a figure: beside a trigger's fields its measure, category and scope."""

    measure: str
    category: tuple[Choice, ...]
    scope: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One text as read: `doc.text` is the text; cues in the order in which they stand.

    `alike[i][j]` is the probability that mentions i and j (numbers first, then triggers) tell of one happening.
    `danger` has two parts of log odds per token: how far it, in a person's name or in what is told of them, says that
    the person hides, fears or is threatened; white space has none.
    """

    text: str
    doc: Doc
    times: tuple[tuple[int, int], ...]
    numbers: tuple[NumberCue, ...]
    triggers: tuple[TriggerCue, ...]
    alike: Sequence[Sequence[float]] = ()
    danger: Sequence[tuple[float, float]] = ()

    def likeness(self, mentions: Sequence[int]) -> NDArray[np.float64]:
        """Return the probabilities that any two of some mentions tell of one happening."""
        chosen = np.array(mentions, np.int64)
        rows = [np.asarray(self.alike[at], np.float64)[chosen] for at in mentions]
        return np.array(rows, np.float64).reshape(len(mentions), len(mentions))

    def same_incident(self, i: int, j: int) -> float:
        """Return the probability that mentions i and j tell of one happening."""
        return self.alike[i][j]


def text_of(doc: Doc) -> str:
    """Return the text of a report, put together once: asking the document for it does so anew each time."""
    known: str = doc.user_data.get("text_of", "")
    if not known:
        known = doc.user_data["text_of"] = str(doc.text)
    return known
