from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.apis.odata.metadata.index import Index
from k2bench.apis.odata.service import Catalogue, Service
from k2bench.core.environment import Environment, Variable
from k2bench.core.request import RequestSpec
from k2bench.ui.bridge import Bridge
from k2bench.ui.current import Current
from k2bench.ui.request.panel import RequestPanel
from k2bench.ui.request.query.controller import QueryController
from k2bench.ui.request.query.page import QueryPage
from k2bench.ui.request.query.wording import NO_METADATA
from k2bench.workbench.session import Session
from tests.ui.conftest import PATIENCE
from tests.ui.request.query.service import BASE

ENVIRONMENT = Environment(
    "e", "E", odata_url=BASE, variables=(Variable("pin", secret=True), Variable("n", "3"))
)
SPEC = RequestSpec("GET", "{{odata}}/Products?$top={{n}}")


@pytest.fixture
def panel(shown: Callable[[QWidget], QWidget]) -> RequestPanel:
    made = RequestPanel()
    made.resize(900, 600)
    shown(made)
    return made


@pytest.fixture
def current() -> Current:
    made = Current()
    made.show_environment(ENVIRONMENT)
    return made


@pytest.fixture
def controller(
    session: Session, bridge: Bridge, current: Current, panel: RequestPanel, qtbot: QtBot
) -> QueryController:
    made = QueryController(session, bridge, current, panel)
    assert made.page is None
    panel.show_spec(SPEC)
    qtbot.waitUntil(lambda: made.page is not None and made.page.isVisible(), timeout=PATIENCE)
    qtbot.waitUntil(lambda: page_of(made).url() == SPEC.url, timeout=PATIENCE)
    return made


def page_of(controller: QueryController) -> QueryPage:
    assert controller.page is not None
    return controller.page


def test_it_shows_what_goes_out(controller: QueryController, panel: RequestPanel) -> None:
    page = page_of(controller)
    assert page.outgoing.whole == f"{BASE}/Products?$top=3"
    panel.edit_url("{{odata}}/Products?$top={{pin}}")
    assert page.outgoing.whole == f"{BASE}/Products?$top=****"
    panel.edit_url("{{nothing}}/Products")
    assert "no variable" in page.outgoing.whole


def test_an_edit_reaches_the_url_and_the_parameters(
    controller: QueryController, panel: RequestPanel, qtbot: QtBot
) -> None:
    page = page_of(controller)
    qtbot.keyClicks(page.skip, "2")
    assert panel.url.text() == SPEC.url + "&$skip=2"
    assert [pair.name for pair in panel.params.pairs()] == ["$top", "$skip"]
    panel.url.setFocus()
    panel.url.end(False)
    qtbot.keyClicks(panel.url, "0")
    assert page.skip.text() == "20"
    assert panel.url.hasFocus()


def test_metadata_that_comes_is_used(
    controller: QueryController, session: Session, current: Current, products: Index, qtbot: QtBot
) -> None:
    page = page_of(controller)
    assert page.hint() == NO_METADATA
    with qtbot.waitSignal(controller.refresh_requested):
        page.refresh.click()
    session.schemas.put("e", [Catalogue(Service("S", "{{odata}}", BASE), products)])
    current.schema_changed.emit()
    assert page.hint() == ""
    assert page.surroundings.type_name == "Shop.Product"


def test_a_page_that_is_not_seen_follows_when_it_is(
    controller: QueryController, panel: RequestPanel
) -> None:
    page = page_of(controller)
    panel.pages.show_page("Params")
    panel.edit_url("{{odata}}/Products?$top=9")
    assert page.url() == SPEC.url
    panel.pages.show_page("Query")
    assert page.url() == "{{odata}}/Products?$top=9"


def test_return_sends(controller: QueryController, panel: RequestPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.send_requested):
        page_of(controller).top.returnPressed.emit()
    controller.leave()
