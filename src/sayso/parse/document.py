"""A text to a spaCy Doc: tokens, then the marks of every window set on them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, POS
from spacy.parts_of_speech import IDS as POS_IDS
from spacy.tokens import Doc

from sayso.language.anchors import KEY, LINKS, TELLING, Anchor, Role
from sayso.language.spans import TEXT
from sayso.parse.heads import DEFAULT, Marks, entities_of, read_marks, telling
from sayso.parse.lemmas import lemma
from sayso.parse.model import Model, on_one_thread
from sayso.parse.tokens import paragraph_starts, spaces_of, tokenise
from sayso.parse.trees import Ints
from sayso.parse.windows import cut

#: So many windows are read together: steps in common cost less, and memory stays bounded.
TOGETHER = 8
ATTRIBUTES = [HEAD, DEP, POS, LEMMA, MORPH, ENT_IOB, ENT_TYPE]
#: Marks behind which a sentence goes on. Behind letters and digits it goes on as well.
GOES_ON = frozenset({",", "(", "[", "'", "’", "$", "€", "£", "/", "&", "+"})
#: spaCy's codes of a token at the beginning, inside and outside of an entity.
BEGIN, INSIDE, OUTSIDE = 3, 1, 2
#: The heads that mark entities; where two overlap the first one's stand.
ENTITIES = ("ner", "arms")


def parse(text: str, model: Model, *, kinds: tuple[str, ...] = DEFAULT) -> Doc:
    """Return the text as a parsed Doc; ``doc.text == text``.

    Tokens carry POS, morphology, lemma, head and relation (basic Universal Dependencies),
    sentences and entities; ``language.anchors`` gives what the other heads marked.
    """
    doc = tokenise(text)
    doc.user_data[TEXT] = text
    return annotate(doc, model, kinds=kinds)


def annotate(doc: Doc, model: Model, *, kinds: tuple[str, ...] = DEFAULT) -> Doc:
    """Set the parse on a tokenised Doc and return it; a tree that it has already stays."""
    words = [t.text for t in doc]
    if not words:
        return doc
    starts = paragraph_starts(doc)
    ends = [not w[-1:].isalnum() and w not in GOES_ON for w in words]
    pieces = [model.pieces.of(w) for w in words]
    lengths = [len(ids) for ids, _ in pieces]
    marks, tags, vectors = [], [], []
    windows = cut(words, lengths, starts)
    with on_one_thread():
        for some in (windows[n : n + TOGETHER] for n in range(0, len(windows), TOGETHER)):
            inside = slice(some[0].start, some[-1].stop)
            outputs = [model.run(model.pieces.joined(pieces[r.start : r.stop])) for r in some]
            read = read_marks(model, outputs, starts[inside], kinds, ends=ends[inside])
            marks.append((inside.start, read))
            tags += [scores for _, scores, _ in outputs]
            vectors += [own.astype(np.float16) for own, _, _ in outputs]
    doc.tensor = np.concatenate(vectors)
    doc.user_data[TELLING] = telling(model, tags)
    if not doc.has_annotation("DEP"):
        names = [e for head in ENTITIES for e in entities_of(model, tags, words, head)]
        _set(doc, words, marks, names)
    doc.user_data[KEY] = _joined_anchors(marks, kinds)
    doc.user_data[LINKS] = _joined_links(marks)
    return doc


def _set(
    doc: Doc,
    words: Sequence[str],
    marks: list[tuple[int, Marks]],
    names: list[tuple[int, int, str]],
) -> None:
    rows = np.zeros((len(doc), len(ATTRIBUTES)), dtype=np.int64)
    add, vocabulary = doc.vocab.strings.add, doc.vocab
    for base, m in marks:
        n = len(m.upos)
        block = rows[base : base + n]
        block[:, 0] = m.heads - np.arange(n)
        block[:, 1] = _codes(m.relations, add)
        block[:, 2] = [POS_IDS[u] for u in m.upos]
        lemmas = map(lemma, words[base : base + n], m.lemma, m.upos)
        block[:, 3] = _codes(list(lemmas), add)
        block[:, 4] = _codes(m.feats, vocabulary.morphology.add)
    entity = [OUTSIDE] * len(doc)
    for a, b, label in names:
        if entity[a:b].count(OUTSIDE) == b - a:
            entity[a:b] = [BEGIN] + [INSIDE] * (b - a - 1)
            rows[a:b, 6] = _signed(add(label))
    rows[:, 5] = entity
    _set_spaces(doc, rows)
    doc.from_array(ATTRIBUTES, rows.view(np.uint64))  # type: ignore[arg-type]


def _codes(names: Sequence[str], add: Callable[[str], int]) -> list[int]:
    """The codes that ``add`` gives names, each asked for once."""
    known = {name: _signed(add(name)) for name in set(names)}
    return [known[name] for name in names]


def _set_spaces(doc: Doc, rows: Ints) -> None:
    """White space hangs on the word before it, and nothing hangs on white space."""
    spaces = spaces_of(doc)
    if not spaces:
        return
    is_space = np.zeros(len(doc), dtype=bool)
    is_space[spaces] = True
    at = np.arange(len(doc))
    target = at + rows[:, 0]
    for _ in range(4):  # a head that is white space hands over to that one's head
        onto = is_space[target] & (target != at)
        target = np.where(onto, target[target], target)
    target = np.where(is_space[target], at, target)
    rows[(target == at) & (rows[:, 0] != 0), 1] = _signed(doc.vocab.strings.add("root"))
    rows[:, 0] = target - at
    dep, pos = _signed(doc.vocab.strings.add("dep")), POS_IDS["SPACE"]
    for i in spaces:
        rows[i, 0] = -1 if i else 0
        rows[i, 1:5] = dep, pos, rows[i, 3], 0


def _signed(key: int) -> int:
    """The same 64 bits, read as a signed number."""
    return key - (1 << 64) if key >= 1 << 63 else key


def _joined_anchors(
    marks: list[tuple[int, Marks]], kinds: tuple[str, ...]
) -> dict[str, list[Anchor]]:
    return {kind: [_moved(a, base) for base, m in marks for a in m.anchors[kind]] for kind in kinds}


def _moved(anchor: Anchor, by: int) -> Anchor:
    if not by:
        return anchor
    roles = tuple(Role(r.name, r.start + by, r.end + by, r.score) for r in anchor.roles)
    return replace(
        anchor, start=anchor.start + by, end=anchor.end + by, roles=roles, first=anchor.first + by
    )


def _joined_links(marks: list[tuple[int, Marks]]) -> dict[str, dict[int, tuple[int, float]]]:
    out: dict[str, dict[int, tuple[int, float]]] = {}
    for base, m in marks:
        for head, links in m.links.items():
            found = out.setdefault(head, {})
            found.update({w + base: (e + base, p) for w, (e, p) in links.items()})
    return out
