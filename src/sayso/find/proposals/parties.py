"""Who offers a proposal, to whom, and who carries it between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from spacy.tokens import Doc, Token

from sayso.find.proposals.clauses import (
    NAMED,
    WARS,
    bases,
    is_barred,
    is_party,
    is_refused,
    is_to_be_kept,
    is_verb,
    is_word,
    parties,
    party,
    subject,
)
from sayso.find.proposals.names import HOLDING, Mention
from sayso.language.datelines import DASHES
from sayso.language.spans import lower_of, sentence_at
from sayso.record.span import Span

Role = Literal["by", "to", "through"]
NOUNS = frozenset({"NOUN", "PROPN"})
#: Prepositions of what is done beside a proposal, or in it.
BEYOND = frozenset(
    {"in", "under", "as", "after", "during", "since", "of", "by", "despite", "before"}
)
#: What is set rather than offered: conditions, a deadline.
SET = frozenset({"weak", "ultimatum"})
MADE = frozenset({"offer", "plan", "ultimatum"})
#: Deals that bear the name of the place where they were made.
PLACED = frozenset({"accord", "agreement", "declaration", "draft", "framework", "memorandum",
                    "pact", "plan", "process", "protocol", "treaty", "understanding"})  # fmt: skip
#: What is done to a deal by those who have made it, or are making it.
KEPT = ("in-force:object", "broken:object", "under-negotiation:object")
#: Irregular words behind a hyphen, and those that do not tell whose a proposal is.
LED = frozenset({"led", "drawn"})
AIMED = frozenset({"based", "named", "owned", "occupied", "controlled", "held"})
#: Verbs that tell of a go-between wherever they stand in the sentence.
CARRYING = frozenset({"mediate", "mediates", "mediated", "mediating", "brokered", "brokers"})
GO_BETWEENS = frozenset({"mediator", "mediators", "guarantor", "guarantors", "go-between", "broker",
                         "brokers"})  # fmt: skip
MEDIATORS = GO_BETWEENS | CARRYING
#: What is laid "before" somebody; what an answer is given with; how far prepositions reach.
LAYING = frozenset({"lay", "put", "place", "set", "bring", "table"})
ANSWERING = frozenset({"answer", "reply", "respond", "counter", "come"})
TOWARDS = frozenset({"to", "before"})
FAR = frozenset({"nmod", "obl", "obl:agent"})
#: Parts of the names of places that bargain with nobody.
PLACES = frozenset({"strait", "sea", "river", "valley", "gulf", "canal", "lake", "bay",
                    "heights", "strip", "island", "islands", "border", "port"})  # fmt: skip
#: Verbs by which one side alone makes a truce, and those that only tell of a deal.
ALONE = frozenset({"announce", "declare", "proclaim", "propose", "offer"})
TELLING = frozenset({"announce", "declare", "broker"})
BESIDE = frozenset({"appos", "compound", "nmod:desc"})
MEDIATING = frozenset({"mediation", "auspices", "mediators", "brokerage", "aegis", "eyes",
                       "offices", "presence"})  # fmt: skip
DENIED = frozenset({"not", "n't", "never", "neither"})


def owners(doc: Doc, mention: Mention) -> Iterator[tuple[Role, Span]]:
    """ "*Argentina's* offer", "a *U.S.* proposal", "a plan *by Angola*"."""
    for child in mention.head.children:
        if child.dep_ == "nmod:poss":
            yield from _as("by", doc, child)
        elif child.dep_ in ("amod", "compound") and child.i < mention.head.i:
            joined = doc[child.i + 1].text in DASHES or _is_led(doc, child)
            if joined or _is_named_after(mention, child):
                continue
            between = {t.lower_ for t in doc[child.i + 1 : mention.head.i]}
            named = (child, *child.children)  # "a *European Union* plan"
            held = mention.kind in MADE and is_party(child)  # "a *government* offer"
            if (held or any(t.ent_type_ in NAMED for t in named)) and not between & WARS:
                yield from _as("by", doc, child)
        elif child.dep_ in FAR and case_of(child) & {"by", "from"}:
            yield from _as("by", doc, child)


def _is_led(doc: Doc, word: Token) -> bool:
    """ "a US-*drafted* plan", which ``hyphened`` reads."""
    dashed = word.i > 0 and doc[word.i - 1].text in DASHES
    return dashed and (word.lower_ in LED or word.lower_.endswith("ed"))


def _offers(noun: Token, mention: Mention) -> bool:
    """ "*The mediator* laid a draft before both": who offers it himself."""
    verbs = [v for v in governors(mention) if is_verb(v, "offer")]
    return any(subject(v) == noun for v in verbs)


def _is_named_after(mention: Mention, word: Token) -> bool:
    """ "the *Paris* accord", "a *Security Council* resolution": named after a place or a body."""
    if mention.head.lower_.startswith("resolution"):
        return True
    if word.lower_ in PLACES or (mention.head.text[:1].isupper() and not mention.headline):
        return not word.dep_.endswith("poss")
    place = word.ent_type_ == "Location" and word.pos_ == "PROPN" and not word.is_upper
    return place and mention.definite and mention.head.lemma_.lower() in PLACED


def hyphened(doc: Doc, mention: Mention) -> Iterator[tuple[Role, Span]]:
    """ "a *US*-brokered truce": who carried it; "a *Saudi*-backed plan": whose it is."""
    for i in range(mention.span_start + 1, mention.head.i - 1):
        verb = doc[i + 1]
        if _is_led(doc, verb):
            role: Role = "through" if is_verb(verb, "mediate") else "by"
            if doc[i - 1].ent_type_ in NAMED and verb.lower_ not in AIMED:
                span = party(doc, doc[i - 1])
                if span is not None:
                    yield role, span


def between(doc: Doc, mention: Mention) -> Iterator[tuple[Role, Span]]:
    """ "a truce *between the army and the rebels*", "a deal *with Iran*"; those between whom it is
    that a plan would keep are the ones who are asked."""
    near = [c for c in mention.head.children if c.i > mention.head.i and c.left_edge.dep_ != "cc"]
    inner = [g for c in near if c.dep_ == "nmod" for g in c.children if "to" in case_of(g)]
    for child in (*near, *inner):
        if child.dep_ not in ("nmod", "obl"):
            continue
        case = case_of(child)
        if "between" in case or ("with" in case and is_party(child)):
            one = "with" in case and is_one_sided(mention)
            yield from _as("to" if one or is_to_be_kept(mention.head) else "by", doc, child)
        elif "to" in case and is_party(child):
            yield from _as("to", doc, child)


def called_on(doc: Doc, mention: Mention) -> Iterator[tuple[Role, Span]]:
    """ "a resolution *calling on Oslo* to lift the siege", "a text urging *both* to leave"."""
    for verb in mention.head.children:
        if not (verb.dep_ in ("acl", "acl:relcl") and is_verb(verb, "wish")):
            continue
        for child in verb.children:
            if child.dep_ in ("obj", "obl") and case_of(child) <= {"on", "upon"}:
                yield from _as("to", doc, child)


def is_one_sided(mention: Mention) -> bool:
    """ "Norland *announces* a truce with the rebels": one side makes it, towards the other."""
    verb = governing(mention.head)
    if verb is None or mention.kind != "truce" or mention.definite or not bases(verb) & ALONE:
        return False
    doer = subject(verb)
    return doer is not None and doer.dep_ == "nsubj" and len(list(parties(doer.doc, doer))) == 1


def proposing(doc: Doc, mention: Mention) -> Iterator[tuple[Role, Span]]:
    """ "*Jordan's king* proposed an Arab solution": his, whosever name it bears."""
    for verb in governors(mention) if mention.kind != "agreed" else ():
        doer = subject(verb)
        if is_verb(verb, "propose") and doer is not None and doer.dep_ == "nsubj":
            yield from _as("by", doc, doer)


def offering(doc: Doc, mention: Mention) -> Iterator[tuple[Role, Span]]:
    """ "*The envoy* proposed a truce *to the Serbs*"; "a plan drafted *by four mediators*"."""
    if mention.kind == "agreed":
        return
    for verb in (*governors(mention), *done_to(mention)):
        if is_verb(verb, "offer") or (mention.kind in SET and is_verb(verb, "set")):
            yield from _offered(doc, mention, verb)
        elif bases(verb) & ANSWERING and "with" in case_of(mention.head):
            doer = subject(verb)
            yield from _as("by", doc, doer) if doer is not None else ()


def _offered(doc: Doc, mention: Mention, verb: Token) -> Iterator[tuple[Role, Span]]:
    doer = subject(verb)
    if any(c.lower_ == "back" for c in verb.children):
        return  # "*Oslo* sent back the draft": that of another
    held = any(c.dep_ == "obj" for c in verb.children)
    if held and doer and doer.dep_ == "nsubj:pass" and doer != mention.head:
        yield from _as("to", doc, doer)  # "*the army* was handed a plan"
    elif mention.head.dep_ != "nsubj:pass" and doer is not None and doer != mention.head:
        yield from _as("by", doc, doer)
    for given in mention.head.children:  # "offers *the rebels* a truce", in some parses
        if given.dep_ == "nsubj" and verb.i < given.i < mention.head.i:
            yield from _as("to", doc, given)
    for child in mention.head.children if bases(verb) & LAYING else ():
        if "before" in case_of(child):  # "laid a plan *before Oslo*", in some parses
            yield from _as("to", doc, child)
    for child in verb.children:
        if child.dep_ == "obl:agent" or (child.dep_ == "obl" and "by" in case_of(child)):
            yield from _as("by", doc, child)
        elif child.dep_ == "iobj" or (child.dep_ == "obl" and case_of(child) & TOWARDS):
            if is_party(child) and ("before" not in case_of(child) or bases(verb) & LAYING):
                yield from _as("to", doc, child)
        elif child.dep_ == "obl" and "through" in case_of(child):
            yield from _as("through", doc, child)


def carried(doc: Doc, mention: Mention) -> Iterator[tuple[Role, Span]]:
    """ "*The bishop* carried a draft from *Oslo* to *Rome*", "an offer conveyed by *Oman*"."""
    for verb in (*governors(mention), *done_to(mention)):
        if not is_verb(verb, "carry"):
            continue
        doer = subject(verb)
        if doer is not None and doer != mention.head and doer.dep_ != "nsubj:pass":
            yield from _as("through", doc, doer)
        yield from _agents(doc, verb)
        places = [c for c in (*verb.children, *mention.head.children) if c.dep_ in FAR]
        to = [c for c in places if case_of(c) & {"to", "between"} and c.i > verb.i]
        for child in (*to, *(c for c in places if to and "from" in case_of(c))):
            yield from _as("to", doc, child)


def asked(doc: Doc, mention: Mention) -> Iterator[tuple[Role, Span]]:
    """ "asked *Oslo and Rome* to join the accord", "urged *both* to accept it"."""
    for verb in governors(mention):
        up = verb.head
        if verb.dep_ not in ("xcomp", "advcl", "ccomp") or up == verb or not is_verb(up, "wish"):
            continue
        if is_verb(verb, "accept") or is_verb(verb, "agree"):
            for child in up.children:
                on = child.dep_ == "obl" and case_of(child) <= {"on", "upon"}
                if on or child.dep_ in ("obj", "iobj"):
                    yield from _as("to", doc, child)


def agreeing(doc: Doc, mention: Mention) -> Iterator[tuple[Role, Span]]:
    """ "*Syria and Israel* signed an accord", "agreed on a truce", "agreed to exchange ..."."""
    if mention.kind in ("offer", "plan", "ultimatum", "offered"):
        return
    if "to" in case_of(mention.head) and mention.kind in ("refer", "weak"):
        return  # "agreed to *the terms* of the envoy": those of another
    for verb in governors(mention):
        if not (is_verb(verb, "agree") or mention.is_verb):
            continue
        if bases(verb) & TELLING and not (mention.kind == "truce" and is_one_sided(mention)):
            continue  # "*the president* announced the accord": it may be that of others
        doer = subject(verb)
        if any(c.lower_ in DENIED for c in verb.children):
            continue
        if doer is not None and doer != mention.head and is_party(doer):
            yield from _as("by", doc, doer)
        for child in verb.children:
            if child.dep_ == "obl" and "with" in case_of(child) and is_party(child):
                yield from _as("by", doc, child)


def keeping(doc: Doc, mention: Mention) -> Iterator[tuple[Role, Span]]:
    """ "*Thailand and Cambodia* extend their truce", "*Mali* quit the pact", "are near a deal"."""
    if mention.kind not in ("deal", "truce", "weak"):
        return
    verbs = list(governors(mention))
    at = mention.span_start
    verbs += [up for up in mention.head.ancestors if at - 2 <= up.i < at]
    late = mention.head.head if mention.head.dep_ == "nmod" else None
    if late is not None and is_put_off(late):  # "*Oslo* put off the signature of the pact"
        doer = subject(late.head)
        yield from _as("by", doc, doer) if doer is not None and doer != late else ()
    for verb in verbs:
        doer = subject(verb)
        near = verb.lower_ in ("close", "near")
        if doer is None or doer == mention.head or doer.dep_ == "nsubj:pass":
            continue
        if is_refused(verb) or is_verb(verb, "weigh"):
            continue  # "*Oslo* refuses to observe the truce", "studies the draft": that of others
        if near or any(is_word(verb, "bargain_states", kind) for kind in KEPT):
            yield from _as("by", doc, doer)
            if "accuse" in bases(verb.head):  # "*Oslo* accuses Rome of violating the truce"
                accuser = subject(verb.head)
                yield from _as("by", doc, accuser) if accuser is not None else ()


def mediated(doc: Doc, mention: Mention) -> Iterator[tuple[Role, Span]]:
    """ "a truce *brokered by Qatar*"; "after mediation by the envoy"; "who brokered it"."""
    for child in mention.head.subtree:
        if child.pos_ == "VERB" and is_verb(child, "mediate"):
            yield from _agents(doc, child)
    up = mention.head.head
    if mention.head.dep_ == "nmod" and up.lower_ in GO_BETWEENS:  # "Oman, the *guarantor of* the"
        said = subject(up) if any(c.dep_ == "cop" for c in up.children) else None
        yield from _as("through", doc, said or (up.head if up.dep_ == "appos" else up))
    start, end = mention.sentence
    behind = sentence_at(doc, end)[1] if end < len(doc) else end
    words = lower_of(doc)
    for verb in (doc[i] for i in range(start, behind) if words[i] in MEDIATORS):
        if verb.lower_ in GO_BETWEENS and "as" in case_of(verb):
            doer = subject(verb.head) if verb.head.pos_ == "VERB" else verb.head
            yield from _as("through", doc, doer) if doer is not None else ()
        elif verb.lower_ in GO_BETWEENS and verb.dep_ == "appos" and is_party(verb.head):
            yield from _as("through", doc, verb.head)
        elif verb.i >= end or _offers(verb, mention):
            continue
        elif verb.lower_ in GO_BETWEENS and verb.pos_ == "NOUN" and verb.dep_ not in BESIDE:
            states = [c for c in verb.children if c.dep_ == "nmod" and case_of(c) == {"from"}]
            for word in states or (verb,):  # "mediators *from Oman and Iraq*"
                yield from _as("through", doc, word)
        if verb.lower_ in CARRYING and verb.pos_ == "VERB":
            yield from _agents(doc, verb)
            doer = subject(verb)
            if doer is not None and doer.dep_ != "nsubj:pass" and doer != mention.head:
                yield from _as("through", doc, doer)
    own = governing(mention.head)
    if own is not None and is_verb(own, "mediate"):
        doer = subject(own)
        if mention.head.dep_ == "nsubj:pass":
            yield from _agents(doc, own)
        elif doer is not None and doer != mention.head:
            yield from _as("through", doc, doer)
    for verb in governors(mention):
        sides = [c for c in verb.children if "between" in case_of(c) and is_party(c)]
        if sides and verb.dep_ == "acl:relcl" and (doer := subject(verb)) is not None:
            yield from _as("through", doc, doer)  # "a deal *the envoy* negotiated between"
            for side in sides:
                yield from _as("by", doc, side)
        for noun in verb.subtree:
            if noun.lower_ in MEDIATING and noun.i > verb.i:
                for child in noun.children:
                    if child.dep_ == "nmod" and case_of(child) & {"by", "of"}:
                        yield from _as("through", doc, child)


RULES: tuple[Callable[[Doc, Mention], Iterator[tuple[Role, Span]]], ...] = (
    mediated,
    carried,
    hyphened,
    owners,
    between,
    called_on,
    offering,
    asked,
    agreeing,
    keeping,
)


def governing(head: Token) -> Token | None:
    """Return the verb that a noun is object, subject or complement of, over "terms of"."""
    for up in head.ancestors:
        through = head.dep_ in ("conj", "appos") or up.lower_ in HOLDING
        if head.dep_ not in ("nmod", "conj", "appos") or up.pos_ not in NOUNS or not through:
            break
        head = up
    if head.dep_ in ("acl:relcl", "acl"):
        return None
    verb = head.head
    return verb if verb != head and verb.pos_ in ("VERB", "AUX") else None


def governors(mention: Mention) -> Iterator[Token]:
    """Yield the verbs done to a proposal: "signed the pact", "the pact *that they signed*"."""
    verb = mention.head if mention.is_verb else governing(mention.head)
    if verb is not None:
        yield verb
    for clause in mention.head.children:
        if clause.dep_ not in ("acl:relcl", "acl") or clause.pos_ != "VERB":
            continue
        relative = [c for c in clause.children if c.lower_ in ("which", "that") and c.dep_ == "obj"]
        own = [c for c in clause.children if c.dep_ in ("nsubj", "obl:agent")]
        if not relative and any(c.dep_ == "obj" for c in clause.children):
            continue  # "a truce under which they *would leave* the port" is not left itself
        if relative or (own and own[0].lower_ not in ("which", "that", "who")):
            yield clause


def is_put_off(holder: Token) -> bool:
    """ "*put off the signature* of the pact", "the vote on the deal *was delayed*"."""
    verb = holder.head
    if holder.dep_ not in ("obj", "nsubj:pass") or verb.pos_ != "VERB":
        return False
    off = any(c.lower_ in ("off", "back") for c in verb.children)
    return bool(bases(verb) & {"postpone", "delay", "defer"}) or (
        bool(bases(verb) & {"put", "push"}) and off
    )


def done_to(mention: Mention) -> Iterator[Token]:
    """Yield the participles behind a name: "a draft *sent* to Oslo", "an offer *made* by Rome"."""
    for clause in mention.head.children:
        form = str(clause.morph) if clause.dep_ == "acl" and clause.i > mention.head.i else ""
        if "VerbForm=Part" in form and "Tense=Past" in form:
            yield clause


def _agents(doc: Doc, verb: Token) -> Iterator[tuple[Role, Span]]:
    for child in verb.children:
        if child.dep_ == "obl:agent" or (child.dep_ == "obl" and "by" in case_of(child)):
            yield from _as("through", doc, child)


def _as(role: Role, doc: Doc, word: Token) -> Iterator[tuple[Role, Span]]:
    named = any(t.ent_type_ in NAMED for t in word.children)
    if is_party(word) or (named and not is_barred(word)):
        for span in parties(doc, word):
            yield role, span


def case_of(word: Token) -> set[str]:
    """Return the prepositions of a noun."""
    return {c.lower_ for c in word.children if c.dep_ == "case"}
