"""Cheap figures on the development sets while training runs; the final ones are `bench/accuracy/reader.py`'s."""

from collections import Counter
from collections.abc import Sequence

import torch
from torch import Tensor

from sijill.detect.labels import ATTRIBUTES, FIGURES, NAMES, POINTERS, TRIGGERS
from sijill.detect.pieces import Vocabulary
from training.batches import ROOM, Batch, collate, grouped
from training.losses import arc_scores, pointer_scores, rel_logits, seen
from training.model import ReaderNet
from training.samples import UNSAID, Document, Window, bounded, cut, window


def whole(document: Document) -> list[Window]:
    """Return the document in as few windows as it needs."""
    if document.syntax:
        ends = [*document.sentences[1:], len(document.words)]
        return [window(document, start, end) for start, end in zip(document.sentences, ends, strict=True)]
    ranges = cut(document, ROOM - 2, list(document.sentences))
    return [window(document, a, b) for start, end in ranges for a, b in bounded(document, start, end, ROOM - 2)]


def spans(tags: Sequence[str]) -> set[tuple[int, int, str]]:
    """(start, end, kind) of BIO tags; an I that continues nothing starts a span, `I` alone continues any kind."""
    found, start, kind = set(), -1, ""
    for at, tag in enumerate([*tags, "O"]):
        inside = tag.startswith("I") and start >= 0 and tag[2:] in ("", kind)
        if start >= 0 and not inside:
            found.add((start, at, kind))
            start = -1
        if tag != "O" and not inside:
            start, kind = at, tag[2:]
    return found


def check(net: ReaderNet, documents: Sequence[Document], vocab: Vocabulary) -> dict[str, float]:
    """Shares and F1 by head, for whichever labels the documents have."""
    net.eval()
    count: Counter[str] = Counter()
    windows = sorted((w for document in documents for w in whole(document)), key=lambda w: w.length)
    with torch.no_grad():
        for group in grouped(windows, 4096):
            batch = collate(group, vocab)
            out = net(batch)
            _count_syntax(net, out, batch, count)
            _count_spans(out, batch, count)
            _count_mentions(net, out, batch, count)
    net.train()
    return _shares(count)


def _shares(count: Counter[str]) -> dict[str, float]:
    names = {key.split("/")[0] for key in count}
    shares = {}
    for name in sorted(names):
        if f"{name}/of" in count:
            shares[name] = count[f"{name}/hit"] / count[f"{name}/of"]
        else:
            shares[name] = 2 * count[f"{name}/hit"] / max(1, count[f"{name}/gold"] + count[f"{name}/got"])
    return shares


def _right(count: Counter[str], name: str, got: Tensor, gold: Tensor) -> None:
    said = gold != UNSAID
    count[f"{name}/hit"] += int(((got == gold) & said).sum())
    count[f"{name}/of"] += int(said.sum())


def _count_syntax(net: ReaderNet, out: dict[str, Tensor], batch: Batch, count: Counter[str]) -> None:
    if "heads" not in batch:
        return
    _right(count, "upos", out["upos"].argmax(-1), batch["upos"])
    heads = arc_scores(out, batch).argmax(-1)
    _right(count, "uas", heads, batch["heads"])
    labels = rel_logits(net, out, heads).argmax(-1)
    both = torch.where(heads == batch["heads"], labels, -1)
    _right(count, "las", both, batch["deprel"])


def _count_spans(out: dict[str, Tensor], batch: Batch, count: Counter[str]) -> None:
    for name, tags in (("names", NAMES), ("figures", FIGURES), ("triggers", TRIGGERS)):
        if name not in batch:
            continue
        for got, gold in zip(out[name].argmax(-1), batch[name], strict=True):
            keep = gold != UNSAID
            had, want = (spans([tags[at] for at in row[keep].tolist()]) for row in (got, gold))
            count[f"{name}/gold"] += len(want)
            count[f"{name}/got"] += len(had)
            if name == "names":
                count[f"{name}/hit"] += len(had & want)
            else:
                count[f"{name}/hit"] += sum(any(a < d and c < b and k == m for c, d, m in had) for a, b, k in want)


def _count_mentions(net: ReaderNet, out: dict[str, Tensor], batch: Batch, count: Counter[str]) -> None:
    if "mentions" not in batch or "heads" in batch:
        return
    mentions = batch["mentions"]
    pointers = pointer_scores(net, out, batch)
    attributes, incident = net.judge(seen(out, batch, pointers))
    for kind, prefix in enumerate(("figure", "trigger")):
        of = mentions[:, 2] == kind
        for at, (name, logits) in enumerate(zip(ATTRIBUTES, attributes, strict=True)):
            if bool((mentions[of][:, 4 + at] != UNSAID).any()):
                _right(count, f"{prefix}_{name}", logits[of].argmax(-1), mentions[of][:, 4 + at])
        for at, name in enumerate(POINTERS):
            _pointed(count, f"{prefix}_{name}", pointers[of][:, at], batch["targets"][of][:, at])
    row, key = mentions[:, 0], mentions[:, 3]
    pairs = (
        (row[:, None] == row[None]) & (key >= 0)[:, None] & (key >= 0)[None] & ~torch.eye(len(row), dtype=torch.bool)
    )
    got, gold = net.judge.alike(incident) > 0, key[:, None] == key[None]
    count["same_incident/hit"] += int((got & gold & pairs).sum())
    count["same_incident/got"] += int((got & pairs).sum())
    count["same_incident/gold"] += int((gold & pairs).sum())


def _pointed(count: Counter[str], name: str, chances: Tensor, targets: Tensor) -> None:
    right = targets.gather(1, chances.argmax(-1, keepdim=True)).squeeze(1)
    count[f"{name}/hit"] += int(right.sum())
    count[f"{name}/of"] += int(targets.any(-1).sum())
