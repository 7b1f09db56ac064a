"""Acquire: the world -> `Report`. Files, folders, standard input, pages and feeds, each read when it is asked for."""

from sijill.acquire.options import Options, Refusal, day_of
from sijill.acquire.reports import acquire, report_from_text

__all__ = ["Options", "Refusal", "acquire", "day_of", "report_from_text"]
