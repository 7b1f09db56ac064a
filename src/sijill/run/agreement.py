"""How far the people who review a register hold the same, from their reviews and judgements that are in force.

A person holds of a claim what it was after that person's last review of it, with whatever corrections were before the
person's eyes. Whoever accepts a claim, or corrects one field of it, holds the other fields as they stand.
"""

from __future__ import annotations

from collections import defaultdict
from functools import reduce
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

from sijill.agreement import Agreement, ClusterAgreement, PairAgreement, SpanAgreement
from sijill.reconcile.agreement import adjusted_rand, b_cubed, field_agreement, grouped, mean, overlap
from sijill.reconcile.folding import folded
from sijill.review import CORRECTABLE
from sijill.run.corrections import EVIDENCE_FIELDS
from sijill.run.reviewed import after_one

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

    from sijill.agreement import Level
    from sijill.judgement import Judgement
    from sijill.model import Claim
    from sijill.review import Review
    from sijill.run.incidents import View
    from sijill.values import Span

    Forms = Mapping[str, Mapping[str, Claim | None]]
    """By claim, what each person holds it to be; None where it does not stand."""

WEIGHTY = ("accept", "correct", "reject", "add")
LEVELS: Final[Mapping[str, Level]] = {
    "number": "interval",
    "days": "interval",
}  # whatever else is one of a list, or a name


def agreement_of(view: View) -> Agreement:
    """Return how far the reviewers of a register agree."""
    reviews, people = view.reviewed.reviews, view.links.people
    forms = {about: held_forms(view, about) for about in reviews}
    graded = [review for review in view.reviewed.incidents if review.act == "grade"]
    reviewers = sorted({r.author for of in reviews.values() for r in of if r.act in WEIGHTY}
                       | {r.author for r in graded} | {j.author for j in people})  # fmt: skip
    tables = {**fields_held(forms), "grade": grades_held(view, graded), "happening of a pair": verdicts_held(people)}
    measured = (field_agreement(field, LEVELS.get(field, "nominal"), held) for field, held in tables.items())
    return Agreement(
        reviewers=tuple(reviewers),
        fields=tuple(found for found in measured if found is not None),
        pairs=tuple(pair_agreement(view, pair, forms) for pair in combinations(reviewers, 2)),
        aware=sum(map(was_aware, reviews.values())),
    )


def held_forms(view: View, about: str) -> dict[str, Claim | None]:
    """Return what each person who reviewed a claim holds it to be."""
    original, found = view.reviewed.originals[about].claim, weighty(view.reviewed.of(about))
    return {author: held_by(author, original, found) for author in dict.fromkeys(review.author for review in found)}


def weighty(reviews: Iterable[Review]) -> list[Review]:
    """Return the reviews that say what a claim is: notes do not."""
    return [review for review in reviews if review.act in WEIGHTY]


def held_by(author: str, original: Claim, reviews: Sequence[Review]) -> Claim | None:
    """Return a claim as its author left it: the author's own corrections, and those that the author had seen."""
    own = [review for review in reviews if review.author == author]
    if own[-1].act == "reject":
        return None
    seen = max(review.seen for review in own)
    known = [review for review in reviews if review.author == author or review.seq <= seen]
    return reduce(after_one, (review for review in known if review.seq <= own[-1].seq), original)


def was_aware(reviews: Sequence[Review]) -> int:
    """Return how many reviews of a claim were made by somebody who had seen another's."""
    found = weighty(reviews)
    return sum(any(a.author != b.author and a.seq <= b.seen for a in found[:n]) for n, b in enumerate(found))


def fields_held(forms: Forms) -> dict[str, dict[Hashable, dict[str, Hashable]]]:
    """Return by field and claim what each person holds; "stands" is whether the claim does at all."""
    found: dict[str, dict[Hashable, dict[str, Hashable]]] = {"stands": {}, **{field: {} for field in CORRECTABLE}}
    for about, of in forms.items():
        found["stands"][about] = {author: claim is not None for author, claim in of.items()}
        standing = {author: values_of(claim) for author, claim in of.items() if claim is not None}
        for field in CORRECTABLE:
            found[field][about] = {author: v[field] for author, v in standing.items() if v.get(field) is not None}
    return found


def values_of(claim: Claim) -> dict[str, Hashable]:
    """Return the value of each field of a claim, names folded; a field that it cannot have is left out."""
    figure, day = claim.figure, claim.days.first or claim.days.last
    of_figure: dict[str, Hashable] = {}
    if figure is not None:
        count = figure.count
        number = count.value if count.value is not None else count.low if count.low is not None else count.high
        of_figure = {"number": number, "victims": folded(figure.victims or "")} | {
            name: getattr(figure, name) for name in ("measure", "category", "scope")
        }
    return {
        **of_figure,
        "happening": claim.happening or "",
        "certainty": claim.certainty,
        "source": " + ".join(sorted(folded(one.name or one.worded or one.kind) for one in claim.sources)),
        "perpetrator": name_of(claim.perpetrator),
        "target": name_of(claim.target),
        "place": name_of(claim.place),
        "days": day.toordinal() if day else None,
    }


def name_of(named: Any) -> str:  # noqa: ANN401 -- a place or an actor
    """Return what a place or an actor is called, folded; nothing where there is none."""
    return folded(named.name or named.worded) if named is not None else ""


def grades_held(view: View, graded: Sequence[Review]) -> dict[Hashable, dict[str, Hashable]]:
    """Return by incident of today the latest grade that each person gave it."""
    found: defaultdict[Hashable, dict[str, Hashable]] = defaultdict(dict)
    for review in graded:
        found[view.home(review.about)][review.author] = str(review.value["grade"])
    return found


def verdicts_held(people: Iterable[Judgement]) -> dict[Hashable, dict[str, Hashable]]:
    """Return by pair of claims the latest verdict of each person who judged the two against each other."""
    found: defaultdict[Hashable, dict[str, Hashable]] = defaultdict(dict)
    for judgement in people:
        found[judgement.pair][judgement.author] = judgement.verdict
    return found


def pair_agreement(view: View, pair: tuple[str, str], forms: Forms) -> PairAgreement:
    """Return what two people share."""
    first, second = pair
    return PairAgreement(
        first=first, second=second, spans=span_agreement(view, pair, forms),
        clusters=cluster_agreement(view.links.people, pair),
    )  # fmt: skip


def span_agreement(view: View, pair: tuple[str, str], forms: Forms) -> SpanAgreement:
    """Return how far the words overlap on which two people rest the same field, and how many missed claims both saw."""
    shared = [overlap(*spans) for about in forms for spans in selected_by_both(view, about, pair, forms)]
    added = [missed_by(view, author) for author in pair]
    both_worked = set.intersection(*(worked_in(forms, author) for author in pair))
    ones, others = ([one for one in found if one[0] in both_worked] for found in added)
    twice = sum(any(met(one, other) for other in others) for one in ones) + sum(
        any(met(one, other) for one in ones) for other in others
    )
    missed = len(ones) + len(others)
    return SpanAgreement(
        spans=len(shared), overlap=mean(shared), missed=missed, found_by_both=twice / missed if missed else None
    )


def selected_by_both(view: View, about: str, pair: tuple[str, str], forms: Forms) -> Iterator[tuple[Span, Span]]:
    """Yield the words of both people for each field of a claim for which either selected words."""
    claims = [forms[about].get(author) for author in pair]
    if claims[0] is None or claims[1] is None:
        return
    by_hand = {r.field for r in view.reviewed.of(about) if r.author in pair and r.field and r.evidence is not None}
    for field in sorted(by_hand):
        name = EVIDENCE_FIELDS.get(field, field)
        spans = [next((e.span for e in claim.evidence if e.field == name), None) for claim in claims if claim]
        if spans[0] is not None and spans[1] is not None:
            yield spans[0], spans[1]


def missed_by(view: View, author: str) -> list[tuple[str, Span]]:
    """Return the report and the words of each claim that a person added."""
    reviews = (review for of in view.reviewed.reviews.values() for review in of)
    added = (review.claim for review in reviews if review.act == "add" and review.author == author)
    return [(claim.report_id, claim.anchor.span) for claim in added if claim is not None]


def worked_in(forms: Forms, author: str) -> set[str]:
    """Return the reports in which a person reviewed something that stands."""
    return {claim.report_id for of in forms.values() if (claim := of.get(author)) is not None}


def met(one: tuple[str, Span], other: tuple[str, Span]) -> bool:
    """Tell whether two added claims rest on words of one report that overlap."""
    return one[0] == other[0] and one[1].overlaps(other[1])


def cluster_agreement(people: Iterable[Judgement], pair: tuple[str, str]) -> ClusterAgreement:
    """Return how far two people put the claims together that both judged."""
    judged = [[one for one in people if one.author == author and one.verdict != "unsure"] for author in pair]
    shared = set.intersection(*({claim for one in of for claim in one.pair} for of in judged))
    first, second = (grouping(of, shared) for of in judged)
    return ClusterAgreement(claims=len(shared), b_cubed=b_cubed(first, second), rand=adjusted_rand(first, second))


def grouping(judged: Sequence[Judgement], claims: set[str]) -> dict[str, str]:
    """Return the group of each of some claims, as one person's "same" puts them together."""
    groups = grouped(claims, (one.pair for one in judged if one.verdict == "same"))
    return {claim: groups[claim] for claim in claims}
