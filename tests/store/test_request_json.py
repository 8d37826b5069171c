import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.core.auth_type import KeyPlace
from k2bench.core.authorization import ApiKeyAuth, BasicAuth, BearerAuth, NoAuth, OAuth2
from k2bench.core.redaction import Redactor
from k2bench.core.request import Body, FormBody, NoBody, Pair, RequestSpec, TextBody
from k2bench.core.secret import Secret
from k2bench.store.request_json import from_json, to_json

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
PAIRS = st.lists(st.builds(Pair, TEXT.map("x".__add__), TEXT, st.booleans()), max_size=4).map(tuple)
OFF = st.lists(st.builds(Pair, TEXT, TEXT, st.just(False)), max_size=3).map(tuple)
BODIES: st.SearchStrategy[Body] = st.one_of(
    st.just(NoBody()), st.builds(TextBody, TEXT, TEXT), st.builds(FormBody, PAIRS)
)
AUTHS = st.sampled_from(
    [
        None,
        NoAuth(),
        OAuth2(),
        BearerAuth(Secret("{{token}}")),
        BasicAuth("user", Secret("{{password}}")),
        ApiKeyAuth("X-Key", Secret("{{key}}"), KeyPlace.QUERY),
    ]
)
SPECS = st.builds(
    RequestSpec, st.sampled_from(["GET", "PURGE"]), TEXT, PAIRS, BODIES, OFF, TEXT, AUTHS
)


def plain(text: str) -> str:
    return text


@given(SPECS)
def test_a_request_comes_back_as_it_was(spec: RequestSpec) -> None:
    assert from_json(json.loads(json.dumps(to_json(spec, plain)))) == spec


def test_no_secret_is_written() -> None:
    redactor = Redactor()
    redactor.add(Secret("kn0wn-secret"))
    spec = RequestSpec(
        "POST",
        "https://h/tokens/kn0wn-secret/x",
        (Pair("Authorization", "Bearer typed-secret"), Pair("X-Api-Key", "{{key}}")),
        TextBody("about kn0wn-secret"),
        auth=BasicAuth("user", Secret("typed-secret")),
    )
    text = json.dumps(to_json(spec, redactor.mask))
    assert "kn0wn-secret" not in text
    assert "typed-secret" not in text
    assert "{{key}}" in text
    assert "user" in text


@pytest.mark.parametrize("value", [None, 1, [], {}, {"url": 1}, {"method": "GET"}])
def test_what_is_no_request(value: object) -> None:
    assert from_json(value) is None


def test_odd_parts_are_passed_over() -> None:
    odd = {"url": "u", "method": 1, "headers": [1, {"name": 2}], "body": 7, "auth": {"type": "?"}}
    assert from_json(odd) == RequestSpec("GET", "u")
