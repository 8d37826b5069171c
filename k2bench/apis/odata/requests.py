"""Requests for what a service offers, as templates: its rows, a count, a filled method."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.element import Element
from k2bench.apis.odata.json_values import json_value
from k2bench.apis.odata.keys import KeyPart
from k2bench.apis.odata.literals import literal
from k2bench.apis.odata.metadata.index import Index
from k2bench.apis.odata.metadata.types import OperationKind
from k2bench.apis.odata.methods import Input, Method, MethodKind
from k2bench.apis.odata.service import Service
from k2bench.core.problem import Problem, WorkbenchError, input_error
from k2bench.core.request import NoBody, RequestSpec, TextBody

FIRST = 20  # rows
REFRESH_PATH = "/api/odata/op/refresh"  # resources/k2-facts.md, "OData"


@dataclass(frozen=True, slots=True)
class Filled:
    """What a person put into a method's form.

    Attributes:
        key: texts by name.
        inputs: those that are sent, as text; None: null.
    """

    key: Mapping[str, str] = field(default_factory=dict)
    inputs: Mapping[str, str | None] = field(default_factory=dict)


def rows(element: Element) -> RequestSpec:
    """All that a set or singleton gives, page by page."""
    return _get(element, "", element.name)


def first_rows(element: Element) -> RequestSpec:
    """A few rows of a set."""
    return _get(element, f"?$top={FIRST}", f"{element.name}: first rows")


def count(element: Element) -> RequestSpec:
    """How many rows a set has. As an option of the list: K2 is not known to have `/$count`."""
    index = element.catalogue.index
    older = index is not None and index.metadata.dialect is Dialect.V3
    option = "$inlinecount=allpages" if older else "$count=true"
    return _get(element, f"?{option}&$top=0", f"{element.name}: count")


def _get(element: Element, query: str, name: str) -> RequestSpec:
    return RequestSpec("GET", f"{url_of(element)}{query}", name=name)


def url_of(element: Element) -> str:
    """The address of a set or singleton, or of the service, as a template."""
    return f"{element.catalogue.service.base}/{element.segment}"


def service_document(service: Service) -> RequestSpec:
    """What a service lists at its root."""
    return RequestSpec("GET", f"{service.base}/", name=f"{service.name}: service document")


def metadata(service: Service) -> RequestSpec:
    """The description of a service, which is at its root only."""
    return RequestSpec("GET", f"{service.base}/$metadata", name=f"{service.name}: $metadata")


def look_again() -> RequestSpec:
    """Makes K2 look at once for what was published."""
    return RequestSpec("GET", "{{host}}" + REFRESH_PATH, name="K2: look for what is published")


def inputs_of(method: Method) -> tuple[Input, ...]:
    """What a form asks for beside the key: an update does not change it."""
    taken = method.inputs or method.suggested
    if method.kind is MethodKind.UPDATE:
        return tuple(each for each in taken if each not in method.key)
    return taken


def is_required(method: Method, each: Input) -> bool:
    """Whether an input must be given, as far as the metadata tells."""
    if each in method.suggested or method.kind is MethodKind.UPDATE or each in method.key:
        return False  # a key that the server makes is not given
    return each.facets.nullable is False and each.facets.default is None


def flaws(method: Method, index: Index, filled: Filled) -> dict[str, Problem]:
    """What is wrong with each field, by its name; of the key under `Key NAME`."""
    found: dict[str, Problem] = {}
    for each in method.key:
        text = filled.key.get(each.name, "")
        try:
            if not text.strip():
                raise input_error(f"{each.name} is missing", "It says which row is meant.")
            literal(text, index.primitive(each.type.name), index.metadata.dialect)
        except WorkbenchError as error:
            found[f"Key {each.name}"] = error.problem
    for each in inputs_of(method):
        try:
            if each.name in filled.inputs:
                _checked(method, each, filled.inputs[each.name], index)
            elif is_required(method, each):
                raise input_error(f"{each.name} is required")
        except WorkbenchError as error:
            found[each.name] = error.problem
    return found


def _checked(method: Method, each: Input, text: str | None, index: Index) -> str:
    if text is None and each.facets.nullable is False:
        raise input_error(f"{each.name} is never null")
    if _is_function(method):
        return literal(text, index.primitive(each.type.name), index.metadata.dialect)
    return json_value(text, each.type, index)


def _is_function(method: Method) -> bool:
    return method.operation is not None and method.operation.kind is OperationKind.FUNCTION


def method_request(method: Method, service: Service, index: Index, filled: Filled) -> RequestSpec:
    """The request that a filled form stands for.

    Raises:
        WorkbenchError: see `flaws`; it is the first of them.
    """
    for problem in flaws(method, index, filled).values():
        raise WorkbenchError(problem)
    key = [
        KeyPart(each.name, index.primitive(each.type.name), filled.key[each.name])
        for each in method.key
    ]
    arguments = filled.inputs if _is_function(method) else {}
    url = f"{service.base}/{method.path(index, key, arguments)}"
    owner = f"{method.entity_set}: " if method.entity_set else ""
    body = TextBody(body_text(method, index, filled)) if takes_body(method) else NoBody()
    return RequestSpec(method.verb, url, body=body, name=f"{owner}{method.name}")


def takes_body(method: Method) -> bool:
    """Whether the inputs travel as JSON."""
    return method.verb in ("POST", "PUT", "PATCH")


def body_text(method: Method, index: Index, filled: Filled) -> str:
    """The JSON of the inputs that are sent, one a line.

    Raises:
        WorkbenchError: a value is not of its type.
    """
    lines = [
        f"  {_quoted(each.name)}: {json_value(filled.inputs[each.name], each.type, index)}"
        for each in inputs_of(method)
        if each.name in filled.inputs
    ]
    return "{\n" + ",\n".join(lines) + "\n}" if lines else "{}"


def _quoted(name: str) -> str:
    return json.dumps(name, ensure_ascii=False)


def preview(method: Method, service: Service, index: Index, filled: Filled) -> str:
    """The request as far as it can be made; what is wrong stands in place of the rest."""
    wrong = flaws(method, index, filled)
    if not wrong:
        spec = method_request(method, service, index, filled)
        body = f"\n\n{spec.body.text}" if isinstance(spec.body, TextBody) else ""
        return f"{spec.method} {spec.url}{body}"
    whole = {name: text for name, text in filled.inputs.items() if name not in wrong}
    body = body_text(method, index, Filled(inputs=whole)) if takes_body(method) else ""
    where = method.entity_set or method.name
    key = "(…)" if method.key else ""
    told = "\n".join(f"{problem.title}." for problem in wrong.values())
    return f"{method.verb} {service.base}/{where}{key}\n\n{body}\n\n{told}".replace("\n\n\n", "\n")
