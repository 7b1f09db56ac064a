"""The nouns of counting: what claims about one happening come to, side by side, and tolls over many happenings.

All of them are derived and can be thrown away: every number lists the ids of the claims that it rests on, and a sum is
marked as derived. An open end is None; `stated` is the highest number that was named.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from sijill.model import Actor, Claim, Place, Source
from sijill.values import Days

CONTRADICTIONS = ("figures", "bound", "category", "blame", "denial")
"""What sources can be at odds over; `figures` and `bound` (by a killed-or-injured figure) make a measure contested."""
STANCES = ("own", "enemy")
"""Whether a party to the fight speaks of its own losses or of its enemy's."""
BLAMES = ("blamed", "claimed", "denied")


def _within(name: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        msg = f"unknown {name} {value!r}: not one of {', '.join(allowed)}"
        raise ValueError(msg)


def _ordered(*numbers: int | None) -> None:
    known = [n for n in numbers if n is not None]
    if known != sorted(known):
        msg = f"numbers out of order: {' '.join(map(str, numbers))}"
        raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A claim as a member of an incident: the claim, and what counting has to know of its report.

    `origin` is shared by reports that print the same copy; `entered` orders claims within the register.
    """

    claim: Claim
    report_name: str
    outlet: str | None = None
    published: date | None = None
    origin: str = ""
    entered: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A source across reports: the key by which it is one, a name to show, and every form in which it was named."""

    key: str
    name: str
    kind: str
    sources: tuple[Source, ...]

    @property
    def protected(self) -> bool:
        """Whether any mention of the source asks for protection."""
        return any(source.protected for source in self.sources)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number of people, and the claims that give it; several claims where it was repeated or is derived.

    `derived` marks a sum: no source states it. `stance` is one of STANCES where a party speaks.
    """

    low: int | None
    high: int | None
    stated: int | None
    category: str
    claims: tuple[str, ...]
    victims: str | None = None
    vague: str | None = None
    derived: bool = False
    hedged: bool = False
    approximate: bool = False
    stance: str | None = None

    def __post_init__(self) -> None:
        """Refuse numbers out of order and an amount without claims with ValueError."""
        if not self.claims:
            msg = "an amount rests on at least one claim"
            raise ValueError(msg)
        if self.low is not None and self.high is not None and self.low > self.high:
            _ordered(self.low, self.high)

    @property
    def countable(self) -> bool:
        """Whether it bounds anything ("many" does not)."""
        return self.low is not None or self.high is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFigures:
    """What one source says of one measure: its total in force, the parts of it, and what the total replaced.

    `total` is None where the source gives only parts or words that bound nothing. `repeats` is the key of the source
    whose figure a report's own voice merely repeats: such a total never counts.
    """

    voice: Voice
    measure: str
    total: Amount | None
    parts: tuple[Amount, ...] = ()
    superseded: tuple[Amount, ...] = ()
    withdrawn: tuple[Amount, ...] = ()
    reports: tuple[str, ...] = ()
    published: date | None = None
    repeats: str | None = None

    @property
    def counts(self) -> bool:
        """Whether the total is an independent account."""
        return self.total is not None and self.total.countable and self.repeats is None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRange:
    """The range of one measure over independent sources: lowest total to highest, None where the highest is open.

    `bounded_only` marks a range that nobody asserts: it follows from a killed-or-injured figure alone.
    """

    measure: str
    low: int
    high: int | None
    stated: int
    claims: tuple[str, ...]
    sources: int = 1
    contested: bool = False
    derived: bool = False
    hedged: bool = False
    bounded_only: bool = False

    def __post_init__(self) -> None:
        """Refuse low > stated > high with ValueError."""
        _ordered(self.low, self.stated, self.high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One side of a contradiction: who, in what words, by which claims."""

    voice: Voice
    words: str
    claims: tuple[str, ...]

    def __str__(self) -> str:
        """Say it in words: "activists say 10 killed or wounded"."""
        last = self.voice.name.split()[-1]
        verb = (
            ""
            if self.words.startswith(("denies", "claims"))
            else "say "
            if last.islower() and last[-1] == "s"
            else "says "
        )
        return f"{self.voice.name} {verb}{self.words}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Accounts that cannot all be true, side by side."""

    kind: str
    measure: str | None
    accounts: tuple[Account, ...]

    def __post_init__(self) -> None:
        """Refuse an unknown kind with ValueError."""
        _within("contradiction", self.kind, CONTRADICTIONS)

    def __str__(self) -> str:
        """Say it in words, source by source: "SOHR says 15 killed; activists say 10 killed or wounded"."""
        return "; ".join(str(account) for account in self.accounts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame:
    """Who is said to have done it: `blamed` by a source, `claimed` by the party itself, or `denied`."""

    kind: str
    actor: Actor
    voice: Voice
    claims: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse an unknown kind with ValueError."""
        _within("blame", self.kind, BLAMES)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A figure that does not enter a range, and why."""

    claim: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """The claims of one happening: ranges by measure, figures by source, what is contradicted, who is blamed.

    `id` is that of the first-entered claim. `part_of` is the id of an incident that holds this one's people as well.
    `grade` is set by people only.
    """

    id: str
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    origins: tuple[str, ...]
    happening: str | None
    place: Place | None
    days: Days = field(default_factory=Days)
    figures: tuple[SourceFigures, ...] = ()
    ranges: tuple[FigureRange, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    blames: tuple[Blame, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    part_of: str | None = None
    grade: str | None = None

    def range_of(self, measure: str) -> FigureRange | None:
        """Return the range of a measure, None where nothing bounds it."""
        return next((r for r in self.ranges if r.measure == measure), None)

    @property
    def contested(self) -> bool:
        """Whether the figures of some measure cannot all be true."""
        return any(r.contested for r in self.ranges)

    @property
    def contradictory(self) -> bool:
        """Whether figures of any kind, counts or bounds, are at odds."""
        return any(c.kind in {"figures", "bound", "category"} for c in self.contradictions)


@dataclass(frozen=True, slots=True)
class Total:
    """What one report's main happening comes to in one measure, and without people who are said to be fighters.

    `lead` is the claim that the report leads with. An amount is derived where no source states it.
    """

    measure: str
    lead: str
    amount: Amount
    without_fighters: Amount


@dataclass(frozen=True, slots=True, kw_only=True)
class Main:
    """What one report is chiefly about: the claim that it leads with, and one total a measure, deaths first."""

    report: str
    lead: str
    totals: tuple[Total, ...]

    def total_of(self, measure: str) -> Total | None:
        """Return the total of a measure, None where the report gives none."""
        return next((t for t in self.totals if t.measure == measure), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which incidents a toll is asked of; None asks nothing.

    `place` matches the name, words, gazetteer id or first-level unit; `country` an ISO code. Days are inclusive.
    `category` may be "civilian", which takes in protesters, journalists, aid workers and medics.
    """

    measure: str = "killed"
    place: str | None = None
    country: str | None = None
    first: date | None = None
    last: date | None = None
    category: str | None = None
    happening: str | None = None
    perpetrator: str | None = None
    side: str | None = None
    source: str | None = None
    grade: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """An incident that the question may concern and the toll leaves out, and why."""

    incident: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossCheck:
    """A period's or running figure beside the register's own sum over the same days and place; never added.

    `remainder_low` and `remainder_high` are what the figure holds beyond the sum (negative: the register holds more);
    None is unknown or open. `incidents` is how many the sum rests on.
    """

    claim: str
    voice: Voice
    scope: str
    measure: str
    low: int | None
    high: int | None
    worded: str
    days: Days
    place: Place | None
    hedged: bool = False
    incidents: int = 0
    sum_low: int | None = None
    sum_high: int | None = None
    remainder_low: int | None = None
    remainder_high: int | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyRow:
    """One line of a toll; `best` is None where the rule has none. `stated` is the sum of the highest numbers named."""

    key: str
    low: int
    best: int | None
    high: int | None
    stated: int
    incidents: tuple[str, ...]
    provisional: int = 0

    def __post_init__(self) -> None:
        """Refuse low > best > high with ValueError."""
        _ordered(self.low, self.best, self.high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A toll under a named rule: the whole, its lines, and all that was left out.

    `provisional` counts the incidents that rest on one source, `outside` those that the filters leave out. `additive`
    tells whether the rows sum to the whole (rows by source do not).
    """

    rule: str
    filters: Filters
    by: str | None
    whole: TallyRow
    rows: tuple[TallyRow, ...]
    exclusions: tuple[Exclusion, ...]
    crosschecks: tuple[CrossCheck, ...]
    contested: int = 0
    hedged: int = 0
    outside: int = 0
    additive: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesPoint:
    """A source's running total up to a day, and the register's own sum up to then (None where no day is known)."""

    day: date | None
    low: int | None
    high: int | None
    worded: str
    claim: str
    hedged: bool = False
    sum_low: int | None = None
    sum_high: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One source's running totals of one measure, category and side of the conflict, in the order of their days."""

    voice: Voice
    measure: str
    category: str
    points: tuple[SeriesPoint, ...]
