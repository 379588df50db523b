"""The terms that stand in one sentence with a name of the proposal, a rule a construction."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token

from sayso.find.proposals.clauses import is_modal, is_party, is_verb, party, subject, verbs_with
from sayso.find.proposals.details import clause_term, noun_term, whole_party
from sayso.find.proposals.names import HOLDING, Mention
from sayso.record.findings import Term

UNDER = frozenset({"under", "in", "per", "with"})
#: Prepositions of "called for", "provides for", "begin with".
TAKEN = frozenset({"for", "with", "on"})
#: Verbs of the name's own that state no term.
OUTSIDE = frozenset(
    {"say", "be", "take", "come", "collapse", "hold", "last", "fail", "end", "expire", "mark",
     "follow", "seem", "remain", "have", "work", "go", "happen", "survive", "depend", "need"}
)  # fmt: skip


def under_terms(doc: Doc, mention: Mention) -> Iterator[Term]:
    """ "*Under* the plan, Israel *would leave* the town and free ..."; "as part of the deal"."""
    top = _held(mention.head)
    case = {c.lower_ for c in top.children if c.dep_ in ("case", "fixed", "mark")}
    if not case & UNDER or top.dep_ not in ("obl", "nmod", "obl:unmarked", "advcl"):
        return
    if not case & {"under", "per"} and mention.head == top:
        return
    verb = top.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    if top.i < verb.i or is_modal(verb):
        yield from clauses(doc, verb)


def provided_terms(doc: Doc, mention: Mention) -> Iterator[Term]:
    """ "The plan *calls for* an end to attacks"; "a deal *that would halt* the war for 40 days"."""
    for verb in _own_verbs(mention.head):
        yield from _provided(doc, verb)


def under_which_terms(doc: Doc, mention: Mention) -> Iterator[Term]:
    """ "a truce *under which* the Serbs *would lift* their siege"."""
    for verb in mention.head.children:
        if verb.dep_ in ("acl:relcl", "advcl:relcl", "acl") and verb.i > mention.head.i:
            inside = [c for c in verb.subtree if c.lower_ in ("which", "whereby", "where")]
            if any(c.dep_ in ("obl", "advmod", "mark") for c in inside):
                yield from clauses(doc, verb)


def infinitive_terms(doc: Doc, mention: Mention) -> Iterator[Term]:
    """ "an agreement *to exchange* prisoners", "a proposal *for disarming* the militia"."""
    for verb in mention.head.children:
        if verb.dep_ in ("acl", "advcl") and verb.i > mention.head.i and _is_act(verb):
            for each in verbs_with(verb):
                found = clause_term(doc, each)
                if found is not None:
                    yield found


def promised_terms(doc: Doc, mention: Mention) -> Iterator[Term]:
    """ "agreed *to exchange* prisoners", where the verb stands for the deal."""
    if not mention.is_verb:
        return
    for verb in mention.head.children:
        if verb.dep_ in ("xcomp", "ccomp") and verb.i > mention.head.i:
            doer = subject(mention.head)
            for each in verbs_with(verb):
                found = clause_term(doc, each, by=whole_party(doc, doer) if doer else None)
                if found is not None:
                    yield found


def listed_terms(doc: Doc, mention: Mention) -> Iterator[Term]:
    """ "three conditions*:* the lifting of the curfew and ..."; "a truce, *including* a pause"."""
    for child in mention.head.children:
        if child.i < mention.head.i or child.pos_ not in ("NOUN", "PROPN", "VERB"):
            continue
        colon = any(doc[i].text == ":" for i in range(mention.head.i, child.left_edge.i + 1))
        if colon and child.dep_ in ("appos", "parataxis", "conj", "list", "nmod"):
            yield from _nouns(doc, child)


RULES: tuple[Callable[[Doc, Mention], Iterator[Term]], ...] = (
    under_terms,
    under_which_terms,
    provided_terms,
    infinitive_terms,
    promised_terms,
    listed_terms,
)


def _held(head: Token) -> Token:
    """The noun that holds the name: "terms" in "under the terms of the deal"."""
    if head.dep_ == "nmod" and head.head.lower_ in HOLDING:
        return head.head
    return head


def _own_verbs(head: Token) -> Iterator[Token]:
    """The verbs whose subject is the name: in the main clause, or in a clause behind the name."""
    if head.dep_ in ("nsubj", "nsubj:outer") and head.head.pos_ in ("VERB", "AUX"):
        yield from verbs_with(head.head)
    for verb in head.children:
        behind = verb.i > head.i
        if behind and verb.dep_ in ("acl:relcl", "advcl:relcl"):
            own = [c for c in verb.children if c.dep_ == "nsubj"]
            if not own or own[0].lower_ in ("that", "which"):
                yield from verbs_with(verb)
        elif behind and verb.dep_ in ("acl", "advcl") and verb.tag_ != "X" and _is_ing(verb):
            yield from verbs_with(verb)


def _provided(doc: Doc, verb: Token) -> Iterator[Term]:
    lemma = verb.lemma_.lower()
    if is_verb(verb, "bind") or lemma == "commit":
        bound = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "advcl") and c.i > verb.i]
        if bound:
            held = next((c for c in verb.children if c.dep_ in ("obj", "iobj")), None)
            by = whole_party(doc, held) if held is not None and is_party(held) else None
            for each in (v for b in bound for v in verbs_with(b)):
                found = clause_term(doc, each, by=by)
                if found is not None:
                    yield found
            return
    if is_verb(verb, "provide"):
        for noun in _taken(verb):
            yield from _nouns(doc, noun)
    elif is_modal(verb) and lemma not in OUTSIDE:
        found = clause_term(doc, verb)
        if found is not None:
            yield found


def _taken(verb: Token) -> Iterator[Token]:
    """The objects of a verb, and what "for" or "with" adds ("provides for")."""
    objects = [c for c in verb.children if c.dep_ == "obj" and c.i > verb.i]
    for child in verb.children:
        if child.dep_ in ("obl", "nmod", "advcl", "ccomp") and child.i > verb.i and not objects:
            case = [c for c in child.children if c.dep_ in ("case", "mark")]
            if case and case[0].lower_ in TAKEN:
                objects.append(child)
    yield from objects[:1]


def _nouns(doc: Doc, noun: Token) -> Iterator[Term]:
    """A noun term and those joined to it; an infinitive behind it is its act."""
    act = next((c for c in noun.children if c.dep_ == "acl" and c.i > noun.i and _is_to(c)), None)
    if act is not None and is_party(noun):
        for each in verbs_with(act):
            found = clause_term(doc, each, by=party(doc, noun))
            if found is not None:
                yield found
    else:
        own = noun_term(doc, noun)
        if own is not None:
            yield own
    for other in noun.children:
        if other.dep_ == "conj" and other.i > noun.i:
            yield from _nouns(doc, other)


def clauses(doc: Doc, verb: Token) -> Iterator[Term]:
    """The terms of a clause: its own verb, those joined to it, and "while ..." clauses."""
    for each in verbs_with(verb):
        found = clause_term(doc, each)
        if found is not None:
            yield found
        for other in each.children:
            joined = other.dep_ in ("conj", "advcl", "parataxis") and other.i > each.i
            if (
                joined
                and is_modal(other)
                and any(c.dep_.startswith("nsubj") for c in other.children)
            ):
                yield from clauses(doc, other)


def _is_to(verb: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "to" for c in verb.children)


def _is_ing(verb: Token) -> bool:
    return verb.lower_.endswith("ing")


def _is_act(verb: Token) -> bool:
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    if _is_to(verb):
        return True
    return _is_ing(verb) and any(c.dep_ in ("mark", "case") for c in verb.children)
