"""A small OData service on a socket: it answers with two documents, whatever they are."""

from dataclasses import replace
from typing import Any

from k2bench.core.auth_type import AuthType
from k2bench.core.environment import Environment
from tests.apis.odata.metadata.reader import within

CSDL = within(
    '<EntityType Name="T"><Key><PropertyRef Name="ID"/></Key><Property Name="ID" '
    'Type="Edm.Int64"/></EntityType><EntityContainer Name="C">'
    '<EntitySet Name="Things" EntityType="n.T"/></EntityContainer>'
)
OPEN = replace(Environment("9", "Open"), auth_type=AuthType.NONE)
DOCUMENT = b'{"value":[{"name":"Things","url":"Things"}]}'


def served(
    serve: Any, document: bytes = DOCUMENT, metadata: bytes = CSDL, kind: str = "application/xml"
) -> Environment:
    """An environment of a service that answers with these two documents."""

    def answer(connection: Any) -> None:
        asked = connection.request()
        is_metadata = b"$metadata" in asked.split(b"\r\n", 1)[0]
        body = metadata if is_metadata else document
        connection.answer(body, f"Content-Type: {kind if is_metadata else 'application/json'}")

    return replace(OPEN, odata_url=serve(answer).url)
