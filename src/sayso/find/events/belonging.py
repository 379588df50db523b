"""Which of the marked parties belong to an event, by the tree, and who goes with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from spacy.tokens import Doc, Token

from sayso.find.events.agents import of_agent
from sayso.find.events.clauses import (
    acts_elsewhere,
    done_by_agent,
    goes_along,
    hit_in_clause,
    is_across,
    not_outsiders,
    not_those_who_say,
    sides,
)
from sayso.find.events.foiled import is_foiler, is_of_foiled
from sayso.find.events.parties import SUBJECTS, called, done_to, is_told, subjects
from sayso.find.events.partners import only_seems, partners
from sayso.find.events.targets import is_of_wish
from sayso.language.anchors import Anchor, Role, anchors
from sayso.language.genders import is_person
from sayso.language.spans import case_of, head_of, lower_of, sentence_at

#: Types of what several do together, whoever of them is the subject.
TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE"})
#: How a word stands before its noun, or on, as a piece of it.
PIECES = frozenset({"amod", "compound", "det", "flat", "nmod:desc", "nummod"})
#: How a clause or another name of a noun hangs on it.
ASIDE = frozenset({"acl", "acl:relcl", "appos"})
#: What stands before a noun that only tells of another which of its kind it is.
WHICH = frozenset({"", "at", "in", "of", "to"})
INCLUDING = frozenset({"including", "involving"})
#: At whose "request" something is done does not do it.
ASKING = frozenset({"behest", "insistence", "invitation", "request", "urging"})
NAMES = frozenset({"NOUN", "PROPN"})
#: What stands before where somebody is hit.
WITHIN = frozenset({"across", "around", "at", "in", "inside", "near", "outside"})
#: Beginnings of verbs that tell whom an attack hurt.
HURTING = ("injur", "kill", "maim", "wound")
#: From a word to what it belongs to there are but a few steps.
CLIMB = 8


def of_event(doc: Doc, anchor: Anchor, role: str) -> list[Role]:
    """Return the marked doers or targets of an event, none that the tree gives to something else.

    Left out are: what another verb of a row is done to ("they shot *men*, burnt homes and
    *fled*"), who only asked for it ("Orla was asked by *Lund* to leave"), who is told of in the
    phrase of another ("Roe, a member of *the council*"), and, where the verb has a subject that is
    marked, who stands in another clause. One person told by name and by office is one.
    """
    roles = anchor.spans(role)
    if not roles:
        return roles
    trigger = head_of(doc, anchor.start, anchor.end)
    closed = range(anchor.start, anchor.end)
    if anchor.label == "REQUEST":
        bounds = ((r, head_of(doc, r.start, r.end)) for r in roles)
        roles = [r for r, n in bounds if not is_of_wish(trigger, n, r.start, r.end)]
    kept = [(r, _noun(doc, r, closed)) for r in roles]
    kept = _one_person(doc, kept)
    if role == "actor":
        nouns = [n for _, n in kept]
        kept = [(r, n) for r, n in kept if not _only_asked(trigger, n, nouns, anchor.label)]
        kept = done_by_agent(trigger, kept, anchor.label)
        kept = of_agent(trigger, kept, anchor.label)
        kept = not_those_who_say(trigger, kept, anchor.label)
        kept = not_outsiders(trigger, kept, anchor.label)
        kept = [(r, n) for r, n in kept if not is_foiler(trigger, n)]
        kept = [(r, n) for r, n in kept if not is_across(trigger, n)]
        kept = [(r, n) for r, n in kept if not only_seems(trigger, n, anchor.label)]
    else:
        kept = [(r, n) for r, n in kept if not _only_counts(trigger, n)]
        kept = [(r, n) for r, n in kept if not _is_elsewhere(doc, trigger, n, anchor.label)]
        kept = [(r, n) for r, n in kept if not is_of_foiled(trigger, n)]
        kept = hit_in_clause(doc, trigger, kept, anchor.label)
    others = [n for _, n in kept]
    kept = [(r, n) for r, n in kept if not _is_within(n, others, trigger, role)]
    if role == "actor" and trigger.pos_ == "VERB" and anchor.label not in TOGETHER:
        kept = _of_clause(doc, trigger, kept)
    found = [*(r for r, _ in kept), *_in_row(trigger, kept, role)]
    if role == "actor":
        found += partners(trigger, [n for _, n in kept], anchor.label)
    return sorted(found, key=attrgetter("start"))


def _noun(doc: Doc, role: Role, closed: range) -> Token:
    noun = head_of(doc, role.start, role.end)
    while noun.dep_ in PIECES and noun.head.i not in closed and noun.head != noun:
        noun = noun.head
    return noun


def _only_asked(trigger: Token, noun: Token, others: Sequence[Token], kind: str) -> bool:
    """Tell whether a noun is what another verb of a row is done to, or who but asked for the act:
    "invited *by Orla* to visit", "*Orla* told both to leave", "at the request *of Orla*"."""
    if noun.dep_ == "obj" and noun.head != trigger and noun.head in _row(trigger):
        return kind not in TOGETHER
    asking = trigger.dep_ == "xcomp" and noun.head == trigger.head
    told = any(o.dep_ in ("iobj", "obj") and o.head == trigger.head for o in others)
    asked = asking and (case_of(noun) == "by" or (told and noun.dep_ == "nsubj"))
    if trigger.dep_ == "xcomp" and is_told(trigger.head) is not None:
        asked = asked or any(noun == teller for teller in subjects(trigger.head))
    return asked or (noun.dep_ == "nmod" and noun.head.lower_ in ASKING and noun.head != trigger)


def _only_counts(trigger: Token, noun: Token) -> bool:
    """Tell whether a number only says how often something was done: "*27* arrests"."""
    return noun.dep_ == "nummod" and noun.head == trigger


def _is_elsewhere(doc: Doc, trigger: Token, noun: Token, kind: str) -> bool:
    """Tell whether a noun is the target of another attack of a row that has one of its own, the
    subject of another verb ("two were killed and *six captives* freed"), or a possessive of another
    phrase: "Orla warned *its* citizens and condemned the raid"."""
    if noun.dep_ == "nmod:poss" and noun.pos_ == "PRON":
        return noun.head not in (trigger, trigger.head) and not _is_below(noun, trigger)
    verb = noun.head
    if kind == "ASSAULT" and noun.dep_ in SUBJECTS and verb.dep_ == "conj" and verb.i > trigger.i:
        return verb.head == trigger and any(c.dep_ in SUBJECTS for c in trigger.children)
    if kind != "ASSAULT" or noun.dep_ != "obj" or verb == trigger or verb not in _row(trigger):
        return False
    own = any(c.dep_ == "obj" and c.pos_ != "PRON" for c in trigger.children)
    return own and any(a.start <= verb.i < a.end for a in anchors(doc, "event"))


def _is_below(noun: Token, trigger: Token) -> bool:
    """Tell whether a noun hangs on a trigger, and in no clause about another noun."""
    at = noun
    for _ in range(CLIMB):
        if at.dep_ in ASIDE and at.head != trigger:
            return False
        at = at.head
        if at == trigger:
            return True
    return False


def _row(verb: Token) -> list[Token]:
    """The verbs that one stands in a row with, itself among them."""
    first = verb
    while first.dep_ == "conj" and first.head.pos_ == "VERB":
        first = first.head
    return [first, *(c for c in first.children if c.dep_ == "conj" and c.pos_ == "VERB")]


def _is_within(noun: Token, others: Sequence[Token], trigger: Token, role: str) -> bool:
    """Tell whether a noun is only told of in the phrase of another party: "Roe, a member of *the
    council*", and for doers "the parties to *the pact*"."""
    if noun.pos_ == "NUM" or noun.dep_ in ("appos", "conj") or _is_joined(noun):
        return False
    at, aside = noun, False
    for _ in range(CLIMB):
        if at.dep_ == "conj" or at == trigger or at.head in (at, trigger) or _includes(at):
            return False
        aside = aside or at.dep_ in ASIDE
        if at == noun and not _tells_which(at):
            return False
        at = at.head
        if at in others:
            named = noun.ent_type_ == at.ent_type_ == "Person"
            return not named and (aside or role == "actor")
    return False


def _tells_which(noun: Token) -> bool:
    """Tell whether a noun may only tell of another which it is: "the parties to the *pact*"."""
    if not noun.dep_.startswith("nmod"):
        return True
    case = case_of(noun)
    return case in WHICH and not (case == "to" and noun.ent_type_)


def _includes(word: Token) -> bool:
    """Tell whether a word only leads on to further parties: "allies, *including* Orla"."""
    before = word.left_edge.i - 1
    return case_of(word) in INCLUDING or (before >= 0 and word.doc[before].lower_ in INCLUDING)


def _is_joined(noun: Token) -> bool:
    return any(c.dep_ == "conj" for c in noun.children)


def _of_clause(
    doc: Doc, verb: Token, kept: Sequence[tuple[Role, Token]]
) -> list[tuple[Role, Token]]:
    """The doers of a verb without those of other clauses, where its own subject is one of them."""
    own = next(subjects(verb), None)
    if own is None or _stands_for(own) or not any(r.start <= own.i < r.end for r, _ in kept):
        return list(kept)
    first, last = sentence_at(doc, verb.i)

    def belongs(role: Role, noun: Token) -> bool:
        if role.start <= own.i < role.end:
            return True
        if acts_elsewhere(noun, verb):
            return False
        at = noun
        for _ in range(CLIMB):
            if at.dep_ == "obj" and at.head == own.head != verb:
                return False  # whom or what the verb before deals with
            if at in (own, verb) or own.head == at.head or not first <= at.i < last:
                return first <= at.i < last
            if at.head == at:
                return False
            at = at.head
        return False

    return [(r, n) for r, n in kept if belongs(r, n)]


def _stands_for(subject: Token) -> bool:
    """Tell whether a subject stands for another: "*they* left", "*whose* men left"."""
    return subject.pos_ == "PRON" or any(c.lower_ == "whose" for c in subject.children)


def _one_person(doc: Doc, roles: Sequence[tuple[Role, Token]]) -> list[tuple[Role, Token]]:
    """The roles, a person told by name and by office as one: "Ana Roe, the envoy"."""
    out: list[tuple[Role, Token]] = []
    for role, noun in roles:
        before = out[-1] if out else None
        if before is not None and _is_same_person(doc, before, (role, noun)):
            out[-1] = (replace(before[0], end=role.end), before[1])
        else:
            out.append((role, noun))
    return out


def _is_same_person(doc: Doc, one: tuple[Role, Token], two: tuple[Role, Token]) -> bool:
    nouns = one[1], two[1]
    beside = two[0].start - one[0].end == 1 and lower_of(doc)[one[0].end] == ","
    if not beside or two[1].dep_ != "appos" or two[1].head != one[1]:
        return False
    single = all("Number=Plur" not in str(n.morph) and is_person(n) for n in nouns)
    return single and sum(n.ent_type_ == "Person" for n in nouns) == 1


def _in_row(trigger: Token, kept: Sequence[tuple[Role, Token]], role: str) -> Iterator[Role]:
    """Yield who stands in a row with a marked subject or object and was not marked: "Orla and
    *Lund* welcomed it"."""
    if trigger.pos_ != "VERB" or not kept:
        return
    own = next(subjects(trigger), None) if role == "actor" else done_to(trigger)
    if own is None:
        return
    if role == "actor":
        yield from _along(trigger, kept)
    before = own.i < trigger.i
    joined = (c for c in own.children if c.dep_ == "conj" and c.pos_ in NAMES)
    row = [own, *(c for c in joined if (c.i < trigger.i) == before and not _is_denied(c))]
    told = [any(r.start <= t.i < r.end for r, _ in kept) for t in row]
    if any(told) and any(c.lower_ == "and" for t in row[1:] for c in t.children):
        for noun, known in zip(row, told, strict=True):
            named = any(n.head == noun and n.dep_ != "conj" for _, n in kept)
            if not known and not named and noun.pos_ in NAMES:
                start, end = called(noun)
                yield Role(role, start, end, kept[0][0].score)


def _along(trigger: Token, kept: Sequence[tuple[Role, Token]]) -> Iterator[Role]:
    """Yield who does an act with its subject: "left along with *Lund* and *Brest*", "clashed with
    *police*"."""
    known = {n for _, n in kept}
    for noun in trigger.children:
        if goes_along(trigger, noun):
            for other in (noun, *(c for c in noun.children if c.dep_ == "conj")):
                if other not in known:
                    yield Role("actor", *called(other), kept[0][0].score)
    both = sides(trigger)
    for side in both:
        if side.pos_ in NAMES and side not in known and not known.isdisjoint(both):
            yield Role("actor", *called(side), kept[0][0].score)


def _is_denied(noun: Token) -> bool:
    return any(c.lower_ in ("never", "not") for c in noun.children)


def without_places(doc: Doc, targets: Sequence[Role], anchor: Anchor) -> list[Role]:
    """Return the targets of an attack without the places that those hit are told to be in.

    "Shells hit *a house* in Orla", "shelled Orla, killing *two men*": who or what is hit is the
    target, where no more than a name of a place stands beside it.
    """
    closed = range(anchor.start, anchor.end)
    trigger = head_of(doc, anchor.start, anchor.end)
    nouns = [_noun(doc, r, closed) for r in targets]

    def is_place(noun: Token) -> bool:
        for other in nouns:
            if other == noun or other.ent_type_ == "Location":
                continue
            if noun.head == other and noun.dep_ == "nmod" and case_of(noun) in WITHIN:
                return anchor.label == "ASSAULT" or noun.ent_type_ == "Location"
            hurt = other.dep_ in ("nsubj:pass", "obj") and other.head.lower_.startswith(HURTING)
            if hurt and other.head != trigger and noun.ent_type_ == "Location":
                return True
        return False

    return [r for r, n in zip(targets, nouns, strict=True) if not is_place(n)]
