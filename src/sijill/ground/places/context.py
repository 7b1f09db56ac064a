"""What is known around a place name when it is resolved.

Invariant: weights are shares of one, all of them positive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sijill.model import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceContext:
    """The report around a name.

    `country` is the country that the report is about, where one stands out; `countries` weighs all that it names;
    `near` holds other places of the report; `container` the larger place named with the name ("Idlib province").
    """

    country: str | None = None
    countries: Mapping[str, float] = field(default_factory=dict)
    near: Sequence[Place] = ()
    container: str | None = None


NOWHERE = PlaceContext()
