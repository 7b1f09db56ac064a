"""The noun of reviewing: what a person enters about a claim or an incident.

A review is an entry of the book: it adds, the original stays, and it is undone only by another entry. It names its
claim by id and by the words it stands in, so that it finds the claim again when a report is read anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as made_by  # `field` is a name of the noun itself
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sijill.judgement import Anchor
    from sijill.model import Claim, Evidence

ABOUT_CLAIMS = ("accept", "correct", "reject", "add", "note")
ABOUT_INCIDENTS = ("grade", "sign")
ACTS = (*ABOUT_CLAIMS, *ABOUT_INCIDENTS)
CORRECTABLE = (
    "number", "measure", "category", "victims", "scope", "happening", "certainty", "source", "perpetrator", "target",
    "place", "days",
)  # fmt: skip
GRADES = ("confirmed", "fair", "weak", "contested", "discounted")
"""How well an incident is established, in the words of Airwars' method."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A person's entry: `about` is the id of a claim, for grades and signatures that of an incident.

    `field` and `value` are what "correct" sets, `evidence` the words that it rests on; `claim` is what "add" adds.
    `seen` is the number of the newest review of the claim that the author had before the eyes: a later one by somebody
    else that was entered meanwhile is in conflict. `state` is what the incident was when it was signed.
    """

    act: str
    about: str
    author: str
    anchor: Anchor | None = None
    field: str | None = None
    value: Mapping[str, object] = made_by(default_factory=lambda: MappingProxyType({}))
    evidence: Evidence | None = None
    claim: Claim | None = None
    reason: str | None = None
    seen: int = 0
    state: str | None = None
    at: datetime | None = None
    seq: int = 0

    def __post_init__(self) -> None:
        """Refuse an unknown act, field or grade, and an addition without a claim, with ValueError."""
        for name, value, known in (("act", self.act, ACTS), ("field", self.field or "number", CORRECTABLE)):
            if value not in known:
                msg = f"unknown {name} {value!r}: not one of {', '.join(known)}"
                raise ValueError(msg)
        if (self.act == "correct") != (self.field is not None) or (self.act == "add") != (self.claim is not None):
            msg = f"a correction names a field and an addition a claim; {self.act!r} is given otherwise"
            raise ValueError(msg)
        if self.act == "grade" and self.value.get("grade") not in GRADES:
            msg = f"unknown grade {self.value.get('grade')!r}: not one of {', '.join(GRADES)}"
            raise ValueError(msg)
