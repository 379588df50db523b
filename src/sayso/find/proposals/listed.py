"""Lists of acts and of noun phrases to terms: "to free ten men and open the road", "an end to"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc, Token

from sayso.find.proposals.acts import is_plain, joined_acts, verb_after
from sayso.find.proposals.clauses import MEETINGS, is_on_offer, is_party, whole_party
from sayso.find.proposals.details import act_term, agent_in, term
from sayso.language.spans import head_of, lower_of
from sayso.record.findings import Term
from sayso.record.span import Span

#: Words that end a list of nouns.
STOPS = frozenset({"which", "that", "who", "while", "but", "said", "says", "after", "as"})
#: Words of a time before or after something else.
TIMES = frozenset({"hour", "hours", "day", "days", "week", "weeks", "month", "months", "minutes",
                   "moments", "shortly", "just", "only", "soon"})  # fmt: skip
#: Verbs that tell who says so behind a comma.
TELLING = frozenset({"said", "says", "say", "announced", "told"})
#: Verbs of what comes of a refusal.
SUFFERED = frozenset({"be", "face", "lose", "risk", "see", "suffer"})
#: Words that open a clause inside a noun term: "a force that would".
OPENING = frozenset(
    {"that", "which", "who", "where", "when", "whom", "whose", "if", "after", "until"}
)
NOUNS = frozenset({"NOUN", "PROPN", "NUM"})
STARTS = frozenset({"DET", "NOUN", "PROPN", "ADJ", "NUM"})


def infinitives(doc: Doc, to: int, end: int, *, by: Span | None) -> Iterator[Term]:
    """Yield the acts behind "to": its verb and the plain verbs joined to it."""
    verb = verb_after(doc, to + 1, end)
    if verb is not None:
        yield from joined_terms(doc, verb, end, by=by)


def joined_terms(doc: Doc, verb: int, end: int, *, by: Span | None) -> Iterator[Term]:
    """Yield the act of a verb and those of the plain verbs joined to it."""
    for act in joined_acts(doc, verb, list_end(doc, verb, end), None, plain=True):
        found = act_term(doc, act, by=by)
        if found is not None:
            yield found


def list_end(doc: Doc, start: int, end: int) -> int:
    """Return where a list of acts ends: before a clause of its own, or who says so."""
    for i in range(start + 1, end - 1):
        if _is_said_of_name(doc[i], start) or _has_own_doer(doc, i):
            return i
        if doc[i].text in (";", ":") or doc[i].is_space:
            return i
        if doc[i].text == "," and _opens_aside(doc, i, end):
            return i
        if is_suffered(doc, i):
            return i
        if doc[i].lower_ == "after" and _is_past(doc, i, end):
            return i
    return end


def is_suffered(doc: Doc, i: int) -> bool:
    """ "to leave the port *or face* more raids": what comes of a refusal."""
    return doc[i].lower_ == "or" and doc[i + 1].lower_ in SUFFERED


def _is_past(doc: Doc, after: int, end: int) -> bool:
    """ "agreed to end the war *after the army lost* the port", "*after* ten days of *talks*"."""
    if doc[after].dep_ == "mark":
        verb = doc[after].head
        return not any(c.lower_ in ("has", "have") for c in verb.children)
    return not MEETINGS.isdisjoint(lower_of(doc)[after + 1 : min(end, after + 7)])


def _is_said_of_name(verb: Token, start: int) -> bool:
    """ "an offer to buy the port *expires*": a finite verb whose subject stands before the list."""
    if verb.pos_ not in ("VERB", "AUX") or "VerbForm=Fin" not in str(verb.morph):
        return False
    main = verb.head if verb.dep_ in ("aux", "aux:pass", "cop") else verb
    own = [c for c in main.children if c.dep_.startswith("nsubj")]
    bare = main.dep_ == "conj" and "VerbForm=Inf" in str(main.head.morph)
    if bare or (main.dep_ == "conj" and main.head.i < start):
        return not own  # "allows Oslo to keep the port and *gives* it a"
    return bool(own) and own[0].i < start


def _has_own_doer(doc: Doc, i: int) -> bool:
    """ ", *with Ankara paying* for the bridge", ", *made* in January": a clause beside the list."""
    if doc[i].text != "," or i + 2 >= len(doc):
        return False
    if doc[i + 1].lower_ == "with":
        return any(t.lower_.endswith("ing") and t.pos_ == "VERB" for t in doc[i + 2 : i + 6])
    form = str(doc[i + 1].morph)
    done = "VerbForm=Part" in form and "Tense=Past" in form
    return done or (doc[i + 1].pos_ == "ADV" and "VerbForm=Part" in str(doc[i + 2].morph))


def _opens_aside(doc: Doc, comma: int, end: int) -> bool:
    """ ", the envoy said", ", which", ", after": no part of the list."""
    after = doc[comma + 1]
    if after.lower_ in STOPS or (after.lower_.endswith("ing") and not _goes_on(after)):
        return True
    if after.pos_ == "DET" and is_on_offer(after.head) and _is_beside(after.head):
        return True  # "to guard the border, *an offer* that Rome refused"
    timed = lower_of(doc)[comma + 1 : min(end, comma + 5)]  # ", *hours before* the ban expires"
    if any(a in TIMES and b in ("before", "after") for a, b in pairwise(timed)):
        return True
    return not TELLING.isdisjoint(lower_of(doc)[comma + 1 : min(end, comma + 9)])


def _is_beside(noun: Token) -> bool:
    """Tell whether a noun says what is told before it is, perhaps with a clause of its own."""
    return noun.dep_ == "appos" or any(c.dep_ == "acl:relcl" for c in noun.children)


def _goes_on(act: Token) -> bool:
    """ "to stop kidnapping, *planting* mines and taking tolls": one of several in the same form."""
    return act.dep_ == "conj" and act.head.pos_ == "VERB" and act.head.lower_.endswith("ing")


def is_infinitive(doc: Doc, i: int) -> bool:
    """Tell whether a token is the "to" of an infinitive."""
    return lower_of(doc)[i] == "to" and i + 1 < len(doc) and is_plain(doc[i + 1])


def noun_terms(doc: Doc, start: int, end: int) -> Iterator[Term]:
    """Yield the noun terms of a list: "an end to attacks, a pull-back and talks on the border"."""
    end = _nouns_end(doc, start, end)
    begin = start
    for i in range(start, end + 1):
        if i < end and not _parts_nouns(doc, i, begin, end, listed=begin > start):
            continue
        yield from _noun(doc, begin, i)
        begin = i + 1
        while begin < end and doc[begin].lower_ in ("and", "or", "for"):
            begin += 1


def _noun(doc: Doc, start: int, end: int) -> Iterator[Term]:
    if start >= end or not any(t.pos_ in NOUNS or t.pos_ == "VERB" for t in doc[start:end]):
        return
    to = next((i for i in range(start + 1, end) if is_infinitive(doc, i)), None)
    if to is not None and is_party(doc[to - 1]):
        by = term(doc, start, to, by=None)
        yield from joined_terms(doc, to + 1, end, by=by.what if by else None)
        return
    verb = head_of(doc, start, end)
    doer = next((c for c in verb.children if c.dep_ == "nsubj" and start <= c.i < verb.i), None)
    finite = verb.pos_ == "VERB" and "VerbForm=Fin" in str(verb.morph)
    if finite and doer is not None and is_party(doer):  # "the rebels bury their mines"
        found = term(doc, verb.i, end, by=whole_party(doc, doer))
    else:
        found = term(doc, start, end, by=agent_in(doc, start, end))
    if found is not None:
        yield found


def _parts_nouns(doc: Doc, i: int, begin: int, end: int, *, listed: bool) -> bool:
    """A comma or "and" between two noun terms: the next begins as a noun phrase does."""
    if doc[i].lower_ not in (",", "and", "or", ";") or i + 1 >= end or i <= begin:
        return False
    after = doc[i + 1]
    if after.lower_ in ("and", "or") and i + 2 < end:
        after = doc[i + 2]
    opens = after.pos_ == "DET" or after.lower_ == "for" or after.lower_.endswith("ing")
    if doc[i].text == ",":
        return opens or after.pos_ in STARTS or (after.pos_ == "PRON" and after.dep_ == "nsubj")
    counted = after.pos_ == "NUM" or (listed and after.pos_ in STARTS)
    return opens or (counted and _is_shared(doc, begin, i))


def _is_shared(doc: Doc, begin: int, i: int) -> bool:
    """The words behind "and" are joined to the head of the term before it, not to its last noun."""
    first = next((k for k in range(begin, i) if doc[k].pos_ in NOUNS), begin)
    joined = [t for t in (doc[i + 1], doc[i + 1].head) if t.dep_ == "conj"]
    return bool(joined) and joined[0].head.i <= first


def _nouns_end(doc: Doc, start: int, end: int) -> int:
    for i in range(start, end):
        token = doc[i]
        if token.text in (";", ":") or token.is_space or (token.is_sent_start and i > start):
            return i
        if i > start and token.text == "," and _opens_aside(doc, i, end):
            return i
        if i > start and (token.lower_ in ("while", "but") or _is_main(doc, start, i)):
            return i
    return end


def _is_main(doc: Doc, start: int, i: int) -> bool:
    """ "his plan for a truce and a pull-back *had* been close": the verb of the clause itself."""
    if doc[i].pos_ not in ("VERB", "AUX") or "VerbForm=Fin" not in str(doc[i].morph):
        return False
    opened = any(t.lower_ in OPENING or t.dep_.startswith("nsubj") for t in doc[start:i])
    return not opened
