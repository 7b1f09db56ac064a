"""People of a report who hide and are the source of no claim, as its page and its terminal view tell of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sijill.serve.documents import plain
from sijill.serve.masking import MASKED
from sijill.serve.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sijill.model import Claim, HiddenPerson
    from sijill.serve.masking import Mask


def silent_line(hidden: Iterable[HiddenPerson], claims: Sequence[Claim], mask: Mask) -> str:
    """Return how many hide who are the source of no claim, and unmasked who they are; "" where there are none."""
    found = [mask.person(person) for person in hidden if not is_source(person, claims)]
    if not found:
        return ""
    words = [f"\u201c{one_line(one.worded)}\u201d" for one in found if one.worded != MASKED]
    return f"protected, source of no claim: {', '.join(words) or len(found)}"


def people_documents(hidden: Iterable[HiddenPerson], claims: Sequence[Claim], mask: Mask) -> list[dict[str, Any]]:
    """Return the people who hide as JSON holds them, each with whether it is the source of a claim."""
    return [
        {"id": person.id, **plain(mask.person(person)), "source_of_claim": is_source(person, claims)}
        for person in hidden
    ]


def is_source(person: HiddenPerson, claims: Iterable[Claim]) -> bool:
    """Tell whether a person who hides is the protected source of a claim: same words, or same name."""
    protected = (source for claim in claims for source in claim.sources if source.protected)
    return any(source.worded == person.worded or (person.name and source.name == person.name) for source in protected)
