"""The state of a proposal: what its verbs and its stances say, and what the encoder marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, cast

from spacy.tokens import Token

from sayso.find.proposals.answered import ANSWERED, OFFERED, answered, is_outvoted, unaccepted
from sayso.find.proposals.clauses import bases, is_nobody, is_set_for, is_verb, subject
from sayso.find.proposals.names import HOLDING, Mention, is_mutual
from sayso.find.proposals.parties import (
    ANSWERING,
    BEYOND,
    SET,
    TELLING,
    case_of,
    done_to,
    governing,
    governors,
    is_one_sided,
    is_put_off,
)
from sayso.find.proposals.stances import is_declared_dead
from sayso.find.proposals.state_phrases import BEFORE, PHRASES, SET_PHRASES
from sayso.find.proposals.undone import FINITE, HELPING, HOPING, UNREAL, is_undone, is_wished
from sayso.language.spans import lower_of
from sayso.language.word_lists import words_of
from sayso.record.findings import Stance
from sayso.record.span import Span
from sayso.record.vocabulary import ProposalState


class Sign(NamedTuple):
    """A state that words tell, and how plainly: 1.0 said of the proposal, 0.5 on the way."""

    state: str
    weight: float


#: Said of the proposal itself; by the noun or the form that holds it; beside; and only wished.
PLAIN, HELD, BESIDE, FAINT = 1.0, 0.8, 0.5, 0.3
#: What is near enough to be signed: "close to a pact", "in talks on a truce".
NEARING = frozenset({"close", "near", "closer", "nearer"})
#: Verbs that leave a matter open, with "whether", "what", or a denial beside them.
KNOWING = frozenset({"know", "clear", "unclear", "unknown", "say", "unsure", "uncertain"})
ASKING = frozenset({"whether", "what", "if"})
#: "*votes to reject* the accord": done by that.
DECIDING = frozenset({"vote", "decide", "resolve"})
#: "*accuse* each other of breaking it".
BLAMING = frozenset({"accuse", "blame", "allege", "trade"})
#: "*a* clan that breaks the bargain" is whoever does so.
ANYBODY = frozenset({"a", "an", "any", "every", "whichever"})
#: What has a time still to come: "until the truce ends", "when it expires".
AHEAD = frozenset({"until", "when", "before", "once", "by"})
DENIED = frozenset({"not", "n't", "never", "no", "neither"})
#: Verbs of making what is then put on the table.
MAKING = frozenset({"craft", "devise", "draft", "draw", "finalise", "finalize", "prepare", "write"})
#: States that the encoder marks wrongly more often than not; what its word for them counts.
TRUST = {"under-negotiation": 0.5, "broken": 0.5, "expired": 0.6, "unknown": 0.5}
#: A deal of which nothing is told has been made, by its very name.
MUTUAL, NAMED = frozenset({"deal", "truce", "agreed"}), 0.2
#: An offer of which no words tell a state is most likely an offer still.
MADE, OPEN = frozenset({"offer", "offered", "ultimatum"}), 0.4
#: Verbs of taking effect, and what shows that it has yet to: "takes effect once it is signed".
BEGINNING = frozenset({"take", "come", "go", "enter", "start", "begin", "apply"})
PENDING = re.compile(r"(?: only)? (?:once|if|when|as soon as|after|upon|tomorrow|next)\b")
#: "which *never* took hold".
NEVER = re.compile(r"\b(?:never|not|n't) $")
#: Of two states that are told as strongly, the first of these wins.
ORDER = ("broken", "expired", "rejected", "in-force", "accepted", "under-negotiation", "offered")
RANK = {state: n for n, state in enumerate(ORDER)}
STATES = (*ORDER, "unknown")
#: A truce that lasts no longer has been broken.
HOURS = frozenset({"hour", "hours", "minute", "minutes"})
#: "conclude negotiations on a pact".
CONCLUDING = frozenset({"conclude", "complete", "finish", "finalise", "finalize", "close"})
#: How far behind a name a set phrase may tell its state, and words that begin another clause.
REACH = 16
#: States that undo what is told before a "but", and what they weigh behind it.
LOST, LAST = frozenset({"broken", "expired"}), 2.0
CLAUSES = frozenset(
    {"after", "because", "if", "unless", "while", "when", "not", ";", "but", "until"}
)


def signs(mention: Mention) -> Iterator[Sign]:
    """Yield the states that the words around a mention tell; an offer that holds is one still."""
    for rule in RULES:
        for sign in rule(mention):
            open_ = sign.state == "in-force" and mention.kind in MADE
            yield Sign("offered", sign.weight) if open_ else sign


def held_state(mention: Mention) -> Iterator[Sign]:
    """ "a *violation* of the truce", "*talks* on a pact", "*close* to a deal"."""
    up = mention.head.head
    if mention.head.dep_ in ("nmod", "obl") and up != mention.head:
        for state in STATES if not is_put_off(up) else ("under-negotiation",):
            if is_put_off(up) or up.lower_ in words_of("bargain_states", state + ":holds"):
                ended = state == "under-negotiation" and _is_ended(up)
                weight = BESIDE if state in ("rejected", "accepted") else HELD
                told = "accepted" if ended else state
                if state == "broken" and _is_blamed(up):
                    told, weight = "in-force", BESIDE
                if state in ("in-force", "accepted") and _is_put_ahead(up):
                    told, weight = "under-negotiation", BESIDE
                yield Sign(told, weight)
    at = mention.span_start
    before = set(lower_of(mention.head.doc)[max(0, at - 2) : at])
    if before & NEARING and before & {"to", "a"}:
        yield Sign("under-negotiation", PLAIN)


def _is_blamed(word: Token) -> bool:
    """ "*accuse* each other of *violating* the truce": it is said to be broken, so it stands."""
    return any(bases(up) & BLAMING for up in word.ancestors if up.sent == word.sent)


def _is_put_ahead(holder: Token) -> bool:
    """ "the renewal of the truce *will not be signed*"."""
    verb = holder.head
    return holder.dep_ in ("obj", "nsubj:pass") and _is_unreal(verb)


def _is_ended(talks: Token) -> bool:
    """ "*conclude* negotiations on a treaty": they have it."""
    done = talks.dep_ in ("obj", "nsubj:pass") and bool(bases(talks.head) & CONCLUDING)
    return done and not _is_unreal(talks.head)


def verb_state(mention: Mention) -> Iterator[Sign]:
    """ "the truce *expired*", "*broke* the truce", "a pact that they *signed*"."""
    if mention.head.dep_.startswith("obl") and case_of(mention.head) & BEYOND:
        for verb in governors(mention):  # "under a package *that they initialled*"
            if verb.dep_ == "acl:relcl" and is_verb(verb, "agree"):
                yield from _weighed("accepted", verb, BESIDE)
        return
    own = _predicate(mention.head) or governing(mention.head)
    if own is not None and any(c.dep_ == "mark" and c.i > mention.head.i for c in own.children):
        own = None if own.i > mention.head.i else own  # "the first accord *since* a truce broke"
    others = [v for v in governors(mention) if v != own]
    for verb in (own, *others) if own is not None else others:
        weight = HELD if verb == own else BESIDE
        for state in _states(mention, verb, main=verb == own):
            if state in LOST and is_undone(mention.head) and is_wished(verb):
                yield Sign("in-force", HELD)
            else:
                yield from _weighed(state, verb, weight)


def _is_helped(verb: Token) -> bool:
    """ "*has* lasted for a year": it goes on."""
    return any(c.dep_ in FINITE for c in verb.children)


def _is_short(verb: Token) -> bool:
    """ "lasted *four hours*": it was broken."""
    return any(t.lower_ in HOURS for t in verb.subtree)


def _weighed(state: str, verb: Token, weight: float) -> Iterator[Sign]:
    """What a verb's state weighs: most in a finite clause of its own, nothing where unreal."""
    if state == "in-force" and _is_pending(verb):
        yield Sign("accepted", HELD)
    elif state == "in-force" and verb.lower_ == "lasted" and not _is_helped(verb):
        yield Sign("broken" if _is_short(verb) else "expired", PLAIN)
    elif _is_ahead(verb):
        if state == "expired":
            yield Sign("in-force", PLAIN)
    elif state == "broken" and _is_blamed(verb):
        yield Sign("in-force", BESIDE)
    elif _is_unreal(verb):
        if state == "in-force" and _is_denied(verb):
            yield Sign("broken", PLAIN)
        elif state == "accepted" and (doer := subject(verb)) is not None and is_nobody(doer):
            yield Sign("under-negotiation", PLAIN)
    elif "VerbForm=Inf" in str(verb.morph) and bases(verb.head) & HOPING:
        yield Sign("under-negotiation", BESIDE)
    elif "VerbForm=Inf" in str(verb.morph):
        yield Sign(state, PLAIN if bases(verb.head) & DECIDING else FAINT)
    elif state == "accepted":
        yield Sign(state, BESIDE)
    else:
        finite = "VerbForm=Fin" in str(verb.morph) or any(c.dep_ in FINITE for c in verb.children)
        yield Sign(state, PLAIN if finite and weight == HELD else weight)


def made_state(mention: Mention) -> Iterator[Sign]:
    """ "under the accord *signed in Oslo*, both will leave": made, and nothing done yet."""
    ups = [mention.head.head, *mention.head.head.children]
    ahead = any(t.lower_ in UNREAL or t.lower_ == "to" for t in ups)
    for verb in done_to(mention):
        if is_verb(verb, "agree") and not bases(verb) & TELLING:
            yield Sign("accepted", PLAIN if ahead else FAINT)


def acted_state(mention: Mention) -> Iterator[Sign]:
    """ "freed 32 men *under the deal*": what is done under a deal shows that it is in force."""
    head = mention.head
    if mention.kind not in ("deal", "truce", "weak", "refer"):
        return
    verb = head.head.head if head.head.lower_ in HOLDING else head.head
    case = case_of(head) | case_of(head.head)
    if verb.pos_ != "VERB" or not case & {"under", "as"}:
        return
    marked = any(c.dep_ == "mark" for c in verb.children)
    if "Tense" in str(verb.morph) and not (_is_unreal(verb) or marked or is_verb(verb, "agree")):
        yield Sign("in-force", BESIDE)


def surface_state(mention: Mention) -> Iterator[Sign]:
    """ "the treaty that divides the river *stays in force*": set phrases, by the words alone."""
    doc, start = mention.head.doc, mention.head.i + 1
    stop = min(mention.sentence[1], start + REACH)
    told = " ".join(lower_of(doc)[start:stop])
    for pattern, state in PHRASES:
        found = pattern.search(told)
        before = told[: found.start()].rstrip() if found else ""
        if state in LOST and before.endswith(" but") and not _parted(before[:-4]):
            yield Sign(state, LAST)  # "took effect *but was broken* within hours"
        elif found and not _parted(told[: found.start()]):
            pending = state == "in-force" and PENDING.match(told[found.end() :])
            never = state == "in-force" and NEVER.search(told[: found.start()])
            yield Sign("broken" if never else "accepted" if pending else state, HELD)


def brought_state(mention: Mention) -> Iterator[Sign]:
    """ "have *come to terms on* a truce", "*goes back on* an accord": set phrases before a name."""
    start = max(mention.sentence[0], mention.span_start - REACH // 2)
    told = " ".join(lower_of(mention.head.doc)[start : mention.span_start])
    for pattern, state in BEFORE:
        if pattern.search(told):
            yield Sign(state, PLAIN)


def _parted(between: str) -> bool:
    """Another proposal, or another clause, stands between the name and the phrase."""
    words = set(between.split())
    opening = any(words & words_of("bargain_nouns", k) for k in ("truce", "deal", "offer", "plan"))
    return opening or bool(words & CLAUSES)


def open_state(mention: Mention) -> Iterator[Sign]:
    """ "*not known whether* the accord was signed", "*what* became of the plan is unclear"."""
    head = mention.head
    ups = [head, *head.ancestors]
    if not any(c.lower_ in ASKING for up in ups for c in up.children if c.i < head.i):
        return
    start, end = mention.sentence
    for up in (*ups, *head.doc[start:end]):
        if up.lemma_.lower() not in KNOWING:
            continue
        if up.lower_.startswith("un") or any(c.lower_ in DENIED for c in up.children):
            yield Sign("unknown", PLAIN + BESIDE)
            return


RULES: tuple[Callable[[Mention], Iterator[Sign]], ...] = (
    held_state,
    verb_state,
    made_state,
    brought_state,
    acted_state,
    surface_state,
    open_state,
)


def state_of(
    told: Sequence[Sign],
    stances: Sequence[Stance],
    marked: Sequence[tuple[str, float]],
    *,
    asked: Sequence[Span],
    kinds: set[str],
) -> ProposalState:
    """Return the likeliest state from signs in the text, stances, and the encoder's labels.

    ``asked`` are those whom it was offered to: an offer is rejected when they turn it down, and
    stays an offer when somebody else does; what has been signed, or holds, is not undone by one
    who is against it.
    """
    weights: dict[str, float] = {}
    for sign in told:
        weights[sign.state] = max(weights.get(sign.state, 0.0), sign.weight)
    for label, probability in marked:
        share = probability * TRUST.get(label, 1.0) / max(1, len(marked))
        weights[label] = weights.get(label, 0.0) + share
    if not told and kinds & MADE:
        weights["offered"] = weights.get("offered", 0.0) + OPEN
    elif not told and kinds & MUTUAL:
        weights["accepted"] = weights.get("accepted", 0.0) + NAMED
    answers = {s.stance for s in stances}
    if "rejects" in answers and is_outvoted(stances, asked):
        weights.pop("rejected", None)  # whoever is against it, the others have another answer
    for state, weight in answered(stances, asked, kinds, {s.state for s in told}):
        weights[state] = weights.get(state, 0.0) + weight
        if weight == ANSWERED:
            weights.pop("offered", None)  # whoever was asked has answered
    if kinds & MUTUAL and "accepts" in answers:
        weights.pop("rejected", None)  # those who made it have it, whoever is against it
    if kinds <= OFFERED and "undecided" in answers and "accepts" not in answers:
        weights.pop("in-force", None)
    unaccepted(weights, answers, {s.state for s in told})
    if weights.get("expired", 0.0) >= HELD and kinds & MADE:
        weights.pop("rejected", None)  # nobody has taken it up in time
    if not weights:
        return "unknown"
    return cast(ProposalState, max(weights, key=lambda s: (weights[s], -RANK.get(s, 99))))


def _predicate(head: Token) -> Token | None:
    """ "the truce is *dead*", "has been in *force*": what is said of it without a verb."""
    up = head.head
    said = head.dep_.startswith("nsubj") and any(c.dep_ == "cop" for c in up.children)
    return up if said and up.pos_ not in ("VERB", "AUX") else None


def _states(mention: Mention, verb: Token, *, main: bool) -> Iterator[str]:
    """The states that a verb tells of the proposal that is its subject or its object."""
    plain = bases(verb)
    if is_declared_dead(verb):
        yield "broken"
        return
    near = {t.lower_ for t in verb.children} | {c.lower_ for t in verb.children for c in t.children}
    yield from (s for (w, o), s in SET_PHRASES.items() if w in plain and o in near)
    yield from (s for (w, o), s in SET_PHRASES.items() if w == "be" and o == verb.lower_)
    doing = main and mention.head.dep_ == "nsubj"
    if not _is_beside(mention, verb, doing=doing):
        yield from _listed(verb, "subject" if doing else "object")
    if doing:
        return
    promised = mention.kind == "agreed" and verb == mention.head and not is_verb(verb, "agree")
    if promised and not is_mutual(verb):  # "pledged to leave if the rebels do"
        yield "offered"
    elif (promised or is_verb(verb, "agree")) and (
        not plain & TELLING or bases(verb.head) & HOPING
    ):
        yield "accepted"
    offering = "propose" if mention.kind == "deal" else "offer"
    if mention.head.dep_ == "obl" and plain & ANSWERING and "with" in case_of(mention.head):
        yield "offered"
    if main and is_one_sided(mention):
        yield "offered"
    if mention.kind in MADE and "withdraw" in plain and mention.head.dep_ in ("obj", "nsubj:pass"):
        yield "expired"
    forward = "put" in plain and "forward" in near
    if verb.lower_.endswith("ing") and plain & MAKING:
        yield "under-negotiation"  # "are *drafting* a protocol": nobody has it yet
    elif forward or is_verb(verb, offering) or (mention.kind in SET and is_verb(verb, "set")):
        yield "offered"


def _is_beside(mention: Mention, verb: Token, *, doing: bool) -> bool:
    """ "*it* still holds the towns", "left *with a pact*", "the text is kept *secret*"."""
    if doing:
        held = verb.dep_ == "acl:relcl" and mention.kind == "pronoun"
        return held or any(c.dep_ == "obj" for c in verb.children)
    beside = mention.head.dep_ == "obl" and "with" in case_of(mention.head)
    return beside or any(c.dep_ == "xcomp" and c.pos_ == "ADJ" for c in verb.children)


def _listed(verb: Token, role: str) -> Iterator[str]:
    plain = bases(verb)
    return (s for s in STATES if plain & words_of("bargain_states", f"{s}:{role}"))


def _is_unreal(verb: Token) -> bool:
    """ "would break it", "*a clan that breaks* the bargain": not done."""
    if bool({c.lower_ for c in verb.children if c.dep_ in HELPING} & UNREAL):
        return True
    doer = subject(verb)
    if doer is not None and is_nobody(doer):
        return True  # "*neither side* signed it"
    anybody = {c.lower_ for c in verb.head.children if c.dep_ == "det"} & ANYBODY
    return verb.dep_ == "acl:relcl" and bool(anybody) and "Tense=Pres" in str(verb.morph)


def _is_ahead(verb: Token) -> bool:
    """ "until the truce ends", "was *to have lapsed* at noon": it has not, so it still holds."""
    first = {c.lower_ for c in verb.children if c.dep_ in HELPING}
    due = {"to", "have"} <= first
    ahead = bool(first & AHEAD) and "Tense=Past" not in str(verb.morph)
    return due or ahead or is_set_for(verb)


def _is_pending(verb: Token) -> bool:
    """ "takes effect *once both parliaments have voted*": what has to happen first."""
    clauses = (c for c in verb.children if c.dep_ == "advcl" and c.i > verb.i)
    first = {g.lower_ for c in clauses for g in c.children if g.dep_ in HELPING}
    begins = bool(bases(verb) & BEGINNING) and "Tense=Past" not in str(verb.morph)
    ahead = any(c.lower_ == "tomorrow" for c in verb.children)
    return begins and (ahead or bool(first & {"once", "if", "when", "after"}))


def _is_denied(verb: Token) -> bool:
    return any(c.lower_ in DENIED for c in verb.children)
