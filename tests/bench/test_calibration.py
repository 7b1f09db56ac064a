"""How far confidence lies from the share that is right, and the curves that bring it there."""

from __future__ import annotations

import pytest
from bench.accuracy.calibration import Judged, bins, cross_fitted, expected_error, fitted


def judged(confidence: float, *, right: bool, report: str = "r1", kind: str = "figure") -> Judged:
    return Judged(report=report, kind=kind, probability=confidence, confidence=confidence, right=right)


def surer_than_right() -> list[Judged]:
    return [
        judged(sure, right=n < so_many, report=f"r{n}", kind=kind)
        for kind in ("figure", "happening")
        for sure, so_many in ((0.95, 6), (0.6, 2))
        for n in range(10)
    ]


def test_confidence_that_is_right_as_often_as_it_says_has_no_error() -> None:
    assert expected_error([[judged(0.75, right=n < 3) for n in range(4)]]) == 0


def test_sureness_beyond_what_is_right_is_the_error() -> None:
    claims = [judged(0.95, right=n < 3) for n in range(4)]
    assert expected_error([claims]) == pytest.approx(0.2)


def test_errors_of_different_bins_do_not_cancel() -> None:
    assert expected_error([[judged(0.95, right=False), judged(0.05, right=True)]]) == pytest.approx(0.95)


def test_a_fitted_curve_lowers_the_error_and_keeps_the_order() -> None:
    claims = [c for c in surer_than_right() if c.kind == "figure"]
    curve = fitted(claims)
    after = [judged(curve.of(c.probability), right=c.right) for c in claims]
    assert expected_error([after]) < expected_error([claims])
    assert curve.of(0.6) < curve.of(0.95)


def test_a_report_is_calibrated_by_the_others_alone() -> None:
    claims = surer_than_right()
    flipped = [
        judged(c.confidence, right=not c.right if c.report == "r0" else c.right, report=c.report, kind=c.kind)
        for c in claims
    ]
    of_r0 = [c.confidence for c in cross_fitted(claims) if c.report == "r0"]
    assert of_r0 == [c.confidence for c in cross_fitted(flipped) if c.report == "r0"]


def test_bins_are_told_in_words() -> None:
    assert bins([judged(0.95, right=True)]) == ["figures 0.9-1.0: 1 claims, sure 0.95, right 1.00"]
