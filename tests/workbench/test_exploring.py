"""What an environment offers, asked of the real demo tenant and of servers that misbehave."""

from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest

from k2bench.apis.odata.metadata.change import ChangeKind
from k2bench.apis.odata.service import services_of
from k2bench.core.environment import Environment, Variable
from k2bench.core.problem import ProblemKind, Step, WorkbenchError
from k2bench.core.request import RequestSpec
from k2bench.workbench.demo_control import DemoControl
from k2bench.workbench.exploring import Explored
from k2bench.workbench.session import Session
from tests.workbench.conftest import PATIENCE, send
from tests.workbench.odata_service import CSDL, DOCUMENT, OPEN, served

T = TypeVar("T")


def run(work: Generator[Any, None, T]) -> T:
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: T = end.value
            return result


def explore(session: Session, environment: Environment) -> Explored:
    fetched = session.loop.run(lambda: session.explorer.fetch(environment), PATIENCE)
    return run(session.explorer.read(environment, fetched))


def names(explored: Explored) -> list[tuple[str, ...]]:
    return [each.sets for each in explored.catalogues]


def test_the_demo_tenant_is_read_whole(demo_session: tuple[Session, Environment]) -> None:
    session, environment = demo_session
    found = explore(session, environment)
    assert found.problem is None
    assert [each.service.name for each in found.catalogues] == ["OData v4", "OData v3"]
    newer = found.catalogues[0]
    assert "EmployeeSample" in newer.sets
    assert newer.index is not None
    assert newer.index.properties(newer.index.sets["EmployeeSample"].type)[0].name == "ID"
    assert not newer.offline
    cached = run(session.explorer.cached(environment))
    assert cached.catalogues == found.catalogues


def test_it_is_there_again_offline(demo_session: tuple[Session, Environment]) -> None:
    session, environment = demo_session
    explore(session, environment)
    session.schemas.forget(environment.id)
    cached = run(session.explorer.cached(environment))
    assert [each.offline for each in cached.catalogues] == [True, True]
    assert "EmployeeSample" in cached.catalogues[0].sets
    moved = replace(environment, tenant_url="http://127.0.0.1:1")
    assert run(session.explorer.cached(moved)).catalogues == ()


def test_answers_have_the_types_that_the_metadata_tells(
    demo_session: tuple[Session, Environment],
) -> None:
    session, environment = demo_session
    explore(session, environment)
    answer = send(session, RequestSpec("GET", "{{odata}}/EmployeeSample?$top=1"), environment)
    assert answer.views[0].types["ID"] == "Edm.Int64"  # type: ignore[union-attr]


def test_two_states_are_compared(demo_session: tuple[Session, Environment]) -> None:
    session, environment = demo_session
    explore(session, environment)
    assert session.demo is not None
    control = DemoControl(session.exchange, session.demo)
    session.loop.run(lambda: control.publish("TravelExpenses", 0), PATIENCE)
    explore(session, environment)
    states = session.explorer.states(environment)
    newest, older = (each for each in states[:2])
    changes = run(session.explorer.compare(older, newest))
    assert (ChangeKind.ADDED, "entity set", "TravelExpenses") in [
        (each.kind, each.what, each.name) for each in changes
    ]
    assert newest.title == "Demo tenant · OData v4"
    session.explorer.forget(environment.id)
    assert session.explorer.states(environment) == ()
    with pytest.raises(WorkbenchError, match="no longer kept"):
        run(session.explorer.compare(older, newest))


def test_any_service_will_do(session: Session, serve: Callable[..., Any]) -> None:
    environment = served(serve)
    found = explore(session, environment)
    assert found.problem is None
    assert names(found) == [("Things",)]
    assert session.explorer.document(environment, found.catalogues[0].service) == CSDL


def test_a_service_document_in_atom_is_read(session: Session, serve: Callable[..., Any]) -> None:
    atom = (
        b'<service xmlns="http://www.w3.org/2007/app" xmlns:atom="http://www.w3.org/2005/Atom">'
        b'<workspace><collection href="Things"><atom:title>Things</atom:title></collection>'
        b"</workspace></service>"
    )
    assert names(explore(session, served(serve, document=atom))) == [("Things",)]


@pytest.mark.parametrize(
    ("metadata", "said"),
    [
        (b"<!DOCTYPE html><html><body>Log in</body></html>", "A web page came instead of data"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><edmx:Edmx/>', "The document has a document type"),
        (CSDL[:-40], "The document breaks off"),
        (b"", "The answer is empty"),
        (DOCUMENT, "This is a service document, not metadata"),
    ],
)
def test_what_is_no_metadata_leaves_the_sets(
    session: Session, serve: Callable[..., Any], metadata: bytes, said: str
) -> None:
    environment = served(serve, metadata=metadata)
    found = explore(session, environment)
    assert found.problem is not None
    assert said.lower() in found.problem.title.lower()
    assert names(found) == [("Things",)]
    assert found.catalogues[0].index is None
    assert session.explorer.states(environment) == ()  # it is not kept


def test_a_login_page_asks_for_a_token(session: Session, serve: Callable[..., Any]) -> None:
    page = b"<html><body>Log in</body></html>"
    found = explore(session, served(serve, document=page, metadata=page, kind="text/html"))
    assert found.problem is not None
    assert found.problem.steps[0].step is Step.GET_TOKEN
    assert found.catalogues == ()


def test_what_was_known_stays_when_nothing_answers(
    session: Session, serve: Callable[..., Any]
) -> None:
    environment = served(serve)
    explore(session, environment)
    session.schemas.forget(environment.id)
    fetched = session.loop.run(lambda: session.explorer.fetch(environment), PATIENCE)
    broken = tuple(replace(each, metadata=None, document=None) for each in fetched)
    found = run(session.explorer.read(environment, broken))
    assert names(found) == [("Things",)]
    assert found.catalogues[0].offline


def test_ten_megabytes_are_read(demo_session: tuple[Session, Environment]) -> None:
    session, environment = demo_session
    assert session.demo is not None
    control = DemoControl(session.exchange, session.demo)
    session.loop.run(lambda: control.set_fault("large_metadata", True), PATIENCE)
    try:
        found = explore(session, environment)
    finally:
        session.loop.run(control.clear, PATIENCE)
    assert found.problem is None
    index = found.catalogues[0].index
    assert index is not None
    assert len(index.types) > 5_000


def test_a_service_that_does_not_answer_is_told(session: Session) -> None:
    found = explore(session, replace(OPEN, odata_url="http://127.0.0.1:1/x"))
    assert found.problem is not None
    assert found.problem.kind is ProblemKind.NETWORK
    assert found.catalogues == ()


def test_an_address_of_another_origin_gets_no_token(session: Session) -> None:
    elsewhere = Environment(
        "8",
        "Elsewhere",
        "https://h",
        "https://l/connect/token",
        variables=(Variable("odata", "https://elsewhere.test/x"),),
    )
    found = explore(session, elsewhere)
    assert found.problem is not None
    assert "not at an address of this environment" in found.problem.title


def test_a_file_is_imported(session: Session, tmp_path: Path) -> None:
    environment = replace(OPEN, odata_url="http://127.0.0.1:1/x")
    path = tmp_path / "northwind.edmx"
    path.write_bytes(CSDL)
    (service,) = services_of(environment)
    found = run(session.explorer.import_file(environment, service, path))
    assert names(found) == [("Things",)]
    assert (found.catalogues[0].source, found.catalogues[0].offline) == ("northwind.edmx", True)
    session.schemas.forget(environment.id)
    again = run(session.explorer.cached(environment))
    assert again.catalogues[0].source == "northwind.edmx"
    path.write_bytes(b"<html>")
    with pytest.raises(WorkbenchError):
        run(session.explorer.import_file(environment, service, path))
    with pytest.raises(WorkbenchError):
        run(session.explorer.import_file(environment, service, tmp_path / "gone"))
