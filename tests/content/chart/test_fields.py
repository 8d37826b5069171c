from k2bench.content.chart.fields import Role
from tests.content.chart.charted import fields


def test_roles_by_type_and_by_the_first_rows() -> None:
    rows = [
        {
            "ID": str(i),
            "Name": f"n{i}",
            "Hired": f"2020-01-{i % 28 + 1:02}",
            "Zip": f"0{i}",
            "Active": i % 2 == 0,
            "Odd": i if i % 5 else "none",
            "Address": {"a": 1},
            "Empty": None,
        }
        for i in range(20)
    ]
    found = fields(rows)
    assert {name: field.role for name, field in found.items()} == {
        "ID": Role.NUMBER,
        "Name": Role.CATEGORY,
        "Hired": Role.TIME,
        "Zip": Role.CATEGORY,
        "Active": Role.CATEGORY,
        "Odd": Role.NUMBER,
        "Empty": Role.CATEGORY,
    }
    assert found["Active"].repeats
    assert not found["Name"].repeats
    assert found["ID"].is_key
    assert not found["Odd"].is_key


def test_a_declared_type_counts() -> None:
    found = fields([{"A": "x", "T": "12:00:00"}], {"A": "Edm.Int64", "T": "Edm.TimeOfDay"})
    assert found["A"].role is Role.NUMBER
    assert found["T"].role is Role.CATEGORY


def test_rows_that_are_no_objects_have_one_column() -> None:
    assert list(fields('[{"a":1}, 2, "x"]')) == ["a", "(value)"]


def test_very_wide_rows_are_looked_at_briefly() -> None:
    row = {f"c{i}": "x" * 90 for i in range(9000)}
    assert len(fields([row, row])) == 9000
