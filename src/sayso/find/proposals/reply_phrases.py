"""What news writers say of a party that answers a proposal without naming it, by stance."""

from __future__ import annotations

import re

from sayso.record.vocabulary import StanceKind

_THING = (
    r"(?:idea|outcome|document|text|paper|note|step|arrangement|bargain|overture|scheme|conditions|"
    r"terms|package|draft|letter|message|measure|motion|thing|plan|proposals?|offer|deal|pact|"
    r"accord|agreement|truce|cease ?-? ?fire|treaty|compromise|formula|framework|road ?map|"
    r"blueprint|swap|exchange|understanding|protocol|settlement|memorandum|"
    r"contract|compact|resolution|ultimatum|demands?|clauses?|lines?|words?|comma|amnesty)"
)
_IT = rf"(?:it|this|that|them|(?:the|its|this|that|their|every) (?:[a-z-]+ ){{0,2}}{_THING})"
_CALL = (
    r"(?:(?:call|brand|dub|label|deem|term|describe|denounce|declare|find|see|dismiss)"
    r"(?:s|d|ed|es|l?led)?|found|saw)"
)
_BE = r"(?:is|are|was|were|be|has been|have been|had been|remains?|remained)"
_HAVE = r"(?:has|have|had)"
_SAY = r"(?:say|says|said|reply|replies|replied|answer|answers|answered)"
_OWN = r"(?:its|his|her|their)"
_SELF = r"(?:itself|themselves|himself|herself)"
_NO = r"(?:not|n't)"
_GIVE = r"(?:gives?|gave|given|makes?|made|offers?|offered|sends?|sent)"
_ANSWER = r"(?:answer|reply|response|comment|sign)"
_SPEAK = (
    r"(?:(?:answer|repl|respond|react|comment|decide|sign|pronounce|commit|declare|consider|"
    r"discuss)\w*|sa(?:y|id)|sp(?:eak|oken)|ma(?:k|d)e up|weigh(?:ed)? in|give|given|take|taken|"
    r"sent?|shown? {own} hand|endorsed?|conceded?|bitten|ruled? (?:it|this|that) out)"
).replace("{own}", _OWN)
_YES = r"(?:say yes|accept|agree)"
_ASSENT = r"(?:assent|agreement|acceptance|consent|approval|willingness|signature)"
_VOW = r"(?:vow|swear|swore|threaten|promise|pledge)(?:s|ed|d)?"
_STUDY = r"(?:study|weigh|consider|examine|look (?:at|into)|review|read|think|consult|reflect)"
_SIGN = (
    r"(?:sign|accept|agree|join|ratify|back|support|endorse|approve|respect|honou?r|embrace|adopt|"
    r"take (?:it|this|that|them)|put {own} names? to|go along|live with|stick to|keep to|stand by|"
    r"stand behind|abide by|adhere to|observe|comply)"
).replace("{own}", _OWN)
_LEAVE = (
    r"(?:leave|quit|resign|walk out|pull out|step down|bring down|bring the [a-z]+ down|break up|"
    r"topple)"
)
_PASSED = (
    r"(?:approve[sd]?|adopt(?:ed|s)?|accept(?:ed|s)?|sign(?:ed|s)?|ratif(?:ies|ied)|endorse[sd]?|"
    r"pass(?:ed|es)?|implemented|carried|go(?:es)? (?:ahead|through)|went (?:ahead|through))"
)
_IF = r"(?:if|provided|providing|once|when|after|as soon as|as long as|so long as|on condition)"
_SPAN = r"(?:days?|weeks?|months?|hours?|time|until [^;:.]*?)"
_CHANGES = (
    r"(?:changes?|amendments?|guarantees?|safeguards?|revisions?|modifications?|assurances?|"
    r"better terms|remarks|corrections|alterations)"
)
#: What a proposal is called by those who are against it, and by those who are for it.
_BAD = (
    r"(?:surrender|capitulation|betrayal|sham|worthless|trap|insult|farce|joke|unacceptable|"
    r"inadequate|insufficient|non ?-? ?starter|null|illegal|treason|sell ?-? ?out|swindle|"
    r"blackmail|humiliation|humiliating|mockery|hoax|retreat|annexation|fantasy|diktat|"
    r"one ?-? ?sided|unfair|ploy|gimmick|stunt|trick|absurd|laughable|nonsense|"
    r"dead|colonial|theft|theat(?:er|re)|charade|provocation|illegitimate|disgrace|"
    r"bribe|extortion|ransom|piracy|slander|delaying tactic|defeats?|void|poison|prize|scandal|"
    r"mistake|distraction|waste of time|unrealistic|unworkable|meaningless|hollow|insulting|"
    r"empty gesture|too little)"
)
_GOOD = (
    r"(?:fair|reasonable|breakthrough|historic|constructive|promising|encouraging|step forward|"
    r"acceptable|balanced|(?:good|decent|useful|sound) (?:basis|start)|victory|workable|sensible|"
    r"realistic|one can work with|worth (?:reading|having|trying|a try)|least bad|good news|"
    r"courageous|wise)"
)
_WORDS = r"(?:[\w'-]+ ){0,3}"
_CHANGED = r"(?:be \w+|revers|chang|halv|amend|redraft|rewrit|drop|remov|swap|first\b)"
_REJECTING = (
    r"(?:denounc|reject|repudiat|condemn|spurn|dismiss|oppos|slam|decr|scorn|deplor|rebuff|deri[ds]|"
    r"ridicul|mock|savag|pann|veto|annul)"
)
_BACKING = r"(?:back|support|endors|accept|embrac|defend)"
_BY_STANCE: dict[StanceKind, tuple[str, ...]] = {
    "conditional": (
        rf"(?:{_SAY}|{_HAVE} said) yes,? (?:with|but|if|provided)",
        rf"(?:will|would|can|could|may|does|do) {_NO} [^;:.]*?(?:unless|until|before)\b",
        rf"(?:would|will|could|can) (?:only )?{_SIGN}\b[^;:.]*? (?:only )?{_IF}\b",
        rf"(?:would|will|could) (?:only )?{_SIGN}\b[^;:.]*? the (?:day|morning|moment|minute)\b",
        rf"(?:{_BE}|stands?) (?:ready|prepared|willing)\b[^;:.]*? {_IF}\b",
        r"(?:makes?|made) (?:[\w']+ ){1,4}(?:contingent|conditional|dependent) (?:on|upon)\b",
        rf"(?:condition|tie|link|peg)(?:s|ed|d)? {_OWN} {_ASSENT} (?:on|to)\b",
        rf"(?:{_HAVE} )?(?:set|lay|laid|put)(?:s| out| down)? (?:{_OWN} own|new|fresh|further) "
        r"(?:price|terms|conditions?)",
        rf"(?:want|demand|insist)(?:s|ed)? (?:that )?(?:[\w']+ ){{1,8}}{_CHANGED}",
        rf"(?:{_HAVE} )?(?:insist|press|push|ask|call|hold out)(?:s|es|ed|ing)? (?:on|for) "
        rf"(?:[\w'-]+ ){{0,3}}{_CHANGES}",
        rf"(?:{_HAVE} )?(?:want|demand|seek|sought|request|propose)(?:s|ed|d)? "
        rf"(?:[\w'-]+ ){{0,3}}{_CHANGES}",
        rf"(?:{_HAVE} )?(?:sen[dt]|hand|return)(?:s|ed)? (?:back |{_IT} ){{1,2}}[^;:.]*?with "
        rf"(?:[\w'-]+ ){{0,3}}{_CHANGES}",
        rf"(?:{_HAVE} )?(?:insist|demand|maintain|stipulat|ask)(?:s|es|ed)? (?:that|for) [^;:.]*? "
        r"(?:before|until|unless)\b",
        rf"(?:{_SAY}|{_HAVE} said) yes [^;:.]*?(?:but|if|provided|reservations?)",
        rf"{_HAVE} (?:approved|accepted|endorsed|consented|agreed)\b[^;:.]*? with reservations",
        rf"(?:{_HAVE}|voic\w+|express\w+|rais\w+) (?:\w+ ){{0,3}}"
        r"(?:reservations?|misgivings|qualms) (?:about|over|on|with|to)\b",
    ),
    "undecided": (
        rf"{_HAVE} (?:yet to|{_NO}(?: yet)?|so far not|never|still to) (?:\w+ly )?{_SPEAK}\b",
        rf"{_HAVE} (?:so far |now |yet )?said (?:nothing|neither yes nor no)\b",
        rf"{_HAVE} {_NO} been heard from",
        r"(?:must|is|are) (?:still|yet) (?:to )?(?:approve|ratify|vote|endorse|decide|agree)\b",
        r"neither (?:\w+s|\w+ed) (?:it )?nor \w+",
        rf"(?:{_HAVE} )?{_GIVE} no (?:\w+ )?{_ANSWER}",
        rf"did {_NO} (?:\w+ )?(?:answer|reply|respond|react|comment)",
        rf"{_BE} (?:still |now |said to be |also )?(?:weighing|studying|mulling|considering|"
        r"examining|reviewing|split|divided|undecided|silent|non-?committal|going through|"
        r"looking (?:at|into)|reading|poring over|digesting|assessing|debating|deliberating|"
        r"thinking|listening|in no hurry)",
        r"(?:asks?|asked|begs?|begged|needs?|wants?) (?:for )?(?:more time|time|another|"
        r"(?:\" )?an? (?:day|night|week|month)\b)",
        rf"(?:asks?|asked|begs?|begged|needs?|needed|wants?|wanted) (?:for )?(?:[\w']+ ){{0,4}}?"
        rf"{_SPAN} (?:more )?to (?:{_STUDY}|decide|reply|answer|respond)\b",
        rf"(?:withholds?|withheld|reserves?|reserved) {_OWN} (?:{_ANSWER}|position|judge?ment)",
        rf"(?:will|would) {_NO} (?:be drawn|say (?:whether|if|how|where)|show {_OWN} hand)",
        rf"(?:will|would|{_BE} to) (?:{_STUDY}|discuss|debate|reply|vote on|come back with|"
        r"get back|return with|put (?:it|this|that) to)\b",
        rf"(?:{_HAVE} )?(?:agrees?|agreed|promises?|promised) to {_STUDY}\b",
        rf"{_BE} (?:keeping|leaving) {_OWN} options open",
        rf"{_BE} open to",
        rf"{_HAVE} until [^;:.]*? to (?:{_YES}|{_SPEAK})\b",
        rf"{_BE} (?:\w+ )?(?:cool|lukewarm|wary|cagey|hesitant|guarded|torn|in two minds)\b",
        r"(?:sat|sits|stays?|stayed) on the fence",
        r"(?:reacts?|reacted|responds?|responded) (?:coolly|cautiously|guardedly|warily)",
        rf"g[ai]ve[ns]? {_IT} an? (?:cool|lukewarm|guarded|cautious|wary|frosty|mixed) \w+",
        rf"(?:keeps?|kept) {_OWN} (?:own )?counsel",
        r"(?:hedges|hedged|plays? for time|played for time)\b",
        r"(?:puts?|put) off (?:\w+ )?(?:vote|decision|answer|reply)",
        rf"(?:refers?|referred) {_IT} to",
        rf"(?:did|has|have|had) {_NO} (?:slam(?:med)? the door|ruled? (?:it|this|that) out)",
        rf"(?:{_HAVE} |would )?(?:promise|have|g[ai]ve)\w* {_WORDS}(?:an answer|a reply)\b",
    ),
    "accepts": (
        rf"(?:{_SAY}|{_HAVE} said|nods?|nodded|votes?|voted) yes\b",
        rf"{_BE} (?:all |strongly |broadly )?(?:for (?:it|the {_THING})|in favou?r)\b",
        r"(?:speaks?|spoke|votes?|voted|c[ao]mes? out) (?:out )?(?:in favou?r|for (?:it|the)\b)",
        r"(?:sees?|saw) (?:merit|promise|hope)\b",
        r"(?:consent|assent|agree)(?:s|ed)? to (?:it|the lot|them|all of it|every|everything)\b",
        rf"{_HAVE} (?:consented|assented|acceded|nodded)",
        rf"(?:{_HAVE} )?(?:{_GIVE}|le(?:nds?|nt)|add(?:s|ed)) (?:it |them )?(?:{_OWN}|the|an?) "
        r"(?:blessing|consent|assent|approval|backing|support|nod|go-ahead|green light|name)",
        rf"(?:{_HAVE} )?g[ai]ve[ns]? {_IT} (?:{_OWN}|the|an?) "
        r"(?:blessing|consent|assent|approval|backing|support|nod|go-ahead|green light)",
        rf"warm(?:s|ed) to {_IT}",
        rf"{_BE} agreeable",
        rf"(?:{_HAVE} )?(?:signal|indicat|convey|express|announc)\w* (?:{_OWN} )?{_ASSENT}",
        rf"(?:decid|resolv)(?:e|es|ed) to (?:{_SIGN}|grant) (?:it|that|the {_THING})\b",
        rf"{_BE} (?:content|ready|prepared|minded|willing|happy) to {_SIGN}\b",
        rf"{_BACKING}(?:e|es|ed|s) (?:it|the {_THING})\b",
        r"(?:can|could|would|will) (?:live with|go along with|stick to|keep to|stand by|abide by|"
        rf"adhere to|comply with|take up|put {_OWN} names? to) {_IT}",
        rf"(?:can|could|would|will) (?:take|back|support|endorse|sign|accept|honou?r|respect) "
        rf"(?:it|this|that|them|the {_THING})\b",
        rf"(?:{_HAVE} )?(?:signs?|signed) off on (?:it|this|that|the)\b",
        rf"(?:{_HAVE} )?(?:took|takes?|taken) up the offer",
        rf"(?:{_HAVE} )?(?:put|puts|set) {_OWN} (?:names?|signatures?) to (?:it|this|that|the)\b",
        r"(?:stands?|stood) (?:by|behind) (?:it|this|that|every|the)\b",
        rf"{_BE} (?:abiding|sticking|standing) (?:by|to)\b",
        rf"{_BE} (?:still |fully |firmly )?(?:committed to|bound by) {_IT}",
        rf"(?:still )?considers? {_SELF} (?:still )?bound by",
        rf"still considered {_SELF} bound by",
        rf"{_HAVE} no (?:objections?|quarrel|problem)\b",
        rf"{_CALL} {_IT} (?:as )?(?:[\"“] )?{_WORDS}{_GOOD}",
    ),
    "rejects": (
        rf"(?:{_SAY}|{_HAVE} said|again said) no\b",
        rf"(?:wo|will|would|ca|can|could|shall) (?:{_NO}|never) (?:\w+ly )?(?:have it|hear of|"
        r"recogni[sz]e|countenance|wear it|go along|be bound|negotiate(?! with)|"
        r"be part(?:y)? (?:of|to)|swallow|stomach|tolerate|touch|consider|vote for|"
        rf"discuss|{_SIGN})",
        rf"(?:will|would) vote against\b(?! (?:the|an?) (?!{_THING}))",
        r"(?:will|would) (?:vote (?:it|this|that) down|ignore (?:it|this|that))\b",
        r"(?:will|would) (?:hear|have) (?:none|nothing|no part) of (?:it|this|that|the)\b",
        r"(?:walk|storm)(?:s|ed) (?:out|away)\b(?! of (?!the (?:talks|session|chamber|hall)\b))",
        rf"{_REJECTING}(?:e|es|ed|s|med|ies|ied)? (?:it|the {_THING})\b",
        rf"(?:brush\w*|wav(?:e|es|ed)|push\w*|sw(?:eeps?|ept)) {_IT} (?:aside|away|off)",
        rf"(?:rul(?:e|es|ed)|thr(?:ow|ows|ew)|laugh(?:s|ed)|turn(?:s|ed)|sh(?:oot|oots|ot)|"
        rf"vot(?:e|es|ed)) {_IT} (?:out|down|off)\b",
        r"(?:want\w*|will have|would have) (?:nothing|no part|no deal)\b",
        rf"(?:scoff|balk|baulk|bridle|bristle|sneer|jeer)(?:s|ed|d)? at {_IT}",
        rf"(?:pour|heap)(?:s|ed) (?:cold water|scorn) on {_IT}",
        rf"(?:{_HAVE} )?g[ai]ve[ns]? {_IT} short shrift",
        rf"{_BE} in no mood to",
        rf"(?:cold-shoulders?|cold-shouldered|snubs?|snubbed) {_IT}",
        rf"{_CALL} {_IT} (?:as )?(?:[\"“] )?{_WORDS}{_BAD}",
        rf"{_SAY} (?:that )?{_IT} (?:{_BE}|amounts? to|amounted to) {_WORDS}{_BAD}",
        rf"{_BE} (?:dead set )?(?:against|opposed to) (?:it|the)",
        rf"{_BE} (?:{_NO}|no longer|never) (?:\w+ )?bound by\b",
        rf"{_BE} bound by (?:no|nothing|neither)\b",
        rf"(?:do|does|did|would) {_NO} (?:feel|consider|regard|see) (?:{_SELF} )?(?:as )?bound\b",
        rf"no longer (?:feels?|felt|considers?|considered|regards?|regarded|sees?|saw) "
        rf"(?:{_SELF} )?(?:as )?bound\b",
        rf"(?:{_HAVE} )?(?:refus|declin)(?:e|es|ed) to "
        rf"(?:{_SIGN}|add|recogni[sz]e|discuss|consider|hear|extend|give up)\b",
        rf"{_VOW} to (?:fight|block|resist|challenge|overturn|scrap|sink|defeat|tear up|ignore) "
        rf"{_IT}",
        rf"(?:{_HAVE} )?(?:call|urg|press|appeal|ask|beg|implor|plead)\w* (?:on |with |for )?"
        rf"(?:[\w'-]+ ){{1,6}}to (?:reject|refuse|ignore|resist|block|vote against|vote down|"
        rf"tear up|scrap|turn down|throw out) {_IT}",
        r"(?:cries|cried) foul",
        rf"(?:(?:will|would|'ll)|{_VOW} to) {_LEAVE}\b(?: [\w'-]+){{0,5}} (?:if|once|should) "
        rf"(?:{_IT} (?:(?:{_BE}|were) )?(?:ever )?{_PASSED}|(?:[\w'-]+ ){{1,3}}{_PASSED} )",
        rf"brand(?:s|ed)? {_IT}",
    ),
}
#: Patterns over the words of a predicate in lower case with single blanks between them, one for
#: each stance; of several that begin with it, the first counts.
REPLIES: tuple[tuple[re.Pattern[str], StanceKind], ...] = tuple(
    (re.compile("|".join(told)), stance) for stance, told in _BY_STANCE.items()
)
