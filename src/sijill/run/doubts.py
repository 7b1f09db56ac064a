"""The links of which the machine is least certain, for people to judge.

Invariant: each is what the machine holds of two linked accounts today, and no person has judged the pair.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count, islice
from threading import RLock
from typing import TYPE_CHECKING, Final, overload

from sijill.judgement import Judgement
from sijill.ledger.packed import packed, unpacker
from sijill.run.judging import machines_in
from sijill.run.listed import exchanged
from sijill.run.making import made_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sijill.ledger import Register
    from sijill.run.incidents import View

EVEN: Final = 0.5
SURE: Final = 0.9  # a link above it is not asked about
SPACE: Final = "uncertain"
MARK_WITHIN: Final = 100  # characters from the beginning of what is kept
AT_ONCE: Final = 50  # links scored anew together: a screen of them


class Uncertain:
    """The machine's judgements of which it was not certain when it entered them; read on as the book grows.

    Those that were read before can be kept beside the book: reading all of its judgements takes seconds.
    """

    def __init__(self, register: Register) -> None:
        """Read nothing yet."""
        self._register = register
        self._read_to = 0
        self._kept = 0  # judgements
        self._pairs: dict[tuple[str, str], Judgement] = {}
        self._ordered: tuple[Judgement, ...] = ()
        self._lock = RLock()

    def pairs(self) -> tuple[Judgement, ...]:
        """Return them, the later where a pair was judged again, those nearest to even odds first."""
        with self._lock:
            if self._read_to and self._register.erased_since(self._read_to):
                self._begin_anew()
            if not self._read_to:
                self._take_up()
            last = self._register.length
            found = machines_in(self._register, after=self._read_to, but=sure)
            fresh = {one.pair: one for one in found}
            gone = [self._pairs[pair] for pair in fresh if pair in self._pairs]
            self._pairs |= fresh
            self._read_to = last
            if self._ordered:
                self._ordered = exchanged(self._ordered, gone, fresh.values(), doubt)
            else:
                self._ordered = tuple(sorted(self._pairs.values(), key=doubt))
            return self._ordered

    def but(self, judged: set[tuple[str, str]]) -> tuple[tuple[Judgement, ...], set[tuple[str, str]]]:
        """Return them, and which of some pairs that are judged are among them: to be passed over."""
        with self._lock:
            return self.pairs(), {pair for pair in judged if pair in self._pairs}

    def keep(self) -> None:
        """Keep beside the book what was read of it, where that is more than is kept."""
        with self._lock:
            found = self.pairs()
            if len(found) != self._kept:
                whole = Kept(made_by=made_by(), read_to=self._read_to, judgements=tuple(found))
                self._register.kept.keep_alone(SPACE, packed(whole))
                self._kept = len(found)

    def _begin_anew(self) -> None:
        """Forget what was read: an erasure takes judgements away, and gives claims other ids."""
        self._read_to = self._kept = 0
        self._pairs, self._ordered = {}, ()

    def _take_up(self) -> None:
        """Begin with what is kept, where this program kept it of this book."""
        text = self._register.kept.alone(SPACE)
        found = unpacked(text) if text else None
        if found is None or found.read_to > self._register.length or self._register.erased_since(found.read_to):
            return
        self._pairs = {one.pair: one for one in found.judgements}
        self._read_to, self._kept = found.read_to, len(self._pairs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is kept: by which program, up to which entry it follows the book, and the judgements."""

    made_by: str
    read_to: int
    judgements: tuple[Judgement, ...]


def unpacked(text: str) -> Kept | None:
    """Return what was kept; None where another program kept it."""
    if f'"made_by":"{made_by()}"' not in text[:MARK_WITHIN]:
        return None
    return _UNPACKER(text)


_UNPACKER = unpacker(Kept)


class Doubtful(Sequence[Judgement]):
    """The machine's links that no person has judged, those nearest to even odds first.

    They are sought in the order of how certain it was when it linked, and only as far as they are looked at: scoring
    every link anew takes as long as linking. Whatever is gone or has become certain since is passed over. The length
    counts those that were not looked at yet as they were entered: it is exact once the end has been reached.
    """

    def __init__(self, view: View, entered: Uncertain | None = None) -> None:
        """Look up what was entered, from where `entered` has read to."""
        uncertain = entered or Uncertain(view.links.register)
        self._view = view
        pairs, self._judged = uncertain.but({judgement.pair for judgement in view.judged.people})
        self._waiting = deque(pairs)
        self._found: list[Judgement] = []
        self._lock = RLock()

    def __len__(self) -> int:
        """Return how many there are."""
        with self._lock:
            return len(self._found) + len(self._waiting) - len(self._judged)

    @overload
    def __getitem__(self, at: int) -> Judgement: ...

    @overload
    def __getitem__(self, at: slice) -> list[Judgement]: ...

    def __getitem__(self, at: int | slice) -> Judgement | list[Judgement]:
        """Return one, or some from the beginning on; IndexError beyond the end."""
        with self._lock:
            self._look_until(at.stop if isinstance(at, slice) else at + 1)
            return self._found[at]

    def __iter__(self) -> Iterator[Judgement]:
        """Yield them, looking on as far as is asked."""
        for at in count():
            try:
                yield self[at]
            except IndexError:
                return

    def _look_until(self, wanted: int | None) -> None:
        """Go on until so many stand, or to the end."""
        while self._waiting and (wanted is None or len(self._found) < wanted):
            some = list(islice(self._next(), AT_ONCE))
            self._found += sorted(_today(some, self._view), key=doubt)

    def _next(self) -> Iterator[Judgement]:
        """Take those that wait, one after another, and leave out what people judged."""
        while self._waiting:
            one = self._waiting.popleft()
            if one.pair in self._judged:
                self._judged.discard(one.pair)
            else:
                yield one


def doubt(judgement: Judgement) -> tuple[float, tuple[str, str]]:
    """Return how far a judgement lies from even odds; its pair settles ties."""
    return abs((judgement.probability or EVEN) - EVEN), judgement.pair


def _today(pairs: Sequence[Judgement], view: View) -> Iterator[Judgement]:
    view.links.index.memory.units.fetch(claim for one in pairs for claim in one.pair)
    today = map(view.links.index.again, pairs)
    return (one for one in today if one is not None and not certain(one))


def certain(judgement: Judgement) -> bool:
    """Tell whether the machine is sure enough not to ask."""
    return sure(judgement.verdict, judgement.probability)


def sure(verdict: str, probability: float | None) -> bool:
    """Tell whether a verdict of the machine is sure enough not to be asked about."""
    return verdict != "unsure" and not 1 - SURE <= (EVEN if probability is None else probability) <= SURE
