"""The page *Query* over a session without a window."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from k2bench.apis.odata.metadata.index import Index
from k2bench.apis.odata.place import Place
from k2bench.ui.bridge import Bridge
from k2bench.ui.request.query.page import QueryPage
from k2bench.ui.request.query.surroundings import Surroundings
from tests.ui.request.query.service import BASE, index

Show = Callable[[QWidget], QWidget]


@pytest.fixture(scope="session")
def products() -> Index:
    return index()


@pytest.fixture(scope="session")
def known(products: Index) -> Surroundings:
    """The set Products of a service whose metadata is known."""
    return Surroundings(Place(BASE, "Products", ""), products, "Shop.Product")


@pytest.fixture
def page(bridge: Bridge, shown: Show) -> QueryPage:
    made = QueryPage(bridge)
    made.resize(900, 500)
    shown(made)
    return made
