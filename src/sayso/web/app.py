"""A project to a web application: its pages with their twins, changes by review, static files."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from sayso.errors import ProjectError, SaysoError, UsageError
from sayso.store.project import Project, open_project
from sayso.web import gold
from sayso.web.guard import Gate, Guard
from sayso.web.pages import (
    claimants,
    disputes,
    errors,
    home,
    incident,
    incidents,
    method,
    places,
    report,
    review,
    search,
    table,
    timeline,
    tolls,
)
from sayso.web.render import FOLDER, render
from sayso.web.twins import write_csv, write_json
from sayso.web.visit import Missing, Page, Visit

#: Every page: its address and what answers it. Each has twins at NAME.json and NAME.csv.
PAGES: dict[str, Callable[[Visit], Page]] = {
    "": home.show,
    "search": search.show,
    "report": report.show,
    "incidents": incidents.show,
    "incident": incident.show,
    "tolls": tolls.show,
    "timeline": timeline.show,
    "map": places.show,
    "claimants": claimants.show,
    "claimant": claimants.show_one,
    "disputes": disputes.show,
    "table": table.show,
    "review": review.show,
    "errors": errors.show,
    "method": method.show,
}


@dataclass(frozen=True, slots=True)
class Site:
    """What the pages stand on: the project's folder and the name that reviews are signed with."""

    folder: str | os.PathLike[str]
    reviewer: str = ""
    #: Opens the project for one request; it is closed after it.
    opened: Callable[..., Project] = field(default=open_project)


def make_app(site: Site, gate: Gate) -> ASGIApp:
    """Return the application that serves the pages of a project to those the gate lets in."""
    routes: list[Route | Mount] = []
    for name, show in PAGES.items():
        routes.append(Route(f"/{name}", _page(site, name, show), methods=["GET"]))
        for ending in ("json", "csv"):
            path = f"/{name or 'home'}.{ending}"
            routes.append(Route(path, _twin(site, name, show, ending), methods=["GET"]))
    routes += [
        Route("/review", _change(site), methods=["POST"]),
        Route("/original", _original(site), methods=["GET"]),
        *(Route(f"/{name}", _gold(site, write), methods=["GET"])
          for name, write in gold.FILES.items()),
        Mount("/static", StaticFiles(directory=FOLDER / "static")),
    ]  # fmt: skip
    inside = Starlette(
        routes=routes,
        middleware=[Middleware(GZipMiddleware, minimum_size=1000)],
        exception_handlers={404: _not_here},
    )
    return Guard(inside, gate)


def _page(site: Site, name: str, show: Callable[[Visit], Page]) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        return _answered(lambda: _shown(site, name, show, request), name)

    return answer


def _shown(site: Site, name: str, show: Callable[[Visit], Page], request: Request) -> Response:
    with site.opened(site.folder, read_only=True) as project:
        visit = Visit(project, name, dict(request.query_params), reviewer=site.reviewer)
        page = show(visit)
        shown = {"visit": visit, "title": page.title, "project": project.settings.name}
        return _html(render(page.template, shown | dict(page.shown)))


def _twin(
    site: Site, name: str, show: Callable[[Visit], Page], ending: str
) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        asked = dict(request.query_params)
        with site.opened(site.folder, read_only=True) as project:
            page = show(Visit(project, name, asked, whole=True, reviewer=site.reviewer))
        if ending == "json":
            return Response(write_json(page, asked), media_type="application/json")
        as_file = {"Content-Disposition": f'attachment; filename="sayso-{name or "home"}.csv"'}
        return Response(write_csv(page.rows), media_type="text/csv", headers=as_file)

    return lambda request: _answered(lambda: answer(request), None)


def _change(site: Site) -> Callable[[Request], object]:
    async def answer(request: Request) -> Response:
        told = (await request.body()).decode("utf-8", "replace")
        form = dict(parse_qsl(told, keep_blank_values=True, max_num_fields=50))
        return await run_in_threadpool(_answered, lambda: decide(form), "review")

    def decide(form: dict[str, str]) -> Response:
        with site.opened(site.folder) as project:
            return RedirectResponse(review.decide(project, form), 303)

    return answer


def _original(site: Site) -> Callable[[Request], Response]:
    def original(request: Request) -> Response:
        with site.opened(site.folder, read_only=True) as project:
            data = project.original(request.query_params.get("id", ""))
        if data is None:
            raise Missing("there is no such report in this project")
        headers = {"Content-Disposition": 'attachment; filename="original"'}
        return Response(data, media_type="application/octet-stream", headers=headers)

    return lambda request: _answered(lambda: original(request), None)


def _gold(site: Site, write: Callable[[Project], str]) -> Callable[[Request], Response]:
    def written(request: Request) -> Response:
        with site.opened(site.folder, read_only=True) as project:
            return Response(write(project), media_type="application/jsonl")

    return lambda request: _answered(lambda: written(request), None)


def _answered(answer: Callable[[], Response], name: str | None) -> Response:
    """Return the answer, or what was wrong: as a page for pages, as a line for the twins."""
    try:
        return answer()
    except (Missing, UsageError, ProjectError) as wrong:
        status = {Missing: 404, UsageError: 400}.get(type(wrong), 503)
        return PlainTextResponse(f"{wrong}\n", status) if name is None else wrongly(wrong, status)


def wrongly(wrong: SaysoError, status: int) -> Response:
    """Return the page that says what was wrong and what to do."""
    return _html(render("wrong.html", {"title": "This cannot be shown", "wrong": wrong}), status)


def _not_here(request: Request, _: Exception) -> Response:
    return wrongly(Missing("there is no such page", "The menu leads to all of them."), 404)


def _html(text: str, status: int = 200) -> Response:
    # A lone surrogate, which no page can hold, is shown as what it is: no character.
    return Response(text.encode("utf-8", "replace"), status, media_type="text/html")
