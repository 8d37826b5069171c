"""`$filter` over the wire against the oracle: the very rows, never more, never fewer."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from functools import cache
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.demo.odata.filter import oracle
from tests.demo.odata.filter.oracle import Node, Nodes, Row, constant, prop, text_literal
from tests.demo.running import RunningTenant

EXAMPLES = settings(max_examples=100, suppress_health_check=list(HealthCheck), print_blob=True)


def conditions(*atoms: Nodes) -> Nodes:
    """Conditions, and conditions made of conditions."""
    return st.recursive(st.one_of(*atoms), oracle.connectives, max_leaves=6)


# --- Suppliers: text, booleans, one decimal, times of day -----------------------------------

PARTS = [
    *("%", "_", "'", "''", "müller", "MÜLLER", "Ü", "ß", "SS", " ", "", "a", "e\u0301", "é", "O'"),
    *("100%", "d", "Ltd", "富", "🚀", "\\", "+", "&", ";", "GmbH", "U", "us"),
]
TEXTS = st.recursive(
    st.one_of(
        st.sampled_from(["Name", "Country", "Website", "Supplier_Code"]).map(prop),
        st.sampled_from(PARTS).map(text_literal),
        st.text("aAüÜ%_'é ", max_size=3).map(text_literal),
    ),
    oracle.text_functions,
    max_leaves=3,
)
FLAGS = st.sampled_from([prop("Preferred"), constant("true", True), constant("false", False)])
RATINGS = st.sampled_from([prop("Rating", Fraction), constant("3.5", Fraction(7, 2))])
CLOCK = st.just(prop("Opens_At", dt.time.fromisoformat)) | st.times().map(
    lambda t: constant(t.replace(microsecond=0).isoformat(), t.replace(microsecond=0))
)
LENGTHS = oracle.text_measures(TEXTS) | oracle.integer_literals(30)
SUPPLIERS = conditions(
    oracle.comparisons(TEXTS),
    oracle.memberships(TEXTS),
    oracle.text_tests(TEXTS),
    oracle.comparisons(LENGTHS),
    oracle.comparisons(FLAGS),
    FLAGS,
    oracle.comparisons(RATINGS),
    oracle.memberships(RATINGS),
    oracle.comparisons(CLOCK),
)

# --- EmployeeSample: whole numbers, decimals, dates -----------------------------------------

INTEGERS = st.recursive(
    st.sampled_from(["ID", "DepartmentCode"]).map(prop) | oracle.integer_literals(),
    oracle.integer_arithmetic,
    max_leaves=4,
)
DECIMALS = st.recursive(
    st.just(prop("Salary", Fraction)) | oracle.decimal_literals(),
    oracle.decimal_arithmetic,
    max_leaves=4,
)
DATES = st.just(prop("HireDate", dt.date.fromisoformat)) | st.dates(
    dt.date(1998, 1, 1), dt.date(2025, 1, 1)
).map(lambda day: constant(day.isoformat(), day))
MOVED_DATES = DATES | oracle.moved_dates(DATES)
EMPLOYEES = conditions(
    oracle.comparisons(INTEGERS),
    oracle.memberships(INTEGERS),
    oracle.comparisons(DECIMALS),
    oracle.comparisons(DECIMALS | INTEGERS),
    oracle.memberships(DECIMALS | INTEGERS),
    oracle.comparisons(MOVED_DATES),
    oracle.comparisons(oracle.date_parts(MOVED_DATES) | oracle.integer_literals(2100)),
)

# --- PurchaseRequests: points in time, GUIDs, numbers beyond 2**53 --------------------------

MOMENTS = st.just(prop("Requested_On", oracle.moment)) | oracle.moment_literals()
MOVED_MOMENTS = MOMENTS | oracle.moved_moments(MOMENTS)
BIG = st.just(prop("Request_Number")) | st.integers(2**53 - 1, 2**53 + 4900).map(
    lambda n: constant(str(n), n)
)
REQUESTS = conditions(
    oracle.comparisons(MOVED_MOMENTS),
    oracle.memberships(MOVED_MOMENTS),
    oracle.comparisons(oracle.moment_parts(MOVED_MOMENTS) | oracle.integer_literals(60)),
    oracle.comparisons(BIG),
    st.just(prop("Approved")),
)

# Few rows of each keep the tests fast: the key, and a condition that only these rows meet.
SAMPLES = {
    "Suppliers": ("Supplier_Code", "Supplier_Code le 'SUP-0080'"),
    "EmployeeSample": ("ID", "ID le 120"),
    "PurchaseRequests": ("Request_ID", f"Request_Number lt {2**53 + 241}"),
}


def fetch(tenant: RunningTenant, path: str) -> list[Row]:
    """All rows, by following next links; decimals exact."""
    rows: list[Row] = []
    link: str | None = tenant.start["odata"] + path
    while link:
        answer = tenant.http.get(link, headers=tenant.bearer())
        assert answer.status_code == 200, f"{path}: {answer.text}"
        body = answer.json(parse_float=Decimal)
        rows += body["value"]
        link = body.get("@odata.nextLink")
    return rows


def filtered(tenant: RunningTenant, name: str, text: str) -> list[Row]:
    return fetch(tenant, f"{name}?$filter={quote(text, safe='')}")


@cache
def sample(tenant: RunningTenant, name: str) -> list[Row]:
    return filtered(tenant, name, SAMPLES[name][1])


@cache
def all_rows(tenant: RunningTenant, name: str) -> list[Row]:
    return fetch(tenant, name)


def check(tenant: RunningTenant, name: str, node: Node) -> None:
    key, only_sample = SAMPLES[name]
    try:
        expected = {row[key] for row in sample(tenant, name) if node.value(row) is True}
    except OverflowError:
        assume(False)
    found = [row[key] for row in filtered(tenant, name, f"{only_sample} and ({node.text})")]
    assert len(found) == len(set(found))
    assert set(found) == expected


@EXAMPLES
@given(node=SUPPLIERS)
def test_text_and_booleans(tenant: RunningTenant, node: Node) -> None:
    check(tenant, "Suppliers", node)


@EXAMPLES
@given(node=EMPLOYEES)
def test_numbers_and_dates(tenant: RunningTenant, node: Node) -> None:
    check(tenant, "EmployeeSample", node)


@EXAMPLES
@given(node=REQUESTS)
def test_points_in_time(tenant: RunningTenant, node: Node) -> None:
    check(tenant, "PurchaseRequests", node)


@EXAMPLES
@given(data=st.data())
@pytest.mark.parametrize(
    ("name", "operands"),
    [
        ("Suppliers", TEXTS),
        ("Suppliers", LENGTHS),
        ("EmployeeSample", INTEGERS),
        ("EmployeeSample", DECIMALS),
        ("EmployeeSample", MOVED_DATES),
        ("PurchaseRequests", MOVED_MOMENTS),
        ("PurchaseRequests", oracle.moment_parts(MOVED_MOMENTS)),
    ],
    ids=["text", "lengths", "integers", "decimals", "dates", "moments", "parts"],
)
def test_a_computed_value_equals_its_literal(
    tenant: RunningTenant, name: str, operands: Nodes, data: st.DataObject
) -> None:
    """Compares with the value of some row, so that the filter tells that row from others."""
    operand = data.draw(operands)
    row = data.draw(st.sampled_from(sample(tenant, name)))
    try:
        literal = oracle.literal(operand.value(row))
    except OverflowError:
        assume(False)
    word = data.draw(st.sampled_from(["eq", "ne", "le", "gt", "in"]))
    if word == "in":
        check(tenant, name, oracle.member(operand, [literal, data.draw(operands)]))
    else:
        check(tenant, name, oracle.compared(operand, word, literal))


@EXAMPLES
@given(data=st.data())
def test_pieces_of_a_text_are_found_with_their_case(
    tenant: RunningTenant, data: st.DataObject
) -> None:
    operand = data.draw(TEXTS)
    row = data.draw(st.sampled_from(sample(tenant, "Suppliers")))
    value = operand.value(row) or ""
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(value))] * 2)))
    change = data.draw(st.sampled_from([str, str.swapcase]))
    piece = text_literal(change(value[start:end]))
    word = data.draw(st.sampled_from([*oracle.TEXT_TESTS, "indexof"]))
    if word == "indexof":
        found = oracle.call("indexof", str.find, operand, piece)
        node = oracle.compared(found, "eq", constant(str(start), start))
    else:
        node = oracle.call(word, oracle.TEXT_TESTS[word], operand, piece)
    check(tenant, "Suppliers", node)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Nope eq 1", 400),
        ("employeeid eq 1", 400),
        ("ID eq", 400),
        ("", 400),
        ("ID", 400),
        ("ID eq 'one'", 400),
        ("FirstName gt 5", 400),
        ("ID eq 1; DROP TABLE EmployeeSample", 400),
        ("FirstName eq 'x' or 1 eq 1 --", 400),
        ("contains(FirstName)", 400),
        ("length(ID) eq 1", 400),
        ("frobnicate(ID) eq 1", 400),
        ("Other.ID eq 1", 400),
        ("Department/Name eq 'x'", 400),
        ("ID div 0 eq 1", 400),
        ("ID mul 9223372036854775807 gt 0", 400),
        ("HireDate eq 2024-02-30", 400),
        ("HireDate eq 2024-01-01T00:00:00Z", 400),
        ("substring(FirstName,-1) eq 'x'", 400),
        ("matchesPattern(FirstName,'(')", 400),
        ("ID in (1,'two')", 400),
        ("(1,2) eq ID", 400),
        ("not ID eq 1", 400),
        ("(" * 300 + "ID eq 1" + ")" * 300, 200),
        (" or ".join(["ID eq 1"] * 251), 200),
        ("x" * 17_000, 400),
        ("Items/any(i:i/ID eq 1)", 501),
        ("Items/all(i:i/ID eq 1)", 501),
        ("cast(ID,Edm.String) eq '1'", 501),
        ("isof(ID,Edm.String)", 501),
        ("geo.distance(ID,ID) lt 1", 501),
        ("ID eq geography'POINT(1 2)'", 501),
        ("hassubset((1,2),(1,2))", 501),
    ],
)
def test_what_cannot_be_evaluated_is_refused(tenant: RunningTenant, text: str, status: int) -> None:
    answer = tenant.odata(f"EmployeeSample?$filter={quote(text, safe='')}&$top=1")
    assert answer.status_code == status, answer.text
    if status != 200:
        assert set(answer.json()["error"]) == {"code", "message"}


@pytest.mark.parametrize(
    ("text", "first_names"),
    [
        ("FirstName eq 'Ada'", {"Ada"}),
        ("FirstName in ('Ada')", {"Ada"}),
        ("not(FirstName ne 'Ada')", {"Ada"}),
        ("not (FirstName ne 'Ada')", {"Ada"}),
        ("matchesPattern(FirstName,'^[A-B]d.$')", {"Ada"}),
        ("FirstName eq 'ada'", set()),
        ("null eq null and FirstName eq 'Ada'", {"Ada"}),
        ("FirstName eq null", set()),
        ("null gt null", set()),
        ("null", set()),
        ("not null", set()),
        ("FirstName eq 'Ada' and now() gt 2020-01-01T00:00:00Z", {"Ada"}),
        ("FirstName eq 'Ada' and mindatetime() lt maxdatetime()", {"Ada"}),
    ],
)
def test_some_filters_by_hand(tenant: RunningTenant, text: str, first_names: set[str]) -> None:
    assert {row["FirstName"] for row in filtered(tenant, "EmployeeSample", text)} == first_names


def word_by_word(word: str, count: int, form: str) -> str:
    return f" {word} ".join(form.format(number) for number in range(1, count + 1))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (word_by_word("or", 1000, "ID eq {}"), 1000),
        (word_by_word("or", 600, "DepartmentCode gt {}"), 1500),
        (word_by_word("and", 1000, "ID ne {}"), 500),
        (word_by_word("or", 200, "ID eq {0} and ID ne -{0}"), 200),
        ("ID le 3 and (" + word_by_word("or", 1000, "ID eq {}") + ")", 3),
        ("ID" + " add 1" * 500 + " le 510", 10),
        ("ID" + " add 1 sub 2" * 100 + " le -90", 10),
        ("ID" + " mul 1.5 div 1.5" * 50 + " add 0.5 lt 10", 9),
        ("-1 eq 2" + " sub 1" * 3 + " and ID le 4", 4),
        ("not " * 60 + "(ID le 7)", 7),
        ("not " * 61 + "(ID le 7)", 1493),
        (f"FirstName in ({','.join(['FirstName'] * 1000)})", 1500),
    ],
    ids=[
        *("or", "or-nullable", "and", "or-and", "and-or", "add", "add-sub", "mul-div", "to-minus"),
        *("not-even", "not-odd", "in"),
    ],
)
def test_long_chains_are_evaluated(tenant: RunningTenant, text: str, count: int) -> None:
    answer = tenant.odata(f"EmployeeSample?$filter={quote(text, safe='')}&$top=1")
    assert answer.status_code == 200, answer.text
    assert answer.json()["@odata.count"] == count


NESTED = {
    "tolower": "tolower(" * 150 + "FirstName" + ")" * 150 + " eq 'ada'",
    "sub": "1 sub (" * 150 + "ID" + ")" * 150 + " eq 1",
    "and-or": "(Active or (ID ne 1 and " * 100 + "Active" + "))" * 100,
    "minus": "-(" * 150 + "ID" + ")" * 150 + " eq 1",
}


@pytest.mark.parametrize("base", ["odata", "odata_v3"])
@pytest.mark.parametrize("text", NESTED.values(), ids=NESTED.keys())
def test_what_is_too_deep_is_not_done(tenant: RunningTenant, base: str, text: str) -> None:
    condition = f"$filter={quote(text, safe='')}"
    paths = ["EmployeeSample", "EmployeeSample/$count"]
    for path in paths if base == "odata" else paths[:1]:
        url = f"{tenant.start[base]}{path}?{condition}"
        answer = tenant.http.get(url, headers=tenant.bearer())
        assert answer.status_code == 501, answer.text
        assert "deep" in str(answer.json())


@pytest.mark.parametrize("depth", range(5, 60, 6))
def test_no_depth_is_an_accident(tenant: RunningTenant, depth: int) -> None:
    texts = [
        "tolower(" * depth + "FirstName" + ")" * depth + " eq 'ada'",
        "(Active or (ID ne 1 and " * depth + "Active" + "))" * depth,
    ]
    for text in texts:
        answer = tenant.odata(f"EmployeeSample?$filter={quote(text, safe='')}&$top=1")
        assert answer.status_code == 501 or answer.json()["@odata.count"] >= 1


def test_fractions_durations_and_clock_parts(tenant: RunningTenant) -> None:
    rows = all_rows(tenant, "PurchaseRequests")
    moments = {row["Request_ID"]: oracle.moment(row["Requested_On"]) for row in rows}
    found = filtered(tenant, "PurchaseRequests", "fractionalseconds(Requested_On) gt 0.5")
    expected = {key for key, value in moments.items() if value.wall[1] > 5 * 10**6}
    assert {row["Request_ID"] for row in found} == expected
    start = oracle.moment("2023-05-06T07:08:09+02:00")
    found = filtered(
        tenant,
        "PurchaseRequests",
        "totalseconds(Requested_On sub 2023-05-06T07:08:09+02:00) lt 86400.5"
        " and Requested_On gt 2023-05-06T07:08:09+02:00"
        " and time(Requested_On) ge 06:00:00 and date(Requested_On) ge 2023-05-06",
    )
    expected = {
        key
        for key, value in moments.items()
        if start.utc < value.utc < start.utc + 864_005 * 10**6
        and value.wall[0].time() >= dt.time(6)
        and value.wall[0].date() >= dt.date(2023, 5, 6)
    }
    assert {row["Request_ID"] for row in found} == expected


def test_guids_are_compared_without_case(tenant: RunningTenant) -> None:
    guid = all_rows(tenant, "PurchaseRequests")[5]["Request_ID"]
    found = filtered(tenant, "PurchaseRequests", f"Request_ID eq {guid.upper()}")
    assert [row["Request_ID"] for row in found] == [guid]
