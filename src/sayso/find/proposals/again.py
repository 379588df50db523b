"""Verbs that tell anew of what is on the table: "*also agreed to* open the road"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from sayso.find.proposals.clauses import bases, subject
from sayso.find.proposals.deadlines import GIVING, due_act
from sayso.find.proposals.drafts import Draft
from sayso.find.proposals.names import TOGETHER, Mention
from sayso.language.spans import sentence_at

DATES = frozenset({"Date", "DATE"})
YEAR = re.compile(r"\d{4}")
#: Words that make a second agreement or offer a part of the first.
ADDING = frozenset({"also", "further", "furthermore", "additionally", "likewise"})
#: What may be told of together: a deal by its verb and by its nouns, and so an offer.
AKIN = {"agreed": {"agreed", "deal", "truce"}, "offered": {"offered", "offer", "plan"}}
#: What a time is given for where it is an answer to a proposal, or the making of one.
ANSWERING = frozenset({"accept", "agree", "answer", "approve", "consider", "draw", "endorse",
                       "present", "ratify", "sign", "study", "submit"})  # fmt: skip
#: Clauses that tell what a thing is for: "a paper *meant to* serve as the base of a treaty".
MEANT = frozenset({"aim", "design", "intend", "mean", "meant", "suppose"})


def told_again(mention: Mention, drafts: Sequence[Draft]) -> Draft | None:
    """Return the proposal that a verb tells of again, or adds to."""
    if not mention.is_verb or not drafts:
        return None
    verb = mention.head
    if mention.kind == "ultimatum":
        noun = (d for d in reversed(drafts) if d.kinds == {"ultimatum"})
        return next((d for d in noun if not d.mentions[0].is_verb), None)
    akin = AKIN[mention.kind]
    if any(c.lower_ in ADDING and c.i < verb.i for c in verb.children):
        return next((d for d in reversed(drafts) if d.kinds & akin and _goes_on(verb, d)), None)
    first = drafts[0]
    opens = first.mentions[0].headline and not mention.headline
    if opens and first.kinds == {mention.kind} and len(first.mentions) == 1:
        return first
    return None


def opens_with(mention: Mention, draft: Draft) -> bool:
    """The opening line names what the headline tells by a verb: "agree to halt", "on a truce"."""
    first = draft.mentions[0]
    if not first.headline or mention.headline or len(draft.mentions) > 1:
        return False
    opening = sentence_at(mention.head.doc, first.sentence[1])
    return mention.sentence == opening and mention.kind in AKIN.get(first.kind, ())


def dated_just_after(mention: Mention, draft: Draft) -> bool:
    """ "signed a pact. *The February* pact": the sentence behind gives its day or month."""
    name = mention.head.doc[mention.span_start : mention.head.i]
    words = {t.lower_ for t in name if t.lower_ in mention.marks}
    dated = {t.lower_ for t in name if t.ent_type_ in DATES and not YEAR.fullmatch(t.text)}
    last = draft.mentions[-1]
    near = sentence_at(mention.head.doc, max(0, mention.sentence[0] - 1))
    return bool(words) and words <= dated and near[0] <= last.head.i < near[1]


def _goes_on(verb: Token, draft: Draft) -> bool:
    """Tell whether those who agree also are those who have: "they", "the sides", the same name."""
    doer = subject(verb)
    if doer is None:
        return False
    if doer.pos_ == "PRON" or doer.lower_ in TOGETHER:
        return True
    told = (subject(m.head) for m in draft.mentions if m.is_verb)
    return any(d is not None and d.lower_ == doer.lower_ for d in told)


def given_for(mentions: Sequence[Mention]) -> dict[int, Mention]:
    """ "gave them a week *to approve the plan*": each such verb by the noun that it is about."""
    about: dict[int, Mention] = {}
    for mention in mentions:
        act = due_act(mention.head) if mention.head.lower_ in GIVING else None
        if act is None or not mention.is_verb or not bases(act) & ANSWERING:
            continue
        for noun in mentions:
            if noun.head.head == act and noun.head.i > act.i and noun.kind != "pronoun":
                about.setdefault(noun.head.i, mention)
                break
    return about


def is_meant(mention: Mention, draft: Draft) -> bool:
    """ "a paper *meant to* serve as the base of *a treaty*": what it is for is no other thing."""
    if mention.definite or mention.is_verb or mention.head.dep_ == "obj":
        return False  # "meant to rescue *a truce*": the truce was there before
    meant = False
    for up in mention.head.ancestors:
        if draft.covers(up.i):
            return meant
        meant = meant or (up.pos_ == "VERB" and bool(bases(up) & MEANT))
    return False
