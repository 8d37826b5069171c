"""Answers with which nothing is wrong and which still surprise: they are explained, not refused."""

from collections.abc import Callable

from k2bench.core.environment import Environment
from tests.flows.conftest import Driver
from tests.flows.demo_tenant import open_url, set_fault, use_client


def said(demo: Driver) -> str:
    return demo.find("Response/Worth knowing").accessibleDescription()


def test_nothing_is_published(demo: Driver) -> None:
    set_fault(demo, "nothing_published")
    open_url(demo, "{{odata}}/")
    assert demo.text("Response/Status") == "200 OK"
    assert not demo.sees("Response/Problem")
    assert "nothing is published yet" in said(demo)
    assert "Management > Integration > APIs" in said(demo)
    demo.press("Response/How to publish")
    page = demo.find("Help page", demo.dialog())
    assert "Apply Changes" in page.toPlainText()  # type: ignore[attr-defined]


def test_no_task_is_normal(demo: Driver) -> None:
    use_client(demo, "no-tasks")
    open_url(demo, "{{workflow}}/tasks")
    assert demo.text("Response/Status") == "200 OK"
    assert not demo.sees("Response/Problem")
    assert "act as K2SQL:ClientCredentialsApp" in said(demo)
    demo.press("Response/Who am I?")
    page = demo.find("Help page", demo.dialog())
    assert "no failure" in page.toPlainText()  # type: ignore[attr-defined]


def test_no_row_may_be_a_question_of_rights(demo: Driver) -> None:
    open_url(demo, "{{odata}}/EmployeeSample?$filter=ID lt 0")
    assert "its rights and the security of the SmartObject decide" in said(demo)
    demo.press("Response/Who am I?")
    assert demo.dialog().windowTitle() == "Whom you act as"


def test_a_thousand_rows_are_a_page(demo: Driver) -> None:
    demo.send()
    assert "1,000 rows are K2's record limit: a page" in said(demo)
    assert "more available" in demo.text("Response/Rows")
    first = demo.column("ID", 1)
    demo.while_shown(lambda: demo.press("Response/Open next page"))
    assert demo.text("Response/Status") == "200 OK"
    assert demo.column("ID", 1) != first
    assert not demo.sees("Response/Worth knowing")


def test_a_hundred_users_are_a_page(demo: Driver) -> None:
    open_url(demo, "{{scim}}/Users")
    assert "100 are the most that K2's SCIM puts into one answer" in said(demo)
    first = demo.column("userName", 1)
    demo.while_shown(lambda: demo.press("Response/Open next page"))
    assert demo.text("Request/Request URL") == "{{scim}}/Users?startIndex=101"
    assert demo.column("userName", 1) != first


def test_a_certificate_of_the_companys_proxy(
    start: Callable[..., Driver], serve, authority
) -> None:  # type: ignore[no-untyped-def]

    server = serve(lambda connection: None, authority.context("localhost"))
    driver = start()
    driver.app.session.environments.put(Environment("1", "Dev", server.url))
    driver.app.wiring.environments.show_first()
    open_url(driver, "{{odata}}/")
    words = driver.problem("Response")
    assert "is not trusted" in words
    assert "was issued by" in words
    assert "trustme" in words
    assert "trusts what this system trusts" in words
    driver.while_shown(lambda: driver.press("Response/Try again"))
    assert "is not trusted" in driver.problem("Response")
