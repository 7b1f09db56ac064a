"""Happenings that a report tells apart stay apart when its claims are linked."""

from __future__ import annotations

from bench.accuracy.raw_incidents import homes_of
from bench.accuracy.reading import read_rows

DIGEST = {
    "id": "digest",
    "published": "2022-12-13",
    "text": "WEEK IN BRIEF\n"
    "\u2022 Sagaing: On 8 December, troops burned houses in Kin Ywar. The bodies of four people were found.\n"
    "\u2022 Kayah: On 10 December, an air strike on Demoso hit a school. A teacher was killed and nine were injured.\n",
}


def test_two_items_of_a_digest_are_two_incidents() -> None:
    (read,) = read_rows([DIGEST])
    homes = homes_of([read])
    killed = [claim for claim in read[1] if claim.figure and claim.figure.measure == "killed"]
    assert len({homes[claim.id] for claim in killed}) == len(killed) == 2
