from dataclasses import replace

import pytest

from k2bench.core.auth_type import AuthType, KeyPlace
from k2bench.core.authorization import ApiKeyAuth, NoAuth
from k2bench.core.environment import Environment, Variable
from k2bench.core.problem import WorkbenchError
from k2bench.core.redaction import Redactor
from k2bench.core.request import RequestSpec
from k2bench.core.secret import Secret
from k2bench.workbench.outgoing import outgoing_url

ENVIRONMENT = Environment(
    "e",
    "E",
    tenant_url="https://t",
    variables=(Variable("n", "a b"), Variable("pin", secret=True), Variable("p", "{{pin}}")),
)


def shown(url: str, environment: Environment = ENVIRONMENT, auth: ApiKeyAuth | None = None) -> str:
    return outgoing_url(RequestSpec("GET", url), environment, auth, Redactor())


@pytest.mark.parametrize(
    ("url", "out"),
    [
        ("{{host}}/x?$filter=Name eq '{{n}}'", "https://t/x?$filter=Name%20eq%20'a%20b'"),
        ("{{host}}/{{pin}}?k={{p}}", "https://t/****?k=****"),
        ("https://u:pw@h/x", "https://h/x"),
        ("{{scim}}/Users", "https://scim.onk2.com/tokens/****/scim/v2/Users"),
    ],
)
def test_variables_are_filled_in_and_secrets_masked(url: str, out: str) -> None:
    assert shown(url) == out


def test_what_is_known_to_be_secret_is_masked_wherever_it_was_typed() -> None:
    redactor = Redactor()
    redactor.add(Secret("top secret"))
    spec = RequestSpec("GET", "https://h/?q=top secret")
    assert outgoing_url(spec, ENVIRONMENT, NoAuth(), redactor) == "https://h/?q=****"


def test_a_key_in_the_query_shows_as_one() -> None:
    key = ApiKeyAuth("my key", Secret("hidden"), KeyPlace.QUERY)
    assert shown("https://h/x", auth=key) == "https://h/x?my%20key=****"
    inherits = replace(
        ENVIRONMENT, auth_type=AuthType.API_KEY, auth_name="k", auth_place=KeyPlace.QUERY
    )
    assert shown("https://h/x?a", inherits) == "https://h/x?a&k=****"
    assert shown("https://h/x", replace(inherits, auth_place=KeyPlace.HEADER)) == "https://h/x"
    header = ApiKeyAuth("k", Secret("hidden"), KeyPlace.HEADER)
    assert shown("https://h/x", inherits, header) == "https://h/x"


def test_an_unknown_variable_is_told() -> None:
    with pytest.raises(WorkbenchError, match="nothing"):
        shown("{{nothing}}/x")
