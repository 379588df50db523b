"""The shares of a sentence to answers: each with the words that it answers."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from sayso.find.polls.pollsters import NEXT, RELATIVE
from sayso.find.polls.shares import BETWEEN, JOINTS, Share
from sayso.language.pronouns import noun_phrase
from sayso.language.spans import phrase
from sayso.language.word_lists import words_of
from sayso.record.findings import Answer
from sayso.record.span import Span as Words

#: "the support *of* 28 percent", "put support *at* 53 percent": the answer stands before.
AFTER = frozenset({"at", "by", "of", "on", "to"})
#: "said (that) they" before an answer is no part of it.
TOLD = frozenset({"said", "say", "that", "they"})
#: Verbs that say whose words these are: ", the institute said".
SAYING = frozenset({"said", "says", "showed", "shows", "found", "according", "reported", "added"})
#: What a name in a list of shares is made of.
NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART", "NUM"})
#: "the *share* who believed in it fell to 40 percent": what is counted follows.
PARTS = frozenset({"number", "proportion", "share"})
#: What is left of the words of a group that stand in the place of an answer.
OF = frozenset({"among", "in", "of"})
#: A share may be what its answer is: "support *is* 72 percent".
PERCENT = frozenset({"%", "percent"})
#: What sets a share against the one before it: ", *against* 44 percent of over-60s".
AGAINST = frozenset({"against", "versus"})
#: Hedges before a number belong to the number.
NEAR = 4
#: So many tokens behind a comma stands who says so: ", the Institute of Sociology of Kyiv said".
FAR = 10


def answers_in(
    doc: Doc, sentence: Span, shares: list[Share], closed: list[Words]
) -> Iterator[tuple[Share, Answer | None]]:
    """Yield each share that may answer with its words: those behind it, else those before it.

    ``closed`` are the words of the question and of who was asked, which are no part of an answer.
    """
    listed = False
    for n, share in enumerate(shares):
        past = _end(shares[n - 1]) if n else sentence.start
        following = shares[n + 1].start if n + 1 < len(shares) else None
        if not share.is_answer:
            continue
        found = _won(doc, past, share, listed, closed)
        listed = found is not None
        if found is None:
            found = _words(doc, sentence, share, past, following, closed)
        yield share, Answer(found, share.value) if found is not None else None


def _words(
    doc: Doc, sentence: Span, share: Share, past: int, following: int | None, closed: list[Words]
) -> Words | None:
    case = _case(doc, past, share.start)
    if case is not None and case.lower_ == "by":
        return _trimmed(doc, past, case.i, closed)
    if case is not None and not (case.lower_ == "to" and case.i == past):
        return _before(doc, past, case.i, closed)
    found = _behind(doc, _end(share), sentence.end, following, closed)
    against = share.start > past and doc[share.start - 1].lower_ in AGAINST
    end = share.start - 1 if against else share.start
    return found or _before(doc, past, end, closed)


def _end(share: Share) -> int:
    return share.of[1] if share.of is not None else share.end


def _case(doc: Doc, past: int, start: int) -> Token | None:
    """The word that leads from an answer to its share: "*at* (about) 53 percent"."""
    i = start - 1
    while i > past and doc[i].lower_ in BETWEEN - {"and", "or"}:
        i -= 1
    return doc[i] if i >= past and doc[i].lower_ in AFTER else None


def _won(doc: Doc, past: int, share: Share, listed: bool, closed: list[Words]) -> Words | None:
    """Who would win a share: "*Unity* would take 31 percent, *the Greens* 18 and *the Left* 6"."""
    noun = doc[share.end - 1]
    verb = noun.head
    if noun.dep_ == "obj" and verb.lemma_.lower() in words_of("poll_words", "winning"):
        shared = verb.dep_ == "conj" and not any(c.dep_ == "nsubj" for c in verb.lefts)
        first = doc[share.start].sent.start if shared else past
        above = verb.head if shared else verb
        subjects = [c for c in above.lefts if c.dep_ == "nsubj" and first <= c.i < share.start]
        if subjects:
            return _trimmed(doc, *noun_phrase(subjects[-1]), closed)
    if not (listed or share.is_bare):
        return None
    joints = [i for i in range(past, share.start) if doc[i].lower_ in JOINTS]
    start = joints[-1] + 1 if joints else past
    inside = doc[start : share.start]
    if len(inside) and all(t.pos_ in NOMINAL or t.ent_type_ for t in inside):
        return phrase(doc, start, share.start)
    return None


def _behind(
    doc: Doc, start: int, end: int, following: int | None, closed: list[Words]
) -> Words | None:
    """The words behind a share, up to the next answer, a comparison, or who says so."""
    stop = following if following is not None else end
    if following is not None:
        while stop > start and not _is_joint(doc[stop - 1]) and following - stop < NEAR:
            stop -= 1
        if stop == start or not _is_joint(doc[stop - 1]):
            stop = following
        while stop > start and _is_joint(doc[stop - 1]):
            stop -= 1
    stop = next((i for i in range(start, stop) if _is_end(doc, start, i, stop)), stop)
    while stop - start > 1 and doc[start].lower_ in TOLD:
        start += 1
    if all(t.pos_ == "ADP" and t.lower_ != "against" for t in doc[start:stop]):
        return None
    return _trimmed(doc, start, stop, closed)


def _is_end(doc: Doc, start: int, at: int, stop: int) -> bool:
    """Tell whether an answer ends before a token: what is said besides, by whom, of what else."""
    token = doc[at]
    if token.text == ";" or (token.text == "," and _is_said(doc, at, stop)):
        return True
    nearer = [t.lower_ for t in doc[at : at + 2]]
    if nearer in (["up", "from"], ["down", "from"], ["compared", "with"], ["compared", "to"]):
        return True
    if token.text == "(" or (at > start and nearer == [",", "against"]):
        return True
    clause = (t for t in doc[start:stop] if t.dep_ == "conj" and t.left_edge.i == at)
    return at > start and any(c.dep_ == "nsubj" and c.i > at for t in clause for c in t.children)


def _before(doc: Doc, past: int, end: int, closed: list[Words]) -> Words | None:
    """ "The mayor had the support of *28 percent*": the subject before the share, or all words."""
    verbs = [t for t in doc[past : end + NEAR] if t.pos_ == "VERB" or t.lower_ in PERCENT]
    subjects = [c for v in verbs for c in v.children if c.dep_ == "nsubj" and past <= c.i < end]
    polls = words_of("poll_words", "noun") | RELATIVE | NEXT
    if subjects and subjects[-1].lower_ in polls:
        verb = subjects[-1].head
        subjects = [c for c in verb.children if c.dep_ in ("obj", "iobj") and past <= c.i < end]
    if not subjects:
        trails = next((i + 1 for i in range(past, end) if doc[i].lower_ == "behind"), past)
        return _trimmed(doc, trails, end, closed)
    start, stop = noun_phrase(subjects[-1])
    clauses = (c.right_edge.i + 1 for c in subjects[-1].rights if c.dep_ == "acl:relcl")
    if subjects[-1].lower_ in PARTS:
        stop = max([stop, *(c for c in clauses if c <= end)])
    return _trimmed(doc, start, min(stop, end) if start < end else stop, closed)


def _trimmed(doc: Doc, start: int, end: int, closed: list[Words]) -> Words | None:
    """The words of a range, but for those of the question and of who was asked."""
    for words in closed:
        inside = [i for i in range(start, end) if words.start <= doc[i].idx < words.end]
        if not inside:
            continue
        if inside[0] - start <= end - inside[-1] - 1:
            start = inside[-1] + 1
        else:
            end = inside[0]
    while end > start and _is_joint(doc[end - 1]):
        end -= 1
    while start < end and _is_joint(doc[start]):
        start += 1
    if all(doc[i].lower_ in OF for i in range(start, end)):
        return None
    by = (i for i in range(start + 1, end - 1) if doc[i].lower_ == "by")
    if doc[start].lower_ == "followed":
        start = next(by, start - 1) + 1
    found = phrase(doc, start, end)
    return found if found and any(c.isalpha() for c in found.text) else None


def _is_joint(token: Token) -> bool:
    return token.lower_ in JOINTS


def _is_said(doc: Doc, at: int, stop: int) -> bool:
    """ ", a poll by the institute found", ", the institute said"."""
    words = [t.lower_ for t in doc[at + 1 : min(stop, at + FAR)]]
    polls = words_of("poll_words", "noun")
    return not polls.isdisjoint(words[:NEAR]) or any(w in SAYING for w in words)
