"""A proposal while it is put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.find.proposals.names import Mention
from sayso.find.proposals.states import Sign
from sayso.record.findings import Stance, Term
from sayso.record.reading import Problem
from sayso.record.span import Span


@dataclass
class Draft:
    """A proposal while it is put together: its mentions, then what the rules find for it."""

    mentions: list[Mention]
    terms: list[Term] = field(default_factory=list)
    by: list[Span] = field(default_factory=list)
    to: list[Span] = field(default_factory=list)
    through: list[Span] = field(default_factory=list)
    stances: list[Stance] = field(default_factory=list)
    signs: list[Sign] = field(default_factory=list)
    implied: set[str] = field(default_factory=set)
    answered: list[Span] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    #: Nothing names it: it is made of terms that the encoder marked (loose.py).
    loose: bool = False

    @property
    def kinds(self) -> set[str]:
        """The kinds of the words that name it."""
        return {m.kind for m in self.mentions}

    @property
    def marks(self) -> frozenset[str]:
        """The words that tell it from other proposals."""
        return frozenset().union(*(m.marks for m in self.mentions))

    @property
    def lemmas(self) -> set[str]:
        """The nouns that name it."""
        return {m.head.lemma_.lower() for m in self.mentions}

    def covers(self, token: int) -> bool:
        """Tell whether a token is the head of one of the mentions."""
        return any(m.head.i == token for m in self.mentions)
