"""The mode of an event by the words in and beside its trigger, where the encoder saw none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from spacy.tokens import Doc, Token

from sayso.language.anchors import anchors
from sayso.language.spans import case_of, hanging_on, head_of, lower_of, tokens_of
from sayso.language.word_lists import rows
from sayso.record.span import Span

BESIDE = frozenset({"compound", "amod", "nummod", "nmod:poss", "obl", "nmod", "obl:agent"})
#: What is sent, yielded or shut tells the mode as well; what is attacked does not.
BESIDE_OR_OBJECT = BESIDE | {"obj", "nsubj:pass"}
BLOWING = frozenset({"blew", "blow", "blowing", "blown", "blows", "detonated", "exploded"})
#: Modes of what is blown up.
BLASTS = frozenset({"destroy", "drone", "explosives", "suicide-attack", "targeted"})
BACKING = ("accompan", "assist", "back", "escort", "support")
SELF = frozenset({"herself", "himself", "itself", "themselves"})
STRIKES = frozenset({"strike", "strikes", "struck"})
#: Beginnings of verbs of harm, and what is left of those who were hit.
HARMING = ("injur", "kill", "maim", "wound")
LEAVING = frozenset({"leave", "leaves", "leaving", "left"})
HURT = frozenset({"dead", "hurt", "injured", "wounded"})
#: Modes of what comes from afar.
FAR = frozenset({"aerial", "drone", "heavy-weapons"})
#: What explodes where it was put, and which bombs do; how a thing hangs on what it does.
MINES = frozenset({"ied", "landmine", "mine"})
LAID = frozenset({"buried", "car", "improvised", "planted", "roadside", "truck"})
THINGS = frozenset({"compound", "nmod", "nsubj", "obl", "obl:agent"})
#: Forms of "hold", and nouns of what is held by force without anybody's arrest.
HOLDING = frozenset({"held", "hold", "holding", "holds"})
PLACES = frozenset(
    ["airport", "area", "base", "border", "bridge", "building", "city", "crossing", "dam",
     "district", "embassy", "ground", "headquarters", "height", "hill", "hilltop", "island", "land",
     "mine", "plant", "port", "position", "post", "region", "ridge", "road", "station", "street",
     "territory", "town", "township", "valley", "village", "zone"]
)  # fmt: skip
#: Those who are sent without arms.
UNARMED = frozenset({"doctor", "engineer", "expert", "inspector", "mediator", "medic", "monitor",
                     "observer", "rescuer"})  # fmt: skip
#: Beginnings of verbs that bring two sides together, and how such a clause hangs on their talks.
MEDIATING = ("broker", "facilitat", "host", "mediat")
CLAUSES = frozenset({"acl", "acl:relcl"})
#: How what is used hangs on the word for an attack, and what tells more of that: "*tank* fire".
MEANS = frozenset({"obl", "obl:agent"})
WITHIN = frozenset({"amod", "compound"})
#: Of several words the more telling one goes first: a suicide bombing is a suicide attack.
FIRST = ("suicide-attack", "drone", "aerial", "heavy-weapons", "explosives", "firearms")


def mode_of(
    doc: Doc, start: int, end: int, event_type: str, doers: Iterable[Token] = ()
) -> str | None:
    """Return the mode that the trigger at tokens ``start`` to ``end`` names, or a modifier, or who
    does it ("gunmen")."""
    root = head_of(doc, start, end)
    own = [_mode(doc[i], event_type) for i in range(start, end)]
    blown = event_type == "ASSAULT" and not BLOWING.isdisjoint(lower_of(doc)[start:end])
    below = hanging_on(root)
    if blown and any(word in SELF for word, _, _ in below):
        own.append("suicide-attack")
    if event_type == "ASSAULT" and is_blown_up(doc, start, end):
        own.append("explosives")
    near = BESIDE if event_type == "ASSAULT" else BESIDE_OR_OBJECT
    beside = [_mode(doc[i], event_type) for _, relation, i in below if relation in near]
    if event_type == "ASSAULT":
        means = (doc[i] for _, relation, i in below if relation in MEANS)
        beside += [_mode(c, event_type) for t in means for c in t.children if c.dep_ in WITHIN]
    armed = [_mode(t, event_type) for t in doers if not _only_backs(t)]
    found = [m for m in (*own, *beside, *armed) if m is not None]
    return next((m for m in FIRST if m in found), found[0] if found else None)


def sure_mode(doc: Doc, start: int, end: int, event_type: str, seen: str) -> str | None:
    """Return the mode that words tell more surely than the encoder, which saw ``seen``.

    "*Tortured* two men" is torture, whatever was used; a "*suicide* car bomb" is a suicide attack,
    a "*roadside bomb*" or a "*mine*" no heavy weapon; talks "*mediated by* Orla" have a third
    party, where the mediation is no event of its own.
    """
    root = head_of(doc, start, end)
    if event_type == "ASSAULT" and root.lower_.startswith("tortur"):
        return "torture"
    if event_type == "ASSAULT":
        near = [*doc[start:end], *(doc[i] for _, r, i in hanging_on(root) if r in THINGS)]
        if any(w == "suicide" for t in near for w in lower_of(doc)[t.left_edge.i : t.i]):
            return "suicide-attack"
        laid = seen in FAR and any(_is_laid(t) for t in near)
        return "explosives" if laid else None
    if event_type == "COERCE" and seen == "arrest" and root.lower_ in HOLDING:
        held = [c for c in root.children if c.dep_ in ("nsubj:pass", "obj")]
        return "seize" if any(_is_place(c) for c in held) else None
    if event_type == "CONSULT" and seen == "none" and root.pos_ == "NOUN":
        own = {i for a in anchors(doc, "event") for i in range(a.start, a.end)}
        clauses = (t for t in root.children if t.dep_ in CLAUSES and t.i not in own)
        return "third-party" if any(_mediates(t) for t in clauses) else None
    return None


def _is_place(noun: Token) -> bool:
    """Tell whether a noun is a place that one may hold: "*Orla*", "the *airport*"."""
    return noun.ent_type_ == "Location" or noun.lemma_.lower() in PLACES


def _is_laid(noun: Token) -> bool:
    """Tell whether a thing explodes where it was put: "a *mine*", "a roadside *bomb*"."""
    before = {c.lower_ for c in noun.children if c.dep_ in ("amod", "compound")}
    lemma = noun.lemma_.lower()
    device = lemma == "device" and "explosive" in before
    return lemma in MINES or device or (lemma == "bomb" and not LAID.isdisjoint(before))


def _mediates(verb: Token) -> bool:
    """Tell whether a clause says who brings two sides together: "*brokered* by Orla"."""
    by = any(c.dep_ in ("obl", "obl:agent") and case_of(c) == "by" for c in verb.children)
    return by and verb.lower_.startswith(MEDIATING)


def _only_backs(doer: Token) -> bool:
    """Tell whether a word stands for what is behind the doer: "troops backed by *helicopters*"."""
    verb = doer.head
    return verb.dep_ == "acl" and verb.lower_.startswith(BACKING) and doer.i > verb.i


def is_blown_up(doc: Doc, start: int, end: int) -> bool:
    """Tell whether somebody "*blew up*" something: with explosives, whatever else is near."""
    verb = head_of(doc, start, end)
    return verb.lower_ in BLOWING and any(word == "up" for word, _, _ in hanging_on(verb))


def _mode(token: Token, event_type: str) -> str | None:
    """The mode of a word; lemmas lose an e at times ("ston")."""
    lemma, modes = token.lemma_.lower(), _modes()
    return modes.get((lemma, event_type)) or modes.get((lemma + "e", event_type))


@cache
def _modes() -> dict[tuple[str, str], str]:
    return {(lemma, kind): mode for lemma, kind, mode in rows("mode_words")}


def is_mixed(doc: Doc, start: int, end: int, event_type: str) -> bool:
    """Tell whether words in a row beside a trigger name two modes: "drone and missile strikes"."""
    for _, relation, at in hanging_on(head_of(doc, start, end)):
        if relation in ("compound", "amod"):
            row = [at, *(i for _, joined, i in hanging_on(doc[at]) if joined == "conj")]
            if len(row) > 1 and len({m for i in row if (m := _mode(doc[i], event_type))}) > 1:
                return True
    return False


def is_unarmed(doc: Doc, start: int, end: int, event_type: str, seen: str) -> bool:
    """Tell whether none but unarmed people are sent: "*monitors* will be deployed", whatever the
    sentence before was about."""
    if (event_type, seen) != ("MOBILIZE", "weapons"):
        return False
    head = head_of(doc, start, end)
    sent = [doc[i] for _, relation, i in hanging_on(head) if relation in ("nsubj:pass", "obj")]
    row = [t for noun in sent for t in (noun, *noun.children) if t == noun or t.dep_ == "conj"]
    armed = any(_mode(t, event_type) for noun in row for t in (noun, *noun.children))
    return bool(row) and all(t.lemma_.lower() in UNARMED for t in row) and not armed


def is_aimed(doc: Doc, start: int, end: int, targets: Sequence[Span]) -> bool:
    """Tell whether a trigger is a strike at one known person: "a strike on *Colonel Roe*"."""
    if len(targets) != 1 or head_of(doc, start, end).lower_ not in STRIKES:
        return False
    name = head_of(doc, *tokens_of(doc, targets[0]))
    return name.pos_ == "PROPN" and name.ent_type_ == "Person"


def is_deadly_strike(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a strike on something is told to have killed or hurt: "a *strike* on a market
    left six dead" is no stoppage of work; "a strike on Monday" may be one."""
    noun = head_of(doc, start, end)
    if noun.lower_ not in STRIKES or noun.pos_ != "NOUN":
        return False
    hit = any(case_of(c) == "on" and c.ent_type_ != "Date" for c in noun.children)
    over = noun.head
    left = over.lower_ in LEAVING and any(w in HURT for w, _, _ in hanging_on(over))
    return hit and over.pos_ == "VERB" and (left or over.lower_.startswith(HARMING))
