"""The verb of a cue and who stands as its subject, by the parse alone."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.language.spans import hanging_on, head_of

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
#: A participle or conjunct takes the subject of the verb it hangs on, over at most so many arcs.
REACH = 3
#: Participles that with a predicate behind them report and do nothing else.
FEARED = frozenset({"feared", "presumed"})
#: Participles of what is put to somebody who then answers.
PUT = frozenset({"asked", "pressed", "questioned"})
#: What leads to who is quoted.
QUOTES = frozenset({"cite", "cited", "cites", "citing", "quote", "quoted", "quotes", "quoting"})


def cue_verb(doc: Doc, start: int, end: int) -> Token | None:
    """Return the verb of a cue at tokens ``start`` to ``end``, or None where it has none."""
    root = head_of(doc, start, end)
    if root.dep_.startswith("aux"):  # "would neither" of "would neither confirm nor deny"
        root = root.head
    if root.pos_ in ("VERB", "AUX"):
        return root
    return next((t for t in doc[start:end] if t.pos_ == "VERB"), None)


def subject(verb: Token) -> Token | None:
    """Return the subject of a verb, its own or that of the verb it is joined to.

    "He said ..." he; "The army, denying ..., said" army; "said and repeated" of both. None for
    passives without a doer ("a boat accused of ...") and for clauses of their own kind.
    """
    at, joins = verb, True
    for _ in range(REACH):
        own = [c for c in at.children if c.dep_ in SUBJECTS]
        if any(c.dep_ == "nsubj:pass" for c in own):
            if at != verb and joins and "Voice=Pass" not in str(verb.morph):
                return own[0]  # "He was warned and *left*": whom it was done to goes on
            alone = all(c.dep_ != "obl:agent" for c in at.children)
            if alone and verb.dep_ == "advcl" and verb.head == at and verb.lower_.endswith("ing"):
                return own[0]  # "He was sworn in, *vowing* to fight"
            return next((c for c in at.children if c.dep_ == "obl:agent"), None)
        if own:
            return [own[0], *(c for c in own if c.dep_ == "nsubj" and c.i < at.i)][-1]
        if at.dep_ == "acl" and "Tense=Past" in str(at.morph):  # a boat accused of ...
            return next((c for c in at.children if c.dep_ == "obl:agent"), None)
        if at.dep_ in ("acl", "acl:relcl"):
            return at.head
        if at.dep_ not in ("conj", "advcl", "xcomp"):
            return None
        joins = joins and at.dep_ == "conj"
        at = at.head
    return None


def about(verb: Token) -> Token | None:
    """Return whom a passive verb tells of, who does not say it: "*Ann* was accused", "a *boat*
    accused of", "the *men* who were told", "asked if he knew, *Ann* said". None where somebody is
    quoted."""
    if verb.lower_ in QUOTES:
        return None
    if verb.lower_ in FEARED and _is_bare(verb):
        before = (c for c in verb.children if c.right_edge.i == verb.i - 1)
        return next((c for c in before if c.dep_ in SUBJECTS), None)
    if "Voice=Pass" not in str(verb.morph) and not _is_told(verb):
        return None
    at = verb
    for _ in range(REACH):
        own = next((c for c in at.children if c.dep_ in SUBJECTS), None)
        if own is not None:
            told = own.dep_ == "nsubj:pass"
            of_noun = at.dep_ == "acl:relcl" and own.pos_ == "PRON"
            return (at.head if of_noun else own) if told else None
        if at.dep_ == "acl":
            return at.head
        if at.dep_ == "advcl" and at.lower_ in PUT:
            behind = any(c.lower_ == "when" for c in at.children)  # "he fled *when asked*"
            asked = (c for c in at.head.children if c.dep_ == "nsubj")
            return next((c for c in asked if c.i > at.i or (behind and c.i < at.head.i)), None)
        if at.dep_ != "conj":
            return None
        at = at.head
    return None


def _is_told(verb: Token) -> bool:
    """Tell whether "told" goes on a passive and tells nobody: "She was summoned and *told* so"."""
    objects = any(c.dep_ in ("iobj", "obj") or c.dep_ in SUBJECTS for c in verb.children)
    if verb.lower_ != "told" or verb.dep_ != "conj" or objects:
        return False
    return any(c.dep_ == "nsubj:pass" for c in verb.head.children)


def _is_bare(verb: Token) -> bool:
    """Tell whether a predicate stands right behind a verb without a helping verb: "two *feared
    dead*"."""
    helped = any(c.dep_.startswith("aux") for c in verb.children)
    return not helped and verb.i + 1 < len(verb.doc) and is_predicate(verb.nbor(1), verb)


def is_predicate(word: Token, verb: Token) -> bool:
    """Tell whether a word is an adjective or participle that a verb has for predicate."""
    return word.head == verb and (word.pos_ == "ADJ" or "VerbForm=Part" in str(word.morph))


def clauses_before(verb: Token) -> list[Token]:
    """Return the verbs of the clauses before a verb that it may report: "*He left*, she said."

    The clause that it hangs on comes first, then its own.
    """
    above = [verb.head] if verb.dep_ in ("advcl", "conj", "parataxis") else []
    own = [c for c in verb.children if c.dep_ in ("ccomp", "parataxis")]
    return [c for c in above + own if c.i < verb.i]


def quoted_as(verb: Token) -> Token | None:
    """Return who is quoted, for the verb behind "as": "quoted *her son* as saying"."""
    above = verb.head
    if above.lower_ not in QUOTES or verb.dep_ not in ("advcl", "xcomp"):
        return None
    if not any(at[:2] == ("as", "mark") for at in hanging_on(verb)):
        return None
    return next((c for c in above.children if c.dep_ in ("obj", "nsubj:pass")), None)
