"""What somebody is said to warn of: a threat of his own, or a danger that he only foresees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from sayso.find.events.parties import SUBJECTS
from sayso.language.needs import is_of_need
from sayso.language.spans import hanging_on, head_of, lower_of, tokens_of
from sayso.record.findings import Event, Statement
from sayso.record.span import Span

WARNING = "warn"
#: What opens a warning off: whoever says so will not have it.
OFF = frozenset({"against", "not", "off", "to"})
#: Words for who speaks, and for whoever does what is warned of.
OWN = frozenset({"he", "her", "his", "i", "its", "it", "my", "our", "she", "their", "they", "we"})
WHOEVER = frozenset({"any", "anybody", "anyone", "each", "every", "everyone", "those", "who",
                     "whoever"})  # fmt: skip
#: Marks of a condition.
UNLESS = frozenset({"if", "unless", "until"})
#: Who is fair game, or a "target", is threatened.
GAME = frozenset({"act", "game", "target", "targets"})
#: Beginnings of verbs that tell what comes over all without anybody's doing it.
COMING = (
    "amount", "collaps", "complicat", "deepen", "derail", "destabili", "deteriorat", "encourag",
    "endanger", "escalat", "extinguish", "fray", "fuel", "hamper", "hand", "hinder", "imperil",
    "inflam", "jeopardi", "plung", "pour", "prolong", "slid", "spark", "spill", "spiral",
    "spread", "threaten", "undermin", "unravel", "worsen",
)  # fmt: skip
#: Beginnings of verbs that lead to what no one wants, and beginnings of nouns of that.
LEADING = ("caus", "bring", "descend", "end", "lead", "mean", "result", "slip", "trigger")
EVILS = (
    "anarchy", "catastroph", "chaos", "collaps", "cris", "danger", "destabili", "disaster",
    "escalation", "exodus", "genocid", "instability", "misery", "resumption", "return", "risk",
    "setback", "shortage", "spillover", "spread", "suffering", "threat", "tragedy", "turmoil",
)  # fmt: skip
#: Words for those who look on and help, and hold nothing over anybody.
ONLOOKERS = frozenset(
    ["aid", "analyst", "analysts", "bishops", "campaigners", "charities", "charity",
     "doctors", "economists", "engineers", "expert", "experts", "farmers", "humanitarian",
     "mayors", "medics", "observers", "ombudsman", "refugee", "relief", "residents", "rights",
     "scientists", "villagers"]
)  # fmt: skip


def is_mere_warning(doc: Doc, event: Event, statements: Sequence[Statement]) -> bool:
    """Tell whether a threat is but a warning of a danger: "*warned* that it would be a disaster".

    Nobody threatens who says what would come over all ("that the war could *spread*", "of *chaos*")
    or what is wanting ("that they would *starve*"), nor an onlooker ("aid groups"). Who warns
    somebody off ("against *sending* troops") or says what he himself would do does.
    """
    if event.type != "THREATEN" or not event.trigger.text.lower().startswith(WARNING):
        return False
    said = [s for s in statements if s.cue.overlaps(event.trigger)]
    contents = [tokens_of(doc, c) for s in said for c in s.content]
    if any(is_of_need(doc, *at) for at in contents):
        return True
    if not contents or any(_is_off(doc, s, *at) for s in said for at in contents):
        return False
    watched = any(s.source is not None and _looks_on(s.source) for s in said)
    return watched or all(_is_danger(doc, *at) for at in contents)


def _is_off(doc: Doc, statement: Statement, start: int, end: int) -> bool:
    """Tell whether a warning is against something: "warned them *not to* leave"."""
    words = {*statement.cue.text.lower().split(), *lower_of(doc)[start : start + 1]}
    below = {
        word for word, relation, _ in hanging_on(head_of(doc, start, end)) if relation == "mark"
    }
    return not OFF.isdisjoint(words) or not OFF.isdisjoint(below)


def _looks_on(source: Span) -> bool:
    """Tell whether a source is one that only looks on: "aid groups", "analysts"."""
    return not ONLOOKERS.isdisjoint(source.text.lower().split())


def _is_danger(doc: Doc, start: int, end: int) -> bool:
    """Tell whether what is warned of comes over all: "the dam would be a *catastrophe*"."""
    head = head_of(doc, start, end)
    below = hanging_on(head)
    if head.pos_ == "NOUN" and not any(relation in SUBJECTS for _, relation, _ in below):
        return head.lower_.startswith(EVILS)
    if any(_is_party(head.doc[at]) for _, relation, at in below if relation in SUBJECTS):
        return False
    if any(relation == "cop" for _, relation, _ in below):
        bare = all(relation != "case" for _, relation, _ in below)
        return bare and head.lower_ not in GAME and not any(_conditions(head))
    if head.lower_.startswith(COMING):
        return True
    led = (head.doc[at] for _, relation, at in below if relation in ("obj", "obl"))
    return head.lower_.startswith(LEADING) and any(t.lower_.startswith(EVILS) for t in led)


def _is_party(subject: Token) -> bool:
    """Tell whether a subject is who speaks, something of his, or whoever defies him."""
    words = (subject.lower_, *(word for word, _, _ in hanging_on(subject)))
    return not (OWN | WHOEVER).isdisjoint(words)


def _conditions(head: Token) -> Iterator[bool]:
    """Yield for each clause beside a word whether it is a condition."""
    for _, relation, at in hanging_on(head):
        if relation == "advcl":
            yield any(w in UNLESS and r == "mark" for w, r, _ in hanging_on(head.doc[at]))
