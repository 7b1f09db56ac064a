"""What a person does to claims and incidents beside judging them: each act is one entry, and can be undone.

Invariant: an act that could not be heeded is refused before it is entered.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sijill.errors import NotFoundError, UsageError
from sijill.judgement import Anchor
from sijill.model import Claim, Evidence, Figure, Report, Source, content_id
from sijill.review import GRADES, Review
from sijill.run.corrections import (
    EVIDENCE_FIELDS,
    KNOWN,
    as_it_was,
    corrected,
    count_of,
    days_of,
    one_of,
    place_of,
    sources_of,
)
from sijill.run.reviewing import enter_review

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sijill.incident import Incident
    from sijill.ledger import Register, StoredClaim
    from sijill.run.acts import Person
    from sijill.run.incidents import View
    from sijill.run.reviewed import Reviewed
    from sijill.values import Span

BY_HAND = "by a person"


def review_claim(  # noqa: PLR0913 -- an act, its subject, and what it says
    register: Register, view: View, act: str, claim_id: str, person: Person, *, seen: int = 0,
    field: str | None = None, value: Mapping[str, Any] | None = None, words: Span | None = None,
) -> int:  # fmt: skip
    """Enter that a claim is accepted, rejected, noted, or corrected in one field; return the entry's number.

    `words` is where in the report the field's words stand. UsageError where the claim cannot be so corrected.
    """
    stored = stored_claim(view, claim_id)
    if act == "correct" and field == "source" and value is not None:
        value = as_it_was(stored.claim, value)  # the entry says whether its words are to be masked
    evidence = None if words is None or field is None else evidence_at(register, stored, field, words)
    review = Review(
        act=act,
        about=stored.claim.id,
        author=person.name,
        anchor=Anchor(report_name=stored.report_name, span=stored.claim.anchor.span),
        field=field,
        value=dict(value or {}),
        evidence=evidence,
        reason=person.reason,
        seen=seen,
    )
    if act == "correct":
        corrected(stored.claim, review)
    return enter_review(register, review)


def claim_meant(register: Register, of: Reviewed, beginning: str) -> str:
    """Return the id of today of the claim whose id, of today or as it was read, begins so.

    NotFoundError for none or several: of the claims read, and of those that people added or whose id they changed.
    """
    by_hand = {id_ for id_ in (*of.originals, *of.moved) if beginning and id_.startswith(beginning)}
    meant = {of.moved.get(id_, id_) for id_ in by_hand | register.claim_ids(beginning)}
    if len(meant) > 1:
        msg = f"{beginning} is the beginning of more than one claim's id: {', '.join(sorted(meant))}"
        raise NotFoundError(msg)
    return meant.pop() if meant else register.claim(beginning).claim.id


def stored_claim(view: View, claim_id: str) -> StoredClaim:
    """Return the claim of today with this id, a rejected one too; NotFoundError where there is none."""
    id_ = view.reviewed.moved.get(claim_id, claim_id)
    rejected = view.reviewed.rejected.get(id_)
    if rejected is not None:
        return rejected
    changed = next((one for one in view.reviewed.changed.values() if one.claim.id == id_), None)
    found = changed or view.links.register.claim(id_)
    if found.claim.id not in {one.claim.id for one in view.links.shown.current([found.claim.report_id])[1]}:
        msg = f"claim {claim_id!r} is shown no more: its report was read anew since"
        raise NotFoundError(msg)
    return found


def evidence_at(register: Register, stored: StoredClaim, field: str, words: Span) -> Evidence:
    """Return the words of the claim's report as evidence; UsageError where the report is not so long."""
    return quoted(register.report(stored.claim.report_id), field, words)


def quoted(report: Report, field: str, words: Span) -> Evidence:
    """Return words of a report as evidence for a field."""
    if words.end > len(report.text):
        msg = f"the report has {len(report.text):,} characters: there is nothing at {words.start}..{words.end}"
        raise UsageError(msg)
    name = EVIDENCE_FIELDS.get(field, field)
    return Evidence(field=name, span=words, quote=words.of(report.text), rule=BY_HAND)


def add_claim(
    register: Register, report: Report, person: Person, spans: tuple[Span, Span], said: Mapping[str, Any]
) -> int:
    """Enter a claim that was missed: its clause and its number or trigger stand at `spans`.

    `said` may hold measure (with it the anchor is a number), happening, category, victims, certainty, scope, place,
    first, last, source and kind. UsageError where they make no claim.
    """
    clause, anchor = spans
    claim = claim_said(report, person, clause, anchor, {k: v for k, v in said.items() if v})
    review = Review(
        act="add",
        about=claim.id,
        author=person.name,
        anchor=Anchor(report_name=report.name, span=anchor),
        claim=claim,
        reason=person.reason,
    )
    return enter_review(register, review)


def claim_said(report: Report, person: Person, clause: Span, anchor: Span, said: Mapping[str, Any]) -> Claim:
    """Return the claim that a person found in a report."""
    figure = None
    trigger = quoted(report, "number" if said.get("measure") else "trigger", anchor)
    if said.get("measure"):
        figure = Figure(
            measure=one_of("measure", {"words": said["measure"]}),
            worded=trigger.quote,
            count=count_of({"words": said.get("number") or trigger.quote}),
            victims=said.get("victims"),
            category=one_of("category", {"words": said.get("category", "unspecified")}),
            scope=one_of("scope", {"words": said.get("scope", "incident")}),
        )
    elif said.get("happening") not in KNOWN["happening"]:
        msg = "a claim needs a measure (for a number of people) or a happening: choose one"
        raise UsageError(msg)
    return Claim(
        report_id=report.id,
        happening=said.get("happening"),
        sources=source_said(said),
        evidence=(quoted(report, "claim", clause), trigger),
        figure=figure,
        certainty=one_of("certainty", {"words": said.get("certainty", "asserted")}),
        place=place_of({"words": said.get("place", "")}),
        days=days_of(said),
        extractor=f"person {person.name}",
    )


def source_said(said: Mapping[str, Any]) -> tuple[Source, ...]:
    """Return the source of an added claim, the report itself where none is named."""
    return sources_of({"words": said.get("source", ""), "kind": said.get("kind"), "protected": said.get("protected")})


def grade(register: Register, view: View, incident: str, grade: str, person: Person) -> int:
    """Enter how well an incident is established, in a word of GRADES; return the entry's number."""
    if grade not in GRADES:
        msg = f"unknown grade {grade!r}: it is one of {', '.join(GRADES)}"
        raise UsageError(msg)
    about = view.incident(incident).id
    review = Review(act="grade", about=about, author=person.name, value={"grade": grade}, reason=person.reason)
    return enter_review(register, review)


def sign(register: Register, view: View, incident: str, person: Person) -> int:
    """Enter that a person stands by an incident as it is now; UsageError where that person did so already."""
    found = view.incident(incident)
    if any(one.author == person.name for one in signatures(view, found)):
        msg = f"{person.name} has signed incident {found.id} already: the second signature is another person's"
        raise UsageError(msg)
    review = Review(act="sign", about=found.id, author=person.name, state=state_of(found), reason=person.reason)
    return enter_review(register, review)


def signatures(view: View, incident: Incident) -> list[Review]:
    """Return who stands by an incident as it is; a signature lapses where the incident has changed since."""
    state = state_of(incident)
    return [review for review in signed(view, incident) if review.state == state]


def lapsed(view: View, incident: Incident) -> list[Review]:
    """Return the signatures under what the incident was before."""
    state = state_of(incident)
    return [review for review in signed(view, incident) if review.state != state]


def signed(view: View, incident: Incident) -> list[Review]:
    """Return every signature under an incident, whatever it was then."""
    signs = (review for review in view.reviewed.incidents if review.act == "sign")
    return [review for review in signs if view.home(review.about) == incident.id]


def state_of(incident: Incident) -> str:
    """Return what changes whenever the incident's claims, ranges, place, days or parties do; its grade is left out."""
    return content_id("incident", replace(incident, grade=None))
