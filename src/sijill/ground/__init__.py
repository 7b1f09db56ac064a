"""Words -> places, days, actors."""

from sijill.ground.claims import ground
from sijill.ground.places import Gazetteer

__all__ = ["Gazetteer", "ground"]
