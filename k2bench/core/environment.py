"""An environment: where a tenant is, how to log in, and what its names stand for.

The secrets themselves are not in it: they live in the keychain under the environment's id.
"""

from dataclasses import dataclass

from k2bench.core.url import Origin, origin_of

ODATA_SCOPE = "https://api.k2.com/"  # with the trailing slash (resources/k2-facts.md)
SCIM_SCOPE = "https://scim.onk2.com/write"
SCIM_HOST = "https://scim.onk2.com"


@dataclass(frozen=True, slots=True)
class Environment:
    """One tenant and one login.

    Attributes:
        id: never changes; names the secrets in the keychain.
        tenant_url: `https://host`, the API's origin; may be any OData service's base URL.
        client_auth: `BODY` or `BASIC`, see `auth.credentials.ClientAuth`.
        transient: made by k2bench itself (the demo tenant); written nowhere.
    """

    id: str
    name: str
    tenant_url: str = ""
    token_url: str = ""
    client_id: str = ""
    client_auth: str = "body"
    scope: str = ODATA_SCOPE
    transient: bool = False

    def values(self) -> dict[str, str]:
        """The variables that come by themselves."""
        base = self.tenant_url.strip().rstrip("/")
        if not base:
            return {}
        return {
            "host": base,
            "odata": f"{base}/api/odatav4/v4",
            "odata_v3": f"{base}/api/odata/v3",
            "workflow": f"{base}/api/workflow/v1",
        }

    def origins(self) -> frozenset[Origin]:
        """Where this environment's token may go."""
        return frozenset({origin_of(self.tenant_url)}) if self.tenant_url.strip() else frozenset()
