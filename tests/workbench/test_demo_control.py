from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from k2bench.core.problem import WorkbenchError
from k2bench.core.request import RequestSpec
from k2bench.core.secret import Secret
from k2bench.store.keychain import Keychain
from k2bench.store.places import Places
from k2bench.workbench.demo_control import DemoControl, Fault
from k2bench.workbench.session import Session
from tests.workbench.conftest import PATIENCE, send


@pytest.fixture
def running(tmp_path: Path) -> Iterator[tuple[Session, DemoControl]]:
    session = Session(Places(tmp_path, tmp_path / "cache"), Keychain(accepted=()))
    addresses = session.loop.run(lambda: session.open_demo("--rows", "10"), 30)
    yield session, DemoControl(session.exchange, addresses)
    session.close()


def active(faults: tuple[Fault, ...]) -> set[str]:
    return {each.key for each in faults if each.active}


def test_faults_are_listed_set_and_cleared(running: tuple[Session, DemoControl]) -> None:
    session, control = running
    faults = session.loop.run(control.faults, PATIENCE)
    assert {"latency", "unauthorized", "reset", "html_login"} <= {each.key for each in faults}
    assert all(each.title and each.text for each in faults)
    assert active(faults) == set()
    environment = control.addresses.environment()
    spec = RequestSpec("GET", "{{odata}}/EmployeeSample?$top=1")
    assert active(session.loop.run(lambda: control.set_fault("unavailable", True), PATIENCE)) == {
        "unavailable"
    }
    assert send(session, spec, environment).snapshot.status == 503
    assert active(session.loop.run(control.clear, PATIENCE)) == set()
    assert send(session, spec, environment).snapshot.status == 200


def test_a_smartobject_is_published(running: tuple[Session, DemoControl]) -> None:
    session, control = running
    spec = RequestSpec("GET", "{{odata}}/TravelExpenses")
    environment = control.addresses.environment()
    assert send(session, spec, environment).snapshot.status == 404
    session.loop.run(lambda: control.publish("TravelExpenses", 0), PATIENCE)
    assert send(session, spec, environment).snapshot.status == 200


def test_a_refusal_is_said(running: tuple[Session, DemoControl]) -> None:
    session, control = running
    stranger = DemoControl(
        control.exchange, replace(control.addresses, control_token=Secret("not the token"))
    )
    with pytest.raises(WorkbenchError, match="refused"):
        session.loop.run(stranger.faults, PATIENCE)
    with pytest.raises(WorkbenchError, match="refused"):
        session.loop.run(lambda: control.set_fault("no such fault", True), PATIENCE)
