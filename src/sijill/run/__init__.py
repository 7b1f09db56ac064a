"""The order of the stages, and where they run."""

from sijill.acquire import Options, Refusal
from sijill.extract import EXTRACTOR
from sijill.run.incidents import LinkSummary, View, homes_in, incidents_of, link_new, link_register
from sijill.run.pipeline import Tools, read_report, read_text
from sijill.run.reading import ReadOutcome, ReadSummary, read_into
from sijill.run.threads import reading_threads

__all__ = [
    "EXTRACTOR",
    "LinkSummary",
    "Options",
    "ReadOutcome",
    "ReadSummary",
    "Refusal",
    "Tools",
    "View",
    "homes_in",
    "incidents_of",
    "link_new",
    "link_register",
    "read_into",
    "read_report",
    "read_text",
    "reading_threads",
]
