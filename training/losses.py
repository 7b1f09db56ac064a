"""What each head is to get right: one loss per label column that a batch has."""

from typing import Final

import torch
from torch import Tensor
from torch.nn import functional as F

from sijill.detect.labels import ATTRIBUTES, NOWHERE, POINTERS, ROLES, distance_bucket
from training.batches import Batch
from training.model import POINT, ReaderNet, arcs
from training.samples import UNSAID

WEIGHTS: Final = {
    "upos": 1.0, "arcs": 2.0, "deprel": 1.5, "sentence": 0.5, "names": 1.5, "broad_names": 0.5, "times": 0.5,
    "figures": 1.0, "triggers": 1.0, "pointers": 1.3, "roles": 0.3,
    "happening": 0.5, "category": 0.5, "source_kind": 0.5, "modality": 0.4, "scope": 0.4, "dated": 0.4, "incident": 0.4,
}  # fmt: skip
_BUCKETS: Final = torch.tensor([distance_bucket(offset) for offset in range(-512, 513)])


def losses(net: ReaderNet, batch: Batch) -> dict[str, Tensor]:
    """Return the losses of the batch by head, unweighted."""
    out = net(batch)
    found: dict[str, Tensor] = {}
    if "heads" in batch:
        found |= _syntax(net, out, batch)
    for name in ("names", "broad_names", "times", "figures", "triggers"):
        if name in batch:
            found[name] = _tags(out[name], batch[name])
    if "mentions" in batch:
        found |= _mentions(net, out, batch)
    return found


def _ce(logits: Tensor, target: Tensor) -> Tensor:
    """Mean cross entropy over what is said; 0 where nothing is."""
    said = (target != UNSAID).sum().clamp(min=1)
    return F.cross_entropy(logits.flatten(0, -2), target.flatten(), ignore_index=UNSAID, reduction="sum") / said


def _tags(logits: Tensor, target: Tensor) -> Tensor:
    """Cross entropy by tagged word rather than by word, since most words have none."""
    total = F.cross_entropy(logits.flatten(0, -2), target.flatten(), ignore_index=UNSAID, reduction="sum")
    return total / ((target > 0).sum() + 0.05 * (target != UNSAID).sum())


def arc_scores(out: dict[str, Tensor], batch: Batch) -> Tensor:
    """Arc scores with heads outside the sentence (but for word 0) ruled out."""
    scores = arcs(out["arc_dep"], out["arc_head"])
    tree = batch["tree"]
    same = tree.unsqueeze(2) == tree.unsqueeze(1)
    same[:, :, 0] = True
    loop = torch.eye(tree.shape[1], dtype=torch.bool)
    loop[0, 0] = False
    return scores.masked_fill(~same | loop, -1e4)


def rel_logits(net: ReaderNet, out: dict[str, Tensor], heads: Tensor) -> Tensor:
    """Return the scores of relation labels for the given heads."""
    at = heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, out["rel_head"].shape[-1])
    found: Tensor = net.deprel(F.relu(out["rel_dep"] + torch.gather(out["rel_head"], 1, at)))
    return found


def _syntax(net: ReaderNet, out: dict[str, Tensor], batch: Batch) -> dict[str, Tensor]:
    start = F.binary_cross_entropy_with_logits(
        out["sentence"].squeeze(-1), batch["sentence"].clamp(min=0).float(), reduction="none"
    )
    said = batch["sentence"] != UNSAID
    return {
        "upos": _ce(out["upos"], batch["upos"]),
        "arcs": _ce(arc_scores(out, batch), batch["heads"]),
        "deprel": _ce(rel_logits(net, out, batch["heads"]), batch["deprel"]),
        "sentence": (start * said).sum() / (batch["sentence"] == 1).sum().clamp(min=1),
    }


def pointer_scores(net: ReaderNet, out: dict[str, Tensor], batch: Batch) -> Tensor:
    """Return log probabilities [mention, pointer, word]."""
    row, word = batch["mentions"][:, 0], batch["mentions"][:, 1]
    width = out["key"].shape[1]
    query = out["query"][row, word].view(len(row), len(POINTERS), POINT)
    keys = out["key"].view(-1, width, len(POINTERS), POINT)
    bucket = _BUCKETS[(torch.arange(width)[None] - word[:, None]).clamp(-512, 512) + 512]
    bucket[:, 0] = NOWHERE
    scores = torch.cat([torch.einsum("mpd,wpd->mpw", query[row == at], keys[at]) for at in row.unique().tolist()])
    scores = scores + net.distance[:, bucket].transpose(0, 1)
    return scores.masked_fill(~batch["word_mask"][row][:, None], -1e4).log_softmax(-1)


def seen(out: dict[str, Tensor], batch: Batch, pointers: Tensor) -> Tensor:
    """Return what the judge sees of each mention: itself, the attended words of each role, and its kind."""
    row, word, kind = batch["mentions"][:, 0], batch["mentions"][:, 1], batch["mentions"][:, 2]
    weights = pointers.exp().view(len(row), len(ROLES), 2, -1).mean(2)
    attended = torch.cat([weights[row == at] @ out["value"][at] for at in row.unique().tolist()]).flatten(1)
    return torch.cat([out["own"][row, word], attended, F.one_hot(kind, 2).float()], dim=-1)


def _any_of(chances: Tensor, targets: Tensor) -> Tensor:
    """Return the mean cost of not pointing to any right word, over the pointers that have one."""
    said = targets.any(-1)
    if not said.any():
        return chances.sum() * 0
    return -chances.masked_fill(~targets, -1e4).logsumexp(-1)[said].mean()


def _mentions(net: ReaderNet, out: dict[str, Tensor], batch: Batch) -> dict[str, Tensor]:
    mentions = batch["mentions"]
    pointers = pointer_scores(net, out, batch)
    found = {"pointers": _any_of(pointers, batch["targets"])}
    if "heads" in batch:  # of a treebank, whose predicates have arguments only
        return {"roles": found["pointers"]}
    attributes, incident = net.judge(seen(out, batch, pointers))
    for at, (name, logits) in enumerate(zip(ATTRIBUTES, attributes, strict=True)):
        found[name] = _ce(logits, mentions[:, 4 + at])
    found["incident"] = _same(net, incident, mentions[:, 0], mentions[:, 3])
    return found


def _same(net: ReaderNet, incident: Tensor, row: Tensor, key: Tensor) -> Tensor:
    """Pairs of mentions of one report, those without an incident left out."""
    pairs = (row[:, None] == row[None]) & (key >= 0)[:, None] & (key >= 0)[None]
    pairs = pairs & ~torch.eye(len(row), dtype=torch.bool)
    target = (key[:, None] == key[None]).float()
    loss = F.binary_cross_entropy_with_logits(net.judge.alike(incident), target, reduction="none")
    return (loss * pairs).sum() / pairs.sum().clamp(min=1)


def total(found: dict[str, Tensor]) -> Tensor:
    """Return the weighted sum."""
    return torch.stack([WEIGHTS[name] * loss for name, loss in found.items()]).sum()
