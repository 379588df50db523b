"""Who does an event and whom it strikes, by the tree of its trigger, where the encoder saw none."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from sayso.language.pronouns import FIRST, antecedent, is_pronoun
from sayso.language.spans import case_of, head_of, lower_of, sentence_at

#: Types whose plain subject may be a weapon, a place or a thing rather than a doer.
THINGS_DO = frozenset({"ASSAULT", "RETREAT"})
#: What flies, falls or carries without being the doer.
TOOLS = frozenset({"bomb", "drone", "flight", "missile", "plane", "rocket", "shell", "truck"})
#: What explodes, strikes or is driven by nobody that is told.
LOADS = TOOLS | {"blast", "bullet", "car", "device", "explosion", "explosive", "grenade", "mine",
                 "motorbike", "motorcycle", "van"}  # fmt: skip
#: Types of speech: a noun of them comes from, or is "of", its speaker.
SPOKEN = frozenset({"ACCUSE", "AGREE", "CONSULT", "REJECT", "REQUEST"})
#: Marks of a participle that shares the subject of the verb it hangs on; steps up the tree.
BESIDE = frozenset({"after", "before", "by"})
CLIMB = 4
#: Types whose plain object is whom or what they are done to.
DONE_TO = frozenset({"ACCUSE", "COERCE"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
PASSIVE = frozenset({"aux:pass", "nsubj:pass"})
PEOPLE = frozenset({"he", "she", "they", "who"})
BODIES = frozenset({"Location", "Organization"})
WANTED = PEOPLE - {"who"} | {"it"}
NAMED = BODIES | {"Person"}
NOBODY = frozenset({"nobody", "none", "what", "it", "there"})
RELATIVES = frozenset({"what", "which", "who", "whom"})
RELATIVE = frozenset({"that", "which", "who"})
FALLING = frozenset({"fall", "fallen", "falling", "falls", "fell"})
GROUND = frozenset({"earth", "floor", "ground", "sea"})
#: How a noun hangs on the verb that deals with it, and a verb on the one whose subject it has.
HANGING = frozenset({"conj", "nmod", "obj", "obl"})
#: What may stand for a happening, and beginnings of verbs that say what it is.
THINGS = frozenset({"it", "that", "this"})
CALLING = ("brand", "call", "describ", "label", "term")
SAYING = frozenset({"said", "say", "says", "tell", "told"})
AGENTS = frozenset({"obl", "obl:agent"})
#: Beginnings of verbs that tell somebody what one will do oneself.
OWN_ACTS = ("assur", "pledg", "promis", "threaten", "vow")
SHARING = frozenset({"advcl", "conj", "xcomp"})


def doer(doc: Doc, start: int, end: int, kind: str) -> Token | None:
    """Return the head of the phrase that does the event at tokens ``start`` to ``end``, or None.

    The subject of an active verb ("*Orla* rejected it and left, citing costs"), and who a noun of
    speech is of or from ("the *union's* demand", "criticism from *Orla*").
    """
    return next(_doers(head_of(doc, start, end), kind), None)


def struck(doc: Doc, start: int, end: int, kind: str) -> Token | None:
    """Return the head of the phrase that the event at tokens ``start`` to ``end`` is done to.

    The person given to ("gave *them* grain"); where somebody is coerced or accused, the object or
    the subject of the passive verb ("*monks* were jailed", "condemned the *raid*"); of an attack,
    only a person or a pronoun that is such a subject ("*he* was beaten"); who is to act where that
    is demanded ("demanded that *he* go").
    """
    verb = head_of(doc, start, end)
    if verb.pos_ != "VERB":
        return None
    found = [c for c in verb.children if c.dep_ == "iobj"]
    if kind in DONE_TO:
        found += [c for c in verb.children if c.dep_ in ("nsubj:pass", "obj")]
    elif kind == "REQUEST":
        found += _wanted(verb)
    elif kind == "ASSAULT":
        hit = (c for c in verb.children if c.dep_ == "nsubj:pass")
        found += [c for c in hit if c.lower_ in PEOPLE or c.ent_type_ == "Person"]
    return next((_meant(t) for t in found if t.i not in range(start, end)), None)


def _wanted(verb: Token) -> Iterator[Token]:
    """Yield who is to act, as somebody demands: "demanded that *Orla* withdraw"."""
    for clause in verb.children:
        that = any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children)
        if clause.dep_ in ("ccomp", "xcomp") and clause.pos_ == "VERB" and that:
            for noun in clause.children:
                if noun.dep_ == "nsubj" and (noun.lower_ in WANTED or noun.ent_type_ in NAMED):
                    yield noun


def subject_of(verb: Token) -> Token | None:
    """Return the subject of a verb, active or passive, else of the first of a row of verbs."""
    for _ in range(CLIMB):
        # The last one: a dateline may stand before it.
        subject = next((c for c in reversed(list(verb.children)) if c.dep_ in SUBJECTS), None)
        if subject is not None or verb.dep_ != "conj":
            return None if subject is None else _meant(subject)
        verb = verb.head
    return None


def done_to(verb: Token) -> Token | None:
    """Return the object of a verb, or the subject of a passive one."""
    found = (c for c in verb.children if c.dep_ in ("nsubj:pass", "obj"))
    return next((_meant(t) for t in found), None)


def taken(doc: Doc, start: int, end: int) -> tuple[Token, Token] | None:
    """Return what has fallen and who took it: "*Orla* fell to the *rebels*" is their doing."""
    verb = head_of(doc, start, end)
    if verb.lower_ not in FALLING:
        return None
    what = subject_of(verb)
    to = (c for c in verb.children if c.dep_ == "obl" and case_of(c) == "to" and c.i > verb.i)
    taker = next((c for c in to if c.pos_ in ("NOUN", "PROPN") and c.lower_ not in GROUND), None)
    if what is None or taker is None or what.lemma_.lower() in TOOLS:
        return None
    return what, taker


def is_of_victims(doc: Doc, pronoun: int, start: int, end: int) -> bool:
    """Tell whether a doer "they" in somebody's own words seems to be those just told to be hurt.

    "Nine people were *hurt*. “*They* have bombed us again”": tokens ``start`` to ``end`` are the
    people. Nor is it who spoke just before ("*Villagers* said the road was shut. “*They* ...").
    """
    (first, last), noun = sentence_at(doc, pronoun), head_of(doc, start, end)
    own = not FIRST.isdisjoint(lower_of(doc)[first:last])
    spoke = noun.dep_ == "nsubj" and noun.head.lower_ in SAYING
    return own and noun.i < first and (spoke or noun.dep_ in ("nsubj:pass", "obj"))


def is_own_subject(pronoun: Token, start: int, end: int) -> bool:
    """Tell whether the name at tokens ``start`` to ``end`` does what the verb of an object pronoun
    says, itself or by a pronoun: in "Orla will veto *it*" it is not Orla, which would be
    "itself"."""
    if pronoun.dep_ not in ("iobj", "obj", "obl"):
        return False
    verb = pronoun.head
    if any(start <= s.i < end for s in subjects(verb)):
        return True
    own = (c for c in verb.children if c.dep_ == "nsubj" and is_pronoun(verb.doc, c.i, c.i + 1))
    return any(antecedent(verb.doc, c.i) == (start, end) for c in own)


def is_called(pronoun: Token) -> bool:
    """Tell whether somebody says what "it" is: in "called *it* a crime" it may be any happening."""
    verb = pronoun.head
    if pronoun.lower_ not in THINGS or not verb.lower_.startswith(CALLING):
        return False
    return pronoun.dep_ in ("obj", "iobj") and any(
        c.dep_ in ("obj", "obl", "xcomp") and c.i > pronoun.i for c in verb.children
    )


def is_load(noun: Token) -> bool:
    """Tell whether a noun is but a thing that did harm, nobody told whose: "a *motorcycle* laden
    with explosives"; not "an Orlan *drone*"."""
    whose = (t.ent_type_ or t.pos_ == "PROPN" for t in noun.children if t.i < noun.i)
    owned = any(c.dep_ in ("nmod:poss", "compound") for c in noun.children) or any(whose)
    return noun.lemma_.lower() in LOADS and not noun.ent_type_ and not owned


def is_outside(doc: Doc, trigger: tuple[int, int], start: int, end: int) -> bool:
    """Tell whether the doer at tokens ``start`` to ``end`` is only who deals with what was done to.

    "*Orla* freed the two men who were *kidnapped* in May" tells no kidnapper: the clause about the
    men is passive, names nobody with "by", and Orla is the subject of the verb above them.
    """
    verb = head_of(doc, *trigger)
    noun = verb.head
    if not _is_passive_clause(verb) or any(case_of(c) == "by" for c in verb.children):
        return False
    above = noun
    while above.dep_ in HANGING and above.head != above:
        above = above.head
    meant = head_of(doc, start, end)
    while above.pos_ == "VERB" and above != noun:
        if any(c.dep_ in SUBJECTS and c == meant for c in above.children):
            return True
        if above.dep_ not in SHARING:
            break
        above = above.head
    return False


def _is_passive_clause(verb: Token) -> bool:
    """Tell whether a verb says, without a comma before, what a noun has undergone: "the men *who
    were kidnapped*", "a village *hit* by shells"."""
    if verb.left_edge.i == 0 or verb.left_edge.nbor(-1).is_punct:
        return False
    if verb.dep_ == "acl":
        form = verb.morph.to_dict()
        return form.get("VerbForm") == "Part" and form.get("Tense") == "Past"
    who = (c for c in verb.children if c.dep_ == "nsubj:pass")
    return verb.dep_ == "acl:relcl" and any(c.lower_ in RELATIVE for c in who)


def agent_of(verb: Token) -> Token | None:
    """Return who a passive verb says it is done by."""
    if verb.pos_ != "VERB":
        return None
    return next((c for c in verb.children if c.dep_ in AGENTS and case_of(c) == "by"), None)


def is_told(verb: Token) -> Token | None:
    """Return whom a verb says to do what hangs on it: "told *him* to leave"; not "promised him"."""
    if verb.lower_.startswith(OWN_ACTS):
        return None
    return next((c for c in verb.children if c.dep_ == "iobj"), None)


def meant_by(relative: Token) -> Token | None:
    """Return the noun that "which" or "who" stands for, also under another verb of its clause:
    "the vote, *which* they vowed to stop"; none for "what"."""
    clause = relative
    for _ in range(CLIMB):
        clause = clause.head
        if clause.dep_ == "acl:relcl":
            return clause.head if relative.lower_ != "what" and clause.head.i < relative.i else None
    return None


def called(noun: Token) -> tuple[int, int]:
    """Return the range of a noun with its title before it, and with the name of who it is."""
    start, end = noun.i, noun.i + 1
    for child in noun.children:
        if child.dep_ == "nmod:desc" and child.i < start:
            start = child.left_edge.i
        if child.dep_ == "appos" and child.ent_type_ == "Person":
            end = 1 + max(c.i for c in (child, *child.children) if c is child or c.dep_ == "flat")
    return start, end


def _doers(head: Token, kind: str) -> Iterator[Token]:
    shared = head.dep_ == "xcomp" or (kind == "RETREAT" and _is_of_row(head))
    if head.pos_ == "VERB" and (kind not in THINGS_DO or shared):
        yield from subjects(head)
    elif head.pos_ == "NOUN" and kind in SPOKEN:
        for child in head.children:
            if child.dep_ == "nmod:poss" or (child.dep_ == "nmod" and case_of(child) == "from"):
                yield child


def _is_of_row(verb: Token) -> bool:
    """Tell whether a verb is one of what somebody is to do: "agreed to leave and *disarm*"."""
    row = verb
    while row.dep_ == "conj" and row.head.pos_ == "VERB":
        row = row.head
    return row != verb and row.dep_ == "xcomp"


def subjects(verb: Token) -> Iterator[Token]:
    """Yield the subjects of an active verb, else of the verb that it shares its subject with."""
    for _ in range(CLIMB):
        if any(c.dep_ in PASSIVE for c in verb.children):
            return
        # The last one: a dateline may stand before it.
        subjects = [c for c in verb.children if c.dep_ == "nsubj"][-1:]
        if not subjects and verb.dep_ == "xcomp" and (other := is_told(verb.head)) is not None:
            subjects = [other]
        if subjects or not _shares_subject(verb):
            break
        verb = verb.head
    for subject in subjects:
        meant = _meant(subject)
        if (subject.lower_ not in NOBODY or _is_it(subject)) and meant.lemma_.lower() not in TOOLS:
            yield meant


def _is_it(subject: Token) -> bool:
    """ "*Orla* said *it* would not sign": a body that the pronoun stands for, or who says so."""
    found = antecedent(subject.doc, subject.i) if subject.lower_ == "it" else None
    if found is None:
        return False
    head = head_of(subject.doc, *found)
    cue = subject.head.head  # "said", or "saying", which hangs on what it did
    says = subject.head.dep_ == "ccomp" and head.head in (cue, cue.head)
    return head.ent_type_ in BODIES or (head.dep_ == "nsubj" and says)


def _shares_subject(verb: Token) -> bool:
    """Tell whether a verb is one in a row, a participle beside the verb that it hangs on, or what
    the subject is about to do ("is willing to *end* it"), and nobody else is told to."""
    if verb.dep_ == "xcomp":
        return all(c.dep_ not in ("obj", "iobj") for c in verb.head.children)
    if verb.head.pos_ != "VERB":
        return False
    if verb.dep_ == "conj":
        return True
    form = verb.morph.to_dict()
    done_to = form.get("VerbForm") == "Part" and form.get("Tense") == "Past"
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    return verb.dep_ == "advcl" and not done_to and marks <= BESIDE


def _meant(word: Token) -> Token:
    """The noun that "who" stands for, or the word itself."""
    clause = word.head
    return clause.head if word.lower_ in RELATIVE and clause.dep_ == "acl:relcl" else word
