from k2bench.core.auth_type import AuthType, KeyPlace


def test_the_values_are_what_people_read() -> None:
    assert [each.value for each in AuthType] == [
        "No Auth",
        "OAuth 2.0",
        "Bearer Token",
        "Basic Auth",
        "API Key",
    ]
    assert KeyPlace("Header") is KeyPlace.HEADER
