"""Verbs that tell what somebody holds without "that"."""

import pytest

from parsed import parsed
from sayso.extract import extract
from sayso.find.statements.verbs import (
    blamed,
    chanted,
    counted,
    denied,
    dismissed,
    disowned,
    judged,
)
from sayso.record.reading import Article

BLAME = """
Oslo PROPN 2 nsubj Location
blames VERB 0 root
Bergen PROPN 2 obj Location
for ADP 6 case
the DET 6 det
delay NOUN 2 obl
"""
GIVEN = """
Medics NOUN 3 nsubj
had AUX 3 aux
given VERB 0 root
a DET 5 det
{noun} NOUN 3 obj
of ADP 7 case
nine NUM 5 nmod
"""


def test_who_blames_somebody_accuses_whether_it_is_told_for_what_or_not() -> None:
    (told,) = blamed(parsed(BLAME))
    assert (told.source and told.source.text, told.act) == ("Oslo", "accuses")
    assert [c.text for c in told.content] == ["Bergen for the delay"]
    (bare,) = blamed(parsed("\n".join(BLAME.split("\n")[:4])))
    assert [c.text for c in bare.content] == ["Bergen"]


def test_who_does_not_blame_anybody_says_nothing() -> None:
    assert not list(blamed(parsed(BLAME.replace("for ADP 6 case", "not PART 2 advmod"))))


@pytest.mark.parametrize(("noun", "found"), [("toll", ["a toll of nine"]), ("choir", [])])
def test_a_count_that_is_given_is_said(noun: str, found: list[str]) -> None:
    said = counted(parsed(GIVEN.format(noun=noun)))
    assert [c.text for s in said for c in s.content] == found


DENIAL = """
Oslo PROPN 2 nsubj Location
{verb} VERB 0 root
a DET 4 det
{noun} NOUN 2 obj
of ADP 6 case
torture NOUN 4 nmod
"""


@pytest.mark.parametrize(
    ("verb", "noun", "found"),
    [
        ("rejected", "claim", ["a claim of torture"]),
        ("dismisses", "report", ["a report of torture"]),
        ("rejected", "victim", []),
        ("welcomed", "report", []),
    ],
)
def test_who_rejects_a_claim_denies_it(verb: str, noun: str, found: list[str]) -> None:
    said = list(denied(parsed(DENIAL.format(verb=verb, noun=noun))))
    assert [c.text for s in said for c in s.content] == found
    assert all(s.source and (s.source.text, s.act) == ("Oslo", "denies") for s in said)


def test_a_claim_without_what_it_says_is_left_to_the_encoder() -> None:
    rows = DENIAL.format(verb="rejected", noun="claim").strip().split("\n")
    assert not list(denied(parsed("\n".join(rows[:4]))))


RELATIVE = """
an DET 2 det
{noun} NOUN 0 root
Oslo PROPN 4 nsubj Location
rejected VERB 2 acl:relcl
"""


@pytest.mark.parametrize(("noun", "found"), [("allegation", ["an allegation"]), ("offer", [])])
def test_a_claim_that_a_clause_calls_untrue_is_denied(noun: str, found: list[str]) -> None:
    said = list(dismissed(parsed(RELATIVE.format(noun=noun))))
    assert [c.text for s in said for c in s.content] == found
    assert [s.source.text for s in said if s.source] == ["Oslo"] * len(found)


def test_a_claim_that_somebody_denies_in_a_participle_is_denied() -> None:
    table = """
        A DET 2 det
        raid NOUN 3 nsubj
        killed VERB 0 root
        nine NUM 3 obj
        ·, PUNCT 7 punct
        a DET 7 det
        charge NOUN 3 parataxis
        denied VERB 7 acl"""
    assert not list(dismissed(parsed(table)))
    by = "by ADP 10 case\nNorland PROPN 8 obl:agent"
    (said,) = dismissed(parsed(f"{table}\n{by}"))
    assert said.source is not None and said.source.text == "Norland"


DISOWNED = """
Claims NOUN 6 nsubj:pass
that SCONJ 4 mark
Oslo PROPN 4 nsubj
lied VERB 1 acl
were AUX 6 aux:pass
rejected VERB 0 root
by ADP 8 case
Bergen PROPN 6 {relation}
"""


@pytest.mark.parametrize(("relation", "found"), [("obl:agent", 1), ("obl", 0)])
def test_a_claim_that_is_rejected_by_somebody_is_denied(relation: str, found: int) -> None:
    table = DISOWNED.format(relation=relation).replace("Claims", "Claim")
    said = list(disowned(parsed(table)))
    assert [c.text for s in said for c in s.content] == ["Claim that Oslo lied"] * found
    assert [s.source.text for s in said if s.source] == ["Bergen"] * found


def test_a_charge_that_several_deny_is_denied_by_all() -> None:
    table = """
        a DET 2 det
        charge NOUN 0 root
        that PRON 7 obj
        Oslo PROPN 7 nsubj
        and CCONJ 6 cc
        Bergen PROPN 4 conj
        deny VERB 2 acl:relcl"""
    (said,) = dismissed(parsed(table))
    assert said.source is not None and said.source.text == "Oslo and Bergen"
    assert [c.text for c in said.content] == ["a charge"]


@pytest.mark.parametrize(("noun", "found"), [("figure", ["a figure"]), ("garden", [])])
def test_a_figure_that_somebody_disputes_is_denied(noun: str, found: list[str]) -> None:
    table = f"a DET 2 det\n{noun} NOUN 0 root\nthat PRON 5 obj\nOslo PROPN 5 nsubj"
    said = list(dismissed(parsed(f"{table}\ndisputes VERB 2 acl:relcl")))
    assert [c.text for s in said for c in s.content] == found


JUDGED = """
Plans NOUN 3 nsubj:pass
were AUX 3 aux:pass
{verb} VERB 0 root
by ADP 5 case
Bergen PROPN 3 {relation}
as ADP 8 case
a DET 8 det
farce NOUN 3 obl
"""


@pytest.mark.parametrize(
    ("verb", "relation", "act"),
    [
        ("rejected", "obl:agent", "rejects"),
        ("denounced", "obl:agent", "accuses"),
        ("sold", "obl:agent", None),
        ("rejected", "obl", None),
    ],
)
def test_who_calls_a_thing_something_is_told_in_the_passive_too(
    verb: str, relation: str, act: str | None
) -> None:
    said = list(judged(parsed(JUDGED.format(verb=verb, relation=relation))))
    assert [s.act for s in said] == ([act] if act else [])
    assert [c.text for s in said for c in s.content] == (["Plans", "as a farce"] if act else [])


CHANTED = """
Marchers NOUN 2 nsubj
{verb} VERB 0 root
“ PUNCT 4 punct
·Down ADV 2 advmod
with ADP 6 case
tolls NOUN 4 nmod
·” PUNCT 4 punct
outside ADP 9 case
Elm PROPN 2 obl
"""


@pytest.mark.parametrize(("verb", "found"), [("chanted", ["Down with tolls"]), ("carried", [])])
def test_what_people_cry_is_said(verb: str, found: list[str]) -> None:
    said = list(chanted(parsed(CHANTED.format(verb=verb))))
    assert [c.text for s in said for c in s.content] == found
    assert [s.source.text for s in said if s.source] == ["Marchers"] * len(found)


@pytest.mark.parametrize(("verb", "act"), [("rejected", "rejects"), ("hailed", "states")])
def test_who_calls_a_thing_something_says_all_of_it(verb: str, act: str) -> None:
    table = f"""
        Bergen PROPN 2 nsubj
        {verb} VERB 0 root
        its PRON 4 nmod:poss
        plans NOUN 2 obj
        as ADP 7 case
        a DET 7 det
        farce NOUN 2 obl
    """
    (said,) = judged(parsed(table))
    assert (said.act, [c.text for c in said.content]) == (act, ["its plans as a farce"])


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            'ADDIS ABABA (Anadolu) - Somalia on Thursday rejected as "null and void" a '
            "preliminary deal that gives Ethiopia a stretch of coast.",
            "Somalia",
            ('as "null and void" a preliminary deal',),
        ),
        (
            "PARIS (AFP) - France rejected as false a claim that it had fired.",
            "France",
            ("a claim that it had fired",),
        ),
    ],
)
def test_no_dateline_says_anything(text: str, source: str, content: tuple[str, ...]) -> None:
    (said,) = extract(Article(id="x", text=text)).statements
    assert said.source is not None and said.source.text == source
    assert tuple(c.text for c in said.content) == content


def test_she_may_deny_a_charge_as_anybody_may() -> None:
    doc = parsed("""
        a DET 2 det
        charge NOUN 0 root
        that PRON 5 obj
        she PRON 5 nsubj
        denies VERB 2 acl:relcl
    """)
    (found,) = dismissed(doc)
    assert found.source is not None
    assert found.source.text == "she"
    assert [c.text for c in found.content] == ["a charge"]
