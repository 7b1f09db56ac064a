"""Linking while reports are read: the cores have room for it meanwhile, and little is left to link in the end.

Invariant: what is entered and kept in the end is what linking all at once enters and keeps; until then nothing is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sijill.run.entering import enter_linked
from sijill.run.judging import judged_in
from sijill.run.links import bring_up, links_begun
from sijill.run.shown import Shown
from sijill.run.uncollected import uncollected

if TYPE_CHECKING:
    from sijill.ledger import Register
    from sijill.run.judging import Judged
    from sijill.run.links import Links


class LinkingAlong:
    """Links that follow what is entered."""

    def __init__(self, register: Register) -> None:
        """Begin with what is linked already."""
        self._register = register
        self._before = judged_in(register)
        self._links: Links = links_begun(Shown(register))

    def catch_up(self) -> None:
        """Link what was entered since the last time."""
        self._brought_up()

    def finish(self) -> int:
        """Link the rest, enter and keep what was found; return how many judgements that entered."""
        judged = self._brought_up()
        with uncollected():
            return enter_linked(self._links, judged, self._before.linked_to)

    def _brought_up(self) -> Judged:
        with uncollected():
            judged = judged_in(self._register, self._before)
            if self._register.erased_since(self._links.shown.length):  # what was linked may be of what is no more
                self._links = links_begun(Shown(self._register))
            self._links.shown = Shown(self._register, self._links.shown)
            bring_up(self._links, judged.people)
        return judged
