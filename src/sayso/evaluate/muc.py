"""MUC-3/4 newspaper reports to the scores of the (type, stage) pairs that their templates have.

How a report's events are reduced to pairs (a pair counts once a report):
  * BOMBING: ASSAULT with mode explosives or suicide-attack, or a trigger of the words of bombs.
    KIDNAPPING: mode abduct, or a trigger "kidnap", "abduct", "hostage". ARSON: a trigger of the
    words of fire. HIJACKING, ROBBERY: a trigger of those words, whatever the type. FORCED WORK
    STOPPAGE: PROTEST strike that was forced. ATTACK: every other ASSAULT.
  * ACCOMPLISHED: happened or ongoing. ATTEMPTED: negated, and the words around the trigger tell of
    an attempt that failed ("tried", "foiled", "defused"); also a murder "attempt". THREATENED: the
    status threatened, and THREATEN with mode violence (ATTACK, or the type that its words name).
    Planned, demanded, possible and denied events give no pair.
  * What the templates leave out by their own rules is left out: what hits nobody that is told,
    events that hit none but armed men, and the air raids and artillery of armies. An ATTACK near a
    pair of another type, or on the same man, is part of that (the rules ask for ATTACK only where
    no other type fits).

A template marked OPTIONAL is neither missed nor wrong; of types written as alternatives either
is right. Templates know what is recent, specific and political; this reduction does not, so its
precision stays low by nature.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sayso.errors import InputError, SaysoError
from sayso.evaluate.found import find
from sayso.evaluate.tally import Tally
from sayso.parse.model import Model, model
from sayso.record.findings import Event
from sayso.record.reading import Reading

Pair = tuple[str, str]
#: The parts that are measured, with the files of texts and of keys.
PARTS = {"tst1": ("tst1-muc3", "key-tst1.v7"), "tst2": ("tst2-muc4", "key-tst2.v4")}
TYPE_WORDS = {
    "BOMBING": re.compile(r"bomb|explo|blast|dynamit|detonat|grenade|mine\b", re.I),
    "KIDNAPPING": re.compile(r"kidnap|abduct|hostage", re.I),
    "ARSON": re.compile(r"arson|burn|set .*fire|torch|ablaze", re.I),
    "HIJACKING": re.compile(r"hijack", re.I),
    "ROBBERY": re.compile(r"\brob|steal|stole|loot", re.I),
    "FORCED WORK STOPPAGE": re.compile(r"stoppage|armed strike", re.I),
}
MODE_TYPES = {"explosives": "BOMBING", "suicide-attack": "BOMBING", "abduct": "KIDNAPPING"}
FAILED = re.compile(
    r"\battempt|\btried\b|\bfoil|\bfail|\bdefus|\bdeactivat|\bthwart|\bunharmed", re.I
)
ARMED = re.compile(
    r"guerrilla|rebel|soldier|troop|army|armed forces|military|police|fighter|battalion|patrol"
    r"|subversive|combatant|trafficker|officer|sergeant|lieutenant|marine|national guard|terrorist",
    re.I,
)
OF_ARMIES = frozenset({"aerial", "drone", "heavy-weapons"})
#: Characters before and behind a trigger in which an attempt is looked for.
AROUND = 80
#: Harm within so many characters of a bombing, a kidnapping ... belongs to it.
NEAR = 250
#: Words longer than this name a man.
LONG = 5
_ID = re.compile(r"^(?:TST\d|DEV)-MUC\d-\d{4}.*$", re.M)
_SLOT = re.compile(r"^(\d+)\.\s+[A-Z :]+?\s{2,}(.*)$")


@dataclass
class Key:
    """What the templates of one report say: sets of alternatives, wanted and optional."""

    wanted: list[frozenset[Pair]] = field(default_factory=list)
    optional: list[frozenset[Pair]] = field(default_factory=list)


def read_texts(path: Path) -> dict[str, str]:
    """Return the reports of a file by id, each paragraph on a line of its own."""
    raw = _read(path)
    heads = list(_ID.finditer(raw))
    ends = [h.start() for h in heads[1:]] + [len(raw)]
    return {
        head[0].split()[0]: _unwrapped(raw[head.end() : end])
        for head, end in zip(heads, ends, strict=True)
    }


def _unwrapped(body: str) -> str:
    _, _, told = body.rpartition("[TEXT]")
    return "\n\n".join(" ".join(p.split()) for p in re.split(r"\n\s*\n", told) if p.strip())


def read_keys(path: Path) -> dict[str, Key]:
    """Return the pairs of a file of keys by report; reports without an incident have none."""
    keys: dict[str, Key] = {}
    for slots in _templates(_read(path)):
        key = keys.setdefault(slots["0"].split()[0], Key())
        if slots["1"].startswith("*"):
            continue
        kinds, stages = (
            [part.strip() for part in slots[n].split("/") if part.strip()] for n in ("4", "5")
        )
        pairs = frozenset((k, s) for k in kinds for s in stages)
        (key.optional if "OPTIONAL" in slots["1"] else key.wanted).append(pairs)
    return keys


def _templates(raw: str) -> Iterator[dict[str, str]]:
    slots: dict[str, str] = {}
    for line in raw.splitlines():
        found = _SLOT.match(line)
        if found and found[1] == "0" and slots:
            yield slots
            slots = {}
        if found:
            slots[found[1]] = found[2]
    if slots:
        yield slots


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="latin-1")
    except OSError as fault:
        raise InputError(f"no file {path}", "give the folder with tst1/ and tst2/") from fault


def pairs_of(text: str, reading: Reading) -> set[Pair]:
    """Return the (type, stage) pairs that a reading tells (see the head of this file)."""
    told = [
        (kind, stage, event)
        for event in reading.events
        if (kind := _type(event)) and (stage := _stage(text, event))
        if event.target or stage == "THREATENED"
    ]
    special = [e for kind, _, e in told if kind != "ATTACK"]
    return {
        (kind, stage)
        for kind, stage, event in told
        if kind != "ATTACK" or not (_is_war(event) or any(_is_of(event, e) for e in special))
    }


def _is_of(harm: Event, event: Event) -> bool:
    """Tell whether harm belongs to a bombing, kidnapping ...: told near it, or of the same man."""
    near = abs(harm.trigger.start - event.trigger.start) <= NEAR
    names = {w for t in harm.target for w in t.text.split() if len(w) > LONG}
    return near or any(w in names for t in event.target for w in t.text.split())


def _type(event: Event) -> str | None:
    told = next((k for k, words in TYPE_WORDS.items() if words.search(event.trigger.text)), None)
    if event.type == "ASSAULT":
        return told or MODE_TYPES.get(event.mode or "", "ATTACK")
    if event.type == "THREATEN" and event.mode in (None, "violence"):
        return "ATTACK"
    return told if told in ("KIDNAPPING", "HIJACKING", "ROBBERY", "FORCED WORK STOPPAGE") else None


def _stage(text: str, event: Event) -> str | None:
    if event.type == "THREATEN" or event.status == "threatened":
        return "THREATENED"
    start, end = max(0, event.trigger.start - AROUND), event.trigger.end + AROUND
    if event.status == "negated":
        return "ATTEMPTED" if FAILED.search(text[start:end]) else None
    return "ACCOMPLISHED" if event.status in ("happened", "ongoing") else None


def _is_war(event: Event) -> bool:
    """An army's fire, or a fight in which only armed men are hit."""
    if not event.target:
        return False
    return event.mode in OF_ARMIES or all(ARMED.search(t.text) for t in event.target)


def score_part(folder: Path, part: str, using: Model) -> dict[str, Tally]:
    """Return the tallies of one part ("tst1", "tst2"): all pairs, the types alone, each stage."""
    texts, keys = (folder / part / name for name in PARTS[part])
    plain, gold = read_texts(texts), read_keys(keys)
    tallies = {n: Tally() for n in ("type and stage", "type", "accomplished", "not accomplished")}
    for id, key in gold.items():
        text = plain[id]
        add(tallies, key, pairs_of(text, find(text, using)))
    return tallies


def add(tallies: dict[str, Tally], key: Key, found: set[Pair]) -> None:
    """Count one report more."""
    done = {p for p in found if p[1] == "ACCOMPLISHED"}
    _count(tallies["type and stage"], key, found, lambda pair: True)
    _count(tallies["type"], _typed(key), {(k, "") for k, _ in found}, lambda pair: True)
    _count(tallies["accomplished"], key, done, lambda pair: pair[1] == "ACCOMPLISHED")
    _count(tallies["not accomplished"], key, found - done, lambda pair: pair[1] != "ACCOMPLISHED")


def _typed(key: Key) -> Key:
    """Return a key without stages."""
    wanted, optional = (
        [frozenset((kind, "") for kind, _ in pairs) for pairs in templates]
        for templates in (key.wanted, key.optional)
    )
    return Key(wanted, optional)


def _count(tally: Tally, key: Key, found: set[Pair], counts: Callable[[Pair], bool]) -> None:
    """Pair each template with a found pair at most; pairs of optional templates do not count."""
    wanted = [t for t in key.wanted if any(map(counts, t))]
    # Templates with the same pairs are one: a report has a pair or has it not.
    unique = list(dict.fromkeys(wanted))
    hit = [t for t in unique if t & found]
    used = {p for t in hit for p in t}
    free = {p for t in (*key.optional, *key.wanted) for p in t} - used
    tally.add(len(hit), len(hit) + len(found - used - free), len(unique))


def muc_lines(folder: Path, using: Model) -> list[str]:
    """Return the table of both parts; InputError where their files are missing."""
    return [
        tally.row(f"{part} {name}")
        for part in PARTS
        for name, tally in score_part(folder, part, using).items()
    ]


def main() -> None:
    """Print the table for the folder that is given, with the weights in a second one if given."""
    try:
        folder = Path(sys.argv[1] if len(sys.argv) > 1 else "")
        using = model(Path(sys.argv[2])) if len(sys.argv) > 2 else model()
        print("\n".join(muc_lines(folder, using)))
    except SaysoError as error:
        raise SystemExit(f"{error.code}: {error}") from error


if __name__ == "__main__":
    main()
