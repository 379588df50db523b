"""Words to lemmas."""

from __future__ import annotations

import pytest

from sayso.language.verb_forms import verb_lemma
from sayso.parse.lemmas import lemma


@pytest.mark.parametrize(
    ("word", "script", "upos", "wanted"),
    [
        ("killed", "2:", "VERB", "kill"),
        ("Went", "4:go", "VERB", "go"),
        ("Americans", "9:American", "NOUN", "American"),
        ("Argentine", "7:Spanish", "ADJ", "Argentine"),
        ("Policemen", "1:", "NOUN", "policeman"),
        ("grandchildren", "1:", "NOUN", "grandchild"),
        ("wolves", "1:", "NOUN", "wolf"),
        ("police", "0:", "NOUN", "police"),
        ("Babies", "1:", "NOUN", "baby"),
        ("movies", "1:", "NOUN", "movie"),
        ("witnesses", "1:", "NOUN", "witness"),
        ("impasses", "1:", "NOUN", "impasse"),
        ("regimen", "0:", "NOUN", "regimen"),
        ("Gaza", "0:", "PROPN", "Gaza"),
        ("a", "1:", "DET", "a"),
    ],
)
def test_a_lemma_script_strips_and_adds(word: str, script: str, upos: str, wanted: str) -> None:
    assert lemma(word, script, upos) == wanted


@pytest.mark.parametrize(
    ("form", "plain"),
    [
        ("denied", "deny"), ("seized", "seize"), ("stopped", "stop"), ("shelled", "shell"),
        ("controlled", "control"), ("held", "hold"), ("sought", "seek"), ("withdrew", "withdraw"),
        ("agreed", "agree"), ("need", "need"), ("seeing", "see"), ("fleeing", "flee"),
        ("bring", "bring"), ("bringing", "bring"), ("accusing", "accuse"), ("focused", "focus"),
        ("presses", "press"), ("goes", "go"), ("carries", "carry"), ("lying", "lie"),
        ("lay", "lay"), ("negotiated", "negotiate"), ("repeated", "repeat"), ("created", "create"),
        ("settled", "settle"), ("charged", "charge"), ("exchanged", "exchange"),
        ("hanged", "hang"), ("opened", "open"), ("convened", "convene"), ("joined", "join"),
        ("combined", "combine"), ("attacked", "attack"), ("provoked", "provoke"),
        ("excluded", "exclude"), ("clouded", "cloud"), ("add", "add"), ("added", "add"),
        ("tied", "tie"), ("use", "use"), ("used", "use"), ("is", "be"), ("ed", "ed"), ("s", "s"),
    ],
)  # fmt: skip
def test_a_verb_has_its_plain_form(form: str, plain: str) -> None:
    assert verb_lemma(form) == plain


@pytest.mark.parametrize(
    "plain",
    ["abandon", "abduct", "accept", "advise", "ambush", "answer", "appeal", "argue", "arrest",
     "ban", "behead", "besiege", "blame", "blockade", "bomb", "burn", "capture", "cease",
     "challenge", "clash", "condemn", "convoy", "defeat", "defend", "demand", "deploy", "detain",
     "disarm", "displace", "endorse", "evacuate", "execute", "expel", "explode", "fire", "guard",
     "harm", "impose", "injure", "intercept", "invade", "jail", "kidnap", "loot", "massacre",
     "mediate", "monitor", "murder", "negotiate", "obey", "offer", "patrol", "pledge", "poison",
     "promise", "propose", "protest", "punish", "raid", "ratify", "rebel", "refuse", "reject",
     "release", "rescue", "resume", "retreat", "sanction", "settle", "starve", "stone", "storm",
     "suspend", "threaten", "topple", "torture", "urge", "veto", "vow", "warn", "wound"],
)  # fmt: skip
def test_forms_of_a_regular_verb_lead_back_to_it(plain: str) -> None:
    doubled = plain in ("ban", "expel", "kidnap", "patrol", "rebel")
    stem = plain + plain[-1] if doubled else plain.removesuffix("e")
    past = plain[:-1] + "ied" if plain == "ratify" else stem + "ed"
    assert verb_lemma(past) == plain
    assert verb_lemma(stem + "ing") == plain
    third = plain + ("es" if plain.endswith(("sh", "o")) else "s")
    assert verb_lemma("ratifies" if plain == "ratify" else third) == plain
