import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.apis.odata.querying.apply_parts import (
    COUNT,
    Aggregate,
    ApplyParts,
    Method,
    read,
)

TOTAL = Aggregate("Price", Method.SUM, "Total")
ROWS = Aggregate(COUNT, None, "N")
BLANK = st.sampled_from(["", "", " "])


@st.composite
def applies(draw: st.DrawFn) -> str:
    def aggregates() -> str:
        forms = ["X with sum as Total", "A/B  with Max as m", "$count as N", "Items/$count as K"]
        found = draw(st.lists(st.sampled_from(forms), min_size=1, max_size=3))
        return f"aggregate({draw(BLANK)}{f'{draw(BLANK)},'.join(found)}{draw(BLANK)})"

    def groupby() -> str:
        names = draw(st.lists(st.sampled_from(["A", "B/C", "Größe"]), min_size=1, max_size=3))
        text = f"groupby({draw(BLANK)}({draw(BLANK)}{f',{draw(BLANK)}'.join(names)})"
        if draw(st.booleans()):
            text += f"{draw(BLANK)},{draw(BLANK)}{aggregates()}"
        return text + draw(BLANK) + ")"

    body = groupby() if draw(st.booleans()) else aggregates()
    if draw(st.booleans()):
        body = f"filter({draw(BLANK)}contains(A,')'){draw(BLANK)}){draw(BLANK)}/{body}"
    return draw(BLANK) + body + draw(BLANK)


def parts(text: str) -> ApplyParts:
    found = read(text)
    assert found is not None
    return found


def test_the_parts_are_read() -> None:
    found = parts("filter(a eq ')')/groupby((A, B/C),aggregate(X with sum as T,$count as N))")
    assert found.filter == "a eq ')'"
    assert found.groups is not None
    assert found.groups.items == ("A", "B/C")
    assert found.computed == (Aggregate("X", Method.SUM, "T"), ROWS)
    assert parts("aggregate(X with CountDistinct as T)").groups is None
    assert parts("groupby((A))").aggregates is None
    assert parts("filter(a)").computed == ()


@pytest.mark.parametrize(
    "text",
    [
        *("groupby(A)", "groupby(())", "groupby((A)", "groupby((A),topcount(5,A))", "aggregate()"),
        *("aggregate(X)", "aggregate(X with Ns.custom as T)", "aggregate(X with sum as T,)"),
        *("filter(a)/filter(b)", "filter()/aggregate($count as N)", "filter(a)/", "x", "(", "é"),
        *("aggregate($count as N)/filter(a)", "groupby((rollup($all,A)))", "groupby((A),)"),
        *("groupby((A))x", "filter(a)groupby((A))", "aggregate(X with avg as T)"),
    ],
)
def test_every_other_form_stays_text(text: str) -> None:
    assert read(text) is None


def test_parts_come_and_go() -> None:
    found = ApplyParts().added(TOTAL)
    assert found.text == "aggregate(Price with sum as Total)"
    found = found.grouped_by("A").grouped_by("A").grouped_by("B")
    assert found.text == "groupby((A,B),aggregate(Price with sum as Total))"
    found = found.with_filter("x eq 1").added(ROWS)
    assert found.text == (
        "filter(x eq 1)/groupby((A,B),aggregate(Price with sum as Total,$count as N))"
    )
    found = found.removed(0).removed(0)
    assert found.text == "filter(x eq 1)/groupby((A,B))"
    found = found.not_grouped_by("A").not_grouped_by("C")
    assert found.with_filter(None).text == "groupby((B))"
    found = found.not_grouped_by("B")
    assert found.text == "filter(x eq 1)"
    assert found.with_filter(" ").text == ""


def test_a_change_keeps_blanks() -> None:
    text = " groupby( ( A , B ) , aggregate( X  with sum as T , $count as N ) ) "
    assert parts(text).put(0, Aggregate("X", Method.SUM, "T")).text == text
    assert parts(text).put(1, TOTAL).text == text.replace("$count as N", TOTAL.text)
    assert parts(text).not_grouped_by("A").text == text.replace("A , ", "")


@given(st.text("filtergoupbyas()/, ", max_size=20))
def test_whatever_is_typed_keeps_its_text(text: str) -> None:
    found = read(text)
    assert found is None or found.text == text


@given(applies(), st.sampled_from(["New", "B/C"]), st.sampled_from([None, "a eq 5"]))
def test_a_change_leaves_the_other_parts(text: str, name: str, condition: str | None) -> None:
    found = parts(text)
    assert found.text == text
    new = parts(found.grouped_by(name).text)
    assert new.groups is not None
    assert name in new.groups.items
    assert (new.filter, new.computed) == (found.filter, found.computed)
    filtered = parts(found.with_filter(condition).text)
    assert filtered.filter == condition
    assert (filtered.groups, filtered.computed) == (found.groups, found.computed)
    more = parts(found.added(ROWS).text)
    assert more.computed == (*found.computed, ROWS)
    assert (more.filter, more.groups) == (found.filter, found.groups)
