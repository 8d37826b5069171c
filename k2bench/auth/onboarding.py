"""Getting a client from Nintex: a secret to choose and one-liners to check its hash by.

It does not know the support site, nor whether a ticket was sent.
"""

import secrets
import string
from collections.abc import Callable

from k2bench.core.secret import Secret

# Survives a form, a Basic header, a shell, JSON and XML without being changed.
ALPHABET = string.ascii_letters + string.digits + "-_."
LENGTH = 40

ONE_LINERS = (
    (
        "C# (IdentityModel)",
        '"your secret".ToSha256()',
    ),
    (
        "C# (.NET alone)",
        "Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData("
        'System.Text.Encoding.UTF8.GetBytes("your secret")))',
    ),
    (
        "PowerShell",
        "[Convert]::ToBase64String([Security.Cryptography.SHA256]::Create().ComputeHash("
        "[Text.Encoding]::UTF8.GetBytes('your secret')))",
    ),
    (
        "openssl",
        "printf %s 'your secret' | openssl dgst -sha256 -binary | openssl base64",
    ),
)


def generate_secret(choose: Callable[[str], str] = secrets.choice) -> Secret:
    """40 random characters (243 bits) that every tool on the way passes on unchanged.

    Args:
        choose: picks one character of a text at random.
    """
    first = choose(string.ascii_letters)  # a leading "-" reads as an option in a shell
    return Secret(
        first + "".join(choose(ALPHABET) for _ in range(LENGTH - 2)) + choose(string.digits)
    )
