"""Review: one finding at a time, to be accepted, rejected or corrected; all values are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.errors import UsageError
from sayso.record.reading import Article, Reading
from sayso.store.filters import Filter, conditions
from sayso.store.journal import Decision
from sayso.store.linking import JOINT
from sayso.store.project import Project
from sayso.web.corrections import BETWEEN, FIELDS, Finding, corrected, fields_of, words
from sayso.web.passages import passage, split
from sayso.web.remembered import remembered
from sayso.web.verdicts import ACCEPTED, REJECTED, VERDICT, stand
from sayso.web.visit import Missing, Page, Visit, address

KINDS = ("figures", "events", "statements")
ACTIONS = ("accept", "reject", "correct", "undo", "skip")
#: What may be said of two accounts ("report/event|report/event"), and how it is written.
PAIRS = {"same": ACCEPTED, "apart": REJECTED}
#: Decisions shown below the form, and findings looked at for the next open one.
LATEST, LOOKED_AT = 12, 5_000


@dataclass(frozen=True, slots=True)
class Chosen:
    """The finding under review, with its report and the decisions about it."""

    article: Article
    reading: Reading
    finding: Finding
    decisions: list[Decision]


def show(visit: Visit) -> Page:
    """Show the finding that ``about`` names, else the least sure one that is still open."""
    project = visit.project
    kind = visit.one_of("kind", KINDS)
    decisions = project.decisions()
    report = visit.word("report")
    queue = remembered(project, ("queue", kind, report), lambda: _queue(project, kind, report))
    decided = _decided(decisions)
    skipped = set((visit.word("skip") or "").split(","))
    open_ = [about for about in queue if about not in decided and about not in skipped]
    about = visit.word("about") or (open_[0] if open_ else None)
    chosen = _chosen(project, about) if about else None
    shown: dict[str, object] = {
        "kind": kind, "kinds": KINDS, "left": len(open_), "about": about, "chosen": chosen,
        "latest": decisions[::-1][:LATEST], "reviewer": visit.reviewer, "between": BETWEEN,
        "skip": visit.word("skip") or "", "queued": len(queue),
    }  # fmt: skip
    if chosen is not None and about is not None:
        shown["fields"] = fields_of(chosen.finding, chosen.article.text)
        shown["passage"] = passage(project, chosen.article.id, chosen.finding.id, around=400)
        shown["verdict"] = stand(chosen.decisions)
    return Page("review.html", "Review", shown, decisions)


def decide(project: Project, form: Mapping[str, str]) -> str:
    """Write what the form decides, and return the address of the next finding.

    Raises UsageError for what cannot be decided so, Missing where there is no such finding.
    """
    action = form.get("action", "")
    about, kind = form.get("about", ""), form.get("kind", KINDS[0])
    if action in PAIRS:
        return _decide_pair(project, form)
    if action not in ACTIONS or kind not in KINDS:
        raise UsageError(f"{action!r:.40} is no decision", f"It is one of {', '.join(ACTIONS)}.")
    skipped = form.get("skip", "")
    if action == "skip":
        skipped = ",".join([*filter(None, skipped.split(",")), about][-50:])
        return address("review", kind=kind, skip=skipped, report=form.get("report") or None)
    who = _signed(form)
    chosen = _chosen(project, about)
    why = form.get("why", "").strip()[:2_000]
    for field, old, new in _changes(chosen, action, form):
        project.decide(Decision("", who, about, field, old, new, why))
    back = about if action == "undo" else None
    return address(
        "review", kind=kind, about=back, skip=skipped or None, report=form.get("report") or None
    )


def _decide_pair(project: Project, form: Mapping[str, str]) -> str:
    """Write whether two events are one happening, and return the address of their incident."""
    who, about = _signed(form), form.get("about", "")
    for end in about.split(JOINT):
        if passage(project, *split(end)) is None:
            raise Missing(f"there is no event {end!r:.120}")
    if about.count(JOINT) != 1:
        raise UsageError(f"{about!r:.120} is no pair", "Choose two accounts of an incident.")
    new = PAIRS[form["action"]]
    project.decide(Decision("", who, about, "same-happening", None, new, ""))
    return address("incident", id=form.get("incident", ""))


def _signed(form: Mapping[str, str]) -> str:
    who = form.get("who", "").strip()[:200]
    if not who:
        raise UsageError("the decision is not signed", "Write your name in the form.")
    return who


def _changes(
    chosen: Chosen, action: str, form: Mapping[str, str]
) -> list[tuple[str, str | None, str | None]]:
    state = stand(chosen.decisions).state
    if action == "undo":
        return [(VERDICT, state, None)]
    if action == "reject":
        return [(VERDICT, state, REJECTED)]
    changes: list[tuple[str, str | None, str | None]] = []
    if action == "correct":
        text = chosen.article.text
        finding = chosen.finding
        for field in FIELDS[type(finding)]:
            old = words(getattr(chosen.finding, field), text)
            new = form.get(f"field-{field}", old).strip()
            if new != old:
                finding = corrected(finding, field, new, text)
                changes.append((field, old, new))
        if not changes:
            raise UsageError("nothing was corrected", "Change a field, or accept as it is.")
    return [*changes, (VERDICT, state, ACCEPTED)]


def _chosen(project: Project, about: str) -> Chosen:
    report, _, id = about.rpartition("/")
    article, reading = project.article(report), project.reading(report)
    if article is None or reading is None:
        raise Missing(f"there is no report {report!r:.120}")
    findings: list[Finding] = [*reading.figures, *reading.events, *reading.statements]
    for finding in findings:
        if finding.id == id:
            return Chosen(article, reading, finding, project.decisions(about))
    raise Missing(f"report {report!r:.120} has no finding {id!r:.40}")


def _queue(project: Project, kind: str, report: str | None) -> list[str]:
    """Return the findings of a kind, the least sure first."""
    clause, values = conditions(Filter(report=report), kind)
    rows = project.connection.execute(
        f"""SELECT r.id, t.id FROM {kind} t JOIN reports r ON r.key = t.report WHERE {clause}
            ORDER BY t.confidence, t.report DESC, t.start_char LIMIT ?""",
        [*values, LOOKED_AT],
    )
    return [f"{report_id}/{id}" for report_id, id in rows]


def _decided(decisions: list[Decision]) -> set[str]:
    by_finding: dict[str, list[Decision]] = {}
    for decision in decisions:
        by_finding.setdefault(decision.about, []).append(decision)
    return {about for about, own in by_finding.items() if stand(own).state is not None}
