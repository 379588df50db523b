"""The decisions of reviewers to gold files: the texts, and their marks as people left them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from sayso.errors import UsageError
from sayso.record.findings import Event, Figure, Statement
from sayso.record.reading import Article, Reading
from sayso.record.span import Span
from sayso.record.written import Json, to_json
from sayso.store.journal import Decision
from sayso.store.project import Project
from sayso.web.corrections import Finding, corrected, words
from sayso.web.verdicts import REJECTED, stand

#: Fields of the record that a gold file does not have: they are made, not marked.
_MADE = {
    "rule", "confidence", "speaker", "actors", "targets", "where", "when", "evidence", "mentions",
    "source_written", "withheld", "of_class", "since", "until", "unverified", "event",
}  # fmt: skip
_KINDS = ("statements", "events", "figures", "proposals", "polls")


def write_marks(project: Project) -> str:
    """Return a line of marks for each report that was decided on, spans as verbatim words."""
    return "".join(
        json.dumps(_marks(article, reading, about), ensure_ascii=False) + "\n"
        for article, reading, about in _reviewed(project)
    )


def write_texts(project: Project) -> str:
    """Return a line for each report that was decided on: id, text, and where it is from."""
    return "".join(
        json.dumps(_text(article), ensure_ascii=False) + "\n" for article, *_ in _reviewed(project)
    )


#: The files that can be fetched.
FILES: dict[str, Callable[[Project], str]] = {
    "reviewed.gold.jsonl": write_marks,
    "reviewed.texts.jsonl": write_texts,
}


def as_reviewed(finding: Finding, decisions: list[Decision], text: str) -> Finding | None:
    """Return a finding as people left it; None where it was rejected."""
    verdict = stand(decisions)
    if verdict.state == REJECTED:
        return None
    for field, value in verdict.values:
        try:
            finding = corrected(finding, field, value or "", text)
        except UsageError:
            continue  # A newer reading may have words that the correction does not fit.
    return finding


def _reviewed(
    project: Project,
) -> Iterator[tuple[Article, Reading, dict[str, list[Decision]]]]:
    by_report: dict[str, dict[str, list[Decision]]] = {}
    for decision in project.decisions():
        report, _, finding = decision.about.rpartition("/")
        by_report.setdefault(report, {}).setdefault(finding, []).append(decision)
    for report in sorted(by_report):
        article, reading = project.article(report), project.reading(report)
        if article is not None and reading is not None:
            yield article, reading, by_report[report]


def _text(article: Article) -> dict[str, Json]:
    return {
        "id": article.id, "title": article.title, "publisher": article.publisher,
        "published": article.published, "url": article.url, "text": article.text,
    }  # fmt: skip


def _marks(article: Article, reading: Reading, about: dict[str, list[Decision]]) -> dict[str, Json]:
    marks: dict[str, Json] = {"id": article.id}
    for kind in _KINDS:
        kept: list[Json] = []
        for finding in getattr(reading, kind):
            if isinstance(finding, (Statement, Event, Figure)):
                finding = as_reviewed(finding, about.get(finding.id, []), article.text)
            if finding is not None:
                kept.append(_mark(finding, article.text))
        marks[kind] = kept
    states = {id: stand(decisions).state or "open" for id, decisions in about.items()}
    marks["reviewed"] = dict(sorted(states.items()))
    return marks


def _mark(noun: object, text: str) -> Json:
    """Return a noun as marks are written: spans as words, without what was made by rules."""
    if isinstance(noun, Span):
        return words(noun, text)
    if isinstance(noun, tuple):
        return [_mark(part, text) for part in noun]
    names = getattr(noun, "__dataclass_fields__", None)
    if names is None:
        return to_json(noun)
    return {name: _mark(getattr(noun, name), text) for name in names if name not in _MADE}
