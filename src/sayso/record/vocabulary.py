"""The closed word lists of the record: the values a field may take, in the guide's order."""

from __future__ import annotations

from typing import Literal, get_args

SourceType = Literal[
    "person", "role", "organisation", "state", "group", "media", "document", "unknown"
]
Manner = Literal["direct", "indirect", "mixed"]
Act = Literal[
    "states", "confirms", "denies", "accuses", "demands", "asks", "offers",
    "promises", "threatens", "warns", "estimates", "believes", "agrees", "rejects",
]  # fmt: skip
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Status = Literal["happened", "ongoing", "planned", "demanded", "threatened", "possible", "negated"]
Measure = Literal[
    "killed", "injured", "missing", "taken", "held", "freed", "arrested", "displaced",
    "evacuated", "deployed", "present", "launched", "intercepted", "destroyed", "struck",
    "share", "other",
]  # fmt: skip
Scope = Literal["event", "window", "total"]
ProposalState = Literal[
    "offered", "under-negotiation", "accepted", "rejected", "in-force", "broken", "expired",
    "unknown",
]  # fmt: skip
StanceKind = Literal["accepts", "rejects", "conditional", "undecided"]
Precision = Literal["point", "city", "admin", "country"]
Grain = Literal["hour", "day", "week", "month", "year"]
TimeKind = Literal["exact", "approximate", "open", "unresolved"]

SOURCE_TYPES: tuple[str, ...] = get_args(SourceType)
MANNERS: tuple[str, ...] = get_args(Manner)
ACTS: tuple[str, ...] = get_args(Act)
EVENT_TYPES: tuple[str, ...] = get_args(EventType)
STATUSES: tuple[str, ...] = get_args(Status)
MEASURES: tuple[str, ...] = get_args(Measure)
SCOPES: tuple[str, ...] = get_args(Scope)
PROPOSAL_STATES: tuple[str, ...] = get_args(ProposalState)
STANCES: tuple[str, ...] = get_args(StanceKind)
PRECISIONS: tuple[str, ...] = get_args(Precision)
GRAINS: tuple[str, ...] = get_args(Grain)
TIME_KINDS: tuple[str, ...] = get_args(TimeKind)

#: PLOVER mode, by event type (PLOVER manual, draft 2.0, February 2024).
MODES: dict[str, tuple[str, ...]] = {
    "CONSULT": ("visit", "third-party", "multilateral", "phone"),
    "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    "REQUEST": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "investigate", "allege"),
    "REJECT": ("assist", "change", "yield", "meet"),
    "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": (
        "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold",
        "misinformation", "cyber",
    ),
    "ASSAULT": (
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms",
        "explosives", "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control",
        "unconventional",
    ),
}  # fmt: skip

#: The statuses of an event that has taken or is taking place; all others are not (yet) real.
REAL_STATUSES = frozenset({"happened", "ongoing"})
