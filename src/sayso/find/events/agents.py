"""Who is told behind "by" to do what a noun names."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from sayso.find.events.parties import agent_of, is_load
from sayso.language.anchors import Role, anchors
from sayso.language.spans import case_of, head_of

Marked = list[tuple[Role, Token]]
#: Beginnings of verbs that only say that an act was done.
DONE = ("carri", "commit", "conduct", "execut", "launch", "mount", "perpetrat", "stag", "wag")
#: What a clause about a noun hangs on it by, and a saying in it: "which Orla says was done by".
ABOUT = frozenset({"acl", "acl:relcl"})
PARTIES = frozenset({"NOUN", "PRON", "PROPN"})
#: How a word that names the doer stands before the noun of his act.
BEFORE = frozenset({"amod", "compound", "nmod:poss"})
#: By what, and not by whom, something is done.
MEANS = frozenset(
    ["air", "bullet", "bus", "consensus", "crossfire", "decree", "error", "fire", "force",
     "gunfire", "hand", "land", "law", "letter", "lightning", "majority", "means", "mistake",
     "order", "phone", "post", "rail", "road", "sea", "shelling", "shrapnel", "strike", "telephone",
     "train", "video", "vote"]
)  # fmt: skip
#: Types of what several do together, whoever of them is told behind "by".
MUTUAL = frozenset({"CONSULT", "COOPERATE"})


def agent(doc: Doc, start: int, end: int) -> Token | None:
    """Return who is told behind "by" to do what the noun at tokens ``start`` to ``end`` names.

    "The killing of a judge *by gunmen*", "the assault was carried out *by marines*", "an attack,
    which Orla says was staged *by Lund*"; None for a verb, whose agent the encoder sees well.
    """
    head = head_of(doc, start, end)
    found = None if head.pos_ == "VERB" else next(_agents(head), None)
    return found if found is not None and _is_party(found) else None


def _agents(noun: Token) -> Iterator[Token]:
    yield from _behind_by(noun)
    for child in noun.children:
        if child.dep_ == "nmod" and case_of(child) == "of":
            yield from _behind_by(child)
        if child.dep_ in ABOUT:
            said = (c for c in child.children if c.dep_ == "ccomp")
            yield from _doing((child, *said))
    if noun.dep_ == "nsubj:pass":
        yield from _doing((noun.head,))


def _behind_by(noun: Token) -> Iterator[Token]:
    return (c for c in noun.children if c.dep_ == "nmod" and case_of(c) == "by")


def _doing(verbs: tuple[Token, ...]) -> Iterator[Token]:
    """Yield who does what verbs only say to have been done."""
    for verb in verbs:
        by = agent_of(verb) if verb.lower_.startswith(DONE) else None
        if by is not None:
            yield by


def _is_party(noun: Token) -> bool:
    """Tell whether a noun may name a doer: no day ("by Monday"), no thing that did harm, no act
    ("killed by *shelling*") and no means ("by *decree*")."""
    if noun.pos_ not in PARTIES or noun.ent_type_ == "Date" or is_load(noun):
        return False
    acts = any(a.start <= noun.i < a.end for a in anchors(noun.doc, "event"))
    return not acts and noun.lemma_.lower() not in MEANS


def of_agent(trigger: Token, kept: Marked, kind: str) -> Marked:
    """The doers of what a noun names, where one of them is told behind "by": without others, who
    are only judged or blamed for it ("sentenced *two men* for a killing by gunmen")."""
    if kind in MUTUAL or trigger.pos_ != "NOUN":
        return kept
    by = next(_agents(trigger), None)
    row = {by, *(c for c in by.children if c.dep_ == "conj")} if by is not None else set()
    if not any(noun in row for _, noun in kept):
        return kept
    return [(r, n) for r, n in kept if n in row or (n.head == trigger and n.dep_ in BEFORE)]
