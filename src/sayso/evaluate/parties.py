"""Gold parties to the share that is grounded right: ``python -m sayso.evaluate.parties FOLDER``.

FOLDER holds ``actors/actor_cases.jsonl`` (a phrase with its country and sector) and
``current-events/items.jsonl`` (items with links to articles). A case is right where every field
that it states comes out. Of every eighth item, 1,000 at the most, each link is taken whose
article's title is a state, person or body of the table; it is right where the surface
words alone, or the words read within the item, give the country that the title has.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sayso.errors import InputError, SaysoError
from sayso.evaluate.tally import Tally
from sayso.ground.parties import who
from sayso.ground.party_report import resolve_parties
from sayso.ground.party_table import party_table
from sayso.ground.party_words import key_of
from sayso.record.grounding import Actor
from sayso.record.span import Span

#: Codes of international bodies, which the cases give as a country and the record as a sector.
_INTERNATIONAL = frozenset({"UNO", "EUR", "IGO"})
_KINDS = ("body", "person", "state")
ITEMS, EVERY = 1000, 8


@dataclass
class Scores:
    """The tallies, and the phrases of the cases that came out wrong."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def add(self, name: str, is_right: bool, is_found: bool) -> None:
        """Count one phrase more."""
        self.tallies.setdefault(name, Tally()).add(is_right, is_found, 1)


def score_parties(folder: Path) -> Scores:
    """Return the scores of both sets; InputError where a file is missing or not as expected."""
    scores = Scores()
    for case in _lines(folder / "actors" / "actor_cases.jsonl"):
        _score_case(case, scores)
    for number, item in enumerate(_lines(folder / "current-events" / "items.jsonl")):
        if number % EVERY == 0 and number < ITEMS * EVERY:
            _score_item(item, scores)
    return scores


def _score_case(case: Mapping[str, object], scores: Scores) -> None:
    if "country" not in case and "code_1" not in case:
        return
    phrase = str(case["actor"])
    found = who(phrase, context=str(case.get("context") or "") or None)
    country, sector = _codes(found)
    rights = {
        "cases, country": country == case.get("country", country),
        "cases, sector": sector == case.get("code_1", sector),
    }
    rights["cases, both"] = all(rights.values())
    for name, is_right in rights.items():
        scores.add(name, is_right, bool(country or sector))
    if not rights["cases, both"]:
        wanted = f"{case.get('country', '*')} {case.get('code_1', '*')}"
        scores.wrong.append(f"{phrase} | wanted {wanted} | found {country} {sector}")


def _codes(actor: Actor | None) -> tuple[str, str]:
    if actor is None:
        return "", ""
    sector = actor.sector or ""
    return actor.country or (sector if sector in _INTERNATIONAL else ""), sector


def _score_item(item: Mapping[str, object], scores: Scores) -> None:
    text, day = str(item["text"]), str(item["date"])
    links = item["links"]
    if not isinstance(links, list):
        return
    spans: list[Span] = []
    golds: list[tuple[str, str]] = []
    for link in links:
        gold = _gold(str(link["title"]))
        if gold is not None:
            golds.append(gold)
            spans.append(Span.of(text, link["start"], link["end"]))
    within = resolve_parties(spans, text, published=day)
    for span, (kind, country), actor in zip(spans, golds, within, strict=True):
        alone = who(span.text, published=day)
        for name, found in (("words alone", alone), ("in the item", actor)):
            code = found.country if found else None
            for group in (kind, "all"):
                scores.add(f"links, {group}, {name}", code == country, code is not None)


def _gold(title: str) -> tuple[str, str] | None:
    """Return the kind and country of the one party that a title names, None where it has none."""
    entries = party_table().names.get(key_of(title), [])
    found = {(e.kind, e.country) for e in entries if e.country and e.kind in _KINDS}
    return min(found) if len({country for _, country in found}) == 1 else None


def _lines(path: Path) -> Iterator[Mapping[str, object]]:
    try:
        with path.open(encoding="utf-8") as file:
            for line in file:
                yield json.loads(line)
    except (OSError, ValueError) as failed:
        raise InputError(
            f"{path} cannot be read: {failed}", "give the folder of the data"
        ) from failed


def main(arguments: list[str]) -> int:
    """Print the scores of a folder of gold parties; with ``--wrong``, the wrong cases too."""
    paths = [a for a in arguments if not a.startswith("--")]
    if len(paths) != 1:
        print("usage: python -m sayso.evaluate.parties FOLDER [--wrong]", file=sys.stderr)
        return 2
    try:
        scores = score_parties(Path(paths[0]))
    except SaysoError as failed:
        print(failed, file=sys.stderr)
        return 1
    print(f"{'':36}right found total  per cent right")
    for name, tally in sorted(scores.tallies.items()):
        print(f"{name:36}{tally.hit:5} {tally.found:5} {tally.gold:5}  {tally.recall:5.1f}")
    if "--wrong" in arguments:
        print("\n".join(scores.wrong))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
