"""The order of the stages, and where they run."""

from sijill.acquire import Options, Refusal
from sijill.extract import EXTRACTOR
from sijill.run.pipeline import Tools, read_report, read_text
from sijill.run.reading import ReadOutcome, ReadSummary, read_into

__all__ = [
    "EXTRACTOR",
    "Options",
    "ReadOutcome",
    "ReadSummary",
    "Refusal",
    "Tools",
    "read_into",
    "read_report",
    "read_text",
]
