"""What the reader's heads choose from. The order is part of the model; `reader.json` repeats it, to be compared."""

from typing import Final

UPOS: Final = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
)  # fmt: skip
NAMES: Final = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG")
TIMES: Final = ("O", "B", "I")
MEASURES: Final = (
    "killed", "injured", "killed_or_injured", "detained", "abducted",
    "missing", "displaced", "defected", "released", "affected",
)  # fmt: skip
FIGURES: Final = ("O", "I", *(f"B-{measure}" for measure in MEASURES))
TRIGGERS: Final = ("O", "B", "I")
NONE: Final = "none"  # no one happening: a toll
HAPPENINGS: Final = (
    NONE, "armed_clash", "attack", "air_drone_strike", "shelling_artillery_missile", "remote_explosive_ied",
    "suicide_bomb", "chemical_weapon", "abduction_forced_disappearance", "sexual_violence", "peaceful_protest",
    "protest_with_intervention", "excessive_force_against_protesters", "violent_demonstration", "mob_violence",
    "arrests", "looting_property_destruction", "defection", "displacement", "other", "government_regains_territory",
    "non_state_actor_overtakes_territory", "grenade", "agreement", "change_to_group_activity",
    "disrupted_weapons_use", "base_established", "non_violent_transfer_of_territory", "condemn", "demand", "threaten",
    "deny", "claim_responsibility", "sanction", "negotiate", "aid",
)  # fmt: skip
CATEGORIES: Final = (
    "civilian", "protester", "state_forces", "armed_group", "journalist", "aid_or_medical", "mixed", "unspecified",
)  # fmt: skip
SOURCE_KINDS: Final = (
    "government", "military", "armed_group", "opposition", "monitor", "activist", "witness", "medical",
    "intergovernmental", "foreign_government", "media", "unnamed_official", "reporter",
)  # fmt: skip
MODALITIES: Final = ("asserted", "hedged", "denied", "hypothetical")
SCOPES: Final = ("incident", "period", "cumulative")
DATED: Final = ("given", "since", "until", "unknown")  # by a time in the text, from it or up to the report, not at all
ATTRIBUTES: Final = {
    "happening": HAPPENINGS,
    "category": CATEGORIES,
    "source_kind": SOURCE_KINDS,
    "modality": MODALITIES,
    "scope": SCOPES,
    "dated": DATED,
}
ROLES: Final = ("source", "perpetrator", "victims", "place", "time")
ENDS: Final = ("start", "end")
POINTERS: Final = tuple(f"{role}:{end}" for role in ROLES for end in ENDS)
NOWHERE: Final = 21  # the distance bucket of word 0
_MAGNITUDES: Final = (1, 2, 3, 5, 9, 17, 33, 65, 129)  # least distance of each bucket


def distance_bucket(offset: int) -> int:
    """0..20 for a signed distance in words, finer when near."""
    size = sum(abs(offset) >= least for least in _MAGNITUDES)
    return 10 + size if offset >= 0 else 10 - size
