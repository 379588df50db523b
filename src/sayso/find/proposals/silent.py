"""Who only has no comment: no party to a proposal for that, and of no stance towards it."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.find.proposals.bargainers import is_among
from sayso.find.proposals.clauses import is_on_offer
from sayso.find.proposals.drafts import Draft
from sayso.language.pronouns import PERSONAL
from sayso.language.spans import head_of, sentence_at, tokens_of
from sayso.language.states import state_of
from sayso.record.span import Span

COMMENTING = frozenset({"comment", "commented", "comments"})
#: How far behind its verb the comment may stand: "did not respond to a request for comment".
NEAR = 8
#: Where a clause ends.
BREAKS = frozenset({".", ";", ":", "but", "and", "while", "who", "which", "that"})
VERBS = frozenset({"VERB", "AUX"})


def has_no_comment(verb: Token) -> bool:
    """ "has yet to comment", "declined comment": not "would not comment on *the offer*"."""
    comment = _comment(verb)
    return comment is not None and not _is_on_it(comment)


def _comment(verb: Token) -> Token | None:
    """The word for a comment in the clause of a verb."""
    end = sentence_at(verb.doc, verb.i)[1]
    for token in verb.doc[verb.i : min(verb.i + NEAR, end)]:
        if token.lower_ in BREAKS and token.i > verb.i:
            return None
        if token.lower_ in COMMENTING:
            return token
    return None


def _is_on_it(comment: Token) -> bool:
    """ "commented *on the plan*", "comment publicly *on it*"."""
    end = sentence_at(comment.doc, comment.i)[1]
    behind = [*comment.doc[comment.i + 1 : min(comment.i + NEAR, end)]]
    on = next((k for k, t in enumerate(behind) if t.lower_ in ("on", "about")), None)
    if on is None:
        return False
    return any(is_on_offer(t) or t.lower_ in PERSONAL for t in behind[on + 1 :])


def is_asked(draft: Draft, party: Span) -> bool:
    """Tell whether words name somebody as one of those who make a proposal, or to whom it is put.

    Of him it tells that he has yet to answer.
    """
    asked = draft.to if "to" not in draft.implied else ()
    made = draft.by if "by" not in draft.implied else ()
    return is_among(party, (*asked, *made))


def leave_out_silent(doc: Doc, draft: Draft) -> None:
    """Leave out the stances of those who have no comment on what was not put to them.

    Who is named only where he has none, on a proposal or at all, was asked by reporters alone.
    """
    draft.to[:] = [p for p in draft.to if not (_silent(doc, p) and _is_named_once(doc, p))]
    asked = [*draft.by, *draft.to]
    draft.stances[:] = [
        s
        for s in draft.stances
        if s.stance != "undecided"
        or is_among(s.party, asked)
        or not ((verb := _silent(doc, s.party)) and has_no_comment(verb))
    ]


def _silent(doc: Doc, party: Span) -> Token | None:
    """The verb that a party is the subject of, if its clause tells of comments."""
    head = head_of(doc, *tokens_of(doc, party))
    verb = next((up for up in head.ancestors if up.pos_ in VERBS), None)
    told = verb is not None and verb.i > head.i and _comment(verb) is not None
    return verb if told else None


def _is_named_once(doc: Doc, party: Span) -> bool:
    start, end = tokens_of(doc, party)
    head = head_of(doc, start, end).lower_
    state = state_of([head])
    others = (t.lower_ for t in doc if not start <= t.i < end)
    return not any(t == head or (state is not None and state_of([t]) == state) for t in others)
