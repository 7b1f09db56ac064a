"""People of the body that speaks of them: "the Red Crescent said three of its workers were wounded".

Only rescuers, medics and aid groups are asked: what an army says of "its members" may be of its enemy's.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sijill.model import Claim

_OWN: Final = re.compile(
    r"(?:(?:its|our)(?: own)?|(?:his|her|their) own)(?: [\w-]+){0,2}"
    r" (?:colleagues?|crew|crewmembers|drivers?|employees?|members?|paramedics|staff|staffers|teams?"
    r"|volunteers?|workers?)",
    re.IGNORECASE,
)


def with_own_people(claim: Claim) -> Claim:
    """Return a claim whose people are those of the rescuers or medics who speak, as such."""
    figure = claim.figure
    if figure is None or figure.category == "unspecified" or claim.source.kind != "medical":
        return claim
    if _OWN.fullmatch(figure.victims or "") is None:
        return claim
    return replace(claim, figure=replace(figure, category="aid_or_medical"))
