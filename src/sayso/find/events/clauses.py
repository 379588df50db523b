"""Doers and targets that the clauses of a sentence rule out: who acts in another one, who is acted
on, what is only thrown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from sayso.find.events.parties import PASSIVE, SUBJECTS, agent_of, subjects
from sayso.language.anchors import Role, anchors
from sayso.language.genders import is_person
from sayso.language.pronouns import antecedent
from sayso.language.spans import case_of, hanging_on, head_of

Marked = list[tuple[Role, Token]]
#: Types of what several do together, whoever of them is the agent.
MUTUAL = frozenset({"CONSULT", "COOPERATE"})
#: Beginnings of verbs that throw one thing at another, and what stands before the other.
THROWING = (
    "crash", "drop", "drove", "driv", "fir", "hurl", "launch", "lob", "plough", "plow", "ram",
    "slam", "threw", "throw",
)  # fmt: skip
AT = frozenset({"against", "at", "into", "on", "onto", "towards"})
#: Marks of a clause that tells another happening than the one it hangs on.
APART = frozenset({"after", "before", "since", "until", "while"})
#: Types of harm, and beginnings of verbs whose subject only looks into it, tells or judges it.
HARD = frozenset({"ASSAULT", "COERCE"})
JUDGING = ("condemn", "decr", "denounc", "deplor", "document", "investigat", "mourn", "prob",
           "recall", "witness")  # fmt: skip
#: Beginnings of verbs of losing men, and what stands before the attack in which one does.
LOSING = ("lose", "losing", "lost", "suffer")
LOST_IN = frozenset({"during", "in", "to"})
#: Nouns that ask for an act, and what stands before who asks.
ASKED = frozenset({"call", "demand", "ultimatum"})
FROM = frozenset({"by", "from", "of"})
#: Beginnings of verbs of a fight between two sides, and what stands before the other side.
FIGHTING = ("battl", "clash", "fight", "fought")
WITH = frozenset({"against", "with"})
#: Beginnings of nouns for such a fight.
MUTUALLY = ("combat", "conflict", "exchange", "firefight", "gunfight", "riot", "shootout",
            "skirmish", "standoff", "violence", "war")  # fmt: skip
#: Words for being held, and beginnings of verbs of who does not hold but saves people from it.
CUSTODY = frozenset({"captivity", "custody"})
SAVING = ("evacuat", "rescu", "save", "saving")
#: Relations that lead from a word to the verb that deals with it.
DEALT = frozenset({"nmod", "nmod:poss", "obj", "obl"})
#: Words that may stand for who speaks in what is said.
OWN = frozenset({"he", "her", "his", "it", "its", "our", "she", "their", "they", "we"})
#: Beginnings of verbs that tell harm without the attack that did it.
HARMED = ("injur", "kill", "lose", "losing", "lost", "maim", "wound")
STEPS = 8


def done_by_agent(trigger: Token, kept: Marked, kind: str) -> Marked:
    """The doers of a passive verb that says by whom: not those whom it is done to.

    "*Fighters* backed by Lund", "talks between Orla and *the Front*, brokered by Qatar".
    """
    if kind in MUTUAL and trigger.dep_ != "acl":
        return kept
    agent = agent_of(trigger)
    if agent is None or not any(_is_on(noun, agent, trigger) for _, noun in kept):
        return kept
    return [(r, n) for r, n in kept if _is_on(n, trigger, None) and n.dep_ != "nsubj:pass"]


def not_those_who_say(trigger: Token, kept: Marked, kind: str) -> Marked:
    """The doers of an attack told by a noun, without who only tells of it or is told to deal with
    it: "*Orla* said the strikes killed two", "urged *Orla* to see that attacks are punished"."""
    if kind != "ASSAULT" or trigger.pos_ != "NOUN" or trigger.dep_ not in SUBJECTS:
        return kept
    clause = trigger.head
    if clause.dep_ != "ccomp" or any(t.lower_ in OWN for t in clause.subtree):
        return kept
    above = [clause.head, *([clause.head.head] if clause.head.dep_ == "xcomp" else [])]
    outside = SUBJECTS | {"iobj", "obj"}
    return [(r, n) for r, n in kept if not (n.head in above and n.dep_ in outside)]


def not_outsiders(trigger: Token, kept: Marked, kind: str) -> Marked:
    """The doers of an attack or an arrest without who only looks into it or judges it: "*Orla* must
    investigate the killing"; without who has losses by it ("*Orla* lost ten in an
    ambush", "*nine* were held in raids"), and who asks for an act ("a demand from *Lund*")."""
    verb = trigger.head
    if kind in HARD and trigger.pos_ == "NOUN" and verb.lower_.startswith(JUDGING):
        own = {t.i for t in subjects(verb)}
        if trigger.dep_ == "obj":
            kept = [(r, n) for r, n in kept if n.i not in own]
    apart = trigger.dep_ == "obl" and case_of(trigger) in LOST_IN and not _is_mutual(trigger)
    if kind in HARD and apart:
        undergo = {c for c in verb.children if c.dep_ == "nsubj:pass"}
        kept = [(r, n) for r, n in kept if n not in undergo]
    if trigger.lower_ in CUSTODY:
        saving = {n for _, n in kept if n.dep_ == "nsubj" and n.head.lower_.startswith(SAVING)}
        kept = [(r, n) for r, n in kept if n not in saving]
    if kind == "ASSAULT" and _is_suffered(trigger):
        kept = [(r, n) for r, n in kept if n not in _meant(subjects(verb))]
    if trigger.dep_ == "acl" and verb.lemma_.lower() in ASKED:
        by = {c.i for c in verb.children if c.dep_ == "nmod:poss" or case_of(c) in FROM}
        kept = [(r, n) for r, n in kept if n.i not in by]
    return kept


def _is_suffered(noun: Token) -> bool:
    """Tell whether somebody is told to have lost men in an attack: "lost ten in an *ambush*"; not
    in "an *attack* on Orla", which may be his own."""
    if any(c.dep_ == "nmod" and case_of(c) in ("against", "on") for c in noun.children):
        return False
    losing = noun.head.pos_ == "VERB" and noun.head.lower_.startswith(LOSING)
    return losing and not _is_mutual(noun) and noun.dep_ == "obl" and case_of(noun) in LOST_IN


def _is_mutual(noun: Token) -> bool:
    """Tell whether a noun is a fight of two sides: "nine were hurt in *clashes*"."""
    return noun.lower_.startswith((*FIGHTING, *MUTUALLY))


def _meant(nouns: Iterator[Token]) -> list[Token]:
    """Return nouns, for a pronoun the head of what it stands for: "the army said *it* lost ten"."""
    found = [(n, antecedent(n.doc, n.i) if n.pos_ == "PRON" else None) for n in nouns]
    return [n if at is None else head_of(n.doc, *at) for n, at in found]


def hit_in_clause(doc: Doc, trigger: Token, kept: Marked, kind: str) -> Marked:
    """The targets of an event without those that its clause gives to something else.

    Left out are a thing thrown where it is told at whom ("rammed *a van* into a bus"), what another
    verb of the row is done to ("burnt homes and shot at *people*"), who is told by those whom a
    clause is about ("the mothers of soldiers *captured* in May"), whom another happening is done
    to ("buried *the dead* while shells fell"), and who goes along ("left along with *Lund*").
    """
    nouns = [n for _, n in kept]
    if len(kept) > 1:
        if _is_thrown(trigger, nouns):
            kept = [(r, n) for r, n in kept if (n.head, n.dep_) != (trigger, "obj") or is_person(n)]
        own = any(n.head == trigger and n.dep_ == "obj" for n in nouns)
        if own:
            kept = [(r, n) for r, n in kept if not _is_of_other_verb(doc, trigger, n)]
        if trigger.dep_ in ("acl", "acl:relcl") and trigger.head in nouns:
            about = trigger.head
            kept = [(r, n) for r, n in kept if n == about or not _is_on(about, n, trigger)]
    kept = [(r, n) for r, n in kept if not _is_of_clause_apart(doc, trigger, n)]
    kept = [(r, n) for r, n in kept if n.dep_ == "nsubj" or not is_across(trigger, n)]
    if kind == "ASSAULT":
        kept = [(r, n) for r, n in kept if n not in sides(trigger)]
        kept = [(r, n) for r, n in kept if not _is_dealt_with_apart(doc, trigger, n)]
    return [(r, n) for r, n in kept if not goes_along(trigger, n)]


def goes_along(trigger: Token, noun: Token) -> bool:
    """Tell whether a noun names who does an act with its subject: "left along *with Lund*"."""
    if noun.dep_ == "conj":
        noun = noun.head
    if noun.head != trigger or trigger.pos_ != "VERB":
        return False
    if [w for w, r, _ in hanging_on(noun) if r in ("case", "fixed")][:2] not in (
        ["along", "with"],
        ["together", "with"],
    ):
        return False
    below = {r for _, r, _ in hanging_on(trigger)}
    return "nsubj" in below and below.isdisjoint({"obj", "iobj"} | PASSIVE)


def sides(verb: Token) -> list[Token]:
    """Return both sides of a fight: "*Monks* clashed with *police*"; nobody where one is told."""
    if verb.pos_ != "VERB" or not verb.lower_.startswith(FIGHTING):
        return []
    own = next(subjects(verb), None)
    other = [c for c in verb.children if c.dep_ == "obl" and case_of(c) in WITH]
    return [own, other[0]] if own is not None and len(other) == 1 else []


def acts_elsewhere(noun: Token, trigger: Token) -> bool:
    """Tell whether a noun is the subject of a clause that a trigger is no part of: "fled since
    *Orla* came", "left, hours after *Lund* left, and told us"."""
    at = noun
    for _ in range(STEPS):
        if at.dep_ == "nsubj" and at.head != trigger and not _is_on(trigger, at.head, None):
            return at.head.dep_ in ("acl:relcl", "advcl")
        if at.head in (at, trigger):
            return False
        at = at.head
    return False


def is_across(trigger: Token, noun: Token) -> bool:
    """Tell whether a noun does, or undergoes, what a clause beside the verb of a happening tells:
    "the strike came days after *rebels* shot *a monk*"."""
    noun = noun.head if noun.dep_ == "conj" else noun
    clause = noun.head
    if trigger.dep_ not in SUBJECTS or clause.dep_ != "advcl" or clause.head != trigger.head:
        return False
    apart = any(r == "mark" and w in ("after", "before") for w, r, _ in hanging_on(clause))
    own = any(r in SUBJECTS for _, r, _ in hanging_on(clause))
    return apart and own and noun.dep_ in ("nsubj", "obj")


def _is_on(word: Token, top: Token, stop: Token | None) -> bool:
    """Tell whether a word is another or hangs below it, ``stop`` not between them."""
    for _ in range(STEPS):
        if word == top:
            return True
        if word == stop or word.head == word:
            return False
        word = word.head
    return False


def _is_thrown(trigger: Token, nouns: Sequence[Token]) -> bool:
    if trigger.pos_ != "VERB" or not trigger.lower_.startswith(THROWING):
        return False
    return any(n.head == trigger and n.dep_ == "obl" and case_of(n) in AT for n in nouns)


def _is_of_other_verb(doc: Doc, trigger: Token, noun: Token) -> bool:
    """Tell whether a noun belongs to another verb of a row that tells an event of its own."""
    at = noun
    while at.dep_ in DEALT and at.pos_ != "VERB":
        at = at.head
    if at == trigger or at.pos_ != "VERB" or "conj" not in (at.dep_, trigger.dep_):
        return False
    row = at.head == trigger or trigger.head in (at, at.head if at.dep_ == "conj" else at)
    return row and any(a.start <= at.i < a.end for a in anchors(doc, "event"))


def _is_of_clause_apart(doc: Doc, trigger: Token, noun: Token) -> bool:
    """Tell whether another happening is done to a noun in a clause beside the trigger: "its capture
    came after shells hit *a school*"."""
    noun = noun.head if noun.dep_ == "conj" else noun
    verb = noun.head
    if noun.dep_ not in ("obj", "nsubj:pass") or verb.dep_ != "advcl" or verb == trigger:
        return False
    apart = any(r == "mark" and w in ("after", "before") for w, r, _ in hanging_on(verb))
    told = any(a.start <= verb.i < a.end for a in anchors(doc, "event"))
    own = any(r in SUBJECTS for _, r, _ in hanging_on(verb))
    return apart and own and told and not _is_on(trigger, verb, None)


def _is_dealt_with_apart(doc: Doc, trigger: Token, noun: Token) -> bool:
    """Tell whether a noun is the object of a verb beside which another clause tells an attack."""
    at = trigger
    while at.dep_ in DEALT | SUBJECTS and at.head != at:
        at = at.head
    verb = at.head
    if at.dep_ != "advcl" or noun.head != verb or noun.dep_ != "obj":
        return False
    if verb.lower_.startswith(HARMED):
        return False
    apart = any(r == "mark" and w in APART for w, r, _ in hanging_on(at))
    own = any(r == "nsubj" or r == "nsubj:pass" for _, r, _ in hanging_on(at))
    return apart and own and not any(a.start <= verb.i < a.end for a in anchors(doc, "event"))
