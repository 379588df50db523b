"""Terms told in paragraphs of their own behind a deal: "The armies *are to draw back* ...".

A report that names a deal often goes on with what it lays down, and names the deal no more. Such
a paragraph is told in the report's own voice, has several duties in it, and names nothing else
that is on the table. What stands in a phase is a duty whoever tells it: "In the first stage, he
said, *the guns would fall silent*".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from sayso.find.proposals.carried import is_others, opens, sentence_text, sentences_behind
from sayso.find.proposals.clauses import bargained
from sayso.find.proposals.drafts import Draft
from sayso.find.proposals.duties import laid_down
from sayso.find.proposals.phases import begins_phase
from sayso.find.proposals.terms import is_outside
from sayso.language.spans import lower_of
from sayso.record.findings import Statement, Term
from sayso.record.say_so import innermost

#: A paragraph lays down the terms of a deal when it has so many duties in it.
DUTIES = 2
#: How many paragraphs behind the one that names it.
REACH = 3
CONCLUDED = frozenset({"deal", "truce", "agreed", "plan", "weak"})
QUOTES = ('"', "“")


def told_after(doc: Doc, draft: Draft, statements: Sequence[Statement]) -> Iterator[Term]:
    """Yield the terms of the paragraphs behind the last one that names the draft."""
    named = [m for m in draft.mentions if m.kind != "pronoun"]
    if not named or not draft.kinds & CONCLUDED:
        return
    opened = False
    for paragraph in _behind(doc, named[0].head.i):
        if any(_names_another(doc, draft, *s) for s in paragraph):
            return
        found = [t for s in paragraph for t in _duties(doc, *s, statements)]
        goes_on = opened or bool(draft.terms)
        if len(found) >= DUTIES or (goes_on and found and opens(sentence_text(doc, *paragraph[0]))):
            opened = True
            yield from found
        elif opened:
            return


def _names_another(doc: Doc, draft: Draft, start: int, end: int) -> bool:
    nouns, words = bargained(), lower_of(doc)
    return any(words[i] in nouns and not draft.covers(i) for i in range(start, end))


def _duties(doc: Doc, start: int, end: int, statements: Sequence[Statement]) -> list[Term]:
    """The duties of a sentence in the report's own voice, or in a phase."""
    told = sentence_text(doc, start, end)
    found = laid_down(doc, start, end) if told.strip()[:1] not in QUOTES else []
    if not found:
        return []
    phased = begins_phase(told) or opens(told)
    others = [s for s in statements if is_others(s)]
    own = (t for t in found if phased or innermost(others, t.what) is None)
    return [t for t in own if not is_outside(t)]


def _behind(doc: Doc, at: int) -> Iterator[list[tuple[int, int]]]:
    """The paragraphs behind a token: the rest of its own first, as lists of sentences."""
    paragraph: list[tuple[int, int]] = []
    count = 0
    for sentence in sentences_behind(doc, at):
        if any("\n" in word for word in lower_of(doc)[sentence[0] - 1 : sentence[0] + 1]):
            yield paragraph
            paragraph, count = [], count + 1
            if count > REACH:
                return
        paragraph.append(sentence)
    yield paragraph
