"""What a name says that its value is: `client_id`, `Client ID`, `K2_CLIENT_ID` are all the same."""

from enum import StrEnum

LONGEST = 80  # characters; what is longer is prose, not a name


class Role(StrEnum):
    """What a value stands for."""

    TOKEN_URL = "token_url"
    ISSUER = "issuer"
    CLIENT_ID = "client_id"
    SECRET = "secret"
    HASH = "hash"
    SCOPE = "scope"
    CLIENT_AUTH = "client_auth"
    GRANT = "grant"
    TENANT = "tenant"
    SCIM_URL = "scim_url"
    SCIM_TOKEN = "scim_token"
    EXTRA = "extra"
    ACCESS_TOKEN = "access_token"


_EXACT = {
    Role.TOKEN_URL: "tokenurl tokenendpoint tokenendpointurl tokenuri tokenurlendpoint",
    Role.ISSUER: (
        "issuer issuerurl authority authorityurl iss authurl authorizationurl discovery "
        "discoveryurl discoveryendpoint wellknown wellknownurl wellknownendpoint "
        "openidconfiguration metadataaddress"
    ),
    Role.CLIENT_ID: "clientid appid applicationid consumerkey",
    Role.SECRET: "clientsecret secret appsecret clientsecretvalue originalsecret consumersecret",
    Role.SCOPE: "scope scopes odatascope scimscope",
    Role.CLIENT_AUTH: (
        "clientauthentication clientauth tokenendpointauthmethod authmethod credentialsin"
    ),
    Role.GRANT: "granttype grant",
    Role.TENANT: (
        "baseurl baseuri url host hostname server tenant tenanturl instance instanceurl k2url "
        "k2cloudurl k2host odata odataurl odatabaseurl apiurl apibaseurl apihost environmenturl "
        "siteurl"
    ),
    Role.SCIM_URL: "scim scimurl scimbase scimbaseurl scimendpoint scimhost",
    Role.SCIM_TOKEN: "scimtoken scimpathtoken",
    Role.EXTRA: "audience resource",
    Role.ACCESS_TOKEN: "accesstoken token bearertoken idtoken refreshtoken",
}
_BY_NAME = {name: role for role, names in _EXACT.items() for name in names.split()}

# With something in front: `K2_CLIENT_ID`, “The access token URL”. Order counts.
_ENDINGS = (
    ("scimtoken", Role.SCIM_TOKEN),
    ("scimurl", Role.SCIM_URL),
    ("tokenurl", Role.TOKEN_URL),
    ("tokenendpoint", Role.TOKEN_URL),
    ("tokenendpointurl", Role.TOKEN_URL),
    ("clientid", Role.CLIENT_ID),
    ("clientsecret", Role.SECRET),
    ("scope", Role.SCOPE),
    ("granttype", Role.GRANT),
    ("clientauthentication", Role.CLIENT_AUTH),
    ("baseurl", Role.TENANT),
    ("tenanturl", Role.TENANT),
)


def role_of(name: str) -> Role | None:
    """The role of a value called `name`; None when the name says nothing."""
    if len(name) > LONGEST:
        return None
    key = "".join(c for c in name.partition("(")[0].lower() if c.isalnum())
    key = key.removesuffix("is") if key not in _BY_NAME else key
    if "hash" in key or "sha256" in key:
        return Role.HASH
    return _BY_NAME.get(key) or next((r for end, r in _ENDINGS if key.endswith(end)), None)
