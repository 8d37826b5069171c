"""The query of a URL as rows of names and values, and back. What nobody touched keeps its bytes."""

from k2bench.core.request import Pair


def params_of(url: str) -> tuple[Pair, ...]:
    """The query of `url` as rows, each name and value exactly as typed."""
    _, mark, query = url.partition("?")
    return tuple(_pair(part) for part in query.split("&")) if mark and query else ()


def with_params(url: str, pairs: tuple[Pair, ...]) -> str:
    """`url` with its query made from the ticked `pairs`.

    A part whose row did not change keeps its bytes (`a` is not rewritten to `a=`).
    """
    base, _, query = url.partition("?")
    before = {_pair(part): part for part in reversed(query.split("&"))}
    parts = [before.get(Pair(p.name, p.value), f"{p.name}={p.value}") for p in pairs if p.enabled]
    return base + "?" + "&".join(parts) if parts else base


def _pair(part: str) -> Pair:
    name, _, value = part.partition("=")
    return Pair(name, value)
