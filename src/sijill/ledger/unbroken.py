"""Ctrl-C held back while the book is written: a statement that is broken off leaves a transaction that cannot go on.

Invariant: no interruption is lost; it comes as soon as the block is done.
"""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def unbroken() -> Iterator[None]:
    """Hold an interruption back until the block is done; only the main thread is ever interrupted."""
    if threading.current_thread() is not threading.main_thread() or not callable(signal.getsignal(signal.SIGINT)):
        yield
        return
    came: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if came:
            signal.raise_signal(signal.SIGINT)
