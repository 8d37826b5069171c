import pytest

from k2bench.apis.odata.metadata import prolog
from k2bench.apis.odata.metadata.error import MetadataError
from k2bench.apis.odata.metadata.prolog import Format, as_utf8, start_of


@pytest.mark.parametrize(
    ("data", "title"),
    [
        (b"", "The answer is empty"),
        (b" \r\n", "The answer is empty"),
        (b"Not found", "What came is neither XML nor JSON"),
        (b"<!DOCTYPE html><html>", "A web page came instead of data"),
        (b"<!doctype HTML>", "A web page came instead of data"),
        (b"\n <html lang='en'>", "A web page came instead of data"),
        (b"<?xml version='1.0'?><h:html>", "A web page came instead of data"),
        (b"<?xml?><!-- a --><!DOCTYPE Edmx [", "The document has a document type"),
    ],
)
def test_what_is_no_document_is_called_by_its_name(data: bytes, title: str) -> None:
    with pytest.raises(MetadataError) as caught:
        start_of(data)
    assert caught.value.problem.title == title


def test_xml_and_json_are_told_apart() -> None:
    assert start_of(b" {") == start_of(b"[") == (Format.JSON, "")
    xml = b"<?xml version='1.0'?>\n<!-- <!DOCTYPE x> --><edmx:Edmx>"
    assert start_of(xml) == (Format.XML, "Edmx")
    for odd in (b"<", b"<!-- never closed", b"<?never", b"< a", b"<" * 100):
        assert start_of(odd)[0] is Format.XML  # the parser has the words for these


def test_many_comments_take_no_time() -> None:
    assert start_of(b"<!-- x -->" * 200_000 + b"<edmx:Edmx>") == (Format.XML, "Edmx")


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
