#!/usr/bin/env python3
"""Measures real training steps of decoders on one device and writes them as wallclock's measured runs (JSONL).

    python3 measure.py runs.jsonl --quick                      # five minutes, enough for a calibration
    python3 measure.py runs.jsonl --device-id h100-sxm-80gb    # the whole sweep; run again to go on
    python3 measure.py --list                                  # what would be measured
    python3 measure.py --probe > mine.json                     # a profile of a device no catalogue knows

Needs python >= 3.9 and torch >= 1.13, nothing else; the sweep and its ids need no torch. Units are SI.
"""
from __future__ import annotations

import argparse
import contextlib
import gc
import hashlib
import json
import math
import os
import platform
import re
import shlex
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Callable, Dict, Iterator, List, NamedTuple, Optional, Sequence, Set, TextIO, Tuple

try:
    import torch
    import torch.nn.functional as F
    from torch import nn
    Module: Any = nn.Module
except ImportError:  # listing the sweep, ids and resuming need no torch
    torch = None  # type: ignore[assignment]
    Module = object

PASSES = ("forward", "forward-backward", "train-step")
NOISY_SPREAD = 0.1  # ten times what a quiet device shows
DTYPES = {"fp32": "float32", "tf32": "float32", "fp16": "float16", "bf16": "bfloat16"}
TORCH_YEARS = {"1.13": 2022, "2.0": 2023, "2.1": 2023, "2.2": 2024, "2.3": 2024, "2.4": 2024, "2.5": 2024,
               "2.6": 2025, "2.7": 2025, "2.8": 2025, "2.9": 2025}

# torch's name of a device, without its maker -> its id in wallclock's catalogue
DEVICE_IDS = {
    "H200": "h200-sxm-141gb", "H200 NVL": "h200-nvl-141gb", "H100 80GB HBM3": "h100-sxm-80gb",
    "H100 PCIe": "h100-pcie-80gb", "H100 NVL": "h100-nvl-94gb", "H800": "h800-sxm-80gb", "H20": "h20-96gb",
    "GH200 480GB": "gh200-96gb", "GH200 144G HBM3e": "gh200-144gb", "B200": "b200-sxm-180gb",
    "B300 SXM6 AC": "b300-sxm-288gb", "GB200": "gb200-186gb", "GB300": "gb300-288gb", "GB10": "dgx-spark-gb10",
    "A100-SXM4-80GB": "a100-sxm-80gb", "A100-SXM4-40GB": "a100-sxm-40gb", "A100 80GB PCIe": "a100-pcie-80gb",
    "A100-PCIE-40GB": "a100-pcie-40gb", "A800-SXM4-80GB": "a800-sxm-80gb", "A40": "a40", "A30": "a30",
    "A10": "a10", "A10G": "a10g", "L4": "l4", "L20": "l20", "L40": "l40", "L40S": "l40s", "T4": "t4", "P4": "tesla-p4",
    "V100-SXM2-16GB": "v100-sxm2-16gb", "V100-SXM2-32GB": "v100-sxm2-32gb", "V100-PCIE-16GB": "v100-pcie-16gb",
    "V100-PCIE-32GB": "v100-pcie-32gb", "P100-PCIE-16GB": "p100-pcie-16gb", "P100-SXM2-16GB": "p100-sxm2-16gb",
    "RTX 2080 Ti": "rtx-2080-ti", "RTX 3070": "rtx-3070", "RTX 3090": "rtx-3090", "RTX 3090 Ti": "rtx-3090-ti",
    "RTX 4070": "rtx-4070", "RTX 4080": "rtx-4080", "RTX 4090": "rtx-4090", "RTX 5070 Ti": "rtx-5070-ti",
    "RTX 5080": "rtx-5080", "RTX 5090": "rtx-5090", "GTX 1080 Ti": "gtx-1080-ti", "TITAN RTX": "titan-rtx",
    "RTX A4000": "rtx-a4000", "RTX A4500": "rtx-a4500", "RTX A5000": "rtx-a5000", "RTX A5500": "rtx-a5500",
    "RTX A6000": "rtx-a6000", "RTX 6000 Ada Generation": "rtx-6000-ada", "Quadro RTX 5000": "quadro-rtx-5000",
    "Quadro RTX 6000": "quadro-rtx-6000", "Quadro RTX 8000": "quadro-rtx-8000",
    "RTX PRO 6000 Blackwell Workstation Edition": "rtx-pro-6000-blackwell",
    "RTX PRO 6000 Blackwell Server Edition": "rtx-pro-6000-blackwell",
    "MI100": "mi100-32gb", "MI210": "mi210-64gb", "MI250": "mi250-128gb", "MI250X": "mi250x-128gb",
    "MI300A": "mi300a-128gb", "MI300X": "mi300x-192gb", "MI325X": "mi325x-256gb", "MI350X": "mi350x-288gb",
    "MI355X": "mi355x-288gb", "RX 7900 XTX": "rx-7900-xtx",
    **{f"M{n}{tail}": f"apple-m{n}{tail.lower().replace(' ', '-')}"
       for n, tails in {1: "PMU", 2: "PMU", 3: "PMU", 4: "PM", 5: "PM"}.items()
       for tail in ["", *({"P": " Pro", "M": " Max", "U": " Ultra"}[t] for t in tails)]},
}


class UserError(Exception):
    """Something the user can put right; printed without a trace."""


# ---- what is measured: cases, scenarios, the sweep (no torch) ----


@dataclass(frozen=True)
class Case:
    """One training set-up: all a scenario says but the device. Sizes in elements, tokens and sequences."""
    family: str = "gpt"  # gpt: learned positions, LayerNorm, GELU, biases, tied; llama: RoPE, RMSNorm, SwiGLU, untied
    layers: int = 12
    width: int = 768
    head_dim: int = 64
    queries_per_key: int = 1
    vocab: int = 50304
    context: int = 1024
    micro_batch: int = 8
    accumulation: int = 1
    precision: str = "bf16"
    mixed: str = "autocast"
    kernels: str = "library"
    attention: str = "flash"
    optimizer: str = "fused"

    @property
    def heads(self) -> int:
        return self.width // self.head_dim

    @property
    def kv_heads(self) -> int:
        return self.heads // self.queries_per_key

    @property
    def ffn(self) -> int:
        """4 width; gated 8/3 width, up to a multiple of 256."""
        return 4 * self.width if self.family == "gpt" else math.ceil(8 * self.width / 3 / 256) * 256

    @property
    def label(self) -> str:
        return (f"{self.family} {self.layers}x{self.width}/{self.kv_heads}kv v{self.vocab} s{self.context} "
                f"b{self.micro_batch}x{self.accumulation} {self.precision}/{self.mixed} {self.kernels} "
                f"{self.attention} {self.optimizer}")


def parameter_count(case: Case) -> int:
    """Every trained number once; wallclock counts the same (measure.test.ts) and so does the model built here."""
    d, f, kv = case.width, case.ffn, case.kv_heads * case.head_dim
    if case.family == "gpt":
        layer = (2 * d * d + 2 * d * kv + 2 * d * f) + (2 * d + 2 * kv + f + d) + 4 * d
        return (case.vocab + case.context) * d + case.layers * layer + 2 * d
    return 2 * case.vocab * d + case.layers * (2 * d * d + 2 * d * kv + 3 * d * f + 2 * d) + d


def model_of(case: Case) -> Dict[str, Any]:
    """The scenario's `model`, every field said."""
    gpt = case.family == "gpt"
    return {
        "layers": case.layers, "width": case.width, "heads": case.heads, "kvHeads": case.kv_heads,
        "headDim": case.head_dim, "ffn": case.ffn, "ffnKind": "gelu" if gpt else "swiglu", "vocab": case.vocab,
        "tiedEmbeddings": gpt, "bias": gpt, "norm": "layernorm" if gpt else "rmsnorm",
        "positions": "learned" if gpt else "rope", "maxPositions": case.context, "causal": True, "logitShare": 1,
    }


def scenario_of(case: Case, step_pass: str, device: Any, year: Optional[int] = None) -> Dict[str, Any]:
    """The scenario of a measured run; a pass without the optimizer holds no optimizer state."""
    software = {"kernels": case.kernels, "attention": case.attention, "optimizerKernels": case.optimizer}
    return {
        "model": model_of(case),
        "training": {
            "contextLength": case.context, "microBatchSequences": case.micro_batch, "accumulation": case.accumulation,
            "precision": case.precision, "mixedPrecision": case.mixed,
            "optimizer": "adamw" if step_pass == "train-step" else "none", "recompute": "none",
        },
        "software": software if year is None else {**software, "year": year},
        "hardware": {"device": device, "count": 1},
    }


def run_id(case: Case, step_pass: str, device_id: str) -> str:
    """Stable: the same case, pass and device give the same id, whatever the torch version or order of keys."""
    text = json.dumps([scenario_of(case, step_pass, device_id), step_pass], sort_keys=True, separators=(",", ":"))
    return "m" + hashlib.sha256(text.encode()).hexdigest()[:12]


class Grid(NamedTuple):
    """The lines along which the sweep leaves its base case; sizes to suit the device's speed."""
    base: Case
    shapes: Tuple[Tuple[int, int], ...]  # (layers, width), narrow to wide
    deep: Tuple[int, int]
    micro_batches: Tuple[int, ...]
    contexts: Tuple[Tuple[int, int], ...]  # (context, micro-batch), the tokens about constant
    vocabs: Tuple[int, ...]


GRIDS = {
    "small": Grid(Case(layers=4, width=192, vocab=4096, context=128, micro_batch=2),
                  ((6, 128), (4, 256), (2, 384), (1, 768)), (12, 64), (1, 4, 8), ((64, 4), (256, 1), (512, 1)), (512, 16384)),
    "medium": Grid(Case(layers=6, width=512, context=512, micro_batch=4),
                   ((8, 256), (6, 768), (4, 1024), (2, 2048)), (24, 256), (1, 2, 8, 16),
                   ((128, 16), (1024, 2), (2048, 1), (4096, 1)), (8192, 128256)),
    "large": Grid(Case(), ((8, 512), (16, 1024), (8, 2048), (4, 4096), (2, 8192)), (48, 512), (1, 2, 4, 16, 32),
                  ((256, 32), (2048, 4), (4096, 2), (8192, 1), (16384, 1)), (8192, 128256)),
}
SCALES = {"cpu": "small", "mps": "medium", "cuda": "large"}


class Abilities(NamedTuple):
    """What this torch can do on this device."""
    device_type: str
    precisions: Tuple[str, ...]
    autocast: Tuple[str, ...]
    flash: Tuple[str, ...]  # precisions with an attention kernel that writes no scores
    compile: bool
    optimizers: Tuple[str, ...]


EVERYTHING = Abilities("cuda", tuple(DTYPES), ("fp16", "bf16"), tuple(DTYPES), True, ("loop", "foreach", "fused"))


def missing(case: Case, able: Abilities) -> Optional[str]:
    """Why a case cannot be measured here; None when it can."""
    if case.precision not in able.precisions:
        return f"no {case.precision} on this device"
    if case.mixed == "autocast" and case.precision not in able.autocast:
        return f"no {case.precision} autocast in this torch"
    if case.attention == "flash" and case.precision not in able.flash:
        return f"no fused {case.precision} attention in this torch"
    if case.kernels == "compiled" and not able.compile:
        return "no torch.compile here (torch >= 2.0; not on MPS)"
    if case.optimizer not in able.optimizers:
        return f"no {case.optimizer} AdamW in this torch"
    return None


def adapt(base: Case, able: Abilities) -> Case:
    """The base case in the best this device has: 16 bit and flash on a GPU, fp32 on CPU and MPS, a fused optimizer."""
    sixteen = next((p for p in ("bf16", "fp16") if able.device_type == "cuda" and p in able.autocast), None)
    precision, mixed = (sixteen, "autocast") if sixteen else ("fp32", "pure")
    attention = "flash" if precision in able.flash else "materialized"
    optimizer = next(o for o in ("fused", "foreach", "loop") if o in able.optimizers)
    return replace(base, precision=precision, mixed=mixed, attention=attention, optimizer=optimizer)


def quick_cases(base: Case, grid: Grid) -> Iterator[Case]:
    """A dozen and a half that pull the coefficients apart: each is ruled by another cost."""
    layers, width = grid.shapes[-2]
    deep_layers, deep_width = grid.deep
    context, batch = grid.contexts[-2]
    yield base
    yield replace(base, layers=layers, width=width)  # matmul rate
    yield replace(base, layers=deep_layers, width=deep_width, micro_batch=1)  # kernels: device and host
    yield replace(base, context=context, micro_batch=batch, attention="materialized")  # score elements
    yield replace(base, context=context, micro_batch=batch, attention="flash")
    yield replace(base, micro_batch=2 * base.micro_batch)  # tokens: elementwise traffic
    yield replace(base, micro_batch=1, optimizer="loop")  # optimizer kernels
    yield replace(base, layers=4, kernels="compiled")
    yield replace(base, kernels="unfused", attention="materialized")
    yield replace(base, precision="fp32", mixed="pure")
    yield replace(base, layers=2, vocab=grid.vocabs[-1])  # logits
    yield replace(base, family="llama", queries_per_key=base.heads // 3 if base.heads % 3 == 0 else 2)
    yield replace(base, accumulation=4)
    yield replace(base, precision="bf16", mixed="pure")
    yield replace(base, layers=1)  # the cost of a step without layers
    yield replace(base, layers=grid.shapes[0][0], width=grid.shapes[0][1])


def star_cases(base: Case, grid: Grid) -> Iterator[Case]:
    """From the base along one line at a time, for each kernel class: what moves along a line has one cause."""
    for kernels, attention in (("library", base.attention), ("compiled", base.attention), ("unfused", "materialized"),
                               ("library", "materialized"), ("compiled", "materialized")):
        centre = replace(base, kernels=kernels, attention=attention)
        yield centre
        for layers, width in grid.shapes:
            yield replace(centre, layers=layers, width=width, head_dim=128 if width >= 2048 else 64)
        for micro_batch in grid.micro_batches:
            yield replace(centre, micro_batch=micro_batch)
        for context, micro_batch in grid.contexts:
            yield replace(centre, context=context, micro_batch=micro_batch)
        for layers in (2, 2 * base.layers):
            yield replace(centre, layers=layers)
        yield replace(centre, layers=grid.deep[0], width=grid.deep[1], micro_batch=1)


def corner_cases(base: Case, grid: Grid) -> Iterator[Case]:
    """Precisions, optimizer kernels, vocabularies, accumulation and the Llama family, at a small and a large point."""
    layers, width = grid.shapes[-2]
    wide = replace(base, layers=layers, width=width)
    small = replace(base, layers=grid.deep[0], width=grid.deep[1], micro_batch=1)
    formats = [("fp32", "pure"), ("tf32", "pure")] + [(p, m) for p in ("bf16", "fp16") for m in ("autocast", "master", "pure")]
    for point in (base, wide):
        for precision, mixed in formats:
            for kernels in ("library", "compiled"):
                yield replace(point, precision=precision, mixed=mixed, kernels=kernels)
    for point in (base, wide, small):
        for optimizer in ("loop", "foreach", "fused"):
            yield replace(point, optimizer=optimizer)
    for vocab in grid.vocabs:
        yield replace(base, vocab=vocab)
    for accumulation in (2, 4, 8):
        yield replace(base, accumulation=accumulation, micro_batch=max(1, base.micro_batch // 2))
    llama = replace(base, family="llama")
    for point in (llama, replace(llama, layers=layers, width=width), replace(llama, kernels="compiled")):
        for queries_per_key in (1, 4):
            if point.heads % queries_per_key == 0:
                yield replace(point, queries_per_key=queries_per_key)


def sweep(grid: Grid, able: Abilities, quick: bool) -> List[Case]:
    """The cases in the order of their worth, each once; stopped anywhere, what was measured is of use."""
    base = adapt(grid.base, able)
    cases = list(quick_cases(base, grid))
    if not quick:
        cases += [*star_cases(base, grid), *corner_cases(base, grid)]
    return list(dict.fromkeys(cases))


def passes_of(case: Case) -> Tuple[str, ...]:
    """Accumulation is about whole steps only."""
    return PASSES if case.accumulation == 1 else ("train-step",)


# ---- files: what was measured before, what is added (no torch) ----


def known_ids(path: Path) -> Set[str]:
    """Ids in a JSONL file; a last line cut off by a crash counts as absent."""
    ids: Set[str] = set()
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            with contextlib.suppress(ValueError, TypeError, KeyError):
                ids.add(json.loads(line)["id"])
    return ids


def append_line(path: Path, record: Dict[str, Any]) -> None:
    """Adds one JSON object as a line of its own, closing a line that a crash left open."""
    with open(path, "ab+") as file:
        if file.tell() > 0:
            file.seek(-1, os.SEEK_END)
            if file.read(1) != b"\n":
                file.write(b"\n")
        file.write(json.dumps(record, separators=(",", ":")).encode() + b"\n")


def failed_path(output: Path) -> Path:
    """Where configurations that could not be measured are written: runs.jsonl -> runs.failed.jsonl."""
    return output.with_name(output.stem + ".failed.jsonl")


# ---- the model ----


class LayerNorm(Module):
    """Scale and bias; by hand it is a chain of small kernels where the library has one."""

    def __init__(self, width: int, by_hand: bool, **factory: Any) -> None:
        super().__init__()
        self.by_hand = by_hand
        self.weight = nn.Parameter(torch.ones(width, **factory))
        self.bias = nn.Parameter(torch.zeros(width, **factory))

    def forward(self, x: Any) -> Any:
        if not self.by_hand:
            return F.layer_norm(x, x.shape[-1:], self.weight, self.bias)
        centred = x - x.mean(-1, keepdim=True)
        variance = centred.pow(2).mean(-1, keepdim=True)
        return self.weight * (centred / torch.sqrt(variance + 1e-5)) + self.bias


class RmsNorm(Module):
    """Root-mean-square norm, always by hand: that is how Hugging Face's Llama runs eagerly."""

    def __init__(self, width: int, **factory: Any) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width, **factory))

    def forward(self, x: Any) -> Any:
        wide = x.float()
        return self.weight * (wide * torch.rsqrt(wide.pow(2).mean(-1, keepdim=True) + 1e-6)).to(x.dtype)


def norm_of(case: Case, **factory: Any) -> Any:
    """The family's norm."""
    return LayerNorm(case.width, case.kernels == "unfused", **factory) if case.family == "gpt" else RmsNorm(case.width, **factory)


def rotate(x: Any, cosine: Any, sine: Any) -> Any:
    """Rotary positions (Su et al. 2021) on [batch, heads, context, head_dim]."""
    first, second = x.chunk(2, dim=-1)
    return x * cosine.to(x.dtype) + torch.cat((-second, first), dim=-1) * sine.to(x.dtype)


def tables_of(case: Case, device: Any) -> Dict[str, Any]:
    """What all layers share, None where a case has no use for it: which positions lie in the future; rotary angles."""
    future = cosine = sine = None
    if case.attention == "materialized":
        future = torch.ones(case.context, case.context, dtype=torch.bool, device=device).triu(1)
    if case.family == "llama":
        frequency = 10000.0 ** (-torch.arange(0, case.head_dim, 2, device=device).float() / case.head_dim)
        angle = torch.outer(torch.arange(case.context, device=device).float(), frequency).repeat(1, 2)
        cosine, sine = angle.cos(), angle.sin()
    return {"future": future, "cosine": cosine, "sine": sine}


class Attention(Module):
    """Causal attention: scores written out, or one fused kernel; keys and values shared by groups of queries."""

    def __init__(self, case: Case, **factory: Any) -> None:
        super().__init__()
        query, key, bias = case.heads * case.head_dim, case.kv_heads * case.head_dim, case.family == "gpt"
        self.by_hand, self.flash = case.kernels == "unfused", case.attention == "flash"
        self.head_dim, self.queries_per_key, self.split = case.head_dim, case.queries_per_key, [query, key, key]
        # one projection for all three as in GPT-2; three as in Llama, and in modules written by hand
        outs = [sum(self.split)] if bias and not self.by_hand else self.split
        self.project = nn.ModuleList([nn.Linear(case.width, out, bias=bias, **factory) for out in outs])
        self.out = nn.Linear(query, case.width, bias=bias, **factory)

    def heads_of(self, x: Any) -> Any:
        x = x.view(x.shape[0], x.shape[1], -1, self.head_dim).transpose(1, 2)
        return x.contiguous() if self.by_hand else x

    def repeated(self, x: Any) -> Any:
        """Keys or values once for each query head."""
        if self.queries_per_key == 1:
            return x
        return x.unsqueeze(2).expand(-1, -1, self.queries_per_key, -1, -1).flatten(1, 2)

    def forward(self, x: Any, future: Any, cosine: Any, sine: Any) -> Any:
        parts = [layer(x) for layer in self.project]
        if len(parts) == 1:
            parts = parts[0].split(self.split, -1)
        query, key, value = self.heads_of(parts[0]), self.heads_of(parts[1]), self.heads_of(parts[2])
        if cosine is not None:
            query, key = rotate(query, cosine, sine), rotate(key, cosine, sine)
        key, value = self.repeated(key), self.repeated(value)
        if self.flash:
            mixed = F.scaled_dot_product_attention(query, key, value, is_causal=True)
        else:
            scores = (query @ key.transpose(-2, -1)) * self.head_dim**-0.5
            mixed = scores.masked_fill(future, float("-inf")).softmax(-1) @ value
        return self.out(mixed.transpose(1, 2).reshape(x.shape[0], x.shape[1], -1))


class Mlp(Module):
    """Two matrices and GELU, or three and SwiGLU."""

    def __init__(self, case: Case, **factory: Any) -> None:
        super().__init__()
        self.by_hand, bias = case.kernels == "unfused", case.family == "gpt"
        self.up = nn.Linear(case.width, case.ffn, bias=bias, **factory)
        self.gate = None if bias else nn.Linear(case.width, case.ffn, bias=False, **factory)
        self.down = nn.Linear(case.ffn, case.width, bias=bias, **factory)

    def forward(self, x: Any) -> Any:
        up = self.up(x)
        if self.gate is not None:
            gate = self.gate(x)
            return self.down((gate * torch.sigmoid(gate) if self.by_hand else F.silu(gate)) * up)
        if not self.by_hand:
            return self.down(F.gelu(up))
        return self.down(0.5 * up * (1 + torch.tanh(math.sqrt(2 / math.pi) * (up + 0.044715 * up.pow(3)))))


class Block(Module):
    """A pre-norm layer."""

    def __init__(self, case: Case, **factory: Any) -> None:
        super().__init__()
        self.norm1, self.attention = norm_of(case, **factory), Attention(case, **factory)
        self.norm2, self.mlp = norm_of(case, **factory), Mlp(case, **factory)

    def forward(self, x: Any, *tables: Any) -> Any:
        x = x + self.attention(self.norm1(x), *tables)
        return x + self.mlp(self.norm2(x))


class Decoder(Module):
    """Tokens and targets in, mean cross-entropy (nats) out; no dropout."""

    def __init__(self, case: Case, device: Any, dtype: Any) -> None:
        super().__init__()
        factory = {"device": device, "dtype": dtype}
        self.by_hand = case.kernels == "unfused"
        for name, table in tables_of(case, device).items():
            self.register_buffer(name, table, persistent=False)
        self.tokens = nn.Embedding(case.vocab, case.width, **factory)
        self.positions = nn.Parameter(torch.zeros(case.context, case.width, **factory)) if case.family == "gpt" else None
        self.layers = nn.ModuleList([Block(case, **factory) for _ in range(case.layers)])
        self.norm = norm_of(case, **factory)
        self.head = nn.Linear(case.width, case.vocab, bias=False, **factory)
        nn.init.normal_(self.tokens.weight, std=0.02)
        if case.family == "gpt":
            self.head.weight = self.tokens.weight

    def forward(self, tokens: Any, targets: Any) -> Any:
        x = self.tokens(tokens)
        if self.positions is not None:
            x = x + self.positions
        for layer in self.layers:
            x = layer(x, self.future, self.cosine, self.sine)
        logits = self.head(self.norm(x)).float().flatten(0, 1)
        if not self.by_hand:
            return F.cross_entropy(logits, targets.flatten())
        shifted = logits - logits.max(-1, keepdim=True).values
        chosen = shifted.gather(-1, targets.flatten().unsqueeze(-1)).squeeze(-1)
        return (shifted.exp().sum(-1).log() - chosen).mean()


# ---- a training step ----


def adamw(parameters: Sequence[Any], kind: str, eps: float = 1e-8) -> Any:
    """AdamW with the kernels asked for; the names of torch's switches are `foreach` and `fused`."""
    switch = {"loop": {"foreach": False}, "foreach": {"foreach": True}, "fused": {"fused": True}}[kind]
    return torch.optim.AdamW(parameters, lr=1e-4, eps=eps, **switch)


def grad_scaler() -> Any:
    """fp16 under autocast needs one; its first scale is low, so that no step is left out for an overflow."""
    if hasattr(torch.amp, "GradScaler"):
        return torch.amp.GradScaler("cuda", init_scale=1024.0)
    return torch.cuda.amp.GradScaler(init_scale=1024.0)


class Trainer:
    """A model with random data on the device; `step(pass)` gives the function to time."""

    def __init__(self, case: Case, device: Any) -> None:
        narrow = case.precision in ("fp16", "bf16")
        dtype = getattr(torch, DTYPES[case.precision])
        torch.set_float32_matmul_precision("high" if case.precision == "tf32" else "highest")
        self.case, self.device = case, device
        self.model = Decoder(case, device, dtype if narrow and case.mixed != "autocast" else torch.float32)
        self.weights = list(self.model.parameters())
        built, counted = sum(p.numel() for p in self.weights), parameter_count(case)
        if built != counted:
            raise AssertionError(f"the model has {built} parameters, its scenario {counted}")
        self.run = torch.compile(self.model, fullgraph=True, dynamic=False) if case.kernels == "compiled" else self.model
        self.autocast = lambda: (torch.autocast(device.type, dtype=dtype) if case.mixed == "autocast"
                                 else contextlib.nullcontext())
        shape = (case.micro_batch, case.context)
        self.tokens, self.targets = (torch.randint(case.vocab, shape, device=device) for _ in range(2))
        self.masters: List[Any] = []
        self.optimizer: Any = None
        scaled = device.type == "cuda" and case.precision == "fp16" and case.mixed == "autocast"
        self.scaler = grad_scaler() if scaled else None

    def step(self, step_pass: str) -> Callable[[], None]:
        if step_pass == "train-step" and self.optimizer is None:
            self.make_optimizer()
        return {"forward": self.forward, "forward-backward": self.forward_backward, "train-step": self.train_step}[step_pass]

    def make_optimizer(self) -> None:
        """16-bit weights with fp32 masters: the optimizer updates the masters."""
        pure16 = self.case.precision == "fp16" and self.case.mixed == "pure"
        if self.case.mixed == "master":
            self.masters = [p.detach().float().requires_grad_() for p in self.weights]
        self.optimizer = adamw(self.masters or self.weights, self.case.optimizer, 1e-4 if pure16 else 1e-8)

    def forward(self) -> Any:
        """With the graph kept for a backward, as in training."""
        with self.autocast():
            return self.run(self.tokens, self.targets)

    def forward_backward(self) -> None:
        for weight in self.weights:
            weight.grad = None
        for _ in range(self.case.accumulation):
            loss = self.forward() / self.case.accumulation
            (loss if self.scaler is None else self.scaler.scale(loss)).backward()

    def train_step(self) -> None:
        self.forward_backward()
        for master, weight in zip(self.masters, self.weights):
            master.grad, weight.grad = weight.grad.float(), None
        if self.scaler is None:
            self.optimizer.step()
        else:
            self.scaler.step(self.optimizer)
            self.scaler.update()
        with torch.no_grad():
            for master, weight in zip(self.masters, self.weights):
                weight.copy_(master)


# ---- clocks and memory ----


def synchronize(device: Any) -> None:
    """Waits for the device."""
    if device.type == "cuda":
        torch.cuda.synchronize(device)
    elif device.type == "mps":
        torch.mps.synchronize() if hasattr(torch, "mps") else torch.zeros(1, device=device).item()


def device_seconds(step: Callable[[], Any], device: Any, steps: int) -> List[float]:
    """Seconds of each of `steps` steps: between device events where there are any (the host runs ahead), else by a clock."""
    synchronize(device)
    if device.type == "cuda":
        events = [torch.cuda.Event(enable_timing=True) for _ in range(steps + 1)]
        events[0].record()
        for event in events[1:]:
            step()
            event.record()
        synchronize(device)
        return [before.elapsed_time(after) / 1e3 for before, after in zip(events, events[1:])]
    times = []
    for _ in range(steps):
        start = time.perf_counter()
        step()
        synchronize(device)
        times.append(time.perf_counter() - start)
    return times


def time_steps(step: Callable[[], Any], device: Any, seconds: float) -> List[float]:
    """About `seconds` of timed steps, at least 3 and at most 200, after a warm-up of a third of that."""
    once = min(device_seconds(step, device, 2))
    device_seconds(step, device, min(50, int(seconds / 3 / once)))
    return device_seconds(step, device, max(3, min(200, int(seconds / once))))


def quiet_steps(step: Callable[[], Any], device: Any, seconds: float) -> List[float]:
    """The steadiest of up to three tries: another program, or a clock that moves, spoils a try."""
    best: List[float] = []
    for _ in range(3):
        times = time_steps(step, device, seconds)
        best = times if not best or spread_of(times) < spread_of(best) else best
        if spread_of(best) <= NOISY_SPREAD:
            break
    return best


def spread_of(times: Sequence[float]) -> float:
    """Mean deviation from the median, as a share of it."""
    middle = statistics.median(times)
    return statistics.fmean(abs(t - middle) for t in times) / middle


def free_memory(device: Any) -> None:
    """Gives back what earlier configurations cached, and starts the peak anew."""
    gc.collect()
    if device.type == "cuda":
        torch.cuda.empty_cache()
        torch.cuda.reset_peak_memory_stats(device)
    elif device.type == "mps" and hasattr(torch, "mps"):
        torch.mps.empty_cache()


def peak_memory(device: Any) -> Dict[str, Optional[int]]:
    """Bytes: `peak` is all the process takes of the device (allocator and context); null where nothing tells."""
    if device.type == "cuda":
        allocated, reserved = torch.cuda.max_memory_allocated(device), torch.cuda.max_memory_reserved(device)
        free, total = torch.cuda.mem_get_info(device)
        outside = max(0, total - free - torch.cuda.memory_reserved(device))
        return {"peak": reserved + outside, "allocated": allocated, "reserved": reserved, "outside": outside}
    if device.type == "mps" and hasattr(torch, "mps"):
        return {"peak": torch.mps.driver_allocated_memory()}
    return {"peak": None}


def host_bytes() -> int:
    """Memory of this computer."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def least_bytes(case: Case) -> int:
    """A low guess of what a step holds: where memory is the host's, trying would kill the process."""
    tokens, scores = case.micro_batch * case.context, case.micro_batch * case.heads * case.context**2
    element = 2 if case.precision in ("fp16", "bf16") else 4
    kept = 14 * tokens * case.width + (3 * scores if case.attention == "materialized" else 0)
    return 16 * parameter_count(case) + element * case.layers * kept + 8 * tokens * case.vocab


# ---- what this machine is ----


def pick_device(name: Optional[str]) -> Any:
    """The device asked for, else the best there is. ROCm calls itself cuda."""
    if torch is None:
        raise UserError("torch is not installed: --list works without it, measuring does not")
    mps = getattr(torch.backends, "mps", None)
    best = "cuda" if torch.cuda.is_available() else "mps" if mps is not None and mps.is_available() else "cpu"
    try:
        device = torch.device(name or best)
    except RuntimeError as error:
        raise UserError(f"--device {name} is none of torch's: {str(error).splitlines()[0]}") from error
    if device.type == "cuda":
        if not torch.cuda.is_available():
            raise UserError(f"--device {name}: this torch finds no GPU; the best here is {best}")
        device = torch.device("cuda", device.index or 0)
        torch.cuda.set_device(device)
    return device


def works(attempt: Callable[[], Any]) -> bool:
    """Whether torch can do it: tried, not guessed from a version."""
    try:
        attempt()
        return True
    except (RuntimeError, TypeError, ValueError, AttributeError, NotImplementedError, AssertionError):
        return False


def has_precision(device: Any, precision: str) -> bool:
    """Whether the device has units for it; emulation does not count."""
    if precision == "fp32":
        return True
    if device.type == "cuda" and torch.version.hip is None and precision in ("tf32", "bf16"):
        return torch.cuda.get_device_capability(device) >= (8, 0)
    one = lambda: torch.ones(8, 8, device=device, dtype=getattr(torch, DTYPES[precision]))
    return precision != "tf32" and works(lambda: one() @ one())


def has_flash(device: Any, precision: str) -> bool:
    """Whether attention runs forward and backward without writing its scores (math kernels are off)."""
    if device.type == "mps" or torch_version() < (2, 2 if device.type == "cpu" else 0):
        return False
    query = lambda: torch.ones(1, 2, 64, 64, device=device, dtype=getattr(torch, DTYPES[precision]), requires_grad=True)
    return works(lambda: F.scaled_dot_product_attention(query(), query(), query(), is_causal=True).sum().backward())


def has_optimizer(device: Any, kind: str) -> bool:
    def attempt() -> None:
        weight = torch.ones(8, device=device, requires_grad=True)
        weight.grad = torch.ones_like(weight)
        adamw([weight], kind).step()
    return works(attempt)


def has_autocast(device: Any, precision: str) -> bool:
    """Whether a matmul under autocast comes out in that format; old versions warn and leave it as it was."""
    def attempt() -> None:
        dtype, one = getattr(torch, DTYPES[precision]), torch.ones(8, 8, device=device)
        with torch.autocast(device.type, dtype=dtype):
            if (one @ one).dtype != dtype:
                raise RuntimeError("autocast did nothing")
    return works(attempt)


def torch_version() -> Tuple[int, int]:
    major, minor = re.findall(r"\d+", torch.__version__)[:2]
    return int(major), int(minor)


def abilities_of(device: Any) -> Abilities:
    """Asks torch; attention that would write its scores is switched off for good."""
    if hasattr(torch.backends.cuda, "enable_math_sdp"):
        torch.backends.cuda.enable_math_sdp(False)
    precisions = tuple(p for p in DTYPES if has_precision(device, p))
    return Abilities(
        device_type=device.type, precisions=precisions,
        autocast=tuple(p for p in precisions if p in ("fp16", "bf16") and has_autocast(device, p)),
        flash=tuple(p for p in precisions if has_flash(device, p)),
        compile=hasattr(torch, "compile") and device.type != "mps",
        optimizers=tuple(o for o in ("loop", "foreach", "fused") if has_optimizer(device, o)),
    )


def command_output(*command: str) -> Optional[str]:
    """First line a program prints; None when it is not there."""
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        text = subprocess.run(command, capture_output=True, text=True, timeout=20, check=True).stdout.strip()
        return text.splitlines()[0].strip() if text else None
    return None


def device_name(device: Any) -> str:
    """As the maker writes it."""
    if device.type == "cuda":
        return torch.cuda.get_device_name(device)
    if sys.platform == "darwin":
        return command_output("sysctl", "-n", "machdep.cpu.brand_string") or platform.machine()
    with contextlib.suppress(OSError):
        found = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
        if found:
            return found.group(1).strip()
    return platform.processor() or platform.machine()


def catalogue_id(name: str) -> Optional[str]:
    """The catalogue's id of a device torch names so; None when the table does not know it."""
    bare = re.sub(r"\b(NVIDIA|GeForce|Tesla|AMD|Instinct|Radeon|Apple|OAM)\b", "", name).split("/")[0]
    key = re.sub(r"[\s-]+", " ", bare).strip().lower()
    return {re.sub(r"[\s-]+", " ", k).lower(): v for k, v in DEVICE_IDS.items()}.get(key)


def device_ref(device: Any, given_id: Optional[str], profile: Optional[Dict[str, Any]]) -> Tuple[str, Any]:
    """(id, what stands in hardware.device): a profile, the id given, or the id of torch's name."""
    if profile is not None:
        return str(profile.get("id", "custom")), profile
    name = device_name(device)
    # a CPU's name says nothing of the share of its sockets that this machine has
    found = given_id or (None if device.type == "cpu" else catalogue_id(name))
    if found is None:
        raise UserError(f'no catalogue id is known for "{name}": give one with --device-id (`wallclock hardware` lists '
                        "them), or make a profile: --probe > mine.json, then --profile mine.json")
    return found, found


def driver_version(device: Any) -> Optional[str]:
    """The GPU driver's version; None on a CPU."""
    if device.type == "mps":
        return "macOS " + platform.mac_ver()[0]
    if device.type != "cuda":
        return None
    with contextlib.suppress(OSError):
        if torch.version.hip is not None:
            return "amdgpu " + Path("/sys/module/amdgpu/version").read_text(encoding="utf-8").strip()
    return command_output("nvidia-smi", "--query-gpu=driver_version", "--format=csv,noheader")


def source_of(device: Any) -> Dict[str, Any]:
    """Where a run comes from, for its `source`."""
    return {
        "name": "wallclock measure", "path": "tooling/measure/measure.py", "year": time.gmtime().tm_year, "licence": "MIT",
        "date": time.strftime("%Y-%m-%d", time.gmtime()), "command": shlex.join(["python3", *sys.argv]),
        "deviceName": device_name(device), "driver": driver_version(device), "torch": torch.__version__,
        "cuda": torch.version.cuda, "hip": torch.version.hip, "python": platform.python_version(),
        "platform": platform.platform(), "threads": torch.get_num_threads(),
    }


def probe(device: Any) -> Dict[str, Any]:
    """A profile for --profile: the bandwidth of a large copy and the rate of a large matmul in each format, as reached here."""
    elements = 2**28 if device.type == "cuda" else 2**26
    a, b = (torch.ones(elements, device=device) for _ in range(2))
    bandwidth = 2 * 4 * elements / min(time_steps(lambda: b.copy_(a), device, 1.0))
    del a, b
    size = 8192 if device.type == "cuda" else 1024
    rates = {}
    for precision in (p for p in DTYPES if has_precision(device, p)):
        torch.set_float32_matmul_precision("high" if precision == "tf32" else "highest")
        x, y = (torch.randn(size, size, device=device).to(getattr(torch, DTYPES[precision])) for _ in range(2))
        rates[precision] = float(f"{2 * size**3 / min(time_steps(lambda: x @ y, device, 1.0)):.4g}")
    name = device_name(device)
    capacity = torch.cuda.get_device_properties(device).total_memory if device.type == "cuda" else host_bytes()
    return {
        "id": re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "custom", "name": name,
        "kind": {"cuda": "gpu", "mps": "soc"}.get(device.type, "cpu"),
        "memory": {"capacity": capacity, "bandwidth": float(f"{bandwidth:.4g}")}, "effective_matmul_flops": rates,
    }


# ---- measuring ----


class Job(NamedTuple):
    """One line to be measured."""
    case: Case
    step_pass: str
    id: str


class Bench(NamedTuple):
    """All that stays the same from one configuration to the next."""
    device: Any
    device_id: str
    reference: Any
    output: Path
    seconds: float
    source: Dict[str, Any]


def jobs_of(cases: Sequence[Case], device_id: str) -> List[Job]:
    return [Job(case, p, run_id(case, p, device_id)) for case in cases for p in passes_of(case)]


def fused_attentions() -> int:
    """How often the compiler has put a fused kernel for attention that was to be written out."""
    return torch._dynamo.utils.counters["inductor"]["fuse_attention"]


def measure(trainer: Trainer, job: Job, bench: Bench) -> Dict[str, Any]:
    """One measured run. The first step (compilation, workspaces) is outside both the clock and the peak."""
    device, case = bench.device, job.case
    step = trainer.step(job.step_pass)
    step()
    synchronize(device)
    if case.kernels == "compiled" and case.attention == "materialized" and fused_attentions() > 0:
        raise UserError("the compiler fused the attention: its scores are not materialized")
    free_memory(device)
    times = quiet_steps(step, device, bench.seconds)
    memory = peak_memory(device)
    year = TORCH_YEARS.get(".".join(map(str, torch_version())))
    measured = {
        "pass": job.step_pass, "stepSeconds": statistics.median(times), "replicas": 1, "spread": round(spread_of(times), 5),
        # a forward alone holds no gradients, which no scenario says
        "peakBytes": None if job.step_pass == "forward" else memory.pop("peak"), "lossNats": None,
    }
    details = {"steps": len(times), "fastestSeconds": min(times), "slowestSeconds": max(times), "memory": memory,
               "hostLoad": round(os.getloadavg()[0], 2)}
    return {"id": job.id, "scenario": scenario_of(case, job.step_pass, bench.reference, year), "measured": measured,
            "source": {**bench.source, **details}, "group": f"measure|{bench.device_id}"}


def failure_of(error: BaseException) -> Tuple[str, str]:
    """(reason, message); running out of memory has many words."""
    text = f"{type(error).__name__}: {error}".strip()
    out = re.search(r"out of ?memory|can't allocate memory|not enough memory|alloc(ate)? failed", text, re.I)
    return ("out-of-memory" if out else "error"), text[:400]


def attempt(trainer: Optional[Trainer], job: Job, bench: Bench) -> Tuple[Optional[Trainer], Any]:
    """Measures, or says why not as (reason, message); the error and its frames, which hold tensors, end here."""
    if bench.device.type != "cuda" and least_bytes(job.case) > 0.7 * host_bytes():
        return None, ("out-of-memory", "would not fit the memory of this computer; not tried")
    try:
        trainer = trainer or Trainer(job.case, bench.device)
        return trainer, measure(trainer, job, bench)
    except (RuntimeError, TypeError, UserError, MemoryError, ImportError, OSError) as error:
        return None, failure_of(error)
    except Exception as error:  # the compiler's errors share no base class
        if job.case.kernels != "compiled":
            raise
        return None, failure_of(error)


def minutes(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


def run_jobs(jobs: Sequence[Job], bench: Bench, deadline: Optional[float], log: TextIO) -> int:
    """Measures all, one model for the passes of a case; ends at the deadline. Returns how many were measured."""
    began, longest, measured, trainer, current = time.monotonic(), 0.0, 0, None, None
    for index, job in enumerate(jobs):
        now = time.monotonic()
        if deadline is not None and now + longest > deadline:
            print(f"time is up: {len(jobs) - index} left; run the same command again to go on", file=log)
            break
        if job.case != current or trainer is None:
            trainer, current = None, job.case
            free_memory(bench.device)
            if hasattr(torch, "_dynamo") and job.case.kernels == "compiled":
                torch._dynamo.reset()
                torch._dynamo.utils.counters.clear()
        trainer, result = attempt(trainer, job, bench)
        spent = time.monotonic() - now
        longest = max(longest, spent)
        if isinstance(result, dict):
            measured += 1
            append_line(bench.output, result)
            figures = result["measured"]
            said = f"{figures['stepSeconds']:.5g} s ± {100 * figures['spread']:.1f} %"
            if figures["spread"] > NOISY_SPREAD:
                said += " (noisy: is another program running?)"
            if figures["peakBytes"]:
                said += f", {figures['peakBytes'] / 2**30:.1f} GiB"
        else:
            reason, message = result
            append_line(failed_path(bench.output), {"id": job.id, "case": job.case.label, "pass": job.step_pass,
                                                    "reason": reason, "message": message})
            said = f"{reason}: {message.splitlines()[0][:120]}"
            if "CUDA error" in message or "HIP error" in message:
                raise UserError(f"{job.case.label} {job.step_pass}: {said}\nthe device is lost to this process: run again to go on")
        left = (time.monotonic() - began) / (index + 1) * (len(jobs) - index - 1)
        if deadline is not None:
            left = min(left, max(0.0, deadline - time.monotonic()))
        print(f"[{index + 1}/{len(jobs)}, {minutes(left)} left] {job.case.label} {job.step_pass}: {said}", file=log, flush=True)
    return measured


# ---- command line ----


def parser() -> argparse.ArgumentParser:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("output", nargs="?", default="runs.jsonl", type=Path, help="JSONL file to add to (default runs.jsonl)")
    p.add_argument("--quick", action="store_true", help="the cases a calibration needs; ends in 5 minutes")
    p.add_argument("--minutes", type=float, help="stop after so many minutes (5 with --quick, else no limit)")
    p.add_argument("--list", action="store_true", help="print the sweep, measure nothing")
    p.add_argument("--json", action="store_true", help="with --list: as JSON, with scenarios")
    p.add_argument("--probe", action="store_true", help="measure bandwidth and matmul rate, print a profile")
    p.add_argument("--profile", type=Path, help="profile of the device (JSON), instead of a catalogue id")
    p.add_argument("--device-id", help="the device's id in wallclock's catalogue")
    p.add_argument("--device", help="torch's device: cuda, cuda:1, mps, cpu (default: the best there is)")
    p.add_argument("--scale", choices=sorted(GRIDS), help="sizes (default: cpu small, mps medium, cuda large)")
    p.add_argument("--only", metavar="REGEX", help="only cases whose label matches, e.g. 'compiled|llama'")
    p.add_argument("--limit", type=int, help="stop after so many configurations")
    p.add_argument("--seconds", type=float, help="timed seconds a configuration (2; 1 with --quick)")
    p.add_argument("--retry", action="store_true", help="try again what failed before")
    return p


def read_profile(path: Optional[Path]) -> Optional[Dict[str, Any]]:
    if path is None:
        return None
    try:
        profile = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UserError(f"{path} is no profile: {error}") from error
    if not isinstance(profile, dict) or "memory" not in profile:
        raise UserError(f"{path} is no profile: it has no memory; --probe prints one")
    return profile


def only_known_rates(able: Abilities, profile: Optional[Dict[str, Any]]) -> Abilities:
    """A precision whose rate the profile does not give could not be predicted: it is not measured."""
    if profile is None:
        return able
    known: Set[str] = set()
    for key in ("effective_matmul_flops", "tensor_peak_dense_flops", "vector_peak_flops"):
        known |= {name for name, value in profile.get(key, {}).items() if value is not None}
    return able._replace(precisions=tuple(p for p in able.precisions if p in known))


def list_cases(cases: Sequence[Case], able: Abilities, reference: Tuple[str, Any], as_json: bool) -> None:
    """Prints the sweep: a line each, or JSON with scenarios, parameter counts and what is missing here."""
    jobs = jobs_of(cases, reference[0])
    if as_json:
        rows = [{"id": j.id, "pass": j.step_pass, "label": j.case.label, "parameters": parameter_count(j.case),
                 "missing": missing(j.case, able), "scenario": scenario_of(j.case, j.step_pass, reference[1])} for j in jobs]
        print(json.dumps(rows, indent=1))
        return
    for case in cases:
        reason = missing(case, able)
        print(f"{case.label}  {', '.join(passes_of(case))}" + (f"  (skipped: {reason})" if reason else ""))
    print(f"{len(cases)} cases, {len(jobs)} configurations")


def chosen_cases(args: argparse.Namespace, able: Abilities) -> List[Case]:
    scale = args.scale or SCALES.get(able.device_type, "medium")
    cases = sweep(GRIDS[scale], able, args.quick)
    try:
        chosen = [case for case in cases if args.only is None or re.search(args.only, case.label)]
    except re.error as error:
        raise UserError(f"--only {args.only} is no regular expression: {error}") from error
    if not chosen:
        raise UserError(f"--only {args.only} matches none of the {len(cases)} cases: --list prints them")
    return chosen


def require_folder(output: Path) -> None:
    """Before minutes are spent on what could not be written."""
    folder = output.parent
    if not folder.is_dir() or not os.access(folder, os.W_OK) or output.is_dir():
        raise UserError(f"{output} cannot be written: {'it is a folder' if output.is_dir() else f'{folder} is no folder to write to'}")


def ending(measured: int, output: Path) -> str:
    """What to do next; without a line in the file there is nothing to calibrate on."""
    if known_ids(output):
        return f"{measured} measured, in {output}; next: wallclock calibrate {output} -o mine.json"
    failed = failed_path(output)
    return f"nothing measured: {f'{failed} says why' if failed.exists() else '--list says what could be'}"


def open_jobs(args: argparse.Namespace, able: Abilities, device_id: str, log: TextIO) -> List[Job]:
    """What is left to do: possible here, not measured yet and, unless --retry, not failed before."""
    cases = chosen_cases(args, able)
    for case in cases:
        reason = missing(case, able)
        if reason is not None:
            print(f"skipped, {reason}: {case.label}", file=log)
    done = known_ids(args.output) | (set() if args.retry else known_ids(failed_path(args.output)))
    jobs = jobs_of([case for case in cases if missing(case, able) is None], device_id)
    left = [job for job in jobs if job.id not in done]
    if len(left) < len(jobs):
        print(f"{len(jobs) - len(left)} of {len(jobs)} configurations were done before", file=log)
    return left if args.limit is None else left[: args.limit]


def main(argv: Optional[Sequence[str]] = None) -> int:
    args, began, log = parser().parse_args(argv), time.monotonic(), sys.stderr
    profile = read_profile(args.profile)
    if args.list:
        able = EVERYTHING if torch is None else abilities_of(pick_device(args.device))
        if torch is None and args.device == "cpu":
            able = able._replace(device_type="cpu")
        device_id = args.device_id or (profile or {}).get("id", "device")
        able = only_known_rates(able, profile)
        list_cases(chosen_cases(args, able), able, (device_id, profile or device_id), args.json)
        return 0
    device = pick_device(args.device)
    if args.probe:
        print(json.dumps(probe(device), indent=1))
        return 0
    require_folder(args.output)
    device_id, reference = device_ref(device, args.device_id, profile)
    jobs = open_jobs(args, only_known_rates(abilities_of(device), profile), device_id, log)
    limit = args.minutes or (5.0 if args.quick else None)
    bench = Bench(device, device_id, reference, args.output, args.seconds or (1.0 if args.quick else 2.0), source_of(device))
    measured = run_jobs(jobs, bench, None if limit is None else began + 60 * limit, log)
    print(ending(measured, args.output), file=log)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except UserError as error:
        sys.exit(f"measure.py: {error}")
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:  # --list | head: what is left has no reader, and closing stdout would complain once more
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
