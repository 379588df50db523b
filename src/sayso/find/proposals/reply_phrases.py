"""What news writers say of a party that answers a proposal without naming it, by stance."""

from __future__ import annotations

import re

from sayso.record.vocabulary import StanceKind

_THING = r"(?:idea|outcome|document|text|paper|note|step|arrangement|bargain)"
_IT = r"(?:it|this|that|them|(?:the|its|this|that|their) [a-z-]+(?: [a-z-]+)?)"
_CALL = (
    r"(?:(?:call|brand|dub|label|deem|term|describe|denounce|declare|find|see)(?:s|d|ed|l?led)?|"
    r"found|saw)"
)
_BE = r"(?:is|are|was|were|has been|have been|remains?|remained)"
_HAVE = r"(?:has|have|had)"
_SAY = r"(?:say|says|said|reply|replies|replied|answer|answers|answered)"
_OWN = r"(?:its|his|her|their)"
_NO = r"(?:not|n't)"
_GIVE = r"(?:gives?|gave|given|makes?|made|offers?|offered|sends?|sent)"
_ANSWER = r"(?:answer|reply|response|comment|sign)"
_SPEAK = (
    r"(?:(?:answer|repl|respond|react|comment|decide|sign|pronounce|commit)\w*|sa(?:y|id)|"
    r"sp(?:eak|oken)|ma(?:k|d)e up|weigh(?:ed)? in|give|take)"
)
_YES = r"(?:say yes|accept|agree)"
_ASSENT = r"(?:assent|agreement|acceptance|consent|approval|willingness)"
_VOW = r"(?:vow|swear|swore|threaten|promise|pledge)(?:s|ed|d)?"
_STUDY = r"(?:study|weigh|consider|examine|look at)"
_SIGN = r"(?:sign|accept|agree|join|ratify)"
#: What a proposal is called by those who are against it, and by those who are for it.
_BAD = (
    r"(?:surrender|capitulation|betrayal|sham|worthless|trap|insult|farce|joke|unacceptable|"
    r"inadequate|insufficient|non ?-? ?starter|null|illegal|treason|sell ?-? ?out|swindle|"
    r"blackmail|humiliation|humiliating|mockery|hoax|retreat|annexation|fantasy|diktat|"
    r"one ?-? ?sided|unfair|ploy|gimmick|stunt|trick|absurd|laughable|nonsense|"
    r"dead letter|colonial|theft|theat(?:er|re)|charade|provocation|illegitimate|disgrace)"
)
_GOOD = (
    r"(?:fair|reasonable|breakthrough|historic|constructive|promising|encouraging|step forward|"
    r"acceptable|balanced|good basis|victory)"
)
_WORDS = r"(?:[\w'-]+ ){0,3}"
_CHANGED = r"(?:be \w+|revers|chang|halv|amend|redraft|rewrit|drop|remov|first\b)"
_REJECTING = r"(?:denounc|reject|repudiat|condemn|spurn|dismiss|oppos|slam|decr|scorn|deplor)"
_WELCOMING = r"(?:welcom|hail|prais|back|support|endors|applaud|accept|embrac|salut|defend)"
_BY_STANCE: dict[StanceKind, tuple[str, ...]] = {
    "conditional": (
        rf"(?:{_SAY}|{_HAVE} said) yes,? (?:with|but|if|provided)",
        rf"(?:will|would|can|could|may|does|do) {_NO} [^;:.]*?(?:unless|until|before)\b",
        rf"(?:would|will|could) (?:only )?{_SIGN}\b[^;:.]*? (?:if|provided|once|when|after)\b",
        rf"(?:{_BE}|stands?) (?:ready|prepared|willing)\b[^;:.]*? (?:if|provided|once)\b",
        r"(?:makes?|made) (?:[\w']+ ){1,4}(?:contingent|conditional|dependent) (?:on|upon)\b",
        rf"(?:{_HAVE} )?set(?:s| out)? {_OWN} own (?:price|terms|conditions?)",
        rf"(?:want|demand|insist)(?:s|ed)? (?:that )?(?:[\w']+ ){{1,6}}{_CHANGED}",
        rf"(?:{_HAVE} )?(?:insist|demand|maintain|stipulat|ask)(?:s|es|ed)? (?:that|for) [^;:.]*? "
        r"(?:before|until|unless)\b",
        rf"(?:{_SAY}|{_HAVE} said) yes [^;:.]*?(?:but|if|provided|reservations?)",
        rf"{_HAVE} (?:approved|accepted|endorsed|consented|agreed)\b[^;:.]*? with reservations",
    ),
    "undecided": (
        rf"{_HAVE} (?:yet to|{_NO}(?: yet)?|so far not|never) {_SPEAK}\b",
        rf"(?:{_HAVE} )?{_GIVE} no (?:\w+ )?{_ANSWER}",
        rf"did {_NO} (?:\w+ )?(?:answer|reply|respond|react|comment)",
        rf"{_BE} (?:still |now |said to be )?(?:weighing|studying|mulling|considering|examining|"
        r"reviewing|split|divided|undecided|silent|non-?committal)",
        r"(?:asks?|asked|begs?|begged|needs?|wants?) (?:for )?(?:more time|time|another|"
        r"(?:\" )?an? (?:day|night|week|month)\b)",
        rf"(?:withholds?|withheld|reserves?|reserved) {_OWN} (?:{_ANSWER}|position|judge?ment)",
        rf"(?:will|would) {_NO} be drawn",
        rf"(?:will|would|{_BE} to) (?:{_STUDY}|discuss|debate|reply)\b",
        rf"(?:{_HAVE} )?(?:agrees?|agreed|promises?|promised) to {_STUDY}\b",
        rf"{_BE} (?:keeping|leaving) {_OWN} options open",
        rf"{_BE} open to",
        rf"{_HAVE} until [^;:.]*? to (?:{_YES}|{_SPEAK})\b",
        rf"{_BE} (?:\w+ )?(?:cool|lukewarm|wary|cagey|hesitant|guarded|torn|in two minds)\b",
    ),
    "accepts": (
        rf"(?:{_SAY}|{_HAVE} said|nods?|nodded) yes\b",
        rf"{_BE} (?:all |strongly |broadly )?(?:for it|in favou?r)\b",
        r"(?:sees?|saw) (?:merit|promise|hope)\b",
        r"(?:consent|assent|agree)(?:s|ed)? to (?:it|the lot|them|all of it|every|everything)\b",
        rf"{_HAVE} (?:consented|assented|acceded|nodded)",
        rf"(?:{_HAVE} )?{_GIVE} {_OWN} (?:blessing|consent|assent|approval|backing|support)",
        rf"{_BE} agreeable",
        rf"(?:{_HAVE} )?(?:signal|indicat|convey|express|announc)\w* (?:{_OWN} )?{_ASSENT}",
        rf"(?:decid|resolv)(?:e|es|ed) to (?:{_SIGN}|grant|endorse|approve) "
        rf"(?:it|that|the {_THING})\b",
        rf"{_BE} (?:content|ready|prepared|minded|willing|happy) to {_SIGN}\b",
        rf"{_WELCOMING}(?:e|es|ed|s) (?:it|the {_THING})\b",
        r"(?:can|could|would) live with (?:it|that|this)",
        rf"{_CALL} {_IT} (?:as )?(?:[\"“] )?{_WORDS}{_GOOD}",
    ),
    "rejects": (
        rf"(?:{_SAY}|{_HAVE} said) no\b",
        rf"(?:wo|will|would|ca|can|could) (?:{_NO}|never) (?:have it|hear of|recogni[sz]e|"
        rf"countenance|wear it|go along|be bound|negotiate|{_SIGN})",
        r"(?:walk|storm)(?:s|ed) (?:out|away)\b",
        rf"{_REJECTING}(?:e|es|ed|s|med|ies|ied)? (?:it|the {_THING})\b",
        rf"(?:brush\w*|wav(?:e|es|ed)|push\w*|sw(?:eeps?|ept)) {_IT} (?:aside|away|off)",
        r"(?:want\w*|will have|would have) (?:nothing|no part) (?:to do with|of) ",
        rf"{_CALL} {_IT} (?:as )?(?:[\"“] )?{_WORDS}{_BAD}",
        rf"{_SAY} (?:that )?{_IT} (?:{_BE}|amounts? to|amounted to) {_WORDS}{_BAD}",
        rf"{_BE} (?:dead set )?(?:against|opposed to) (?:it|the)",
        rf"(?:{_HAVE} )?(?:refus|declin)(?:e|es|ed) to "
        rf"(?:{_SIGN}|add|approve|endorse|recogni[sz]e)\b",
        rf"{_VOW} to (?:fight|block|resist|challenge|overturn|scrap|sink|defeat|tear up) "
        r"(?:it|the|this|that)\b",
        r"(?:cries|cried) foul",
        rf"brand(?:s|ed)? {_IT}",
    ),
}
#: Patterns over the words of a predicate in lower case with single blanks between them, one for
#: each stance; of several that begin with it, the first counts.
REPLIES: tuple[tuple[re.Pattern[str], StanceKind], ...] = tuple(
    (re.compile("|".join(told)), stance) for stance, told in _BY_STANCE.items()
)
