"""Verbs that tell what somebody holds without "that": "Oslo *blames* Bergen for the delay"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from sayso.find.statements.acts import NEGATIONS, POINTING, claims_on
from sayso.find.statements.quotes import quoted_ranges
from sayso.language.pronouns import joined_names, noun_phrase
from sayso.language.spans import QUOTES, lower_of, span_of, text_of
from sayso.record.findings import Statement
from sayso.record.span import Span
from sayso.record.vocabulary import Act

BLAMES = frozenset({"accuse", "accused", "accuses", "blame", "blamed", "blames"})
DENIES = frozenset(
    ["denied", "denies", "deny", "dismiss", "dismissed", "dismisses", "dispute", "disputed",
     "disputes", "refute", "refuted", "refutes", "reject", "rejected", "rejects"]
)  # fmt: skip
GIVES = frozenset({"gave", "give", "given", "gives"})
#: What one does who calls a thing something.
JUDGES: dict[str, Act] = {
    "condemned": "accuses", "denounced": "accuses", "derided": "rejects", "described": "states",
    "dismissed": "rejects", "hailed": "states", "praised": "states", "rejected": "rejects",
    "ridiculed": "rejects", "welcomed": "states",
}  # fmt: skip
CRIES = frozenset({"chant", "chanted", "chanting", "chants", "shout", "shouted", "shouting"})
#: What one gives who says how many: "gave a *toll* of nine".
COUNTS = frozenset({"count", "figure", "tally", "toll"})
#: How many somebody says: "a *figure* that Oslo disputes".
COUNTED = COUNTS | {"estimate", "number", "version"}
#: How the rest of what is said hangs on the verb.
RESTS = frozenset({"advcl", "obj", "obl"})
#: How what a claim says hangs on its noun.
CLAIMING = frozenset({"acl", "acl:relcl", "ccomp", "nmod"})
#: The rule's name by the act.
RULE = {"accuses": "verb:blamed", "denies": "verb:denied", "states": "verb:counted"}
#: That of other rules beside the encoder: on texts not trained on these added but one, a right one.
CONFIDENCE = 0.85


def blamed(doc: Doc) -> Iterator[Statement]:
    """Who is blamed, with or without what for: "Oslo *blames* Bergen."

    Fires on "blame" and "accuse" with a subject before and an object right behind.
    """
    for verb, subject, thing in _clauses(doc, BLAMES):
        if thing.left_edge.i == verb.i + 1:
            yield _statement(doc, verb, subject, thing, act="accuses")


def counted(doc: Doc) -> Iterator[Statement]:
    """A count that somebody gives: "Medics *gave* a toll of nine."

    Fires on "give" with a subject before and a noun of ``COUNTS`` with "of" behind.
    """
    for verb, subject, thing in _clauses(doc, GIVES):
        of = (t.lower_ == "of" for c in thing.children if c.dep_ == "nmod" for t in c.children)
        if thing.lemma_.lower() in COUNTS and any(of):
            yield _statement(doc, verb, subject, thing, act="states")


def denied(doc: Doc) -> Iterator[Statement]:
    """A claim that somebody calls untrue: "Oslo *rejected* claims that its jets had crossed."

    Fires on verbs of denial with a subject before and a noun of what was said behind, where what
    it says stands with it.
    """
    for verb, subject, thing in _clauses(doc, DENIES):
        told = any(c.i > thing.i and c.dep_ in CLAIMING for c in thing.children)
        if told and thing in claims_on(verb):
            yield _statement(doc, verb, subject, thing, act="denies")


def dismissed(doc: Doc) -> Iterator[Statement]:
    """A claim that a clause behind it calls untrue: "an allegation (that) Oslo *rejected*", "a
    claim *denied* by Oslo".

    Fires on verbs of denial with a doer in a clause on a noun of what was said.
    """
    for verb in (doc[i] for i, word in enumerate(lower_of(doc)) if word in DENIES):
        noun = next((n for n in claims_on(verb) if n == verb.head and n.i < verb.i), None)
        if noun is None and verb.dep_ == "acl:relcl" and verb.head.lower_ in COUNTED:
            noun = verb.head if any(c.lower_ in POINTING for c in verb.children) else None
        doer = next((c for c in verb.children if _is_doer(c, verb)), None)
        if noun is not None and doer is not None:
            yield Statement(
                id="",
                source=span_of(doc, *joined_names(doer)),
                cue=span_of(doc, verb.i, verb.i + 1),
                content=(span_of(doc, *noun_phrase(noun)),),
                act="denies",
                rule="verb:dismissed",
                confidence=CONFIDENCE,
            )


def disowned(doc: Doc) -> Iterator[Statement]:
    """A claim that is said to be untrue by somebody: "Moscow's claim that it had won was
    *rejected* by Oslo".

    Fires on passive verbs of denial with a doer behind "by", whose subject is a noun of what was
    said with what it says.
    """
    for verb in (doc[i] for i, word in enumerate(lower_of(doc)) if word in DENIES):
        noun = next((c for c in verb.children if c.dep_ == "nsubj:pass" and c.i < verb.i), None)
        doer = next((c for c in verb.children if c.dep_ == "obl:agent"), None)
        if noun is None or doer is None or noun not in claims_on(verb) or _is_not(verb):
            continue
        if any(c.i > noun.i and c.dep_ in CLAIMING for c in noun.children):
            yield Statement(
                id="",
                source=span_of(doc, *joined_names(doer)),
                cue=span_of(doc, verb.i, verb.i + 1),
                content=(span_of(doc, noun.left_edge.i, noun.right_edge.i + 1),),
                act="denies",
                rule="verb:disowned",
                confidence=CONFIDENCE,
            )


def judged(doc: Doc) -> Iterator[Statement]:
    """What somebody calls a thing: "Her plan was *rejected* by Oslo as a trick", "Oslo *rejected*
    her plan as a trick".

    Fires on verbs of calling and denying with who does it, what is called so and a phrase with
    "as" behind, which is said of that.
    """
    for verb in (doc[i] for i, word in enumerate(lower_of(doc)) if word in JUDGES):
        parts = {c.dep_: c for c in reversed(list(verb.children))}
        passive = "nsubj:pass" in parts
        noun = parts.get("nsubj:pass" if passive else "obj")
        doer = parts.get("obl:agent") if passive else _subject(verb)
        name = next((c for c in verb.children if _is_called(c, verb)), None)
        if noun is None or doer is None or name is None or _is_not(verb):
            continue
        before, behind = (noun, doer) if passive else (doer, noun)
        if not before.i < verb.i < behind.i or "PRON" in (noun.pos_, doer.pos_):
            continue
        thing, called = noun_phrase(noun), _called(name)
        whole = not passive and thing[1] == called[0]
        parted = [span_of(doc, *at) for at in sorted((thing, called))]
        yield Statement(
            id="",
            source=span_of(doc, *joined_names(doer)),
            cue=span_of(doc, verb.i, verb.i + 1),
            content=(span_of(doc, thing[0], called[1]),) if whole else tuple(parted),
            act=JUDGES[verb.lower_],
            rule="verb:judged",
            confidence=CONFIDENCE,
        )


def _called(name: Token) -> tuple[int, int]:
    """The words from "as" on to the end of what a thing is called, with the mark that closes it."""
    doc, start, end = name.doc, name.left_edge.i, joined_names(name)[1]
    quoted = any(t.text in QUOTES for t in doc[start:end])
    return start, end + (quoted and end < len(doc) and doc[end].text in QUOTES)


def _is_called(name: Token, verb: Token) -> bool:
    """Tell whether a phrase with "as" behind a verb is what it calls a thing."""
    led = name.left_edge.lower_ == "as" and name.left_edge.head == name
    return name.i > verb.i and led and name.dep_ in ("obl", "xcomp") and name.pos_ != "VERB"


def chanted(doc: Doc) -> Iterator[Statement]:
    """What people cry: "Marchers *chanted* “Down with the junta” outside the embassy."

    Fires on verbs of crying out with a subject before and a quote right behind.
    """
    text = text_of(doc)
    for verb in (doc[i] for i, word in enumerate(lower_of(doc)) if word in CRIES):
        subject = _subject(verb)
        at = verb.idx + len(verb.text)
        at += len(text[at : at + 2]) - len(text[at : at + 2].lstrip(" ,:"))
        end = next((end for start, end in quoted_ranges(text) if start == at), None)
        if subject is None or end is None:
            continue
        inside = text[at + 1 : end - 1].rstrip(" .,")
        yield Statement(
            id="",
            source=span_of(doc, *joined_names(subject)),
            cue=span_of(doc, verb.i, verb.i + 1),
            content=(Span.of(text, at + 1, at + 1 + len(inside)),),
            act="states",
            rule="verb:chanted",
            confidence=CONFIDENCE,
        )


def _subject(verb: Token) -> Token | None:
    """The subject before a verb; of two the nearer, since the tree takes a dateline for one: "OSLO
    (AP) - *Norway* rejected"."""
    return next((c for c in reversed([*verb.lefts]) if c.dep_ == "nsubj"), None)


def _is_not(verb: Token) -> bool:
    return any(c.lower_ in NEGATIONS for c in verb.children)


def _is_doer(noun: Token, verb: Token) -> bool:
    before = noun.dep_ == "nsubj" and noun.i < verb.i
    return before or (noun.dep_ == "obl:agent" and verb.dep_ == "acl")


def _clauses(doc: Doc, forms: frozenset[str]) -> Iterator[tuple[Token, Token, Token]]:
    """Yield the verbs of some forms that have a subject before, an object behind and no "not"."""
    for verb in (doc[i] for i, word in enumerate(lower_of(doc)) if word in forms):
        if verb.pos_ != "VERB" or _is_not(verb):
            continue
        subject = _subject(verb)
        thing = next((c for c in verb.children if c.dep_ == "obj" and c.i > verb.i), None)
        if subject is not None and thing is not None:
            yield verb, subject, thing


def _statement(doc: Doc, verb: Token, subject: Token, thing: Token, *, act: Act) -> Statement:
    rest = [c.right_edge.i for c in verb.children if c.i > verb.i and c.dep_ in RESTS]
    end = max(rest) if act == "accuses" else thing.right_edge.i
    return Statement(
        id="",
        source=span_of(doc, *noun_phrase(subject)),
        cue=span_of(doc, verb.i, verb.i + 1),
        content=(span_of(doc, thing.left_edge.i, end + 1),),
        act=act,
        rule=RULE[act],
        confidence=CONFIDENCE,
    )
