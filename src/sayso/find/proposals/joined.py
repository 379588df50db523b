"""Mentions to proposals: which words of a report stand for the same thing on the table."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.find.proposals.again import dated_just_after, given_for, is_meant, opens_with, told_again
from sayso.find.proposals.bargainers import plain
from sayso.find.proposals.clauses import SUBJECTS, bases, is_verb, subject
from sayso.find.proposals.drafts import Draft
from sayso.find.proposals.names import AGREED, Mention, is_mutual
from sayso.language.anchors import antecedents
from sayso.language.spans import lower_of, sentence_at, span_of
from sayso.language.states import state_of
from sayso.language.word_lists import words_of

OPENING = frozenset({"truce", "deal", "offer", "plan", "ultimatum", "weak", "agreed", "offered"})
#: Kinds whose words may stand for one another ("the deal" for "a truce").
MIXES = {
    "truce": {"truce", "deal", "offer", "plan", "agreed", "weak"},
    "deal": {"truce", "deal", "offer", "plan", "agreed", "weak"},
    "offer": {"truce", "deal", "offer", "plan", "offered", "weak"},
    "plan": {"truce", "deal", "offer", "plan", "offered", "weak"},
    "ultimatum": {"ultimatum", "offer", "plan"},
    "weak": {"weak", "offer", "plan", "deal", "truce", "agreed", "offered"},
    "refer": {"weak", "offer", "plan", "deal", "truce", "agreed", "offered"},
}
OPEN_KINDS = frozenset({"offer", "plan", "offered"})
CONCLUDED = frozenset({"deal", "truce", "weak"})
#: Kinds of names that may say behind "for" what is agreed or offered.
FOR = CONCLUDED | OPEN_KINDS
#: Marks of a size, which a later name may add: "*the seven-point* draft".
LENGTHS = frozenset({"day", "hour", "month", "page", "phase", "point", "stage", "step", "week",
                     "year"})  # fmt: skip
#: Verbs whose object "it" is what is on the table.
TAKING = ("accept", "reject", "agree", "mediate")
#: Verbs of what a proposal is to bring about.
LEADING = frozenset({"lead", "bring", "result", "pave", "become"})
#: Verbs of having what there is already for longer, or again.
GOING_ON = frozenset({"extend", "prolong", "renew", "restore", "revive", "save"})
DEMANDS = frozenset({"demand", "demands"})
#: Marks of a thing that is told of beside another one.
BESIDE = frozenset({"another", "earlier", "previous", "separate", "similar"})
#: Marks of a thing that is to come after another one.
NEWER = frozenset({"broader", "fresh", "further", "lasting", "longer", "new", "permanent", "wider"})
BACKGROUND = frozenset({"since", "after", "as", "when", "before"})


def join(doc: Doc, mentions: tuple[Mention, ...]) -> list[Draft]:
    """Return the proposals that the mentions name, in text order."""
    drafts: list[Draft] = []
    about = given_for(mentions)
    for mention in mentions:
        if mention in about.values():
            continue
        if mention.kind == "pronoun":
            draft = _pronoun(doc, mention, drafts)
        elif mention.is_verb and (named := _of_subject(mention, drafts)) is not None:
            draft = named
        elif (told := told_again(mention, drafts)) is not None:
            draft = told
        elif _is_told_of(mention, drafts):
            continue
        else:
            draft = _aimed_at(mention, drafts) or _earlier(mention, drafts)
        if draft is not None:
            draft.mentions.append(mention)
        elif mention.kind in OPENING or _is_marked_anew(mention):
            draft = Draft([mention])
            drafts.append(draft)
        if draft is not None and mention.head.i in about:
            draft.mentions.append(about[mention.head.i])
    return drafts


def _of_subject(mention: Mention, drafts: list[Draft]) -> Draft | None:
    """ "*The paper* offered to halt the fleet": the verb goes with the proposal that does it."""
    doer = subject(mention.head)
    return next((d for d in drafts if doer is not None and d.covers(doer.i)), None)


def _aimed_at(mention: Mention, drafts: list[Draft]) -> Draft | None:
    """ "*The pause* would lead to *a ceasefire*": what a proposal leads to is part of it."""
    meant = next((d for d in drafts if is_meant(mention, d)), None)
    if meant is not None:
        return meant
    verb = mention.head.head
    if mention.definite or mention.is_verb or verb.pos_ != "VERB" or not bases(verb) & LEADING:
        return None
    if verb.dep_ == "xcomp":
        verb = verb.head
    return next((d for d in drafts for c in verb.children
                 if c.dep_ in SUBJECTS and d.covers(c.i)), None)  # fmt: skip


def _is_told_of(mention: Mention, drafts: list[Draft]) -> bool:
    """ "*initialled a pact*. The rebels *undertook* to leave": a term of the deal named before."""
    verb = mention.head
    if mention.kind != "agreed" or is_verb(verb, "agree"):
        return False
    before = sentence_at(verb.doc, max(0, mention.sentence[0] - 1))[0]
    near = (d for d in drafts if d.kinds & CONCLUDED and not d.mentions[-1].is_verb)
    end = mention.sentence[0] if is_mutual(verb) else verb.i  # both may bargain anew in a sentence
    return any(before <= d.mentions[-1].head.i < end for d in near)


def _earlier(mention: Mention, drafts: list[Draft]) -> Draft | None:
    """The earlier proposal that a mention most likely stands for: same noun first, then nearest."""
    fitting = [d for d in drafts if _fits(mention, d)]
    return max(fitting, key=lambda d: _nearness(mention, d), default=None)


def _nearness(mention: Mention, draft: Draft) -> tuple[bool, bool, bool, int]:
    same = mention.head.lemma_.lower() in draft.lemmas
    akin = mention.kind in draft.kinds or bool({mention.kind, *draft.kinds} <= OPEN_KINDS)
    main = not (_is_background(draft) or _is_agreed_on(draft) or draft.marks & BESIDE)
    return same, akin and main, main, draft.mentions[-1].head.i


def _fits(mention: Mention, draft: Draft) -> bool:
    if mention.is_verb:
        return False
    if _is_agreed_under(mention, draft) or _is_of(mention, draft) or opens_with(mention, draft):
        return True
    if _is_of_another(mention, draft) or _is_to_mediate(mention, draft):
        return False
    if not mention.definite:
        return _is_repeated(mention, draft) or _is_its_makers(mention, draft)
    demands = mention.kind == "weak" and mention.head.lemma_.lower() in DEMANDS
    if not draft.kinds & (MIXES[mention.kind] | ({"ultimatum"} if demands else set())):
        return False
    if mention.kind == "ultimatum" and not draft.kinds & {"ultimatum"}:
        return mention.head.lower_ == "deadline"
    if mention.marks & BESIDE - draft.marks or _is_own(mention):
        return False
    if draft.marks & NEWER - mention.marks and _is_dated(mention):
        return False  # "a *longer* truce. The ceasefire *of October 2025* holds"
    sized = LENGTHS if not draft.marks & LENGTHS else frozenset()
    new = mention.marks - draft.marks - draft.lemmas - sized
    if new and dated_just_after(mention, draft):
        new = frozenset()
    if mention.kind in ("weak", "refer"):
        return not new
    if mention.kind == "truce" and not draft.kinds & {"truce", "agreed"}:
        owned = any(c.dep_ == "nmod:poss" for c in mention.head.children)
        return _speaks_of_truce(draft) and not (owned and new)
    if (
        mention.kind in OPEN_KINDS
        and new <= words_of("bargain_nouns", "truce")
        and _speaks_of_truce(draft)
    ):
        return True  # "offered to hold fire. The *truce* offer"
    return not new or (mention.head.lemma_.lower() in draft.lemmas and not draft.marks)


def _is_of_another(mention: Mention, draft: Draft) -> bool:
    """ "*Norland's* answer" is not "*Suvria's* terms", "a plan to save *the accord*" not that."""
    verb = mention.head.head
    if verb.dep_ == "acl" and bases(verb) & GOING_ON and draft.covers(verb.head.i):
        return True
    own = _owner(mention)
    owners = {o for m in draft.mentions if (o := _owner(m)) is not None}
    return own is not None and bool(owners) and own not in owners


def _is_to_mediate(mention: Mention, draft: Draft) -> bool:
    """ "the truce ... *their offer to mediate*": not of the two who have the truce."""
    inner = (c for c in mention.head.children if c.dep_ == "acl")
    mediates = any(is_verb(c, "mediate") for c in inner)
    return mention.kind == "offer" and mediates and mention.head.lemma_.lower() not in draft.lemmas


def _is_marked_anew(mention: Mention) -> bool:
    """ "*A separate idea*", marked by the encoder: on the table by itself."""
    told = mention.marks and mention.head.lemma_.lower() not in DEMANDS
    return mention.anchor is not None and bool(told) and not mention.definite


def _is_own(mention: Mention) -> bool:
    """ "threatened to bring *its own* draft": another than the one told before."""
    return any(c.lower_ == "own" for c in mention.head.children)


def _is_dated(mention: Mention) -> bool:
    """ "the ceasefire *of October 2025*"."""
    named = (c for c in mention.head.children if c.dep_ == "nmod" and c.i > mention.head.i)
    return any(c.ent_type_ == "Date" and "of" in {g.lower_ for g in c.children} for c in named)


def _owner(mention: Mention) -> str | None:
    """The name in the genitive before a mention."""
    named = (c for c in mention.head.children if c.dep_ == "nmod:poss" and c.pos_ == "PROPN")
    return next((c.lower_ for c in named), None)


def _is_agreed_under(mention: Mention, draft: Draft) -> bool:
    """ "agreed to swap 40 men *in a deal*", "agreed to *keep an arrangement*": the same."""
    verb = draft.mentions[-1].head
    if draft.mentions[-1].kind != "agreed" or not verb.is_ancestor(mention.head):
        return False
    case = {c.lower_ for c in mention.head.children if c.dep_ == "case"}
    kept = bases(mention.head.head) & {"keep", "extend", "prolong", "renew"}
    beside = mention.head.dep_ == "appos"  # "agreed to leave the port, *a pact* that ..."
    return bool(case & {"under", "in"}) or beside or bool(kept and mention.head.dep_ == "obj")


def _is_of(mention: Mention, draft: Draft) -> bool:
    """ "an offer *of a truce*", "a proposal *for a truce*": one thing by two names."""
    head = mention.head
    case = {c.lower_ for c in head.children if c.dep_ == "case"}
    named = case == {"of"} or (case == {"for"} and bool(draft.kinds & FOR))
    beside = head.dep_ == "appos"  # "its truce with the rebels, *a pact* that"
    up = head.head.head if beside and head.head.dep_ == "nmod" else head.head
    held = draft.covers(head.head.i) or draft.covers(up.i)
    return held and (beside or (head.dep_ == "nmod" and named))


def _is_repeated(mention: Mention, draft: Draft) -> bool:
    """The opening line names the thing of the headline anew."""
    first = draft.mentions[0]
    if not first.headline or mention.headline:
        return False
    if mention.head.lemma_.lower() not in draft.lemmas and not draft.kinds & {mention.kind}:
        return False
    return mention.marks <= draft.marks or not draft.marks or draft.marks <= mention.marks


def _is_its_makers(mention: Mention, draft: Draft) -> bool:
    """ "a US offer ... *Washington's* offer": one and the same word for one side's."""
    own = _owner(mention)
    if own is None or mention.marks - draft.marks or draft.marks & BESIDE:
        return False
    same = [m for m in draft.mentions if m.head.lemma_.lower() == mention.head.lemma_.lower()]
    made = (c for m in same for c in m.head.children if c.dep_ in ("nmod:poss", "amod", "compound"))
    names = (span_of(c.doc, c.left_edge.i, c.i + 1) for c in made if c.ent_type_)
    states = {state_of(plain(n)) for n in names}
    return state_of([own]) in states - {None}


def _is_agreed_on(draft: Draft) -> bool:
    """What an agreement foresees is not the agreement: "agreed to *negotiate a truce*"."""
    head = draft.mentions[0].head
    verbs = [t for t in head.ancestors if t.lower_ in AGREED and t.pos_ == "VERB"]
    return bool(verbs) and head.head not in verbs and draft.mentions[0].kind == "truce"


def _is_background(draft: Draft) -> bool:
    """A thing of the past that the report only dates by: "the first since a truce broke down"."""
    if len(draft.mentions) > 1:
        return False
    up = [t for t in draft.mentions[0].head.ancestors if t.dep_ == "advcl"]
    return any(c.lower_ in BACKGROUND for t in up for c in t.children)


def _speaks_of_truce(draft: Draft) -> bool:
    """ "*The paper* gives the sides eight weeks of *quiet*": it may be called a truce."""
    told = (w for m in draft.mentions for w in lower_of(m.head.doc)[slice(*m.sentence)])
    return any(word in words_of("term_topics", "pause") for word in told)


def _pronoun(doc: Doc, mention: Mention, drafts: list[Draft]) -> Draft | None:
    """ "it": by the encoder's link, else the name that stands last before "under it".

    A name stands near in the sentence of "it" and in the one before.
    """
    linked = antecedents(doc, "coref").get(mention.head.i)
    if linked is not None:
        found = next((d for d in drafts if d.covers(linked[0])), None)
        if found is not None:
            return _holder(doc[linked[0]], mention.head, drafts) or found
    if not _is_bargained(mention.head):
        return None
    previous = sentence_at(doc, max(0, mention.sentence[0] - 1))
    near = [d for d in drafts if d.mentions[-1].head.i >= previous[0]]
    return max(near, key=_standing, default=None)


def _holder(linked: Token, pronoun: Token, drafts: list[Draft]) -> Draft | None:
    """ "*a proposal* to save the accord. *It would* open the port": what is to come is of that."""
    ahead = {c.lower_ for c in pronoun.head.children if c.dep_ == "aux"} & {"would", "will"}
    if not ahead or not pronoun.dep_.startswith("nsubj") or linked.head.dep_ != "acl":
        return None
    return next((d for d in drafts if d.covers(linked.head.head.i)), None)


def _standing(draft: Draft) -> tuple[int, int]:
    """Of the names in one sentence the first counts: what it calls for stands behind it."""
    last = draft.mentions[-1]
    return last.sentence[0], -last.head.i


def _is_taken(verb: Token) -> bool:
    """ "accepted it", "turned it down"."""
    parts = {c.lower_ for c in verb.children if c.dep_ == "compound:prt"}
    if verb.dep_ == "xcomp" and is_verb(verb.head, "reject"):  # "refused to renew it"
        return True
    turned = bool(bases(verb) & {"turn", "vote", "tear"}) and bool(parts & {"down", "up"})
    return turned or any(is_verb(verb, kind) for kind in TAKING)


def _is_sided(head: Token) -> bool:
    """ "agreed *to it*", "voted *for it*", "pushed *for it*"."""
    case = {c.lower_ for c in head.children if c.dep_ == "case"}
    sided = bases(head.head) & {"agree", "vote", "push", "object", "sign"}
    return bool(sided) and bool(case & {"to", "for", "against", "on"})


def _is_bargained(head: Token) -> bool:
    """ "under it", or "it" as the object of a verb of bargaining."""
    if head.i > 0 and head.nbor(-1).lower_ == "under":
        return True
    taken = head.dep_ == "obj" and _is_taken(head.head)
    taken = taken or (head.dep_ == "nsubj" and is_verb(head.head, "provide"))
    return taken or (head.dep_ == "obl" and head.head.pos_ == "VERB" and _is_sided(head))
