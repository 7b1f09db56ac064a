"""Attention for training, and the one ONNX Runtime node that stands for it in the exported graph.

Spelled out in ONNX it takes a third of a report's time on a CPU: transposes, and matrices that leave the cache.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import torch
from torch.nn import functional as F

if TYPE_CHECKING:
    from torch import Tensor

HEADS: Final = 12


def attention(query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None) -> Tensor:
    """Return the attended values [batch, length, width]; without a mask, as a single node in an export."""
    return _plain(query, key, value, mask) if mask is not None else _Fused.apply(query, key, value)


def _plain(query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None) -> Tensor:
    batch, length, width = query.shape
    query, key, value = (one.view(batch, length, HEADS, -1).transpose(1, 2) for one in (query, key, value))
    mixed = F.scaled_dot_product_attention(query, key, value, attn_mask=mask)
    return mixed.transpose(1, 2).reshape(batch, length, width)


class _Fused(torch.autograd.Function):
    """The same, as ONNX Runtime's `MultiHeadAttention`."""

    @staticmethod
    def forward(_: Any, query: Tensor, key: Tensor, value: Tensor) -> Tensor:  # noqa: ANN401 -- PyTorch's context
        return _plain(query, key, value, None)

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any) -> Any:  # noqa: ANN401 -- nodes of PyTorch's exporter
        made = graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=HEADS)
        made.setType(query.type())
        return made
