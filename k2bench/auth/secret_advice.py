"""What is worth saying about a secret before anyone relies on it. Rules only; nothing is sent."""

from k2bench.auth.hashing import HashForm, hash_form
from k2bench.core.secret import Secret

LONGEST = 100  # IdentityServer's default limit for a client id and for a secret


def looks_like_hash(secret: Secret) -> str:
    """The evidence that `secret` is a hash and not the secret itself; empty when it is not."""
    text = secret.reveal().strip()
    match hash_form(text):
        case HashForm.HEX:
            return "it has 64 hex digits"
        case HashForm.BASE64:
            return "it has 44 characters and ends in “=”"
        case HashForm.BASE64URL if len(text) == 44:
            return "it has 44 characters of Base64url and ends in “=”"
        case _:
            return ""


def advice_on(secret: Secret) -> tuple[str, ...]:
    """Warnings in plain words, the gravest first; none of them stops anything."""
    text = secret.reveal()
    evidence = looks_like_hash(secret)
    found = {
        f"This looks like the hash, not the secret: {evidence}.": bool(evidence),
        "It begins or ends with a blank or a line break, which counts: the hash is another one "
        "without it.": text != text.strip(),
        f"It has {len(text)} characters. The login very likely takes at most {LONGEST}.": (
            len(text) > LONGEST
        ),
        "It holds characters that are not ASCII. Older hashing tools encode them differently: "
        "printable ASCII is safer.": not text.isascii(),
        "It holds control characters, which forms and terminals may change.": any(
            ord(c) < 32 or ord(c) == 127 for c in text.strip()
        ),
    }
    return tuple(words for words, holds in found.items() if holds)
