"""The words of place phrases: kinds, relations, directions, facilities.

Invariant: every word here is lower case.
"""

from __future__ import annotations

KIND_WORDS = {
    "village": "village", "villages": "village", "hamlet": "village", "farms": "village",
    "town": "town", "towns": "town", "township": "town", "city": "city", "cities": "city", "port city": "city",
    "municipality": "town", "capital": "capital", "enclave": "town", "stronghold": "town", "bastion": "town",
    "province": "province", "provinces": "province", "governorate": "province", "governorates": "province",
    "muhafazat": "province", "oblast": "province", "state": "province", "states": "province", "canton": "province",
    "countryside": "countryside", "rural": "countryside", "rif": "countryside", "reef": "countryside",
    "hinterland": "countryside", "suburbs": "region", "outskirts": "region",
    "region": "region", "area": "region", "regions": "region", "areas": "region",
    "pocket": "region", "zone": "region", "valley": "region", "plain": "region", "peninsula": "region",
    "desert": "region", "front": "region", "frontline": "region", "axis": "region",
    "district": "district", "districts": "district", "county": "district", "parish": "district",
    "subdistrict": "district", "sub-district": "district",
    "neighbourhood": "neighbourhood", "neighbourhoods": "neighbourhood", "neighborhood": "neighbourhood",
    "neighborhoods": "neighbourhood", "quarter": "neighbourhood", "quarters": "neighbourhood",
    "suburb": "neighbourhood", "camp": "camp", "refugee camp": "camp", "camps": "camp",
    "border": "border", "borders": "border", "frontier": "border", "border area": "border",
    "border region": "border", "border areas": "border", "border regions": "border",
    "crossing": "site", "border crossing": "site", "checkpoint": "site", "border post": "site", "airport": "site",
    "international airport": "site", "military airport": "site", "airbase": "site", "air base": "site",
    "military base": "site", "base": "site", "airfield": "site", "dam": "site", "square": "site", "street": "site",
    "road": "site", "highway": "site", "roundabout": "site", "bridge": "site", "mosque": "site", "church": "site",
    "hospital": "site", "clinic": "site", "school": "site", "university": "site", "prison": "site", "jail": "site",
    "market": "site", "souk": "site", "hotel": "site", "palace": "site", "cemetery": "site", "stadium": "site",
    "oilfield": "site", "oilfields": "site", "oil field": "site", "oil fields": "site", "gas field": "site",
    "refinery": "site", "oil refinery": "site", "port": "site", "harbour": "site", "harbor": "site",
    "mount": "site", "mountain": "site", "mountains": "site", "mountain range": "site", "hill": "site",
    "hills": "site", "river": "site", "lake": "site", "island": "site",
}  # fmt: skip
"""What a kind word makes of the name beside it."""

TAKING_KINDS = frozenset({"province", "countryside"})
"""Kinds that a first-level unit answers to."""

TOWN_KINDS = frozenset({"town", "city", "village"})

NEAR = (
    "not far from", "in the vicinity of", "on the outskirts of", "at the outskirts of", "the outskirts of",
    "outskirts of", "on the edge of", "at the gates of", "on the edges of", "in the suburbs of", "the suburbs of",
    "suburbs of", "on the road to", "just outside", "outside of", "outside", "close to", "next to", "adjacent to",
    "nearby", "near to", "near", "around", "off the coast of", "off", "surrounding", "between", "along", "towards",
    "toward",
)  # fmt: skip
"""Words before a name that put something beside it; the longest first where one begins another."""

PARTS = {
    "north": "north", "northern": "north", "south": "south", "southern": "south", "east": "east", "eastern": "east",
    "west": "west", "western": "west", "northeast": "northeast", "northeastern": "northeast",
    "north-eastern": "northeast", "north-east": "northeast", "northwest": "northwest", "north-west": "northwest",
    "northwestern": "northwest", "north-western": "northwest", "southeast": "southeast", "south-east": "southeast",
    "southeastern": "southeast", "south-eastern": "southeast", "southwest": "southwest", "south-west": "southwest",
    "southwestern": "southwest", "south-western": "southwest",
}  # fmt: skip
"""Direction words and the bearing that they name."""

LOOSE = frozenset({
    "the", "a", "an", "central", "old", "greater", "inner", "outer", "downtown", "besieged", "rebel-held",
    "rebel-controlled",
    "opposition-held", "government-held", "government-controlled", "regime-held", "regime-controlled", "is-held",
    "isis-held", "jihadist-held", "kurdish-held", "occupied", "flashpoint", "restive", "strategic", "ancient",
    "historic", "embattled", "war-torn", "nearby", "neighbouring", "neighboring", "same", "whole", "entire", "all",
    "mainly", "predominantly", "kurdish", "sunni", "shiite", "shia", "druze", "alawite", "christian", "key", "main",
    "upper", "lower", "modern-day", "coastal", "desert", "oil-rich", "northernmost", "rebel", "jihadist", "port",
    "provincial", "regional", "second", "largest", "biggest", "third", "troubled", "volatile", "small", "tiny",
    "border", "opposition", "government", "former", "de", "facto", "adjacent", "in", "at", "of", "from", "to", "on",
})  # fmt: skip
"""Words before a name that say nothing about where it is."""
