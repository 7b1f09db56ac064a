"""Values of the model as canonical JSON and back, exactly: what is read equals what was written.

None is left out; a field that is not in the JSON gets its default, so that the model may grow without a migration.
Control characters, NUL among them, are escaped by JSON itself.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args, get_origin, get_type_hints

from sijill.model import Actor, Claim, Place, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    Decoder = Callable[[Any], Any]

T = TypeVar("T")
PLAIN = (str, int, float, bool)
NAMED = {"date": date, "Actor": Actor, "Claim": Claim, "Place": Place, "Source": Source}
"""What nouns of other modules call their fields' types by."""


def written(value: object) -> str:
    """Return the value as canonical JSON: sorted keys, no spaces, characters as they are."""
    return CANONICAL.encode(value)


def read(kind: type[T], payload: str) -> T:
    """Return the value of a dataclass that `written` gave this JSON for."""
    built: T = _decoder(cast("Hashable", kind))(json.loads(payload))
    return built


def read_plain(payload: str) -> dict[str, Any]:
    """Return the JSON's own types of a payload that is an object."""
    values: dict[str, Any] = json.loads(payload)
    return values


def _plainer(value: object) -> object:
    """Return in JSON's own types what is of none of them; what stands within it may be of none either."""
    names = _names(cast("Hashable", type(value)))
    if names:
        return {name: item for name in names if (item := getattr(value, name)) is not None}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    msg = f"the register cannot store a value of type {type(value)}"
    raise TypeError(msg)


CANONICAL = json.JSONEncoder(
    sort_keys=True,
    ensure_ascii=False,
    separators=(",", ":"),
    check_circular=False,  # what is frozen holds nothing that holds it
    default=_plainer,
)


@cache
def _names(kind: Hashable) -> tuple[str, ...]:
    """Return the names of a dataclass's fields, none for any other type."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


@cache
def _decoder(kind: Hashable) -> Decoder:
    """Return what turns JSON's own types into a value of the kind; TypeError for a kind that is not foreseen."""
    if kind in PLAIN:
        return _same
    if kind is date:
        return date.fromisoformat
    arguments = [argument for argument in get_args(kind) if argument not in (NoneType, Ellipsis)]
    if get_origin(kind) is tuple and Ellipsis in get_args(kind):
        return _tuple_decoder(_decoder(arguments[0]))
    if is_dataclass(kind):
        return _dataclass_decoder(kind)
    if get_origin(kind) is UnionType and len(arguments) == 1:
        return _decoder(arguments[0])
    msg = f"the register cannot store a value of type {kind}"
    raise TypeError(msg)


def _same(value: Any) -> Any:  # noqa: ANN401 -- JSON gives any of its types
    """Return the value itself."""
    return value


def _tuple_decoder(item: Decoder) -> Decoder:
    """Return a decoder of tuples of one kind."""
    return tuple if item is _same else lambda values: tuple([item(value) for value in values])


def _dataclass_decoder(kind: Any) -> Decoder:  # noqa: ANN401 -- a dataclass of the model
    """Return a decoder of one dataclass, which uses up the JSON object that it is given."""
    hints = get_type_hints(kind, localns=NAMED)
    decoders = {field.name: _decoder(hints[field.name]) for field in fields(kind)}
    known = decoders.keys()
    built_up = [(name, decoder) for name, decoder in decoders.items() if decoder is not _same]
    required = [f.name for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING]

    def build(values: dict[str, Any]) -> Any:  # noqa: ANN401 -- builds whichever noun it is asked for
        if not values.keys() <= known:
            for name in values.keys() - known:
                del values[name]
        for name, decoder in built_up:
            if name in values:
                values[name] = decoder(values[name])
        for name in required:
            if name not in values:
                values[name] = None
        return kind(**values)

    return build
