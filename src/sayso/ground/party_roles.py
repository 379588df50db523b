"""Head nouns and small words of party phrases, with the sector that each tells."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sayso.ground.party_words import party_rows


@dataclass(frozen=True, slots=True)
class Role:
    """A head noun ("police officer") and what it tells of the party.

    ``takes``: "org" has the sector of the body named with it ("Hamas official"), "same" stands for
    that body itself ("M23 rebels"), "state" tells a sector only where a state is named ("Israeli
    strikes"). ``with_state`` is the sector where a country is known; ``office`` the office that
    the words name; ``plural`` whether they stand in the plural.
    """

    words: str
    sector: str | None
    takes: frozenset[str]
    with_state: str | None
    office: str
    plural: bool = False


@cache
def roles() -> dict[str, Role]:
    """Return the roles by their words in lower case, singular and plural."""
    found: dict[str, Role] = {}
    for words, sector, takes, with_state, office in party_rows("party_roles"):
        role = Role(words, sector or None, frozenset(takes.split()), with_state or None, office)
        found.setdefault(plural(words), Role(*_fields(role), plural=True))
        found[words] = role
    return found


def _fields(role: Role) -> tuple[str, str | None, frozenset[str], str | None, str]:
    return role.words, role.sector, role.takes, role.with_state, role.office


@cache
def longest_role() -> dict[str, int]:
    """Return, for each first word, how many words the longest role that begins with it has."""
    found: dict[str, int] = {}
    for words in roles():
        first, count = words.split(" ", 1)[0], words.count(" ") + 1
        found[first] = max(found.get(first, 0), count)
    return found


@cache
def particles(kind: str) -> frozenset[str]:
    """Return the small words of one kind: determiner former link against preposition stop."""
    return frozenset(word for word, of in party_rows("party_particles") if of == kind)


def plural(words: str) -> str:
    """Return the plural of a noun phrase whose last word is its head."""
    if words.startswith(("minister of", "secretary of", "member of", "prisoner of", "chief of")):
        first, rest = words.split(" ", 1)
        return f"{first}s {rest}"
    if words.endswith("man"):
        return words[:-3] + "men"
    if words.endswith("y") and words[-2] not in "aeiou":
        return words[:-1] + "ies"
    if words.endswith(("s", "sh", "ch", "x")):
        return words if words.endswith("s") else words + "es"
    return words + "s"
