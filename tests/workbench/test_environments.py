from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from k2bench.core.environment import Environment
from k2bench.core.problem import WorkbenchError
from k2bench.store.environments import EnvironmentStore
from k2bench.workbench.environments import Environments


def ids() -> Iterator[str]:
    return (str(number) for number in count(1))


def opened(folder: Path) -> Environments:
    numbers = ids()
    return Environments(EnvironmentStore(folder, lambda _: None), lambda: next(numbers))


def create(book: Environments, name: str) -> Environment:
    made = Environment(book.new_id(), name)
    book.put(made)
    book.select(made.id)
    return made


def test_made_changed_chosen_and_found_again(tmp_path: Path) -> None:
    book = opened(tmp_path)
    assert book.current is None
    dev = create(book, "Dev")
    create(book, "Test")
    book.put(Environment(dev.id, "Dev", "https://h"))
    book.select(dev.id)
    later = opened(tmp_path)
    assert [each.name for each in later.all] == ["Dev", "Test"]
    assert later.current == Environment(dev.id, "Dev", "https://h")
    later.remove(dev.id)
    assert later.get(dev.id) is None
    assert later.current is not None
    assert later.current.name == "Test"


def test_names_are_unique_without_regard_to_case(tmp_path: Path) -> None:
    book = opened(tmp_path)
    create(book, "Straße")
    for name in ("STRASSE", " straße ", "", "  "):
        with pytest.raises(WorkbenchError):
            create(book, name)
    assert len(book.all) == 1


def test_the_transient_one_is_written_nowhere(tmp_path: Path) -> None:
    book = opened(tmp_path)
    book.put(Environment("demo", "Demo tenant", transient=True))
    book.select("demo")
    assert "demo" not in (tmp_path / "environments.json").read_text()
    assert opened(tmp_path).all == ()


def test_a_copy_has_a_free_name_and_an_id_of_its_own(tmp_path: Path) -> None:
    book = opened(tmp_path)
    source = create(book, "Dev")
    for name in ("Dev copy", "Dev copy 2", "Dev copy 3"):
        copied = book.copy_of(source.id)
        assert copied.name == name
        assert copied not in book.all
        book.put(copied)
    assert len({each.id for each in book.all}) == 4
    with pytest.raises(KeyError):
        book.copy_of("nobody")
