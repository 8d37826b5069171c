"""The dialogs that explain a login: endpoint, token, tokens."""

import json

from PySide6.QtWidgets import QWidget

from k2bench.auth.channel_checks import clock_check
from k2bench.auth.claims import Expected
from k2bench.auth.discovery import discovery_url, read_discovery
from k2bench.auth.endpoint_checks import (
    Asked,
    document_checks,
    key_check,
)
from k2bench.auth.inspection import inspect
from k2bench.core.problem import NextStep, Problem, ProblemKind, Step
from k2bench.ui.authorization.endpoint_dialog import EndpointDialog
from k2bench.ui.authorization.inspector_dialog import InspectorDialog
from k2bench.ui.authorization.tokens_dialog import TokensDialog
from k2bench.workbench.endpoint_check import EndpointReport
from k2bench.workbench.tokens import HeldToken
from k2bench.workbench.verification import Outcome, Verification
from tests.visual import samples
from tests.visual.stage import Stage
from tests.visual.state import Album

album = Album()


def _report() -> EndpointReport:
    issuer = samples.LIVE.token_url.removesuffix("/connect/token")
    document = {
        "issuer": issuer,
        "token_endpoint": samples.LIVE.token_url,
        "jwks_uri": f"{issuer}/.well-known/openid-configuration/jwks",
        "grant_types_supported": ["authorization_code", "client_credentials", "refresh_token"],
        "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
        "scopes_supported": ["openid", "profile", "https://api.k2.com/", "offline_access"],
        "id_token_signing_alg_values_supported": ["RS256"],
    }
    raw = json.dumps(document)
    asked = Asked(f"{samples.LIVE.token_url}/", scope="https://api.k2.com")
    found = read_discovery(raw.encode(), "application/json")
    checks = (
        *document_checks(found, asked),
        key_check(found, samples.LIVE.token_url, 2, ""),
        clock_check("Mon, 02 Mar 2026 10:30:00 GMT", samples.NOW),
    )
    return EndpointReport(
        discovery_url(samples.LIVE.token_url),
        checks,
        found.rows(),
        raw,
    )


def _endpoint(stage: Stage, page: str = "Checks") -> QWidget:
    dialog = _dialog(stage)
    dialog.show_report(_report())
    dialog.pages.show_page(page)
    dialog.open()
    stage.until(stage.app.bridge.is_idle)
    return stage.dialog()


def _dialog(stage: Stage) -> EndpointDialog:
    return EndpointDialog(discovery_url(samples.LIVE.token_url), stage.app.bridge, stage.window)


@album.state("endpoint")
def endpoint(stage: Stage) -> QWidget:
    return _endpoint(stage)


@album.state("endpoint-document")
def endpoint_document(stage: Stage) -> QWidget:
    return _endpoint(stage, "Document")


@album.state("endpoint-json")
def endpoint_json(stage: Stage) -> QWidget:
    return _endpoint(stage, "JSON")


@album.state("endpoint-waiting")
def endpoint_waiting(stage: Stage) -> QWidget:
    _dialog(stage).open()
    return stage.dialog()


@album.state("endpoint-problem")
def endpoint_problem(stage: Stage) -> QWidget:
    dialog = _dialog(stage)
    dialog.show_problem(
        Problem(
            ProblemKind.NETWORK,
            "There is no host named login.onk2.com",
            "Very likely the Access Token URL has a typing error.",
            steps=(NextStep("Edit Access Token URL", Step.EDIT_FIELD, "Access Token URL"),),
        )
    )
    dialog.open()
    return stage.dialog()


def _inspector(stage: Stage, page: str) -> QWidget:
    expected = Expected(samples.DEMO.token_url, samples.DEMO.client_id, samples.NOW)
    dialog = InspectorDialog(inspect(samples.token(), expected), stage.window)
    dialog.show_exchange(samples.token_answer())
    why = "Signed by the login with its key “8E1F” (RS256)."
    dialog.show_verification(Verification(Outcome.VERIFIED, why))
    dialog.pages.show_page(page)
    dialog.open()
    return stage.dialog()


@album.state("inspector", doubled=True)
def inspector(stage: Stage) -> QWidget:
    return _inspector(stage, "Claims")


@album.state("inspector-json")
def inspector_json(stage: Stage) -> QWidget:
    return _inspector(stage, "JSON")


@album.state("inspector-request")
def inspector_request(stage: Stage) -> QWidget:
    return _inspector(stage, "Request")


@album.state("inspector-answer")
def inspector_answer(stage: Stage) -> QWidget:
    return _inspector(stage, "Answer")


@album.state("inspector-waiting")
def inspector_waiting(stage: Stage) -> QWidget:
    expected = Expected(samples.DEMO.token_url, samples.DEMO.client_id, samples.NOW)
    InspectorDialog(inspect(samples.token(age=3700.0), expected), stage.window).open()
    return stage.dialog()


@album.state("tokens")
def tokens(stage: Stage) -> QWidget:
    held = (
        HeldToken("demo", "https://api.k2.com/", samples.token(), pinned=True),
        HeldToken("live", "https://scim.onk2.com/write", samples.token(age=4000.0), pinned=False),
    )
    names = {"demo": "Demo tenant", "live": "Contoso live"}
    TokensDialog(held, names.__getitem__, samples.NOW, stage.window).open()
    return stage.dialog()


@album.state("tokens-none")
def no_tokens(stage: Stage) -> QWidget:
    TokensDialog((), str, samples.NOW, stage.window).open()
    return stage.dialog()
