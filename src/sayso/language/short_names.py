"""Short names that are made of the first letters of a name: "the ORF", "the Orla Relief Front"."""

from __future__ import annotations

import re

#: A short name has so many letters at least.
SHORTEST = 2
#: A name of several words, some of them small.
NAME_AT_END = re.compile(r"[A-Z][\w'’-]*(?: (?:(?:of|for|the|and|in|on|de|al) )*[A-Z][\w'’-]*)+$")


def short_name(name: str) -> str | None:
    """Return the letters of a name that is all capitals, without article and dots, or None."""
    letters = name.removeprefix("the ").removeprefix("The ").replace(".", "")
    is_short = letters.isupper() and letters.isalpha() and len(letters) >= SHORTEST
    return letters if is_short else None


def name_at_end(words: str) -> tuple[int, str] | None:
    """Return where the words that begin with a capital and stand in a row at the end begin, and
    their first letters; None where they are fewer than two.
    """
    name = NAME_AT_END.search(words)
    if name is None:
        return None
    return name.start(), "".join(w[0] for w in name[0].split() if w[0].isupper())
