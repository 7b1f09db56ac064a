import io
from pathlib import Path

from pypdf import PdfWriter

from sijill.acquire import Refusal, acquire
from sijill.model import Report

LINE = "Four people were killed in the shelling of the town, residents said."


def pdf(stream: bytes) -> bytes:
    """One page of Helvetica that draws `stream`, with its table of objects."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> /MediaBox [0 0 9 9] >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + table
    return out + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start


def test_the_text_layer_of_a_pdf_is_read(tmp_path: Path) -> None:
    (tmp_path / "bulletin.pdf").write_bytes(pdf(b"BT /F1 12 Tf 50 700 Td (%s) Tj ET" % LINE.encode()))
    (report,) = acquire([str(tmp_path)])
    assert isinstance(report, Report)
    assert (report.name, report.text.strip()) == ("bulletin", LINE)


def test_a_pdf_without_a_text_layer_is_refused_with_advice(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(pdf(b"0 0 100 100 re f"))
    (refusal,) = acquire([str(tmp_path)])
    assert isinstance(refusal, Refusal)
    assert refusal.reason == "is a PDF without a text layer"
    assert "OCR" in refusal.advice


def test_a_broken_pdf_is_refused(tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing here")
    (refusal,) = acquire([str(tmp_path)])
    assert isinstance(refusal, Refusal)
    assert "PDF" in refusal.reason


def test_a_locked_pdf_is_refused(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(pdf(b"BT ET")))
    writer.encrypt("secret", algorithm="RC4-128")
    with (tmp_path / "locked.pdf").open("wb") as file:
        writer.write(file)
    (refusal,) = acquire([str(tmp_path)])
    assert isinstance(refusal, Refusal)
    assert "password" in refusal.reason
