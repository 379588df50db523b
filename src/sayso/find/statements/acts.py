"""What a statement does: the act that its cue's own word tells, and what a negated cue does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import cast

from spacy.tokens import Doc, Token

from sayso.find.statements.clauses import SUBJECTS, cue_verb
from sayso.language.claims import CHARGES, SAID
from sayso.language.needs import is_of_need
from sayso.language.spans import head_of, lower_of, tokens_of
from sayso.language.verb_forms import verb_lemma
from sayso.language.word_lists import rows
from sayso.record.findings import Statement
from sayso.record.vocabulary import Act

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
#: What else says that a thing is not so.
NO = frozenset({"innocent", "neutral", "no", "nobody", "none", "nothing", "nowhere", "without"})
#: Acts that a negation turns into a refusal: "would neither confirm nor deny", "did not agree".
REFUSED = frozenset({"confirms", "denies", "agrees", "promises", "offers"})
#: What one dismisses as untrue, not as unwelcome.
CLAIMED = SAID | CHARGES | {"figure", "it", "number"}
SAYING = frozenset(
    {"add", "declare", "insist", "reply", "respond", "retort", "say", "state", "tell"}
)
#: Those that do nothing but tell, whatever is told, but for "told them *to leave*".
PLAIN = frozenset(
    [
        "accord",
        "add",
        "cite",
        "claim",
        "declare",
        "explain",
        "note",
        "praise",
        "report",
        "said",
        "say",
        "state",
        "stress",
        "tell",
        "told",
        "write",
        "wrote",
    ]
)
WOULD = frozenset({"'ll", "will", "would", "’ll"})
READY = frozenset({"prepared", "ready", "willing"})
CONDITIONS = frozenset({"if", "once", "provided", "unless", "until"})
#: What looks back or gives a picture does nothing but what stands here.
BUT = {
    "describe": frozenset({"accuses", "denies", "rejects"}), "note": frozenset({"accuses"}),
    "recall": frozenset({"accuses"}), "welcome": frozenset({"agrees"}),
    "draw": frozenset({"accuses", "warns"}),
}  # fmt: skip
#: What has to be done is demanded.
DUE = frozenset({"have", "has", "must", "need", "needs", "ought", "shall", "should"})
#: What is told of a claim is a denial, where it is one of these.
UNTRUE = frozenset(
    ["baseless", "fabricated", "fabrication", "fabrications", "fairytale", "fake", "false",
     "falsehood", "falsehoods", "fantasy", "fiction", "fictitious", "groundless", "hoax",
     "invented", "invention", "lie", "lies", "myth", "nonsense", "rubbish", "unfounded", "untrue"]
)  # fmt: skip
#: What calls a thing something.
CALLS = frozenset(
    ["brand", "call", "decry", "denounce", "deride", "describe", "dismiss", "label", "reject",
     "scorn"]
)  # fmt: skip
#: What is promised to hurt.
HARM = frozenset(
    ["answer", "attack", "avenge", "boycott", "burn", "crush", "destroy", "hit", "kill", "punish",
     "respond", "retaliate", "strike"]
)  # fmt: skip
#: What is promised of attacks to hurt: "to *step up* its raids".
GOES_ON = frozenset(
    ["continue", "escalate", "expand", "increase", "intensify", "launch", "mount", "resume", "step"]
)
ATTACKS = frozenset({"ambush", "assault", "attack", "bombing", "offensive", "raid", "strike"})
#: What one warns of without threatening it.
DANGERS = frozenset({"catastrophe", "danger", "disaster", "provocation", "risk", "spillover"})
REVENGE = frozenset({"retaliation", "revenge", "vengeance"})
#: What one says again does what it did before: "repeated its *accusation*".
AGAIN = frozenset({"reiterate", "renew", "repeat"})
REPEATED = {
    "accusation": "accuses", "allegation": "accuses", "appeal": "demands", "assertion": "states",
    "call": "demands", "charge": "accuses", "claim": "states", "demand": "demands",
    "denial": "denies", "offer": "offers", "pledge": "promises", "promise": "promises",
    "threat": "threatens", "warning": "warns",
}  # fmt: skip
#: Those of a court, and those of two sides.
OTHERS = frozenset({"charges", "talks"})
PERSONS = frozenset({"he", "it", "she", "they"})
OBJECTS = frozenset({"obj", "nsubj:pass"})
#: What stands for the noun of its clause: "a charge *that* Oslo denies".
POINTING = frozenset({"that", "which"})


def acted(doc: Doc, statement: Statement) -> Statement:
    """Return the statement with the act of its cue's word, where that word leaves no doubt.

    "denied" denies whatever stands around it; "said" may do anything, so there the encoder's
    answer stays. A negated confirmation, denial or promise is a refusal (rejects).
    """
    start, end = tokens_of(doc, statement.cue)
    verb = cue_verb(doc, start, end)
    words = [verb] if verb is not None else list(doc[start:end])
    told = next((act for t in words if (act := _told(t))), None)
    if verb is not None and _is_of_untruth(doc, verb, statement):
        told = "denies"
    if statement.act == "threatens" and _is_warning_of_need(doc, words, statement):
        told = "warns"
    if told is None and statement.act == "demands":
        own = _is_own_act(doc, verb, statement) or (verb is not None and _is_insisted(verb))
        told = "states" if own else None
    if told is None and statement.act in ("denies", "rejects") and verb is not None:
        will_not = _is_what_will_not_be(verb) or _is_upheld(doc, verb, statement)
        told = "states" if will_not else None
    if told is None and verb is not None and _is_plain(verb, statement):
        told = "states"
    if told is None:
        return statement
    if verb is not None and told in REFUSED and _is_negated(verb, start):
        told = "rejects"
    if told == "promises" and _is_of_harm(doc, statement):
        told = "threatens"
    return statement if told == statement.act else replace(statement, act=cast(Act, told))


def _is_plain(verb: Token, statement: Statement) -> bool:
    """Tell whether a verb that but tells is said to do what it does not: "*recalled* that"."""
    bases = (verb.lemma_.lower(), verb_lemma(verb.lower_))
    if not PLAIN.isdisjoint(bases) and all(c.dep_ != "xcomp" for c in verb.children):
        return statement.act not in ("denies", "states")
    able = next((BUT[b] for b in bases if b in BUT), None)
    return able is not None and statement.act not in able


def _is_of_untruth(doc: Doc, verb: Token, statement: Statement) -> bool:
    """Tell whether something is called untrue: "calls the report *nonsense*", "dismisses it as
    *a lie*", "says the claim is *false*"."""
    bases = {verb.lemma_.lower(), verb_lemma(verb.lower_)}
    last = _last_word(doc, statement)
    if last is None or last.lower_ not in UNTRUE:
        return False
    if not CALLS.isdisjoint(bases):
        return all(c.lower_ == "as" for c in last.children if c.dep_ == "case")
    subjects = [c for c in last.children if c.dep_ in SUBJECTS]
    of_claim = any(c.lemma_.lower() in CLAIMED for c in subjects) and not _is_negated(last, last.i)
    return of_claim and last.dep_ == "ccomp" and not SAYING.isdisjoint(bases)


def _last_word(doc: Doc, statement: Statement) -> Token | None:
    """The last word of what is said, signs and numbers aside."""
    words = lower_of(doc)
    said = (range(*tokens_of(doc, c)) for c in reversed(statement.content))
    return next((doc[i] for some in said for i in reversed(some) if words[i].isalpha()), None)


def _is_own_act(doc: Doc, verb: Token | None, statement: Statement) -> bool:
    """Tell whether one but says what one would do and on what condition: "told them he was *ready
    to leave if* they paid"."""
    bases = {verb.lemma_.lower(), verb_lemma(verb.lower_)} if verb is not None else set()
    said = [t for c in statement.content for t in doc[slice(*tokens_of(doc, c))]]
    top = next((t for t in said if t.dep_ == "ccomp" and t.head == verb), None)
    if top is None or SAYING.isdisjoint(bases) or top.lower_ in ("have", "need"):
        return False
    would = any(c.lower_ in WOULD for c in top.children)
    return (would or top.lower_ in READY) and any(t.lower_ in CONDITIONS for t in said)


def _is_what_will_not_be(verb: Token) -> bool:
    """Tell whether one but says what one will not do: "insists it *will not* talk to them"."""
    said = next((c for c in verb.children if c.dep_ in ("ccomp", "parataxis")), None)
    if said is None or SAYING.isdisjoint({verb.lemma_.lower(), verb_lemma(verb.lower_)}):
        return False
    would = any(c.lower_ in WOULD for c in said.children)
    return would and any(c.lower_ in NEGATIONS for c in said.children)


def _is_insisted(verb: Token) -> bool:
    """Tell whether one insists that a thing is so, not that it be so: "insisted the deal *was*
    dead"."""
    said = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    if said is None or "insist" not in {verb.lemma_.lower(), verb_lemma(verb.lower_)}:
        return False
    words = (said, *(c for c in said.children if c.dep_.startswith(("aux", "cop"))))
    due = said.lower_ in DUE or any(t.lower_ in DUE for t in words)
    return not due and any("VerbForm=Fin" in str(t.morph) for t in words)


def _is_upheld(doc: Doc, verb: Token, statement: Statement) -> bool:
    """Tell whether one but insists that a thing is so, and calls nothing untrue: "insists the
    truce *holds*"."""
    words = {w for c in statement.content for w in lower_of(doc)[slice(*tokens_of(doc, c))]}
    plain = words.isdisjoint(NEGATIONS | NO | UNTRUE)
    return plain and "insist" in {verb.lemma_.lower(), verb_lemma(verb.lower_)}


def _is_warning_of_need(doc: Doc, words: list[Token], statement: Statement) -> bool:
    """Tell whether one warns of hunger, want or a danger, which threatens nobody."""
    if not any(t.lower_.startswith("warn") for t in words):
        return False
    parts = [tokens_of(doc, c) for c in statement.content]
    named = (head_of(doc, *part).lemma_.lower() in DANGERS for part in parts)
    return any(named) or any(is_of_need(doc, *part) for part in parts)


def _is_of_harm(doc: Doc, statement: Statement) -> bool:
    """Tell whether what is promised hurts somebody: "vows *to retaliate*"."""
    heads = [head_of(doc, *tokens_of(doc, part)) for part in statement.content]
    if any(t.lower_ in REVENGE for t in heads):
        return True
    verbs = [t for t in heads if t.pos_ == "VERB"]
    if any(b in GOES_ON for t in verbs for b in (t.lemma_.lower(), verb_lemma(t.lower_))):
        things = (c for t in verbs for c in t.children if c.dep_ == "obj")
        return any(c.lemma_.lower().removesuffix("s") in ATTACKS for c in things)
    return any(b in HARM for t in verbs for b in (t.lemma_.lower(), verb_lemma(t.lower_)))


def _is_negated(verb: Token, start: int) -> bool:
    return any(c.lower_ in NEGATIONS for c in verb.children) or any(
        t.lower_ in NEGATIONS for t in verb.doc[start : verb.i]
    )


def _told(word: Token) -> str | None:
    """The act that a word tells, by its lemma or by what its ending leaves, or None."""
    known = _acts()
    bases = (word.lemma_.lower(), verb_lemma(word.lower_))
    base = next((b for b in bases if b in known or b in AGAIN), "")
    if base == "plead":
        return _plea(word)
    if base in ("dismiss", "reject") and any(claims_on(word)):
        return "denies"
    if base in AGAIN:
        again = (REPEATED.get(c.lemma_.lower()) for c in word.children if c.dep_ == "obj")
        return next((act for act in again if act), None)
    if base == "suspect" and any(c.dep_ == "nsubj:pass" for c in word.children):
        return "accuses"
    return known.get(base)


def _plea(word: Token) -> str:
    """What is done before a court: "pleads guilty" confirms, "pleads not guilty" denies."""
    behind = [t.lower_ for t in word.doc[word.i + 1 : word.i + 3]]
    if "guilty" not in behind:
        return "asks"
    return "denies" if "not" in behind else "confirms"


def claims_on(verb: Token) -> Iterator[Token]:
    """Yield the nouns of what was said that a verb has for object: "dismissed the *report*", "a
    *report* (that) Oslo dismissed"."""
    objects = [c for c in verb.children if c.dep_ in OBJECTS and c.lower_ not in POINTING]
    if not objects and verb.dep_ in ("acl", "acl:relcl") and _has_doer(verb):
        objects = [verb.head]
    for noun in objects:
        if noun.lemma_.lower() in SAID | CHARGES and noun.lower_ not in OTHERS:
            yield noun


def _has_doer(verb: Token) -> bool:
    """Tell whether a verb has a noun or "she" for subject before it, or a participle one with
    "by"."""
    doers = {("nsubj", True), ("obl:agent", False)}
    told = (c for c in verb.children if (c.dep_, c.i < verb.i) in doers)
    return any(c.pos_ in ("NOUN", "PROPN") or c.lower_ in PERSONS for c in told)


@cache
def _acts() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("cue_acts")}
