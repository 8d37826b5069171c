"""The request pane and the Authorization panel in their forms."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from k2bench.core.authorization import ApiKeyAuth, Auth, BasicAuth, BearerAuth, KeyPlace, NoAuth
from k2bench.core.request import FormBody, Pair, TextBody
from k2bench.core.secret import Secret
from tests.visual import samples
from tests.visual.stage import NARROW, Stage
from tests.visual.state import Album

album = Album()


def _opened(stage: Stage, page: str) -> None:
    stage.use()
    body = TextBody('{\n  "FirstName": "Ada",\n  "Salary": 84500.10\n}', "application/json")
    stage.open(replace(samples.EMPLOYEES, method="POST", body=body))
    stage.workspace.tab.request.pages.show_page(page)


@album.state("request-headers", NARROW)
def headers(stage: Stage) -> QWidget:
    _opened(stage, "Headers")
    return stage.window


@album.state("request-bulk-edit", NARROW)
def bulk_edit(stage: Stage) -> QWidget:
    _opened(stage, "Params")
    stage.workspace.tab.request.params.bulk.click()
    return stage.window


@album.state("request-body", NARROW)
def json_body(stage: Stage) -> QWidget:
    _opened(stage, "Body")
    return stage.window


@album.state("request-form", NARROW)
def form_body(stage: Stage) -> QWidget:
    stage.use()
    pairs = (Pair("grant_type", "client_credentials"), Pair("trace", "1", enabled=False))
    stage.open(replace(samples.EMPLOYEES, method="PATCH", body=FormBody(pairs)))
    stage.workspace.tab.request.pages.show_page("Body")
    return stage.window


@album.state("request-no-body", NARROW)
def no_body(stage: Stage) -> QWidget:
    stage.use()
    stage.open()
    stage.workspace.tab.request.pages.show_page("Body")
    return stage.window


def _auth(stage: Stage, auth: Auth) -> QWidget:
    stage.use()
    stage.open(replace(samples.EMPLOYEES, auth=auth))
    return stage.window


@album.state("auth-none", NARROW)
def no_auth(stage: Stage) -> QWidget:
    return _auth(stage, NoAuth())


@album.state("auth-bearer", NARROW)
def bearer(stage: Stage) -> QWidget:
    return _auth(stage, BearerAuth(Secret("a token from elsewhere")))


@album.state("auth-basic", NARROW)
def basic(stage: Stage) -> QWidget:
    return _auth(stage, BasicAuth("ada", Secret("analytical")))


@album.state("auth-api-key", NARROW)
def api_key(stage: Stage) -> QWidget:
    return _auth(stage, ApiKeyAuth("X-Api-Key", Secret("analytical"), KeyPlace.HEADER))
