from k2bench.core.environment import Environment
from k2bench.core.url import Origin


def test_names_come_by_themselves() -> None:
    values = Environment("1", "Dev", "https://contoso.onk2.com/").values()
    assert values["odata"] == "https://contoso.onk2.com/api/odatav4/v4"
    assert values["odata_v3"] == "https://contoso.onk2.com/api/odata/v3"
    assert values["workflow"] == "https://contoso.onk2.com/api/workflow/v1"
    assert values["host"] == "https://contoso.onk2.com"


def test_its_token_goes_to_its_origin_only() -> None:
    environment = Environment("1", "Dev", "https://contoso.onk2.com")
    assert environment.origins() == {Origin("https", "contoso.onk2.com", 443)}
    assert Environment("2", "New").origins() == frozenset()
    assert Environment("2", "New").values() == {}
