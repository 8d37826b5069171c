from k2bench.apis.view import Language, TableView, TextView


def test_a_view_is_a_value() -> None:
    assert TableView("value") == TableView("value")
    assert TextView(Language.JSON) != TextView(Language.XML)
