"""Which name a pronoun stands for: the nearest fitting one before it, by encoder and by form."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.language.anchors import antecedents
from sayso.language.genders import PLURAL, SINGULAR_PERSON, THING, fits, is_joined, is_person
from sayso.language.spans import hanging_on

#: Pronouns for whoever speaks: only the statement that they stand in can tell.
FIRST = frozenset({"i", "me", "my", "our", "us", "we"})
THIRD = frozenset({"he", "her", "him", "his", "it", "its", "she", "their", "them", "they"})
RELATIVE = frozenset({"which", "who", "whom"})
PERSONAL = FIRST | THIRD | RELATIVE
#: A link from the encoder less likely than this gives way to a subject that stands nearer.
DOUBTFUL = 0.75
#: A pronoun seldom reaches back over more sentences than this.
SENTENCES = 4
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj"})
#: Things that "they" stands for do something or have something done to them.
DOING = SUBJECTS | {"obj", "obl:agent"}
ROLE_WORDS_DEPS = frozenset({"nsubj", "nsubj:pass", "obl:agent", "obj", "obl", "nmod", "appos"})
NAMES = frozenset({"NOUN", "PROPN"})
#: Beginnings of verbs that ask that somebody do something.
ASKING = ("ask", "demand", "insist", "propos", "recommend", "request", "requir", "suggest", "urg")
#: What hangs on a noun but is no part of its phrase.
APART = frozenset({"acl", "acl:relcl", "appos", "case", "cc", "conj", "cop", "expl", "parataxis",
                   "punct"})  # fmt: skip


def is_pronoun(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a token range is a lone personal or relative pronoun."""
    return end - start == 1 and doc[start].lower_ in PERSONAL


def antecedent(doc: Doc, at: int) -> tuple[int, int] | None:
    """Return the token range of the name that the pronoun at token ``at`` stands for, or None.

    None for the first person: who "we" are is told by the statement, not by the nearest name.
    """
    pronoun = doc[at].lower_
    if pronoun in FIRST:
        return None
    if pronoun in RELATIVE:
        return _relative(doc[at])
    linked = antecedents(doc, "coref").get(at)
    near = _nearest(doc, at, pronoun)
    if linked is not None and linked[1] >= 0.5 and not _reaches_over(doc, linked, near):
        target = linked[0]
        if doc[target].pos_ == "PRON" and target < at:
            return antecedent(doc, target) if doc[target].lower_ in PERSONAL else None
        noun = doc[target]
        own = _own_subject(doc[at])
        barred = noun == own or _is_of_clause(noun, doc[at])
        if noun.pos_ in ("NOUN", "PROPN") and fits(noun, pronoun) and not barred:
            return _all(noun, pronoun)
    return _all(near, pronoun) if near is not None else None


def noun_phrase(noun: Token) -> tuple[int, int]:
    """Return the range of a noun with what stands before and behind it as part of its phrase.

    Relative clauses, appositions behind a comma, and conjuncts stay out.
    """
    start = end = noun.i
    for _, relation, at in hanging_on(noun):
        if relation in APART:
            continue
        child = noun.doc[at]
        start = min(start, child.left_edge.i)
        end = max(end, child.right_edge.i)
    return start, end + 1


def joined_names(noun: Token) -> tuple[int, int]:
    """Return the range of a noun's phrase with those joined to it: "*Oslo and its men* left"."""
    start, end = noun_phrase(noun)
    joined = (c for c in noun.children if c.dep_ == "conj" and c.i > noun.i)
    return start, max([end, *(noun_phrase(c)[1] for c in joined)])


def _relative(pronoun: Token) -> tuple[int, int] | None:
    """The noun that a relative clause is about: "the men *who* fled"; where the tree takes the
    clause for another one, the person whose name stands right before the comma."""
    verb = pronoun.head
    if verb.dep_ == "acl:relcl":
        return noun_phrase(verb.head) if verb.head.pos_ in NAMES else None
    before = pronoun.doc[max(0, pronoun.i - 2) : pronoun.i]
    if pronoun.lower_ != "who" or pronoun.dep_ != "nsubj" or len(before) < 2:
        return None
    name = before[0].head if before[0].dep_ == "flat" else before[0]
    named = before[1].text == "," and name.pos_ == "PROPN" and is_person(name)
    return noun_phrase(name) if named else None


def _nearest(doc: Doc, at: int, pronoun: str) -> Token | None:
    """Subjects of the same and of earlier sentences first, then any fitting name, nearest first.

    Two persons of one sentence may be "they" together, so there it stays open who "they" are; and
    it stays open what "it" is where names only say where or when.
    """
    sentence = doc[at].sent
    own = _own_subject(doc[at])
    seen = 0
    while seen < SENTENCES:
        stop = min(at, sentence.end)
        heads = [t for t in doc[sentence.start : stop] if _is_name_head(t) and t != own]
        names = [t for t in heads if fits(t, pronoun) and _can_be_meant(t, pronoun)]
        subjects = [t for t in names if t.dep_ in SUBJECTS]
        if not subjects and pronoun in PLURAL and _are_two(heads):
            return None
        others = [t for t in names if pronoun not in THING or t.dep_ == "obj"]
        pick = subjects[-1:] or others[-1:]
        if pick or (names and pronoun in THING):
            return pick[0] if pick else None
        if sentence.start == 0:
            return None
        sentence = doc[sentence.start - 1].sent
        seen += 1
    return None


def _can_be_meant(noun: Token, pronoun: str) -> bool:
    """Tell whether a noun is likely meant: "he" and "she" are persons, "it" nothing of its own
    ("*its* jets"), and "they" seldom a single place, nor a single body that does nothing itself."""
    if pronoun in SINGULAR_PERSON:
        return is_person(noun)
    if pronoun in THING:
        return not any(c.lower_ == "its" and c.dep_ == "nmod:poss" for c in noun.children)
    if pronoun not in PLURAL:
        return True
    if "Number=Plur" in str(noun.morph):  # "after two *visits* they left" is about others
        return noun.pos_ != "NOUN" or noun.dep_ in DOING or is_person(noun)
    if noun.ent_type_ == "Location":  # "after visits to Oslo and Bergen"
        return is_joined(noun) and noun.dep_ in SUBJECTS
    return is_joined(noun) or noun.dep_ in SUBJECTS


def _are_two(heads: list[Token]) -> bool:
    """Tell whether one person does something to another: "The *envoy* briefed the *minister*"."""
    persons = [t for t in heads if is_person(t) and "Number=Plur" not in str(t.morph)]
    doers = [t for t in persons if t.dep_ in SUBJECTS]
    others = [t for t in persons if t.dep_ in ("obj", "obl")]
    return any(d.head == o.head for d in doers for o in others)


def _all(noun: Token, pronoun: str) -> tuple[int, int]:
    """The phrase of a noun, for "they" with all that is joined to it: "*Oslo and Bergen*"."""
    single = "Number=Plur" not in str(noun.morph)
    if pronoun in PLURAL and single and noun.dep_ == "conj" and noun.head.pos_ in NAMES:
        noun = noun.head
    start, end = noun_phrase(noun)
    if pronoun in PLURAL and single:
        ends = [noun_phrase(c)[1] for c in noun.children if c.dep_ == "conj"]
        end = max([end, *ends])
    return start, end


def _reaches_over(doc: Doc, linked: tuple[int, float], near: Token | None) -> bool:
    """Tell whether a doubtful link reaches over a nearer subject of a sentence of its own."""
    if near is None or linked[1] >= DOUBTFUL or near.dep_ not in SUBJECTS:
        return False
    return near.head.dep_ == "root" and doc[linked[0]].sent.end <= near.sent.start


def _is_of_clause(noun: Token, pronoun: Token) -> bool:
    """Tell whether a pronoun is the subject of a relative clause on a noun that is another thing
    in it: "a town to which *he* went"."""
    verb = pronoun.head
    relative = any(c.i < pronoun.i and c.lower_ in RELATIVE for c in verb.children)
    return pronoun.dep_ == "nsubj" and verb.dep_ == "acl:relcl" and verb.head == noun and relative


def _own_subject(pronoun: Token) -> Token | None:
    """The subject of the verb that a pronoun is the object of, which it cannot stand for: "The
    *army* blamed it"; and who asks that it does something: "*Orla* insists that it disarm"."""
    verb = pronoun.head
    if pronoun.dep_ == "nsubj" and _is_asked(pronoun, verb):
        verb = verb.head
    elif pronoun.dep_ not in ("obj", "iobj"):
        return None
    while verb.dep_ in ("conj", "xcomp") and not any(c.dep_ in SUBJECTS for c in verb.children):
        if verb.dep_ == "xcomp" and any(c.dep_ == "obj" for c in verb.head.children):
            return None
        verb = verb.head
    return next((c for c in verb.children if c.dep_ in SUBJECTS), None)


def _is_asked(pronoun: Token, verb: Token) -> bool:
    """Tell whether a verb behind "it", "he" or "she" has no ending: "demands that he *resign*"."""
    single = pronoun.lower_ in SINGULAR_PERSON | THING and verb.dep_ == "ccomp"
    if not single or not verb.head.lower_.startswith(ASKING):
        return False
    bare = verb.pos_ == "VERB" and verb.lower_ == verb.lemma_.lower()
    return bare and all(relation != "aux" for _, relation, _ in hanging_on(verb))


def _is_name_head(token: Token) -> bool:
    if token.pos_ not in ("NOUN", "PROPN") or token.dep_ in ("compound", "flat", "nmod:poss"):
        return False
    return token.dep_ in ROLE_WORDS_DEPS or token.ent_type_ != ""
