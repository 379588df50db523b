"""The status of an event where its words plainly say another than the encoder."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from sayso.record.vocabulary import Status

NOT = frozenset({"not", "n't", "n’t", "never"})
#: What a denied verb may have been taken for.
TOLD = frozenset({"happened", "ongoing", "planned"})
#: Beginnings of verbs that say of the act they govern that it is not done, or held over somebody.
UNDOING = ("refus", "declin", "cancel", "scrap")
THREATENING = "threaten"
#: Beginnings of verbs that say no more of a noun than that it comes about.
BRINGING = ("impos", "held", "hold", "happen", "carri", "carry", "tak", "took")
GOVERNED = frozenset({"obj", "xcomp", "nsubj:pass"})


def status_told(doc: Doc, start: int, end: int, status: Status) -> Status:
    """Return the status of the event at tokens ``start`` to ``end``, ``status`` where no rule says.

    "The army has *not returned fire*", "*no* convoy *reached* the city", "refused to *meet* him"
    and "the *visit* was cancelled" are negated; "threatened to *storm* the town" is threatened.
    """
    head = doc[start:end].root
    if status in TOLD and any(_denials(head)):
        return "negated"
    if head.dep_ not in GOVERNED:
        return status
    over = head.head.lower_
    if over.startswith(UNDOING):
        return "negated"
    if over.startswith(THREATENING) and status in ("planned", "demanded", "possible"):
        return "threatened"
    brought = head.pos_ == "NOUN" and head.dep_ == "nsubj:pass" and over.startswith(BRINGING)
    return "negated" if brought and status in TOLD and any(_denials(head.head)) else status


def _denials(head: Token) -> Iterator[bool]:
    for child in head.children:
        if child.dep_ == "advmod":
            yield child.lower_ in NOT
        elif child.dep_ == "det":
            yield child.lower_ == "no"
        elif child.dep_ in ("nsubj", "nsubj:pass"):
            yield any(c.dep_ == "det" and c.lower_ == "no" for c in child.children)
