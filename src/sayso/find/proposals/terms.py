"""The terms that stand in one sentence with a name of the proposal, a rule a construction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.find.proposals.acts import CAUSING, is_plain
from sayso.find.proposals.clauses import (
    SUBJECTS,
    SUMS,
    bases,
    is_party,
    is_verb,
    subject,
    whole_party,
)
from sayso.find.proposals.details import term, with_context
from sayso.find.proposals.duties import laid_down
from sayso.find.proposals.listed import (
    NOUNS,
    STARTS,
    infinitives,
    is_infinitive,
    joined_terms,
    list_end,
    noun_terms,
)
from sayso.find.proposals.names import HOLDING, Mention, given_by, that_clause
from sayso.find.proposals.obliged import bound_to, obliged_terms
from sayso.find.proposals.phases import phase_in
from sayso.find.proposals.present import present_terms
from sayso.language.spans import lower_of, sentence_at
from sayso.record.findings import Term

UNDER = frozenset({"under", "per"})
#: Prepositions that say so only with a holding noun: "in the terms of", "as part of".
PART = frozenset({"in", "as", "with", "to"})
#: Prepositions of "called for", "provides for", "begin with".
TAKEN = frozenset({"for", "with"})
#: Verbs of the name's own that state no term.
OUTSIDE = frozenset(
    {"say", "be", "take", "come", "collapse", "hold", "last", "fail", "expire", "mark", "follow",
     "seem", "remain", "have", "work", "go", "happen", "survive", "depend", "need", "succeed"}
)  # fmt: skip
#: What is done with a proposal that "must be": "*approved* by both parliaments".
TAKEN_UP = frozenset({"accepted", "adopted", "approved", "endorsed", "ratified", "respected",
                      "signed"})  # fmt: skip
LENGTHS = frozenset({"hour", "day", "week", "month", "year", "hours", "days", "weeks", "months"})
#: What may stand between a name and its terms.
BESIDE = frozenset({"with", "between", "on", "of", "in", "by", "from"})
#: "to *end* the *war*": what a whole deal is for.
ENDING = frozenset({"end", "stop", "halt", "settle", "resolve", "finish"})
FIGHTING = frozenset({"war", "conflict", "fighting", "bloodshed", "crisis", "dispute", "insurgency",
                      "violence"})  # fmt: skip
#: How far a verb of providing may stand behind the name that is its subject.
REACH = 20


def under_terms(doc: Doc, mention: Mention) -> Iterator[Term]:
    """ "*Under* the plan, Israel *would leave* the town and free ..."; "as part of the deal"."""
    at = mention.span_start
    before = doc[at - 1].lower_ if at else ""
    held = mention.head.dep_ == "nmod" and mention.head.head.lower_ in HOLDING
    start, end = mention.sentence
    opens = at - 1 == start  # "*Under the plan* Oslo lifts its siege"
    if before == "of" and held:
        before = _before_holder(doc, mention.head.head)
        if before not in UNDER | PART:
            return
    elif before not in UNDER and not (before == "by" and opens) and not _is_according(doc, at):
        return
    told = laid_down(doc, mention.head.i + 1, end)
    phase = phase_in(doc[start : mention.head.i].text) if held else None  # "the first stage of it"
    told = told or (list(present_terms(doc, mention.head.i + 1, end)) if opens else [])
    yield from (replace(t, phase=t.phase or phase or None) for t in told)
    if at - 1 - start > 3:  # "Israel would leave the town under the plan"
        yield from laid_down(doc, start, at - 1)


def under_which_terms(doc: Doc, mention: Mention) -> Iterator[Term]:
    """ "a truce *under which* the Serbs *would lift* their siege and free ..."."""
    end, words = mention.sentence[1], lower_of(doc)
    for i in range(mention.head.i + 1, min(mention.head.i + REACH, end - 1)):
        low = words[i]
        if low == "whereby" or (low in ("under", "in", "by") and words[i + 1] == "which"):
            yield from laid_down(doc, i + (1 if low == "whereby" else 2), end)
            return


def provided_terms(doc: Doc, mention: Mention) -> Iterator[Term]:
    """ "The plan *calls for* an end to attacks"; "a deal *that would halt* the war for 40 days"."""
    for verb in _own_verbs(mention.head):
        yield from _provided(doc, verb)
    own = mention.head.dep_.startswith("nsubj")
    relative = _relative(doc, mention.head)
    if own or relative is not None:
        start = mention.span_start if relative is None else relative
        found = laid_down(doc, start, mention.sentence[1], owner=mention.head.i)
        yield from (t for t in found if not is_outside(t))


def infinitive_terms(doc: Doc, mention: Mention) -> Iterator[Term]:
    """ "an agreement *to exchange* prisoners", "a proposal *for disarming* the militia"."""
    if mention.is_verb:
        return
    end, stop = _name_end(doc, mention), mention.sentence[1]
    if end >= stop - 1:
        return
    low = doc[end].lower_
    if low == "to" and _is_purpose(doc, end, stop):
        return
    if low == "to":
        yield from infinitives(doc, end, stop, by=None)
    elif low == "for" and doc[end + 1].lower_ in ("a", "an"):
        nouns = list(noun_terms(doc, end + 1, list_end(doc, end, stop)))
        yield from (t for t in nouns if len(nouns) > 1)
    elif low == "for" and doc[end + 1].lower_.endswith("ing") and doc[end + 1].pos_ == "VERB":
        yield from joined_terms(doc, end + 1, stop, by=None)


def _is_purpose(doc: Doc, to: int, end: int) -> bool:
    """ "an accord *to end twenty years of war*": what all of it is for."""
    verb = doc[min(to + 1, end - 1)]
    if not bases(verb) & ENDING:
        return False
    ended = next((c for c in verb.children if c.dep_ == "obj"), None)
    return ended is not None and any(t.lemma_.lower() in FIGHTING for t in ended.subtree)


def promised_terms(doc: Doc, mention: Mention) -> Iterator[Term]:
    """ "agreed *to exchange* prisoners and open the road", where the verb stands for the deal."""
    if not mention.is_verb or mention.is_act or mention.kind == "ultimatum":
        return
    end, words = mention.sentence[1], lower_of(doc)
    clause = that_clause(mention.head)
    if clause is not None:
        yield from _clause_terms(doc, clause)
        return
    given = given_by(mention.head)
    if given is not None:
        yield from _exchanged(doc, given)
        return
    to = next((i for i in range(mention.head.i + 1, end) if words[i] == "to"), None)
    if to is None:
        return
    doer = subject(mention.head)
    by = whole_party(doc, doer) if doer is not None else None
    yield from infinitives(doc, to, end, by=by)


def _exchanged(doc: Doc, given: Token) -> Iterator[Term]:
    """ "offers *a clerk and a judge* in exchange for the suspect": each for the same."""
    doer = subject(given.head)
    by = whole_party(doc, doer) if doer is not None else None
    nouns: list[Term] = []
    for found in noun_terms(doc, given.left_edge.i, sentence_at(doc, given.i)[1]):
        nouns.append(found)
        if found.condition is not None:
            break
    condition = nouns[-1].condition if nouns else None
    for found in nouns if condition is not None else ():
        yield replace(with_context(found, found.phase, condition), party=found.party or by)


def _clause_terms(doc: Doc, verb: Token) -> Iterator[Term]:
    """ "proposed that *both armies pull back* and that *a hotline be set up*"."""
    joined = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB"]
    for act in (verb, *joined):
        doer = next((c for c in act.children if c.dep_.startswith("nsubj")), None) or subject(act)
        own = doer is not None and is_party(doer) and doer.dep_ == "nsubj"
        start = act.i if own or doer is None else min(act.i, doer.left_edge.i)
        behind = [c.left_edge.i for c in act.children if c in joined and c.i > act.i]
        found = term(doc, start, min([act.right_edge.i + 1, *behind]), by=None)
        if found is not None:
            by = whole_party(doc, doer) if doer is not None and own else None
            yield replace(found, party=by)


def done_terms(doc: Doc, mention: Mention) -> Iterator[Term]:
    """ "The accord *creates a state* and *opens the roll*", "a pact that *spares the mills*"."""
    head = mention.head
    clauses = [c for c in head.children if c.dep_ == "acl:relcl" and c.i > head.i]
    verbs = [c for c in clauses if any(_is_that(g) for g in c.children)]
    if head.dep_ == "nsubj" and head.head.pos_ == "VERB":
        verbs.append(head.head)
    for first in verbs:
        inner = [c for c in first.children if c.dep_ == "xcomp"]  # "allows it to stay and *gives*"
        joined = [c for up in (first, *inner) for c in up.children if c.dep_ == "conj"]
        for act in (first, *joined):
            if is_verb(act, "do") and _is_done(act) and _shares(act, first):
                behind = [c.left_edge.i for c in act.children if c in joined and c.i > act.i]
                found = term(
                    doc, act.i, min([list_end(doc, act.i, act.right_edge.i + 1), *behind]), by=None
                )
                if found is not None:
                    yield found


def _shares(act: Token, first: Token) -> bool:
    """Tell whether a verb is the first, or has no subject of its own."""
    return act == first or not any(c.dep_ in SUBJECTS for c in act.children)


def _is_that(word: Token) -> bool:
    return word.dep_ == "nsubj" and word.lower_ in ("that", "which")


def _is_done(verb: Token) -> bool:
    """A finite verb with an object."""
    done = verb.pos_ == "VERB" and "VerbForm=Fin" in str(verb.morph)
    return done and any(c.dep_ == "obj" for c in verb.children)


def listed_terms(doc: Doc, mention: Mention) -> Iterator[Term]:
    """ "three conditions*:* the lifting of the curfew ..."; "an offer*:* leave within a day"."""
    end, words = mention.sentence[1], lower_of(doc)
    for i in range(mention.head.i + 1, min(mention.head.i + REACH, end - 1)):
        if words[i] == ":":
            if is_plain(doc[i + 1]):
                yield from joined_terms(doc, i + 1, end, by=None)
            elif doc[i + 1].pos_ in STARTS and not laid_down(doc, i + 1, end):
                yield from noun_terms(doc, i + 1, end)
            else:
                yield from laid_down(doc, i + 1, end)
            return
        if words[i] == "including" and i - mention.head.i < 4:
            yield from noun_terms(doc, i + 1, end)
            return


def sized_terms(doc: Doc, mention: Mention) -> Iterator[Term]:
    """ "a *90-day truce*", "a *$4 billion* contract": how long and how much, in the name itself."""
    if mention.is_verb or mention.head.pos_ == "PRON":
        return
    name = doc[mention.span_start : mention.head.i]
    numbers = [t.i for t in name if t.pos_ == "NUM" or t.like_num or "$" in t.text]
    if not numbers:
        return
    start = numbers[0] - (doc[numbers[0] - 1].text in ("$", "US$", "€", "£"))
    if any(t.lower_ in LENGTHS for t in name):
        found = term(doc, start, mention.head.i + 1, by=None)
    elif any(t.lower_ in SUMS or "$" in t.text for t in name):
        found = term(doc, start, mention.head.i, by=None)
    else:
        return
    if found is not None and found.amount is not None:
        yield found


RULES: tuple[Callable[[Doc, Mention], Iterator[Term]], ...] = (
    under_which_terms,
    under_terms,
    infinitive_terms,
    promised_terms,
    provided_terms,
    done_terms,
    listed_terms,
    sized_terms,
)


def _before_holder(doc: Doc, holder: Token) -> str:
    first = min(
        [holder.i, *(c.i for c in holder.children if c.dep_ in ("det", "amod", "compound"))]
    )
    return doc[first - 1].lower_ if first else ""


def _is_according(doc: Doc, at: int) -> bool:
    """ "According to (a copy of) the draft, ..."."""
    words = lower_of(doc)[max(0, at - 5) : at]
    return "according" in words and words[-1] in ("to", "of")


def _name_end(doc: Doc, mention: Mention) -> int:
    """The token behind a name, over "with Iran", "on Friday", "to the rebels"."""
    at = mention.head.i + 1
    stop = mention.sentence[1]
    while at < stop and (doc[at].lower_ in BESIDE or _is_to_whom(doc, at)):
        ahead = at + 1
        while ahead < stop and doc[ahead].pos_ in STARTS | {"CCONJ"}:
            ahead += 1
        if ahead == at + 1:
            break
        at = ahead
    return at


def _is_to_whom(doc: Doc, at: int) -> bool:
    """ "an offer *to the rebels* to leave": no infinitive."""
    return doc[at].lower_ == "to" and not is_infinitive(doc, at)


def _own_verbs(head: Token) -> Iterator[Token]:
    """The verbs of providing whose subject is the name, or a clause's behind the name."""
    doc = head.doc
    for i in range(head.i + 1, min(head.i + REACH, sentence_at(doc, head.i)[1])):
        token = doc[i]
        if token.pos_ != "VERB" or not (is_verb(token, "provide") or is_verb(token, "bind")):
            continue
        if token.lower_ in ("provided", "providing") and token.dep_ != "root":
            continue  # "would sign it, *provided* the siege ends": on a condition
        doer = subject(token)
        tied = doer is not None and (doer == head or doer.lower_ in ("which", "that"))
        loose = doer is None or doer.i > token.i
        subjects = [t for t in doc[head.i + 1 : i] if t.dep_.startswith("nsubj")]
        free = all(t.lower_ in ("which", "that") for t in subjects)
        if (tied and (free or doer == head)) or (loose and free and _is_named_first(head)):
            yield token
            return


def _is_named_first(head: Token) -> bool:
    return head.dep_.startswith("nsubj") or head.doc[head.i + 1].text == ","


def _provided(doc: Doc, verb: Token) -> Iterator[Term]:
    acts = (c.left_edge.i for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB")
    end = min([sentence_at(doc, verb.i)[1], *(i for i in acts if i > verb.i)])
    obliged = list(obliged_terms(doc, verb, sentence_at(doc, verb.i)[1])) or bound_to(doc, verb)
    if obliged:
        yield from obliged
        return
    if is_verb(verb, "bind"):
        starts = [verb.i, *_called(doc, verb.i + 1, end)]
        ends = [*starts[1:], end]
        told = [t for a, b in zip(starts, ends, strict=True) for t in _bound(doc, a, b)]
        if told:
            yield from told
            return
    if bases(verb) & CAUSING and any(c.dep_ == "xcomp" and is_plain(c) for c in verb.children):
        return  # "would see *Oslo leave* the port": an act, which ``laid_down`` tells
    if is_verb(verb, "provide"):
        start = verb.i + 1
        while start < end and (
            doc[start].pos_ in ("ADV", "PART")
            or (doc[start].head == verb and doc[start].dep_ == "compound:prt")
        ):
            start += 1
        if start < end and doc[start].lower_ in TAKEN:
            start += 1
        elif verb.lower_.startswith("call"):  # "calling it a surrender"
            return
        yield from noun_terms(doc, start, end)


def _bound(doc: Doc, start: int, end: int) -> Iterator[Term]:
    """ "calls *on Oslo to lift* the ban": the duty of the one behind the verb."""
    to = next((i for i in range(start + 1, end) if is_infinitive(doc, i)), None)
    if to is None:
        return
    held = [t for t in doc[start + 1 : to] if t.pos_ in NOUNS | {"PRON", "DET"}]
    far = any(t.text in (",", ";") or t.pos_ == "VERB" for t in doc[start + 1 : to])
    if held and not far:
        by = whole_party(doc, held[-1]) if is_party(held[-1]) else None
        yield from infinitives(doc, to, end, by=by)


def _called(doc: Doc, start: int, end: int) -> Iterator[int]:
    """Where a call goes on with another party: "calls on Oslo to ..., *and on Rome to* ..."."""
    for i in range(start + 2, end):
        joined = doc[i - 1].lower_ in (",", "and")
        ahead = range(i + 1, min(end, i + 8))
        if joined and doc[i].lower_ in ("on", "upon") and any(is_infinitive(doc, k) for k in ahead):
            yield i


def _relative(doc: Doc, head: Token) -> int | None:
    """Where "that would ..." or ", which would ..." begins behind a name."""
    words = lower_of(doc)
    for i in range(head.i + 1, min(head.i + 12, sentence_at(doc, head.i)[1] - 1)):
        if words[i] in ("that", "which"):
            behind = doc[i + 1]
            return i + 1 if behind.pos_ in ("AUX", "ADV") or behind.lower_ == "would" else None
        if doc[i].pos_ == "VERB":
            return None
    return None


def is_outside(found: Term) -> bool:
    """Tell whether a term only says what becomes of the proposal: "take effect", "hold"."""
    first = found.what.text.split()[0].lower()
    return first in OUTSIDE | TAKEN_UP
