"""What lists are asked for: the same questions in the API and in the address of a page; a blank asks nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

from fastapi import Depends, Path, Query, Request
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from sijill.incident import Filters
from sijill.ledger import ClaimFilter
from sijill.model import CATEGORIES, CERTAINTIES, HAPPENINGS, MEASURES, SCOPES, SOURCE_KINDS
from sijill.reconcile.folding import folded
from sijill.review import GRADES
from sijill.serve.question import filters_of, is_wanted
from sijill.serve.web.desk import Snapshot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sijill.incident import Incident, Member
    from sijill.run.blocks import Blocks

PAGE, LARGEST_PAGE = 50, 500  # items
BLANK = BeforeValidator(lambda value: None if value == "" else value)
Measure = Annotated[Literal[MEASURES] | None, BLANK]  # type: ignore[valid-type]
Category = Annotated[Literal[CATEGORIES] | None, BLANK]  # type: ignore[valid-type]
Happening = Annotated[Literal[HAPPENINGS] | None, BLANK]  # type: ignore[valid-type]
Certainty = Annotated[Literal[CERTAINTIES] | None, BLANK]  # type: ignore[valid-type]
Scope = Annotated[Literal[SCOPES] | None, BLANK]  # type: ignore[valid-type]
SourceKind = Annotated[Literal[SOURCE_KINDS] | None, BLANK]  # type: ignore[valid-type]
Grade = Annotated[Literal[GRADES] | None, BLANK]  # type: ignore[valid-type]
Words = Annotated[Annotated[str, Field(max_length=200)] | None, BLANK]
Day = Annotated[date | None, BLANK]
Cursor = Annotated[Annotated[str, Field(max_length=100)] | None, BLANK]


class Paged(BaseModel):
    """Which page of a list."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    cursor: Cursor = None
    limit: int = Field(PAGE, ge=1, le=LARGEST_PAGE)


class AskedClaims(Paged):
    """Which claims; what is not given asks nothing."""

    measure: Measure = None
    category: Category = None
    happening: Happening = None
    certainty: Certainty = None
    scope: Scope = None
    source_kind: SourceKind = None
    country: Words = None
    place: Words = None
    report: Words = None
    first_day: Day = Field(None, alias="from")
    last_day: Day = Field(None, alias="to")


class AskedIncidents(Paged):
    """Which incidents; what is not given asks nothing."""

    place: Words = None
    country: Words = None
    first_day: Day = Field(None, alias="from")
    last_day: Day = Field(None, alias="to")
    happening: Happening = None
    measure: Measure = None
    grade: Grade = None
    contested: bool = False
    reports: Annotated[int | None, Field(ge=1), BLANK] = None


class AskedToll(BaseModel):
    """What a toll is asked of."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    measure: Literal[MEASURES] = "killed"  # type: ignore[valid-type]
    rule: Literal["ibc", "airwars", "ucdp", "acled"] = "ibc"
    by: Annotated[
        Literal["day", "month", "place", "source", "category", "perpetrator", "happening", "side"] | None, BLANK
    ] = None
    place: Words = None
    country: Words = None
    first_day: Day = Field(None, alias="from")
    last_day: Day = Field(None, alias="to")
    category: Category = None
    happening: Happening = None
    grade: Grade = None

    @property
    def filters(self) -> Filters:
        """What counting is asked."""
        return replace(filters_of(self), measure=self.measure, category=self.category, grade=self.grade)


class AskedTollPage(AskedToll, Paged):
    """Which lines of a toll."""


class AskedTollLine(AskedTollPage):
    """Which number of a toll, by the place of its line or of the reason that leaves out; of neither: the whole."""

    line: Annotated[int | None, Field(ge=0), BLANK] = None
    reason: Annotated[int | None, Field(ge=0), BLANK] = None


def snapshot(request: Request) -> Snapshot:
    """Return what the register comes to now."""
    now: Snapshot = request.app.state.desk.now()
    return now


Key = Annotated[str, Path(min_length=1, max_length=200)]
Now = Annotated[Snapshot, Depends(snapshot)]
QueryClaims = Annotated[AskedClaims, Query()]
QueryIncidents = Annotated[AskedIncidents, Query()]
QueryTollPage = Annotated[AskedTollPage, Query()]
QueryTollLine = Annotated[AskedTollLine, Query()]
QueryPaged = Annotated[Paged, Query()]


def incidents_asked(now: Snapshot, wanted: AskedIncidents) -> Sequence[Incident]:
    """Return the incidents that were asked for in the order of their days, looked for once while nothing is entered."""
    if asks_nothing(wanted):
        return now.view.incidents
    held = gathered_of(now, wanted)
    found = (incident for incident in now.view.incidents if incident.id in held.by_id)
    return now.once(("incidents", question_of(wanted)), lambda: tuple(found))


def gathered_of(now: Snapshot, wanted: AskedIncidents) -> Blocks:
    """Return the incidents that were asked for, for what is counted over them; the same where nothing was entered."""
    if asks_nothing(wanted):
        return now.view.blocks
    asked, question = question_of(wanted), replace(filters_of(wanted), grade=wanted.grade)

    def work() -> Blocks:
        return now.view.blocks.narrowed(asked, lambda incident: is_wanted(incident, wanted, question))

    return now.once(("gathered", asked), work)


def claims_asked(now: Snapshot, wanted: AskedClaims) -> Sequence[str]:
    """Return the ids of the claims that were asked for, as reviewed, looked for once while nothing is entered.

    The database leaves out what it can: it knows places and days in other words than these.
    """
    if asks_nothing(wanted):
        return now.claim_ids
    same = ("measure", "category", "happening", "certainty", "scope", "source_kind", "country")
    narrowed = ClaimFilter(**{name: getattr(wanted, name) for name in same})

    def found() -> list[str]:
        those = (one for one in now.view.chosen(narrowed) if of_kind(one, wanted) and placed(one, wanted))
        return [one.claim.id for one in those]

    return now.once(("claims", question_of(wanted)), found)


def question_of(wanted: BaseModel, *but: str) -> str:
    """Return what is asked, whichever page of the answer is wanted; `but` leaves out more."""
    return wanted.model_dump_json(exclude={"cursor", "limit", *but})


def asks_nothing(wanted: Paged) -> bool:
    """Tell whether the whole list is asked for."""
    return not any(value for name, value in wanted if name not in Paged.model_fields)


def of_kind(member: Member, wanted: AskedClaims) -> bool:
    """Tell whether a claim has the measure, category and so on that were asked for."""
    claim, figure = member.claim, member.claim.figure
    pairs = (
        (wanted.measure, figure and figure.measure),
        (wanted.category, figure and figure.category),
        (wanted.scope, figure and figure.scope),
        (wanted.happening, claim.happening),
        (wanted.certainty, claim.certainty),
    )
    kinds = {source.kind for source in claim.sources}
    same = all(asked_for in {None, found} for asked_for, found in pairs)
    return same and (wanted.source_kind is None or wanted.source_kind in kinds)


def placed(member: Member, wanted: AskedClaims) -> bool:
    """Tell whether a claim is of the report, place and days that were asked for."""
    claim, place, days = member.claim, member.claim.place, member.claim.days
    if wanted.report and not (claim.report_id.startswith(wanted.report) or member.report_name == wanted.report):
        return False
    if wanted.country and (place is None or place.country != wanted.country.upper()):
        return False
    names = [place.worded, place.name or "", place.admin1 or ""] if place else []
    if wanted.place and not any(folded(wanted.place) in folded(name) for name in names):
        return False
    first, last = days.first or days.last, days.last or days.first
    late = wanted.first_day is not None and (last is None or last < wanted.first_day)
    early = wanted.last_day is not None and (first is None or first > wanted.last_day)
    return not (late or early)
