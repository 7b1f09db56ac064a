"""Every noun of Sijill: what stages take and give, and what the register holds.

All of them are frozen. Offsets are code points into the report's text (`Report.text`), and a quote equals the text
at its offsets, character for character. A claim without evidence cannot be built.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date

from sijill.values import CountRange, Days, Span

MEASURES = (
    "killed", "injured", "killed_or_injured", "detained", "abducted",
    "missing", "displaced", "defected", "released", "affected",
)  # fmt: skip
CATEGORIES = (
    "civilian", "protester", "state_forces", "armed_group", "journalist", "aid_or_medical", "mixed", "unspecified",
)  # fmt: skip
SOURCE_KINDS = (
    "government", "military", "armed_group", "opposition", "monitor", "activist", "witness", "medical",
    "intergovernmental", "foreign_government", "media", "unnamed_official", "reporter",
)  # fmt: skip
CERTAINTIES = ("asserted", "hedged", "denied", "hypothetical")
SCOPES = ("incident", "period", "cumulative")
HAPPENINGS = (
    "armed_clash", "government_regains_territory", "non_state_actor_overtakes_territory", "air_drone_strike",
    "shelling_artillery_missile", "remote_explosive_ied", "suicide_bomb", "chemical_weapon", "grenade", "attack",
    "abduction_forced_disappearance", "sexual_violence", "peaceful_protest", "protest_with_intervention",
    "excessive_force_against_protesters", "violent_demonstration", "mob_violence", "agreement", "arrests",
    "change_to_group_activity", "disrupted_weapons_use", "base_established", "looting_property_destruction",
    "non_violent_transfer_of_territory", "defection", "displacement", "other", "condemn", "demand", "threaten",
    "deny", "claim_responsibility", "sanction", "negotiate", "aid",
)  # fmt: skip
PUBLISHED_KNOWN_BY = ("given", "dateline", "field", "metadata", "unknown")


def content_id(*parts: object) -> str:
    """Return a 16-digit hexadecimal id of the parts: the same parts, the same id, on every machine."""
    joined = "\x1f".join(["" if part is None else str(part) for part in parts])
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


APART_MARK = "!"
"""What stands in a happening's key before the run and the side on which its report tells it apart: "attack-12!1.2".

Two keys of one run on two sides are of two happenings.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One published text as received; immutable.

    `text` is what was given (for HTML and PDF the extracted article); `sha256` is of the bytes it came in. `name` is
    the id that it was given or its file name without the ending: how people and exports call it. `published` is the
    publication day in force and `published_by` how it is known; `disagreements` lists, in words, other days that the
    text, the field or the metadata gave.
    """

    text: str
    name: str
    sha256: str
    origin: str = ""
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published: date | None = None
    published_by: str = "unknown"
    disagreements: tuple[str, ...] = ()
    language: str = "en"
    notes: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Content id: the hash of text, outlet, publication day and given name."""
        return content_id("report", self.text, self.outlet, self.published, self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What is read: the cleaned text with the way back.

    `offsets[i]` is the code point of the report's text that character i of `text` came from; its length is
    len(text) + 1, the last entry being the end. `skipped` lists the stretches of the report's text that are not the
    article's own words (boilerplate, captions, share buttons), with the reason. `issuer` is who puts out a press
    release, a bulletin or a statement, by its letterhead.
    """

    text: str
    offsets: tuple[int, ...]
    headline: Span | None = None
    dateline_place: str | None = None
    dateline_day: date | None = None
    agency: str | None = None
    byline: str | None = None
    closing_source: Span | None = None
    issuer: Span | None = None
    skipped: tuple[tuple[Span, str], ...] = ()

    def original(self, start: int, end: int) -> Span:
        """Return the stretch of the report's text that `text[start:end]` came from."""
        return Span(start=self.offsets[start], end=self.offsets[end - 1] + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Words of the report that a field rests on: `quote == report.text[span.start:span.end]`.

    `field` names what it is evidence for: "claim" (the clause), "number", "trigger", "source", "victims", "place",
    "time", "perpetrator", "target", "certainty", "reason", "anonymity".
    """

    field: str
    span: Span
    quote: str
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who says it.

    `worded` is None for the report's own voice (kind "reporter"). `name` is the resolved name ("Syrian Observatory
    for Human Rights" for "the monitor"). `chain` holds the names through which it came, nearest first. `protected`
    is true where the source is anonymous out of fear, on condition, or by first name only; `why_anonymous` holds the
    reason as worded.
    """

    worded: str | None
    kind: str = "reporter"
    name: str | None = None
    anonymous: bool = False
    protected: bool = False
    why_anonymous: str | None = None
    chain: tuple[str, ...] = ()
    rule: str = ""

    def __post_init__(self) -> None:
        """Refuse an unknown kind with ValueError."""
        if self.kind not in SOURCE_KINDS:
            msg = f"unknown source kind {self.kind!r}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where: as worded, and what the gazetteer knows of it.

    `precision` is UCDP's where_prec 1..7; latitude and longitude are degrees (WGS 84); `country` an ISO 3166-1
    two-letter code; `admin1` a first-level unit's name and `admin1_code` its GeoNames code ("SY.12"). `relation`
    holds words such as "280km northwest of Damascus". An unresolved place keeps its words.
    """

    worded: str
    name: str | None = None
    gazetteer_id: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: int | None = None
    country: str | None = None
    admin1: str | None = None
    admin1_code: str | None = None
    relation: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A party to a happening: as worded, its resolved name, kind (of CATEGORIES) and side."""

    worded: str
    name: str | None = None
    kind: str | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number of people: measure, count, who they are, scope, and the figure it is a part of."""

    measure: str
    worded: str
    count: CountRange
    victims: str | None = None
    category: str = "unspecified"
    group: str | None = None  # women, children or elderly, where worded
    scope: str = "incident"
    part_of: str | None = None  # id of the claim that holds the whole

    def __post_init__(self) -> None:
        """Refuse an unknown measure, category or scope with ValueError."""
        for value, allowed in ((self.measure, MEASURES), (self.category, CATEGORIES), (self.scope, SCOPES)):
            if value not in allowed:
                msg = f"unknown value {value!r}: not one of {', '.join(allowed)}"
                raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Somebody's assertion of a happening, a figure, or both.

    `happening` is None for cumulative tolls. `evidence[0]` is the clause ("claim"); the number or trigger follows.
    `incident` is a key shared by the claims of one report about one happening, None for period and cumulative
    figures. `confidence` is the extractor's probability that the claim stands in the text as read, 0..1.
    """

    report_id: str
    happening: str | None
    sources: tuple[Source, ...]
    evidence: tuple[Evidence, ...]
    figure: Figure | None = None
    certainty: str = "asserted"
    perpetrator: Actor | None = None
    target: Actor | None = None
    place: Place | None = None
    days: Days = field(default_factory=Days)
    reason: str | None = None
    incident: str | None = None
    confidence: float = 1.0
    extractor: str = ""
    unresolved: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a claim without evidence, source, happening or figure with ValueError."""
        if not self.evidence or not self.sources:
            msg = "a claim needs at least one evidence and one source (the reporter, where nobody else is named)"
            raise ValueError(msg)
        if self.figure is None and self.happening is None:
            msg = "a claim asserts a happening, a figure, or both"
            raise ValueError(msg)
        if self.certainty not in CERTAINTIES or (self.happening is not None and self.happening not in HAPPENINGS):
            msg = f"unknown certainty {self.certainty!r} or happening {self.happening!r}"
            raise ValueError(msg)
        if not 0.0 <= self.confidence <= 1.0:
            msg = f"a confidence is a probability, not {self.confidence}"
            raise ValueError(msg)

    @property
    def id(self) -> str:
        """Content id: report, extractor, and the words that the claim rests on."""
        anchor = self.anchor
        kind = self.figure.measure if self.figure else self.happening
        return content_id("claim", self.report_id, self.extractor, kind, anchor.span.start, anchor.span.end)

    @property
    def anchor(self) -> Evidence:
        """The evidence of the number, or of the trigger where there is no number."""
        wanted = "number" if self.figure else "trigger"
        return next((e for e in self.evidence if e.field == wanted), self.evidence[0])

    @property
    def source(self) -> Source:
        """The first source."""
        return self.sources[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who is said to say, ask, promise, believe, want or judge what: a source, the words that attribute, a content.

    Wider than a claim: nothing need have happened, and nobody is counted.
    """

    source: Evidence
    cue: Evidence
    content: Evidence


HIDES_HOW = ("asked", "fear", "first_name")


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenPerson:
    """A person of a report, or a group of people, who hides, whether or not the source of any claim.

    `worded` is the noun phrase as it stands ("The imam of the village", "Amina"), `name` the name that is given,
    `how` one of HIDES_HOW, `why` the reason as worded. `evidence[0]` holds the words that name the person
    ("person"); the statements that the person hides follow ("anonymity").
    """

    report_id: str
    worded: str
    evidence: tuple[Evidence, ...]
    how: str = "asked"
    name: str | None = None
    why: str | None = None

    def __post_init__(self) -> None:
        """Refuse a person without evidence or an unknown way to hide with ValueError."""
        if not self.evidence or self.how not in HIDES_HOW:
            msg = f"a person who hides needs evidence, and hides by one of {', '.join(HIDES_HOW)}, not {self.how!r}"
            raise ValueError(msg)

    @property
    def id(self) -> str:
        """Content id: the report, and where the person is named."""
        span = self.evidence[0].span
        return content_id("hidden person", self.report_id, span.start, span.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What reading a report gives: its claims in the order of their words, and the people in it who hide."""

    claims: tuple[Claim, ...] = ()
    hidden: tuple[HiddenPerson, ...] = ()
