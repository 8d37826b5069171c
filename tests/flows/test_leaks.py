"""Plants a secret, a token and a SCIM path token, uses every feature, then looks for them.

A later feature joins by one line in FEATURES.
"""

import base64
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from k2bench.core.authorization import NoAuth
from k2bench.core.environment import SecretKind
from k2bench.core.request import Pair, RequestSpec, TextBody
from k2bench.ui.demo.requests import READY
from tests.flows.conftest import Driver
from tests.flows.leaks import files, leaks, visible_texts

TYPED: set[str] = set()  # what stands in the open in a field because a person put it there


def _send(driver: Driver, spec: RequestSpec) -> None:
    driver.while_shown(lambda: driver.app.wiring.workspace.open_and_send(spec))


def _send_to_each_api(driver: Driver) -> None:
    for spec in READY:
        _send(driver, spec)


def _look_at_every_page(driver: Driver) -> None:
    for name in ("Pretty", "Raw", "Headers", "Table"):
        strip = driver.app.wiring.workspace.tab.response.tabs.strip
        if name in strip.names():
            strip.show_page(name)
            driver.settle()


def _fail(driver: Driver) -> None:
    token = driver.app.current.token
    assert token is not None
    secret = driver.app.session.secrets.remembered("demo", SecretKind.CLIENT)
    assert secret is not None
    echo = TextBody(secret.reveal() + token.value.reveal(), "text/plain")
    hand_typed = (
        RequestSpec("GET", "{{odata}}/Nope"),
        RequestSpec("GET", "http://127.0.0.1:1/" + secret.reveal(), auth=NoAuth()),
        RequestSpec("GET", "{{scim}}/Users/nobody"),
        RequestSpec("POST", "{{odata}}/Departments", body=echo),
        RequestSpec("GET", "{{odata}}/Departments", (Pair("X-Bad\n", token.value.reveal()),)),
        RequestSpec("GET", "{{odata}}/D", (Pair("Authorization", "B " + token.value.reveal()),)),
    )
    for spec in hand_typed:
        TYPED.update({spec.url, echo.text, *(pair.value for pair in spec.headers)})
        TYPED.update(f"{pair.name.strip()}: {pair.value}" for pair in spec.headers)  # in bulk
        _send(driver, spec)


def _a_wrong_login(driver: Driver) -> None:
    right = driver.text("Authorization/Client Secret")
    driver.type("Authorization/Client Secret", right + " ")
    driver.press("Authorization/Get New Access Token")
    driver.wait_for("Authorization/Problem")
    driver.type("Authorization/Client Secret", right)
    driver.press("Authorization/Get New Access Token")
    driver.wait(lambda: not driver.sees("Authorization/Problem"))
    driver.wait_for("Authorization/Get New Access Token")


def _dialogs(driver: Driver) -> None:
    wiring = driver.app.wiring
    for open_dialog in (
        wiring.workspace.reports.inspect_current,
        wiring.workspace.check_endpoint,
        wiring.workspace.reports.show_tokens,
        lambda: wiring.hash_secret(wiring.workspace.secret()),
        wiring.onboard,
        wiring.paste,
        wiring.manage_environments,
        wiring.about,
        wiring.demo_menu.about.trigger,
    ):
        open_dialog()
        dialog = driver.dialog()
        driver.wait(driver.app.bridge.is_idle)
        driver.look()
        dialog.close()
        driver.settle()


def _a_crash(driver: Driver) -> None:
    token = driver.app.current.token
    assert token is not None
    try:
        raise ValueError(token.value.reveal())
    except ValueError as error:
        driver.app._crash(type(error), error, error.__traceback__)


FEATURES: tuple[Callable[[Driver], None], ...] = (
    _send_to_each_api,
    _look_at_every_page,
    _fail,
    _a_wrong_login,
    _dialogs,
    _a_crash,
    lambda driver: driver.app.wiring.workspace.requests.duplicate(),
    lambda driver: driver.app.wiring.workspace.requests.save(),
    lambda driver: driver.app.session.settings.save(),
)


def test_nothing_planted_is_shown_or_written(
    demo: Driver, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    addresses = demo.app.session.demo
    assert addresses is not None
    odd = next(each for each in addresses.clients if each.id.endswith("odd-secret"))
    demo.app.wiring.demo._use_client(odd)
    demo.press("Authorization/Get New Access Token")
    demo.wait_for("Authorization/Access Token")
    demo.press("Authorization/Use Token")
    seen: list[str] = []
    demo.look = lambda: seen.extend(visible_texts())  # type: ignore[method-assign]
    TYPED.clear()
    for feature in FEATURES:
        feature(demo)
        demo.look()
    tokens = [held.token.value.reveal() for held in demo.app.session.tokens.held()]
    planted = [odd.secret.reveal(), addresses.scim_token.reveal(), *tokens]
    assert len(planted) >= 3
    demo.app.close()
    found = [
        words
        for text in set(seen) - TYPED
        for words in leaks(planted, f"a text ({text[:40]!r})", text)
    ]
    for name, data in files(tmp_path):
        found += leaks(planted, name, data)
    output = capfd.readouterr()
    found += leaks(planted, "stdout", output.out) + leaks(planted, "stderr", output.err)
    assert found == []


@pytest.mark.parametrize("form", ["plain", "url", "base64"])
def test_the_search_finds_what_is_planted(tmp_path: Path, form: str) -> None:
    secret = "s3cret/with+signs & blanks"
    text = {
        "plain": secret,
        "url": quote(secret, safe=""),
        "base64": base64.b64encode(b"id:" + secret.encode() + b"!").decode(),
    }[form]
    (tmp_path / "log.txt").write_text(f"before {text} after")
    found = [words for name, data in files(tmp_path) for words in leaks([secret], name, data)]
    assert len(found) == 1


def test_the_search_sees_a_label(qapp: QApplication, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QLabel

    label = QLabel("about s3cret-text")
    qtbot.addWidget(label)
    assert any(leaks(["s3cret-text"], "a text", text) for text in visible_texts())
