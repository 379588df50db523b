"""Statuses of what is only talked of, feared, due to begin, seen to or said to be possible."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.language.spans import hanging_on, lower_of
from sayso.record.vocabulary import Status

#: Beginnings of verbs that say of their subject that it comes about, and what they are "due" by.
BEGINNING = ("begin", "continu", "go", "happen", "open", "resum", "start", "tak")
DUE = frozenset({"are", "due", "expected", "is", "scheduled", "set", "slated", "was", "were"})
AWAITED = frozenset({"due", "expected", "scheduled", "set", "slated"})
#: What is said of who is to come.
COMING = frozenset({"awaited", "due", "expected", "slated"})
#: Nouns of what may come to pass, with "of" before it.
CHANCES = frozenset({"chance", "danger", "fear", "fears", "likelihood", "possibility", "prospect",
                     "risk", "risks"})  # fmt: skip
MAYBE = frozenset({"conceivable", "possible"})
#: Beginnings of verbs that talk of a noun, and of those that see to it that something is done.
TALKING = "discuss"
ENSURING = ("ensur", "guarantee")
#: What one has said nothing of.
COMMENT = frozenset({"comment", "commented", "commenting"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
#: Nouns that tell of an act to come, and adjectives that do.
PLANS = frozenset({"commitment", "intention", "plan", "pledge", "promise", "readiness",
                   "vow", "willingness"})  # fmt: skip
#: Beginning of the verb for planning, and articles of an act that is already known.
PLANNING = "plan"
KNOWN = frozenset({"that", "the", "this"})
#: Being at work on an act, and words that deny.
PREPARING = "preparing"
ARE = frozenset({"'re", "'s", "are", "is", "was", "were", "’re", "’s"})
NOT = frozenset({"n't", "n’t", "neither", "never", "no", "nobody", "none", "nor", "not"})
TO_BE = frozenset({"forthcoming", "planned", "scheduled", "upcoming"})
#: Beginnings of verbs that say what an act would be, whenever it is done, and what opens it up.
BEING = ("amount", "constitut")
MIGHT = frozenset({"can", "could", "may", "might", "would"})
#: Beginnings of words for dreading what may come.
FEARING = ("afraid", "concern", "fear", "warn", "worr")
WILL = frozenset({"'ll", "shall", "should", "will", "’ll"})
#: What stands before "to have done": it was to be, and was not.
WAS = frozenset({"was", "were"})
REAL = frozenset({"happened", "ongoing"})
#: Beginnings of verbs that say of a truce that it came to nothing, the last ones with "apart".
COLLAPSING = ("collaps", "unravel")
FALLING = ("fall", "fell")


def prospect(head: Token, status: Status) -> Status | None:
    """Return the status of an act that is still to come or only thought of, None for any other.

    "The *strike* is due to begin" is planned; "in fear of *arrest*", "a *truce* remained possible"
    and what one plans to travel for to "discuss the *reopening*" are possible; so are "*attacks*
    that may constitute a crime"; "a pledge to *leave*" and "planning *attacks*" are planned;
    allegations of an *attack* that one "declined to comment on" deny nothing. What would follow
    "if it *agreed*" leaves both possible; who "is *expected* in Orla" is planned to come; what
    "was to have *lapsed*" did not.
    """
    over = head.head
    if head.dep_ in SUBJECTS and status in (*REAL, "planned") and _is_due(over):
        return "planned"
    if head.dep_ == "nmod" and over.lower_ in CHANCES and status in (*REAL, "planned"):
        return "possible" if ("of", "case") in _marks(head) else None
    if head.dep_ == "nsubj" and status in ("happened", "planned"):
        said = [over.lower_, *(w for w, r, _ in hanging_on(over) if r == "xcomp")]
        if not MAYBE.isdisjoint(said) and "impossible" not in said:
            return "possible"
    if status in REAL and (is_condition(head) or _is_feared(head)):
        return "possible"
    if status == "planned" and _is_conditional(head):
        return "possible"
    if status in REAL and head.lower_ in COMING and not _governs(head):
        return "planned"
    if status in REAL and _was_to_have(head):
        return "negated"
    if head.dep_ == "obj" and over.lower_.startswith(TALKING) and status == "planned":
        return "possible"
    if head.dep_ == "acl" and over.lemma_.lower() in PLANS and status in REAL:
        to = any(w == "to" and r in ("aux", "mark") for w, r in _marks(head))
        return "planned" if to else None
    if status in REAL and _is_being_planned(head):
        return "planned"
    if status == "possible" and _is_prepared(head):
        return "planned"
    if status == "negated" and _is_denied_apart(head):
        return "happened"
    if status in REAL and _is_any(head):
        return "possible"
    return "happened" if status == "negated" and _is_uncommented(head) else None


def seen_to(head: Token) -> Iterator[Token]:
    """Yield the verb that sees to it that something is done: "*ensure* that they are tried"."""
    if head.dep_ == "ccomp" and head.head.lower_.startswith(ENSURING):
        yield head.head


def is_on(head: Token) -> bool:
    """Tell whether somebody is told to be on a journey: "is on a *visit* to Orla"."""
    marks = _marks(head)
    return ("on", "case") in marks and any(r == "cop" and w in ("are", "is") for w, r in marks)


def _marks(head: Token) -> set[tuple[str, str]]:
    return {(word, relation) for word, relation, _ in hanging_on(head)}


def _is_due(verb: Token) -> bool:
    """Tell whether a verb of beginning stands behind "is due to", "are to" or "expected to"."""
    if verb.lower_ in AWAITED:
        begins = (w for w, r, _ in hanging_on(verb) if r == "xcomp")
        return any(w.startswith(BEGINNING) for w in begins)
    if not verb.lower_.startswith(BEGINNING) or verb.pos_ != "VERB":
        return False
    if verb.dep_ == "xcomp" and verb.head.lower_ in AWAITED:
        return True
    words = lower_of(verb.doc)
    to = (i for w, r, i in hanging_on(verb) if w == "to" and r in ("aux", "mark"))
    return any(i > 0 and words[i - 1] in DUE for i in to)


def collapses(head: Token) -> bool:
    """Tell whether a verb says that what was agreed came to nothing: "the truce *collapsed*"."""
    fell = head.lower_.startswith(FALLING) and any(
        w in ("apart", "through") for w, _, _ in hanging_on(head)
    )
    return head.pos_ == "VERB" and (fell or head.lower_.startswith(COLLAPSING))


def is_condition(head: Token) -> bool:
    """Tell whether a verb is what something hangs on: "would quit if it *agreed*"."""
    if head.dep_ != "advcl" or not any(w == "if" and r == "mark" for w, r in _marks(head)):
        return False
    over = {word for word, relation in _marks(head.head) if relation == "aux"}
    return not over.isdisjoint(MIGHT | WILL)


def _is_conditional(head: Token) -> bool:
    """Tell whether a verb says what would follow under a condition: "would *quit* if it lost"."""
    if not any(r == "aux" and w in MIGHT | WILL for w, r in _marks(head)):
        return False
    clauses = (head.doc[i] for _, r, i in hanging_on(head) if r == "advcl")
    return any(("if", "mark") in _marks(c) and ("even", "advmod") not in _marks(c) for c in clauses)


def _is_feared(head: Token) -> bool:
    """Tell whether an act, or what does it, is said to be what could come: "fear that *fighting*
    could spread", "warned that the army would *shell* it"."""
    verb = head.head if head.dep_ in SUBJECTS and head.pos_ == "NOUN" else head
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    if verb.dep_ not in ("acl", "ccomp") or not verb.head.lower_.startswith(FEARING):
        return False
    told = any(r == "acl:relcl" for _, r in _marks(head))
    return not told and any(r == "aux" and w in MIGHT for w, r in _marks(verb))


def _governs(head: Token) -> bool:
    return any(r == "xcomp" for _, r in _marks(head))


def _was_to_have(head: Token) -> bool:
    """Tell whether a verb stands behind "was to have": it has not come to that."""
    words = lower_of(head.doc)
    have = [i for w, r, i in hanging_on(head) if r == "aux" and w == "have"]
    own = all(r != "aux:pass" for _, r in _marks(head))
    return own and any(i > 1 and words[i - 1] == "to" and words[i - 2] in WAS for i in have)


def _is_any(head: Token) -> bool:
    """Tell whether it is said of an act in general what it would be: "*attacks* on them may
    constitute a crime"; not of "the *attack*"."""
    over = head.head
    if head.dep_ not in ("csubj", "nsubj") or not over.lower_.startswith(BEING):
        return False
    might = any(r == "aux" and w in MIGHT for w, r in _marks(over))
    return might and all(r not in ("det", "nmod:poss", "nummod") for _, r in _marks(head))


def _is_being_planned(head: Token) -> bool:
    """Tell whether an act is but planned: "had been planning *attacks*"; not "planned the *raid*",
    which somebody is blamed for."""
    over = head.head
    if head.dep_ != "obj" or head.pos_ != "NOUN" or over.pos_ != "VERB":
        return False
    known = any(r == "det" and w in KNOWN for w, r in _marks(head))
    return over.lower_.startswith(PLANNING) and not known


def _is_prepared(head: Token) -> bool:
    """Tell whether somebody is said to be at work on an act: "the army was preparing a *raid*"; not
    one who is suspected "of preparing" it."""
    marks = _marks(head.head)
    now = any(r == "aux" and w in ARE for w, r in marks)
    sure = all(r != "aux" or w not in MIGHT for w, r in marks)
    return head.dep_ == "obj" and head.head.lower_ == PREPARING and now and sure


def _is_denied_apart(head: Token) -> bool:
    """Tell whether only the verb over a participle's noun is denied: "the truce *signed* in May was
    never observed" was signed."""
    noun = head.head
    done = head.morph.to_dict().get("Tense") == "Past" and head.pos_ == "VERB"
    if head.dep_ != "acl" or not done or noun.dep_ not in SUBJECTS:
        return False
    own = {w for word in (head, noun) for w, _ in _marks(word)}
    return own.isdisjoint(NOT) and any(w in NOT and r == "advmod" for w, r in _marks(noun.head))


def _is_uncommented(head: Token) -> bool:
    """Tell whether a claim tells of an act on which nobody has commented."""
    claim = head.head
    if head.dep_ not in ("acl", "nmod") or claim.dep_ not in ("obl", "nmod", "obj"):
        return False
    own = {word for word, r, _ in hanging_on(head) if r in ("advmod", "det")}
    return claim.head.lower_ in COMMENT and own.isdisjoint({"no", "not", "n't", "never"})
