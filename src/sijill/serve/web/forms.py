"""What people enter: each act's fields, checked before anything is done."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from sijill.errors import UsageError
from sijill.review import CORRECTABLE
from sijill.serve.web.asking import BLANK, Category, Certainty, Day, Grade, Happening, Measure, Scope, SourceKind
from sijill.values import Span

Reason = Annotated[str | None, Field(max_length=2000)]
Id = Annotated[str, Field(min_length=1, max_length=32, pattern="^[0-9a-f]+$")]
Offset = Annotated[Annotated[int, Field(ge=0, le=2**31)] | None, BLANK]
Short = Annotated[str, Field(max_length=500)]


class Form(BaseModel):
    """What every form refuses: a field that it does not know."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    reason: Reason = None


class ReviewForm(Form):
    """A review of a claim. `seen` is the number of the newest review that the reviewer had before the eyes.

    "correct" names the `field` and its new words (for days `first` and `last`); `start` and `end` are the code points
    of the report at which the words stand, where they were selected there.
    """

    act: Literal["accept", "reject", "correct", "note"]
    field: Literal[CORRECTABLE] | None = None  # type: ignore[valid-type]
    words: Short = ""
    kind: SourceKind = None
    protected: bool = False
    first: Day = None
    last: Day = None
    start: Offset = None
    end: Offset = None
    seen: int = Field(0, ge=0, le=2**53)

    @property
    def value(self) -> dict[str, Any]:
        """What the field is set to; nothing for other acts."""
        if self.act != "correct":
            return {}
        found: dict[str, Any] = {"words": self.words}
        found |= {"kind": self.kind} if self.kind else {}
        found |= {"protected": True} if self.protected else {}
        found |= {name: day.isoformat() for name, day in (("first", self.first), ("last", self.last)) if day}
        return found

    @property
    def span(self) -> Span | None:
        """Where the words stand."""
        return span_of(self.start, self.end)


class AddForm(Form):
    """A claim that was missed: its clause stands at `start`..`end`, its number or trigger at `anchor_start`..."""

    start: int = Field(ge=0, le=2**31)
    end: int = Field(ge=1, le=2**31)
    anchor_start: Offset = None
    anchor_end: Offset = None
    measure: Measure = None
    happening: Happening = None
    number: Short = ""
    victims: Short = ""
    category: Category = None
    certainty: Certainty = None
    scope: Scope = None
    place: Short = ""
    first: Day = None
    last: Day = None
    source: Short = ""
    kind: SourceKind = None
    protected: bool = False

    @property
    def spans(self) -> tuple[Span, Span]:
        """The clause, and the number or trigger: the clause itself where none was selected."""
        clause = span_of(self.start, self.end)
        if clause is None:
            msg = "select the words of the claim in the report first"
            raise UsageError(msg)
        return clause, span_of(self.anchor_start, self.anchor_end) or clause

    @property
    def said(self) -> dict[str, Any]:
        """What is claimed."""
        return self.model_dump(exclude={"start", "end", "anchor_start", "anchor_end", "reason"})


class ReportForm(Form):
    """A report pasted into the page."""

    text: str
    name: Annotated[str, Field(max_length=200)] = ""
    outlet: Annotated[str, Field(max_length=200)] = ""
    published: Day = None


class JudgeForm(Form):
    """What a person holds of two claims."""

    a: Id
    b: Id
    verdict: Literal["same", "different", "unsure"]


class MergeForm(Form):
    """The incident that is the same."""

    other: Id


class SplitForm(Form):
    """The claims that are another happening."""

    claims: list[Id] = Field(min_length=1, max_length=10_000)


class GradeForm(Form):
    """How well an incident is established."""

    grade: Grade


class UndoForm(Form):
    """The entry to be undone."""

    entry: int = Field(ge=1, le=2**53)


def span_of(start: int | None, end: int | None) -> Span | None:
    """Return the stretch, None where none was selected; UsageError where it is none."""
    if start is None or end is None:
        return None
    if start >= end:
        msg = f"no words were selected: {start}..{end} is empty"
        raise UsageError(msg)
    return Span(start=start, end=end)
