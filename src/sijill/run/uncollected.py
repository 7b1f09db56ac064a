"""Long work during which Python does not look for garbage."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def uncollected() -> Iterator[Callable[[], None]]:
    """Leave the collector off within the block, or until what it gives is called.

    Linking makes a million objects that live until its end and hold each other in no circles: going through them again
    and again took a fifth of its time; so it is with starting and loading the model (a seventh). What is let go is
    freed at once all the same.
    """
    as_before = gc.enable if gc.isenabled() else gc.disable
    gc.disable()
    try:
        yield as_before
    finally:
        as_before()
