"""Bytes -> text, with a note of everything that had to be assumed.

Invariant: the text is what the bytes say; nothing is repaired here, and what no encoding explains is U+FFFD.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from sijill.acquire.options import UnreadableError

SAMPLE: Final = 65_536  # bytes from which an old encoding and binary content are told
BINARY_SHARE: Final = 0.01  # of control characters: text has none, compressed data has about a tenth
UTF16_SHARE: Final = 0.3  # of NULs at even or at odd places: Latin letters in UTF-16
FOREIGN_SHARE: Final = 0.1  # of bytes beyond ASCII, over which a text is not English in Windows-1252

_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_KINDS: Final = (
    (b"PK\x03\x04", "a zip archive or an office document", "unpack it, or save it as text or PDF"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save it as text or PDF"),
    (b"\x1f\x8b", "compressed with gzip", "unpack it"),
    (b"BZh", "compressed with bzip2", "unpack it"),
    (b"\xfd7zXZ", "compressed with xz", "unpack it"),
    (b"\x89PNG", "an image", "read its words with OCR first"),
    (b"\xff\xd8\xff", "an image", "read its words with OCR first"),
    (b"GIF8", "an image", "read its words with OCR first"),
    (b"SQLite format 3", "an SQLite database", "export its reports as JSON Lines"),
)
_CONTROLS: Final = bytes(c for c in range(32) if c not in b"\t\n\v\f\r\x1b") + b"\x7f"
_BEYOND_ASCII: Final = re.compile("[^\x00-\x7f\ufffd]")
_GARBLED: Final = re.compile("\u00e2\u20ac[\u0080-\u2122]|\u00c3[\u0080-\u00bf]|\u00c2[\u00a0-\u00bf]")
_OLD: Final = ["cp1252", "cp1256", "cp1251", "cp1254", "cp1250", "iso8859_6", "mac_roman"]


def decode(data: bytes, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Return the text of `data` and what was assumed; raise UnreadableError where the bytes are not text.

    `declared` is the encoding that a page or server names: it is believed where the bytes are not valid UTF-8.
    """
    for mark, encoding, name in _MARKS:
        if data.startswith(mark):
            return _noted(data[len(mark) :].decode(encoding, "replace"), f"read as {name}, as its byte-order mark says")
    if wide := _utf16_of(data[:SAMPLE]):
        return _noted(data.decode(wide, "replace"), "read as UTF-16: every second byte is NUL")
    _refuse_binary(data)
    try:
        return _noted(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _noted(*_decode_old(data, declared))


def _noted(text: str, assumed: str = "") -> tuple[str, tuple[str, ...]]:
    """Return the text and notes: what was assumed, NULs, and words garbled before they came here."""
    notes = [assumed] if assumed else []
    notes += text_notes(text)
    return text, tuple(notes)


def text_notes(text: str) -> list[str]:
    """Return what is odd about a text: NUL characters, and UTF-8 that was once read as Windows-1252."""
    notes = []
    if nuls := text.count("\0"):
        notes.append(f"{nuls} NUL character(s) stand in the text; they are not read")
    if garbled := len(_GARBLED.findall(text)):
        notes.append(f"{garbled} character(s) were garbled before (UTF-8 taken for Windows-1252); kept as given")
    return notes


def _refuse_binary(data: bytes) -> None:
    """Raise UnreadableError for content that is no text."""
    for magic, kind, advice in _KINDS:
        if data.startswith(magic):
            msg = f"is {kind}, not text"
            raise UnreadableError(msg, advice)
    sample = data[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > max(3, BINARY_SHARE * len(sample)):
        msg = "is binary, not text"
        raise UnreadableError(msg, "give text, HTML, JSON Lines, or a PDF with a text layer")


def _utf16_of(sample: bytes) -> str | None:
    """Return which UTF-16 the bytes are in, by where their NULs stand, or None."""
    half = max(1, len(sample) // 2)
    if sample[1::2].count(0) > UTF16_SHARE * half and sample[::2].count(0) < len(sample) // 50:
        return "utf-16-le"
    if sample[::2].count(0) > UTF16_SHARE * half and sample[1::2].count(0) < len(sample) // 50:
        return "utf-16-be"
    return None


def _decode_old(data: bytes, declared: str | None) -> tuple[str, str]:
    """Decode what is not valid UTF-8: as declared, as UTF-8 with faults, or in an old encoding."""
    if declared and (text := _as_declared(data, declared)):
        return text, f"read as {declared}, as the page says"
    text = data.decode("utf-8", "replace")
    faults = text.count("\ufffd")
    if len(_BEYOND_ASCII.findall(text[:SAMPLE])) >= faults:
        return text, f"{faults} stretch(es) are not valid UTF-8 and stand as U+FFFD"
    encoding = _old_encoding(data[:SAMPLE])
    return data.decode(encoding, "replace"), f"read as {encoding}: it is not valid UTF-8 and names no encoding"


def _as_declared(data: bytes, declared: str) -> str | None:
    """Return the text in the encoding that was declared; None where that is unknown or does not fit."""
    try:
        return None if codecs.lookup(declared).name == "utf-8" else data.decode(declared)
    except (LookupError, ValueError):
        return None


def _old_encoding(sample: bytes) -> str:
    """Return the likeliest encoding from before Unicode; Windows-1252 for what is nearly all ASCII."""
    beyond = sum(byte > 0x7F for byte in sample)  # noqa: PLR2004 -- the last ASCII code
    if beyond < FOREIGN_SHARE * len(sample):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=_OLD).best()
    return best.encoding if best else "cp1252"
