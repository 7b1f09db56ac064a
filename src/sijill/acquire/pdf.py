"""PDF -> its text layer (pypdf)."""

from __future__ import annotations

import io
import logging

from sijill.acquire.draft import Draft, Given, sha256, storable
from sijill.acquire.options import UnreadableError


def read_pdf(data: bytes, given: Given) -> Draft:
    """Return the draft of a PDF's text layer; raise UnreadableError where there is none or it is locked."""
    try:
        text, title, day = _layer(data)
    except UnreadableError:
        raise
    except Exception as error:  # whatever a broken file does to the parser, the other reports are read
        reason = f"is a PDF that cannot be parsed ({type(error).__name__})"
        raise UnreadableError(reason, "save it anew, or give its text") from error
    if not text.strip():
        reason = "is a PDF without a text layer"
        raise UnreadableError(reason, "it may be a scan: run OCR on it first")
    return Draft(text=storable(text)[0], given=given, sha256=sha256(data), title=title, metadata_day=day)


def _layer(data: bytes) -> tuple[str, str | None, str | None]:
    """Return the text of all pages, the title and the day on which the file was made."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it reports every small fault on stderr
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        reason = "is a PDF locked with a password"
        raise UnreadableError(reason, "unlock it first")
    text = "\n\n".join(page.extract_text() for page in reader.pages)
    about = reader.metadata
    made = about.creation_date if about else None
    return text, str(about.title).strip() if about and about.title else None, made.date().isoformat() if made else None
