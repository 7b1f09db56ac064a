"""The options that commands share, each group a value; a name that is not known is refused with the nearest known."""

import os
import re
import shlex
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Literal

import typer

from sijill.errors import UsageError
from sijill.ledger import ClaimFilter
from sijill.model import CATEGORIES, CERTAINTIES, HAPPENINGS, MEASURES, SCOPES, SOURCE_KINDS

Form = Literal["table", "csv", "json", "jsonl"]
ROWS_SHOWN = 200  # a table's rows where no --limit is given; what is left out is said


def measure_words() -> Mapping[str, str]:
    """Return the measure that each word of reports names."""
    from sijill.extract.measure_words import words

    return words()


CODE = re.compile(r"[A-Za-z]{2}")


def one_of(
    known: Sequence[str], meant_by: Callable[[], Mapping[str, str]] = dict
) -> Callable[[str | None], str | None]:
    """Return a check that a value is one of the known ones; `meant_by` gives what other words mean."""

    def checked(value: str | None) -> str | None:
        if value is not None and value not in known:
            word = meant_by().get(value.lower())
            near = [word] if word else get_close_matches(value, known, n=1)
            meant = f"did you mean {near[0]!r}? " if near else ""
            msg = f"{value!r} is not known: {meant}It is one of {', '.join(known)}"
            raise typer.BadParameter(msg)
        return value

    return checked


def day(value: str | date) -> date:
    """Return the day that YYYY-MM-DD names."""
    try:
        return value if isinstance(value, date) else date.fromisoformat(value)
    except ValueError:
        msg = f"{value!r} is not a day: write it as YYYY-MM-DD, as in 2011-06-07"
        raise typer.BadParameter(msg) from None


def country_code(value: str | None) -> str | None:
    """Return a country's code in capitals; what is no code would find nothing, which looks like nobody killed."""
    if value is not None and CODE.fullmatch(value) is None:
        msg = f"{value!r} is not a country's code: write its two letters (ISO 3166), as in SY for Syria"
        raise typer.BadParameter(msg)
    return value and value.upper()


def in_order(context: typer.Context, value: date | None) -> date | None:
    """Refuse days of which the last is before the first: no day lies between them."""
    first = context.params.get("first_day") or value
    last = context.params.get("last_day") or value
    if first is not None and last is not None and last < first:
        msg = f"--to {last} is before --from {first}: no day lies between them"
        raise typer.BadParameter(msg)
    return value


MEASURE = typer.Option(
    metavar="MEASURE", callback=one_of(MEASURES, measure_words), help="killed, injured, detained ..."
)
Measure = Annotated[str | None, MEASURE]
Category = Annotated[
    str | None, typer.Option(metavar="CATEGORY", callback=one_of(CATEGORIES), help="Victims: civilian ...")
]
Happening = Annotated[
    str | None, typer.Option(metavar="TYPE", callback=one_of(HAPPENINGS), help="armed_clash, attack ...")
]
InPlace = Annotated[str | None, typer.Option(metavar="NAME", help="Name, words, gazetteer id or first-level unit.")]
Country = Annotated[str | None, typer.Option(metavar="CODE", callback=country_code, help="ISO 3166 two-letter code.")]
FirstDay = Annotated[
    date | None,
    typer.Option("--from", parser=day, callback=in_order, metavar="DAY", help="Days from this one, YYYY-MM-DD."),
]
LastDay = Annotated[
    date | None,
    typer.Option("--to", parser=day, callback=in_order, metavar="DAY", help="Days up to this one, YYYY-MM-DD."),
]
RegisterPath = Annotated[
    str,
    typer.Option(
        "--register", envvar="SIJILL_REGISTER", metavar="FILE", help="The register: a file, or a PostgreSQL URL."
    ),
]
Unmasked = Annotated[bool, typer.Option("--unmasked", help="Show the names of protected sources. Do not share these.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
WHERE = "sijill.db"


def register_option(register: str) -> str:
    """Return how a command that is told of names the register; nothing where it finds it by itself."""
    return "" if register == os.environ.get("SIJILL_REGISTER", WHERE) else f" --register {shlex.quote(register)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which claims are listed; what is not given asks nothing."""

    measure: Measure = None
    category: Category = None
    happening: Happening = None
    place: Annotated[str | None, typer.Option(metavar="NAME", help="As worded, or its resolved name.")] = None
    country: Country = None
    first_day: FirstDay = None
    last_day: LastDay = None
    source_kind: Annotated[
        str | None, typer.Option(metavar="KIND", callback=one_of(SOURCE_KINDS), help="monitor, government, witness ...")
    ] = None
    certainty: Annotated[
        str | None,
        typer.Option(metavar="CERTAINTY", callback=one_of(CERTAINTIES), help="asserted, hedged, denied, hypothetical."),
    ] = None
    scope: Annotated[
        str | None, typer.Option(metavar="SCOPE", callback=one_of(SCOPES), help="incident, period, cumulative.")
    ] = None
    report: Annotated[str | None, typer.Option(metavar="NAME", help="A report's name or id, or how it begins.")] = None

    def wanted(self, only: Literal["figures", "happenings"] | None = None) -> ClaimFilter:
        """Return what the register is asked."""
        return ClaimFilter(
            measure=self.measure,
            category=self.category,
            happening=self.happening,
            place=self.place,
            country=self.country,
            first_day=self.first_day,
            last_day=self.last_day,
            source_kind=self.source_kind,
            certainty=self.certainty,
            scope=self.scope,
            report=self.report,
            only=only,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """How claims are listed."""

    limit: Annotated[
        int | None,
        typer.Option(min=0, metavar="N", help=f"At most N rows; 0 is all. A table shows {ROWS_SHOWN} unless told."),
    ] = None
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False
    json: Annotated[bool, typer.Option("--json", help="Print one JSON document, an array of flat rows.")] = False
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Print JSON Lines, a flat row a line.")] = False
    unmasked: Unmasked = False

    @property
    def form(self) -> Form:
        """The one form that was asked for; two at once are refused with UsageError."""
        choices: dict[Form, bool] = {"csv": self.csv, "json": self.json, "jsonl": self.jsonl}
        asked = [form for form, wanted in choices.items() if wanted]
        if len(asked) > 1:
            msg = f"--{' and --'.join(asked)} contradict each other: give one of them"
            raise UsageError(msg)
        return asked[0] if asked else "table"

    @property
    def most(self) -> int | None:
        """How many rows at most; None is all."""
        if self.limit is None:
            return ROWS_SHOWN if self.form == "table" else None
        return self.limit or None
