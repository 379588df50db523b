"""Nouns that hold what somebody says, with what stands behind them."""

import pytest

from parsed import parsed
from sayso.find.statements.nominals import disclaimed, owned, told

TABLE = """
Judges NOUN 2 nsubj
weighed VERB 0 root
{noun} NOUN 2 obj
{leading} ADP 5 case
fraud NOUN {head} nmod
"""


def test_what_allegations_are_of_is_said() -> None:
    (found,) = told(parsed(TABLE.format(noun="allegations", leading="of", head=3)))
    assert [c.text for c in found.content] == ["fraud"]
    assert found.act == "accuses"


@pytest.mark.parametrize(
    ("noun", "leading", "head"),
    [("allegation", "of", 3), ("allegations", "over", 3), ("allegations", "of", 2)],
)
def test_a_single_one_and_one_with_nothing_of_its_own_behind_it_say_nothing(
    noun: str, leading: str, head: int
) -> None:
    assert not list(told(parsed(TABLE.format(noun=noun, leading=leading, head=head))))


REQUEST = """
Clerks NOUN 2 nsubj
weighed VERB 0 root
{owner} PROPN 5 nmod:poss
·'s PART 3 case
request NOUN 2 obj
to PART 7 mark
{what} VERB 5 {relation}
"""


def test_what_somebody_has_a_request_to_do_is_said() -> None:
    (found,) = owned(parsed(REQUEST.format(owner="Peru", what="join", relation="acl")))
    assert (found.cue.text, found.act) == ("request", "asks")
    assert [c.text for c in found.content] == ["to join"]


def test_a_request_that_nobody_has_or_with_nothing_to_do_says_nothing() -> None:
    lone = REQUEST.format(owner="Peru", what="join", relation="acl").replace("nmod:poss", "nmod")
    assert not list(owned(parsed(lone)))
    assert not list(owned(parsed(REQUEST.format(owner="Peru", what="join", relation="advcl"))))


THREAT = """
{what} NOUN 7 nsubj
by ADP 4 case
Ann PROPN 4 compound Person
Oak PROPN 1 nmod Person
to PART 6 mark
strike VERB 1 acl
failed VERB 0 root
"""


@pytest.mark.parametrize(("what", "found"), [("threat", ["to strike"]), ("raid", [])])
def test_what_somebody_behind_by_has_a_threat_to_do_is_said(what: str, found: list[str]) -> None:
    said = list(owned(parsed(THREAT.format(what=what))))
    assert [c.text for s in said for c in s.content] == found
    assert [s.source.text for s in said if s.source] == ["Ann Oak"] * len(found)


@pytest.mark.parametrize(("owner", "tag", "found"), [("Its", "PRON", 1), ("The", "DET", 0)])
def test_what_somebody_has_a_denial_of_is_denied(owner: str, tag: str, found: int) -> None:
    relation = "nmod:poss" if found else "det"
    table = f"{owner} {tag} 2 {relation}\ndenial NOUN 5 nsubj\nof ADP 4 case\nrole NOUN 2 nmod"
    said = list(disclaimed(parsed(f"{table}\nfailed VERB 0 root")))
    assert [(s.act, s.content[0].text) for s in said] == [("denies", "role")] * found


TRADED = """
Oslo PROPN 4 nsubj
and CCONJ 3 cc
Bergen PROPN 1 conj
{verb} VERB 0 root
accusations NOUN 4 obj
of ADP 7 case
theft NOUN 5 nmod
"""


@pytest.mark.parametrize(("verb", "source"), [("traded", "Oslo and Bergen"), ("denied", None)])
def test_who_trades_accusations_makes_them(verb: str, source: str | None) -> None:
    (said,) = told(parsed(TRADED.format(verb=verb)))
    assert (said.source.text if said.source else None) == source


def test_whose_offer_it_is_tells_the_noun_of_the_clause() -> None:
    (said,) = owned(
        parsed("""
        bishops NOUN 0 root
        whose PRON 3 nmod:poss
        offer NOUN 6 nsubj
        to PART 5 mark
        help VERB 3 acl
        failed VERB 1 acl:relcl
    """)
    )
    assert said.source is not None and said.source.text == "bishops"
