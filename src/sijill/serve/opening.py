"""From a register's path to the register, for commands that only read; they never make one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sijill.errors import RegisterError
from sijill.ledger import ClaimFilter, open_register
from sijill.serve.masking import UNMASKED, mask_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sijill.ledger import Register, StoredClaim
    from sijill.model import Claim
    from sijill.serve.masking import Mask


def register_to_read(where: str) -> Register:
    """Return the register at a path or URL; RegisterError says so where there is none."""
    if "://" not in where and not Path(where).exists():
        msg = f"there is no register at {where}: read some reports first: sijill read PATH"
        raise RegisterError(msg)
    return open_register(where, create=False, read_only=True)


class Masks:
    """The masks of a register's reports, by report id; nothing is hidden where `unmasked`."""

    def __init__(self, register: Register, *, unmasked: bool) -> None:
        """Look up every protected source once, also where a listing leaves the claim that names it out."""
        self._masks: Mapping[str, Mask] = {} if unmasked else masks_by_report(register)
        self._register = register

    @cached_property
    def _hidden(self) -> Mapping[str, str]:
        """The report of each claim, of whatever reading, that stands in a report with a mask."""
        wanted = (ClaimFilter(report=report_id, superseded=True) for report_id in self._masks)
        return {one.claim.id: one.claim.report_id for asked in wanted for one in self._register.claims(asked)}

    def over(self, claims: Iterable[str]) -> list[Mask]:
        """Return the masks of the reports of some claims, each once."""
        if not self._masks:
            return []
        found = dict.fromkeys(self._hidden[claim] for claim in claims if claim in self._hidden)
        return [self._masks[report_id] for report_id in found]

    def all(self) -> list[Mask]:
        """Return every mask."""
        return list(self._masks.values())

    def of(self, report_id: str) -> Mask:
        """Return the mask of a report."""
        return self._masks.get(report_id, UNMASKED)

    def shown(self, stored: StoredClaim) -> StoredClaim:
        """Return the claim, and its report's name, as they may be shown."""
        mask = self.of(stored.claim.report_id)
        return replace(stored, claim=mask.claim(stored.claim), report_name=mask.text(stored.report_name))


def masks_by_report(register: Register) -> dict[str, Mask]:
    """Return the mask of every report that has a protected source in any of its readings."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    for stored in register.claims(ClaimFilter(protected=True, superseded=True)):
        claims[stored.claim.report_id].append(stored.claim)
    return {report_id: mask_for(found) for report_id, found in claims.items()}
