"""From a register's path to the register, for commands that only read; they never make one."""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from sijill.errors import OlderFormError, RegisterError
from sijill.ledger import ClaimFilter, open_register
from sijill.serve.hiding import Hiding
from sijill.serve.masking import NOBODY, UNMASKED, Mask, mask_for

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from sijill.judgement import Anchor
    from sijill.ledger import Register, StoredClaim
    from sijill.model import Claim, HiddenPerson
    from sijill.review import Review
    from sijill.run.shown import Shown


def register_to_read(where: str) -> Register:
    """Return the register at a path or URL; RegisterError says so where there is none."""
    if "://" not in where and not Path(where).exists():
        msg = f"there is no register at {where}: read some reports first: sijill read PATH"
        raise RegisterError(msg)
    try:
        return open_register(where, create=False, read_only=True)
    except OlderFormError:
        with suppress(RegisterError):  # where nothing can be written it is read as it is
            open_register(where, create=False).close()  # brings it to the newest form; nothing that was entered changes
        return open_register(where, create=False, read_only=True, older=True)


class Masks:
    """The masks of a register's reports, by report id; nothing is hidden where `unmasked`.

    Invariant: a report that was entered after they were looked up is shown under its own mask, not under none.
    """

    def __init__(
        self, register: Register, *, unmasked: bool, shown: Shown | None = None, before: Masks | None = None
    ) -> None:
        """Look up every protected source once, also where a listing leaves the claim that names it out.

        `shown` is what reviews come to, where that is known; masks `before` it went on hold but for what it touched.
        """
        from sijill.run.shown import Shown

        self._register = register
        self._unmasked = unmasked
        self._reviewed = shown or Shown(register)
        self._before = frozenset[str](), dict[str, str]()  # reports, and the report of each of their claims
        self._settled, self._masks = (frozenset[str](), dict[str, Mask]()) if unmasked else self._looked_up(before)

    def _looked_up(self, before: Masks | None) -> tuple[frozenset[str], dict[str, Mask]]:
        """Return the ids of the reports that the masks are looked up over, and the masks."""
        last = self._reviewed.length
        touched = None if before is None else self._reviewed.touched_since(before.reviewed)
        if before is None or touched is None:
            return frozenset(self._register.reports_entered(after=0, up_to=last)), masks_of(self._reviewed)
        entered = self._register.reports_entered(after=before.reviewed.length, up_to=last)
        self._before = before.hidden_but(touched)
        kept = {report_id: mask for report_id, mask in before.by_report.items() if report_id not in touched}
        return before.settled | entered, dict(sorted((kept | masks_of(self._reviewed, touched)).items()))

    @property
    def reviewed(self) -> Shown:
        """The layer that the masks were looked up in: masks that go on from these ask what was entered since it."""
        return self._reviewed

    @property
    def settled(self) -> frozenset[str]:
        """The ids of the reports that the masks were looked up over."""
        return self._settled

    @property
    def by_report(self) -> Mapping[str, Mask]:
        """The masks of the reports in which somebody hides."""
        return self._masks

    @property
    def _that_find(self) -> set[str]:
        """The reports whose masks find anything."""
        return {report_id for report_id, mask in self._masks.items() if mask.pattern is not None}

    def hidden_but(self, touched: Collection[str]) -> tuple[frozenset[str], dict[str, str]]:
        """Return the reports with a mask that stay as they are, and the report of each of their claims, where known."""
        if "_hidden" not in self.__dict__:  # nobody asked yet
            return frozenset(), {}
        stay = frozenset(self._that_find).difference(touched)
        return stay, {claim: report_id for claim, report_id in self._hidden.items() if report_id in stay}

    @cached_property
    def _hidden(self) -> Mapping[str, str]:
        """The report of each claim, of whatever reading, that stands in a report with a mask."""
        masked = self._that_find
        known, there = self._before
        changed = self._reviewed.reviewed.changed.values()
        reviewed = (one.claim for one in changed if one.claim.report_id in masked)
        return {
            **there,
            **dict(self._register.claims_in(masked - known)),
            **{claim.id: claim.report_id for claim in reviewed},
        }

    def over(self, claims: Iterable[str]) -> list[Mask]:
        """Return the masks of the reports of some claims, each once."""
        if not self._masks:
            return []
        found = dict.fromkeys(self._hidden[claim] for claim in claims if claim in self._hidden)
        return [self._masks[report_id] for report_id in found]

    def all(self) -> list[Mask]:
        """Return every mask."""
        return list(self._masks.values())

    def worn(self) -> Hiding:
        """Return every mask worn together: for what a person wrote, which may speak of any report."""
        return self._worn

    @cached_property
    def _worn(self) -> Hiding:
        return Hiding(self.all(), hides=not self._unmasked)

    def of(self, report_id: str) -> Mask:
        """Return the mask of a report; of one that was entered since, it is worked out now."""
        if self._unmasked or report_id in self._masks:
            return self._masks.get(report_id, UNMASKED)
        return NOBODY if report_id in self._settled else self._of_today(report_id)

    def _of_today(self, report_id: str) -> Mask:
        """Return the mask of a report as the book is now."""
        from sijill.run.shown import Shown

        return masks_of(Shown(self._register, self._reviewed), {report_id}).get(report_id, NOBODY)

    def shown(self, stored: StoredClaim) -> StoredClaim:
        """Return the claim, and its report's name, as they may be shown."""
        mask = self.of(stored.claim.report_id)
        return replace(stored, claim=mask.claim(stored.claim), report_name=mask.text(stored.report_name))


def masks_by_report(register: Register) -> dict[str, Mask]:
    """Return the mask of every report that somebody hides in, by any of its readings or by a person's review."""
    from sijill.run.shown import Shown

    return masks_of(Shown(register))


def masks_of(shown: Shown, only: Collection[str] | None = None) -> dict[str, Mask]:
    """Return the mask of every report, or only of some, in which somebody hides by any reading or review."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    read, hidden_there = read_of(shown.register, only)
    reviewed = (stored.claim for stored in shown.reviewed.changed.values())
    for claim in chain(read, reviewed, entered_by_hand(shown, only)):
        if any(source.protected for source in claim.sources) and (only is None or claim.report_id in only):
            claims[claim.report_id].append(claim)
    hidden: dict[str, list[HiddenPerson]] = defaultdict(list)
    for person in hidden_there:
        hidden[person.report_id].append(person)
    reports = claims.keys() | hidden.keys()
    return {report_id: mask_for(claims.get(report_id, ()), hidden.get(report_id, ())) for report_id in sorted(reports)}


def read_of(register: Register, only: Collection[str] | None) -> tuple[Iterable[Claim], Iterable[HiddenPerson]]:
    """Return the claims of protected sources, and those who hide, in whatever reading of some reports, or of all."""
    if only is None:
        everywhere = register.claims(ClaimFilter(protected=True, superseded=True))
        return (stored.claim for stored in everywhere), register.hidden_people(superseded=True)
    people = (person for report in sorted(only) for person in register.hidden_people(report, superseded=True))
    return register.protected_in(only), people


def entered_by_hand(shown: Shown, only: Collection[str] | None) -> Iterator[Claim]:
    """Yield the claims that people added, and one for each source that a correction names, once more where undone.

    A correction stays in the book with its words and its reason, whatever was entered after it.
    """
    register = shown.register
    names = None if only is None else register.names_of(only)
    for review in shown.entered:
        if review.claim is not None:
            yield review.claim
        elif review.field == "source" and review.anchor and (names is None or review.anchor.report_name in names):
            for report_id in sorted(register.ids_named([review.anchor.report_name])):
                yield named_by(review, review.anchor, report_id)


def named_by(review: Review, anchor: Anchor, report_id: str) -> Claim:
    """Return a claim of the source that a correction names, with the words that the correction rests on."""
    from sijill.model import Claim, Evidence, Source

    said = review.evidence or Evidence(field="claim", span=anchor.span, quote="")
    source = Source(worded=str(review.value.get("words") or ""), protected=bool(review.value.get("protected")))
    return Claim(report_id=report_id, happening="other", sources=(source,), evidence=(said,))
