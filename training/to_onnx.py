"""Weights to the files that the package ships: ``python training/to_onnx.py last.pt --out FOLDER``.

Writes encoder.onnx (the encoder and the linear heads behind it in int8), table.bin (its table
of pieces: with --freeze the same from version to version), heads.npz (what is computed for anchors
alone, in half precision), labels.json, vocabulary.txt and checksums.json.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from data import ROLES
from model import HEADS, LAYERS, WIDTH, Encoder, Reader, Rounded
from sayso.parse.model import AGAIN, SECOND
from sayso.parse.pieces import SHAPES

FORMAT = 2
MS = "com.microsoft"
#: An array of more bytes than this stands in a file of its own; the table of pieces is the one.
TABLE = 4_000_000


class Graph:
    """A graph in the making: nodes in order, and the arrays that they use."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.arrays: list[onnx.TensorProto] = []

    def array(self, name: str, values: torch.Tensor) -> str:
        plain = np.ascontiguousarray(values.detach().float().numpy())
        self.arrays.append(numpy_helper.from_array(plain, name))
        return name

    def node(self, op: str, inputs: list[str], name: str, *, domain: str = "", **options) -> str:  # type: ignore[no-untyped-def]
        outputs = [name, *options.pop("more", [])]
        self.nodes.append(
            helper.make_node(op, inputs, outputs, name=name, domain=domain, **options)
        )
        return name


def encoder_graph(e: Encoder, g: Graph) -> str:
    tables = [g.array("piece", e.piece.weight), g.array("place", e.place.weight)]
    tables += [g.array("shape", e.shape.weight)]
    tables += [g.array("norm.w", e.norm.weight), g.array("norm.b", e.norm.bias)]
    options = {"domain": MS, "epsilon": 1e-12, "more": ["mask_index"]}
    x = g.node("EmbedLayerNormalization", ["ids", "shapes", *tables], "embedded", **options)
    for n, layer in enumerate(e.layers):
        p = f"l{n}."
        y, w = evened(g, p + "qkv", x, layer.into_qkv, layer.qkv)
        qkv = [g.array(p + "qkv.w", w), g.array(p + "qkv.b", layer.qkv.bias)]
        a = g.node("Attention", [y, *qkv], p + "attention", domain=MS, num_heads=HEADS)
        a = g.node("MatMul", [a, g.array(p + "out.w", layer.out.weight.T)], p + "out")
        x = norm(g, p + "norm1", x, a, layer.norm1, layer.out.bias)
        y, w = evened(g, p + "up", x, layer.into_up, layer.up)
        u = g.node("MatMul", [y, g.array(p + "up.w", w)], p + "up")
        u = g.node("Add", [u, g.array(p + "up.b", layer.up.bias)], p + "up.biased")
        u = g.node("Gelu", [u], p + "gelu", domain=MS)
        y, w = evened(g, p + "down", u, layer.into_down, layer.down)
        d = g.node("MatMul", [y, g.array(p + "down.w", w)], p + "down")
        x = norm(g, p + "norm2", x, d, layer.norm2, layer.down.bias)
    assert n + 1 == LAYERS
    return x


def evened(
    g: Graph, name: str, x: str, rounded: Rounded, linear: torch.nn.Linear
) -> tuple[str, torch.Tensor]:
    """Return both sides of a product, what its columns are divided by moved to the weights."""
    even = rounded.even()
    return g.node("Mul", [x, g.array(name + ".even", 1 / even)], name + ".evened"), (
        linear.weight * even
    ).T


def norm(g: Graph, name: str, x: str, y: str, layer: torch.nn.LayerNorm, bias: torch.Tensor) -> str:
    """A sum and its norm: the one step that ONNX Runtime has for both takes far longer."""
    biased = g.node("Add", [y, g.array(name + ".bias", bias)], name + ".biased")
    total = g.node("Add", [x, biased], name + ".sum")
    parts = [g.array(name + ".w", layer.weight), g.array(name + ".b", layer.bias)]
    return g.node("LayerNormalization", [total, *parts], name, axis=-1, epsilon=1e-12)


def linear(g: Graph, name: str, x: str, weight: torch.Tensor, bias: torch.Tensor) -> str:
    y = g.node("MatMul", [x, g.array(name + ".w", weight.T)], name + ".product")
    return g.node("Add", [y, g.array(name + ".b", bias)], name)


def build(net: Reader) -> tuple[onnx.ModelProto, list[str]]:
    """Return the float model and the order of the tag heads in its output ``tags``.

    Behind them stand the words as the layer of each kind of roles takes them.
    """
    g = Graph()
    hidden = encoder_graph(net.encoder, g)
    g.arrays.append(numpy_helper.from_array(np.array([0], dtype=np.int64), "axis"))
    flat = g.node("Squeeze", [hidden, "axis"], "flat")
    words = g.node("Gather", [flat, "first"], "words", axis=0)
    order = list(net.tags)
    own = [*(net.tags[h] for h in order), *(r.word for r in net.roles.values())]
    weights, biases = torch.cat([k.weight for k in own]), torch.cat([k.bias for k in own])
    linear(g, "tags", words, weights, biases)
    parts = [net.arc_of, net.arc_to, net.rel_of, net.rel_to]
    tree = linear(
        g,
        "tree.linear",
        words,
        torch.cat([p.weight for p in parts]),
        torch.cat([p.bias for p in parts]),
    )
    g.node("Gelu", [tree], "tree", domain=MS)
    ints, floats = TensorProto.INT32, TensorProto.FLOAT
    known = helper.make_tensor_value_info
    inputs = [known(name, ints, [1, "pieces"]) for name in ("ids", "shapes")]
    inputs.append(known("first", ints, ["words"]))
    outputs = [known(name, floats, ["words", None]) for name in ("words", "tags", "tree")]
    graph = helper.make_graph(g.nodes, "sayso", inputs, outputs, g.arrays)
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MS, 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=8), order


def heads(net: Reader) -> dict[str, np.ndarray]:
    """Return the arrays of the heads that are computed outside of the graph."""
    out = {"arc": net.arc, "rel": net.rel}
    root = net.root[None]
    out["root.arc"] = torch.nn.functional.gelu(net.arc_to(root))[0]
    out["root.rel"] = torch.nn.functional.gelu(net.rel_to(root))[0]
    for kind, r in net.roles.items():
        base = f"roles.{kind}."
        out |= {base + "anchor": r.anchor.weight.T, base + "bias": r.anchor.bias}
        out |= {base + "distance": r.distance.weight}
        out |= {base + "out": r.out.weight.T, base + "out.bias": r.out.bias}
    for kind, k in net.links.items():
        base = f"links.{kind}."
        out |= {base + "later": k.later.weight.T, base + "later.bias": k.later.bias}
        out |= {base + "earlier": k.earlier.weight.T, base + "earlier.bias": k.earlier.bias}
        out |= {base + "u": k.u, base + "none": k.none.weight[0], base + "none.bias": k.none.bias}
    return {k: v.detach().numpy().astype(np.float16) for k, v in out.items()}


def main() -> None:
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("weights", type=Path)
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--start", type=Path, default=None, help="folder with vocab.txt")
    ask.add_argument("--which", choices=["average", "net"], default="average")
    ask.add_argument(
        "--float", action="store_true", help="also write encoder.float.onnx, to compare"
    )
    args = ask.parse_args()
    from train import start_folder

    state = torch.load(args.weights, weights_only=False, map_location="cpu")
    vocabulary = ((args.start or start_folder()) / "vocab.txt").read_text(encoding="utf-8")
    net = Reader(len(vocabulary.rstrip("\n").split("\n")), SHAPES, state["labels"])
    net.load_state_dict(state[args.which])
    net.eval()
    args.out.mkdir(parents=True, exist_ok=True)
    model, order = build(net)
    with tempfile.TemporaryDirectory() as folder:
        whole, small = Path(folder) / "float.onnx", Path(folder) / "int8.onnx"
        onnx.save(model, whole)
        if args.float:
            onnx.save(model, args.out / "encoder.float.onnx")
        products = ("l", "embedded", "tags", "tree.linear")
        quantised = [n.name for n in model.graph.node if n.name.startswith(products)]
        quantize_dynamic(
            whole,
            small,
            weight_type=QuantType.QInt8,
            per_channel=True,
            nodes_to_quantize=quantised,
            extra_options={"MatMulConstBOnly": True, "DefaultTensorType": TensorProto.FLOAT},
        )
        (args.out / "table.bin").unlink(missing_ok=True)  # it would be appended to
        for name in (SECOND, AGAIN):  # they go with the encoder of before
            (args.out / name).unlink(missing_ok=True)
        apart = {"location": "table.bin", "size_threshold": TABLE}
        onnx.save(onnx.load(small), args.out / "encoder.onnx", save_as_external_data=True, **apart)
        (args.out / "table.bin").chmod(0o644)
    np.savez(args.out / "heads.npz", **heads(net))
    labels = {"format": FORMAT, "width": WIDTH, "tags": {h: state["labels"][h] for h in order},
              "rel": state["labels"]["rel"], "roles": ROLES}  # fmt: skip
    (args.out / "labels.json").write_text(json.dumps(labels, indent=0) + "\n", encoding="utf-8")
    (args.out / "vocabulary.txt").write_text(vocabulary, encoding="utf-8")
    names = ["encoder.onnx", "table.bin", "heads.npz", "labels.json", "vocabulary.txt"]
    sums = {n: hashlib.sha256((args.out / n).read_bytes()).hexdigest() for n in names}
    (args.out / "checksums.json").write_text(json.dumps(sums, indent=1) + "\n", encoding="utf-8")
    print({n: (args.out / n).stat().st_size for n in names})


if __name__ == "__main__":
    main()
