import pytest

from k2bench.apis.view import Language, TableView, TextView, TreeView
from k2bench.apis.views import json_views, language_of, views_of
from tests.apis.snapshots import snapshot


@pytest.mark.parametrize(
    ("body", "media_type", "language"),
    [
        (b"", "application/json;odata.metadata=minimal", Language.JSON),
        (b"", "application/scim+json", Language.JSON),
        (b"<x/>", "application/atom+xml", Language.XML),
        (b"<!DOCTYPE html><p>", "application/octet-stream", Language.HTML),
        (b"<html>", "", Language.HTML),
        (b"\xef\xbb\xbf  [1]", "", Language.JSON),
        (b"<x/>", "text/plain", Language.XML),
        (b"a=1", "application/x-www-form-urlencoded", Language.FORM),
        (b"hello", "text/plain", Language.PLAIN),
        (b"", "", Language.PLAIN),
    ],
)
def test_the_language_of_a_body(body: bytes, media_type: str, language: Language) -> None:
    assert language_of(snapshot(body, media_type)) is language


def test_json_has_a_table_first_and_text_has_text() -> None:
    assert views_of(snapshot(b"{}")) == json_views()
    assert json_views("value") == (TableView("value"), TextView(Language.JSON), TreeView())
    assert views_of(snapshot(b"hi", "text/plain")) == (TextView(Language.PLAIN),)
