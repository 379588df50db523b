"""A mention and the text behind it to the short form in brackets that the report tells for it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.ground.party_phrase import Sense
from sayso.ground.party_table import Table
from sayso.ground.party_words import Word, key_of
from sayso.record.span import Span

#: "D-Ohio" tells of whose party and state somebody is.
_SHORT = r"[\"“'’‘]?((?![A-Z]-)[A-Z][A-Za-z0-9/&.-]{1,9})[\"”'’‘]?"
_AFTER = re.compile(rf"\s*\(\s*{_SHORT}\s*[),;]")
_INSIDE = re.compile(rf"\(\s*{_SHORT}\s*\)")
#: What closes a dateline behind the brackets: "OSLO (AP) -".
_DASH = re.compile(r"\s*[-–—_]+\s")


def short_form(
    mention: Span, text: str, words: Sequence[Word], sense: Sense, table: Table
) -> str | None:
    """Return the short form told for a mention, None where the brackets hold something else.

    A dateline's brackets hold an agency. What the table knows as another party, and what stands
    behind what may be a person's name, must be made of its first letters: not "Ana Roe (SPD)".
    """
    if len(words) < 2:
        return None
    inside = _INSIDE.search(mention.text) if "(" in mention.text else None
    match = inside or _AFTER.match(text, mention.end)
    if match is None:
        return None
    opens_line = text[mention.start - 1 : mention.start] in ("", "\n")
    if opens_line and not inside and _DASH.match(text, match.end()):
        return None
    short = match.group(1)
    others = [e for e in table.names.get(key_of(short), ()) if e.id != sense.actor.id]
    if (others or sense.person) and not _is_made_of(short, words):
        return None
    return short


def _is_made_of(short: str, words: Sequence[Word]) -> bool:
    """Tell whether the letters of a short form are first letters of the words, in their order."""
    firsts = iter([word.low[0] for word in words])
    return all(letter in firsts for letter in short.lower() if letter.isalnum())
