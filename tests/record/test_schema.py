"""The schema in docs/ is the one that the nouns make."""

import json
from pathlib import Path

from sayso.record.schema import reading_schema

PUBLISHED = Path(__file__).parents[2] / "docs/schema/reading.schema.json"


def test_the_published_schema_is_up_to_date() -> None:
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == reading_schema()
