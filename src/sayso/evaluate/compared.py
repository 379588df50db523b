"""Two sets of weights to how often they read a word of the same texts otherwise, in per cent.

``python -m sayso.evaluate.compared WEIGHTS TEXTS ... [--to WEIGHTS]``. Treebanks tell how right a
parse is on treebanks; weights that have gone wrong on news alone are seen here.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from spacy.tokens import Token

from sayso.errors import SaysoError
from sayso.evaluate.gold import read_texts
from sayso.parse.document import parse
from sayso.parse.model import FOLDER, Model, model


def read_otherwise(texts: Iterable[str], one: Model, other: Model) -> tuple[int, Counter[str]]:
    """Return how many words the texts have, and how many are read otherwise, by layer."""
    words, differ = 0, Counter[str]()
    for text in texts:
        for a, b in zip(parse(text, one), parse(text, other), strict=True):
            if not a.is_space:
                words += 1
                before, after = _layers(a), _layers(b)
                differ.update(layer for layer in before if before[layer] != after[layer])
    return words, differ


def _layers(token: Token) -> dict[str, str | int]:
    return {"part of speech": token.pos_, "lemma": token.lemma_, "head": token.head.i,
            "relation": token.dep_, "entity": token.ent_type_}  # fmt: skip


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ask.add_argument("weights", type=Path)
    ask.add_argument("texts", type=Path, nargs="+")
    ask.add_argument("--to", type=Path, default=FOLDER, help="by default the weights shipped")
    args = ask.parse_args()
    try:
        texts = [item["text"] for path in args.texts for item in read_texts(path).values()]
        words, differ = read_otherwise(texts, model(args.weights), model(args.to))
    except SaysoError as fault:
        sys.exit(str(fault))
    print(f"{words} words")
    for layer, n in differ.most_common():
        print(f"{layer:16}{100 * n / max(1, words):6.2f}")


if __name__ == "__main__":
    main()
