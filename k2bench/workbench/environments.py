"""The environments of this session: which there are, which one is current."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import count

from k2bench.core.environment import Environment
from k2bench.core.problem import input_error
from k2bench.store.environments import EnvironmentStore


class Environments:
    """All environments in their order. Every change is written at once, transient ones never."""

    def __init__(self, store: EnvironmentStore, new_id: Callable[[], str]) -> None:
        self._store = store
        self._new_id = new_id
        self._all, self._current = store.load()

    @property
    def all(self) -> tuple[Environment, ...]:
        """In the order in which they were made."""
        return self._all

    @property
    def current(self) -> Environment | None:
        """The chosen one; the first when none is; None when there is none at all."""
        chosen = (each for each in self._all if each.id == self._current)
        return next(chosen, self._all[0] if self._all else None)

    def get(self, environment_id: str) -> Environment | None:
        """The one with that id."""
        return next((each for each in self._all if each.id == environment_id), None)

    def new_id(self) -> str:
        """An id that no environment has."""
        return self._new_id()

    def copy_of(self, environment_id: str) -> Environment:
        """A copy under a free name, to be put; its secrets are not in it.

        Raises:
            KeyError: there is no environment of that id.
        """
        source = self.get(environment_id)
        if source is None:
            raise KeyError(environment_id)
        names = {each.name.strip().casefold() for each in self._all}
        numbers = (f"{source.name} copy" + (f" {n}" if n > 1 else "") for n in count(1))
        name = next(name for name in numbers if name.casefold() not in names)
        return replace(source, id=self._new_id(), name=name, transient=False)

    def check_name(self, environment: Environment) -> None:
        """See whether `environment` may be put under its name.

        Raises:
            WorkbenchError: the name is blank, or another one has it.
        """
        check_name(environment, self._all)

    def put(self, environment: Environment) -> None:
        """Add `environment`, or replace the one with its id.

        Raises:
            WorkbenchError: the name is blank or taken, or the file cannot be written; the change
                holds for this session in the latter case.
        """
        self.check_name(environment)
        if self.get(environment.id) is None:
            self._all = (*self._all, environment)
        else:
            self._all = tuple(environment if e.id == environment.id else e for e in self._all)
        self._save()

    def remove(self, environment_id: str) -> None:
        """Forget one; it is no error if there is none.

        Raises:
            WorkbenchError: the file cannot be written.
        """
        self._all = tuple(each for each in self._all if each.id != environment_id)
        self._save()

    def select(self, environment_id: str) -> None:
        """Make one current.

        Raises:
            WorkbenchError: the file cannot be written.
        """
        if environment_id != self._current:
            self._current = environment_id
            self._save()

    def _save(self) -> None:
        current = self.get(self._current)
        kept = "" if current is None or current.transient else self._current
        self._store.save(self._all, kept)


def check_name(environment: Environment, others: Iterable[Environment]) -> None:
    """See that the name of `environment` is given, and free but for the one of the same id.

    Raises:
        WorkbenchError: it is blank, or taken, without regard to case.
    """
    name = environment.name.strip()
    if not name:
        raise input_error("The environment has no name", "Give it one.", "Name")
    for other in others:
        if other.id != environment.id and other.name.strip().casefold() == name.casefold():
            raise input_error(
                f"There is an environment “{other.name}” already",
                "Choose another name; upper and lower case count as the same.",
                "Name",
            )
