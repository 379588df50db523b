"""The words of an act to a term: what, by whom, in which phase, on what condition, by when."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.find.proposals.acts import Act
from sayso.find.proposals.clauses import HOLDERS, bases, is_party, party, subject, whole_party
from sayso.find.proposals.phases import phase_in, without_phase
from sayso.language.numbers import quantities_in
from sayso.language.spans import LEADING, classes_of, lower_of, phrase, span_of, text_of, trimmed
from sayso.language.spans import head_of as whole_head
from sayso.record.findings import Term
from sayso.record.span import Span

CONDITION = re.compile(
    r"\b(?:(?:but |and )?only )?(?:if|unless|provided(?: that)?|providing(?: that)?|(?<!at )once|"
    r"until|(?:up)?on (?:the )?condition (?!of anonymity)(?:that)?|on the understanding that|"
    r"(?:for )?as long as|"
    r"so long as|as soon as(?! possible)|in (?:exchange|return) for|"
    r"only (?:when|after|while)|in case|assuming(?: that)?|while)\b",
    re.IGNORECASE,
)
#: "while observers move in" is a condition; behind a comma it sets one thing beside another.
BESIDE = re.compile(r",\s+(?:while|whereas)\b", re.IGNORECASE)
#: A condition within a condition: "if the siege ends, unless ...".
NESTED = re.compile(
    r"\b(?:if|unless|provided(?: that)?|(?<!at )once|until|on condition that|as long as)\b",
    re.IGNORECASE,
)
EXCHANGE = re.compile(r"(?:only )?in (?:exchange|return) for\s+", re.IGNORECASE)
DEADLINE = re.compile(
    r"\b(?:within|no later than|not later than|by|before|until)\b[^,;.]*?"
    r"(?:\d|day|week|month|hour|year|january|february|march|april|may|june|july|august|september|"
    r"october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    r"noon|midnight|evening|end of)[^,;.]*",
    re.IGNORECASE,
)
MEANT = frozenset({"designed", "due", "intended", "meant", "supposed"})
AMOUNTS = frozenset({"duration", "money", "count", "percent", "measure"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
#: Words that by themselves are no term.
EMPTY = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "PUNCT", "SCONJ", "SPACE"})


def with_context(term: Term, phase: int | None, condition: Span | None) -> Term:
    """Return the term with the phase and the condition that its sentence opens with."""
    condition = term.condition or condition
    return replace(term, phase=phase, condition=condition, exchange=exchange_of(condition))


def act_term(
    doc: Doc, act: Act, *, owner: int | None = None, by: Span | None = None
) -> Term | None:
    """Return the term of an act; ``by`` does it where it has no subject of its own."""
    start, doer = act.verb, by
    if act.subject is not None:
        head = head_of(doc, *act.subject)
        is_owner = owner is not None and act.subject[0] <= owner < act.subject[1]
        if is_owner:
            doer = None
        elif act.passive or not is_party(head):
            start, doer = act.subject[0], agent_in(doc, act.verb, act.end)
        else:
            doer = doer_of(doc, act.subject, head)
    return term(doc, start, act.end, by=doer)


def doer_of(doc: Doc, subject: tuple[int, int], head: Token) -> Span | None:
    """Return the span of a subject: the name behind a pronoun, else all of its words."""
    if head.pos_ == "PRON":
        return party(doc, head)
    return phrase(doc, *subject)


def head_of(doc: Doc, start: int, end: int) -> Token:
    """Return the head of a noun phrase by its words: the last noun before "of" or "in"."""
    for i in range(start, end):
        is_last = i + 1 == end or doc[i + 1].pos_ not in NOUNS
        if doc[i].pos_ in NOUNS and is_last and not _is_owner(doc, i, end):
            return doc[i]
    return doc[end - 1]


def _is_owner(doc: Doc, i: int, end: int) -> bool:
    own = doc[i].pos_ == "PRON" and doc[i].dep_ == "nmod:poss"  # "*its* 3,000 fighters"
    return own or (i + 1 < end and doc[i + 1].lower_ in ("'s", "’s", "'", "’"))


def doer_in(doc: Doc, start: int, end: int) -> Span | None:
    """Return who does the act of a range: the party that is the subject of its verb, in the passive
    the one behind "by", but for who "is obliged to" do it.
    """
    verb = whole_head(doc, start, end)
    doer = subject(verb) if verb.pos_ in ("VERB", "AUX") else None
    if doer is None or not is_party(doer):
        return None
    suffers = doer.dep_ == "nsubj:pass" and "VerbForm=Part" in str(verb.morph)
    if suffers and not bases(verb) & HOLDERS:
        return agent_in(doc, verb.i, end)
    return whole_party(doc, doer)


def agent_in(doc: Doc, start: int, end: int) -> Span | None:
    """Return who does a passive act: the party behind "by"."""
    for i in range(start, end - 1):
        if doc[i].lower_ == "by" and is_party(doc[i + 1].head if _is_word(doc, i) else doc[i + 1]):
            if doc[i].head.head.dep_ in ("acl", "acl:relcl") and doc[i].head.head.i > start:
                continue  # "a strip *watched by* Oslo": no doer of the act itself
            head = doc[i].head
            return party(doc, head) if head.i > i and is_party(head) else None
    return None


def _is_word(doc: Doc, i: int) -> bool:
    return doc[i + 1].dep_ in ("det", "amod", "compound", "nummod", "nmod:poss")


def term(doc: Doc, start: int, end: int, *, by: Span | None) -> Term | None:
    """Return the term of a range of tokens, its condition cut off and its details read."""
    found = trimmed(doc, start, end)
    if found and found[1] - found[0] > 2 and lower_of(doc)[found[0] + 1] == "to":
        meant = lower_of(doc)[found[0]] in MEANT  # "was *meant to* let lorries pass"
        found = trimmed(doc, found[0] + 2, found[1]) if meant else found
    while found and found[1] - found[0] > 1 and doc[found[0]].lower_ in LEADING:
        found = trimmed(doc, found[0] + 1, found[1])
    while found and found[1] - found[0] > 1 and _dangles(doc[found[1] - 1]):
        found = trimmed(doc, found[0], found[1] - 1)
    if found is None or EMPTY.issuperset(classes_of(doc)[slice(*found)]):
        return None
    told, condition = parted(text_of(doc), span_of(doc, *found))
    words = without_phase(told) if told is not None else None
    if told is None or words is None:
        return None
    return Term(
        what=words,
        party=by,
        phase=phase_in(told.text) or None,
        condition=condition,
        exchange=exchange_of(condition),
        amount=amount_of(words),
        deadline=deadline_of(words),
    )


def _dangles(last: Token) -> bool:
    """A word that opens a phrase which is not there, or goes with what follows.

    "the delivery of ships *under*", "a swap *and, later*", "make drones there *as part* of it".
    """
    if last.lower_ == "part" and last.i and last.nbor(-1).lower_ == "as":
        return True
    opens = last.dep_ in ("case", "det", "cc") and last.pos_ in ("ADP", "DET", "CCONJ")
    ahead = last.pos_ == "ADV" and last.dep_ == "advmod" and last.head.i > last.i
    return opens or ahead or (last.pos_ == "PART" and last.dep_ == "mark")


def parted(text: str, words: Span) -> tuple[Span | None, Span | None]:
    """Return what is to be done and its condition: "free them | only if the siege ends"."""
    beside = BESIDE.search(words.text)
    if beside is not None and beside.start() > 0:
        words = Span.of(text, words.start, words.start + beside.start())
    cuts = CONDITION.finditer(words.text)
    cut = next((c for c in cuts if c[0].lower() != "until"), None)  # that tells how long
    if cut is None or cut.start() == 0:
        return words, None
    kept = words.text[: cut.start()].rstrip(" ,;-–—")
    kept = re.sub(r"[ ,]+(?:and|but|or)$", "", kept)
    inner = re.sub(r"^(?:but|and) ", "", words.text[cut.start() :])
    condition = Span.of(text, words.end - len(inner), words.end) if " " in inner else None
    return (Span.of(text, words.start, words.start + len(kept)) if kept else None), condition


def exchange_of(condition: Span | None) -> Span | None:
    """Return what is given for a term: the words behind "in exchange for"."""
    found = EXCHANGE.match(condition.text) if condition is not None else None
    if condition is None or found is None or found.end() == len(condition.text):
        return None
    return Span(condition.start + found.end(), condition.end, condition.text[found.end() :])


def amount_of(words: Span) -> Span | None:
    """Return the first duration, sum or number of a term, with the word that it counts."""
    for q in quantities_in(words.text):
        if q.kind in AMOUNTS:
            start, end = q.start, q.end
            if q.kind == "money" and start and words.text[start - 1] in "$€£":
                start -= 1
            behind = re.match(r"[-–\s]?(?:%|[^\W\d_]+)", words.text[end:])
            if behind and q.kind != "money":
                end += behind.end()
            return Span(words.start + start, words.start + end, words.text[start:end])
    return None


def deadline_of(words: Span) -> Span | None:
    """Return the words that say until when: "within 24 hours", "by the end of the year"."""
    found = DEADLINE.search(words.text)
    if found is None:
        return None
    told = found[0].rstrip()
    return Span(words.start + found.start(), words.start + found.start() + len(told), told)
