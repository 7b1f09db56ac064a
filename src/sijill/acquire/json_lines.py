"""JSON Lines -> drafts, line by line: the file may be of any size, one line of it may not.

Invariant: the `text` field is the report's text, unchanged but for lone surrogates; a bad line refuses only itself.
"""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from sijill.acquire.decode import decode, text_notes
from sijill.acquire.draft import Draft, Given, sha256, storable
from sijill.acquire.options import Options, Refusal, UnreadableError, too_large

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

CHUNK: Final = 1024 * 1024
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")


def read_json_lines(stream: BinaryIO, given: Given, options: Options) -> Iterator[Draft | Refusal]:
    """Yield the draft or the refusal of each line; blank lines are passed over."""
    for number, line in _lines(stream, options.max_bytes):
        label = f"{given.label}, line {number}"
        try:
            if line is None:
                raise too_large(None, options.max_bytes)
            if line.strip():
                yield _read_line(line, _numbered(given, number), options)
        except UnreadableError as error:
            yield error.of(label)


def read_json(data: bytes, given: Given, options: Options) -> Iterator[Draft | Refusal]:
    """Yield the reports of a .json file: one object, a list of objects, or JSON Lines."""
    try:
        whole = json.loads(decode(data)[0])
    except (ValueError, RecursionError):
        yield from read_json_lines(io.BytesIO(data), given, options)
        return
    for number, value in enumerate(whole if isinstance(whole, list) else [whole], start=1):
        try:
            yield replace(_draft(value, _numbered(given, number), options), sha256=sha256(data))
        except UnreadableError as error:
            yield error.of(f"{given.label}, item {number}")


def _numbered(given: Given, number: int) -> Given:
    """Return the input with the name of its report that has no id."""
    return replace(given, name=f"{given.name}-{number}")


def _lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield each line with its number from 1; None for a line over the limit."""
    stream = _without_utf16(stream, limit)
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) > limit and not line.endswith(b"\n"):
            _skip_line(stream)
            yield number, None
        else:
            yield number, line.rstrip(b"\r\n")


def _skip_line(stream: BinaryIO) -> None:
    """Read on to the end of the line, holding a piece at a time."""
    while (piece := stream.readline(CHUNK)) and not piece.endswith(b"\n"):
        pass


def _without_utf16(stream: BinaryIO, limit: int) -> BinaryIO:
    """Return the stream in UTF-8 where a byte-order mark says UTF-16, whose line ends are not bytes."""
    if head(stream)[:2] not in _UTF16_MARKS:
        return stream
    data = stream.read(limit + 1)
    if len(data) > limit:
        msg = "is in UTF-16 and over the limit of one report"
        raise UnreadableError(msg, "convert it to UTF-8")
    return io.BytesIO(decode(data)[0].encode())


def head(stream: BinaryIO) -> bytes:
    """Return the first bytes of a stream and leave them to be read."""
    if isinstance(stream, io.BufferedReader):
        return stream.peek(4096)[:4096]
    start = stream.tell()
    first = stream.read(4096)
    stream.seek(start)
    return first


def _read_line(line: bytes, given: Given, options: Options) -> Draft:
    """Return the draft of one line; raise UnreadableError."""
    text, notes = decode(line)
    try:
        value = json.loads(text)
    except ValueError as error:
        reason = f"is not JSON: {error}"
        raise UnreadableError(reason, "every line must be one JSON object") from None
    except RecursionError:
        reason = "is nested too deeply"
        raise UnreadableError(reason, "every line must be one flat JSON object") from None
    draft = _draft(value, given, options)
    return replace(draft, sha256=sha256(line), notes=notes + draft.notes)


def _draft(value: object, given: Given, options: Options) -> Draft:
    """Return the draft of a decoded object; raise UnreadableError where it holds no text."""
    if not isinstance(value, dict):
        reason = f"is a {type(value).__name__}, not a JSON object"
        raise UnreadableError(reason, "every line must be one JSON object")
    text, surrogates = storable(_text(value, options.field_name("text")))
    notes = text_notes(text)
    if surrogates:
        notes.append(f"{surrogates} lone surrogate(s) stand as U+FFFD")
    words = {
        name: _words(value, options.field_name(name), notes) for name in ("id", "published", "title", "outlet", "url")
    }
    return Draft(
        text=text,
        given=given,
        name=words["id"],
        outlet=words["outlet"],
        title=words["title"],
        url=words["url"],
        field_day=words["published"],
        notes=tuple(notes),
    )


def _text(value: dict[str, Any], name: str) -> str:
    """Return the text field; raise UnreadableError where it is missing, not a string, or blank."""
    text = value.get(name)
    if isinstance(text, str) and text.strip():
        return text
    if isinstance(text, str):
        reason = f"has an empty field {name!r}"
        raise UnreadableError(reason)
    reason = f"has no field {name!r}" if text is None else f"has a field {name!r} that is no string"
    raise UnreadableError(reason, "name the field that holds the text")


def _words(value: dict[str, Any], name: str, notes: list[str]) -> str | None:
    """Return a field as words, None where it is absent or blank; a value that is no word is noted."""
    found = value.get(name)
    if isinstance(found, bool | float | list | dict):
        notes.append(f"the field {name!r} holds a {type(found).__name__}, not words: not used")
        return None
    return storable(str(found).strip())[0] or None if found is not None else None
