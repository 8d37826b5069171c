"""The name under which an answer is saved: the server's (RFC 6266), or one made of its URL.

Whatever the server says, the result is a plain name: no folder, no device, nothing hidden.
"""

import re
from urllib.parse import unquote_to_bytes, urlsplit

LONGEST = 120  # characters
FALLBACK = "answer"
_EXTENSIONS = {
    "application/json": ".json",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "text/html": ".html",
    "text/plain": ".txt",
    "text/csv": ".csv",
    "application/x-www-form-urlencoded": ".txt",
    "application/pdf": ".pdf",
    "application/zip": ".zip",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/svg+xml": ".svg",
    "image/webp": ".webp",
}
_EXTENDED = re.compile(r"(?:^|;)\s*filename\*\s*=\s*([\w!#$%&+^`{}~.-]+)'[^']*'([^\s;]+)", re.I)
_PLAIN = re.compile(r'(?:^|;)\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]+))', re.I)
_UNFIT = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u200b-\u200f\u2028-\u202e\u2066-\u2069]')
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)", re.I)


def suggested_name(url: str, media_type: str = "", disposition: str = "") -> str:
    """A name to save an answer under.

    Args:
        url: of the request.
        media_type: in lower case, without parameters.
        disposition: the Content-Disposition header's value.
    """
    named = _clean(_from_header(disposition))
    if named:
        return named
    try:
        path = urlsplit(url).path
    except ValueError:
        path = ""
    last = unquote_to_bytes(path.rstrip("/").rpartition("/")[2]).decode("utf-8", "replace")
    name = _clean(last) or FALLBACK
    extension = _extension(media_type)
    if extension and not name.lower().endswith(extension):
        name += extension
    return name


def _from_header(disposition: str) -> str:
    extended = _EXTENDED.search(disposition)
    if extended:
        try:
            return unquote_to_bytes(extended.group(2)).decode(extended.group(1), "replace")
        except LookupError:
            pass  # a charset nobody knows: the plain name may do
    plain = _PLAIN.search(disposition)
    if not plain:
        return ""
    quoted, token = plain.groups()
    return re.sub(r"\\(.)", r"\1", quoted) if quoted is not None else str(token)


def _clean(name: str) -> str:
    """A name that every system takes as a plain file; empty when nothing is left of it."""
    last = re.split(r"[/\\]", name.strip())[-1]
    fit = _UNFIT.sub("_", last).strip(". _")
    if len(fit) > LONGEST:
        stem, dot, extension = fit.rpartition(".")
        fit = stem[: LONGEST - 12] + dot + extension[:11] if dot else fit[:LONGEST]
    return f"_{fit}" if _DEVICE.match(fit) else fit


def _extension(media_type: str) -> str:
    known = _EXTENSIONS.get(media_type)
    if known:
        return known
    return (
        ".json" if media_type.endswith("+json") else ".xml" if media_type.endswith("+xml") else ""
    )
