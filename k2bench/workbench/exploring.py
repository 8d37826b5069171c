"""What an environment offers: its OData services, fetched, read, kept, and there again offline.

Fetching runs on the network loop, reading on the work lane. It does not know the tree.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from operator import attrgetter
from pathlib import Path
from typing import TypeAlias, TypeVar

from k2bench.apis.odata.metadata.change import Change
from k2bench.apis.odata.metadata.comparing import compare_in_steps
from k2bench.apis.odata.metadata.document import Metadata
from k2bench.apis.odata.metadata.index import Index
from k2bench.apis.odata.metadata.reading import read_metadata
from k2bench.apis.odata.requests import metadata, service_document
from k2bench.apis.odata.service import Catalogue, Service, services_of
from k2bench.apis.odata.service_document import ServiceEntry, read_service_document
from k2bench.content.data import Progress
from k2bench.core.environment import Environment
from k2bench.core.problem import NextStep, Problem, ProblemKind, Step, WorkbenchError
from k2bench.core.request import Pair, RequestSpec
from k2bench.core.response import ResponseSnapshot
from k2bench.store.metadata import MetadataStore, Snapshot, read_metadata_file
from k2bench.workbench.planning import Question
from k2bench.workbench.preparing import Preparer
from k2bench.workbench.progress import OnProgress
from k2bench.workbench.schemas import Schemas
from k2bench.workbench.sending import Sender

T = TypeVar("T")
Work: TypeAlias = Generator[Progress | None, None, T]
"""CPU work for the work lane; not every step knows how far the whole is."""

_JSON = Pair("Accept", "application/json, application/atomsvc+xml;q=0.9, */*;q=0.8")
_XML = Pair("Accept", "application/xml, */*;q=0.8")


@dataclass(frozen=True, slots=True)
class Fetched:
    """The two documents of a service as they came; None where one did not."""

    service: Service
    document: ResponseSnapshot | None = None
    metadata: ResponseSnapshot | None = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Explored:
    """What is known of an environment now.

    Attributes:
        problem: why not all of it is fresh; None when it is.
    """

    catalogues: tuple[Catalogue, ...] = ()
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class State:
    """One kept state of a service's metadata, to be compared with another."""

    title: str
    service: Service
    snapshot: Snapshot


@dataclass(frozen=True, slots=True)
class Explorer:
    """Finds out what an environment offers."""

    preparer: Preparer
    sender: Sender
    store: MetadataStore
    schemas: Schemas
    clock: Callable[[], float]

    async def fetch(
        self, environment: Environment, progress: OnProgress | None = None
    ) -> tuple[Fetched, ...]:
        """Ask each service for its two documents, with the environment's own token.

        A service that does not answer is told in its `problem`. Nothing is asked of a person: an
        address of another origin gets no token.
        """
        return tuple(
            [await self._fetch(environment, each, progress) for each in services_of(environment)]
        )

    async def _fetch(
        self, environment: Environment, service: Service, progress: OnProgress | None
    ) -> Fetched:
        found = Fetched(service)
        for ask, accept in ((service_document, _JSON), (metadata, _XML)):
            spec = replace(ask(service), headers=(accept,))
            try:
                snapshot, problem = await self._ask(environment, spec, progress)
            except WorkbenchError as error:
                return replace(found, problem=error.problem)
            if problem is not None:
                found = replace(found, problem=found.problem or problem)
                if snapshot.status == 401:
                    break  # the next one would be refused as well
            elif ask is metadata:
                found = replace(found, metadata=snapshot)
            else:
                found = replace(found, document=snapshot)
        return found

    async def _ask(
        self, environment: Environment, spec: RequestSpec, progress: OnProgress | None
    ) -> tuple[ResponseSnapshot, Problem | None]:
        planned = await self.preparer.prepare(spec, environment)
        if isinstance(planned, Question):
            raise WorkbenchError(_elsewhere(planned))
        answer = await self.sender.send(planned, progress)
        return answer.snapshot, answer.problem

    def read(self, environment: Environment, fetched: tuple[Fetched, ...]) -> Work[Explored]:
        """Read what came and keep it; what did not come is taken from the disk."""
        catalogues: list[Catalogue] = []
        problem: Problem | None = None
        for each in fetched:
            found, trouble = yield from self._read(environment, each)
            problem = problem or (None if each.service.optional else trouble)
            if found is not None:
                catalogues.append(found)
        self.schemas.put(environment.id, catalogues)
        masked = problem and self.sender.exchange.redactor.mask_problem(problem)
        return Explored(tuple(catalogues), masked)

    def _read(
        self, environment: Environment, fetched: Fetched
    ) -> Work[tuple[Catalogue | None, Problem | None]]:
        service, problem = fetched.service, fetched.problem
        entries, trouble = _entries(fetched.document)
        problem = problem or trouble
        yield None
        body = fetched.metadata.body[:] if fetched.metadata is not None else b""
        try:
            if fetched.metadata is not None:
                found = yield from _catalogue(service, body, self.clock())
                problem = problem or self._keep(environment, found, body)
                return replace(found, entries=entries), problem
        except WorkbenchError as error:
            problem = problem or error.problem
        kept = yield from self._kept(environment, service)
        if kept is not None or entries is not None:
            kept = replace(kept or Catalogue(service), entries=entries)
        return kept, problem

    def _keep(self, environment: Environment, found: Catalogue, body: bytes) -> Problem | None:
        """Write the metadata down. A full disk is told, and takes nothing away."""
        url = found.service.url
        try:
            self.store.save(environment.id, url, body, found.fetched_at, found.source)
        except WorkbenchError as error:
            return error.problem
        return None

    def cached(self, environment: Environment) -> Work[Explored]:
        """What was known when it was fetched last: of this session, else from the disk."""
        services = services_of(environment)
        known = self.schemas.of(environment.id)
        if known and all(each.service in services for each in known):
            return Explored(known)
        catalogues = []
        for service in services:
            kept = yield from self._kept(environment, service)
            if kept is not None:
                catalogues.append(kept)
        if catalogues:
            self.schemas.put(environment.id, catalogues)
        return Explored(tuple(catalogues))

    def _kept(self, environment: Environment, service: Service) -> Work[Catalogue | None]:
        latest = self.store.latest(environment.id, service.url)
        yield None
        if latest is None:
            return None
        snapshot, data = latest
        try:
            found = yield from _catalogue(service, data, snapshot.fetched_at)
        except WorkbenchError:  # it was read once: a broken entry counts as not there
            return None
        return replace(found, source=snapshot.source, offline=True)

    def import_file(self, environment: Environment, service: Service, path: Path) -> Work[Explored]:
        """Read metadata from a file, and keep it as the newest state of a service.

        Raises:
            WorkbenchError: it cannot be read, or is no metadata.
        """
        data = read_metadata_file(path)
        yield None
        found = yield from _catalogue(service, data, self.clock())
        found = replace(found, source=path.name, offline=True)
        problem = self._keep(environment, found, data)
        others = [c for c in self.schemas.of(environment.id) if c.service != service]
        self.schemas.put(environment.id, (found, *others))
        return Explored((found, *others), problem)

    def states(self, environment: Environment) -> tuple[State, ...]:
        """Every kept state of an environment's services, the newest of each first."""
        return tuple(
            State(f"{environment.name} · {service.name}", service, snapshot)
            for service in services_of(environment)
            for snapshot in self.store.snapshots(environment.id, service.url)
        )

    def compare(self, before: State, after: State) -> Work[tuple[Change, ...]]:
        """What is different between two states.

        Raises:
            WorkbenchError: one of them is no longer there.
        """
        old = yield from self._metadata(before)
        new = yield from self._metadata(after)
        return (yield from compare_in_steps(old, new))

    def _metadata(self, state: State) -> Work[Metadata]:
        data = self.store.load(state.snapshot)
        if data is None:
            raise WorkbenchError(
                Problem(ProblemKind.STORAGE, "This state is no longer kept", "Choose another one.")
            )
        return (yield from read_metadata(data))

    def document(self, environment: Environment, service: Service) -> bytes:
        """The metadata of a service as it came; empty when it is not kept."""
        latest = self.store.latest(environment.id, service.url)
        return latest[1] if latest is not None else b""

    def forget(self, environment_id: str) -> None:
        """Delete what is kept of an environment."""
        self.schemas.forget(environment_id)
        self.store.forget(environment_id)


def _entries(
    snapshot: ResponseSnapshot | None,
) -> tuple[tuple[ServiceEntry, ...] | None, Problem | None]:
    if snapshot is None:
        return None, None
    try:
        return read_service_document(snapshot.body[:], snapshot.sent.url), None
    except WorkbenchError as error:
        return None, error.problem


def _catalogue(service: Service, data: bytes, now: float) -> Work[Catalogue]:
    found = yield from read_metadata(data)
    index = Index(found)
    for gather in (attrgetter("types"), attrgetter("operations"), attrgetter("imports")):
        yield None
        gather(index)  # here, and not when the GUI thread first asks
    return Catalogue(service, index, fetched_at=now)


def _elsewhere(question: Question) -> Problem:
    where = f"{question.origin}" if question.origin else "It"
    return Problem(
        ProblemKind.POLICY,
        "The service is not at an address of this environment",
        f"{where} gets no token by itself. Enter it as the environment's OData base URL.",
        steps=(NextStep("Edit OData base URL", Step.EDIT_FIELD, "OData base URL"),),
    )
