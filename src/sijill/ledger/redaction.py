"""Words blocked out of entries: every found stretch becomes as many blocks, so that offsets and quotes stay right.

Invariant: after it no text of a changed entry holds a found stretch, every quote equals its report's text at its
offsets, and every id that hashed the words is replaced wherever it stands.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from sijill.ledger.payload import read, written
from sijill.ledger.writing import HIDDEN
from sijill.model import Claim, HiddenPerson, Report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sijill.values import Span

BLOCK = "\u2588"
CODES = frozenset({
    "id", "kind", "measure", "category", "scope", "happening", "certainty", "comparator", "field", "language",
    "published_by", "published", "first", "last", "verdict", "act", "country", "admin1_code", "gazetteer_id",
    "report_id", "part_of", "sha256", "extractor", "how",
})  # fmt: skip
"""Fields that hold codes, days and ids, not words."""


class Redaction:
    """Blocks out what `find` finds."""

    def __init__(self, find: Callable[[str], Iterable[Span]]) -> None:
        """Keep what finds the words."""
        self._find = find
        self._texts: dict[str, str] = {}
        self._ids: dict[str, str] = {}

    def of(self, found: Sequence[Mapping[str, Any]]) -> dict[int, dict[str, Any]]:
        """Return author, kind, subject and payload of every entry that changes, by its number."""
        new: dict[int, dict[str, Any]] = {}
        for row in found:  # reports stand before their claims, and claims before what is judged of them
            payload = self._value(json.loads(row["payload"]), "")
            if row["kind"] == "report":
                payload = self._report(row, payload)
            elif row["kind"] == "claim":
                payload = self._resting(row, payload, Claim)
            elif row["kind"] == HIDDEN:
                payload = self._resting(row, payload, HiddenPerson)
            elif payload.get("claim", {}).get("report_id") in self._texts:  # a review that adds a claim
                payload["claim"] = self._resting(row, payload["claim"], Claim)
            new[row["seq"]] = {
                "author": self.text(row["author"]), "kind": row["kind"],
                "subject": self._words(self.text(row["subject"])), "payload": written(payload),
            }  # fmt: skip
        last = {seq: {**row, "payload": self._with_ids(row["payload"])} for seq, row in new.items()}
        old = {row["seq"]: {name: row[name] for name in ("author", "kind", "subject", "payload")} for row in found}
        return {seq: row for seq, row in last.items() if row != old[seq]}

    def text(self, text: str) -> str:
        """Return a text with what is found blocked out."""
        for span in self._find(text):
            text = text[: span.start] + BLOCK * (span.end - span.start) + text[span.end :]
        return text

    def _value(self, value: object, name: str) -> Any:  # noqa: ANN401 -- what JSON holds
        if isinstance(value, str):
            return value if name in CODES else self.text(value)
        if isinstance(value, list):
            return [self._value(one, name) for one in value]
        return {k: self._value(v, k) for k, v in value.items()} if isinstance(value, dict) else value

    def _report(self, row: Mapping[str, Any], payload: dict[str, Any]) -> dict[str, Any]:
        before = json.loads(row["payload"])
        if payload != before:
            payload["sha256"] = hashlib.sha256(payload["text"].encode("utf-8", "surrogatepass")).hexdigest()
        self._ids[row["subject"]] = read(Report, json.dumps(payload)).id
        self._texts[row["subject"]] = payload["text"]
        return payload

    def _resting(
        self, row: Mapping[str, Any], payload: dict[str, Any], kind: type[Claim | HiddenPerson]
    ) -> dict[str, Any]:
        """Return what rests on words with its quotes cut from its report's new text, of the report's new id."""
        text = self._texts[payload["report_id"]]
        for evidence in payload["evidence"]:
            evidence["quote"] = text[evidence["span"]["start"] : evidence["span"]["end"]]
        payload["report_id"] = self._ids[payload["report_id"]]
        self._ids[row["subject"]] = read(kind, json.dumps(payload)).id
        return payload

    def _words(self, subject: str) -> str:
        return " ".join(self._ids.get(word, word) for word in subject.split(" "))

    def _with_ids(self, payload: str) -> str:
        """Return a payload with every id that was made anew in place of the old one."""
        changed = {old: new for old, new in self._ids.items() if old != new}
        if not any(old in payload for old in changed):
            return payload
        return written(_replaced(json.loads(payload), changed))


def _replaced(value: object, ids: Mapping[str, str]) -> Any:  # noqa: ANN401 -- what JSON holds
    if isinstance(value, str):
        return ids.get(value, value)
    if isinstance(value, list):
        return [_replaced(one, ids) for one in value]
    return {k: _replaced(v, ids) for k, v in value.items()} if isinstance(value, dict) else value
