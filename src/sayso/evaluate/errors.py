"""Gold marks and found readings to groups of misses with their counts, the commonest first.

A statement or event that gold has and no found one is paired with is missed, by the kind of its
word (verb, noun, other); one that gold lacks is extra. Of a pair each field that does not agree (as
``evaluate.gold`` counts it) is a miss of its own, in the first group that fits:
  * source: missing, not asked for, a pronoun left, a piece (some words shared), far (its sentence
    is not the cue's), another party;
  * content: broken otherwise (another number of parts), too long, too short, elsewhere;
  * act, type and status: what was taken for what;
  * actor, target, place, time: missing, not asked for, a piece, another, too many or too few.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from spacy.tokens import Doc

from sayso.errors import InputError, SaysoError
from sayso.evaluate.gold import agree, pairs, read_gold, read_texts
from sayso.find.events.events import find_events
from sayso.find.statements.statements import find_statements
from sayso.language.pronouns import is_pronoun
from sayso.language.spans import tokens_of
from sayso.parse.document import parse
from sayso.parse.model import FOLDER, Model, model
from sayso.record.findings import Event, Statement
from sayso.record.reading import Reading
from sayso.record.span import Span

#: Groups that are printed of each kind.
SHOWN = 10
KINDS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADV": "adverb"}
#: The agreement that a content must reach, as in evaluate.gold.
CONTENT_FLOOR = 0.7


def statement_misses(
    doc: Doc, gold: Sequence[Statement], found: Sequence[Statement]
) -> Iterator[str]:
    """Yield the group of every miss among the statements of a text."""
    both = pairs(gold, found)
    yield from _unpaired(doc, "cue", [s.cue for s in gold], [a.cue for a, _ in both], "missed")
    yield from _unpaired(doc, "cue", [s.cue for s in found], [b.cue for _, b in both], "extra")
    for a, b in both:
        if not agree(doc.text, [a.source], [b.source]):
            yield f"source: {_source(doc, a, b)}"
        if not agree(doc.text, a.content, b.content, CONTENT_FLOOR):
            yield f"content: {_content(a, b)}"
        if a.act != b.act:
            yield f"act: {a.act} taken for {b.act}"


def event_misses(doc: Doc, gold: Sequence[Event], found: Sequence[Event]) -> Iterator[str]:
    """Yield the group of every miss among the events of a text."""
    both = pairs(gold, found)
    missed, extra = [a.trigger for a, _ in both], [b.trigger for _, b in both]
    yield from _unpaired(doc, "trigger", [e.trigger for e in gold], missed, "missed")
    yield from _unpaired(doc, "trigger", [e.trigger for e in found], extra, "extra")
    for a, b in both:
        if a.type != b.type:
            yield f"type: {a.type} taken for {b.type}"
        elif a.status != b.status:
            yield f"status: {a.status} taken for {b.status}"
        for role, x, y in _roles(a, b):
            if not agree(doc.text, x, y):
                yield f"{role}: {_argument(x, y)}"


def _roles(a: Event, b: Event) -> Iterator[tuple[str, Sequence[Span], Sequence[Span]]]:
    yield "actor", a.actor, b.actor
    yield "target", a.target, b.target
    yield "place", _one(a.place), _one(b.place)
    yield "time", _one(a.time), _one(b.time)


def _one(span: Span | None) -> tuple[Span, ...]:
    return (span,) if span else ()


def _unpaired(
    doc: Doc, what: str, all_: Sequence[Span], paired: Sequence[Span], name: str
) -> Iterator[str]:
    for span in all_:
        if span not in paired:
            start, end = tokens_of(doc, span)
            yield f"{what} {name}: {KINDS.get(doc[start:end].root.pos_, 'other word')}"


def _source(doc: Doc, gold: Statement, found: Statement) -> str:
    if found.source is None:
        return "missing"
    if gold.source is None:
        return "not asked for"
    if is_pronoun(doc, *tokens_of(doc, found.source)):
        return "a pronoun left"
    if gold.source.overlaps(found.source):
        return "a piece"
    cue, source = (doc[tokens_of(doc, s)[0]].sent for s in (gold.cue, gold.source))
    return "far from its cue" if cue != source else "another party"


def _content(gold: Statement, found: Statement) -> str:
    if not any(x.overlaps(y) for x in gold.content for y in found.content):
        return "elsewhere"
    if len(gold.content) != len(found.content):
        return "broken otherwise"
    long, short = (sum(s.end - s.start for s in x.content) for x in (found, gold))
    return "too long" if long > short else "too short"


def _argument(gold: Sequence[Span], found: Sequence[Span]) -> str:
    if not gold or not found:
        return "not asked for" if found else "missing"
    if not any(x.overlaps(y) for x in gold for y in found):
        return "another"
    if len(gold) != len(found):
        return "too many" if len(found) > len(gold) else "too few"
    return "a piece"


def count_misses(
    texts: dict[str, dict[str, str]], gold: dict[str, Reading], using: Model
) -> tuple[Counter[str], Counter[str]]:
    """Return the groups of misses among the statements and among the events, with counts."""
    said: Counter[str] = Counter()
    done: Counter[str] = Counter()
    for id, marks in gold.items():
        doc = parse(texts[id]["text"], using)
        statements = find_statements(doc)
        said.update(statement_misses(doc, marks.statements, statements))
        done.update(event_misses(doc, marks.events, find_events(doc, statements)))
    return said, done


def error_lines(files: Iterable[tuple[Path, Path]], using: Model) -> list[str]:
    """Return the commonest groups of misses of each kind over files of texts and of gold.

    Raises InputError where a file is absent.
    """
    wanted = [0, 0]
    totals: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for texts, gold in files:
        plain = read_texts(texts)
        if not gold.exists():
            raise InputError(f"no gold at {gold}", "give the path of a *.gold.jsonl file")
        marks = read_gold(gold, plain)
        for total, some in zip(totals, count_misses(plain, marks, using), strict=True):
            total.update(some)
        wanted[0] += sum(len(r.statements) for r in marks.values())
        wanted[1] += sum(len(r.events) for r in marks.values())
    lines = []
    for name, of, counts in zip(("statements", "events"), wanted, totals, strict=True):
        lines.append(f"{name}: {of} in gold, {counts.total()} misses")
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        lines += [f"{n:6}  {group}" for group, n in ranked[:SHOWN]]
    return lines


def main() -> None:
    """Print the groups for files TEXTS GOLD [TEXTS GOLD ...]."""
    reader = ArgumentParser(description=main.__doc__)
    reader.add_argument("files", type=Path, nargs="+", help="texts and gold, in turn")
    reader.add_argument("--weights", type=Path, default=FOLDER, help="other weights")
    given = reader.parse_args()
    try:
        files = zip(given.files[::2], given.files[1::2], strict=False)
        print("\n".join(error_lines(files, model(given.weights))))
    except SaysoError as fault:
        raise SystemExit(f"{fault.code}: {fault}") from fault


if __name__ == "__main__":
    main()
