"""ACLED's actors of an incident: as reported where they are named, ACLED's words for unknown ones where not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sijill.serve.exports.facts import joined
from sijill.serve.exports.tables import by_key, happening, party
from sijill.serve.exports.ucdp_sides import is_unarmed

if TYPE_CHECKING:
    from sijill.serve.exports.facts import Facts, Party
    from sijill.serve.exports.sheet import Row

AT_CIVILIANS = "Civilian targeting"
AGAINST_CIVILIANS = ("Violence against civilians",)
SUB_AGAINST_CIVILIANS = ("Excessive force against protesters",)
Actor = tuple[str, str | None]
"""A name and ACLED's kind of actor."""


def actor_cells(facts: Facts) -> Row:
    """Return both actors, their kinds, and whether civilians were the target."""
    codes = happening(facts.incident.happening)
    named = [actor_of(one) for one in facts.perpetrators]
    first = named[0] if named else unnamed(codes["acled_actor"], facts)
    second = other_of(facts, first)
    inters = (first[1], second[1] if second else None)
    return {
        "actor1": first[0],
        "assoc_actor_1": joined(name for name, _ in named[1:]),
        "inter1": first[1],
        "actor2": second[0] if second else None,
        "inter2": inters[1],
        "interaction": interaction(*inters),
        "civilian_targeting": AT_CIVILIANS if civilians_targeted(facts) else None,
    }


def actor_of(one: Party) -> Actor:
    """Return a party as an actor."""
    return one.name, party(one.kind)["acled_inter"] or None


def unnamed(actor: str, facts: Facts) -> Actor:
    """Return ACLED's name for an actor that no source names, in the country."""
    codes = by_key("acled_actors", "actor")[actor]
    return f"{codes['name']} ({facts.country['name']})", codes["inter"]


def other_of(facts: Facts, first: Actor) -> Actor | None:
    """Return the other actor: the target that is named, civilians where they were the target, else None."""
    target = next((one for one in facts.targets if one.name != first[0]), None)
    if target is not None and not is_unarmed(target.kind):
        return actor_of(target)
    if civilians_targeted(facts) and first[1] != "Protesters":
        return unnamed("civilians", facts)
    return actor_of(target) if target is not None else None


def civilians_targeted(facts: Facts) -> bool:
    """Tell whether ACLED counts the incident as aimed at civilians."""
    codes = happening(facts.incident.happening)
    if codes["acled_event_type"] in AGAINST_CIVILIANS or codes["acled_sub_event_type"] in SUB_AGAINST_CIVILIANS:
        return True
    kinds = {one.kind for one in facts.targets}
    return bool(kinds) and all(is_unarmed(kind) for kind in kinds) and codes["acled_event_type"].startswith("Explosion")


def interaction(one: str | None, other: str | None) -> str | None:
    """Return ACLED's words for the two kinds, in the order of its list."""
    known = [kind for kind in (one, other) if kind]
    if not known or one is None:
        return None
    return f"{known[0]} only" if len(known) == 1 else "-".join(known)
