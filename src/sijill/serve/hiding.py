"""What is derived from many reports, as it may be shown: every word passes the mask of every report it may come from.

Invariant: no words of a source that any of its mentions protects are given; where in doubt it masks too much.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sijill.incident import Contradiction, SourceFigures, Voice
from sijill.serve.documents import RENAMED
from sijill.serve.masking import MASKED, runs_in
from sijill.serve.rows import finite

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from _typeshed import DataclassInstance

    from sijill.incident import Account
    from sijill.serve.masking import Mask

MANY = 8  # masks, from which on the words of a text are looked at first
REPEATED = "another source"  # its key would name it


class Hiding:
    """The masks of some reports, worn together."""

    def __init__(self, masks: Iterable[Mask], *, hides: bool) -> None:
        """Keep the masks that find anything."""
        self._masks = tuple(mask for mask in masks if mask.pattern is not None)
        self._hides = hides

    @property
    def hides(self) -> bool:
        """Whether protected sources are hidden at all."""
        return self._hides

    def text(self, text: str) -> str:
        """Return the text with every protected name of any of the reports masked."""
        for mask in self._masks if len(self._masks) < MANY else self._met(text):
            text = mask.text(text)
        return text

    def _met(self, text: str) -> list[Mask]:
        """Return the masks that may find anything in a text: going through hundreds for every word takes too long."""
        numbers = {number for run in ("", *runs_in(text)) for number in self._by_run.get(run, ())}
        return [self._masks[number] for number in sorted(numbers)]

    @cached_property
    def _by_run(self) -> Mapping[str, list[int]]:
        """The numbers of the masks that find nothing where a run of letters does not stand."""
        found: dict[str, list[int]] = {}
        for number, mask in enumerate(self._masks):
            for run in mask.runs:
                found.setdefault(run, []).append(number)
        return found

    def voice(self, voice: Voice) -> Voice:
        """Return the source unnamed where it is protected; its key and its mentions are left out."""
        return replace(voice, key="", name=self.name(voice), sources=())

    def name(self, voice: Voice) -> str:
        """Return the name under which a source may be shown."""
        return MASKED if self._hides and voice.protected else self.text(voice.name)

    def contradiction(self, found: Contradiction) -> Contradiction:
        """Return the contradiction with its sources and words masked."""
        return replace(found, accounts=tuple(self._account(account) for account in found.accounts))

    def _account(self, account: Account) -> Account:
        return replace(account, voice=self.voice(account.voice), words=self.text(account.words))

    def plain(self, value: object) -> Any:  # noqa: ANN401 -- what JSON holds
        """Return a derived noun as JSON holds it, masked; of a source its name, kind and whether it is protected."""
        if is_dataclass(value) and not isinstance(value, type):
            return self._fields(value)
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, tuple | list):
            return [self.plain(item) for item in value]
        if isinstance(value, str):
            return self.text(value)
        return finite(value) if isinstance(value, float) else value

    def _fields(self, value: DataclassInstance) -> dict[str, Any]:
        """Return the fields of a noun under their names."""
        if isinstance(value, Voice):
            return {"name": self.voice(value).name, "kind": value.kind, "protected": value.protected}
        found = {RENAMED.get(f.name, f.name): self.plain(getattr(value, f.name)) for f in fields(value)}
        if isinstance(value, SourceFigures) and value.repeats is not None:
            found["repeats"] = REPEATED
        return found
