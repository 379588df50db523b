"""A statement's source: the name behind a pronoun, and the words that withhold a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.find.statements.clauses import QUOTES, about, cue_verb, subject
from sayso.find.statements.labels import is_unnamed, label_before
from sayso.find.statements.narrators import is_own, narrator
from sayso.find.statements.quotes import is_quoted
from sayso.find.statements.speakers import is_speaking
from sayso.language.genders import GROUPS, OTHER, PLURAL, SINGULAR_PERSON, THING, fits, is_person
from sayso.language.pronouns import (
    FIRST,
    RELATIVE,
    SUBJECTS,
    antecedent,
    is_pronoun,
    noun_phrase,
)
from sayso.language.spans import (
    head_of,
    lower_of,
    sentence_at,
    span_of,
    text_of,
    tokens_of,
)
from sayso.record.findings import Statement
from sayso.record.span import Span

#: Where a Doc keeps the words in it that withhold a name.
WITHHELD_KEY = "sayso.withheld"
#: "who asked not to be named", "speaking on condition of anonymity", "declined to be identified".
WITHHELD = re.compile(
    r"""\b(?:
      (?:(?:who\ )?sp(?:ea|o)k\w*\ )?on\ (?:the\ )?conditions?\ of\ anonymity
    | (?:who\ |and\ )?(?:ask|request|insist|want|prefer|would|did|does|do|could|can)\w*
      \ not\ (?:to\ )?(?:be\ (?:named|identified)|give\ (?:his|her|their)\ names?)
    | (?:who\ |and\ )?(?:declin|refus)\w+
      \ to\ (?:be\ (?:named|identified)|give\ (?:his|her|their)\ names?)
    | (?:who\ |and\ )?(?:request\w*|ask\w*\ for|plead\w*|demand\w*|sought)\ anonymity
    | (?:who\ |and\ )?(?:(?:was|were|is|are)\ )?not\ (?:being\ )?authori[sz]ed
      \ to\ (?:speak|talk|brief)[^.,;]*
    | (?:who\ )?(?:did|does|do)(?:\ not|n['’]t)\ (?:want|wish)
      \ (?:to\ be\ (?:named|identified)|(?:his|her|their)\ (?:full\ )?names?[^.,;]*)
    | (?:who\ |and\ )?(?:ask|request|insist)\w*\ that\ (?:only\ )?(?:his|her|their)
      \ (?:\w+\ )?names?\b(?:,[^,.;]*,)?\ (?:not\ )?be\ \w+
    | (?:who\ )?(?:g[ai]ve|giving|identified\ (?:him|her)self)\ only\ (?:by\ )?(?:his|her|their)
      \ (?:first|given|last|family)\ names?
    | (?:who\ )?(?:ask|prefer|want|wish)\w*\ to\ (?:remain|stay)\ anonymous
    | speaking\ anonymously
    | whose\ names?\ (?:was|were)\ not\ (?:given|released)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
#: No words match without one of these, and none match over a full stop.
WITHHOLDING = ("anonym", "identif", "name", "authori")
_UP_TO_STOP = re.compile(r"[^.]+")


#: The sources that a pronoun may stand for, by their type.
SUITS = {
    "he": {"person", "role"},
    "she": {"person", "role"},
    "it": {"organisation", "state", "document", "media"},
    "they": {"group", "role", "organisation", "state"},
}
#: A speaker is gone on with over at most so many statements back.
BACK = 4
#: The last mention of a name is looked for over so many tokens.
NEAR = 200


def named(doc: Doc, statement: Statement, before: Sequence[Statement]) -> Statement:
    """Return the statement with its source's pronoun replaced by the name that it stands for.

    ``before`` are the statements before it, named already: who spoke last speaks on, where the
    pronoun suits; else the nearest fitting name stands behind it.
    """
    if statement.source is None:
        return statement
    start, end = tokens_of(doc, statement.source)
    if not is_pronoun(doc, start, end):
        return statement
    if doc[start].lower_ in FIRST:
        speaker = _first_person(doc, statement.source, before)
        if speaker is None:
            return statement
        return replace(statement, source=speaker, source_written=statement.source)
    if (patient := _told_last(doc, statement.source, before)) is not None:
        return replace(statement, source=patient, source_written=statement.source)
    if (accused := _accused(doc, statement, before)) is not None:
        return replace(statement, source=accused, source_written=statement.source)
    last = None if doc[start].lower_ in RELATIVE else _last_speaker(doc, statement.source, before)
    found = antecedent(doc, start)
    near = span_of(doc, *found) if found else None
    if last is not None and near is not None and _is_heard_of(doc, near, statement):
        near = None
    subject = found is not None and _is_new_subject(doc, start, *found)
    span = _nearer(statement.source, last, near, subject=subject)
    if span is None:
        return statement
    whole = _before_aside(doc, _as_named(span, before))
    return replace(
        statement, source=_last_named(doc, whole, start), source_written=statement.source
    )


def _told_last(doc: Doc, pronoun: Span, before: Sequence[Statement]) -> Span | None:
    """Whom "he" or "she" goes on with where he was but told something: "*Ann* was told by a judge
    to sit. She said ...": Ann, and not the judge; and who quotes whom at an office of hers."""
    start = tokens_of(doc, pronoun)[0]
    if doc[start].lower_ not in SINGULAR_PERSON:
        return None
    if (owner := _owner_of_office(doc[start])) is not None:
        return span_of(doc, *noun_phrase(owner))
    last = before[-1] if before else None
    if last is None or last.source is None or not last.source.end <= pronoun.start:
        return None
    patient = _patient(doc, last, doc[start].lower_)
    if patient is None or any(c.covers(pronoun) for c in last.content):
        return None
    phrase = span_of(doc, *noun_phrase(patient))
    if patient.pos_ != "PRON":
        return phrase
    told = named(doc, replace(last, source=phrase, source_written=None), before[:-1])
    return told.source if told.source_written is not None else None


def _accused(doc: Doc, denial: Statement, before: Sequence[Statement]) -> Span | None:
    """Who denies right behind what he is accused of: "Orla accused *Oslo* of theft, which it
    denied"."""
    last = before[-1] if before else None
    if denial.act != "denies" or last is None or last.act != "accuses":
        return None
    at = tokens_of(doc, denial.cue)[0]
    verb = cue_verb(doc, *tokens_of(doc, last.cue))
    if verb is None or sentence_at(doc, verb.i) != sentence_at(doc, at) or verb.i > at:
        return None
    whom = next((c for c in verb.children if c.dep_ == "obj" and c.pos_ != "PRON"), None)
    pronoun = denial.source.text.lower() if denial.source is not None else ""
    if whom is None or pronoun in RELATIVE or not fits(whom, pronoun):
        return None
    return span_of(doc, *noun_phrase(whom))


def _patient(doc: Doc, told: Statement, pronoun: str) -> Token | None:
    """Whom a passive cue with its speaker behind "by" is about, if a pronoun can mean him."""
    verb = cue_verb(doc, *tokens_of(doc, told.cue))
    whom = about(verb) if verb is not None else None
    if verb is None or whom is None or told.source is None:
        return None
    speaker = head_of(doc, *tokens_of(doc, told.source))
    if speaker.dep_ != "obl:agent" or speaker.head != verb:
        return None
    if whom.pos_ == "PRON":
        return whom if whom.lower_ == pronoun else None
    return whom if is_person(whom) and fits(whom, pronoun) else None


def _owner_of_office(pronoun: Token) -> Token | None:
    """Whose office, lawyer or paper quotes him: "*Ann Roe's* office quoted her as saying"."""
    verb = pronoun.head
    if pronoun.dep_ != "obj" or verb.lower_ not in QUOTES:
        return None
    quoting = subject(verb)
    owners = (c for c in quoting.children if c.dep_ == "nmod:poss") if quoting else ()
    return next((c for c in owners if is_person(c) and fits(c, pronoun.lower_)), None)


def _last_named(doc: Doc, name: Span, pronoun: int) -> Span:
    """The last mention before a pronoun of the name that it stands for: "Ann *Roe* left"."""
    end = tokens_of(doc, name)[1]
    last = doc[end - 1]
    if last.pos_ != "PROPN":
        return name
    words, first = lower_of(doc), max(end, pronoun - NEAR)
    for word in (doc[i] for i in range(pronoun - 1, first - 1, -1) if words[i] == last.lower_):
        noun = word.head if word.dep_ == "flat" else word
        again = span_of(doc, *noun_phrase(noun))
        if noun.pos_ == "PROPN" and set(again.text.split()) <= set(name.text.split()):
            return again
    return name


def _before_aside(doc: Doc, span: Span) -> Span:
    """A name up to the first comma with what it is told to be behind: "Roe, *head of Acme*"."""
    start, end = tokens_of(doc, span)
    name = head_of(doc, start, end)
    asides = (c for c in name.children if c.dep_ in ("appos", "acl:relcl") and c.i < end)
    marks = [c.left_edge.i for c in asides if name.pos_ == "PROPN" and c.left_edge.text == ","]
    if name.pos_ == "NOUN" and is_person(name) and not marks:
        return _with_name(doc, span, name)
    return span_of(doc, start, min(marks)) if marks and min(marks) > start else span


def _with_name(doc: Doc, span: Span, noun: Token) -> Span:
    """A noun for a person up to the name that is told behind a comma: "The envoy, *Roe*"."""
    start, end = tokens_of(doc, span)
    named = (c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN")
    name = next((c for c in named if c.i > end and c.left_edge.i <= end + 1), None)
    if name is None or end >= len(doc) or doc[end].text != "," or not is_person(name):
        return span
    return span_of(doc, start, noun_phrase(name)[1])


def _is_heard_of(doc: Doc, name: Span, statement: Statement) -> bool:
    """Tell whether a name only stands in what is said: nobody calls himself by his name, and
    whom a quote tells of does not speak outside of it."""
    own = any(c.covers(name) for c in statement.content)
    return own or (is_quoted(doc, name) and not is_quoted(doc, statement.cue))


def _as_named(span: Span, before: Sequence[Statement]) -> Span:
    """The whole source that a name is a piece of: "Ferry operator" of "Ferry operator Egeline"."""
    around = (s.source for s in before if s.source is not None and s.source.covers(span))
    return next((s for s in around if s.start == span.start), span)


def _first_person(doc: Doc, pronoun: Span, before: Sequence[Statement]) -> Span | None:
    """Whoever says the words that "we" stands in, or else who spoke last; outside of all quotes
    who speaks by a label before, or else the body that spoke first, since the report is its own
    then, but for "our colleagues", whose report it is nobody tells."""
    spoken = [s for s in before if s.source is not None and s.source.text.lower() not in FIRST]
    around = [s for s in spoken if any(c.covers(pronoun) for c in s.content)]
    if not around and not is_quoted(doc, pronoun):
        label = label_before(doc, pronoun.start)
        if label is not None:
            return None if is_unnamed(label) else label
        return narrator(doc, pronoun, spoken)
    last = (around or spoken)[-1:]
    return last[0].source if last else None


def _is_new_subject(doc: Doc, pronoun: int, start: int, end: int) -> bool:
    """Tell whether a named body, or for "they" several people, is the subject of the sentence right
    before the pronoun's."""
    noun = head_of(doc, start, end)
    before = sentence_at(doc, pronoun)[0] - 1
    named = noun.pos_ == "PROPN" and noun.ent_type_ in GROUPS
    named = named or (doc[pronoun].lower_ in THING and is_speaking(noun, many=False))
    many = doc[pronoun].lower_ in PLURAL and "Number=Plur" in str(noun.morph)
    if (
        not (named or (many and is_person(noun)))
        or noun.dep_ not in SUBJECTS
        or before < 0
        or noun.head.dep_ != "root"
    ):
        return False
    return sentence_at(doc, noun.i) == sentence_at(doc, before)


def _nearer(
    pronoun: Span, last: Statement | None, near: Span | None, *, subject: bool
) -> Span | None:
    """Who spoke last, unless one has been named since whom the pronoun may mean: a person whom
    "he" or "she", the ``subject`` of the sentence before that "it" or "they"."""
    if last is None or last.source is None:
        return near
    spoke = max(s.end for s in (last.source, last.source_written, last.cue) if s is not None)
    personal = subject or pronoun.text.lower() in ("he", "she")
    if near is not None and not subject and any(c.covers(near) for c in last.content):
        return last.source  # "Roe said the pilot fled. He ..."
    return near if personal and near is not None and near.start > spoke else last.source


def _last_speaker(doc: Doc, pronoun: Span, before: Sequence[Statement]) -> Statement | None:
    suits = SUITS.get(pronoun.text.lower(), set())
    quoted = is_quoted(doc, pronoun)
    for earlier in reversed(before[-BACK:]):
        if earlier.source is None or earlier.source.end > pronoun.start:
            continue
        if earlier.source.text.lower() in SUITS:
            continue
        if earlier.source_written is not None and is_own(doc, earlier.source_written):
            continue  # whose report it is says "we" of himself, not "he"
        inside = any(c.covers(pronoun) for c in earlier.content)
        if (quoted and inside) or (not quoted and is_quoted(doc, earlier.cue)):
            continue  # in a quote the speaker says "I", and whom a quote tells of is not heard
        if earlier.source_type in suits and _can_be(doc, earlier, pronoun.text.lower(), before):
            return earlier
    return None


def _can_be(doc: Doc, earlier: Statement, pronoun: str, before: Sequence[Statement]) -> bool:
    """Tell whether whoever spoke can be meant by a pronoun: by number and gender, and by what
    else was written for the same source."""
    if earlier.source is None or pronoun not in OTHER.keys() | PLURAL | THING:
        return True
    start, end = tokens_of(doc, earlier.source)
    head = head_of(doc, start, end)
    if pronoun in THING:
        return not any(c.dep_ == "conj" and c.i < end for c in head.children)
    if pronoun in PLURAL:
        return earlier.source_type == "group" or fits(head, pronoun)
    same = [s.source_written for s in before if s.source == earlier.source]
    others = (w.text.lower() for w in same if w is not None)
    suits = fits(head, pronoun, person=earlier.source_type == "person")
    return suits and OTHER[pronoun] not in others


def _withheld(doc: Doc) -> list[Span]:
    """The words of a Doc that withhold a name, looked for once."""
    known: list[Span] | None = doc.user_data.get(WITHHELD_KEY)
    if known is None:
        text = text_of(doc)
        parts = ((m.span(), m[0].lower()) for m in _UP_TO_STOP.finditer(text))
        told = (at for at, part in parts if any(word in part for word in WITHHOLDING))
        known = [Span.of(text, *m.span()) for at in told for m in WITHHELD.finditer(text, *at)]
        doc.user_data[WITHHELD_KEY] = known
    return known


def is_withheld(doc: Doc, start: int, end: int) -> bool:
    """Tell whether words that withhold a name stand in a range of tokens."""
    known = _withheld(doc)
    return bool(known) and any(span_of(doc, start, end).overlaps(words) for words in known)


def is_withholding(doc: Doc, statement: Statement) -> bool:
    """Tell whether a cue but withholds a name: "She *declined* to be identified"."""
    return any(words.covers(statement.cue) for words in _withheld(doc))


def withholding(doc: Doc, statement: Statement, before: Sequence[Statement] = ()) -> Statement:
    """Return the statement with the words in its sentence, or in its source, that withhold the name
    of who speaks, and not that of another source told before it."""
    if statement.source is None or statement.source_type in ("person", "state"):
        return statement
    if not (known := _withheld(doc)):
        return statement
    sentence = span_of(doc, *sentence_at(doc, tokens_of(doc, statement.cue)[0]))
    source = statement.source
    words = next((w for w in known if sentence.covers(w) or source.covers(w)), None)
    if words is None or any(s.withheld == words and s.source != source for s in before):
        return statement
    text = text_of(doc)
    if any(c.covers(words) for c in statement.content):
        return statement
    if source.start < words.start < source.end < words.end:  # the words go on behind the source
        source = Span.of(text, source.start, words.end)
    return replace(statement, source=source, withheld=words, anonymous=True)
