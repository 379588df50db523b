"""The files that the package ships, back to weights: ``python training/from_onnx.py --out FILE``.

The file is what ``train.py --resume FILE --fresh`` goes on from, and what ``--teachers`` takes. It
holds what int8 kept of the weights that were learned, so a run from it begins where the shipped
files are, and no step of the optimiser is in it.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from model import LARGE, LAYERS, LINK_HEADS, Reader
from sayso.parse.pieces import SHAPES

SHIPPED = Path(__file__).parents[1] / "src/sayso/parse/weights"


def arrays_of(folder: Path) -> dict[str, np.ndarray]:
    """Return the arrays of the encoder by name, those in int8 as the numbers they stand for."""
    graph = onnx.load(folder / "encoder.onnx").graph
    raw = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    out = {}
    for name, values in raw.items():
        base, _, ending = name.rpartition("_")
        if ending == "quantized":
            step, zero = raw[base + "_scale"], raw[base + "_zero_point"].astype(np.float32)
            out[base] = (values.astype(np.float32) - zero) * step
        elif base + "_quantized" not in raw:
            out[name] = values.astype(np.float32)
    return out


class Names(dict[str, np.ndarray]):
    """Weights by the names of ``Reader``."""

    def linear(self, name: str, weight: np.ndarray, bias: np.ndarray) -> None:
        """Take a linear layer; ``weight`` (in, out) as ONNX has it."""
        self[name + ".weight"], self[name + ".bias"] = weight.T, bias

    def parted(self, widths: dict[str, int], weight: np.ndarray, bias: np.ndarray) -> None:
        """Take the linear layers that stand side by side in one product."""
        at = 0
        for name, wide in widths.items():
            self.linear(name, weight[:, at : at + wide], bias[at : at + wide])
            at += wide


def state_of(folder: Path) -> tuple[dict[str, torch.Tensor], dict[str, list[str]]]:
    """Return the weights by the names of ``Reader``, and the labels of its heads."""
    told = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    a, heads = arrays_of(folder), dict(np.load(folder / "heads.npz"))
    out = Names({f"encoder.{table}.weight": a[table] for table in ("piece", "place", "shape")})
    out |= {"encoder.norm.weight": a["norm.w"], "encoder.norm.bias": a["norm.b"]}
    for n in range(LAYERS):
        to, p = f"encoder.layers.{n}.", f"l{n}."
        biases = {"qkv": a[p + "qkv.b"], "up": a[p + "up.b"], "down": a[p + "norm2.bias"]}
        for part, bias in biases.items():
            even = 1 / a[f"{p}{part}.even"]
            out[f"{to}into_{part}.large"] = even * LARGE
            out.linear(to + part, a[f"{p}{part}.w"] / even[:, None], bias)
        out.linear(to + "out", a[p + "out.w"], a[p + "norm1.bias"])
        for norm in ("norm1", "norm2"):
            out |= {f"{to}{norm}.weight": a[f"{p}{norm}.w"], f"{to}{norm}.bias": a[f"{p}{norm}.b"]}
    widths = {f"tags.{head}": len(labels) for head, labels in told["tags"].items()}
    widths |= {f"roles.{kind}.word": len(heads[f"roles.{kind}.bias"]) for kind in told["roles"]}
    out.parted(widths, a["tags.w"], a["tags.b"])
    arc, rel = len(heads["root.arc"]), len(heads["root.rel"])
    widths = {"arc_of": arc, "arc_to": arc, "rel_of": rel, "rel_to": rel}
    out.parted(widths, a["tree.linear.w"], a["tree.linear.b"])
    out |= {"arc": heads["arc"], "rel": heads["rel"]}
    for kind in told["roles"]:
        base = f"roles.{kind}."
        out.linear(base + "anchor", heads[base + "anchor"], heads[base + "bias"])
        out.linear(base + "out", heads[base + "out"], heads[base + "out.bias"])
        out[base + "distance.weight"] = heads[base + "distance"]
    for kind in LINK_HEADS:
        base = f"links.{kind}."
        for part in ("later", "earlier"):
            out.linear(base + part, heads[base + part], heads[f"{base}{part}.bias"])
        out[base + "u"] = heads[base + "u"]
        out.linear(base + "none", heads[base + "none"][:, None], heads[base + "none.bias"])
    tensors = {k: torch.from_numpy(np.array(v, np.float32)) for k, v in out.items()}
    tensors["root"] = root_of(tensors, heads)
    return tensors, told["tags"] | {"rel": told["rel"]}


def root_of(tensors: dict[str, torch.Tensor], heads: dict[str, np.ndarray]) -> torch.Tensor:
    """Return a vector of the root that gives what is shipped of it: only its products are."""
    weight = torch.cat([tensors["arc_to.weight"], tensors["rel_to.weight"]])
    bias = torch.cat([tensors["arc_to.bias"], tensors["rel_to.bias"]])
    want = torch.from_numpy(np.concatenate([heads["root.arc"], heads["root.rel"]]).astype("f4"))
    root = torch.zeros(weight.shape[1], requires_grad=True)
    fit = torch.optim.LBFGS([root], max_iter=500, line_search_fn="strong_wolfe")

    def far() -> torch.Tensor:
        fit.zero_grad()
        loss = (torch.nn.functional.gelu(weight @ root + bias) - want).square().sum()
        loss.backward()
        return loss

    fit.step(far)
    return root.detach()


def main() -> None:
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("weights", nargs="?", type=Path, default=SHIPPED, help="folder of the files")
    ask.add_argument("--out", type=Path, required=True)
    args = ask.parse_args()
    state, labels = state_of(args.weights)
    net = Reader(len(state["encoder.piece.weight"]), SHAPES, labels)
    net.load_state_dict(state)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"net": state, "average": state, "labels": labels, "step": 0}, args.out)
    print(f"{args.out}: {sum(v.numel() for v in state.values())} numbers")


if __name__ == "__main__":
    main()
