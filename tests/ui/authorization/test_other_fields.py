from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from k2bench.core.auth_type import AuthType, KeyPlace
from k2bench.core.authorization import (
    ApiKeyAuth,
    Auth,
    BasicAuth,
    BearerAuth,
    NoAuth,
    OAuth2,
    type_of,
)
from k2bench.core.secret import Secret
from k2bench.ui.authorization.other_fields import OtherAuthFields
from k2bench.ui.kit.clipboard import SecretClipboard


@pytest.fixture
def fields(clipboard: SecretClipboard, shown: Callable[[QWidget], QWidget]) -> OtherAuthFields:
    made = OtherAuthFields(clipboard)
    shown(made)
    return made


@pytest.mark.parametrize(
    "auth",
    [
        NoAuth(),
        OAuth2(),
        BearerAuth(Secret("{{token}}")),
        BasicAuth("user", Secret("p")),
        ApiKeyAuth("X-Key", Secret("k"), KeyPlace.QUERY),
    ],
)
def test_an_authorization_comes_back_as_it_was(fields: OtherAuthFields, auth: Auth) -> None:
    fields.show_auth(auth)
    fields.show_type(type_of(auth))
    assert fields.auth() == auth


def test_only_the_fields_of_the_type_are_shown(fields: OtherAuthFields) -> None:
    fields.show_type(AuthType.BASIC)
    assert fields.names["Username"].isVisible()
    assert fields.secrets["Password"].isVisible()
    assert not fields.secrets["Token"].isVisible()
    fields.show_type(AuthType.OAUTH2)
    assert not fields.isVisible()


def test_below_each_secret_stands_where_it_is_kept(fields: OtherAuthFields) -> None:
    fields.show_kept("In the keychain.")
    for kind in (AuthType.BEARER, AuthType.BASIC, AuthType.API_KEY):
        fields.show_type(kind)
        assert fields.kept() == "In the keychain."
    fields.show_type(AuthType.NONE)
    assert fields.kept() == ""


def test_an_api_key_has_examples(fields: OtherAuthFields) -> None:
    assert fields.names["Key"].placeholderText()
    assert fields.secrets["Value"].placeholderText()
