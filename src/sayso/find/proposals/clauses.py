"""What may be asked of a clause: its subject, its verbs, its modal, and the words it runs over."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from spacy.tokens import Doc, Token

from sayso.language.datelines import DASHES, behind_dateline, is_dateline
from sayso.language.pronouns import PERSONAL, antecedent, noun_phrase
from sayso.language.spans import head_of, lower_of, phrase, text_of, tokens_of
from sayso.language.verb_forms import verb_lemma
from sayso.language.word_lists import words_of
from sayso.record.span import Span

PARTIES = "sayso.parties"
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
NAMED = frozenset({"Person", "Organization", "NORP", "Location"})
#: Those of them that may say who somebody is, beside his office or the kind of body.
BODIES = frozenset({"Person", "Organization"})
#: Whoever belongs to these can bargain: "Iran's military command".
PEOPLE = frozenset({"Organization", "NORP", "Location"})
#: What a party may be of a noun that names somebody of it.
OWNING = frozenset({"nmod:poss", "compound", "amod"})
#: Verbs between a party and its duty: the duty is the infinitive behind them.
HOLDERS = frozenset(
    {"have", "oblige", "require", "due", "bind", "suppose", "promise", "agree", "pledge", "commit",
     "undertake", "vow", "ready", "need"}
)  # fmt: skip
#: Nouns of bargaining that are no party, and gatherings, which are none either.
BARGAINED = ("truce", "deal", "offer", "plan", "ultimatum")
MEETINGS = frozenset({"talks", "summit", "meeting", "negotiations", "conference", "round"})
#: "the Iran *war*" is no party, though Iran is.
WARS = frozenset({"war", "conflict", "crisis"})
GATHERED = MEETINGS | WARS
NOBODY = frozenset({"neither", "no", "nobody", "none"})
#: What opens a condition that asks somebody to act.
ASKING = frozenset({"if", "once", "provided", "unless"})
SUMS = frozenset({"million", "billion", "trillion", "euros", "dollars", "pounds"})
#: Verbs that have somebody act behind a preposition: "*called on* Oslo to leave".
CALLING = frozenset({("call", "on"), ("call", "upon"), ("appeal", "to"), ("prevail", "on"),
                     ("prevail", "upon")})  # fmt: skip
#: What may follow a party's name without being part of it: "the council *on Monday*".
TAILS = frozenset({"on", "by", "after", "during", "since", "before", "at", "under", "with"})


def subject(verb: Token) -> Token | None:
    """Return the word that does the verb: its own subject, or the one it shares."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    if len(own) == 1:
        return _named_subject(own[0])
    if own:  # of several, the nearest: a dateline may look like one
        return _named_subject(max(own, key=lambda c: (c.i < verb.i, c.i)))
    if verb.dep_ == "conj" and verb.head != verb and _is_predicate(verb.head):
        return subject(verb.head)
    if verb.dep_ == "ccomp" and verb.i < verb.head.i:  # "Oslo has agreed, mediators said"
        first = [c for c in verb.head.children if c.dep_ in SUBJECTS and c.i < verb.i]
        return _named_subject(first[0]) if first else None
    if verb.dep_ in ("xcomp", "ccomp") and verb.head != verb:
        held = next((c for c in verb.head.children if _is_held(c, verb.head)), None)
        return held if held is not None and held.i < verb.i else subject(verb.head)
    if verb.dep_ == "advcl" and verb.head.i < verb.i:
        called = (c for c in verb.head.children if c.dep_ == "obl" and c.i < verb.i)
        return next((c for c in called if _is_held(c, verb.head)), None)
    return None


def _is_held(word: Token, verb: Token) -> bool:
    """Tell whether a word is whom a verb has act: "called on *Oslo* to leave", "asked *it* to"."""
    if word.dep_ != "obl" or word.i < verb.i:
        return word.dep_ in ("obj", "iobj")
    case = next((c.lower_ for c in word.children if c.dep_ == "case"), "")
    return any((base, case) in CALLING for base in bases(verb))


def _is_predicate(head: Token) -> bool:
    """A verb, or what is said with "is": "has been *in touch* with both and relayed"."""
    if head.pos_ in ("VERB", "AUX"):
        return True
    return any(c.dep_ == "cop" for c in head.children)


def _named_subject(word: Token) -> Token:
    """The subject behind a dateline that the parse takes for it: "KYIV - *Ukraine* has agreed"."""
    if not is_dateline(word):
        return word
    inner = [c for c in word.children if c.dep_ in ("appos", "flat", "conj", "nmod", "parataxis")]
    behind = [c for c in inner if any(t.text in DASHES for t in word.doc[word.i : c.i])]
    return next((c for c in behind if c.pos_ in ("NOUN", "PROPN")), word)


def is_verb(word: Token, kind: str) -> bool:
    """Tell whether a verb is of a kind of ``bargain_verbs``, by its lemma or by its form."""
    return is_word(word, "bargain_verbs", kind)


def is_refused(verb: Token) -> bool:
    """Tell whether a verb stands behind a refusal: "refuses *to observe* the truce"."""
    up = verb.head
    if verb.dep_ != "xcomp" or up == verb:
        return False
    out = any(c.lower_ == "out" for c in up.children) and "rule" in bases(up)
    return out or is_verb(up, "reject")  # "ruled out *signing* it"


def is_set_for(verb: Token) -> bool:
    """ "the treaty *expires in May*", told in the present with its day: it has not yet."""
    near = (c for c in verb.children if c.dep_.startswith("obl") and c.i > verb.i)
    return verb.lower_.endswith("s") and any(c.ent_type_ in ("Date", "DATE") for c in near)


def is_word(word: Token, listed: str, kind: str) -> bool:
    """Tell whether a verb is of a kind of a word list, by its lemma or by its form."""
    return _is_listed(word.lower_, word.lemma_, listed, kind)


def bases(word: Token) -> frozenset[str]:
    """Return the plain forms that a verb may have: "signed" -> sign; "fell" -> fall."""
    return frozenset((word.lower_, word.lemma_.lower(), verb_lemma(word.lower_)))


@lru_cache(maxsize=20_000)
def _is_listed(form: str, lemma: str, listed: str, kind: str) -> bool:
    return not words_of(listed, kind).isdisjoint((form, lemma.lower(), verb_lemma(form)))


def is_party(word: Token) -> bool:
    """Tell whether a noun names somebody who can bargain."""
    if word.pos_ == "PRON":
        return word.lower_ in PERSONAL or word.lower_ in ("who", "both", "each")
    if is_barred(word):
        return False
    if word.ent_type_ in NAMED:
        return True
    if word.lower_ in words_of("bargain_nouns", "party"):
        return True
    return word.pos_ in ("NOUN", "PROPN") and any(
        c.dep_ in OWNING and c.ent_type_ in PEOPLE for c in word.children
    )


def may_bargain(word: Token) -> bool:
    """Tell whether a word names somebody who can bargain, a person or a count of either."""
    return is_party(word) or is_person(word) or (word.pos_ == "NUM" and not is_barred(word))


def is_person(word: Token) -> bool:
    """Tell whether a noun is one for a person."""
    return word.lemma_.lower() in words_of("person_nouns", "person")


def is_nobody(doer: Token) -> bool:
    """ "*Neither side* has signed", "*no government* did": what it denies is done by nobody."""
    return doer.lower_ in NOBODY or any(
        c.lower_ in NOBODY and c.dep_ in ("det", "cc:preconj") for c in doer.children
    )


@cache
def bargained() -> frozenset[str]:
    """Return the nouns for what is bargained over, not for who bargains: "the Oslo accord"."""
    return frozenset().union(*(words_of("bargain_nouns", kind) for kind in BARGAINED))


@cache
def _barred() -> frozenset[str]:
    return bargained() | words_of("bargain_nouns", "weak") | words_of("bargain_nouns", "refer")


def is_to_be_kept(noun: Token) -> bool:
    """ "a plan to extend *the truce*", "offered to renew *the truce*": what others have made."""
    verb = noun.head
    if noun.dep_ != "obj" or verb.dep_ not in ("acl", "xcomp"):
        return False
    return is_on_offer(verb.head) or is_verb(verb.head, "offer")


def is_on_offer(word: Token) -> bool:
    """Tell whether a noun is one for what is bargained over, or one that refers back to it."""
    return word.lower_ in _barred()


def is_barred(word: Token) -> bool:
    """Tell whether a noun cannot bargain: a proposal, a gathering, a sum, a dateline."""
    low = word.lower_
    if low in GATHERED or "$" in low or word.ent_type_ in ("Money", "MONEY", "Date", "DATE"):
        return True
    is_sum, barred = low in SUMS, low in _barred() or is_dateline(word)
    if is_sum == barred:
        return is_sum
    counted = any("$" in c.text or c.dep_ == "nummod" for c in word.children)
    return is_sum if counted else barred


#: Words before the first of two names that pair them: "*neither* Oslo nor Bergen".
PAIRING = frozenset({"both", "either", "neither"})


def party(doc: Doc, word: Token) -> Span | None:
    """Return the span of a party: the name behind a pronoun, else the noun phrase."""
    known: dict[int, Span | None] = doc.user_data.setdefault(PARTIES, {})
    if word.i not in known:
        known[word.i] = _party(doc, word)
    return known[word.i]


def _party(doc: Doc, word: Token) -> Span | None:
    if word.lower_ in ("who", "which", "that") and word.pos_ == "PRON":
        verb = word.head
        for up in verb.ancestors:
            if verb.dep_ not in ("conj", "xcomp"):
                break
            verb = up
        if verb.dep_ not in ("acl:relcl", "advcl:relcl"):
            return None
        word = verb.head
    start, end = noun_phrase(word)
    paired = any(c.dep_ == "conj" for c in word.children)
    start += paired and lower_of(doc)[start] in PAIRING and start < word.i
    end = min([end, *(c.left_edge.i for c in _hung_within(word))])
    if word.pos_ == "PRON" and word.lower_ in PERSONAL:
        if (given := _offered_to(word)) is not None:
            return party(doc, given)
        found = antecedent(doc, word.i)
        if found is None:
            return phrase(doc, start, end)
        start, end = found
        if _does_it_himself(word, start, end):
            other = _addressed(word.head)
            return party(doc, other) if other is not None else None
        if not may_bargain(head_of(doc, start, end)):
            return None  # "it" is the accord, "they" are the lorries: nobody who bargains
    start, end = _whole_names(doc, start, end)
    start = behind_dateline(doc, start, end)
    end = _before_tail(doc, start, end, word)
    return phrase(doc, start, _with_name(doc, start, end))


def _with_name(doc: Doc, start: int, end: int) -> int:
    """The end of a phrase with the name that says who it is: "its leader, *Ada Lund*,", "a smaller
    group, *the Red Front*,", "the bloc *ECOWAS*".
    """
    words = lower_of(doc)
    first = end + (end < len(doc) and words[end] == ",")
    first += first < len(doc) and words[first] == "the"
    if first >= len(doc) or doc[first].ent_type_ not in BODIES:
        return end
    head, last = head_of(doc, start, end), first + 1
    while last < len(doc) and doc[last].ent_iob_ == "I":
        last += 1
    name = head_of(doc, first, last)
    beside = name.head == head and name.dep_ == "appos" and not head.ent_type_
    kind = is_person if name.ent_type_ == "Person" else is_party
    return last if beside and kind(head) else end


def _does_it_himself(word: Token, start: int, end: int) -> bool:
    """Tell whether a pronoun would be who does to it: "*Oslo* asked *it* to leave" is another."""
    verb = word.head
    if word.dep_ not in ("obj", "iobj") or word.lower_.endswith(("self", "selves")):
        return False
    doer = subject(verb)
    if doer is None and verb.dep_ == "advcl" and verb.head != verb:
        doer = subject(verb.head)  # "offered a truce, *asking it* to leave"
    return doer is not None and start <= doer.i < end


def _offered_to(word: Token) -> Token | None:
    """To whom something is offered if he acts: "offered *Oslo* the port if *it* pulled back"."""
    act = word.head
    if word.dep_ != "nsubj" or act.dep_ != "advcl" or not is_verb(act.head, "offer"):
        return None
    if not any(c.dep_ == "mark" and c.lower_ in ASKING for c in act.children):
        return None
    given = (c for c in act.head.children if c.dep_ == "iobj" and c.i < word.i)
    return next((c for c in given if c.pos_ != "PRON" and is_party(c)), None)


def _addressed(verb: Token) -> Token | None:
    """To whom that is done which a verb goes on from: "offered *Oslo* a truce, asking it"."""
    up = verb.head if verb.dep_ in ("advcl", "conj") else verb
    held = (c for c in up.children if c.dep_ in ("iobj", "obj") and c.i < verb.i)
    return next((c for c in held if up != verb and c.pos_ != "PRON" and is_party(c)), None)


def _hung_within(word: Token) -> Iterator[Token]:
    """Who is joined to a party, though the parse joins them to a name within its phrase.

    "The government of Suvria and *14 armed groups*", "the party of Ada Lund and *the Blue Front*":
    unlike that name, so like the party.
    """
    if word.pos_ != "NOUN" or word.ent_type_:
        return
    for name in word.children:
        if name.dep_ != "nmod" or name.i < word.i or name.ent_type_ not in NAMED:
            continue
        for other in name.children:
            several = other.pos_ == "NOUN" and not other.ent_type_
            body = name.ent_type_ == "Person" and other.ent_type_ == "Organization"
            unlike = other.dep_ == "conj" and (several or body)
            if unlike and not any(c.dep_ == "case" for c in other.children):
                yield other


def _before_tail(doc: Doc, start: int, end: int, head: Token) -> int:
    """The end of a name without the time or the doer that the parse has hung on it."""
    words = lower_of(doc)
    for i in range(max(start + 1, head.i + 1), end):
        relative = words[i] in ("who", "which", "that") or (i + 1 < end and words[i + 1] == "who")
        if relative or (words[i] in TAILS and not doc[i].ent_type_):
            return i
    return end


def _whole_names(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Let a phrase begin and end with whole names: "Saudi Arabia", not "Saudi"."""
    while start and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I" and doc[end - 1].ent_type_:
        end += 1
    if 0 < start < len(doc) and _is_title(doc, start - 1):
        start = noun_phrase(doc[start - 1])[0]
    if end < len(doc) and _is_title(doc, end - 1):
        end += 1
        while end < len(doc) and doc[end].ent_iob_ == "I":
            end += 1
    return start, end


def _is_title(doc: Doc, i: int) -> bool:
    """ "and rebel *leader* Ada Lund", "and his *foe* Bo Roe": a title that the parse has parted
    from the name, or set in a row with it though nothing stands between."""
    name, title = doc[i + 1], doc[i]
    if name.ent_type_ != "Person" or name.ent_iob_ != "B" or title.pos_ not in ("NOUN", "PROPN"):
        return False
    in_row = name.dep_ == title.dep_ == "conj" and name.head == title.head
    return is_person(title) or (in_row and not title.ent_type_)


def parties(doc: Doc, word: Token) -> Iterator[Span]:
    """Yield a party and those joined to it by "and" or commas."""
    own = party(doc, word)
    if own is not None:
        yield own
    joined = [*word.children, *_hung_within(word)]
    if word.dep_ in ("appos", "flat") and is_dateline(word.head):  # "LIMA - Oslo and Rome have"
        joined += [c for c in word.head.children if c.i > word.i]
    for other in joined:
        if other.dep_ == "conj" and other.pos_ in ("NOUN", "PROPN", "PRON"):
            yield from parties(doc, other)


def speakers(doc: Doc, source: Span) -> list[Token]:
    """Return the words that a source names: of "*Oslo* and *Rome*" both."""
    start, end = tokens_of(doc, source)
    head = head_of(doc, start, end)
    return [head, *(t for t in head.children if t.dep_ == "conj" and t.i < end)]


def whole_party(doc: Doc, word: Token) -> Span | None:
    """Return a party with those joined to it as one span, or the name behind a pronoun."""
    joined = [c for c in word.children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN")]
    own = party(doc, word)
    ends = [found.end for c in joined if (found := party(doc, c)) is not None]
    if own is None or not ends or max(ends) <= own.end or word.pos_ == "PRON":
        return own
    return Span.of(text_of(doc), own.start, max(ends))
