"""A rule: words of one form, and the days that they stand for.

A rule's pattern is for lower-case text. Its `days` is given a match and a frame, and may raise ValueError or
OverflowError for what the calendar does not hold ("30 February").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sijill.ground.days.words import pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    from sijill.ground.days.frame import Frame
    from sijill.values import Days

    Resolve = Callable[[re.Match[str], Frame], Days]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One form of words.

    `kind` is day, week, month, year or other: only like joins like ("Saturday and Sunday"). `sure` is false where
    the words may also mean something else (the verb "may", the figure 2011), so that their surroundings decide. `bare`
    is true where the frame gives the year or the week that the words leave out. `starts` lists the words, or the names
    of lists of words, that can come first after an article ("MONTH last").
    """

    name: str
    kind: str
    starts: str
    template: str
    days: Resolve
    sure: bool = True
    bare: bool = False
    regex: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Compile the template."""
        object.__setattr__(self, "regex", re.compile(f"(?:{pattern(self.template)})(?!\\w)"))
