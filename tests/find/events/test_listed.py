"""Items of a list are done by whoever the sentence above the list says did them."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from sayso.find.events.listed import with_doers_of_lists
from sayso.language.spans import span_of
from sayso.parse.tokens import blank
from sayso.record.findings import Event
from sayso.record.span import Span

ABOVE = "On Monday jets of Orla flew two strikes over Brest :"
LIST = ["- Near Brest a strike burnt a depot .", "- Near Lund a strike holed a road ."]


def doc_of(lines: list[str]) -> Doc:
    """A Doc whose lines are sentences; all words of a line hang on its first verb or word."""
    words: list[str] = []
    heads: list[int] = []
    for line in lines:
        own = [*line.split(" "), "\n"]
        root = len(words) + next((k for k, w in enumerate(own) if w.startswith("strike")), 0)
        heads += [root] * len(own)
        words += own
    lemmas = [w.lower().rstrip("s") for w in words]
    deps = ["root" if h == n else "dep" for n, h in enumerate(heads)]
    spaces = [w != "\n" and after != "\n" for w, after in zip(words, [*words[1:], ""], strict=True)]
    return Doc(blank().vocab, words, spaces=spaces, heads=heads, deps=deps, lemmas=lemmas)


def read(lines: list[str], *doers: str) -> list[tuple[list[str], str | None]]:
    """Doers and time of the strikes of a text, where those above the list have these doers."""
    doc = doc_of(lines)
    at = [t.i for t in doc if t.lower_.startswith("strike")]
    day = next((t.i for t in doc if t.text == "Monday"), None)
    events = [event(span_of(doc, i, i + 1)) for i in at]
    for n, name in enumerate(doers):
        i = next(t.i for t in doc if t.text == name)
        time = span_of(doc, day, day + 1) if day is not None else None
        events[n] = replace(events[n], actor=(span_of(doc, i, i + 1),), time=time)
    return [([a.text for a in e.actor], e.time and e.time.text)
            for e in with_doers_of_lists(doc, events)]  # fmt: skip


def event(trigger: Span) -> Event:
    return Event("", trigger, "ASSAULT", None, (), (), None, None, "happened", (), "test", 0.9)


def test_items_have_the_doer_and_day_of_the_sentence_above() -> None:
    assert read([ABOVE, *LIST], "Orla") == [(["Orla"], "Monday")] * 3


def test_lines_that_are_no_items_and_single_items_are_left_as_they_are() -> None:
    assert read([ABOVE, *(line[2:] for line in LIST)], "Orla")[1:] == [([], None)] * 2
    assert read([ABOVE, LIST[0]], "Orla")[1:] == [([], None)]


def test_nobody_is_made_the_doer_where_nobody_is_told_above() -> None:
    assert read([ABOVE, *LIST]) == [([], None)] * 3


def test_the_sentence_that_names_the_heading_of_a_list_goes_first() -> None:
    lines = ["Orla flew a strike in Skane .", "Minsk flew a strike in Jutland ."]
    under = [*lines, "Skane", *LIST, "Jutland", *LIST]
    doers = [names for names, _ in read(under, "Orla", "Minsk")]
    assert doers == [["Orla"], ["Minsk"], ["Orla"], ["Orla"], ["Minsk"], ["Minsk"]]
