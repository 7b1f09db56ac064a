"""The network: MiniLM's encoder, word vectors, and the heads. `forward` gives the tensors that the export names."""

import json
from pathlib import Path
from typing import Final

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from sijill.detect.labels import ATTRIBUTES, FIGURES, NAMES, NOWHERE, POINTERS, ROLES, TIMES, TRIGGERS, UPOS
from sijill.detect.pieces import GAPS, SHAPES
from training.attention import attention
from training.dropout import Dropout

LAYERS: Final = 6
HIDDEN: Final = 384
INNER: Final = 1536
MIXED: Final = 4  # the last layers, of which each group of heads has its own mean
SHAPE_WIDTH: Final = 24
GAP_WIDTH: Final = 8
WORD: Final = HIDDEN + SHAPE_WIDTH + GAP_WIDTH
ARC: Final = 224
REL: Final = 160
POINT: Final = 64
OWN: Final = 160
VALUE: Final = 96
JUDGED: Final = 320
INCIDENT: Final = 64
GROUPS: Final = ("syntax", "names", "claims")
LIGHT: Final = 0.15  # dropout of syntax and names, of which there is much to learn from
HEAVY: Final = 0.3  # dropout of claims, of which there is little


class Layer(nn.Module):
    """A post-norm transformer layer with BERT's parameters."""

    def __init__(self, dropout: float) -> None:
        """Make the layer; `dropout` is the share of values dropped."""
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm_out = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm_down = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = Dropout(dropout)

    def forward(self, hidden: Tensor, mask: Tensor | None) -> Tensor:
        """Return the layer's output."""
        query, key, value = self.qkv(hidden).chunk(3, dim=-1)
        mixed = attention(query, key, value, mask)
        hidden = self.norm_out(hidden + self.dropout(self.out(mixed)))
        found: Tensor = self.norm_down(hidden + self.dropout(self.down(F.gelu(self.up(hidden)))))
        return found


class Encoder(nn.Module):
    """Piece ids with shapes and gaps -> the last layers' vectors."""

    def __init__(self, vocab_size: int, dropout: float = 0.1) -> None:
        """Make an encoder whose shapes and gaps add nothing yet."""
        super().__init__()
        self.words: nn.Module = nn.Embedding(vocab_size, HIDDEN)
        self.positions = nn.Embedding(512, HIDDEN)
        self.kind = nn.Parameter(torch.zeros(HIDDEN))
        self.shapes = nn.Embedding(len(SHAPES), HIDDEN)
        self.gaps = nn.Embedding(GAPS, HIDDEN)
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.gaps.weight)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, ids: Tensor, positions: Tensor, shape: Tensor, gap: Tensor, mask: Tensor | None) -> list[Tensor]:
        """Return the vectors of the last layers."""
        summed = self.words(ids) + self.positions(positions) + self.kind + self.shapes(shape) + self.gaps(gap)
        hidden = self.dropout(self.norm(summed))
        every = []
        for layer in self.layers:
            hidden = layer(hidden, mask)
            every.append(hidden)
        return every[-MIXED:]

    def load_minilm(self, folder: Path) -> None:
        """Take over the weights of a BERT checkpoint folder."""
        old = {name.removeprefix("bert."): value for name, value in load_file(folder / "model.safetensors").items()}
        new = self.state_dict()
        new["words.weight"] = old["embeddings.word_embeddings.weight"]
        new["positions.weight"] = old["embeddings.position_embeddings.weight"]
        new["kind"] = old["embeddings.token_type_embeddings.weight"][0]
        for part in ("weight", "bias"):
            new[f"norm.{part}"] = old[f"embeddings.LayerNorm.{part}"]
            for at in range(LAYERS):
                bert, own = f"encoder.layer.{at}.", f"layers.{at}."
                split = [old[f"{bert}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
                new[f"{own}qkv.{part}"] = torch.cat(split)
                for mine, theirs in _NAMES.items():
                    new[f"{own}{mine}.{part}"] = old[f"{bert}{theirs}.{part}"]
        self.load_state_dict(new)


_NAMES: Final = {
    "out": "attention.output.dense",
    "norm_out": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm_down": "output.LayerNorm",
}


class Judge(nn.Module):
    """What is read at a mention: its own vector and what its pointers see -> attributes and an incident vector.

    Small enough to be run in numpy for the few mentions of a report.
    """

    def __init__(self, dropout: float) -> None:
        """Make the judge."""
        super().__init__()
        self.hidden = nn.Linear(OWN + len(ROLES) * VALUE + 2, JUDGED)
        self.attributes = nn.Linear(JUDGED, sum(map(len, ATTRIBUTES.values())))
        self.incident = nn.Linear(JUDGED, INCIDENT)
        self.scale = nn.Parameter(torch.tensor([0.2, -1.0]))
        self.dropout = Dropout(dropout)

    def forward(self, seen: Tensor) -> tuple[tuple[Tensor, ...], Tensor]:
        """Return the scores of each attribute, and the incident vectors."""
        hidden = self.dropout(F.relu(self.hidden(self.dropout(seen))))
        parts = self.attributes(hidden).split([len(labels) for labels in ATTRIBUTES.values()], dim=-1)
        return parts, self.incident(hidden)

    def alike(self, incident: Tensor) -> Tensor:
        """Return the logit that two mentions tell of one incident."""
        return incident @ incident.T * self.scale[0] + self.scale[1]


class ReaderNet(nn.Module):
    """One pass over a window -> per word, the outputs of every head."""

    def __init__(self, vocab_size: int, deprels: int, dropout: float = HEAVY) -> None:
        """Make the encoder and all heads."""
        super().__init__()
        self.encoder = Encoder(vocab_size)
        self.mix = nn.ParameterDict({group: torch.zeros(MIXED) for group in GROUPS})
        self.shapes = nn.Embedding(len(SHAPES), SHAPE_WIDTH)
        self.gaps = nn.Embedding(GAPS, GAP_WIDTH)
        self.dropout, self.light = Dropout(dropout), Dropout(LIGHT)
        self.upos = nn.Linear(WORD, len(UPOS))
        self.sentence = nn.Linear(WORD, 1)
        self.arc = nn.Linear(WORD, 2 * ARC)
        self.biaffine = nn.Linear(ARC, ARC + 1, bias=False)  # on the head side; one more for the head's own bias
        nn.init.normal_(self.biaffine.weight, std=ARC**-0.5 / 4)
        self.rel = nn.Linear(WORD, 2 * REL)
        self.deprel = nn.Linear(REL, deprels)
        self.names = nn.Linear(WORD, len(NAMES))
        self.broad_names = nn.Linear(WORD, len(NAMES))
        self.times = nn.Linear(WORD, len(TIMES))
        self.tagging = nn.Linear(WORD, 192)
        self.figures = nn.Linear(192, len(FIGURES))
        self.triggers = nn.Linear(192, len(TRIGGERS))
        self.query = nn.Linear(WORD, len(POINTERS) * POINT)
        self.key = nn.Linear(WORD, len(POINTERS) * POINT)
        self.distance = nn.Parameter(torch.zeros(len(POINTERS), NOWHERE + 1))
        self.own = nn.Linear(WORD, OWN)
        self.value = nn.Linear(WORD, VALUE)
        self.judge = Judge(dropout)

    def words(self, layers: list[Tensor], batch: dict[str, Tensor]) -> dict[str, Tensor]:
        """Each group's word vectors: the mean of the word's pieces in a mean of the last layers."""
        stacked = torch.cat([self._mixed(layers, group) for group in GROUPS], dim=-1)
        sums = F.pad(torch.cumsum(stacked, dim=1), (0, 0, 1, 0))
        size = (batch["end"] - batch["start"]).clamp(min=1).unsqueeze(-1)
        means = (_picked(sums, batch["end"]) - _picked(sums, batch["start"])) / size
        shape, gap = (torch.gather(batch[name], 1, batch["start"]) for name in ("shape", "gap"))
        looks = torch.cat([self.shapes(shape), self.gaps(gap)], dim=-1)
        return {
            group: (self.dropout if group == "claims" else self.light)(torch.cat([mean, looks], dim=-1))
            for group, mean in zip(GROUPS, means.chunk(len(GROUPS), dim=-1), strict=True)
        }

    def _mixed(self, layers: list[Tensor], group: str) -> Tensor:
        weights = torch.softmax(self.mix[group], dim=0)
        return sum((weights[at] * layer for at, layer in enumerate(layers)), torch.zeros(()))

    def forward(self, batch: dict[str, Tensor]) -> dict[str, Tensor]:
        """Return every head's output by word."""
        pieces = (batch[name] for name in ("ids", "positions", "shape", "gap"))
        words = self.words(self.encoder(*pieces, batch.get("mask")), batch)
        return {**self._syntax(words["syntax"]), **self._names(words["names"]), **self._claims(words["claims"])}

    def _syntax(self, word: Tensor) -> dict[str, Tensor]:
        dep, head = self.light(F.relu(self.arc(word))).chunk(2, dim=-1)
        rel_dep, rel_head = self.light(self.rel(word)).chunk(2, dim=-1)
        return {
            "upos": self.upos(word),
            "sentence": self.sentence(word),
            "arc_dep": dep,
            "arc_head": self.biaffine(head),
            "rel_dep": rel_dep,
            "rel_head": rel_head,
        }

    def _names(self, word: Tensor) -> dict[str, Tensor]:
        return {"names": self.names(word), "times": self.times(word), "broad_names": self.broad_names(word)}

    def _claims(self, word: Tensor) -> dict[str, Tensor]:
        tagging = self.dropout(F.relu(self.tagging(word)))
        return {
            "figures": self.figures(tagging),
            "triggers": self.triggers(tagging),
            "query": self.query(word) * POINT**-0.5,
            "key": self.key(word),
            "own": F.relu(self.own(word)),
            "value": self.value(word),
        }


def _picked(sums: Tensor, at: Tensor) -> Tensor:
    return torch.gather(sums, 1, at.unsqueeze(-1).expand(-1, -1, sums.shape[-1]))


def arcs(dep: Tensor, head: Tensor) -> Tensor:
    """Scores [..., dependent, head]."""
    return dep @ head[..., :-1].transpose(-1, -2) + head[..., -1].unsqueeze(-2)


def new_reader(minilm: Path, deprels: int) -> ReaderNet:
    """Return the untrained heads on the pretrained encoder."""
    size = json.loads((minilm / "config.json").read_text())["vocab_size"]
    net = ReaderNet(size, deprels)
    net.encoder.load_minilm(minilm)
    return net
