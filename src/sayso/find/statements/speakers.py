"""What kind of speaker a source is, where its own words leave no doubt: a paper, a state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from sayso.language.genders import is_person
from sayso.language.spans import classes_of, head_of, lower_of, tokens_of
from sayso.language.word_lists import words_of
from sayso.record.findings import Statement
from sayso.record.span import Span
from sayso.record.vocabulary import SourceType

DOCUMENTS = frozenset(
    ["annex", "audit", "book", "bulletin", "communique", "communiqué", "data", "diary",
     "document", "dossier", "edict", "email", "evidence", "file", "files", "filing", "footage",
     "imagery", "images", "indictment", "law", "letter", "memo", "memorandum", "newsletter",
     "notice", "photo", "photographs", "photos", "pictures", "poll", "recording", "recordings",
     "records", "release", "report", "resolution", "results", "ruling", "statement",
     "statistics", "study", "survey", "telegram", "text", "transcript", "verdict", "video",
     "videos"]
)  # fmt: skip
_MEDIA = frozenset(
    ["broadcaster", "daily", "media", "newspaper", "newspapers", "outlet", "outlets", "radio",
     "television", "tv", "weekly"]
)  # fmt: skip
#: Names of papers end so; "the Post" too.
_PAPERS = frozenset(
    ["Chronicle", "Gazette", "Guardian", "Herald", "Journal", "News", "Newspaper", "Observer",
     "Post", "Radio", "TV", "Telegraph", "Television", "Times", "Tribune"]
)  # fmt: skip
#: Nouns that withhold who it is.
HIDING = frozenset({"diplomat", "diplomats", "official", "officials", "source", "sources"})
#: How a name hangs on the word that it names.
NAMING = frozenset({"appos", "flat", "nmod:desc", "nmod:unmarked"})
#: How a name hangs on a word that it does not name.
OTHERS = frozenset({"acl", "acl:relcl", "compound", "nmod", "nmod:poss", "obl", "obl:agent"})
#: Bodies, by common nouns.
_BODIES = frozenset(
    ["agency", "army", "authority", "authorities", "bank", "body", "bureau", "cabinet", "center",
     "centre", "commission", "committee", "company", "council", "court", "department", "embassy",
     "force", "forces", "government", "guard", "junta", "military", "militia", "ministry",
     "mission", "monitor", "movement", "navy", "office", "organisation", "organization",
     "parliament", "party", "police", "presidency", "regime", "senate", "service", "union",
     "watchdog"]
)  # fmt: skip
#: What a name is told to be that people have together: "Oak, *a charity*".
_TOGETHER = frozenset({"alliance", "charity", "coalition", "faction", "group", "network"})
#: People who are counted rather than heard.
_COUNTED = frozenset(
    ["boy", "child", "civilian", "fighter", "girl", "man", "militant", "policeman", "soldier",
     "victim", "woman"]
)  # fmt: skip
#: People together who are no body.
_CROWDS = frozenset({"crowd", "crowds", "mob", "mobs", "throng", "throngs"})
#: Types that give way to what a name is told to be.
_WHO = frozenset({"media", "organisation", "person", "role", "unknown"})
#: So many capitals are a body, not a person's initials.
ACRONYM = 4
#: Persons or bodies: a body with a word before that tells whose or of what.
_EITHER = frozenset({"guard", "monitor", "watchdog"})
#: What a name of an entity is as a speaker.
NAMES: dict[str, SourceType] = {
    "Location": "state",
    "Organization": "organisation",
    "Person": "person",
}


def typed(doc: Doc, statement: Statement) -> Statement:
    """Return the statement with the type of its source that the source's head word shows.

    Who is a person, by name, is not anonymous, nor are people who are many ("two residents"), but
    for officials and the like.
    """
    kind = _type(doc, statement) or statement.source_type
    withheld = statement.anonymous and kind != "person"
    if withheld and kind == "group" and statement.source is not None:
        withheld = head_of(doc, *tokens_of(doc, statement.source)).lower_ in HIDING
    return replace(statement, source_type=kind, anonymous=withheld)


def known(doc: Doc, statement: Statement, before: Sequence[Statement]) -> Statement:
    """Return the statement with the type that the same source had before, where a pronoun stands
    for it or its own type is not known; or else with what its head word is."""
    if statement.source_written is not None:
        statement = _as_before(statement, before) or typed(doc, statement)
    if statement.source is None or statement.source_type != "unknown":
        return statement
    earlier = (s.source_type for s in before if s.source == statement.source)
    if found := next((kind for kind in earlier if kind != "unknown"), None):
        return replace(statement, source_type=found)
    if head_of(doc, *tokens_of(doc, statement.source)).lower_ in HIDING:
        return replace(statement, source_type="role", anonymous=True)
    return replace(statement, source_type=_kind(doc, statement.source))


def is_speaking(noun: Token, *, many: bool) -> bool:
    """Tell whether a noun is somebody who can speak: a name that is no place's, a body, a document,
    one person, or with ``many`` several who are no count of people ("*organisers*")."""
    if noun.pos_ == "PROPN":
        return noun.ent_type_ not in ("Date", "Location")
    if noun.pos_ != "NOUN":
        return False
    if _is_common_body(noun) or _is_person(noun) or noun.lower_ in _MEDIA | HIDING | DOCUMENTS:
        return True
    lemma = noun.lemma_.lower()
    return many and is_person(noun) and lemma not in _COUNTED


def _as_before(statement: Statement, before: Sequence[Statement]) -> Statement | None:
    """The statement with what was told of its source when it spoke last, if it spoke before."""
    source = statement.source
    for earlier in reversed(before):
        told = earlier.source
        if source is None or told is None or earlier.source_type == "unknown":
            continue
        if told.start == source.start and told.covers(source):
            kind, withheld = earlier.source_type, earlier.anonymous
            return replace(statement, source_type=kind, anonymous=withheld)
    return None


def _kind(doc: Doc, source: Span) -> SourceType:
    head = head_of(doc, *tokens_of(doc, source))
    if head.pos_ == "PROPN" and head.ent_type_ in NAMES:
        return NAMES[head.ent_type_]
    if _is_common_body(head):
        return "organisation"
    if _is_person(head):
        return "role"
    if head.lower_ in _CROWDS:
        return "group"
    many = head.pos_ == "NOUN" and "Number=Plur" in str(head.morph)
    return "group" if many and is_person(head) else "unknown"


def _is_person(noun: Token) -> bool:
    """Tell whether a noun is one for a person and stands for one, no body: "the coast *guard*"."""
    if _is_body(noun):
        return False
    one = noun.pos_ == "NOUN" and "Number=Plur" not in str(noun.morph)
    return one and noun.lemma_.lower() in words_of("person_nouns", "person")


def _is_body(noun: Token) -> bool:
    """Tell whether a noun for a person or a body stands for a body: "the *coast* guard", "a *war*
    monitor", but "a border guard"."""
    before = [c.dep_ for c in noun.children if c.i < noun.i]
    known = noun.lower_ == "guard" and not any(c.lower_ in ("a", "an") for c in noun.children)
    return noun.lower_ in _EITHER and "compound" in before and (known or noun.lower_ != "guard")


def _is_named(noun: Token) -> bool:
    """Tell whether a word is a person's name, or has one with it that is no owner's or other's:
    "a spokesman, Colonel *Ann Roe*", but "*Roe's* spokesman"."""
    if noun.pos_ == "PROPN" and noun.ent_type_ == "Person":
        return True
    return any(_is_named(c) for c in noun.children if c.dep_ in NAMING)


def _is_full_name(noun: Token) -> bool:
    """Tell whether a word is the first of a person's name of several: "*Ann* Roe"."""
    named = (noun, *(c for c in noun.children if c.dep_ == "flat"))
    return len(named) > 1 and all(t.ent_type_ == "Person" and t.pos_ == "PROPN" for t in named)


def _is_acronym(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a source is one word in capitals, as bodies are called for short, and neither
    a label nor a name that the report writes otherwise elsewhere."""
    word = doc[start].text
    label = end < len(doc) and doc[end].text == ":"
    alone = end - start == 1 and word.isalpha() and word.isupper() and len(word) >= ACRONYM
    if not alone or label:
        return False
    same = (i for i, lower in enumerate(lower_of(doc)) if lower == word.lower())
    return not any(doc[i].text == word.title() for i in same)


def _is_surname(doc: Doc, start: int, end: int) -> bool:
    """Tell whether the source is one word that ends a person's name elsewhere in the report."""
    word, words = doc[start], lower_of(doc)
    if end - start > 1 or word.pos_ != "PROPN":
        return False
    same = (doc[i] for i, lower in enumerate(words) if lower == word.lower_)
    return any(t.dep_ == "flat" and t.ent_type_ == t.head.ent_type_ == "Person" for t in same)


def _names(source: Tokens) -> bool:
    """Tell whether a person is named in a source, but as an owner or in a phrase that goes on it:
    no "*Roe's* spokesman", no "a woman who met *Roe*"."""
    for name in source:
        at = name if name.pos_ == "PROPN" and name.ent_type_ == "Person" else None
        while at is not None and at.dep_ not in OTHERS:
            if at.dep_ == "appos" or at.head == at or at.head not in source:
                return True
            at = at.head
    return False


def _type(doc: Doc, statement: Statement) -> SourceType | None:
    if statement.source is None:
        return None
    start, end = tokens_of(doc, statement.source)
    head = head_of(doc, start, end)
    if statement.source_type in _WHO and (told := _told_as(head)) is not None:
        return told
    if statement.source_type == "person" and _is_acronym(doc, start, end):
        return "organisation"
    if statement.source_type in ("role", "unknown", "document") and _is_named(head):
        return "person"
    if statement.source_type in ("media", "organisation") and _is_full_name(head):
        return "person"
    if statement.source_type in ("state", "unknown") and _is_surname(doc, start, end):
        return "person"
    if statement.source_type == "person" and _is_person(head) and not _names(doc[start:end]):
        return "role"
    if head.pos_ == "NOUN" and {head.lower_, head.lemma_.lower()} & DOCUMENTS:
        return "document"
    if statement.source_type in ("organisation", "document", "state") and _is_person(head):
        return "role"
    if statement.source_type == "document" and head.pos_ == "NOUN" and _is_body(head):
        return "organisation"
    if statement.source_type == "state" and _is_body_name(head):
        return "organisation"
    if statement.source_type in ("person", "role") and _is_common_body(head):
        return "organisation"
    if statement.source_type in ("group", "document") and head.lower_ in HIDING:
        return "role"
    if head.lower_ in _MEDIA or lower_of(doc)[max(start, end - 2) : end] == ("news", "agency"):
        return "media"
    last = doc[end - 1]
    if last.text in _PAPERS and last.pos_ == "PROPN" and head in (last, last.head):
        return "media"
    if statement.source_type in ("person", "document", "organisation", "unknown") and _is_place(
        doc, start, end
    ):
        return "state"
    return None


def _is_common_body(noun: Token) -> bool:
    """Tell whether a noun that is no name, nor one for a person, is one for a body."""
    either = noun.lower_ in _EITHER and not _is_body(noun)
    return noun.pos_ == "NOUN" and noun.lower_ in _BODIES and not either


def _told_as(name: Token) -> SourceType | None:
    """The kind of body that a name is told to be, right behind a comma: "Oak, *a charity*"."""
    told = (c for c in name.children if c.dep_ == "appos" and c.i > name.i)
    noun = next((c for c in told if "," in (c.left_edge.text, c.left_edge.nbor(-1).text)), None)
    if noun is None or name.pos_ != "PROPN" or noun.pos_ != "NOUN" or is_person(noun):
        return None
    if noun.lower_ in _MEDIA or noun.nbor(-1).lower_ == "news":
        return "media"
    return "organisation" if noun.lower_ in _TOGETHER or _is_common_body(noun) else None


def _is_body_name(noun: Token) -> bool:
    return noun.pos_ == "PROPN" and noun.ent_type_ == "Organization"


def _is_place(doc: Doc, start: int, end: int) -> bool:
    """Tell whether the source is the bare name of a place, as a capital stands for its state."""
    classes, words = classes_of(doc), lower_of(doc)
    names = [i for i in range(start, end) if words[i] != "the"]
    return bool(names) and all(
        classes[i] == "PROPN" and doc[i].ent_type_ == "Location" and doc[i].text[0].isupper()
        for i in names
    )
