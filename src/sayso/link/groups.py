"""Pairs that belong together to groups (union-find)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Groups(Generic[T]):
    """Groups of members; every member begins in a group of its own."""

    def __init__(self, members: Iterable[T]) -> None:
        self._parent: dict[T, T] = {member: member for member in members}
        self._group: dict[T, list[T]] = {member: [member] for member in self._parent}

    def find(self, member: T) -> T:
        """Return the member that stands for the group; KeyError for a stranger."""
        root = member
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[member] != root:
            self._parent[member], member = root, self._parent[member]
        return root

    def group(self, member: T) -> list[T]:
        """Return the members of the group that a member is in."""
        return self._group[self.find(member)]

    def join(self, a: T, b: T) -> None:
        """Put the groups of two members together."""
        one, two = self.find(a), self.find(b)
        if one == two:
            return
        if len(self._group[one]) < len(self._group[two]):
            one, two = two, one
        self._parent[two] = one
        self._group[one] += self._group.pop(two)

    def all(self) -> list[list[T]]:
        """Return the groups, in the order of their first members."""
        seen: dict[T, list[T]] = {}
        for member in self._parent:
            seen.setdefault(self.find(member), []).append(member)
        return list(seen.values())
