"""A Doc to its opinion polls, in text order, and the shares that were left out of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Span

from sayso.find.polls.answers import answers_in
from sayso.find.polls.asking import Asking, asking_in
from sayso.find.polls.fractions import fraction
from sayso.find.polls.groups import fronted, group_of, is_best, leads_on, placed
from sayso.find.polls.pollsters import finder
from sayso.find.polls.shares import Share, is_of_vote, shares_in
from sayso.find.polls.surveys import Survey, Surveys
from sayso.language.spans import lower_of, phrase, span_of, text_of
from sayso.record.findings import Answer, Poll
from sayso.record.reading import Problem
from sayso.record.span import Span as Words

#: Who was asked is told by the words behind the share where they name a people.
PEOPLE = frozenset({"NORP", "Location"})
#: The shares of one question add to a hundred, give or take what is rounded.
WHOLE = 102
#: A text without any of these holds no share.
MAY_HOLD = ("%", "percent", "per cent")


@dataclass
class _Draft:
    """The answers to one question of a survey, or those of one group to it."""

    survey: Survey
    question: Words | None = None
    group: Words | None = None
    answers: list[Answer] = field(default_factory=list)
    #: The poll of the same people to the same question that was told last.
    before: _Draft | None = None

    def has_room(self, share: float) -> bool:
        return sum(a.share for a in self.answers) + share <= WHOLE

    def tells_again(self) -> bool:
        """Tell whether all that the poll before has, and more, is told here again."""
        shares = {a.share for a in self.answers}
        return self.before is not None and {a.share for a in self.before.answers} < shares


class _Drafts:
    """The polls so far, in the order of their first answers, and the last one of each group."""

    def __init__(self) -> None:
        self.all: list[_Draft] = []
        self._last: dict[tuple[int, Words | None], _Draft] = {}

    def ask(self, survey: Survey, group: Words | None, question: Words | None) -> None:
        """Begin anew with a question that a sentence asks, if it asks one."""
        last = self._last.get((id(survey), group))
        if question is not None and (last is None or last.question != question):
            self._begin(_Draft(survey, question, group))

    def has(self, survey: Survey) -> bool:
        """Tell whether all who were asked in a survey have answered."""
        return bool((last := self._last.get((id(survey), None))) and last.answers)

    def add(self, survey: Survey, group: Words | None, answer: Answer) -> None:
        """Put an answer with the last poll of its survey and group, if that has room for it."""
        draft = self._last.get((id(survey), group))
        if draft is None or not draft.has_room(answer.share):
            draft = self._begin(_Draft(survey, None, group))
        draft.answers.append(answer)

    def _begin(self, draft: _Draft) -> _Draft:
        self.all.append(draft)
        key = id(draft.survey), draft.group
        before = self._last.get(key)
        draft.before = before if before is not None and before.question == draft.question else None
        self._last[key] = draft
        return draft


def find_polls(doc: Doc) -> tuple[tuple[Poll, ...], tuple[Problem, ...]]:
    """Return the polls of a Doc with ids, and the shares of groups that were left out.

    A poll has the answers to one question, of all who were asked or of one group of them. Shares
    that no words of a poll stand with stay out.
    """
    text = text_of(doc)
    low = text.lower()
    if not any(sign in low for sign in MAY_HOLD) and not fraction().search(text):
        return (), ()
    drafts, surveys = _Drafts(), Surveys()
    problems: list[Problem] = []
    for paragraph in _paragraphs(doc):
        told = [(s, surveys.recalled(s, asking_in(doc, s))) for s in paragraph]
        if not any(a.cue for _, a in told):
            continue
        for sentence, asking in told:
            survey = surveys.of(asking)
            problems += _read(doc, sentence, asking, survey, drafts)
    again = {id(d.before) for d in drafts.all if d.tells_again()}
    kept = [d for d in drafts.all if d.answers and id(d) not in again]
    kept.sort(key=lambda d: d.answers[0].answer.start)
    return tuple(_poll(n, d) for n, d in enumerate(kept, 1)), tuple(problems)


def _poll(n: int, draft: _Draft) -> Poll:
    survey = draft.survey
    who = survey.pollster or survey.publisher
    asked = draft.group or survey.population
    return Poll(
        f"q{n}", who, asked, survey.time, draft.question, tuple(draft.answers),
        rule="poll:group" if draft.group else "poll:shares", confidence=0.7 if who else 0.5,
    )  # fmt: skip


def _read(
    doc: Doc, sentence: Span, asking: Asking, survey: Survey, drafts: _Drafts
) -> Iterator[Problem]:
    """Put the shares of a sentence with the poll that they answer."""
    shares = [] if is_of_vote(sentence) else shares_in(doc, sentence, told=asking.cue)
    if not shares:
        drafts.ask(survey, None, asking.question)
        return
    _ask_named(doc, survey, shares)
    goes_on = drafts.has(survey) and asking.pollster is None
    groups = _groups(doc, sentence, shares, survey, goes_on=goes_on)
    apart = is_best(sentence)
    closed = [w for w in (asking.question, *groups.values()) if w is not None]
    last: Answer | None = None
    for share, answer in answers_in(doc, sentence, shares, closed):
        group = groups.get(share.start)
        if answer is None and group is not None and last is not None:
            answer = replace(last, share=share.value)
        last = answer if group is not None else None
        if answer is not None and not apart:
            drafts.ask(survey, group, asking.question)
            drafts.add(survey, group, answer)
            survey.answered = True
        elif apart or group is not None:
            yield _left_out(doc, share)


def _groups(
    doc: Doc, sentence: Span, shares: list[Share], survey: Survey, *, goes_on: bool
) -> dict[int, Words]:
    """The group of each share that is of one, by the share's first token.

    A place is one where the sentence goes on with a poll of more than that place.
    """
    out: dict[int, Words] = {}
    last: Words | None = None
    for n, share in enumerate(shares):
        past = shares[n - 1].end if n else sentence.start
        found = group_of(doc, sentence, share, past)
        if found is None and goes_on:
            found = fronted(doc, sentence, share) or placed(doc, share, past)
        if found is not None:
            last = phrase(doc, *found)
        elif n and last is not None and not leads_on(doc, shares, n):
            last = None
        if last is not None and not (survey.population and last.start == survey.population.start):
            out[share.start] = last
    return out


def _left_out(doc: Doc, share: Share) -> Problem:
    reason = "this share is of a part of those who were asked, and no words tell what it answers"
    return Problem("group-share", reason, span_of(doc, share.start, share.end))


def _ask_named(doc: Doc, survey: Survey, shares: list[Share]) -> None:
    """Take "46 percent of *Israelis*" as those who were asked where nothing else tells."""
    for share in shares:
        if share.of is None or survey.population is not None or not share.is_answer:
            continue
        if any(t.ent_type_ in PEOPLE for t in doc[share.of[0] + 1 : share.of[1]]):
            survey.population = phrase(doc, share.of[0] + 1, share.of[1])


def _parts(doc: Doc, sentence: Span) -> Iterator[Span]:
    """A sentence, or its parts where what stands behind a ";" is what somebody else found."""
    at, words = sentence.start, lower_of(doc)
    for i in range(sentence.start, sentence.end):
        if words[i] == ";" and finder(doc, doc[i + 1 : sentence.end]) is not None:
            yield doc[at:i]
            at = i + 1
    yield doc[at : sentence.end]


def _paragraphs(doc: Doc) -> Iterator[list[Span]]:
    out: list[Span] = []
    for sentence in doc.sents:
        text = text_of(doc)[sentence.start_char : sentence.end_char]
        if not text.strip():
            continue
        out += _parts(doc, sentence)
        if "\n" in text[len(text.rstrip()) :] or sentence.end == len(doc):
            yield out
            out = []
    if out:
        yield out
