"""Checkpoint -> the files that the package ships: `python -m training.export --out OUT [--to src/sijill/detect/data]`.

`reader.onnx` is the network without a batch dimension. `reader.npz` holds the small matrices that are applied to a few
words only. `reader.json` names every label in order.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from sijill.detect import labels
from sijill.detect.pieces import SHAPES
from sijill.detect.reader import MODEL
from training.model import POINT, ReaderNet
from training.train import minilm_folder

INPUTS: Final = ("ids", "shape", "gap", "start", "end")
OUTPUTS: Final = (
    "upos", "sentence", "names", "times", "figures", "triggers",
    "arc_dep", "arc_head", "rel_dep", "rel_head", "query", "key", "own", "value",
)  # fmt: skip
OPSET: Final = 17
QUANTISED: Final = ("MatMul", "Gemm")
VERSION: Final = "1"


class Rows(nn.Module):
    """An embedding of 8-bit rows, each with its own scale."""

    rows: Tensor
    scale: Tensor

    def __init__(self, weight: Tensor) -> None:
        """Quantise the rows of a weight."""
        super().__init__()
        scale = weight.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", torch.round(weight / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """Return the rows, in full precision again."""
        return self.rows[ids].float() * self.scale[ids]


class OneWindow(nn.Module):
    """The network for a single window: no batch dimension, no padding, no training-only head."""

    def __init__(self, net: ReaderNet) -> None:
        """Wrap a trained network."""
        super().__init__()
        self.net = net

    def forward(self, ids: Tensor, shape: Tensor, gap: Tensor, start: Tensor, end: Tensor) -> tuple[Tensor, ...]:
        """Every head's output by word."""
        given = {"ids": ids, "shape": shape, "gap": gap, "start": start, "end": end}
        batch = {name: values.unsqueeze(0) for name, values in given.items()}
        batch["positions"] = torch.cumsum(torch.ones_like(batch["ids"]), dim=1) - 1
        out = self.net(batch)
        return tuple(out[name].squeeze(0) for name in OUTPUTS)


def load(out: Path) -> tuple[ReaderNet, list[str]]:
    """Return the checkpoint's network, ready to be run, and its dependency labels."""
    state = torch.load(out / "checkpoint.pt", weights_only=True)
    net = ReaderNet(state["net"]["encoder.words.weight"].shape[0], len(state["deprels"]))
    net.load_state_dict(state["net"])
    return net.eval(), list(state["deprels"])


def write_onnx(net: ReaderNet, path: Path) -> None:
    """Return the graph in full precision."""
    words, pieces = torch.tensor([0, 1, 3]), torch.tensor([1, 3, 4])
    example = (torch.tensor([101, 2000, 2001, 2002, 102]), *(torch.tensor([0, 1, 1, 2, 0]),) * 2, words, pieces)
    axes = {name: {0: "pieces"} for name in INPUTS[:3]} | {name: {0: "words"} for name in (*INPUTS[3:], *OUTPUTS)}
    torch.onnx.export(
        OneWindow(net), example, path, input_names=INPUTS, output_names=OUTPUTS, dynamic_axes=axes,
        opset_version=OPSET, dynamo=False,
    )  # fmt: skip


ROUNDED: Final = ("encoder", "arc", "rel", "query", "key")
"""Products in 8 bits: the encoder's, and those of syntax and of pointing, a fifteenth of the time in 32 bits."""


def quantise(source: Path, target: Path) -> None:
    """Write the graph with 8-bit matrices; what costs little time or suffers from rounding stays as it is.

    A scale per column; reduced range, because without VNNI the sums of 8-bit products would saturate.
    """
    ready = source.with_suffix(".ready.onnx")
    quant_pre_process(source, ready, skip_symbolic_shape=True)
    nodes = onnx.load(ready).graph.node
    kept = [node.name for node in nodes if node.op_type in QUANTISED and _kept(node.name)]
    quantize_dynamic(
        ready, target, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8,
        op_types_to_quantize=list(QUANTISED), nodes_to_exclude=kept,
    )  # fmt: skip
    ready.unlink()
    onnx.checker.check_model(str(target))


def _kept(node: str) -> bool:
    """Tell whether a product keeps its precision: the smaller heads', and one whose inputs have outliers.

    The lower layer's inner values reach far: rounding them alone cost two points of figures on the development set.
    """
    return not any(f"/{product}/" in node for product in ROUNDED) or "/layers.0/down/" in node


def small_matrices(net: ReaderNet) -> dict[str, np.ndarray]:
    """Return what numpy applies to single words: relation labels, distances, and the judge."""
    state = net.state_dict()
    names = ("deprel", "judge.hidden", "judge.attributes", "judge.incident")
    found = {f"{name}.{part}": state[f"{name}.{part}"].T.contiguous() for name in names for part in ("weight", "bias")}
    found |= {"distance": state["distance"], "scale": state["judge.scale"]}
    return {name: values.numpy().astype(np.float32) for name, values in found.items()}


def meta(deprels: list[str]) -> dict[str, object]:
    """Return the labels in the order of the outputs, and the widths that are not to be read off the graph."""
    return {
        "version": VERSION,
        "point": POINT,
        "shapes": SHAPES,
        "upos": labels.UPOS,
        "deprel": deprels,
        "names": labels.NAMES,
        "times": labels.TIMES,
        "figures": labels.FIGURES,
        "triggers": labels.TRIGGERS,
        "pointers": labels.POINTERS,
        "attributes": labels.ATTRIBUTES,
    }


def export(out: Path) -> Path:
    """Write `fp32/` and `int8/` model folders under `out`; the latter is what ships.

    Both get the packaged `danger.npz`, that of the reader before until `training.danger` ran: no reader loads without.
    """
    net, deprels = load(out)
    matrices: dict[str, Any] = small_matrices(net)  # alone: numpy before 2.1 keeps every keyword
    for name in ("fp32", "int8"):
        (out / name).mkdir(exist_ok=True)
        np.savez_compressed(out / name / "reader.npz", **matrices)
        (out / name / "reader.json").write_text(json.dumps(meta(deprels), indent=1) + "\n", encoding="utf-8")
        shutil.copy(minilm_folder() / "vocab.txt", out / name / "vocab.txt")
        shutil.copy(MODEL / "danger.npz", out / name / "danger.npz")
    write_onnx(net, out / "fp32" / "reader.onnx")
    net.encoder.words = Rows(net.encoder.words.get_parameter("weight").data)
    write_onnx(net, out / "rows.onnx")
    quantise(out / "rows.onnx", out / "int8" / "reader.onnx")
    (out / "rows.onnx").unlink()
    return out / "int8"


def main() -> None:
    """Export, and put the small model where the package looks for it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="not read; every step of a training run takes it")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--to", type=Path, help="copy the 8-bit model there")
    args = parser.parse_args()
    made = export(args.out)
    for path in sorted(made.iterdir()):
        print(f"{path.stat().st_size:>12,} {path}")
        if args.to:
            shutil.copy(path, args.to / path.name)


if __name__ == "__main__":
    main()
