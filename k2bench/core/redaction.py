"""Masks secrets in texts that will be shown or kept, in the forms in which they travel.

It does not find secrets by itself: it is told each one that was handed out.
"""

import threading
from dataclasses import replace

from k2bench.core.problem import Problem
from k2bench.core.secret import Secret

MASK = "****"
SHORTEST = 4  # masking shorter texts would make every text unreadable


def _base64_forms(raw: bytes) -> set[str]:
    """The part of the Base64 text that does not depend on what stands before `raw`.

    Both as far as it does not depend on what follows either, and to the end for where nothing does.
    """
    import base64  # here and below: not needed before there is a secret

    forms = set()
    for shift in range(3):
        encoded = base64.b64encode(b"\0" * shift + raw).decode()
        start = (0, 2, 3)[shift]
        whole = (len(raw) + shift) // 3 * 4  # characters that depend on `raw` alone
        ended = encoded[start:]
        cuts = {encoded[start:whole].rstrip("="), ended, ended.rstrip("=")}
        forms |= cuts | {cut.replace("+", "-").replace("/", "_") for cut in cuts}
    return forms


def forms_of(secret: str) -> set[str]:
    """Every spelling of `secret` that a wire format could hold: plain, URL, form, JSON, Base64."""
    import json
    from urllib.parse import quote, quote_plus

    raw = secret.encode("utf-8", "surrogatepass")
    plain = {secret, json.dumps(secret)[1:-1], json.dumps(secret, ensure_ascii=False)[1:-1]}
    urls = {quote(raw, safe=""), quote(raw), quote_plus(raw)}
    urls |= {form.replace("%20", "+") for form in urls}
    lower = {_lower_escapes(form) for form in urls}
    encoded = {form for form in _base64_forms(raw) if len(form) >= 8}
    return {form for form in plain | urls | lower | encoded if len(form) >= SHORTEST}


def _lower_escapes(text: str) -> str:
    head, *rest = text.split("%")
    return head + "".join("%" + part[:2].lower() + part[2:] for part in rest)


class Redactor:
    """Knows every secret that was handed out in this session and masks each of its forms."""

    def __init__(self) -> None:
        self._forms: list[str] = []  # longest first, so that no part of a longer one is left over
        self._known: set[Secret] = set()
        self._lock = threading.Lock()

    def add(self, secret: Secret) -> None:
        """Mask `secret` from now on. One shorter than 4 characters cannot be masked."""
        with self._lock:
            if not secret or secret in self._known:
                return
            self._known.add(secret)
            forms = set(self._forms) | forms_of(secret.reveal())
            self._forms = sorted(forms, key=len, reverse=True)

    def mask(self, text: str) -> str:
        """`text` with every form of every known secret replaced by `****`."""
        for form in self._forms:
            if form in text:
                text = text.replace(form, MASK)
        return text

    def mask_bytes(self, data: bytes) -> bytes:
        """The same over UTF-8 bytes, invalid ones kept."""
        return self.mask(data.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")

    def mask_problem(self, problem: Problem) -> Problem:
        """The same over every text of `problem` that people read; itself when it holds none."""
        causes = tuple(
            replace(each, text=self.mask(each.text), evidence=self.mask(each.evidence))
            for each in problem.causes
        )
        masked = replace(
            problem,
            title=self.mask(problem.title),
            hint=self.mask(problem.hint),
            detail=self.mask(problem.detail),
            causes=causes,
        )
        return problem if masked == problem else masked
