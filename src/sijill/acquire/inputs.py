"""The inputs, one after the other: files, folders in sorted order, standard input, addresses."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sijill.acquire.draft import Draft, Given
from sijill.acquire.feeds import read_feed
from sijill.acquire.forms import form_of, read_stream, read_whole
from sijill.acquire.options import Options, Refusal, UnreadableError, too_large

if TYPE_CHECKING:
    from collections.abc import Iterator

STDIN: Final = "-"
LINES: Final = (".jsonl", ".ndjson")  # read a line at a time, so that the file may be of any size


def is_address(given: str) -> bool:
    """Tell whether an input is to be fetched: only where it begins with http:// or https://."""
    return given.lower().startswith(("http://", "https://"))


def drafts(given: str, options: Options) -> Iterator[Draft | Refusal]:
    """Yield what one input holds; nothing that it holds raises."""
    if is_address(given):
        yield from _guarded(given, _address(given, options))
    elif given == STDIN:
        stream = options.stdin or sys.stdin.buffer
        named = Given(label="standard input", name="stdin", origin="stdin")
        yield from _guarded(named.label, read_stream(stream, named, options))
    else:
        yield from _path(Path(given), options)


def _guarded(label: str, read: Iterator[Draft | Refusal]) -> Iterator[Draft | Refusal]:
    """Yield what is read; what refuses the input as a whole becomes its refusal."""
    try:
        yield from read
    except UnreadableError as error:
        yield error.of(label)
    except OSError as error:
        yield Refusal(name=label, reason=f"cannot be read: {error.strerror or error}", advice="check its rights")


def _path(path: Path, options: Options) -> Iterator[Draft | Refusal]:
    """Yield what a file or a folder holds."""
    try:
        is_folder, exists = path.is_dir(), path.exists()
    except (OSError, ValueError):  # a name too long, or with a NUL in it
        is_folder = exists = False
    if is_folder:
        yield from _folder(path, options)
    elif exists:
        yield from _guarded(str(path), _file(path, options))
    else:
        yield Refusal(name=str(path), reason="does not exist", advice="check the name")


def _folder(path: Path, options: Options) -> Iterator[Draft | Refusal]:
    """Yield what the files of a folder and the folders in it hold, by name; names with a leading dot are left out."""
    try:
        inside = sorted(entry for entry in path.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        yield Refusal(name=str(path), reason=f"cannot be listed: {error.strerror}", advice="check its rights")
        return
    if not inside:
        yield Refusal(name=str(path), reason="is a folder without files", advice="check the name")
    for entry in inside:
        if not (entry.is_symlink() and entry.is_dir()):  # a link to a folder may lead round in a circle
            yield from _path(entry, options)


def _file(path: Path, options: Options) -> Iterator[Draft | Refusal]:
    """Yield what a file holds; raise UnreadableError or OSError."""
    size = path.stat().st_size
    if size > options.max_bytes and path.suffix.lower() not in LINES:
        raise too_large(size, options.max_bytes)
    given = Given(label=str(path), name=path.stem, origin=str(path))
    with path.open("rb") as stream:
        yield from read_stream(stream, given, options, path.suffix)


def _address(url: str, options: Options) -> Iterator[Draft | Refusal]:
    """Yield the report of a page, or those of a feed's entries; raise UnreadableError."""
    from sijill.acquire.fetch import fetch

    fetched = fetch(url, options.max_bytes)
    given = Given(label=url, name=url, origin=url, url=fetched.url, charset=fetched.charset)
    form = form_of(fetched.data[:4096], kind=fetched.kind)
    if form != "feed":
        yield from read_whole(fetched.data, form, given)
        return
    for entry in read_feed(fetched.data, given):
        if entry.draft is not None:
            yield entry.draft
        elif entry.link and is_address(entry.link):
            yield from _guarded(entry.link, _page(entry.link, given, options))
        else:
            yield Refusal(name=f"{url}, an entry", reason="holds neither a report nor an address")


def _page(url: str, feed: Given, options: Options) -> Iterator[Draft | Refusal]:
    """Yield the report of a page that a feed links to."""
    from sijill.acquire.fetch import fetch

    fetched = fetch(url, options.max_bytes)
    given = replace(feed, label=url, name=url, origin=url, url=fetched.url, charset=fetched.charset)
    yield from read_whole(fetched.data, form_of(fetched.data[:4096], kind=fetched.kind), given)
