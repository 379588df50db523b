"""The words that name a proposal: nouns of bargaining, verbs of agreeing, the encoder's marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from spacy.tokens import Doc, Token

from sayso.find.proposals.called import (
    BEFORE,
    CALLING,
    CEASE_FIRE,
    cease_fire,
    is_what_called,
    name_of,
)
from sayso.find.proposals.clauses import MEETINGS, NAMED, bases, is_party, is_verb, subject
from sayso.language.anchors import Anchor, anchors
from sayso.language.datelines import DASHES
from sayso.language.spans import (
    classes_of,
    head_of,
    heads_of,
    lower_of,
    sentence_at,
    span_of,
    tokens_of,
)
from sayso.language.word_lists import words_of
from sayso.record.span import Span

KINDS = ("truce", "deal", "offer", "plan", "ultimatum", "weak", "refer")
#: A marked name counts alone from this probability on.
SURE = 0.5
NEGATIVE = frozenset({"no", "not", "any", "without", "neither", "what"})
DEFINITE = frozenset(
    {"the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "both"}
)
#: Words before the noun that do not tell one proposal from another.
PLAIN = frozenset(
    {"new", "latest", "same", "final", "draft", "original", "stalled", "so-called", "proposed",
     "entire", "whole", "current", "fragile", "last", "own", "fresh", "peace", "first", "such",
     "tentative", "joint", "mutual", "full", "immediate", "official", "formal", "shaky",
     "counter", "revised", "amended", "updated", "modified", "reworked", "altered", "improved",
     "sweetened", "called", "road"}
)  # fmt: skip
#: Nouns that "of" may put before the name: "the terms of the deal", "a set of proposals".
HOLDING = frozenset(
    {"terms", "term", "set", "series", "part", "parts", "text", "version", "outline", "phase",
     "stage", "draft", "idea", "points", "most", "all", "half", "copy", "details"}
)  # fmt: skip
#: Subjects of "agreed" that make a deal without another name.
TOGETHER = frozenset(
    {"sides", "countries", "parties", "both", "nations", "governments", "leaders", "states",
     "presidents", "ministers", "they", "neighbours", "neighbors", "delegates", "delegations"}
)  # fmt: skip
SINGLE = frozenset({"one", "none", "another", "neither"})
PROMISING = frozenset({"pledge", "promise", "undertake"})
#: Acts that nobody bargains over: to meet, to speak, to be against something.
TALKING = frozenset(
    {"answer", "appeal", "avenge", "block", "boycott", "comment", "fight", "mediate", "meet",
     "negotiate", "oppose", "punish", "reject", "resist", "retaliate", "speak", "talk", "veto"}
)  # fmt: skip
HOLDING_TALKS = frozenset(
    {"attend", "begin", "continue", "facilitate", "hold", "host", "open", "resume", "start"}
)
DIALOGUE = frozenset({"consultations", "contacts", "dialogue", "discussions"})
TOUCH = frozenset({"contact", "touch"})
#: "to the day", "to some extent": no object of an agreement.
MEASURES = frozenset({"day", "degree", "extent", "hour", "point", "minute"})
#: What shows that a thing is offered for another.
BOUND = re.compile(
    r"\b(?:in (?:exchange|return) for|(?:up)?on (?:the )?(?:condition|understanding) that|"
    r"provided(?: that)?)\b"
)
#: Nouns that offer something only where they are somebody's.
OF_WHAT = frozenset({"the", "its", "their", "his", "her", "what", "how", "why"})
ANSWERS = frozenset({"answer", "answers", "response", "responses"})
#: Forms of the verbs that may stand for a deal or an offer.
AGREED = {
    **dict.fromkeys(("agree", "agrees", "agreed"), "agreed"),
    **dict.fromkeys(("consent", "consents", "consented"), "agreed"),
    **dict.fromkeys(("offer", "offers", "offered"), "offered"),
    **dict.fromkeys(("propose", "proposes", "proposed"), "offered"),
    **dict.fromkeys(("pledge", "pledges", "pledged"), "agreed"),
    **dict.fromkeys(("promise", "promises", "promised"), "agreed"),
    **dict.fromkeys(("undertake", "undertakes", "undertook"), "agreed"),
}


@dataclass(frozen=True)
class Mention:
    """A place of the text that names a proposal, or points back to one.

    ``kind`` is one of KINDS, or "pronoun", or "agreed" and "offered" where a verb with an
    infinitive stands for the deal or the offer; an ultimatum may be a verb, too. ``marks`` holds
    the words that tell it from others, in lower case; ``headline`` says that it stands in the
    heading.
    """

    head: Token
    kind: str
    span: Span
    definite: bool
    marks: frozenset[str]
    anchor: Anchor | None = None
    headline: bool = False

    @cached_property
    def span_start(self) -> int:
        """The first token of the name."""
        return tokens_of(self.head.doc, self.span)[0]

    @cached_property
    def sentence(self) -> tuple[int, int]:
        """The range of tokens of the sentence that it stands in."""
        return sentence_at(self.head.doc, self.head.i)

    @property
    def is_verb(self) -> bool:
        """Tell whether a verb stands for the proposal."""
        given = self.kind == "ultimatum" and self.head.pos_ == "VERB"
        return given or self.kind in ("agreed", "offered")

    @property
    def is_act(self) -> bool:
        """Tell whether it is the offered act itself: "would *free* them if"."""
        speaks = self.head.lower_ in AGREED or is_verb(self.head, "propose")
        return self.kind == "offered" and not speaks


def find_mentions(doc: Doc) -> tuple[Mention, ...]:
    """Return the mentions of a Doc in text order."""
    left = [a for a in anchors(doc, "proposal") if a.score >= SURE]
    found: dict[int, Mention] = {}
    nouns = _bargaining()
    for token in (doc[i] for i, word in enumerate(lower_of(doc)) if word in nouns):
        kind = kind_of(token)
        if kind and not _is_part(token) and not _is_negative(token) and not _is_idiom(token):
            anchor = next((a for a in left if _meets(token, a)), None)
            left = [a for a in left if not _meets(token, a)]
            found[token.i] = _mention(doc, token, kind, anchor)
    for anchor in left:
        head = head_of(doc, anchor.start, anchor.end)
        if _is_negative(head) and head.pos_ != "VERB":
            continue
        if head.pos_ in ("VERB", "NOUN", "PROPN") and head.is_alpha and head.i not in found:
            kind = verb_kind(head) or ("agreed" if head.pos_ == "VERB" else "weak")
            found[head.i] = _mention(doc, head, kind, anchor)
    for token in _others(doc):
        kind = _kind_of_others(token)
        if kind and token.i not in found:
            found[token.i] = _mention(doc, token, kind, None)
    return tuple(found[i] for i in sorted(found))


@cache
def _bargaining() -> frozenset[str]:
    """Every word that ``kind_of`` may take for a noun of bargaining."""
    return frozenset(_noun_kinds()) | CEASE_FIRE | DASHES


def _others(doc: Doc) -> Iterator[Token]:
    """The words that may stand for a proposal and are no noun of bargaining, in text order."""
    classes, heads, words = classes_of(doc), heads_of(doc), lower_of(doc)
    for i, kind in enumerate(classes):
        governed = kind == "NOUN" and heads[i] < i and classes[heads[i]] == "VERB"
        if governed or kind == "VERB" or words[i] in ("it", "them"):
            yield doc[i]


def _kind_of_others(token: Token) -> str | None:
    """Return the kind of a word that stands for a proposal and is no noun of bargaining."""
    if token.pos_ == "VERB":
        return verb_kind(token)
    if token.pos_ == "NOUN":
        return role_kind(token)
    return "pronoun" if token.lower_ == "it" or _is_under(token) else None


def _is_under(token: Token) -> bool:
    """ "Under *them*": the terms named before."""
    return token.lower_ == "them" and token.i > 0 and token.nbor(-1).lower_ == "under"


def kind_of(token: Token) -> str | None:
    """Return the kind of a noun of bargaining, or None."""
    word = token.lower_
    compound = cease_fire(token)
    if compound is not None:
        return "truce" if token.head.i not in range(*compound) or token.head == token else None
    if token.pos_ not in ("NOUN", "PROPN", "ADJ", "VERB"):
        return None
    if token.pos_ == "VERB" and not any(c.dep_ in ("det", "amod") for c in token.children):
        return None
    return _noun_kinds().get(word)


@cache
def _noun_kinds() -> dict[str, str]:
    """Each noun of bargaining with its kind, the first of KINDS where it has several."""
    return {word: kind for kind in reversed(KINDS) for word in words_of("bargain_nouns", kind)}


def verb_kind(token: Token) -> str | None:
    """Return "agreed" or "offered" for "agreed to exchange ...", "has offered to withdraw ..."."""
    kind = AGREED.get(token.lower_)
    if kind is None or token.pos_ != "VERB" or subject(token) is None:
        return _proposing(token)
    acts = [c for c in token.children if c.dep_ in ("xcomp", "advcl", "ccomp") and c.i > token.i]
    act = next((c for c in acts if any(g.lower_ == "to" for g in c.children)), None)
    if act is None:
        return kind if given_by(token) is not None else _proposing(token)
    if _is_no_bargain(act):
        return None
    given = [c for c in token.children if c.dep_ == "obj" and token.i < c.i < act.i]
    if any(not is_party(c) for c in given):  # "pledged *five million* to feed the town"
        return None
    return "agreed" if is_mutual(token) else kind


def _is_no_bargain(act: Token) -> bool:
    """ "agreed to *speak* if he was not named", "to *hold talks*", "to *keep in touch*"."""
    about = {c.lower_ for c in act.children if c.dep_ == "obj"}
    talks = bool(bases(act) & HOLDING_TALKS and about & (MEETINGS | DIALOGUE))
    return talks or bool(bases(act) & TALKING) or any(c.lower_ in TOUCH for c in act.children)


def given_by(token: Token) -> Token | None:
    """Return what is offered for something: "offers *a fifth of the gas* in exchange for"."""
    offers = AGREED.get(token.lower_) == "offered" and is_verb(token, "offer")
    if not offers and not (token.lower_ in AGREED and bases(token) & PROMISING):
        return None
    given = next((c for c in token.children if c.dep_ == "obj" and c.i > token.i), None)
    if given is None or given.lower_ in _bargaining():
        return None
    words = " ".join(lower_of(token.doc)[given.i : sentence_at(token.doc, token.i)[1]])
    return given if BOUND.search(words) else None


def _proposing(token: Token) -> str | None:
    """ "proposed *that* both armies pull back": an offer told in a clause."""
    if token.pos_ != "VERB" or not is_verb(token, "propose") or subject(token) is None:
        return None
    return "offered" if that_clause(token) is not None else None


def that_clause(verb: Token) -> Token | None:
    """Return the verb of the clause that another verb takes: "proposed *that both pull back*"."""
    behind = (c for c in verb.children if c.dep_ in ("ccomp", "xcomp") and c.i > verb.i)
    return next((c for c in behind if any(g.lower_ == "that" for g in c.children)), None)


def role_kind(token: Token) -> str | None:
    """Return the kind of a noun that is agreed on or proposed without being a noun of bargaining.

    "both sides agreed to *a halt in the shelling*": a deal; "proposed *a solution* under which":
    an offer.
    """
    verb = token.head
    if token.pos_ != "NOUN" or verb.pos_ != "VERB" or token.i < verb.i:
        return None
    if token.dep_ == "obl" and is_verb(verb, "deal"):
        sided = any(c.dep_ == "case" and c.lower_ in ("to", "on") for c in token.children)
        named = token.ent_type_ not in ("", "Misc") or token.lower_ in MEASURES
        named = named or any(t.lower_ in _bargaining() for t in token.subtree if t != token)
        return "deal" if sided and not named and is_mutual(verb) else None
    if token.dep_ == "obj" and is_verb(verb, "propose"):
        under = (c for c in token.children if c.dep_ in ("acl:relcl", "acl", "advcl:relcl"))
        which = (t.lower_ for c in under for t in c.subtree if t.i < c.i)
        return "offer" if any(word in ("which", "whereby") for word in which) else None
    return None


def is_mutual(verb: Token) -> bool:
    """Tell whether more than one party does a verb: "the army and the rebels agreed".

    Two who promise the same need not promise it each other, unless they are "both sides".
    """
    doer = subject(verb)
    if doer is None:
        return False
    joined = any(c.dep_ == "conj" and is_party(c) for c in doer.children)
    joined = joined and not bases(verb) & PROMISING
    held = any(c.lower_ in TOGETHER for c in doer.subtree) and doer.lower_ not in SINGLE
    return joined or held or doer.lower_ in TOGETHER


def _is_part(token: Token) -> bool:
    """ "deal" in "deal maker", "truce" in "truce talks": the phrase's head is another noun."""
    head = token.head
    if token.dep_ not in ("compound", "amod", "nmod:desc") or head.i <= token.i:
        return False
    return head.pos_ in ("NOUN", "PROPN") and head.i - token.i <= 3


def _is_negative(token: Token) -> bool:
    """ "no deal", "*pending* an agreement", "*without* a deal": nothing is on the table."""
    before = [c for c in token.children if c.i < token.i]
    case = [token.head, *(c for c in before if c.dep_ == "case")]  # a verb in some parses
    pending = any(c.lower_ == "pending" for c in case)
    if not any(c.lower_ in DEFINITE for c in before) and token.pos_ == "NOUN":
        case = [c for c in token.head.children if c.i < token.i]
        pending = pending or any(c.lower_ == "without" for c in case) or _is_in_general(token)
    return pending or any(c.lower_ in NEGATIVE for c in before)


def _is_in_general(token: Token) -> bool:
    """ "*A truce* is not peace": what any such thing is, and none of them."""
    said = token.head
    if token.dep_ != "nsubj" or said.pos_ != "NOUN" or said.i < token.i:
        return False
    parts = {c.dep_: c.lower_ for c in said.children if c.dep_ in ("cop", "case")}
    return parts.get("cop") == "is" and "case" not in parts


def _is_idiom(token: Token) -> bool:
    """ "on condition of anonymity", "in terms of": nothing is on the table."""
    words = lower_of(token.doc)
    behind = set(words[token.i + 1 : token.i + 3])
    before = words[token.i - 1] if token.i else ""
    bare = (token.lower_, before) in (("terms", "in"), ("exchange", "in"))
    if token.lower_ == "paper":  # "moved from *paper* to the ground", "at least on *paper*"
        bare = not any(c.i < token.i and c.dep_ in {"det", *BEFORE} for c in token.children)
    if token.lower_ == "terms" and "of" not in behind:  # "condemns in the strongest terms"
        bare = any(c.lower_ == "in" for c in token.children if c.dep_ == "case")
    if token.lower_ in ANSWERS:  # "would come back with *an answer*"; "*Suvria's* answer" offers
        bare = not any(c.dep_ == "nmod:poss" for c in token.children)
    if token.lower_ == "understanding":  # "voiced understanding for", "on the understanding that",
        bare = bool(behind & {"for", "that"})  # "a better understanding of the position"
        bare = bare or ("of" in behind and not behind.isdisjoint(OF_WHAT))
    if token.lower_ == "exchange":  # "an exchange of fire"
        bare = bare or bool(behind & {"fire", "views", "letters", "words", "rate", "rates"})
    return "anonymity" in behind or bare or _is_called(token) or _is_said_of_it(token)


def _is_said_of_it(token: Token) -> bool:
    """ "*It is* the best paper", "in *what would be* the first swap": what is told there."""
    said = [c for c in token.children if c.dep_ in ("aux", "cop")]
    if not any(c.dep_ == "cop" for c in said):
        return False
    told = said[0].i > 0 and said[0].nbor(-1).lower_ in ("what", "which")
    return told or any(c.dep_ == "nsubj" and c.pos_ == "PRON" for c in token.children)


def _is_called(token: Token) -> bool:
    """ "calling it *a pause*", "branded the plan *a deal* with thieves"."""
    verb = token.head
    called = verb.lower_ in CALLING and verb.i < token.i and token.dep_ in ("xcomp", "obl", "obj")
    return called and any(c.dep_ == "obj" and verb.i < c.i < token.i for c in verb.children)


def _meets(token: Token, anchor: Anchor) -> bool:
    """Tell whether a marked name lies in the noun's phrase: on the noun or the words before it."""
    before = [c.left_edge.i for c in token.children if c.i < token.i and c.dep_ in BEFORE]
    return anchor.start <= token.i and min([token.i, *before]) < anchor.end


def _mention(doc: Doc, head: Token, kind: str, anchor: Anchor | None) -> Mention:
    before = [c for c in head.children if c.i < head.i]
    words = {c.lower_ for c in before} | {head.lower_}
    owned = any(c.dep_ == "nmod:poss" for c in before)
    definite = bool(words & DEFINITE) or (owned and kind in ("refer", "weak"))
    called = is_what_called(head)
    former = {"last", "such"} <= words
    return Mention(
        head,
        kind,
        name_of(doc, head),
        (definite or called) and not former,
        frozenset(("previous",) if former else () if called else _marks(head)),
        anchor,
        is_headline(head),
    )


def is_headline(token: Token) -> bool:
    """Tell whether a word stands in the heading: a first paragraph without a full stop."""
    first = sentence_at(token.doc, 0)
    if token.i >= first[1]:
        return False
    text = span_of(token.doc, *first).text
    return "\n" in text.rstrip(" ") and not text.strip().endswith((".", '"', "”"))


def _marks(head: Token) -> Iterator[str]:
    """The words before the noun that narrow it, parties and plain words left out."""
    for child in head.children:
        if child.i < head.i and child.dep_ in ("amod", "compound", "nummod"):
            plain = child.lower_ in PLAIN or child.ent_type_ in NAMED or child.text in ("-", "–")
            if not plain and child.lower_ != "cease":
                yield child.lower_
