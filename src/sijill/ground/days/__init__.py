"""Words to days: where a text says when, and what days it means.

Pure: everything follows from the words, the publication day and the days that the caller hands in.
"""

from sijill.ground.days.bounds import bounds_of
from sijill.ground.days.find import find_times
from sijill.ground.days.resolve import days_counted_from, days_of, span_days

__all__ = ["bounds_of", "days_counted_from", "days_of", "find_times", "span_days"]
