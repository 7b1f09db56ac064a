"""What is kept beside the book is packed and unpacked without loss."""

from __future__ import annotations

from datetime import date

from sijill.incident import Amount, FigureRange, Incident, SourceFigures, Voice
from sijill.ledger.packed import packed, unpacker
from sijill.model import Place, Source
from sijill.values import Days

VOICE = Voice(key="Sana", name="“Sana” says\nيقول", kind="media", sources=(Source(worded=None), Source(worded="Sana")))


def test_an_incident_is_unpacked_as_it_was_packed() -> None:
    open_end = Amount(low=3, high=None, stated=3, category="civilian", claims=("a", "b"), hedged=True)
    incident = Incident(
        id="a",
        claims=("a", "b"),
        reports=("one",),
        origins=("one",),
        happening=None,
        place=Place(worded="Atmeh", latitude=36, longitude=36.7, precision=1),
        days=Days(first=date(2016, 8, 14), precision=1),
        figures=(SourceFigures(voice=VOICE, measure="killed", total=open_end, published=date(2016, 8, 15)),),
        ranges=(FigureRange(measure="killed", low=3, high=None, stated=3, claims=("a", "b")),),
    )
    assert unpacker(Incident)(packed(incident)) == incident


def test_what_is_packed_alike_is_the_same_text() -> None:
    assert packed(VOICE) == packed(unpacker(Voice)(packed(VOICE)))
