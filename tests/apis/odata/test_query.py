import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.apis.odata.query import OPTIONS, encoded, option, with_option
from k2bench.core.url import finished

URL = "{{odata}}/Set?$filter=Name%20eq%20'%C3%A4'&x=%zz&$top=5"


def test_an_option_as_it_is_read():
    assert option(URL, "$filter") == "Name eq 'ä'"
    assert option(URL, "$top") == "5"
    assert option(URL, "$skip") is None
    assert option("https://h/Set", "$top") is None
    assert option("https://h/Set?%24TOP=7", "$top") == "7"
    assert option("https://h/Set?$top", "$top") == ""
    assert option("https://h/Set?top=7", "$top") is None


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("$filter", "Name eq 'ä'", URL),
        ("$filter", "'x &+#%'", "{{odata}}/Set?$filter='x%20%26%2B%23%25'&x=%zz&$top=5"),
        ("$filter", None, "{{odata}}/Set?x=%zz&$top=5"),
        ("$count", "true", URL + "&$count=true"),
        ("$filter", "A eq '{{a b}}'", "{{odata}}/Set?$filter=A%20eq%20'{{a b}}'&x=%zz&$top=5"),
    ],
)  # fmt: skip
def test_only_the_option_that_changes_is_written(name, text, wanted):
    assert with_option(URL, name, text) == wanted


def test_the_first_and_the_last_option():
    assert with_option("https://h/Set", "$top", "1") == "https://h/Set?$top=1"
    assert with_option("https://h/Set?", "$top", "1") == "https://h/Set?$top=1"
    assert with_option("https://h/Set?$top=1", "$top", None) == "https://h/Set"
    assert with_option("https://h/Set?%24top=1", "$top", "2") == "https://h/Set?%24top=2"
    assert finished(with_option("https://h/Set#part", "$top", "1")) == "https://h/Set?$top=1"


TYPED = st.text(max_size=30) | st.text("$&=?#%+ '{}/tfo", max_size=30)


@given(TYPED, st.sampled_from(OPTIONS))
def test_what_is_read_and_written_back_keeps_every_byte(typed, name):
    url = f"https://h/Set?{typed}"
    assert with_option(url, name, option(url, name)) == url


@given(TYPED, TYPED, st.sampled_from(OPTIONS))
def test_what_is_written_is_read(typed, text, name):
    url = f"https://h/Set?{typed}"
    assert option(with_option(url, name, text), name) == text


@given(TYPED, TYPED, st.sampled_from(OPTIONS))
def test_the_others_are_not_touched(typed, text, name):
    url = f"https://h/Set?{typed}"
    changed = with_option(url, name, text)
    for other in OPTIONS:
        if other != name:
            assert option(changed, other) == option(url, other)


@given(st.binary(max_size=8))
def test_bytes_that_are_no_utf_8_come_back(octets):
    raw = "".join(f"%{octet:02X}" for octet in octets)
    url = f"https://h/Set?$filter={raw}"
    text = option(url, "$filter")
    again = with_option("https://h/Set", "$filter", f"{text} ")
    assert option(again, "$filter") == f"{text} "
    assert encoded(text) == encoded(option(f"?$filter={encoded(text)}", "$filter"))
