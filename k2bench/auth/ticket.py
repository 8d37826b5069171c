"""The text of the support ticket that asks Nintex for a client. Never with the secret.

Sources: the guide's “Onboarding”; `resources/k2-facts.md`, “The secret's hash”.
"""

import base64
import hashlib

from k2bench.auth.guide import GUIDE_URL, TOKEN_URL_SHAPE
from k2bench.auth.hashing import HashForm, hash_form
from k2bench.auth.one_line import one_line
from k2bench.core.environment import ODATA_SCOPE, SCIM_SCOPE
from k2bench.core.problem import WorkbenchError, input_error
from k2bench.core.url import origin_of

ENVIRONMENT, HASH = "Environment", "Hash"

_NOTHING = base64.b64encode(hashlib.sha256(b"").digest()).decode()
_SCIM = f"""\
- SCIM: please confirm its scope (we know of {SCIM_SCOPE})
  and tell us where to find the SCIM token of our identity provider
"""


def ticket_text(environment: str, secret_hash: str, wants_scim: bool) -> str:
    """What to write to Nintex support, subject first.

    Args:
        environment: the tenant's URL or name; of a URL only the origin is written.

    Raises:
        WorkbenchError: the environment is blank, or `secret_hash` is not the padded standard Base64
            of a SHA-256, which the login would refuse for ever.
    """
    name = _environment(environment)
    _check_hash(secret_hash)
    return f"""\
Subject: Client Credentials Flow for {name}

Hello,

please onboard our K2 Cloud environment for the Client Credentials Flow.

Environment: {name}

SHA-256 hash of our client secret, in Base64 as IdentityModel's ToSha256() writes it. Please
register it exactly as it stands, with upper and lower case and the “=” at the end:

{secret_hash}

We would like to use:
- OData: scope {ODATA_SCOPE}
- Workflow REST: very likely with the same scope; please tell us if it needs another one
{_SCIM if wants_scim else ""}
Please send us
- the client id (idt.cc.…)
- the token endpoint ({TOKEN_URL_SHAPE})

The secret itself stays with us. The steps are described at
{GUIDE_URL}

Thank you
"""


def _environment(typed: str) -> str:
    if not typed.strip():
        raise input_error(
            "The ticket names no environment",
            "Enter the tenant's address, such as https://acme.onk2.com.",
            ENVIRONMENT,
        )
    try:
        return str(origin_of(typed.strip()))
    except WorkbenchError:
        return one_line(typed.strip(), 100)


def _check_hash(text: str) -> None:
    match hash_form(text):
        case HashForm.BASE64:
            problem = _unusable(text)
        case HashForm.HEX:
            problem = (
                "It is in hex. Nintex very likely reads Base64 only, and would refuse for ever."
            )
        case HashForm.BASE64URL:
            problem = (
                "It is in Base64url (with - or _). Nintex very likely reads plain Base64 only."
            )
        case _:
            problem = "A hash has 44 characters and ends in “=”. Never send the secret itself."
    if problem:
        raise input_error("That is not the hash that Nintex needs", problem, HASH)


def _unusable(text: str) -> str:
    if text == _NOTHING:
        return "It is the hash of nothing: the secret was empty when it was made."
    if base64.b64encode(base64.b64decode(text)).decode() != text:
        return "Its last letter before the “=” cannot be right: it was mistyped."
    return ""
