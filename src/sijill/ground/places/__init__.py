"""Place words -> places: an offline gazetteer, and how reports word where something happened."""

from sijill.ground.places.context import PlaceContext
from sijill.ground.places.gazetteer import Gazetteer
from sijill.ground.places.lists import country_of_demonym
from sijill.ground.places.phrase import PlacePhrase, parse_place_phrase
from sijill.ground.places.report import candidates, report_context, resolve_together

__all__ = [
    "Gazetteer",
    "PlaceContext",
    "PlacePhrase",
    "candidates",
    "country_of_demonym",
    "parse_place_phrase",
    "report_context",
    "resolve_together",
]
