"""Reports read on several threads at once, their results given back in order.

Invariant: results come in the order of the reports, whatever the number of threads; at most `AHEAD` reports a thread
are held beyond the one that is waited for, so memory does not grow with the number of reports.
"""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from threadpoolctl import threadpool_limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future

In = TypeVar("In")
Out = TypeVar("Out")
AHEAD = 8
MOST_CORES = 6
"""Entering holds up more than this, and each takes the memory of a reader."""


def reading_cores() -> int:
    """Return how many cores to read on: those that this process may use, within reason."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, MOST_CORES)


def threads_for(cores: int) -> int:
    """Return how many reports are under way at once: one a core, and one to spare.

    The spare one has a core run the encoder while another thread of this process has Python's lock.
    """
    return 1 if cores == 1 else cores + 1


@contextmanager
def plain_numpy() -> Iterator[None]:
    """Keep numpy to one thread: its products are small here, and its idle threads would take the cores from reading."""
    with threadpool_limits(limits=1, user_api="blas"):
        yield


def in_order(work: Callable[[In], Out], items: Iterable[In], threads: int) -> Iterator[tuple[In, Out]]:
    """Yield each item with what became of it; with one thread, in the caller's own.

    Where the caller stops early, what has begun is finished and thrown away.
    """
    if threads == 1:
        yield from ((item, work(item)) for item in items)
        return
    pool = ThreadPoolExecutor(threads, thread_name_prefix="reading")
    try:
        yield from _handed_out(pool, work, items, threads * AHEAD)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _handed_out(
    pool: ThreadPoolExecutor, work: Callable[[In], Out], items: Iterable[In], most: int
) -> Iterator[tuple[In, Out]]:
    """Yield the results in order as soon as they are there, `most` items being under way at any time.

    Where no further item can be had, what was under way is given first, and the error then.
    """
    waiting: deque[tuple[In, Future[Out]]] = deque()
    source = iter(items)
    while True:
        try:
            item = next(source)
        except StopIteration:
            break
        except Exception:
            yield from ((first, future.result()) for first, future in waiting)
            raise
        waiting.append((item, pool.submit(work, item)))
        while waiting and (len(waiting) > most or waiting[0][1].done()):
            first, future = waiting.popleft()
            yield first, future.result()
    yield from ((first, future.result()) for first, future in waiting)
