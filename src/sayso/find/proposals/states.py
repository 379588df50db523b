"""The state of a proposal: what its verbs and its stances say, and what the encoder marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from spacy.tokens import Token

from sayso.find.proposals.clauses import is_verb
from sayso.find.proposals.names import Mention
from sayso.find.proposals.parties import SET, governors
from sayso.record.findings import Stance
from sayso.record.vocabulary import ProposalState

#: Nouns and particles that make a verb say the state: "took effect", "broke down", "ran out".
TAKING = frozenset({"effect", "force", "hold"})
#: Nouns that hold a proposal and tell its state: "a violation of the truce".
HELD = {
    "violation": "broken", "violations": "broken", "breach": "broken", "breaches": "broken",
    "collapse": "broken", "breakdown": "broken", "end": "expired", "expiry": "expired",
    "implementation": "in-force", "start": "in-force", "violating": "broken",
    "talks": "under-negotiation", "negotiations": "under-negotiation",
}  # fmt: skip
FALLING = {"down", "apart", "off"}
#: What a sign, and what a stance adds to a state; a refusal says most.
SIGN, WEIGHTS = 0.5, {"rejected": 0.5}
TOLD = {
    "rejects": "rejected",
    "undecided": "under-negotiation",
    "conditional": "under-negotiation",
    "accepts": "accepted",
}
#: Of two states that are told as strongly, the first of these wins.
ORDER = ("broken", "expired", "rejected", "in-force", "accepted", "under-negotiation", "offered")
RANK = {state: n for n, state in enumerate(ORDER)}


def signs(mention: Mention) -> Iterator[str]:
    """Yield the states that the clause of a mention tells, and the noun that holds it."""
    if mention.head.dep_ == "nmod" and mention.head.head.lower_ in HELD:
        yield HELD[mention.head.head.lower_]
    for verb in governors(mention):
        if not _is_unreal(verb):
            yield from _signs(mention, verb)


def _signs(mention: Mention, verb: Token) -> Iterator[str]:
    lemma = verb.lemma_.lower()
    near = {t.lower_ for t in verb.children} | {c.lower_ for t in verb.children for c in t.children}
    is_subject = mention.head.dep_.startswith("nsubj")
    if (lemma in ("take", "come", "go", "enter") and near & TAKING) or (
        is_subject and lemma in ("hold", "remain", "last")
    ):
        yield "in-force"
    if is_verb(verb, "break") or (is_subject and near & FALLING):
        yield "broken"
    if is_verb(verb, "lapse") or (lemma == "run" and "out" in near):
        yield "expired"
    if is_verb(verb, "agree") and lemma != "announce":
        yield "accepted"
    if is_verb(verb, "offer") or (mention.kind in SET and is_verb(verb, "set")):
        yield "offered"
    if is_verb(verb, "weigh") or lemma in ("negotiate", "seek", "revive", "push", "discuss"):
        yield "under-negotiation"


def state_of(
    told: Sequence[str], stances: Sequence[Stance], marked: Sequence[tuple[str, float]]
) -> ProposalState:
    """Return the likeliest state from signs in the text, stances, and the encoder's labels."""
    weights: dict[str, float] = {}
    for sign in told:
        weights[sign] = weights.get(sign, 0.0) + SIGN
    for stance in stances:
        sign = TOLD[stance.stance]
        weights[sign] = weights.get(sign, 0.0) + WEIGHTS.get(sign, 0.2)
    for label, probability in marked:
        weights[label] = weights.get(label, 0.0) + probability
    if not weights:
        return "unknown"
    return cast(ProposalState, max(weights, key=lambda s: (weights[s], -RANK.get(s, 99))))


def _is_unreal(verb: Token) -> bool:
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "advmod", "mark")}
    return bool(helpers & {"not", "n't", "never", "would", "could", "if", "may", "might"})
