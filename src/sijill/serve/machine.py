"""What programs read: CSV, JSON and JSON Lines, in UTF-8, never coloured and never shortened.

JSON never holds NaN. A CSV cell that a spreadsheet would take for a formula gets a leading apostrophe.
"""

from __future__ import annotations

import csv
import io
import json
import os
import sys
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import TextIO

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def json_line(document: object) -> str:
    """Return the document on one line of JSON."""
    return json.dumps(document, ensure_ascii=False, allow_nan=False)


def write_lines(documents: Iterable[object], stream: TextIO) -> int:
    """Write JSON Lines and return how many."""
    written = 0
    for document in documents:
        stream.write(json_line(document) + "\n")
        written += 1
    return written


def write_array(documents: Iterable[object], stream: TextIO) -> None:
    """Write one JSON array, an element a line, without holding it in memory."""
    before = "[\n"
    for document in documents:
        stream.write(before + json_line(document))
        before = ",\n"
    stream.write("[]\n" if before == "[\n" else "\n]\n")


def write_document(document: object, stream: TextIO) -> None:
    """Write one JSON document, indented."""
    stream.write(json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2) + "\n")


def write_table(columns: Sequence[str], rows: Iterable[Mapping[str, Any]], stream: TextIO) -> None:
    """Write CSV (RFC 4180: lines end in CR LF, so that a CR within a cell is quoted) with a line of column names."""
    writer = csv.writer(stream)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([neutral(row[column]) for column in columns])


def neutral(cell: object) -> object:
    """Return the cell so that no spreadsheet runs it; numbers stay numbers, true and false are written small."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, str) and cell.startswith(FORMULA):
        return "'" + cell
    return cell


def standard_output() -> TextIO:
    """Return standard output in UTF-8; a lone surrogate is written as the escape that JSON gives it."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    return sys.stdout


@contextmanager
def written(path: Path | None) -> Iterator[TextIO]:
    """Open standard output, or a file that appears under its name only when it has been written whole."""
    if path is None or str(path) == "-":
        yield standard_output()
        return
    with (
        whole_file(path) as handle,
        open(handle, "w", encoding="utf-8", errors="backslashreplace") as stream,  # noqa: PTH123 -- it is open
    ):
        yield stream


def write_bytes(data: bytes, path: Path | None) -> None:
    """Write bytes to standard output, or to a file that appears only when it has been written whole."""
    if path is None or str(path) == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    with whole_file(path) as handle, open(handle, "wb") as stream:  # noqa: PTH123 -- it is open
        stream.write(data)


@contextmanager
def whole_file(path: Path) -> Iterator[int]:
    """Give the handle of a file that gets its name when the block has ended well, and is removed when it has not."""
    handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
    try:
        yield handle
        Path(unfinished).chmod(0o666 & ~current_umask())
        Path(unfinished).replace(path)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(unfinished).unlink()
        raise


def current_umask() -> int:
    """Return the bits that new files of this process go without."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
