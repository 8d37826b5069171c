"""Sends one request and gives its answer as it comes. The only file that knows the HTTP library.

It knows no tokens and no policy: it follows no redirect, asks nothing and keeps no cookies.
"""

import asyncio
import importlib
import importlib.util
import ssl
import sys
from collections.abc import AsyncGenerator, AsyncIterator, Hashable
from contextlib import aclosing, suppress
from dataclasses import dataclass, field
from typing import Any

import httpx

from k2bench.core.problem import Problem, WorkbenchError, input_error
from k2bench.core.response import TlsInfo
from k2bench.core.url import DEFAULT_PORTS
from k2bench.core.wire import WireRequest
from k2bench.net.certificate import tls_info
from k2bench.net.decoding import Decoding
from k2bench.net.events import End, Event, Head
from k2bench.net.failures import (
    Circumstances,
    cut_off,
    problem_of,
    proxy_refused,
    refused_certificate,
)
from k2bench.net.headers import (
    header_text,
    headers_for_wire,
    headers_sent,
    is_token,
    needs_http1,
)
from k2bench.net.keeping import KeptClients
from k2bench.net.options import ExchangeOptions
from k2bench.net.proxies import proxy_for
from k2bench.net.receiving import received
from k2bench.net.target import Target, target_of
from k2bench.net.timings import Phase, Stopwatch
from k2bench.net.tls import TlsContexts, TlsSetting, unverified

if importlib.util.find_spec("sniffio") is None:
    # httpcore looks for it at each of its locks; not to find it takes 0.1 ms of file look-ups.
    sys.modules["sniffio"] = None  # type: ignore[assignment]

# What the HTTP library imports at its first request only.
LOADED_LATE = (
    "httpcore",
    "httpcore._backends.anyio",
    "anyio._backends._asyncio",
    "h2.connection",
)
SEND_STEP = 256 * 1024  # bytes of a request body encrypted and handed over at a time
KEEP_IDLE = 15.0  # seconds; servers close an idle connection after 5 to 120
USUAL = ExchangeOptions()
SAFE_TO_REPEAT = frozenset({"GET", "HEAD", "OPTIONS"})  # RFC 9110, section 9.2.2


class Transport:
    """Exchanges over new connections, or over kept ones where asked. Belongs to one loop."""

    def __init__(self) -> None:
        self._contexts = TlsContexts()
        self._plain = unverified()  # for plain http, which does not use it
        self._kept: KeptClients[httpx.AsyncHTTPTransport] = KeptClients()

    async def exchange(
        self, wire: WireRequest, options: ExchangeOptions = USUAL
    ) -> AsyncGenerator[Event, None]:
        """One request: a `Head`, `Chunk`s, an `End`. Use it inside `contextlib.aclosing`.

        Raises:
            WorkbenchError: there was no answer, or the request cannot be sent as it is. After the
                head nothing is raised: `End.problem` tells what is wrong.
        """
        call = await _call_of(wire, options)
        try:
            client, response = await self._opened(call)
        except Exception as error:
            if not _is_expected(error):
                raise
            raise WorkbenchError(await self._problem(error, call)) from error
        whole = False
        try:
            async with aclosing(_told(response, call)) as events:
                async for event in events:
                    whole = isinstance(event, End) and event.problem is None
                    yield event
        finally:
            if whole and options.keep_alive:
                await self._kept.give(call.key, client)
            else:
                await client.aclose()

    def warm_up(self, setting: TlsSetting) -> None:
        """Load and make what the first exchange needs; about 150 ms, from any thread.

        Without it the first exchange does it on the loop's thread.
        """
        self._contexts.make(setting, http2=True)
        for name in LOADED_LATE:
            with suppress(ImportError):
                importlib.import_module(name)

    async def aclose(self) -> None:
        """Close the kept connections."""
        await self._kept.aclose()

    async def _opened(self, call: "_Call") -> tuple[httpx.AsyncHTTPTransport, httpx.Response]:
        """A client and its answer, whose body was not read yet."""
        kept = self._kept.take(call.key) if call.options.keep_alive else None
        if kept is not None:
            try:
                return kept, await _tried(kept, call)
            except (httpx.NetworkError, httpx.RemoteProtocolError):
                # The server may close an idle connection just when it is used again (RFC 9112,
                # section 9.3.1): that is no failure of this request.
                if call.watch.connected or call.wire.method.upper() not in SAFE_TO_REPEAT:
                    raise
        client = await self._new_client(call)
        return client, await _tried(client, call)

    async def _new_client(self, call: "_Call") -> httpx.AsyncHTTPTransport:
        if call.target.origin.scheme == "http" and call.proxy is None:
            return _client(call, self._plain)
        setting, http2 = call.options.tls, call.http2
        context = self._contexts.get(setting, http2)
        if context is None:
            context = await asyncio.to_thread(self._contexts.make, setting, http2)
        return _client(call, context)

    async def _problem(self, error: Exception, call: "_Call") -> Problem:
        case = call.circumstances(error)
        if isinstance(error, httpx.ProxyError):
            return proxy_refused(error, case)
        if refused_certificate(error):
            case = call.circumstances(error, await _certificate_seen(call))
        return problem_of(error, case)


@dataclass(slots=True)
class _Call:
    """One exchange on its way."""

    wire: WireRequest
    options: ExchangeOptions
    target: Target
    headers: list[tuple[bytes, bytes]]
    proxy: httpx.Proxy | None
    watch: Stopwatch = field(default_factory=Stopwatch)
    stream: Any = None  # the library's open connection

    @property
    def http2(self) -> bool:
        return self.options.http2 and not needs_http1(self.wire)

    @property
    def key(self) -> Hashable:
        """What a kept client must agree in."""
        proxy = str(self.proxy.url) if self.proxy else None
        return self.target.origin, self.options.tls, self.http2, proxy

    def request(self) -> httpx.Request:
        request = httpx.Request(
            self.wire.method,
            str(self.target.origin),
            headers=self.headers,
            stream=_Body(self.wire.body),  # unlike `content=` it adds no headers
            extensions=_extensions(self.options, self._trace),
        )
        request.url = _ExactUrl(self.target)
        return request

    async def _trace(self, name: str, info: dict[str, Any]) -> None:
        if name.endswith("connect_tcp.complete"):
            self.stream = info["return_value"]
        await self.watch.trace(name, info)

    def circumstances(self, error: BaseException, seen: TlsInfo | None = None) -> Circumstances:
        url = self.proxy.url if self.proxy else None
        return Circumstances(
            target=self.target,
            phase=self.watch.phase,
            options=self.options,
            proxy=f"{url.host}:{url.port or DEFAULT_PORTS[url.scheme]}" if url else "",
            http2=self.watch.http2,
            timed_out=isinstance(error, httpx.TimeoutException),
            seen=seen,
        )


class _ExactUrl(httpx.URL):
    """A URL whose path and query go out as they are; httpx would encode them once more."""

    def __init__(self, target: Target) -> None:
        super().__init__(str(target.origin))
        self._raw = target.raw

    @property
    def raw_path(self) -> bytes:
        return self._raw


class _Body(httpx.AsyncByteStream):
    """A request body, in steps that do not hold up the loop."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for start in range(0, len(self._data), SEND_STEP):
            yield self._data[start : start + SEND_STEP]


async def _call_of(wire: WireRequest, options: ExchangeOptions) -> _Call:
    """Check everything that can be checked before a connection is made."""
    if not is_token(wire.method):
        raise input_error("The method is not a word", "Use GET, POST or another one.", "Method")
    target = target_of(wire.url)
    headers = headers_for_wire(wire)
    proxy = await _proxy_of(target, options) if options.trust_env else None
    return _Call(wire, options, target, headers, proxy)


async def _proxy_of(target: Target, options: ExchangeOptions) -> httpx.Proxy | None:
    if target.origin.is_loopback:
        return None
    try:
        async with asyncio.timeout(options.connect_timeout):
            # In a thread: Windows and macOS may ask DNS whether a host needs the proxy.
            url = await asyncio.to_thread(proxy_for, target.origin)
    except TimeoutError:
        return None
    return _proxy(url) if url else None


def _proxy(url: str) -> httpx.Proxy:
    try:
        proxy = httpx.Proxy(url)
    except (ValueError, httpx.InvalidURL):
        proxy = None
    if proxy is None or proxy.url.scheme not in ("http", "https"):
        raise input_error(
            "The system's proxy cannot be used",
            "k2bench speaks to http:// and https:// proxies; look at HTTPS_PROXY and ALL_PROXY.",
        )
    return proxy


def _client(call: _Call, context: ssl.SSLContext) -> httpx.AsyncHTTPTransport:
    proxy = call.proxy
    if proxy is not None and proxy.url.scheme == "https":
        proxy = httpx.Proxy(proxy.url, ssl_context=context, auth=proxy.auth)
    return httpx.AsyncHTTPTransport(
        verify=context,
        http2=call.http2,
        trust_env=False,
        proxy=proxy,
        limits=httpx.Limits(max_connections=1, keepalive_expiry=KEEP_IDLE),
    )


async def _tried(client: httpx.AsyncHTTPTransport, call: _Call) -> httpx.Response:
    try:
        return await client.handle_async_request(call.request())
    except BaseException:
        if call.stream is not None:
            await call.stream.aclose()  # the library forgets it if cancelled in the TLS handshake
        await client.aclose()
        raise


async def _told(response: httpx.Response, call: _Call) -> AsyncGenerator[Event, None]:
    """The events of an open answer; the caller closes the client."""
    head = await _head(response, call)
    call.watch.enter(Phase.RECEIVING)
    yield head
    decoding = Decoding(head.header("content-encoding") or "", call.options.max_decoded_bytes)

    def broken(error: Exception) -> Problem:
        return cut_off(error, call.circumstances(error))

    async with aclosing(received(_parts(response), decoding, call.watch, broken)) as events:
        async for event in events:
            yield event


async def _parts(response: httpx.Response) -> AsyncGenerator[bytes | Exception, None]:
    """The body as received; an error that ends it comes as the last part."""
    failed: Exception | None = None
    try:
        async for part in response.aiter_raw():
            yield part
    except Exception as error:
        if not _is_expected(error):
            raise
        failed = error
    finally:
        await response.aclose()
    if failed is not None:
        yield failed


async def _head(response: httpx.Response, call: _Call) -> Head:
    return Head(
        status=response.status_code,
        reason=header_text(response.extensions.get("reason_phrase", b"")),
        http_version=response.http_version,
        headers=tuple(
            (header_text(name), header_text(value)) for name, value in response.headers.raw
        ),
        tls=await _tls_of(response.extensions["network_stream"], call.options.tls.verify),
        sent=headers_sent(call.wire),
    )


async def _tls_of(stream: Any, verified: bool) -> TlsInfo | None:
    connection = stream.get_extra_info("ssl_object")
    if connection is None:
        return None
    if verified:
        return tls_info(connection)
    return await asyncio.to_thread(tls_info, connection)  # imports a parser


async def _certificate_seen(call: _Call) -> TlsInfo | None:
    """The certificate that was refused: Python's error does not carry it.

    One more handshake, which accepts any certificate; nothing is sent after it.
    """
    found: list[ssl.SSLObject] = []
    done = f"{'connection' if call.proxy is None else 'proxy'}.start_tls.complete"

    async def trace(name: str, info: dict[str, Any]) -> None:
        if name == done:
            stream = info["return_value"]
            found.append(stream.get_extra_info("ssl_object"))
            await stream.aclose()
            raise _SeenError

    request = httpx.Request(
        "GET", str(call.target.origin), extensions=_extensions(call.options, trace)
    )
    client = _client(call, unverified())
    try:
        await client.handle_async_request(request)
    except (_SeenError, httpx.HTTPError, OSError):
        pass
    finally:
        await client.aclose()
    return await asyncio.to_thread(tls_info, found[0]) if found else None


class _SeenError(Exception):
    """The handshake is done; nothing more is wanted."""


def _extensions(options: ExchangeOptions, trace: Any) -> dict[str, Any]:
    timeout = {
        "connect": options.connect_timeout,
        "read": options.read_timeout,
        "write": options.read_timeout,
    }
    return {"timeout": timeout, "trace": trace}


def _is_expected(error: Exception) -> bool:
    """Whether the network or the other side is to blame, not a bug of ours.

    The HTTP library lets errors of TLS while reading and of its HTTP/2 parser through as they are.
    """
    if isinstance(error, httpx.HTTPError | OSError):
        return True
    return type(error).__module__.split(".")[0] in ("h2", "h11", "hpack")
