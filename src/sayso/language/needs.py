"""Words that tell of hunger, sickness or want: what one warns of without threatening anybody."""

from __future__ import annotations

from spacy.tokens import Doc, Token

NEEDS = frozenset(
    ["cholera", "drought", "epidemic", "famine", "hunger", "hungry", "malnutrition", "outbreak",
     "shortage", "starvation", "starve", "starving"]
)  # fmt: skip
#: What one may run out of.
STORES = frozenset(
    ["blood", "bread", "food", "fuel", "grain", "medicine", "power", "rations", "supplies", "water"]
)
RUNNING = frozenset({"ran", "run", "running", "runs"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def is_of_need(doc: Doc, start: int, end: int) -> bool:
    """Tell whether the words at tokens ``start`` to ``end`` tell of hunger, sickness or want.

    "Thousands will *starve*", "they will *run out* of grain"; not where a pronoun does it: "it
    would *starve* them" may be who speaks.
    """
    for word in doc[start:end]:
        if word.lemma_.lower() in NEEDS or word.lower_ in NEEDS or _runs_out(word):
            return not any(c.dep_ in SUBJECTS and c.pos_ == "PRON" for c in word.children)
    return False


def _runs_out(word: Token) -> bool:
    """Tell whether a verb is "run out" of what one lives on."""
    if word.lower_ not in RUNNING or word.doc[word.i + 1 : word.i + 2].text.lower() != "out":
        return False
    return any(t.lemma_.lower() in STORES or t.lower_ in STORES for t in word.subtree)
