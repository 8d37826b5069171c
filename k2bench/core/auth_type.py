"""The choices of authorization, apart from what each holds."""

from enum import StrEnum


class AuthType(StrEnum):
    """The choices of *Authorization Type*; the values are what people read."""

    NONE = "No Auth"
    OAUTH2 = "OAuth 2.0"
    BEARER = "Bearer Token"
    BASIC = "Basic Auth"
    API_KEY = "API Key"


class KeyPlace(StrEnum):
    """Where an API key travels."""

    HEADER = "Header"
    QUERY = "Query Params"
