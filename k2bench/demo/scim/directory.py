"""The SCIM protocol over a filled directory in memory.

Importing this module takes most of a second (scim2-models builds its classes), so nothing imports
it before the tenant answers.
"""

from __future__ import annotations

import json
import uuid
from typing import Any, cast
from urllib.parse import quote

from scim2_models import ResourceType, ScimProvider
from scim2_server.applications.asgi import ASGIApplication
from scim2_server.memory import AsyncInMemoryStorage, InMemoryStorage
from scim2_server.requests import ScimRequest
from scim2_server.responses import SCIM_MEDIA_TYPE, ScimResponse
from scim2_server.service import ScimService
from scim2_server.utils import (
    load_default_resource_types,
    load_default_schemas,
    load_default_service_provider_config,
)
from starlette.types import ASGIApp

from k2bench.demo.scim import people

MAX_RESULTS = 100
MAX_MEMBERS = 100

FIRST_USER_ID, FIRST_GROUP_ID = 0x1000_0000, 0x2000_0000

_NAMESPACE = uuid.UUID("0b5f7a3e-52f4-4c52-9d1c-5f1a3c6e7d20")


def create_directory() -> ASGIApp:
    """The SCIM application with 300 users and 20 groups in it."""
    config = load_default_service_provider_config()
    assert config.filter is not None
    config.filter.max_results = MAX_RESULTS
    provider = ScimProvider.from_discovery(
        load_default_schemas().values(), load_default_resource_types().values(), config=config
    )
    service = ScimService(provider)
    storage = _NumberedStorage()
    with provider:
        user_type, group_type = (service.resource_type_at(name) for name in ("Users", "Groups"))
        user_ids = [_add(service, storage, user_type, user) for user in people.users()]
        for group in people.groups(user_ids):
            _add(service, storage, group_type, group)
    storage.is_filled = True
    application: Any = _CappedApplication(AsyncInMemoryStorage(storage), provider, service)
    return cast(ASGIApp, application)


class _NumberedStorage(InMemoryStorage):
    """Gives resources the same ids at every start.

    Lists are sorted by id and capped, so what a client creates gets ids that come first: otherwise
    it would not find them in its own list.
    """

    def __init__(self) -> None:
        super().__init__()
        self.is_filled = False
        self._next = {"User": FIRST_USER_ID, "Group": FIRST_GROUP_ID}
        self._created = 0

    def generate_id(self, resource_type: ResourceType, resource: Any) -> str:
        """A UUID made from a running number."""
        name = str(resource_type.name)
        if self.is_filled:
            self._created += 1
            number = FIRST_USER_ID - self._created
        else:
            number = self._next[name]
            self._next[name] += 1
        tail = uuid.uuid5(_NAMESPACE, f"{name}/{number}").hex[8:]
        return str(uuid.UUID(f"{number:08x}{tail}"))


class _CappedApplication(ASGIApplication):
    """Shows at most 100 members of a group, as K2 does (k2-facts.md, SCIM)."""

    def needs_auth(self, request: ScimRequest) -> bool:
        """Who may come in is decided in front of this application."""
        return False

    def finalize_response(self, request: ScimRequest, response: ScimResponse) -> ScimResponse:
        """Cuts the members of every group that is read."""
        if request.method == "GET" and response.body is not None:
            for resource in [response.body, *response.body.get("Resources", [])]:
                if len(resource.get("members", ())) > MAX_MEMBERS:
                    resource["members"] = resource["members"][:MAX_MEMBERS]
        response = super().finalize_response(request, response)
        # The library puts the decoded path there, line breaks and all.
        response.headers["Location"] = quote(
            response.headers["Location"], safe=":/?#[]@!$&'()*+,;="
        )
        return response


def _add(
    service: ScimService, storage: InMemoryStorage, kind: ResourceType, resource: dict[str, Any]
) -> str:
    created = service.read_creation(kind, json.dumps(resource).encode(), SCIM_MEDIA_TYPE)
    return str(storage.create(kind, created).id)
