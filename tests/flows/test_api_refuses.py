"""What the APIs refuse, row by row of k2-facts.md, "What goes wrong": causes and next clicks."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit

from k2bench.core.environment import Environment, SecretKind
from k2bench.core.secret import Secret
from tests.flows.conftest import Driver
from tests.flows.demo_tenant import (
    NEIGHBOUR,
    causes,
    neighbours_login,
    open_url,
    publish,
    set_fault,
    use_client,
)

TOKEN_CAUSES = [
    "the token has expired",
    "the token is of another tenant",
    "the token is for another API",
    "a clock is wrong",
]


def token_in_panel(demo: Driver) -> Secret:
    """The token that was got last."""
    environment = demo.app.current.environment
    assert environment is not None
    return demo.app.wiring.workspace.authorization._latest[environment.id].value


def carry(demo: Driver, token: Secret) -> None:
    """Send a token from elsewhere from now on."""
    demo.choose("Authorization/Authorization Type", "Bearer Token")
    field = demo.find("Authorization/Token")
    assert isinstance(field, QLineEdit)
    field.setText(token.reveal())
    field.editingFinished.emit()
    key = ("demo", SecretKind.BEARER)
    demo.wait(lambda: demo.app.session.secrets.remembered(*key) == token)


def get_token(demo: Driver) -> Secret:
    before = demo.app.session.tokens.held()
    demo.press("Authorization/Get New Access Token")
    demo.wait(lambda: demo.app.session.tokens.held() != before)
    demo.wait_for("Authorization/Get New Access Token")
    return token_in_panel(demo)


def test_a_401_that_a_new_token_does_not_mend(demo: Driver) -> None:
    set_fault(demo, "unauthorized", after=0)
    demo.send()
    assert demo.text("Response/Status").startswith("401")
    assert causes(demo, "Response") == TOKEN_CAUSES
    assert "Very likely: the token has expired" in demo.problem("Response")
    demo.press("Response/Inspect Token")
    dialog = demo.dialog()
    assert dialog.windowTitle() == "Token Inspector"
    demo.press("Close", dialog)
    set_fault(demo, "unauthorized", False)
    old = token_in_panel(demo)
    demo.press("Response/Get New Access Token")
    demo.wait(lambda: token_in_panel(demo) != old)
    demo.send()
    assert demo.text("Response/Status") == "200 OK"


def test_an_expired_token(demo: Driver) -> None:
    use_client(demo, "short-lived")
    token = get_token(demo)
    carry(demo, token)
    held = demo.app.session.tokens.held()[0].token
    demo.wait(lambda: held.is_expired(demo.app.session.clock()))
    demo.send()
    assert demo.text("Response/Status").startswith("401")
    assert "Very likely: the token has expired. It expired " in demo.problem("Response")
    assert causes(demo, "Response") == TOKEN_CAUSES
    demo.press("Response/Inspect Token")
    assert "It has expired" in claims_of(demo)
    demo.press("Close", demo.dialog())
    demo.press("Response/Edit Token")
    assert demo.window.focusWidget() is demo.find("Authorization/Token")


def test_a_token_of_the_tenant_next_door(demo: Driver) -> None:
    ours = demo.text("Authorization/Access Token URL")
    demo.type("Authorization/Access Token URL", neighbours_login(ours))
    client, secret = NEIGHBOUR
    demo.type("Authorization/Client ID", client)
    demo.type("Authorization/Client Secret", secret)
    theirs = get_token(demo)
    demo.send()
    said = demo.problem("Response")
    assert "Very likely: the token is of another tenant. The server says: " in said
    assert "issuer" in said
    assert causes(demo, "Response")[0] == "the token is of another tenant"
    demo.type("Authorization/Access Token URL", ours)
    carry(demo, theirs)
    demo.send()
    said = demo.problem("Response")
    assert "Very likely: the token is of another tenant. It was made by http://" in said
    assert f"the login of this environment is {ours.removesuffix('/connect/token')}" in said
    demo.press("Response/Inspect Token")
    assert "Another tenant's login" in claims_of(demo)


def claims_of(demo: Driver) -> str:
    table = demo.find("Token claims", demo.dialog())
    rows = range(table.rowCount())  # type: ignore[attr-defined]
    return "\n".join(
        table.item(row, column).text()  # type: ignore[attr-defined]
        for row in rows
        for column in range(table.columnCount())  # type: ignore[attr-defined]
        if table.item(row, column)  # type: ignore[attr-defined]
    )


def test_a_token_for_another_api(demo: Driver) -> None:
    carry(demo, token_in_panel(demo))
    open_url(demo, "{{scim}}/Users")
    assert demo.text("Response/Status").startswith("401")
    said = demo.problem("Response")
    assert "Very likely: the token is for another API. Its scope is https://api.k2.com/;" in said
    assert "this host wants https://scim.onk2.com/write" in said
    demo.press("Response/Inspect Token")
    assert "https://api.k2.com/" in claims_of(demo)


def test_a_clock_that_is_wrong(demo: Driver) -> None:
    carry(demo, token_in_panel(demo))
    set_fault(demo, "clock_skew", seconds=4000)
    demo.send()
    said = demo.problem("Response")
    assert "Very likely: a clock is wrong. The server's clock is 67 min ahead of" in said
    assert causes(demo, "Response")[0] == "a clock is wrong"


def test_ten_minutes_off_are_named_in_a_401(demo: Driver) -> None:
    set_fault(demo, "clock_skew")
    set_fault(demo, "unauthorized", after=0)
    demo.send()
    assert "The server's clock is 10 min ahead of this computer's" in demo.problem("Response")
    demo.trigger("Check Endpoint")
    demo.wait_for("Endpoint checks")
    checks = demo.find("Endpoint checks", demo.dialog())
    demo.wait(lambda: "10 min behind the login's" in checks.accessibleDescription())


def test_a_403_of_a_token_without_the_scope(demo: Driver) -> None:
    demo.choose("Authorization/Scope", "https://scim.onk2.com/write")
    carry(demo, get_token(demo))
    demo.send()
    assert demo.text("Response/Status").startswith("403")
    said = demo.problem("Response")
    assert "Very likely: the token has not the scope that this API wants. Its scope is" in said
    assert "the rights of K2SQL:ClientCredentialsApp" in causes(demo, "Response")[1]
    demo.press("Response/Who am I?")
    assert demo.dialog().windowTitle() == "Whom you act as"


def test_a_403_explains_the_identity(start: Callable[..., Driver], serve) -> None:  # type: ignore[no-untyped-def]
    body = b'{"error":{"code":"403","message":"Access is denied."}}'
    server = serve(
        lambda c: (c.request(), c.answer(body, "OData-Version: 4.0", status="403 Forbidden"))
    )
    driver = start()
    driver.app.session.environments.put(Environment("1", "Dev", server.url))
    driver.app.wiring.environments.show_first()
    open_url(driver, "{{odata}}/EmployeeSample")
    said = driver.problem("Response")
    assert "The server says: Access is denied." in said
    assert "Very likely: the rights of K2SQL:ClientCredentialsApp do not reach this" in said
    driver.press("Response/Who am I?")
    page = driver.find("Help page", driver.dialog())
    assert "K2SQL:ClientCredentialsApp" in page.toPlainText()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("url", "clicked"),
    [
        ("{{odata}}/Employee Sample?$top=2", "{{odata}}/EmployeeSample?$top=2"),
        ("{{odata}}/EmployeSample(7)", "{{odata}}/EmployeeSample(7)"),
    ],
)
def test_the_system_name_is_one_click_away(demo: Driver, url: str, clicked: str) -> None:
    open_url(demo, url)
    assert demo.text("Response/Status").startswith("404")
    assert "the system name is EmployeeSample" in demo.problem("Response")
    assert [text.split(" is ", 1)[1][:9] for text in causes(demo, "Response")[:-1]][
        -1
    ] == "not publi"
    assert causes(demo, "Response")[-1] == "it was published less than 30 seconds ago"
    demo.while_shown(lambda: demo.press("Response/Use EmployeeSample"))
    assert demo.text("Request/Request URL") == clicked
    assert demo.text("Response/Status") == "200 OK"


def test_what_is_not_published(demo: Driver) -> None:
    open_url(demo, "{{odata}}/TravelExpenses")
    assert causes(demo, "Response") == [
        "“TravelExpenses” is not published",
        "it was published less than 30 seconds ago",
    ]
    assert "none like it" in demo.problem("Response")
    demo.while_shown(lambda: demo.press("Response/Open service document"))
    assert "EmployeeSample" in demo.column("name", 3)


def test_what_was_published_a_moment_ago(demo: Driver) -> None:
    open_url(demo, "{{odata}}/TravelExpenses")
    publish(demo, "TravelExpenses", 0.5)

    def again() -> bool:
        if demo.text("Response/Status") != "200 OK":
            demo.while_shown(lambda: demo.press("Response/Send again"))
        return demo.text("Response/Status") == "200 OK"

    demo.wait(again)
    assert not demo.sees("Response/Problem")
