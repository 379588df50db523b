"""The act of a statement that the word of its cue tells."""

from dataclasses import replace

import pytest

from parsed import parsed
from sayso.find.statements.acts import acted
from sayso.language.spans import span_of
from sayso.record.findings import Statement
from sayso.record.vocabulary import Act

TABLE = """
Acme PROPN 2 nsubj
{cue} VERB 0 root
the DET 4 det
{noun} NOUN 2 obj
"""


@pytest.mark.parametrize(
    ("cue", "noun", "act"),
    [
        ("begged", "judge", "asks"),
        ("predicted", "flood", "estimates"),
        ("admitted", "theft", "confirms"),
        ("denies", "theft", "denies"),
        ("dismissed", "verdict", "rejects"),
        ("dismissed", "claim", "denies"),
        ("rejected", "accusation", "denies"),
        ("rejected", "offer", "rejects"),
        ("repeated", "claim", "states"),
        ("repeated", "accusation", "accuses"),
        ("reiterates", "offer", "offers"),
    ],
)
def test_an_inflected_cue_tells_the_act_of_its_verb(cue: str, noun: str, act: str) -> None:
    doc = parsed(TABLE.format(cue=cue, noun=noun))
    said = Statement("", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 2, 4),))
    assert acted(doc, said).act == act


@pytest.mark.parametrize(
    ("words", "act"), [("guilty", "confirms"), ("not guilty", "denies"), ("his case", "asks")]
)
def test_a_plea_before_a_court_confirms_or_denies(words: str, act: str) -> None:
    last = 2 + len(words.split())
    rows = [
        f"{word} ADJ {2 if n == last else last} xcomp" for n, word in enumerate(words.split(), 3)
    ]
    doc = parsed("\n".join(["He PRON 2 nsubj", "pleads VERB 0 root", *rows]))
    said = Statement("", None, span_of(doc, 1, 2), (span_of(doc, 2, len(doc)),))
    assert acted(doc, said).act == act


@pytest.mark.parametrize(
    ("words", "act"),
    [("avenge VERB 2 xcomp", "threatens"), ("revenge NOUN 2 obj", "threatens"),
     ("help VERB 2 xcomp", "promises"), ("answer NOUN 2 obj", "promises")],
)  # fmt: skip
def test_who_promises_to_hurt_threatens(words: str, act: str) -> None:
    doc = parsed(f"Rebels NOUN 2 nsubj\nvow VERB 0 root\n{words}")
    said = Statement("", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 2, 3),))
    assert acted(doc, said).act == act


@pytest.mark.parametrize(("relation", "act"), [("nsubj:pass", "accuses"), ("nsubj", "believes")])
def test_who_is_suspected_is_accused(relation: str, act: str) -> None:
    doc = parsed(f"He PRON 2 {relation}\nsuspected VERB 0 root\ntheft NOUN 2 obl")
    said = Statement("", None, span_of(doc, 1, 2), (span_of(doc, 2, 3),))
    assert acted(doc, said).act == act


@pytest.mark.parametrize(
    ("words", "act"),
    [("nonsense NOUN 2 xcomp", "denies"), ("a DET 4 det\nlie NOUN 2 xcomp", "denies"),
     ("as ADP 4 case\nfiction NOUN 2 obl", "denies"), ("pamphlets NOUN 2 xcomp", "states"),
     ("of ADP 4 case\nlies NOUN 2 obl", "states")],
)  # fmt: skip
def test_who_calls_a_thing_untrue_denies(words: str, act: str) -> None:
    doc = parsed(f"Rebels NOUN 2 nsubj\nlabelled VERB 0 root\n{words}")
    said = Statement("", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 2, len(doc)),))
    assert acted(doc, said).act == act


CLAIM = """
Mayors NOUN 2 nsubj
insist VERB 0 root
the DET 4 det
{noun} NOUN {head} nsubj
was AUX {head} cop
{words}
"""


@pytest.mark.parametrize(
    ("noun", "words", "head", "act"),
    [("claim", "false ADJ 2 ccomp", 6, "denies"), ("account", "invented VERB 2 ccomp", 6, "denies"),
     ("beard", "false ADJ 2 ccomp", 6, "states"),
     ("claim", "not PART 7 advmod\nfalse ADJ 2 ccomp", 7, "states")],
)  # fmt: skip
def test_who_says_a_claim_is_untrue_denies(noun: str, words: str, head: int, act: str) -> None:
    doc = parsed(CLAIM.format(noun=noun, words=words, head=head))
    said = Statement("", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 2, len(doc)),))
    assert acted(doc, said).act == act


READY = """
He PRON 2 nsubj
retort VERB 0 root
aides NOUN 2 obj
he PRON 6 nsubj
was AUX 6 cop
{word} ADJ 2 ccomp
to PART 8 mark
leave VERB 6 xcomp
{mark} SCONJ 11 mark
they PRON 11 nsubj
paid VERB 8 advcl
"""


@pytest.mark.parametrize(
    ("word", "mark", "act"),
    [("ready", "if", "states"), ("ready", "when", "demands"), ("obliged", "if", "demands")],
)
def test_who_says_on_what_condition_he_would_act_demands_nothing(
    word: str, mark: str, act: str
) -> None:
    doc = parsed(READY.format(word=word, mark=mark))
    said = Statement(
        "", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 3, 11),), act="demands"
    )
    assert acted(doc, said).act == act


@pytest.mark.parametrize(("noun", "act"), [("famine", "warns"), ("reprisals", "threatens")])
def test_a_warning_of_hunger_threatens_nobody(noun: str, act: str) -> None:
    doc = parsed(f"Medics NOUN 2 nsubj\nwarned VERB 0 root\nof ADP 4 case\n{noun} NOUN 2 obl")
    said = Statement("", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 2, 4),))
    assert acted(doc, replace(said, act="threatens")).act == act


@pytest.mark.parametrize(
    ("verb", "act"),
    [
        ("was AUX 6 cop _ Mood=Ind|VerbForm=Fin", "states"),
        ("be AUX 6 cop _ VerbForm=Inf", "demands"),
        ("must AUX 6 aux _ VerbForm=Fin", "demands"),
    ],
)
def test_who_insists_that_a_thing_is_so_demands_nothing(verb: str, act: str) -> None:
    doc = parsed(f"""
        Ann PROPN 2 nsubj
        insisted VERB 0 root
        the DET 4 det
        road NOUN 6 nsubj
        {verb}
        open ADJ 2 ccomp
    """)
    said = Statement(
        "", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 2, 6),), act="demands"
    )
    assert acted(doc, said).act == act


@pytest.mark.parametrize(
    ("cue", "aux", "act"),
    [
        ("insists", "will", "states"), ("declared", "would", "states"),
        ("ruled", "would", "rejects"), ("retorts", "did", "rejects"),
    ],
)  # fmt: skip
def test_who_says_what_he_will_not_do_but_says_so(cue: str, aux: str, act: str) -> None:
    doc = parsed(f"""
        Ann PROPN 2 nsubj
        {cue} VERB 0 root
        she PRON 6 nsubj
        {aux} AUX 6 aux
        not PART 6 advmod
        bargain VERB 2 ccomp
    """)
    said = Statement(
        "", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 2, 6),), act="rejects"
    )
    assert acted(doc, said).act == act


@pytest.mark.parametrize(
    ("cue", "said", "act"),
    [
        ("recalled", "threatens", "states"), ("describes", "believes", "states"),
        ("described", "accuses", "accuses"), ("notes", "promises", "states"),
    ],
)  # fmt: skip
def test_who_but_describes_or_recalls_threatens_nobody(cue: str, said: Act, act: str) -> None:
    doc = parsed(TABLE.format(cue=cue, noun="raid"))
    told = Statement("", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 2, 4),))
    assert acted(doc, replace(told, act=said)).act == act


@pytest.mark.parametrize(
    ("word", "act"), [("holds", "states"), ("never", "denies"), ("untrue", "denies")]
)
def test_who_insists_that_a_thing_is_so_denies_nothing(word: str, act: Act) -> None:
    rows = f"""
        Oslo PROPN 2 nsubj
        insists VERB 0 root
        truce NOUN 4 nsubj
        {word} VERB 2 ccomp
    """
    doc = parsed(rows)
    said = Statement("", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 2, 4),))
    assert acted(doc, replace(said, act="denies")).act == act


def test_who_answers_that_it_is_a_lie_denies() -> None:
    rows = "It PRON 4 nsubj\nis AUX 4 cop\na DET 4 det\nlie NOUN 5 ccomp\nretorted VERB 0 root"
    doc = parsed(rows + "\nOslo PROPN 5 nsubj")
    said = Statement("", span_of(doc, 5, 6), span_of(doc, 4, 5), (span_of(doc, 0, 4),))
    assert acted(doc, replace(said, act="accuses")).act == "denies"


@pytest.mark.parametrize(("noun", "act"), [("provocation", "warns"), ("war", "threatens")])
def test_who_warns_of_what_others_may_do_threatens_nobody(noun: str, act: Act) -> None:
    rows = f"Oslo PROPN 2 nsubj\nwarned VERB 0 root\nof ADP 4 case\n{noun} NOUN 2 obl"
    doc = parsed(rows)
    said = Statement("", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 3, 4),))
    assert acted(doc, replace(said, act="threatens")).act == act


@pytest.mark.parametrize(
    ("verb", "noun", "act"),
    [("intensify", "attacks", "threatens"), ("intensify", "talks", "promises"),
     ("halt", "attacks", "promises")],
)  # fmt: skip
def test_who_promises_more_attacks_threatens(verb: str, noun: str, act: Act) -> None:
    rows = f"Oslo PROPN 2 nsubj\nvowed VERB 0 root\nto PART 4 mark\n{verb} VERB 2 xcomp"
    doc = parsed(f"{rows}\n{noun} NOUN 4 obj")
    said = Statement("", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 2, 5),))
    assert acted(doc, said).act == act


def test_who_announces_a_thing_states_it() -> None:
    doc = parsed("Oslo PROPN 2 nsubj\nannounced VERB 0 root\nraids NOUN 2 obj")
    said = Statement("", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 2, 3),))
    assert acted(doc, replace(said, act="threatens")).act == "states"


@pytest.mark.parametrize(
    ("cue", "behind", "act"),
    [
        ("said", "ships NOUN 2 obj", "states"), ("told", "ships NOUN 2 obj", "states"),
        ("told", "go VERB 2 xcomp", "offers"), ("answered", "ships NOUN 2 obj", "offers"),
    ],
)  # fmt: skip
def test_who_but_tells_states_whatever_is_told(cue: str, behind: str, act: str) -> None:
    doc = parsed(f"Oslo PROPN 2 nsubj\n{cue} VERB 0 root\n{behind}")
    said = Statement("", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 2, 3),))
    assert acted(doc, replace(said, act="offers")).act == act
    kept = acted(doc, replace(said, act="denies")).act
    assert kept == "denies"
