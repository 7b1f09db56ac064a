"""Corrections of a source: what is not said of it stays as it was."""

from __future__ import annotations

import pytest

from sijill.model import Claim, Evidence, Source
from sijill.run.corrections import as_it_was, sources_of
from sijill.values import Span

MONITOR = Source(worded="a monitoring group", kind="monitor")
HIDDEN = Source(worded="a doctor", kind="medical", protected=True, anonymous=True)
NOBODY = Source(worded=None)


def claim_of(*sources: Source) -> Claim:
    words = Evidence(field="trigger", span=Span(start=0, end=6), quote="attack")
    return Claim(report_id="r", happening="attack", sources=sources, evidence=(words,))


def test_one_of_several_sources_who_is_protected_protects_who_stands_in_their_place() -> None:
    (source,) = sources_of(as_it_was(claim_of(MONITOR, HIDDEN), {"words": "Ahmad Khalil"}))
    assert source.protected


@pytest.mark.parametrize(
    ("before", "said", "becomes"),
    [
        (MONITOR, {"words": "the Orontes Monitor"}, ("monitor", False)),
        (MONITOR, {"words": "the army", "kind": "military"}, ("military", False)),
        (MONITOR, {"words": ""}, ("reporter", False)),
        (HIDDEN, {"words": "the doctor on duty"}, ("medical", True)),
        (HIDDEN, {"words": "the ministry", "kind": "government", "protected": False}, ("government", False)),
        (NOBODY, {"words": "the defence ministry"}, ("military", False)),
        (NOBODY, {"words": "Umm Khaled"}, ("reporter", False)),
    ],
)
def test_kind_and_protection_stay_unless_they_are_said(
    before: Source, said: dict[str, object], becomes: tuple[str, bool]
) -> None:
    (source,) = sources_of(as_it_was(claim_of(before), said))
    assert (source.worded or "", source.kind, source.protected) == (said["words"], *becomes)
