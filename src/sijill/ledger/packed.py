"""Values of the model as JSON for what is kept beside the book: written and read back many times faster than the book.

Invariant: what is unpacked equals what was packed. No form for the book: every field stands in it, None too, and what
another version of the model packed is not read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec.json import Decoder, Encoder

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
_ENCODER = Encoder()


def packed(value: object) -> str:
    """Return a value of the model as JSON."""
    return _ENCODER.encode(value).decode()


def unpacker(kind: type[T]) -> Callable[[str], T]:
    """Return what gives back a value of a dataclass from the JSON that `packed` gave for it."""
    return Decoder(kind).decode
