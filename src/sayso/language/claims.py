"""Nouns for what somebody has said, which another may call untrue."""

from __future__ import annotations

SAID = frozenset({"account", "assertion", "claim", "report", "rumor", "rumour", "story", "talk"})
CHARGES = frozenset({"accusation", "allegation", "charge", "insinuation"})
