"""The link from one page to the next, and the faults that make it lead astray."""

from __future__ import annotations

from starlette.requests import Request

from k2bench.demo.faults.catalogue import Api
from k2bench.demo.faults.injector import request_target
from k2bench.demo.odata.page import Page
from k2bench.demo.odata.raw_query import RawQuery
from k2bench.demo.odata.service import Service

# A next link carries these in its token, or must not repeat them.
_NOT_REPEATED = ("$skiptoken", "$skip", "$top")


def next_link(
    service: Service, request: Request, name: str, raw: RawQuery, page: Page
) -> str | None:
    """The URL of the page after `page`; None for the last one.

    Args:
        service: Whose faults may strike.
        request: The request for `page`.
        name: The entity set.
        raw: The request's query.
        page: What it is answered with.
    """
    target = request_target(request.scope)
    root = service.root_url(request)
    if service.faults.strikes("next_link_loop", Api.ODATA, target) is not None:
        return root.removesuffix(f"{request.scope['root_path']}/") + target
    if page.next is None:
        return None
    if service.faults.strikes("next_link_elsewhere", Api.ODATA, target) is not None:
        root = root.replace(root.partition("/api/")[0], service.elsewhere)
    kept = raw.without(_NOT_REPEATED)
    query = f"{kept + '&' if kept else ''}$skiptoken={page.next.encode()}"
    return f"{root}{name}?{query}"
