"""Builds operations and the container (OData CSDL XML 4.01, sections 12 and 13; CSDL 3.0, 15)."""

from typing import Any

from k2bench.apis.odata.metadata.container import (
    Binding,
    EntityContainer,
    EntitySet,
    OperationImport,
    Singleton,
)
from k2bench.apis.odata.metadata.scope import (
    Attributes,
    Build,
    Scope,
    first_of,
    flag,
    those,
    truth,
)
from k2bench.apis.odata.metadata.types import Operation, OperationKind, Parameter, ReturnType

ACTION, FUNCTION = OperationKind.ACTION, OperationKind.FUNCTION


def _action(scope: Scope, attributes: Attributes, children: list[Any]) -> Operation:
    return _operation(scope, ACTION, attributes, children)


def _function(scope: Scope, attributes: Attributes, children: list[Any]) -> Operation:
    return _operation(scope, FUNCTION, attributes, children)


def _operation(
    scope: Scope, kind: OperationKind, attributes: Attributes, children: list[Any]
) -> Operation:
    take = attributes.pop
    returned = take("ReturnType", None)  # an attribute in CSDL 3
    returns = ReturnType(scope.type_ref(returned)) if returned else first_of(children, ReturnType)
    return Operation(
        scope.own(take("Name", "")),
        kind,
        bound=truth(take("IsBound", None)),
        composable=truth(take("IsComposable", None)),
        entity_set_path=take("EntitySetPath", ""),
        parameters=those(children, Parameter),
        returns=returns,
        annotations=scope.annotations(attributes, children),
    )


def _parameter(scope: Scope, attributes: Attributes, children: list[Any]) -> Parameter:
    name, type_ref = attributes.pop("Name", ""), scope.type_ref(attributes.pop("Type", ""))
    facets = scope.facets(attributes)
    return Parameter(name, type_ref, facets, scope.annotations(attributes, children))


def _return_type(scope: Scope, attributes: Attributes, children: list[Any]) -> ReturnType:
    type_ref = scope.type_ref(attributes.pop("Type", ""))
    facets = scope.facets(attributes)
    return ReturnType(type_ref, facets, scope.annotations(attributes, children))


def _action_import(scope: Scope, attributes: Attributes, children: list[Any]) -> OperationImport:
    operation = scope.resolve(attributes.pop("Action", ""))
    return _import(scope, ACTION, operation, attributes, children)


def _function_import(scope: Scope, attributes: Attributes, children: list[Any]) -> OperationImport:
    if "Function" in attributes:
        operation = scope.resolve(attributes.pop("Function"))
        return _import(scope, FUNCTION, operation, attributes, children)
    return _older_import(scope, attributes, children)


def _import(
    scope: Scope,
    kind: OperationKind,
    operation: str,
    attributes: Attributes,
    children: list[Any],
) -> OperationImport:
    take = attributes.pop
    return OperationImport(
        take("Name", ""),
        kind,
        operation,
        entity_set=take("EntitySet", ""),
        in_service_document=truth(take("IncludeInServiceDocument", None)),
        annotations=scope.annotations(attributes, children),
    )


def _older_import(scope: Scope, attributes: Attributes, children: list[Any]) -> OperationImport:
    """In OData 1 to 3 the import is the operation itself: one is made for it in the schema."""
    take = attributes.pop
    name, entity_set = attributes.get("Name", ""), take("EntitySet", "")
    method = take("m:HttpMethod", "").upper()
    side_effects = flag(take("IsSideEffecting", None), default=method != "GET")
    kind = ACTION if side_effects and method != "GET" else FUNCTION
    attributes["IsBound"] = take("IsBindable", "false")
    path = take("EntitySetPath", "")
    scope.older_operations.append(_operation(scope, kind, attributes, children))
    made = scope.older_operations[-1]
    return OperationImport(
        name, kind, made.name, entity_set or path, http_method=method, annotations=made.annotations
    )


def _container(scope: Scope, attributes: Attributes, children: list[Any]) -> EntityContainer:
    take = attributes.pop
    default = flag(take("m:IsDefaultEntityContainer", None), default=True)
    extends = take("Extends", "")
    if extends and "." not in extends:  # CSDL 3 has the bare name
        extends = scope.own(extends)
    return EntityContainer(
        scope.own(take("Name", "")),
        scope.resolve(extends),
        sets=those(children, EntitySet),
        singletons=those(children, Singleton),
        imports=those(children, OperationImport),
        default=bool(default),
        annotations=scope.annotations(attributes, children),
    )


def _entity_set(scope: Scope, attributes: Attributes, children: list[Any]) -> EntitySet:
    take = attributes.pop
    return EntitySet(
        take("Name", ""),
        scope.resolve(take("EntityType", "")),
        those(children, Binding),
        in_service_document=bool(flag(take("IncludeInServiceDocument", None), default=True)),
        annotations=scope.annotations(attributes, children),
    )


def _singleton(scope: Scope, attributes: Attributes, children: list[Any]) -> Singleton:
    take = attributes.pop
    return Singleton(
        take("Name", ""),
        scope.resolve(take("Type", "")),
        truth(take("Nullable", None)),
        those(children, Binding),
        scope.annotations(attributes, children),
    )


def _binding(scope: Scope, attributes: Attributes, children: list[Any]) -> Binding:
    path = attributes.get("Path", "")
    if "." in path:  # casts to derived types
        path = "/".join(scope.resolve(segment) for segment in path.split("/"))
    return Binding(path, scope.resolve_path(attributes.get("Target", "")))


SERVICE: dict[str, Build] = {
    "Action": _action,
    "Function": _function,
    "Parameter": _parameter,
    "ReturnType": _return_type,
    "ActionImport": _action_import,
    "FunctionImport": _function_import,
    "EntityContainer": _container,
    "EntitySet": _entity_set,
    "Singleton": _singleton,
    "NavigationPropertyBinding": _binding,
}
"""By the name of the element."""
