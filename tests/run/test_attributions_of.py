"""Attributions through the stages, in the report's own characters."""

from __future__ import annotations

import sijill


def test_attributions_stand_where_the_text_has_them() -> None:
    text = "BEIRUT -  The governor\u2019s aide promised to rebuild the market."
    [one] = sijill.attributions(text)
    assert [e.quote for e in (one.source, one.cue)] == ["The governor\u2019s aide", "promised"]
    assert text[one.content.span.start : one.content.span.end] == "to rebuild the market"


def test_a_text_in_another_language_is_not_read() -> None:
    assert sijill.attributions("قال المحافظ إن السوق سيعاد بناؤه بعد القصف الذي دمره يوم الجمعة الماضي.") == []
