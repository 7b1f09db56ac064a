"""From the reader's probability to a claim's confidence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis.strategies import floats, sampled_from

from sijill.extract.confidence import Curve, confidence_of, curves

probabilities = floats(0.0, 1.0)


@given(sampled_from(("figure", "happening")), probabilities, probabilities)
def test_a_likelier_cue_never_gets_less_confidence(kind: str, one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0.0 < confidence_of(kind, low) <= confidence_of(kind, high) < 1.0


def test_a_curve_leads_back_to_the_probability() -> None:
    curve = Curve(slope=0.5, shift=-1.0)
    assert curve.back(curve.of(0.7)) == pytest.approx(0.7)


def test_every_kind_of_claim_has_a_rising_curve() -> None:
    assert set(curves()) == {"figure", "happening"}
    assert all(curve.slope > 0 for curve in curves().values())
