from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.core.authorization import BasicAuth, BearerAuth
from k2bench.core.environment import Environment
from k2bench.core.request import RequestSpec
from k2bench.core.secret import Secret
from k2bench.ui.bridge import Bridge
from k2bench.ui.current import Current
from k2bench.ui.request.open_requests import BLANK, OpenRequests
from k2bench.ui.request.tabs import RequestTabs
from k2bench.workbench.session import Session

A, B = RequestSpec("GET", "https://h/a"), RequestSpec("PUT", "{{odata}}/Set?$top=1", name="Named")
Make = Callable[[], OpenRequests]


@pytest.fixture
def current() -> Current:
    return Current()


@pytest.fixture
def make(
    session: Session, bridge: Bridge, current: Current, shown: Callable[[QWidget], QWidget]
) -> Make:
    def open_requests() -> OpenRequests:
        tabs = RequestTabs()
        shown(tabs)
        made = OpenRequests(session, bridge, current, tabs)
        current.request_auth_changed.connect(made.show_auth)
        return made

    return open_requests


def test_a_blank_tab_is_used_and_an_open_request_is_found_again(make: Make) -> None:
    requests = make()
    assert requests.titles() == ("GET New request",)
    requests.open(A)
    requests.open(B)
    assert requests.titles() == ("GET a", "PUT Named")
    requests.open(A)
    assert requests.tab.request.url.text() == "https://h/a"
    assert len(requests.titles()) == 2
    requests.open(BLANK, reuse=False)
    assert len(requests.titles()) == 3


@pytest.mark.parametrize(
    ("url", "title"),
    [
        ("http://[half", "GET http://[half"),
        ("https://h", "GET https://h"),
        ("https://h/a/b/?c/d#e", "GET b"),
        ("{{odata}}/Set(1)#x/y", "GET Set(1)"),
    ],
)
def test_any_url_makes_a_title(make: Make, url: str, title: str) -> None:
    requests = make()
    requests.open(RequestSpec("GET", url))
    assert requests.titles() == (title,)


def test_an_edited_request_is_marked(make: Make, qtbot: QtBot) -> None:
    requests = make()
    requests.open(A)
    qtbot.keyClicks(requests.tab.request.url, "b")
    assert requests.titles()[0].endswith("•")


def test_duplicate_close_and_reopen(make: Make) -> None:
    requests = make()
    requests.open(A)
    requests.open(B)
    requests.show(0)
    requests.duplicate()
    assert requests.titles() == ("GET a", "GET a", "PUT Named")
    requests.close_tab(2)
    assert requests.titles() == ("GET a", "GET a")
    assert requests.tab.request.spec() == A
    requests.reopen()
    assert requests.titles() == ("GET a", "GET a", "PUT Named")
    for _ in range(3):
        requests.close_open()
    assert requests.titles() == ("GET New request",)


def test_closing_one_before_the_open_one_keeps_it_open(make: Make) -> None:
    requests = make()
    requests.open(A)
    requests.open(B)
    requests.close_tab(0)
    assert requests.tab.request.spec() == B
    requests.step(1)
    assert requests.tab.request.spec() == B


def test_moving_keeps_each_request_with_its_title(make: Make) -> None:
    requests = make()
    requests.open(A)
    requests.open(B)
    third = RequestSpec("GET", "https://h/c")
    requests.open(third)
    requests._tabs.bar.moveTab(0, 2)
    assert requests.titles() == ("PUT Named", "GET c", "GET a")
    assert [requests._tabs.bar.accessibleTabName(i) for i in range(3)] == list(requests.titles())
    assert requests.tab.request.spec() == third
    requests.step(1)
    assert requests.tab.request.spec() == A


def test_they_are_there_again_made_only_when_looked_at_and_without_secrets(
    make: Make, session: Session
) -> None:
    requests = make()
    requests.open(A)
    requests.open(RequestSpec("GET", "https://h/b", auth=BasicAuth("u", Secret("typed-secret"))))
    requests.open(B)
    requests.save()
    assert "typed-secret" not in (session.places.config / "tabs.json").read_text()
    again = make()
    assert again.titles() == ("GET a", "GET b", "PUT Named")
    assert again.tab.request.spec() == B
    assert [each.tab is None for each in again._open] == [True, True, False]


def test_a_tab_may_have_an_environment_of_its_own(
    make: Make, session: Session, current: Current
) -> None:
    session.environments.put(Environment("1", "Dev"))
    session.environments.put(Environment("2", "Test"))
    requests = make()
    requests.open(A)
    requests.open(B)
    requests.choose_environment("2")
    assert current.environment is not None
    assert current.environment.name == "Test"
    requests.show(0)
    assert current.environment.name == "Dev"
    requests.show(1)
    assert current.environment.name == "Test"
    texts = [action.text() for action in requests.menu().actions()]
    assert texts[:3] == ["Duplicate Tab", "Close Tab", "Reopen Closed Tab"]


def test_each_request_keeps_its_own_authorization(make: Make, current: Current) -> None:
    requests = make()
    requests.open(A)
    current.show_request_auth(BearerAuth(Secret("t")))
    requests.open(B)
    assert current.request_auth is None
    requests.show(0)
    assert current.request_auth == BearerAuth(Secret("t"))


def test_a_new_tab_is_ready_to_be_typed_in(make: Make, qtbot: QtBot) -> None:
    requests = make()
    requests.open(A)
    requests.open_blank()
    assert requests.tab.window().focusWidget() is requests.tab.request.url
    requests.close_open()
    assert requests.tab.window().focusWidget() is requests.tab.request.url


def test_a_tab_of_an_environment_that_is_gone_has_none(
    make: Make, session: Session, current: Current
) -> None:
    session.environments.put(Environment("demo", "Demo tenant", transient=True))
    session.environments.select("demo")
    requests = make()
    requests.open(A)
    requests.save()
    session.environments.remove("demo")
    session.environments.put(Environment("1", "Dev"))
    again = make()
    assert again.tab.request.spec() == A
    assert current.environment is None
    again.open_blank()
    assert current.environment is not None
    assert current.environment.name == "Dev"


def test_a_half_typed_address_is_a_title_too(make: Make, qtbot: QtBot) -> None:
    requests = make()
    qtbot.keyClicks(requests.tab.request.url, "http://[::1/x?a=//[")
    assert requests.titles() == ("GET x •",)
