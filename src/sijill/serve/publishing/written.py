"""A configuration as it is written down: TOML read and written, and whatever else gives the same values by name.

Invariant: command, page and API come to a configuration through `configuration_of`, and what is written reads back.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from sijill.errors import DataError, UsageError
from sijill.serve.publishing.configuration import Configuration

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

REQUIRED = frozenset({"title", "fields"})
TYPES = {one.name: {"str": str, "int": int, "bool": bool}.get(str(one.type), list) for one in fields(Configuration)}
IN_WORDS = {str: "text", int: "a whole number", bool: "true or false", list: "a list"}
MOST_BYTES = 65_536  # of a file: of more, reading TOML alone may take minutes
DELETE = "\x7f"  # TOML wants it escaped, JSON does not


def configuration_in(file: Path) -> Configuration:
    """Return the configuration in a file; DataError says what in it is wrong."""
    with file.open("rb") as stream:
        return configuration_read(stream.read(MOST_BYTES + 1), str(file))


def configuration_read(data: bytes, name: str) -> Configuration:
    """Return the configuration in the bytes of a TOML file; DataError names it and says what is wrong."""
    if len(data) > MOST_BYTES:
        msg = f"{name} holds more than {MOST_BYTES:,} bytes, the most that a configuration may: is it the right file?"
        raise DataError(msg)
    try:
        table = tomllib.loads(data.decode())
    except (ValueError, RecursionError) as error:  # also what is no UTF-8, or a number of thousands of digits
        msg = f"{name} is not TOML: {error}"
        raise DataError(msg) from error
    try:
        return configuration_of(table)
    except UsageError as error:
        msg = f"{name}: {error}; see docs/guides/exports.md"
        raise DataError(msg) from error


def configuration_of(table: Mapping[str, Any]) -> Configuration:
    """Return the configuration that values by name come to; UsageError for one that is missing, unknown or wrong."""
    unknown, missing = table.keys() - TYPES.keys(), REQUIRED - table.keys()
    if unknown or missing:
        which = f"{min(unknown)!r} is not known" if unknown else f"{min(missing)!r} is missing"
        msg = f"{which}: it holds {', '.join(TYPES)}"
        raise UsageError(msg)
    for name, value in table.items():
        if type(value) is not TYPES[name]:
            msg = f"{name} is {value!r}: write it as {IN_WORDS[TYPES[name]]}"
            raise UsageError(msg)
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in table.items()}
    return Configuration(**values)


def toml_of(wanted: Configuration) -> str:
    """Return the configuration as `sijill publish` reads it."""
    return "".join(f"{name} = {toml_value(value)}\n" for name, value in asdict(wanted).items())


def toml_value(value: object) -> str:
    """Return a text, whole number, flag or list of texts in TOML, which writes them as JSON does."""
    return json.dumps(value, ensure_ascii=False).replace(DELETE, "\\u007f")
