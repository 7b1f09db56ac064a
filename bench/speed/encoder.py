"""The bare encoder: the shipped graph cut off after its last layer, so that reading can be timed beside it."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import onnx
from onnx.utils import Extractor

from sijill.detect.network import SLOWER

if TYPE_CHECKING:
    import onnxruntime

INPUTS = ["ids", "shape", "gap"]


def bare_encoder(model: Path, threads: int) -> onnxruntime.InferenceSession:
    """Return a session over the encoder's part of a reader's graph, with the same int8 weights."""
    import onnxruntime as ort

    graph = onnx.load(str(model))
    last = [n.output[0] for n in graph.graph.node if n.op_type == "LayerNormalization"][-1]
    cut = Extractor(graph).extract_model(INPUTS, [last])
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "encoder.onnx"
        onnx.save(cut, str(path))
        return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER)
