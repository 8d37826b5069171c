"""Every feature of the window that meets a secret: one line each in `FEATURES`.

A feature does what a person does; after it everything shown is searched, then its dialogs close.
A later feature joins by one line.
"""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from k2bench.core.authorization import NoAuth
from k2bench.core.environment import Environment
from k2bench.core.problem import NextStep, Step
from k2bench.core.request import Pair, RequestSpec, TextBody
from k2bench.ui.demo.requests import READY
from k2bench.ui.response.table.page import TablePage
from tests.flows.conftest import Driver
from tests.flows.demo_tenant import client_secret, open_url, set_fault

ODD = ("idt.cc.demo-odd-secret", 'p+l&u=s %41 "quoted"; ~50% off/?#')
BEARER, PASSWORD, KEY = "planted-bearer/+value", "planted pass&word", "planted=api/key+1"
UPDATE = "method Update"
VARIABLE, WRONG = 'planted \\ vari%able / "1"', "planted but wrong secret"


@dataclass
class World:
    """The window, the demo tenant behind it, and an environment of one's own for it."""

    driver: Driver
    demo: Environment
    plants: dict[str, str] = field(default_factory=dict)
    typed: set[str] = field(default_factory=set)

    def pass_tokens(self) -> None:
        """Every token of the session is a plant, too."""
        for number, held in enumerate(self.driver.app.session.tokens.held()):
            self.plants[f"token {number} {id(held.token)}"] = held.token.value.reveal()


def make_environment(world: World) -> None:
    """An environment that is kept in files, with every kind of secret."""
    driver, demo = world.driver, world.demo
    scim = driver.app.session.secrets.remembered(demo.id, "scim_token")
    assert scim is not None
    world.plants |= {
        "SCIM token": scim.reveal(),
        "client secret": ODD[1],
        "wrong secret": WRONG,
        "bearer": BEARER,
        "password": PASSWORD,
        "API key": KEY,
        "variable": VARIABLE,
    }
    driver.trigger("New Environment...")
    dialog = driver.dialog()
    for name, text in (
        ("Name", "Mine"),
        ("Tenant URL", demo.tenant_url),
        ("Access Token URL", demo.token_url),
        ("Client ID", ODD[0]),
        ("Client Secret", ODD[1]),
        ("SCIM URL", demo.scim_url),
        ("SCIM token", scim.reveal()),
    ):
        driver.type(name, text, dialog)
    driver.press("Add variable", dialog)
    driver.wait(lambda: driver.sees_in(dialog, "Variable name"))
    driver.type("Variable name", "key", dialog)
    driver.press("Secret variable", dialog)
    driver.wait(lambda: driver.sees_in(dialog, "Secret variable value"))
    driver.type("Secret variable value", VARIABLE, dialog)
    driver.press("Save", dialog)


def get_token(world: World) -> None:
    driver = world.driver
    driver.press("Authorization/Get New Access Token")
    driver.wait(driver.app.bridge.is_idle)
    driver.wait_for("Authorization/Access Token")
    driver.press("Authorization/Use Token")


def refused_login(world: World) -> None:
    driver = world.driver
    driver.type("Authorization/Client Secret", WRONG)
    driver.press("Authorization/Get New Access Token")
    driver.wait_for("Authorization/Problem")
    driver.press("Authorization/Problem/Details")
    driver.press("Authorization/Compare with hash")


def right_login(world: World) -> None:
    world.driver.type("Authorization/Client Secret", ODD[1])
    get_token(world)


def basic_placement(world: World) -> None:
    world.driver.choose("Authorization/Client Authentication", "Send as Basic Auth header")
    world.driver.press("Authorization/Get New Access Token")
    world.driver.wait(world.driver.app.bridge.is_idle)


def login_that_does_not_answer(world: World) -> None:
    driver = world.driver
    url = driver.text("Authorization/Access Token URL")
    driver.type("Authorization/Access Token URL", "http://127.0.0.1:1/connect/token")
    driver.press("Authorization/Get New Access Token")
    driver.wait_for("Authorization/Problem")
    driver.press("Authorization/Problem/Details")
    driver.type("Authorization/Access Token URL", url)


def sends(*urls: str) -> Callable[[World], None]:
    def feature(world: World) -> None:
        for url in urls:
            open_url(world.driver, url)
            if world.driver.sees("Response/Problem/Details"):
                world.driver.press("Response/Problem/Details")

    return feature


def with_fault(
    key: str, url: str = "{{odata}}/EmployeeSample?$top=3", **parameters: object
) -> Callable[[World], None]:
    def feature(world: World) -> None:
        set_fault(world.driver, key, **parameters)
        open_url(world.driver, url)
        set_fault(world.driver, key, on=False)

    return feature


def pages_of_an_answer(world: World) -> None:
    open_url(world.driver, "{{odata}}/EmployeeSample?$top=3")
    tabs = world.driver.app.wiring.workspace.tab.response.tabs
    for name in tabs.strip.names():
        tabs.open(name)
        world.driver.wait(world.driver.app.bridge.is_idle)


def find_and_filter(world: World) -> None:
    """In an answer that quotes a secret; the results of a filter may go to a file."""
    driver = world.driver
    open_url(driver, "{{odata}}/EmployeeSample?$top=3&x={{key}}")
    for page in driver.app.wiring.workspace.response.tabs.strip.names():
        driver.app.wiring.workspace.response.tabs.open(page)
        driver.trigger("Find in Response")
        driver.wait(lambda: not driver.app.wiring.workspace.response.finding.is_searching)
    driver.trigger("Filter by JSONPath")
    driver.type("Response/JSONPath bar/JSONPath", "$..*")
    driver.press("Response/JSONPath bar/Filter")
    driver.wait(driver.app.bridge.is_idle)


def secrets_typed_in_the_open(world: World) -> None:
    """A person may put a secret where it does not belong: it stays in that field."""
    driver, token = world.driver, world.driver.app.session.tokens.held()[0].token.value.reveal()
    echo = TextBody(ODD[1] + token, "text/plain")
    for spec in (
        RequestSpec("GET", "http://127.0.0.1:1/" + ODD[1], auth=NoAuth()),
        RequestSpec("GET", "{{odata}}/Departments", (Pair("X-Bad\n", token),)),
        RequestSpec("GET", "{{odata}}/D", (Pair("Authorization", "B " + token),)),
        RequestSpec("GET", "{{odata}}/Departments", body=echo),
    ):
        world.typed |= {spec.url, echo.text, *(pair.value for pair in spec.headers)}
        world.typed |= {f"{pair.name.strip()}: {pair.value}" for pair in spec.headers}  # in bulk
        driver.while_shown(lambda spec=spec: driver.app.wiring.workspace.open_and_send(spec))


def explorer(world: World) -> None:
    """Filled, filtered, a form filled in, the metadata of a set read; then a login page."""
    driver, workspace = world.driver, world.driver.app.wiring.workspace
    driver.press("Explorer/Refresh explorer")
    driver.wait(driver.app.bridge.is_idle)
    nodes = workspace.explorer_panel.tree.nodes
    path = ("service OData v4", "entity set EmployeeSample")
    found = (nodes.node(nodes.find((*path, *more))) for more in ((), ("group Methods", UPDATE)))
    for node, do in zip(found, (workspace.nodes.show_metadata, workspace.nodes.open), strict=True):
        assert node is not None
        do(node)
    workspace.nodes.compare()
    driver.type("Explorer/Filter explorer", "no such name")
    driver.wait_for("Explorer/Nothing matches")
    workspace.explorer_panel.clear_filter()
    set_fault(driver, "html_login")
    driver.press("Explorer/Refresh explorer")
    driver.wait_for("Explorer/Problem")
    if driver.sees("Explorer/Problem/Details"):
        driver.press("Explorer/Problem/Details")
    set_fault(driver, "html_login", on=False)


def asked_before_a_write(world: World) -> None:
    spec = RequestSpec(
        "POST", "{{scim}}/Users", (Pair("X-Key", "{{key}}"),), TextBody('{"k":"{{key}}"}')
    )
    world.driver.app.wiring.workspace.open_and_send(spec)
    world.driver.wait(lambda: bool(world.driver.dialogs()))


def asked_about_another_origin(world: World) -> None:
    spec = RequestSpec("GET", "http://localhost:1/{{key}}")
    world.driver.app.wiring.workspace.open_and_send(spec)
    world.driver.wait(lambda: bool(world.driver.dialogs()))


def credentials_to_another_origin(world: World) -> None:
    asked_about_another_origin(world)
    driver = world.driver
    driver.while_shown(lambda: driver.press("Send With Credentials", driver.dialog()))
    driver.press("Response/Problem/Details")


def own_authorization(kind: str, **values: str) -> Callable[[World], None]:
    def feature(world: World) -> None:
        driver = world.driver
        driver.press("Authorization/For this request only")
        driver.choose("Authorization/Authorization Type", kind)
        for name, text in values.items():
            driver.type(f"Authorization/{name}", text)
        open_url(driver, "{{odata}}/EmployeeSample?$top=1")
        driver.press("Authorization/For this request only")
        driver.choose("Authorization/Authorization Type", "OAuth 2.0")

    return feature


def half_typed_scim_address(world: World) -> None:
    """An error about a URL quotes the URL."""
    driver = world.driver
    driver.trigger("Manage Environments...")
    driver.type("SCIM URL", "no-scheme", driver.dialog())
    driver.press("Save", driver.dialog())
    driver.press("Close", driver.dialog())
    open_url(driver, "{{scim}}/Users")
    driver.trigger("Manage Environments...")
    driver.type("SCIM URL", world.demo.scim_url, driver.dialog())
    driver.press("Save", driver.dialog())


def query_page(world: World) -> None:
    """It shows the URL that goes out, and completes what is typed."""
    driver = world.driver
    driver.type("Request/Request URL", "{{odata}}/EmployeeSample?$filter=LastName eq '{{key}}'")
    tab = driver.app.wiring.workspace.tab
    tab.request.pages.show_page("Query")
    driver.wait_for("Request/Goes out as")
    driver.wait(driver.app.bridge.is_idle)
    driver.press("Request/Copy URL")


def opens(text: str) -> Callable[[World], None]:
    def feature(world: World) -> None:
        world.driver.trigger(text)
        world.driver.wait(world.driver.app.bridge.is_idle)

    return feature


def inspector(world: World) -> None:
    get_token(world)  # the login was another one meanwhile, and has no token any more
    world.driver.press("Authorization/Inspect Token")
    world.driver.wait(world.driver.app.bridge.is_idle)


def inspector_of_the_list(world: World) -> None:
    world.driver.trigger("Tokens of This Session...")
    world.driver.press("Inspect Token", world.driver.dialog())
    world.driver.wait(world.driver.app.bridge.is_idle)


def hash_dialog(world: World) -> None:
    driver = world.driver
    driver.trigger("Hash Secret...")
    driver.type("Secret", ODD[1], driver.dialog())
    driver.type("Hash to compare", "x", driver.dialog())
    driver.press("Copy hash", driver.dialog())


def paste(world: World) -> None:
    driver = world.driver
    driver.trigger("Paste Anything...")
    values = {"accessTokenUrl": world.demo.token_url, "clientId": ODD[0], "clientSecret": ODD[1]}
    oauth = [{"key": key, "value": value} for key, value in values.items()]
    text = json.dumps({"info": {"schema": "v2.1.0"}, "auth": {"type": "oauth2", "oauth2": oauth}})
    world.typed.add(text)
    pasted = driver.find("Pasted text", driver.dialog())
    assert isinstance(pasted, QPlainTextEdit)
    pasted.setPlainText(text)
    use = driver.find("Use These Settings", driver.dialog())
    driver.wait(use.isEnabled)


def use_the_paste(world: World) -> None:
    paste(world)
    world.driver.press("Use These Settings", world.driver.dialog())


def onboarding(world: World) -> None:
    driver = world.driver
    driver.trigger("Get Client Credentials...")
    dialog = driver.dialog()
    driver.type("Name", "New one", dialog)
    driver.type("Tenant URL", world.demo.tenant_url, dialog)
    driver.type("Secret", ODD[1], dialog)
    driver.type("Client ID", ODD[0], dialog)
    driver.type("Access Token URL", world.demo.token_url, dialog)
    driver.press("Test", dialog)
    driver.wait(driver.find("Test", dialog).isEnabled)


def ticket(world: World) -> None:
    world.driver.app.wiring.take_step(NextStep("Show ticket text", Step.SHOW_TICKET))


def manage_environments(world: World) -> None:
    driver = world.driver
    driver.trigger("Manage Environments...")
    driver.press("Duplicate", driver.dialog())
    driver.wait(driver.app.bridge.is_idle)
    driver.press("Delete", driver.dialog())
    driver.press("Delete", driver.dialog())  # the second click confirms
    driver.wait(driver.app.bridge.is_idle)


def another_environment(world: World) -> None:
    for name in ("Demo tenant", "Mine"):
        world.driver.choose("Environment bar/Environment", name)


def copies(world: World) -> None:
    """Copying is the user's wish: what is copied is cleared again, and shown nowhere."""
    get_token(world)
    world.driver.press("Authorization/Copy token")
    world.driver.app.clipboard.clear()


def reveal(world: World) -> None:
    field_ = world.driver.find("Authorization/Client Secret")
    assert isinstance(field_, QLineEdit)
    world.driver.press("Authorization/Reveal Client Secret")
    world.driver.press("Authorization/Reveal Client Secret")


def crash(world: World) -> None:
    app = world.driver.app
    app.catch_crashes()
    try:
        raise RuntimeError(f"cannot send {ODD[1]} with {client_secret(world.driver).reveal()}")
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)
        error.args = ()  # it is ours: only what the hook made of it is searched
    world.driver.wait_for("Problem")
    world.driver.press("Problem/Details")


def ready_requests(world: World) -> None:
    for spec in READY:
        world.driver.app.wiring.demo_menu.request_chosen.emit(spec)
        world.driver.wait(world.driver.app.bridge.is_idle)


def about_the_demo(world: World) -> None:
    world.driver.app.wiring.demo_menu.about.trigger()


def tabs(world: World) -> None:
    workspace = world.driver.app.wiring.workspace
    workspace.requests.duplicate()
    workspace.requests.save()


def laid_out_table(world: World) -> None:
    sends("{{odata}}/EmployeeSample?$top=1&x={{key}}")(world)
    page = world.driver.app.wiring.workspace.tab.response.tabs.page("Table")
    assert isinstance(page, TablePage)
    page.columns.hide(1)
    world.driver.app.session.settings.save()


FEATURES: tuple[tuple[str, Callable[[World], None]], ...] = (
    ("make an environment", make_environment),
    ("get and use a token", get_token),
    ("a refused login", refused_login),
    ("the right login", right_login),
    ("credentials in a header", basic_placement),
    ("a login that does not answer", login_that_does_not_answer),
    ("send", sends("{{odata}}/EmployeeSample?$top=1", "{{workflow}}/tasks")),
    ("send what fails", sends("{{odata}}/Employee Sample", "{{odata}}/X?$filter='{{key}}' eq 1")),
    ("send to SCIM", sends("{{scim}}/Users", "{{scim}}/Nothing")),
    ("send a secret in the path", sends("{{host}}/{{key}}", "{{host}}/?q={{key}}", "x{{key}}")),
    ("send what is no URL", sends("http://[{{key}}]/", "{{key}}://x/", "{{nothing}}")),
    ("secrets typed in the open", secrets_typed_in_the_open),
    ("the pages of an answer", pages_of_an_answer),
    ("a table laid out by hand", laid_out_table),
    ("find and filter", find_and_filter),
    ("the explorer", explorer),
    ("the query page", query_page),
    ("a redirect to another origin", with_fault("redirect")),
    ("a redirect of a secret path", with_fault("redirect", "{{odata}}/{{key}}?k={{key}}")),
    ("a server that quotes the URL", sends("{{workflow}}/{{key}}?k={{key}}")),
    ("a login page", with_fault("html_login")),
    ("a 401", with_fault("unauthorized", after=0)),
    ("a broken answer", with_fault("reset", bytes=10)),
    ("the question before a write", asked_before_a_write),
    ("the question about another origin", asked_about_another_origin),
    ("credentials to another origin", credentials_to_another_origin),
    ("a bearer of one's own", own_authorization("Bearer Token", Token=BEARER)),
    ("a password", own_authorization("Basic Auth", Username="u", Password=PASSWORD)),
    ("an API key", own_authorization("API Key", Key="X-Key", Value=KEY)),
    ("a half typed SCIM address", half_typed_scim_address),
    ("Check Endpoint", opens("Check Endpoint")),
    ("Inspect Token", inspector),
    ("Tokens of This Session", opens("Tokens of This Session...")),
    ("Inspect Token of the list", inspector_of_the_list),
    ("Hash Secret", hash_dialog),
    ("Paste Anything", paste),
    ("Use These Settings", use_the_paste),
    ("Get Client Credentials", onboarding),
    ("Show ticket text", ticket),
    ("Manage Environments", manage_environments),
    ("another environment", another_environment),
    ("Copy token", copies),
    ("reveal", reveal),
    ("ready requests", ready_requests),
    ("About the Demo Tenant", about_the_demo),
    ("tabs", tabs),
    ("Copy Body", opens("Copy Body")),
    ("Save Body", opens("Save Body...")),
    ("Preferences", opens("Preferences...")),
    ("About", opens("About k2bench")),
    ("a crash", crash),
)
