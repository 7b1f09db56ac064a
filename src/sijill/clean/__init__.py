"""Clean: Report -> `Text`, the words that are read, with the way back to the report. Pure."""

from sijill.clean.reading_text import clean

__all__ = ["clean"]
