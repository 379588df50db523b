"""The measure of times: what counts as right, and that it reads the forms of its sets."""

import json

import pytest

from sayso.errors import InputError
from sayso.evaluate.time_sets import DateCase, read_timeml
from sayso.evaluate.times import is_right, score_times, value_of
from sayso.record.grounding import When

DOCUMENT = """<TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2024-06-12">June 12, 2024</TIMEX3></DCT>
<TEXT>The port &amp; the mill <EVENT>burned</EVENT>
on <TIMEX3 type="DATE" value="2024-06-10">Monday</TIMEX3>
for <TIMEX3 type="DURATION" value="PT3H">three hours</TIMEX3>.</TEXT></TimeML>"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "date_cases.tsv").write_text(
        "# head\nyesterday\t2024-06-12\t2024-06-11\t-\tday\texact\n"
        "soon\t2024-06-12\t-\t-\t-\tunresolved\nMonday\t2024-06-12\t2024-06-09\t-\tday\t-\n",
        encoding="utf-8",
    )
    for corpus in ("TimeBank", "AQUAINT"):
        (tmp_path / "tempeval3" / corpus).mkdir(parents=True)
    (tmp_path / "tempeval3" / "TimeBank" / "a.tml").write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "recognizers").mkdir()
    stretch = {"values": [{"start": "2023-03-01", "end": "2023-04-01"}]}
    results = [
        {"Text": "march 2023", "TypeName": "datetimeV2.daterange", "Resolution": stretch},
        {"Text": "three hours", "TypeName": "datetimeV2.duration", "Resolution": stretch},
    ]
    case = {"Context": {"ReferenceDateTime": "2024-06-12T00:00:00"}, "Results": results}
    path = tmp_path / "recognizers" / "DateTimeModel.json"
    path.write_text(json.dumps([case]), encoding="utf-8")
    return tmp_path


def test_every_set_of_the_folder_is_counted(folder):
    tallies = score_times(folder)
    counts = {name: (t.hit, t.found, t.gold) for name, t in tallies.items()}
    assert counts == {
        "date cases, resolve": (1, 2, 2),
        "date cases, refuse": (1, 1, 1),
        "TimeBank, all": (3, 3, 3),
        "TimeBank, DATE": (2, 2, 2),
        "TimeBank, DURATION": (1, 1, 1),
        "TimeBank, found exactly": (2, 2, 2),
        "TimeBank, found in part": (2, 2, 2),
        "Microsoft, both ends": (1, 1, 1),
        "Microsoft, first day": (1, 1, 1),
    }


def test_a_folder_that_is_not_there_is_named_with_what_to_do(tmp_path):
    with pytest.raises(InputError, match="no folder"):
        score_times(tmp_path / "away")
    with pytest.raises(InputError, match=r"date_cases\.tsv"):
        score_times(tmp_path)


def test_gold_spans_stand_on_the_plain_text(folder):
    created, monday, hours = read_timeml(folder / "tempeval3" / "TimeBank")
    assert created.created == "2024-06-12"
    for gold in (monday, hours):
        assert gold.span.is_verbatim(gold.text)
    assert "port & the mill burned" in monday.text
    assert value_of(monday) == "2024-06-10"


DAY = ("2024-06-11", "2024-06-11", "day", "exact")
MONTH = ("2024-06-01", "2024-06-30", "month", "exact")
WEEK = ("2024-06-03", "2024-06-09", "week", "exact")


@pytest.mark.parametrize(
    ("asked", "found", "right"),
    [
        (("2024-06-11", None, "day", "exact"), DAY, True),
        (("2024-06-10", None, "day", "exact"), DAY, False),
        (("2024-06-11", None, None, "exact"), (*DAY[:3], "open"), False),
        (("2024-06-03", "2024-06-09", None, None), WEEK, True),
        (("2024-06-03", "2024-06-08", None, None), WEEK, False),
        (("2024-06-11", None, None, None), MONTH, True),
        (("2024-07-11", None, None, None), MONTH, False),
        ((None, None, "week", "exact"), WEEK, True),
        ((None, None, None, "unresolved"), WEEK, False),
    ],
)
def test_a_case_is_right_where_the_days_asked_for_come_out(asked, found, right):
    assert is_right(DateCase("x", "2024-06-12", *asked), When(*found)) is right
