"""What ``whole.py learn`` saved to the files that the package ships.

    python training/to_second.py RUNS/second.pt

Writes second.onnx (the encoder in int8; its table of pieces is table.bin, byte for byte) and the
arrays of the nets on top (``again.`` in second.npz, beside what ``second.py`` learned), and their
hashes to the checksums.
"""

from __future__ import annotations

import argparse
import hashlib
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from from_onnx import arrays_of
from model import SMALL, Encoder
from offers import INNER, KEPT, PARTY, STATE, Net
from sayso.parse.model import AGAIN, FOLDER, SECOND
from sayso.parse.pieces import SHAPES
from second import Scale, arrays, keep
from to_onnx import MS, TABLE, Graph, encoder_graph
from whole import MARKS

TABLE_FILE = "table.bin"


def graph_of(encoder: Encoder) -> onnx.ModelProto:
    """Return the float model: ids, shapes with marks, and first pieces to the vectors of words."""
    g = Graph()
    hidden = encoder_graph(encoder, g)
    g.arrays.append(numpy_helper.from_array(np.array([0], dtype=np.int64), "axis"))
    flat = g.node("Squeeze", [hidden, "axis"], "flat")
    g.node("Gather", [flat, "first"], "words", axis=0)
    known, ints = helper.make_tensor_value_info, TensorProto.INT32
    inputs = [known(name, ints, [1, "pieces"]) for name in ("ids", "shapes")]
    inputs.append(known("first", ints, ["words"]))
    outputs = [known("words", TensorProto.FLOAT, ["words", None])]
    graph = helper.make_graph(g.nodes, "again", inputs, outputs, g.arrays)
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MS, 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=8)


def write_graph(model: onnx.ModelProto, folder: Path) -> None:
    """Write a model in int8; ValueError where its table of pieces is not the one in the folder."""
    table = hashlib.sha256((folder / TABLE_FILE).read_bytes()).hexdigest()
    with tempfile.TemporaryDirectory() as name:
        whole, small = Path(name) / "float.onnx", Path(name) / "int8.onnx"
        onnx.save(model, whole)
        inside = [n.name for n in model.graph.node if n.name.startswith(("l", "embedded"))]
        quantize_dynamic(
            whole, small, weight_type=QuantType.QInt8, per_channel=True, nodes_to_quantize=inside,
            extra_options={"MatMulConstBOnly": True, "DefaultTensorType": TensorProto.FLOAT},
        )  # fmt: skip
        apart = {"location": TABLE_FILE, "size_threshold": TABLE}
        onnx.save(onnx.load(small), Path(name) / AGAIN, save_as_external_data=True, **apart)
        own = hashlib.sha256((Path(name) / TABLE_FILE).read_bytes()).hexdigest()
        if own != table:
            raise ValueError(f"the table of pieces is not that of {folder / TABLE_FILE}")
        (folder / AGAIN).write_bytes((Path(name) / AGAIN).read_bytes())


def nets_of(state: dict[str, torch.Tensor], kind: str) -> dict[str, np.ndarray]:
    """Return the arrays of the nets of one kind, from the state of a ``Judge``."""
    parts: dict[str, dict[str, torch.Tensor]] = {}
    for name, values in state.items():
        if name.startswith(f"nets.{kind}."):
            number, _, part = name.removeprefix(f"nets.{kind}.").partition(".")
            parts.setdefault(number, {})[part] = values
    own, nets = len(state[kind + "_middle"]), []
    for weights in parts.values():
        told = weights["inner.weight"].shape[1] - 2 * INNER
        net = Net(KEPT + own, told, len(weights["out.bias"]), beside=kind == PARTY)
        net.load_state_dict(weights)
        nets.append(net)
    scale = Scale(
        *(
            state[k].numpy()
            for k in (kind + "_mean", f"axes.{kind}", kind + "_middle", kind + "_size")
        )
    )
    return arrays(kind, nets, scale)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ask.add_argument("learned", type=Path, help="what whole.py learn saved")
    ask.add_argument("--weights", type=Path, default=FOLDER)
    args = ask.parse_args()
    saved = torch.load(args.learned, weights_only=False)
    learned = {part: {k: v.float() for k, v in own.items()} for part, own in saved.items()}
    table = torch.from_numpy(arrays_of(args.weights)["piece"])
    encoder = Encoder(len(table), SHAPES * MARKS, SMALL)
    encoder.load_state_dict({**learned["encoder"], "piece.weight": table})
    write_graph(graph_of(encoder.eval()), args.weights)
    known = dict(np.load(args.weights / SECOND)) if (args.weights / SECOND).exists() else {}
    out = {k: v for k, v in known.items() if not k.startswith("again.")}
    for kind in (PARTY, STATE):
        out |= {f"again.{k}": v for k, v in nets_of(learned["judge"], kind).items()}
    keep(args.weights, out)


if __name__ == "__main__":
    main()
