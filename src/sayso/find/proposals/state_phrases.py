"""Set phrases to the state of a proposal that they tell: "took effect", "ran its course"."""

from __future__ import annotations

import re

#: Nouns behind a verb that tell the state with it: "took effect", "ran its course".
SET_PHRASES = {
    ("take", "effect"): "in-force", ("come", "effect"): "in-force", ("come", "force"): "in-force",
    ("go", "effect"): "in-force", ("go", "force"): "in-force", ("enter", "force"): "in-force",
    ("be", "force"): "in-force", ("remain", "force"): "in-force", ("stay", "force"): "in-force",
    ("be", "effect"): "in-force", ("remain", "effect"): "in-force", ("be", "place"): "in-force",
    ("remain", "place"): "in-force", ("run", "course"): "expired", ("come", "end"): "expired",
    ("run", "out"): "expired", ("fall", "apart"): "broken", ("break", "down"): "broken",
    ("fall", "pieces"): "broken", ("break", "up"): "broken",
    ("fall", "through"): "broken", ("be", "dead"): "broken", ("be", "over"): "expired",
    ("be", "valid"): "in-force", ("remain", "valid"): "in-force", ("stay", "valid"): "in-force",
    ("remain", "unanswered"): "offered", ("be", "table"): "offered", ("remain", "table"): "offered",
    ("be", "discussion"): "under-negotiation", ("be", "consideration"): "under-negotiation",
    ("work", "on"): "under-negotiation", ("push", "for"): "under-negotiation",
    ("withdraw", "from"): "broken", ("pull", "from"): "broken", ("walk", "from"): "broken",
    ("throw", "out"): "rejected",
}  # fmt: skip
_BY_STATE = {
    "in-force": (
        r"(?:took|takes?|taking|gone|goes|went|comes?|came|enters?|entered) "
        r"(?:in |into )?(?:effect|force)",
        r"(?:is|are|was|were|been|remains?|remained|stays?|stayed) "
        r"(?:still )?(?:in (?:force|effect|place)|valid)",
        r"(?:has|have|is|was) (?:been )?(?:largely |mostly )?(?:held|holding|observed)",
        r"(?:takes?|took|taken) hold",
        r"^into (?:force|effect|operation|practice)",
        r"(?:comes?|came|goes|went|gone) into (?:operation|practice)",
        r"from paper to",
        r"(?:expires|lapses|runs out) (?:on|in|next|this) ",
    ),
    "expired": (r"(?<!to have )(?:expired|lapsed|(?:expires|lapses)(?! (?:on|in|next|this) ))",
                r"(?:run|runs|ran) out",
                r"(?:run|ran) its course",
                r"(?:comes?|came) to an end", r"(?:was|were) (?:not|never) (?:renewed|prolonged)"),
    "broken": (r"collapse[sd]|(?:falls?|fell|fallen) (?:apart|to pieces)",
               r"(?:breaks?|broke) (?:down|up)",
               r"unravel\w+",
               r"(?:was|were|been) (?:broken|violated|breached|suspended|torn up|scrapped)",
               r"(?:was|were|has|have) never (?:been )?"
               r"(?:applied|carried out|honou?red|implemented|put into (?:effect|force|practice))",
               r"declared? (?:null and )?void"),
    "under-negotiation": (
        r"(?:is|are|was|were|remains?|said to be) (?:now |still |very )?(?:close to completion|"
        r"near completion|within reach|in sight|all but settled|in the works|being "
        r"(?:negotiated|drafted|discussed|drawn up|worked out|hammered out))",
        r"moves? (?:a step )?closer",
    ),
    "accepted": (
        r"(?:was|were|has been|have been) (?:wrapped up|arrived at|worked out|hammered out|"
        r"thrashed out|initialled|initialed)",
    ),
    "rejected": (r"(?:is|was|were|been) (?:voted down|turned down|rejected|vetoed)",),
}  # fmt: skip
#: The same as patterns over words in lower case with single blanks between them.
PHRASES = tuple(
    (re.compile(rf"\b(?:{'|'.join(words)})\b"), state) for state, words in _BY_STATE.items()
)
#: Words right before a name that tell its state: "have thrashed out *a compromise*".
BEFORE = tuple(
    (re.compile(rf"\b(?:{words})$"), state)
    for state, words in {
        "accepted": r"(?:come|came|comes) to terms (?:on|over)|"
        r"(?<!to )put(?:s|ting)? (?:their|its|his|her) (?:names?|signatures?) to|"
        r"(?:(?:has|have|had) (?:\w+ )?worked|(?<!to )(?:thrash|hammer)(?:es|s|ed)?) out|"
        r"(?:shook|shaken|shake) (?:hands )?on|bow(?:s|ed) to",
        "broken": r"(?:go|goes|went|gone) back on|called off|renege[sd]? on|"
        r"backtrack(?:s|ed) on|"
        r"(?:walk|walks|walked|pull|pulls|pulled) out of",
        "in-force": r"into (?:force|effect|operation|practice)|(?<!to )carr(?:y|ies|ied|ying) out|"
        r"(?:first|second|third|next|last|final) (?:step|batch|round|group)"
        r"(?: [a-z]+){0,4} (?:of|under)|"
        r"as (?:agreed|required|foreseen|stipulated|laid down|promised) (?:in|by|under)",
    }.items()
)
