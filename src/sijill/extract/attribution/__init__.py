"""Attributions: who is said to say, believe, want or judge what.

Wider than `extract.frames`, which knows who vouches for a figure: here a wish, a promise and a praise count too.
"""

from sijill.extract.attribution.attributions import Attribution, attributions

__all__ = ["Attribution", "attributions"]
