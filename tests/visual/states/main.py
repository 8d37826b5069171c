"""The window at work, as a whole."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from k2bench.auth.credentials import ClientCredentials
from k2bench.auth.diagnosis import diagnose
from k2bench.auth.token_answer import TokenAnswer
from k2bench.core.problem import Problem, ProblemKind
from k2bench.core.request import RequestSpec
from k2bench.core.secret import Secret
from tests.visual import samples
from tests.visual.stage import NARROW, Stage
from tests.visual.state import Album

album = Album()


@album.state("main-zoom", zoom=2.0)
@album.state("main-narrow", size=NARROW, doubled=True)
@album.state("main", doubled=True)
def rows(stage: Stage) -> QWidget:
    stage.use()
    stage.open()
    stage.got_token()
    stage.answered(samples.answer(samples.employees()))
    return stage.window


@album.state("tabs", size=NARROW)
def several_requests(stage: Stage) -> QWidget:
    stage.use()
    stage.open(RequestSpec("GET", "{{workflow}}/tasks", name="Tasks"))
    stage.open()
    stage.open(RequestSpec("POST", "{{odata}}/Suppliers"))
    stage.workspace.tab.request.method.setCurrentText("PATCH")
    stage.workspace.tabs.bar.setCurrentIndex(1)
    return stage.window


@album.state("opened")
def nothing_sent_yet(stage: Stage) -> QWidget:
    stage.use()
    stage.open()
    return stage.window


@album.state("login-failed-narrow", size=NARROW)
@album.state("login-failed", doubled=True)
def the_login_refused(stage: Stage) -> QWidget:
    stage.use()
    stage.open()
    sent = ClientCredentials(
        samples.DEMO.token_url,
        samples.DEMO.client_id,
        Secret("MuEzo1R7V3V2XQTZgL+jrXh/zCoOzsfuf72H444YDx0="),
        samples.DEMO.scope,
    )
    answer = TokenAnswer(400, "application/json", b'{"error":"invalid_client"}')
    stage.workspace.panel.show_secret(sent.client_secret)
    stage.workspace.panel.show_problem(diagnose(answer, sent))
    return stage.window


@album.state("login-waits", size=NARROW)
def a_token_is_asked_for(stage: Stage) -> QWidget:
    stage.use()
    stage.open()
    stage.workspace.panel.show_busy(True)
    return stage.window


@album.state("production")
def production(stage: Stage) -> QWidget:
    stage.use()
    stage.use(samples.LIVE)
    stage.open(replace(samples.EMPLOYEES, url="{{odata}}/Departments"))
    stage.workspace.panel.show_kept("Kept in the system's keychain.")
    return stage.window


@album.state("token-expired")
def the_token_has_expired(stage: Stage) -> QWidget:
    stage.use()
    stage.open()
    stage.got_token(age=4000.0)
    return stage.window


@album.state("crashed", size=NARROW)
def a_mistake_of_ours(stage: Stage) -> QWidget:
    stage.use()
    stage.open()
    problem = Problem(
        ProblemKind.BUG,
        "k2bench made a mistake",
        "Nothing that you typed is lost. The details help to mend it.",
        detail="Traceback (most recent call last):\n  ...\nZeroDivisionError: division by zero",
    )
    stage.window.banner.show_problem(problem)
    return stage.window
