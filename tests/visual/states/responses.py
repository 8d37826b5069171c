"""The response pane: each look at an answer, and what is there instead of one."""

import json
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtWidgets import QWidget

from k2bench.core.problem import NextStep, Problem, ProblemKind, Step
from k2bench.core.response import Redirect, ResponseBody, ResponseSnapshot, Sizes, Timings, TlsInfo
from k2bench.ui.response.tree.page import TreePage
from k2bench.workbench.progress import Preview, Progress
from tests.visual import samples
from tests.visual.stage import NARROW, Stage
from tests.visual.state import Album

SIZE = (1280, 800)
album = Album()


def _opened(stage: Stage) -> None:
    stage.use()
    stage.open()
    stage.got_token()


def _page(stage: Stage, name: str) -> QWidget:
    _opened(stage)
    stage.answered(samples.answer(samples.employees()), name)
    return stage.window


@album.state("pretty", SIZE)
def pretty(stage: Stage) -> QWidget:
    return _page(stage, "Pretty")


@album.state("raw", SIZE)
def raw(stage: Stage) -> QWidget:
    return _page(stage, "Raw")


@album.state("tree", SIZE, doubled=True)
def tree(stage: Stage) -> QWidget:
    return _tree(stage, samples.answer(samples.employees()))


@album.state("tree-cut-off", NARROW)
def a_tree_that_breaks_off(stage: Stage) -> QWidget:
    return _tree(stage, samples.answer(samples.ODD_JSON))


def _tree(stage: Stage, snapshot: ResponseSnapshot) -> QWidget:
    _opened(stage)
    stage.answered(snapshot, "Tree")
    page = stage.workspace.tab.response.tabs.page("Tree")
    assert isinstance(page, TreePage)
    page.view.reveal([1, 1, 2])
    page.view.verticalScrollBar().setValue(0)
    return stage.window


@album.state("hex", SIZE)
def binary(stage: Stage) -> QWidget:
    _opened(stage)
    stage.answered(samples.answer(samples.BINARY, media_type="application/octet-stream"), "Hex")
    return stage.window


@album.state("image", SIZE)
def a_picture(stage: Stage) -> QWidget:
    _opened(stage)
    stage.answered(samples.answer(samples.DRAWING, media_type="image/svg+xml"), "Image")
    return stage.window


@album.state("image-broken", NARROW)
def a_broken_picture(stage: Stage) -> QWidget:
    _opened(stage)
    body = b"\x89PNG\r\n\x1a\n and no more"
    stage.answered(samples.answer(body, media_type="image/png"), "Image")
    return stage.window


@album.state("headers", SIZE)
def headers(stage: Stage) -> QWidget:
    return _page(stage, "Headers")


@album.state("xml", SIZE)
def xml(stage: Stage) -> QWidget:
    _opened(stage)
    stage.answered(samples.answer(samples.METADATA, media_type="application/xml"), "Pretty")
    return stage.window


@album.state("not-found", SIZE, doubled=True)
def a_404_explained(stage: Stage) -> QWidget:
    _opened(stage)
    stage.answered(samples.not_found())
    return stage.window


@album.state("details", SIZE)
def the_details_of_a_problem(stage: Stage) -> QWidget:
    _opened(stage)
    stage.answered(samples.not_found())
    stage.press("Details")
    return stage.window


@album.state("empty-list", NARROW)
def a_list_without_rows(stage: Stage) -> QWidget:
    _opened(stage)
    body = json.dumps({"@odata.context": "$metadata#Suppliers", "value": []})
    stage.answered(samples.answer(body.encode()))
    return stage.window


@album.state("cut-off", NARROW)
def an_answer_that_was_cut_off(stage: Stage) -> QWidget:
    _opened(stage)
    stage.answered(samples.answer(samples.employees(40)[:4000]))
    return stage.window


@album.state("web-page", NARROW)
def a_web_page_instead_of_json(stage: Stage) -> QWidget:
    _opened(stage)
    body = b"<html><head><title>Sign in</title></head><body><h1>Sign in</h1></body></html>"
    stage.answered(samples.answer(body))
    return stage.window


@album.state("empty-body", NARROW)
def an_answer_without_a_body(stage: Stage) -> QWidget:
    _opened(stage)
    stage.answered(samples.answer(b"", 204, "No Content"))
    return stage.window


@album.state("waiting", NARROW)
def waiting(stage: Stage) -> QWidget:
    _opened(stage)
    response = stage.workspace.tab.response
    stage.workspace.tab.request.show_busy(True)
    response.show_waiting()
    stage.until(response.waiting.isVisible)
    response.waiting.show_received(12_400_000)
    return stage.window


def _arriving(stage: Stage) -> None:
    _opened(stage)
    response = stage.workspace.tab.response
    stage.workspace.tab.request.show_busy(True)
    whole = samples.answer(samples.employees(40))
    body = ResponseBody(whole.body[:8000], complete=False)
    part = replace(whole, body=body, sizes=Sizes(0, 8000), problem=None)
    seen: list[bool] = []
    response.tabs.read.connect(lambda: seen.append(True))
    response.show_preview(Preview(part, samples.shown(whole)[0]))
    stage.until(lambda: bool(seen))
    response.show_progress(Progress(200, 12_300_000, 54_000_000))


@album.state("arriving", NARROW)
def arriving(stage: Stage) -> QWidget:
    _arriving(stage)
    return stage.window


@album.state("cancelled-part", NARROW)
def cancelled_in_the_middle(stage: Stage) -> QWidget:
    _arriving(stage)
    stage.workspace.tab.request.show_busy(False)
    stage.workspace.tab.response.show_cancelled()
    return stage.window


@album.state("saved", NARROW)
def saved(stage: Stage) -> QWidget:
    _opened(stage)
    stage.answered(samples.answer(samples.employees()))
    response = stage.workspace.tab.response
    response.saving.show_transfer("Saving x.json: 120 MB of 500 MB", 120, 500)
    response.show_saved("Saved 1.2 MB as /home/ada/Downloads/EmployeeSample.json.")
    return stage.window


@album.state("timeline", (1280, 1100))
def timeline(stage: Stage) -> QWidget:
    return _page(stage, "Timeline")


@album.state("timeline-tls", (1280, 1400))
def timeline_over_tls_after_a_redirect(stage: Stage) -> QWidget:
    _opened(stage)
    hop = Redirect(
        307,
        "https://contoso.onk2.com/api/odatav4/v4/EmployeeSample",
        "https://eu.onk2.com/contoso/api/odatav4/v4/EmployeeSample",
        ("Authorization",),
    )
    tls = TlsInfo(
        "TLSv1.3",
        "TLS_AES_256_GCM_SHA384",
        "CN=R11, O=Let's Encrypt, C=US",
        "CN=*.onk2.com",
        "2026-03-20 08:00:00 UTC",
    )
    whole = samples.answer(samples.employees())
    packed = replace(
        whole,
        headers=(*whole.headers, ("Content-Encoding", "br")),
        timings=Timings(0.021, 0.034, 0.0004, 0.187, 0.096, 0.3391),
        sizes=Sizes(len(whole.body) // 9, len(whole.body)),
        tls=tls,
        redirects=(hop,),
        received_at=datetime(2026, 3, 8, tzinfo=UTC).timestamp(),
    )
    stage.answered(packed, "Timeline")
    return stage.window


@album.state("cancelled", NARROW)
def cancelled(stage: Stage) -> QWidget:
    _opened(stage)
    stage.workspace.tab.response.show_cancelled()
    return stage.window


@album.state("no-answer", NARROW)
def no_answer(stage: Stage) -> QWidget:
    _opened(stage)
    problem = Problem(
        ProblemKind.NETWORK,
        "127.0.0.1:51823 refuses the connection",
        "Nothing listens there. Is the address right, and is the server running?",
        detail="ConnectionRefusedError: [Errno 111] Connection refused",
        steps=(NextStep("Send again", Step.RETRY),),
    )
    stage.workspace.tab.response.show_problem(problem)
    return stage.window
