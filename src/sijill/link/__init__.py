"""Claims -> judgements and incidents: which claims, of one report or of many, tell of one happening."""

from sijill.link.index import LinkIndex, link
from sijill.link.linking import Change, Linking
from sijill.link.memory import Memory, Store
from sijill.link.mention import Mention, mention_of, mentions_of
from sijill.link.origins import Copies, OriginIndex, differing, origins
from sijill.link.reattach import Reattached, lost_in, reattached
from sijill.link.units import Unit, unit_of
from sijill.link.weights import Weights, load_weights

__all__ = [
    "Change",
    "Copies",
    "LinkIndex",
    "Linking",
    "Memory",
    "Mention",
    "OriginIndex",
    "Reattached",
    "Store",
    "Unit",
    "Weights",
    "differing",
    "link",
    "load_weights",
    "lost_in",
    "mention_of",
    "mentions_of",
    "origins",
    "reattached",
    "unit_of",
]
