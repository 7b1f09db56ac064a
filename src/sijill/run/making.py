"""By what the incidents of a register were made: the program's own text and tables of linking and counting.

Invariant: whatever is changed in these stages, in code or in data, changes the mark, so that nothing that an older or a
newer program kept is ever taken for this one's.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

MAKERS = ("link", "reconcile", "run", "model.py", "values.py", "judgement.py", "incident.py")
ENDINGS = (".py", ".toml", ".csv", ".txt")


@cache
def made_by() -> str:
    """Return the mark of this program's linking and counting."""
    mark = sha256()
    for name in MAKERS:
        for file in _texts(files("sijill").joinpath(name)):
            mark.update(file.read_bytes())
    return mark.hexdigest()[:16]


def _texts(at: Traversable) -> Iterator[Traversable]:
    """Yield the files of code and data at or under a path, in the order of their names."""
    if at.is_file():
        if at.name.endswith(ENDINGS):
            yield at
        return
    for inner in sorted(at.iterdir(), key=lambda one: one.name):
        yield from _texts(inner)
