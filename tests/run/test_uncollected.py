"""The collector is off within the block, and as it was after it."""

from __future__ import annotations

import gc

import pytest

from sijill.run.uncollected import uncollected


def broken_off() -> None:
    with uncollected():
        assert not gc.isenabled()
        raise KeyboardInterrupt


def test_the_collector_is_off_within_and_on_again_whatever_happens() -> None:
    with pytest.raises(KeyboardInterrupt):
        broken_off()
    assert gc.isenabled()


def test_the_collector_may_be_on_again_before_the_block_ends() -> None:
    with uncollected() as enough:
        enough()
        assert gc.isenabled()


def test_a_block_within_a_block_leaves_it_off() -> None:
    with uncollected():
        with uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
