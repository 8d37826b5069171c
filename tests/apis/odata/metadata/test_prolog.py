import pytest

from k2bench.apis.odata.metadata import prolog
from k2bench.apis.odata.metadata.error import MetadataError
from k2bench.apis.odata.metadata.prolog import Format, as_utf8, format_of


@pytest.mark.parametrize(
    ("data", "title"),
    [
        (b"", "The metadata is empty"),
        (b" \r\n", "The metadata is empty"),
        (b"Not found", "What came is not metadata"),
        (b"<!DOCTYPE html><html>", "A web page came instead of metadata"),
        (b"<!doctype HTML>", "A web page came instead of metadata"),
        (b"\n <html lang='en'>", "A web page came instead of metadata"),
        (b"<?xml version='1.0'?><h:html>", "A web page came instead of metadata"),
        (b"<?xml?><!-- a --><!DOCTYPE Edmx [", "The metadata has a document type"),
        (b"<service xmlns='x'>", "This is a service document, not metadata"),
        (b"<m:error>", "The server sent an error instead of metadata"),
    ],
)
def test_what_is_no_metadata_is_called_by_its_name(data: bytes, title: str) -> None:
    with pytest.raises(MetadataError) as caught:
        format_of(data)
    assert caught.value.problem.title == title


def test_xml_and_json_are_told_apart() -> None:
    assert format_of(b" {") is Format.JSON
    assert format_of(b"<?xml version='1.0'?>\n<!-- <!DOCTYPE x> --><edmx:Edmx>") is Format.XML
    for odd in (b"<", b"<!-- never closed", b"<?never", b"< a", b"<" * 100):
        assert format_of(odd) is Format.XML  # the parser has the words for these


def test_many_comments_take_no_time() -> None:
    assert format_of(b"<!-- x -->" * 200_000 + b"<edmx:Edmx>") is Format.XML


@pytest.mark.parametrize("coding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_wide_characters_become_utf_8(coding: str) -> None:
    text = "<?xml version='1.0'?><Größe/>"
    data, recoded = as_utf8(text.encode(coding))
    assert data == text.encode()
    assert recoded == (coding != "utf-8-sig")


def test_bad_coding_and_sheer_size_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(MetadataError, match="badly coded"):
        as_utf8(b"\xff\xfe<\0\0\xd8")
    monkeypatch.setattr(prolog, "LARGEST", 10)
    with pytest.raises(MetadataError, match="too much"):
        as_utf8(b"x" * 11)
