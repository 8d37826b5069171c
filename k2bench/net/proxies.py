"""Which proxy the system wants for a target. It does not know proxy scripts (PAC)."""

import urllib.request

from k2bench.core.url import Origin


def proxy_for(origin: Origin) -> str | None:
    """The proxy's URL, or None for a direct connection.

    From `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY`, or the settings of Windows and macOS. This
    machine itself is always reached directly, as browsers do.
    """
    if origin.is_loopback or urllib.request.proxy_bypass(origin.host):
        return None
    proxies = urllib.request.getproxies()
    url = proxies.get(origin.scheme) or proxies.get("all")
    if not url:
        return None
    return url if "://" in url else f"http://{url}"
