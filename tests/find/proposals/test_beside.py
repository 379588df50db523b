"""Who goes between in an earlier proposal, and who in the present one."""

from __future__ import annotations

from parsed import report
from sayso.find.proposals.beside import part
from sayso.find.proposals.drafts import Draft
from sayso.find.proposals.mediating import mediating
from sayso.find.proposals.names import Mention
from sayso.language.spans import span_of
from sayso.record.findings import Stance

OFFER = """
Norland PROPN 2 nsubj Location
made VERB 0 root
an DET 4 det
offer NOUN 2 obj
"""
EARLIER = """
Suvria PROPN 2 nsubj Location
refused VERB 0 root
a DET 5 det
similar ADJ 5 amod
offer NOUN 2 obj
by ADP 7 case
Talvia PROPN 5 nmod Location
"""
MEDIATING = """
Orland PROPN 3 nsubj Location
is AUX 3 aux
mediating VERB 0 root
"""
DOC = report(OFFER, EARLIER, MEDIATING)
ORLAND, TALVIA, SUVRIA, NORLAND = (span_of(DOC, i, i + 1) for i in (11, 10, 4, 0))


def drafts() -> tuple[Draft, Draft]:
    now = Mention(DOC[3], "offer", span_of(DOC, 2, 4), False, frozenset())
    past = Mention(DOC[8], "offer", span_of(DOC, 6, 9), False, frozenset({"similar"}))
    return Draft([now]), Draft([past])


def test_who_mediates_now_did_not_mediate_then() -> None:
    now, past = drafts()
    for draft in (now, past):
        draft.through = [ORLAND, TALVIA]
    part(DOC, (now, past))
    assert [s.text for s in now.through] == ["Orland"]
    assert [s.text for s in past.through] == ["Talvia"]


def test_who_has_yet_to_answer_now_is_not_asked_then_and_sides_stay() -> None:
    now, past = drafts()
    past.by = [NORLAND]
    past.stances = [Stance(SUVRIA, "rejects"), Stance(NORLAND, "undecided")]
    part(DOC, (now, past))
    assert [s.party.text for s in past.stances] == ["Suvria"]
    assert past.by == [NORLAND]


def test_who_refused_only_an_offer_of_before_has_not_refused_that_of_now() -> None:
    now, past = drafts()
    now.stances = [Stance(SUVRIA, "rejects"), Stance(NORLAND, "accepts")]
    part(DOC, (now,))  # the earlier offer is told of, though nothing of it is kept
    assert [s.party.text for s in now.stances] == ["Norland"]
    now.stances = [Stance(SUVRIA, "rejects")]
    again = report(OFFER, EARLIER, MEDIATING.replace("Orland", "Suvria"))
    part(again, (now, past))
    assert len(now.stances) == 1


def test_an_earlier_version_is_an_offer_of_before() -> None:
    version = report(OFFER, EARLIER.replace("offer NOUN", "version NOUN"), MEDIATING)
    now, _ = drafts()
    now.stances = [Stance(SUVRIA, "accepts")]
    part(version, (now,))
    assert now.stances == []


def test_an_offer_alone_keeps_all() -> None:
    _, past = drafts()
    past.through = [ORLAND]
    part(DOC, (past,))
    assert past.through == [ORLAND]


def test_who_is_mediating_goes_between_in_the_present_proposal() -> None:
    now, past = drafts()
    mediating(DOC, (now, past))
    assert ([s.text for s in now.through], past.through) == (["Orland"], [])


def test_who_is_a_side_or_only_may_mediate_does_not() -> None:
    now, _ = drafts()
    now.by = [ORLAND]
    mediating(DOC, (now,))
    assert now.through == []
    would = report(OFFER, EARLIER, MEDIATING.replace("is AUX", "would AUX"))
    now, _ = drafts()
    mediating(would, (now,))
    assert now.through == []


def test_a_state_may_mediate_by_its_adjective() -> None:
    under = """
    Talks NOUN 2 nsubj
    go VERB 0 root
    on ADP 2 compound:prt
    under ADP 6 case
    Omani ADJ 6 amod NORP
    mediation NOUN 2 obl
    """
    now, _ = drafts()
    mediating(report(OFFER, under), (now,))
    assert [s.text for s in now.through] == ["Omani"]
    now, _ = drafts()
    mediating(report(OFFER, under.replace("go VERB", "collapsed VERB")), (now,))
    assert now.through == []
