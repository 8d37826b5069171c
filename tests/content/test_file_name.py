import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.content.file_name import LONGEST, suggested_name

URL = "https://h/api/v4/EmployeeSample?$top=3"


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        ('attachment; filename="report.csv"', "report.csv"),
        ("attachment; filename=report.csv", "report.csv"),
        ('attachment; FileName = "a \\"b\\".csv"', "a _b_.csv"),
        ("attachment; filename=x.csv; filename*=UTF-8''%e2%82%ac%20rates.csv", "€ rates.csv"),
        ("attachment; filename*=iso-8859-1'en'%A3.txt", "£.txt"),
        ("attachment; filename*=nonsense''x.txt; filename=y.txt", "y.txt"),
        ('attachment; filename="../../etc/passwd"', "passwd"),
        ('attachment; filename="C:\\\\Windows\\\\system.ini"', "system.ini"),
        ("attachment; filename*=UTF-8''..%2F..%2Fx.sh", "x.sh"),
        ('attachment; filename="CON"', "_CON"),
        ('attachment; filename="nul.txt"', "_nul.txt"),
        ('attachment; filename=".bashrc"', "bashrc"),
        ('attachment; filename="a\u202efdp.exe"', "a_fdp.exe"),
        ('attachment; filename=".."', "EmployeeSample.json"),
        ("attachment", "EmployeeSample.json"),
        ("", "EmployeeSample.json"),
    ],
)
def test_what_the_server_says(disposition: str, name: str) -> None:
    assert suggested_name(URL, "application/json", disposition) == name


@pytest.mark.parametrize(
    ("url", "media_type", "name"),
    [
        ("https://h/", "application/json", "answer.json"),
        ("https://h/a%20b/", "application/problem+json", "a b.json"),
        ("https://h/x.xml", "application/xml", "x.xml"),
        ("https://h/$metadata", "application/atom+xml", "$metadata.xml"),
        ("https://h/%2e%2e%2f%2e%2e", "text/html", "answer.html"),
        ("https://h/aux", "", "_aux"),
        ("https://[bad/x", "", "answer"),
    ],
)
def test_what_the_url_says(url: str, media_type: str, name: str) -> None:
    assert suggested_name(url, media_type) == name


@given(st.text(), st.text())
def test_it_is_always_a_plain_name(text: str, url: str) -> None:
    for disposition in (f'attachment; filename="{text}"', f"attachment; filename={text}", text):
        name = suggested_name(url, "application/json", disposition)
        assert 0 < len(name) <= LONGEST + 12
        assert not set(name) & set('/\\:<>"|?*\0\n')
        assert not name.startswith(".")
