from hypothesis import given
from hypothesis import strategies as st

from k2bench.core.request import Pair
from k2bench.core.url_params import params_of, with_params

QUERY = st.text(st.characters(exclude_characters="#?", exclude_categories=["Cs"]), max_size=60)


@given(QUERY)
def test_an_untouched_table_of_parameters_keeps_every_byte(query: str) -> None:
    url = "https://h/x?" + query
    if query:
        assert with_params(url, params_of(url)) == url


def test_a_changed_row_changes_only_its_part() -> None:
    url = "https://h/x?a&b=1&c="
    pairs = (Pair("a", ""), Pair("b", "2"), Pair("c", ""), Pair("d", "4", enabled=False))
    assert with_params(url, pairs) == "https://h/x?a&b=2&c="
    assert with_params(url, ()) == "https://h/x"
