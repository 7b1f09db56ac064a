"""How much each word says that somebody near it hides, fears or is threatened: two weighings of the reader's vectors.

Learned by `training.danger`. A person's log odds are the mean of the first over the words that name the person and
that of the second over the sentences that tell of them; the means are taken in `extract`, which knows whose words are
whose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

    from sijill.detect.network import Outputs
    from sijill.detect.pieces import Floats

VECTORS: Final = ("own", "value", "query", "key")
"""The network's outputs that are weighed, side by side in this order."""


def vectors(out: Outputs) -> Floats:
    """Return one row per word of all that is weighed."""
    return np.concatenate([out.words[name] for name in VECTORS], axis=1)


class Danger:
    """The learned weights."""

    def __init__(self, path: Path) -> None:
        """Load the weights [outputs, 2] and what is added to both weighings."""
        with np.load(path) as kept:
            self._weights, self._shift = kept["weights"].astype(np.float32), kept["shift"]

    def __call__(self, out: Outputs) -> Floats:
        """Return both weighings of each word."""
        return np.asarray(vectors(out) @ self._weights + self._shift, np.float32)
