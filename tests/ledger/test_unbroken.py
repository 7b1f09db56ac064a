"""An interruption waits until the book is written."""

import os
import signal
import threading

import pytest

from sijill.ledger.unbroken import unbroken


def interrupt() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def written(done: list[str], *names: str) -> None:
    """Write each name in a block of its own, one within the other, interrupted in the innermost."""
    with unbroken():
        if names[1:]:
            written(done, *names[1:])
        else:
            interrupt()
        done.append(names[0])


def failed() -> None:
    with unbroken():
        interrupt()
        raise ValueError


def test_an_interruption_comes_when_the_block_is_done() -> None:
    done: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        written(done, "report")
    assert done == ["report"]


def test_blocks_within_blocks_are_done_first() -> None:
    done: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        written(done, "outer", "inner")
    assert done == ["inner", "outer"]


def test_an_interruption_of_a_block_that_fails_is_not_lost() -> None:
    with pytest.raises(KeyboardInterrupt) as stopped:
        failed()
    assert isinstance(stopped.value.__context__, ValueError)


def test_without_an_interruption_the_handler_is_as_it_was() -> None:
    before = signal.getsignal(signal.SIGINT)
    with unbroken():
        pass
    assert signal.getsignal(signal.SIGINT) is before


def test_another_thread_is_left_alone() -> None:
    seen = []

    def work() -> None:
        with unbroken():
            seen.append(signal.getsignal(signal.SIGINT))

    before = signal.getsignal(signal.SIGINT)
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == [before]
