"""Who is said to have done it: blamed by whom, claimed by whom, denied by whom, side by side.

Invariant: nothing is decided here; every account names its claims.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sijill.incident import Account, Blame, Contradiction
from sijill.reconcile.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sijill.incident import Member
    from sijill.model import Actor
    from sijill.reconcile.voices import Voices

Numbered = tuple[str, "Member", str]
"""Claim id, member, key of its source."""


def blames_of(members: Iterable[Numbered], voices: Voices) -> tuple[Blame, ...]:
    """Return who is blamed, claims or denies, each party and source once, in a fixed order."""
    found: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    actors: dict[str, Actor] = {}
    for id_, member, key in members:
        actor, kind = member.claim.perpetrator, _kind(member, key)
        if actor is None or kind is None:
            continue
        name = folded(actor.name or actor.worded)
        found[name, kind, key].append(id_)
        actors[name] = min(actor, actors.get(name, actor), key=repr)
    return tuple(
        Blame(kind=kind, actor=actors[name], voice=voices.of(key), claims=tuple(sorted(ids)))
        for (name, kind, key), ids in sorted(found.items())
    )


def _kind(member: Member, key: str) -> str | None:
    claim = member.claim
    if claim.certainty == "hypothetical" or claim.perpetrator is None:
        return None
    if claim.happening == "deny" or (claim.certainty == "denied" and claim.figure is None):
        return "denied"
    if claim.certainty == "denied":
        return None
    own = folded(claim.perpetrator.name or claim.perpetrator.worded) in {key.lower(), folded(key)}
    return "claimed" if claim.happening == "claim_responsibility" or own else "blamed"


def disputed(blames: Sequence[Blame]) -> Contradiction | None:
    """Return the accounts that blame parties of different sides, or that blame one which another denies."""
    known = [b for b in blames if b.actor.side is not None]
    guilty = {b.actor.side for b in known if b.kind != "denied"}
    denying = {folded(b.actor.name or b.actor.worded) for b in blames if b.kind == "denied"}
    of_one = [b for b in blames if folded(b.actor.name or b.actor.worded) in denying]
    odd = known if len(guilty) > 1 else of_one if any(b.kind != "denied" for b in of_one) else []
    if len({b.voice.key for b in odd}) <= 1:
        return None
    accounts = tuple(Account(voice=b.voice, words=f"{_SAID[b.kind]} {b.actor.worded}", claims=b.claims) for b in odd)
    return Contradiction(kind="blame", measure=None, accounts=accounts)


_SAID = {"blamed": "it was", "claimed": "claims it was", "denied": "denies it was"}
