"""What the pictures show: one environment, one token, one table, at one moment."""

import base64
import json
from dataclasses import replace

from k2bench.apis import kind_of
from k2bench.apis.kind import Context
from k2bench.apis.odata.metadata.index import Index
from k2bench.apis.odata.metadata.reading import read_metadata
from k2bench.apis.odata.service import Catalogue, services_of
from k2bench.apis.view import View
from k2bench.auth.token import AccessToken, read_token
from k2bench.core.environment import Environment, WritePolicy
from k2bench.core.problem import Problem
from k2bench.core.request import Pair, RequestSpec
from k2bench.core.response import ResponseBody, ResponseSnapshot, SentRequest, Sizes, Timings
from k2bench.core.secret import Secret
from k2bench.demo.odata.metadata import metadata_document
from k2bench.demo.odata.smartobjects import CATALOGUE
from k2bench.demo.odata.smartobjects.employee_sample import EMPLOYEE_SAMPLE, _rows

NOW = 1_772_448_120.0  # Monday, 2 March 2026, 10:42 UTC
TENANT = "http://127.0.0.1:51823"
SECRET = Secret("a secret of the demo")
DEMO = Environment(
    id="demo",
    name="Demo tenant",
    tenant_url=TENANT,
    token_url=f"{TENANT}/7f6c41d2-95b3-4f0e-9d1c-6d0f5a3b8e21/connect/token",
    client_id="idt.cc.demo-consultant",
    scim_url=TENANT,
    write_policy=WritePolicy.FREE,
    transient=True,
    colour="good",
)
LIVE = Environment(
    id="live",
    name="Contoso live",
    tenant_url="https://contoso.onk2.com",
    token_url="https://login.onk2.com/0b2c6e5e-8f0d-4b8e-9a53-1f2d3c4b5a69/connect/token",
    client_id="idt.cc.contoso-reporting",
    colour="bad",
    production=True,
)
EMPLOYEES = RequestSpec(
    "GET",
    "{{odata}}/EmployeeSample?$filter=Active%20eq%20true&$orderby=LastName&$count=true",
    headers=(Pair("Prefer", "odata.maxpagesize=1000"),),
    name="EmployeeSample",
)

METADATA = b"""<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
<edmx:DataServices><Schema Namespace="K2" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EntityType Name="EmployeeSample"><Key><PropertyRef Name="ID"/></Key>
<!-- the key --><Property Name="ID" Type="Edm.Int64" Nullable="false"/>
<Property Name="FirstName" Type="Edm.String" MaxLength="100"/></EntityType>
</Schema></edmx:DataServices></edmx:Edmx>"""

ODD_JSON = (
    b'{"kind":"odd","rows":[[],[true,1.10,"two\\nlines",null,{}],{"a":1,"a":2,"n":NaN}],'
    b'"ids":[' + b",".join(b"%d" % number for number in range(12_345)) + b'],"cut":{"half":"wa'
)
BINARY = b"\x1f\x8b\x08\0" + bytes(range(256)) + "K2 tenant, demo: Zoë".encode() + bytes(400)
DRAWING = b"""<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200"
viewBox="0 0 320 200"><rect x="20" y="20" width="280" height="160" rx="16" fill="#0A62BD"/>
<circle cx="100" cy="100" r="44" fill="#ffffff"/><path d="M170 60h90M170 100h90M170 140h60"
stroke="#ffffff" stroke-width="12" stroke-linecap="round"/></svg>"""


def catalogues() -> tuple[Catalogue, ...]:
    """What the demo's services offer, fetched a minute ago."""
    steps = read_metadata(metadata_document(CATALOGUE[:-1]).encode())
    while True:
        try:
            next(steps)
        except StopIteration as end:
            index = Index(end.value)
            break
    return tuple(Catalogue(each, index, fetched_at=NOW - 60.0) for each in services_of(DEMO))


def token(life: float = 3600.0, age: float = 168.0) -> AccessToken:
    """The token of the demo's consultant."""
    claims = {
        "iss": DEMO.token_url.removesuffix("/connect/token"),
        "aud": "https://api.k2.com/",
        "client_id": DEMO.client_id,
        "scope": ["https://api.k2.com/"],
        "nbf": int(NOW - age),
        "iat": int(NOW - age),
        "exp": int(NOW - age + life),
    }
    parts = ({"alg": "RS256", "kid": "8E1F", "typ": "at+jwt"}, claims)
    value = ".".join([*map(_encoded, parts), _encoded({"signature": "of the demo"})])
    body = json.dumps({"access_token": value, "expires_in": life, "token_type": "Bearer"})
    return read_token(body.encode(), "application/json", DEMO.scope, NOW - age)


def _encoded(part: dict[str, object]) -> str:
    return base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=")


def employees(count: int = 1000) -> bytes:
    """A page of the demo's table, as its service writes it."""
    names = [each.name for each in EMPLOYEE_SAMPLE.properties]
    lines = []
    for row in _rows():
        values = dict(zip(names, row, strict=True))
        salary = f"{values['Salary'] / 100:.2f}"  # type: ignore[operator]
        values |= {"Active": bool(values["Active"]), "Salary": "#"}
        lines.append(json.dumps(values, ensure_ascii=False).replace('"#"', salary))
    head = f'{{"@odata.context":"{TENANT}/api/odatav4/v4/$metadata#EmployeeSample"'
    link = f'"@odata.nextLink":"{TENANT}/api/odatav4/v4/EmployeeSample?$skiptoken=1000"'
    return f'{head},"value":[{",".join(lines[:count])}],{link}}}'.encode()


def answer(
    body: bytes,
    status: int = 200,
    reason: str = "OK",
    media_type: str = "application/json;odata.metadata=minimal",
    path: str = "EmployeeSample?$filter=Active%20eq%20true&$orderby=LastName&$count=true",
) -> ResponseSnapshot:
    """An answer of the demo's OData service."""
    url = f"{TENANT}/api/odatav4/v4/{path}"
    return ResponseSnapshot(
        RequestSpec("GET", url),
        SentRequest(
            "GET",
            url,
            (
                ("Accept", "application/json, */*;q=0.8"),
                ("Prefer", "odata.maxpagesize=1000"),
                ("Authorization", "Bearer ****"),
            ),
        ),
        status,
        reason,
        "HTTP/1.1",
        (
            ("Date", "Mon, 02 Mar 2026 10:42:00 GMT"),
            ("Content-Type", media_type),
            ("OData-Version", "4.0"),
            ("Content-Length", str(len(body))),
        ),
        ResponseBody(body),
        Timings(0.0012, None, 0.0003, 0.1183, 0.0232, 0.143),
        sizes=Sizes(len(body), len(body)),
    )


def token_answer() -> ResponseSnapshot:
    """The exchange that brought the token, masked."""
    body = b'{"access_token":"****","expires_in":3600,"token_type":"Bearer"}'
    form = b"grant_type=client_credentials&client_id=idt.cc.demo-consultant&client_secret=****"
    headers = (("Content-Type", "application/x-www-form-urlencoded"), ("Accept", "*/*"))
    return replace(
        answer(body, media_type="application/json"),
        sent=SentRequest("POST", DEMO.token_url, headers, form + b"&scope=https://api.k2.com/"),
    )


def not_found() -> ResponseSnapshot:
    """What the service says of a name that it has not."""
    message = "Resource not found for the segment 'Employee Sample'."
    body = json.dumps({"error": {"code": "", "message": message}}).encode()
    return replace(
        answer(body, 404, "Not Found", path="Employee%20Sample"),
        timings=Timings(0.0012, None, 0.0002, 0.0098, 0.0004, 0.012),
    )


def shown(snapshot: ResponseSnapshot) -> tuple[tuple[View, ...], Problem | None]:
    """How the best kind of API shows an answer, and what it says of a failed one."""
    kind, context = kind_of(snapshot), Context(DEMO)
    return kind.views(snapshot, context), kind.explain(snapshot, context)
