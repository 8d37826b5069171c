from k2bench.apis.odata.metadata.container import Binding, EntityContainer
from k2bench.apis.odata.metadata.types import OperationKind, TypeRef
from tests.apis.odata.metadata.reader import read, sample


def library() -> EntityContainer:
    return read(sample("everything.xml")).schemas[0].containers[1]


def test_operations_and_their_overloads() -> None:
    lend, burn, one, many, oldest = read(sample("everything.xml")).schemas[0].operations
    assert lend.kind is OperationKind.ACTION
    assert lend.bound
    assert lend.entity_set_path == "book/Author"
    assert lend.binding == TypeRef("library.model.Book")
    assert [each.name for each in lend.inputs] == ["until"]
    assert lend.parameters[0].facets.nullable is False
    assert lend.returns is not None
    assert lend.returns.facets.nullable is True
    assert lend.returns.annotations
    assert burn.returns is None
    assert one.composable
    assert one.name == many.name
    assert many.binding == TypeRef("library.model.Book", collection=True)
    assert oldest.parameters == ()
    assert oldest.kind is OperationKind.FUNCTION


def test_a_container_with_all_that_it_may_hold() -> None:
    container = library()
    assert container.extends == "library.model.Base"
    (books,) = container.sets
    assert books.type == "library.model.Book"
    assert books.bindings[0] == Binding("Author", "People")
    assert books.bindings[1].target == "library.model.Library/People"
    assert books.annotations
    (librarian,) = container.singletons
    assert librarian.nullable
    assert librarian.bindings == (Binding("Books", "Books"),)
    burn, oldest = container.imports
    assert (burn.kind, burn.operation) == (OperationKind.ACTION, "library.model.Burn")
    assert oldest.in_service_document
    assert oldest.entity_set == "Books"
    base = read(sample("everything.xml")).schemas[0].containers[0]
    assert not base.sets[0].in_service_document


def test_imports_of_older_versions_are_operations_too() -> None:
    web = read(sample("older.xml")).schemas[1]
    orders, purge, discount, archive = web.operations
    assert orders.kind is OperationKind.FUNCTION
    assert orders.returns is not None
    assert orders.returns.type == TypeRef("Shop.Data.Order", collection=True)
    assert purge.kind is OperationKind.ACTION
    assert discount.bound
    assert discount.kind is OperationKind.FUNCTION
    assert archive.kind is OperationKind.ACTION
    methods = [each.http_method for each in web.containers[0].imports]
    assert methods == ["GET", "POST", "", ""]
    assert web.containers[0].imports[0].operation == "Shop.Web.OrdersOf"
