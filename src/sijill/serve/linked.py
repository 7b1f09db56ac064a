"""From a register to its incidents and what hides their protected sources, for the commands that show incidents."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sijill.errors import RegisterError
from sijill.serve.failures import say
from sijill.serve.hiding import Hiding
from sijill.serve.opening import Masks
from sijill.serve.options import register_option
from sijill.serve.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sijill.incident import Incident, Member
    from sijill.ledger import Register
    from sijill.model import Report
    from sijill.run import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """An open register with its incidents, and the masks of its reports."""

    book: Register
    view: View
    masks: Masks
    hides: bool

    def masked(self) -> Linked:
        """Return the same with protected sources masked, as whatever is made to be shared needs them."""
        return self if self.hides else replace(self, masks=Masks(self.book, unmasked=False), hides=True)

    def members(self, claims: Iterable[str]) -> list[Member]:
        """Return the claims with these ids."""
        wanted = list(claims)
        self.fetch(wanted)
        return [self.view.members[claim] for claim in wanted]

    def fetch(self, claims: Iterable[str]) -> None:
        """Look up some claims together, for what asks for each of them next."""
        self.view.links.members.fetch(claims)

    def hiding(self, claims: Iterable[str]) -> Hiding:
        """Return what hides the protected sources of the reports of some claims."""
        return Hiding(self.masks.over(claims), hides=self.hides)

    def hiding_all(self) -> Hiding:
        """Return what hides the protected sources of every report."""
        return self.masks.worn()

    def report(self, member: Member) -> Report:
        """Return the report of a claim, as it stands."""
        return self.book.report(member.claim.report_id)

    def shown(self, member: Member) -> Member:
        """Return the claim and its report's name as they may be shown."""
        mask = self.masks.of(member.claim.report_id)
        name, outlet = mask.text(member.report_name), mask.maybe(member.outlet)
        return replace(member, claim=mask.claim(member.claim), report_name=name, outlet=outlet)

    def shown_reports(self, incident: Incident) -> Sequence[str]:
        """Return the names of an incident's reports as they may be shown, in the order of the book."""
        return tuple(dict.fromkeys(self.shown(member).report_name for member in self.members(incident.claims)))


def linked(book: Register, *, unmasked: bool) -> Linked:
    """Return a register's incidents; RegisterError where it is not linked, a line on stderr where a part is not."""
    from sijill.run import incidents_of

    view = incidents_of(book)
    if view.unlinked and not view.judged.linked_to:
        msg = f"nothing in the register {book.name} is linked yet: sijill link{register_option(book.name)}"
        raise RegisterError(msg)
    where = register_option(book.name)
    if view.unlinked:
        left = counted(view.unlinked, "claim")
        say(f"not linked yet, and in no incident: {left}: sijill link{where}", style="yellow")
    for judgement in view.adrift:
        say(f"entry {judgement.seq} judges claims that are not to be found any more: sijill log{where}", style="yellow")
    _ = view.listed  # before the masks: looked up after them, it might list what they do not know
    return Linked(book=book, view=view, masks=Masks(book, unmasked=unmasked), hides=not unmasked)
