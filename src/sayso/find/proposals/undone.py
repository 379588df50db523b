"""What would end a proposal and has not: only threatened, asked for, or told not to be."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.find.proposals.clauses import bases
from sayso.find.proposals.parties import case_of

#: Words beside a verb that tell what is not, or not yet.
UNREAL = frozenset({"not", "n't", "never", "would", "could", "if", "may", "might", "will", "must"})
#: "hoped to reach a deal": nobody has it yet.
HOPING = frozenset(
    {"hope", "try", "seek", "want", "aim", "expect", "wish", "attempt", "fail", "unable"}
)
#: "*threatened to suspend* it", "*called on* Oslo *to* leave it": nobody has.
WISHING = HOPING | frozenset(
    {"advise", "advocate", "ask", "call", "consider", "contemplate", "demand", "favour", "favor",
     "mull", "plan", "press", "propose", "recommend", "refuse", "request", "suggest", "threaten",
     "threat", "urge", "urging", "vow", "warn", "weigh"}
)  # fmt: skip
HELPING = frozenset({"aux", "advmod", "mark"})
FINITE = frozenset({"aux", "aux:pass", "cop"})


def is_undone(head: Token) -> bool:
    """Tell whether a name is what a verb undoes: "suspend *the pact*", "withdraw from *it*"."""
    return head.dep_ in ("obj", "nsubj:pass") or (head.dep_ == "obl" and case_of(head) == {"from"})


def is_wished(verb: Token) -> bool:
    """ "*threatened to suspend* the pact", "*would leave* it": not done, so far."""
    if {c.lower_ for c in verb.children if c.dep_ in HELPING} & UNREAL:
        return True
    held = verb.dep_ in ("xcomp", "ccomp", "advcl", "acl")
    plain = "Tense" not in str(verb.morph) and not any(c.dep_ in FINITE for c in verb.children)
    return held and plain and bool(bases(verb.head) & WISHING)
