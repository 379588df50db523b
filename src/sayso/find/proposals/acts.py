"""A stretch of text to the acts that it lays down: "Israel *would leave* the town and *free* ...".

The acts are read off the words: a modal or "is to" opens one, and plain verbs joined to it by
commas and "and" share its subject. The tree is asked only for what the words do not show.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from sayso.find.proposals.clauses import HOLDERS, SUBJECTS, bases, may_bargain
from sayso.language.spans import lower_of

MODALS = frozenset({"would", "will", "must", "shall", "'ll", "may", "should"})
#: Verbs of promising that lay down what is behind their "to": "*undertook to* free them".
PROMISING = frozenset({"undertook", "undertakes", "pledged", "pledges", "promised", "promises",
                       "agreed", "agrees", "consented", "consents"})  # fmt: skip
BEING = frozenset({"is", "are", "was", "were"})
#: Every word that may be a modal.
MODAL = MODALS | PROMISING | BEING
#: What may open a clause of its own, and what joins two.
OPENERS = frozenset({"while", "whereas", "which", "that", "whereby", "once", "if", "unless", "as"})
JOINTS = frozenset({"and", "but", "or", "then", ";", ","})
WHO = frozenset({"who", "whom", "whose"})
RELATIVE = frozenset({"that", "which", "who", "whom", "where", "whose", "when"})
SUBJECT_POS = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON", "ADP", "PART", "SYM", "X"})
SAYING = frozenset({"said", "says", "say", "tell", "tells", "told", "added", "announced",
                    "reported", "according"})  # fmt: skip
#: "would have them leave", "would see them leave".
CAUSING = frozenset({"have", "see"})
#: "in turn", "in return": what may stand before a verb.
IN_TURN = frozenset({"turn", "return", "exchange"})
#: "would be *allowed* to stay": whoever may do so is bound to nothing.
LETTING = frozenset({"allowed", "permitted"})
#: Auxiliaries of what has been done already.
DONE = frozenset({"had", "has", "have", "was", "were", "did"})
#: Words between a modal and its verb.
HELPERS = frozenset({"be", "been", "have", "not", "to", "being", "get", "n't", "also", "then"})
LENGTHS = frozenset({"hour", "day", "week", "month", "year"})
#: The form of "leaves", which is no plain verb.
SINGULAR = "Number=Sing|Person=3"


@dataclass(frozen=True)
class Act:
    """One act: its verb, the tokens it runs over, and the tokens of its subject, if it has one."""

    verb: int
    end: int
    subject: tuple[int, int] | None
    passive: bool


def acts_in(doc: Doc, start: int, end: int) -> Iterator[Act]:
    """Yield the acts with a modal between two tokens, in text order."""
    words = lower_of(doc)
    opening = (i for i in range(start, end) if words[i] in MODAL and is_modal_at(doc, i))
    modals = [i for i in opening if not _is_aside(doc, i, start)]
    opened = [(i, _subject(doc, i, start)) for i in modals]
    for n, (i, subject) in enumerate(opened):
        stop = end
        if n + 1 < len(opened):
            following = opened[n + 1][1]
            stop = _back(doc, following[0] if following else opened[n + 1][0], i)
        verb = verb_after(doc, i + 1, stop)
        if verb is None:
            continue
        verb, subject = _caused(doc, verb, stop, subject)
        yield from joined_acts(doc, verb, _end(doc, verb, stop), subject)


def _caused(
    doc: Doc, verb: int, end: int, subject: tuple[int, int] | None
) -> tuple[int, tuple[int, int] | None]:
    """ "would *have the rebels free* ten men": whose act it is, and which."""
    if not bases(doc[verb]) & CAUSING:
        return verb, subject
    held = (c for c in doc[verb].children if c.dep_ in ("xcomp", "ccomp") and is_plain(c))
    act = next((c for c in held if verb + 1 < c.i < end), None)
    own = [doc[verb], act] if act is not None else []
    doers = [c for up in own for c in up.children if c.dep_ in ("obj", "nsubj") and c.i > verb]
    doer = next((c for c in doers if act is not None and c.i < act.i), None)
    if act is None or doer is None or not may_bargain(doer):  # "would have a week to leave"
        return verb, subject
    return act.i, (doer.left_edge.i, min(doer.right_edge.i + 1, act.i))


def joined_acts(
    doc: Doc, verb: int, end: int, subject: tuple[int, int] | None, *, plain: bool = False
) -> Iterator[Act]:
    """Yield a verb's act and those of the plain verbs joined to it: "leave ... and free ..."."""
    passive = not plain and any(
        doc[k].lower_ in ("be", "been") for k in range(max(0, verb - 2), verb)
    )
    inner = _behind_passive(doc, verb, end) if passive else None
    if inner is not None:
        own = None if doc[verb].lower_ in LETTING else subject
        yield from joined_acts(doc, inner, end, own, plain=True)
        return
    other = _beside(doc, verb, end, passive=passive)
    if other is not None:
        yield from joined_acts(doc, verb, other[0], subject, plain=plain)
        first, second = other
        if passive and "VerbForm=Part" in str(doc[second].morph):
            yield Act(second, _trimmed(doc, second, end), other, passive)
        elif _is_duty(doc[second], doc[first - 1]):
            yield from joined_acts(doc, second, end, other, plain=True)
        return
    cuts = [] if passive else _cuts(doc, verb, end)
    begins = [verb, *(after for _, after in cuts)]
    ends = [*(at for at, _ in cuts), end]
    for b, e in zip(begins, ends, strict=True):
        act = held(doc, b, e)
        yield Act(act, _trimmed(doc, act, e), subject, passive)


def _behind_passive(doc: Doc, verb: int, end: int) -> int | None:
    """The act behind "are obliged to", "would be allowed to"."""
    known = doc[verb].lower_ in LETTING or doc[verb].lemma_.lower() in HOLDERS
    if not known or verb + 2 >= end or doc[verb + 1].lower_ != "to":
        return None
    return verb_after(doc, verb + 2, end)


def _beside(doc: Doc, verb: int, end: int, *, passive: bool) -> tuple[int, int] | None:
    """ "would leave the port and *the rebels* free ten men", "are to be freed and *guns* buried".

    Another subject behind the act, and its verb: a clause of its own, or one that shares the modal.
    """
    for act in doc[verb + 1 : end]:
        bare = not any(c.dep_.startswith("aux") for c in act.children)
        shared = bare and (is_plain(act) or (passive and "VerbForm=Part" in str(act.morph)))
        if act.pos_ != "VERB" or not (shared or "VerbForm=Fin" in str(act.morph)):
            continue
        named = next((c for c in act.children if c.dep_ in SUBJECTS), None) or _named_before(act)
        own = named.left_edge.i if named is not None else verb
        own += named is not None and doc[own].lower_ in JOINTS
        if verb + 1 < own < act.i and doc[own - 1].lower_ in (",", "and", "but", ";"):
            return own, act.i
    return None


def _named_before(act: Token) -> Token | None:
    """ "would have Oslo leave the port and *Rome* free ten men": joined to Oslo by the parse."""
    name = act.nbor(-1) if act.i else act
    joined = act.dep_ == name.dep_ == "conj" and is_plain(act) and may_bargain(name)
    return name if joined and name.head.i < act.head.i + 3 and name.head.i < name.i else None


def _is_duty(act: Token, joint: Token) -> bool:
    """A bare verb, or one in the present behind "and" with a noun for its subject: "*keeps*"."""
    if act.lower_ in SAYING or any(c.dep_.startswith("aux") for c in act.children):
        return False
    named = any(c.dep_ in SUBJECTS and c.pos_ != "PRON" for c in act.children)
    now = "Tense=Pres" in str(act.morph) and joint.text != ","
    return is_plain(act) or (now and named)


def is_modal_at(doc: Doc, i: int) -> bool:
    """Tell whether a token is a modal, or the "is" of "is to leave"."""
    low = lower_of(doc)[i]
    if low in MODALS:
        return doc[i].pos_ in ("AUX", "VERB") or low == "would"
    if low in PROMISING:
        return i + 2 < len(doc) and doc[i + 1].lower_ == "to" and is_plain(doc[i + 2])
    if low not in BEING:
        return False
    at = i + 3 if _is_return(doc, i + 1) else i + 1  # "were *in return* to free ten men"
    after = [doc[k] for k in range(at, min(at + 3, len(doc)))]
    to = next((n for n, t in enumerate(after[:2]) if t.lower_ == "to"), None)
    return to is not None and any(t.pos_ in ("VERB", "AUX") for t in after[to:])


def verb_after(doc: Doc, at: int, end: int) -> int | None:
    """Return the verb behind a modal or "to", over "not", "be" and adverbs."""
    for i in range(at, min(end, at + 6)):
        token = doc[i]
        if token.pos_ == "VERB":
            return i
        if token.lower_ in HELPERS or token.pos_ in ("ADV", "PART"):
            continue
        if token.pos_ == "AUX" or _is_in_turn(doc, i):
            continue
        return i - 1 if i > at and doc[i - 1].lower_ in ("be", "have") else None
    return None


def _is_in_turn(doc: Doc, i: int) -> bool:
    """ "would *in turn* free ten men": words between a modal and its verb."""
    words = lower_of(doc)[i - 1 : i + 2]
    return ("in" in words[1:] and words[-1] in IN_TURN) or (
        words[0] == "in" and words[1] in IN_TURN
    )


def _is_return(doc: Doc, i: int) -> bool:
    words = lower_of(doc)[i : i + 2]
    return len(words) > 1 and words[0] == "in" and words[1] in IN_TURN


def held(doc: Doc, verb: int, end: int) -> int:
    """Return the act behind "have to", "agree to", "begin to": the verb behind the last "to"."""
    for _ in range(2):
        token = doc[verb]
        known = token.lemma_.lower() in HOLDERS or token.lower_ in HOLDERS
        if not known or verb + 2 >= end or doc[verb + 1].lower_ != "to":
            break
        inner = verb_after(doc, verb + 2, end)
        if inner is None:
            break
        verb = inner
    return verb


def is_plain(token: Token) -> bool:
    """Tell whether a verb is in its plain form: "leave", not "leaves" or "left"."""
    if token.pos_ not in ("VERB", "AUX"):
        return False
    return token.lower_ == token.lemma_.lower() and SINGULAR not in str(token.morph)


def _cuts(doc: Doc, verb: int, end: int) -> list[tuple[int, int]]:
    """Where joined plain verbs begin: pairs of (end of the act before, the verb)."""
    found: list[tuple[int, int]] = []
    words = lower_of(doc)
    listed = words[verb - 1] == "to"  # "to leave the port, *to* open the road and to"
    for i in range(verb + 1, end - 1):
        if words[i] not in ("and", "or", "but", ",", "then"):
            continue
        after = i + 1
        while after < end and doc[after].pos_ == "ADV":
            after += 1
        if after + 1 < end and words[after] == "to" and (words[i] == "and" or listed):
            after += 1  # "to exchange prisoners *and to* open the road"
        elif words[i] == "or" and (i == verb + 1 or _is_ruled_out(words, verb)):
            continue  # "to *dilute or convert* its stock", "*not attack* guards *or take* taxes"
        if after < end and _is_joined(doc[after]):
            at = i - 1 if doc[i - 1].text == "," else i
            found.append((at, after))
    while found and doc[found[-1][0]].text == "," and doc[found[-1][1] - 1].text == ",":
        found.pop()  # a comma alone joins nothing unless an "and" follows
    return found


def _is_ruled_out(words: Sequence[str], verb: int) -> bool:
    """ "*not* attack", "*never to* attack"."""
    before = words[max(0, verb - 2) : verb]
    return any(w in ("not", "never") for w in (before if before[-1:] == ["to"] else before[-1:]))


def _is_joined(act: Token) -> bool:
    """A plain verb, and no helper of another: "and *have* a flag", not "and *have* left"."""
    return is_plain(act) and (act.lower_ not in HELPERS or act.pos_ == "VERB")


def _subject(doc: Doc, modal: int, start: int) -> tuple[int, int] | None:
    """The noun phrase before a modal, by the words; an apposition between commas is skipped."""
    last = modal
    while last > start and doc[last - 1].pos_ == "ADV":
        last -= 1
    if last - 2 > start and _is_return(doc, last - 2):  # "The army *in turn* is to leave"
        last -= 2
    if last > start and doc[last - 1].text == ",":
        opening = [k for k in range(last - 2, start, -1) if doc[k].text == ","]
        if opening and doc[opening[0] - 1].pos_ in ("NOUN", "PROPN"):
            last = opening[0]
    first = last
    while first > start and _is_of_subject(doc[first - 1]) and not _opens(doc, first - 1):
        if first < last and _begins(doc[first]) and doc[first - 1].pos_ in ("NOUN", "PROPN"):
            break  # "under the plan *the rebels* would"
        first -= 1
        if doc[first].lower_ in WHO:
            break
        if first - 1 > start and _joins_names(doc, first - 1):
            first -= 1
    while first < last and doc[first].pos_ == "ADP":
        first += 2 if _is_return(doc, first) else 1 + _length(doc, first + 1, last)
    return (first, last) if first < last else None


def _length(doc: Doc, start: int, end: int) -> int:
    """How many tokens before a subject only say how long: "for *six months* Oslo would"."""
    at = next((i for i in range(start, end) if doc[i].pos_ not in ("NUM", "DET", "ADJ")), end)
    timed = at + 1 < end and doc[at].lemma_.lower() in LENGTHS and doc[at + 1].dep_ != "nmod"
    return at + 1 - start if timed and doc[at].head.i >= end else 0


def _begins(token: Token) -> bool:
    """Tell whether a word begins a noun phrase: "the", "its"."""
    return token.pos_ == "DET" or (token.pos_ == "PRON" and token.dep_ == "nmod:poss")


def _is_of_subject(token: Token) -> bool:
    """A word of a noun phrase: "*badly hurt* men", "nobody *indicted*", the "-" of "pull-back"."""
    if token.pos_ in SUBJECT_POS or token.dep_ == "amod":
        return True
    if token.dep_ == "acl" and "VerbForm=Part" in str(token.morph):
        return True
    if token.text == "-":
        return not token.whitespace_ and token.i > 0 and not token.nbor(-1).whitespace_
    return token.pos_ == "ADV" and (token.head.pos_ == "NUM" or token.head.dep_ == "amod")


def _opens(doc: Doc, i: int) -> bool:
    return lower_of(doc)[i] in OPENERS


def _joins_names(doc: Doc, i: int) -> bool:
    """ "the army *and* the rebels would": the words before "and" end in a noun, no verb between."""
    if lower_of(doc)[i] != "and":
        return False
    before, after = doc[i - 1], doc[i + 1]
    if before.pos_ not in ("NOUN", "PROPN") or _is_of_act(before):
        return False
    head = after.head if after.head.pos_ in ("NOUN", "PROPN") else after
    tree = "conj" in (after.dep_, head.dep_)
    return tree or any(c.dep_ in SUBJECTS for c in before.head.children if c == before)


def _is_of_act(noun: Token) -> bool:
    """ "would pull out *its guards* and the police would be cut": part of the act before."""
    return noun.dep_ in ("obj", "obl") and noun.head.i < noun.i


def _is_aside(doc: Doc, modal: int, start: int) -> bool:
    """Tell whether a modal stands in a relative clause: "corridors *that Ukraine will* clear"."""
    found = _subject(doc, modal, start)
    at = (found[0] if found else modal) - 1
    if found and found[1] - found[0] == 1 and doc[found[0]].lower_ in RELATIVE:
        at = found[0]
    if at < start or doc[at].lower_ not in RELATIVE or doc[at - 1].lower_ == "after":
        return False
    if doc[at].lower_ in WHO:
        return at > start
    before = doc[at - 1] if at > 0 else None
    return at > start and before is not None and before.pos_ in ("NOUN", "PROPN", "PUNCT", "ADP")


def _back(doc: Doc, at: int, verb: int) -> int:
    """Step back over what joins two clauses, and over "in a second," before the subject."""
    while at - 1 > verb and doc[at - 1].lower_ in JOINTS | {"while", "whereas", "that"}:
        at -= 1
    if at - 2 > verb and (doc[at - 2].lower_, doc[at - 1].lower_) == ("after", "which"):
        return _back(doc, at - 2, verb)
    for k in range(at - 1, max(verb, at - 7), -1):
        if doc[k].lower_ in ("in", "under", "after", "once") and doc[k - 1].text in (
            ",",
            ";",
            "and",
        ):
            return _back(doc, k, verb)
    return at


def _end(doc: Doc, verb: int, end: int) -> int:
    """Where an act ends at the latest: before ";", a colon, or who says so."""
    words = lower_of(doc)
    for i in range(verb + 1, end):
        if words[i] in (";", ":") or words[i].isspace():
            return i
        if words[i] == "," and _is_said(doc, i, end):
            return i
        if words[i] in ("and", "but") and _is_done(doc, i, end):
            return i
        if words[i] == "," and i + 1 < end and _is_above(doc[i + 1], doc[verb]):
            return i
    return end


def _is_above(word: Token, act: Token) -> bool:
    """ "a draft, under which Oslo is to own the port, *was rejected*": what the clause hangs on."""
    if word.pos_ not in ("AUX", "VERB"):
        return False
    main = word.head if word.dep_.startswith(("aux", "cop")) else word
    return main.is_ancestor(act)


def _is_done(doc: Doc, joint: int, end: int) -> bool:
    """ "is to leave twelve posts, *and had* left nine", "*and ten had* been": a tale of its own."""
    ahead = list(doc[joint + 1 : min(end, joint + 4)])
    at = next((n for n, t in enumerate(ahead) if t.lower_ in DONE and t.pos_ == "AUX"), None)
    return at is not None and all(t.pos_ in SUBJECT_POS for t in ahead[:at])


def _is_said(doc: Doc, comma: int, end: int) -> bool:
    """ ", the official said": a verb of saying near the end of the sentence, and no modal."""
    rest = lower_of(doc)[comma + 1 : end]
    return bool(set(rest[:8]) & SAYING) and not set(rest) & MODALS


def _trimmed(doc: Doc, verb: int, end: int) -> int:
    while end - 1 > verb and (doc[end - 1].is_punct or doc[end - 1].lower_ in JOINTS):
        if doc[end - 1].text in ('"', "”", "'", ")"):
            break
        end -= 1
    return end
