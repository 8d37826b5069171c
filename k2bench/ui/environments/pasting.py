"""From what was understood of a paste to an environment. Pure; secrets are handed back apart."""

from dataclasses import replace

from k2bench.auth.pasting import Understood
from k2bench.core.environment import Environment, SecretKind
from k2bench.core.secret import Secret


def with_settings(environment: Environment, found: Understood) -> Environment:
    """`environment` with everything that was found; the rest stays."""
    texts = {
        "token_url": found.token_url,
        "client_id": found.client_id,
        "scope": found.scope,
        "scim_scope": found.scim_scope,
        "tenant_url": found.tenant_url,
        "scim_url": found.scim_url,
    }
    changed = replace(environment)
    for name, each in texts.items():
        if each is not None:
            changed = replace(changed, **{name: each.value})  # type: ignore[arg-type]
    if found.client_auth is not None:
        changed = replace(changed, client_auth=found.client_auth.value.value)
    if found.extra:
        changed = replace(changed, extra=tuple(each.value for each in found.extra))
    return changed


def secrets_of(found: Understood) -> dict[str, Secret]:
    """The secrets that were found, by kind."""
    kinds = {SecretKind.CLIENT: found.client_secret, SecretKind.SCIM_TOKEN: found.scim_token}
    return {kind: each.value for kind, each in kinds.items() if each is not None}
