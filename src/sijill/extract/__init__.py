"""Reading -> claims: who is said to have done what to whom, with how many dead, according to whom, how certain."""

from sijill.extract.attribution import attributions
from sijill.extract.claims import EXTRACTOR, extract

__all__ = ["EXTRACTOR", "attributions", "extract"]
