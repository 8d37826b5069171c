import pytest

from k2bench.core.auth_type import AuthType, KeyPlace
from k2bench.core.authorization import make_auth, type_of
from k2bench.core.secret import Secret


@pytest.mark.parametrize("kind", list(AuthType))
def test_each_type_is_made_and_recognised(kind: AuthType) -> None:
    auth = make_auth(kind, "name", Secret("s3cret"), KeyPlace.QUERY)
    assert type_of(auth) is kind
    assert "s3cret" not in repr(auth)
