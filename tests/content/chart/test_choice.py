from k2bench.content.chart.choice import (
    Aggregate,
    ChartKind,
    Choice,
    fitted,
    group_fields,
    x_fields,
    y_fields,
)
from k2bench.content.chart.fields import Field, Role

ID = Field("ID", Role.NUMBER, is_key=True)
NAME = Field("Name", Role.CATEGORY)
DEPARTMENT = Field("Department", Role.CATEGORY, repeats=True)
HIRED = Field("Hired", Role.TIME)
SALARY = Field("Salary", Role.NUMBER)
AGE = Field("Age", Role.NUMBER)
ALL = (ID, NAME, DEPARTMENT, HIRED, SALARY, AGE)


def test_what_a_chart_begins_with() -> None:
    assert fitted(Choice(), ALL) == Choice(x="Department", y="Salary")
    line = fitted(Choice(ChartKind.LINE), ALL)
    assert (line.x, line.y, line.aggregate) == ("Hired", "Salary", Aggregate.SUM)
    scatter = fitted(Choice(ChartKind.SCATTER), ALL)
    assert (scatter.x, scatter.y, scatter.aggregate) == ("Hired", "Salary", Aggregate.EACH)
    histogram = fitted(Choice(ChartKind.HISTOGRAM, group="Name"), ALL)
    assert (histogram.x, histogram.group) == ("Salary", None)


def test_without_numbers_rows_are_counted() -> None:
    choice = fitted(Choice(), (NAME, DEPARTMENT))
    assert choice == Choice(x="Department", aggregate=Aggregate.COUNT)
    assert not choice.needs_y
    assert fitted(Choice(ChartKind.SCATTER), (NAME,)).x is None


def test_a_number_is_the_x_axis_when_there_is_nothing_else() -> None:
    assert fitted(Choice(), (SALARY,)).x == "Salary"
    assert fitted(Choice(), ()).x is None


def test_what_was_chosen_stays_where_it_can() -> None:
    choice = Choice(x="Name", y="Age", group="ID", aggregate=Aggregate.MEAN)
    assert fitted(choice, ALL) == choice
    assert fitted(choice, (DEPARTMENT, SALARY)) == Choice(
        x="Department", y="Salary", aggregate=Aggregate.MEAN
    )


def test_a_column_without_a_name_can_be_chosen() -> None:
    assert fitted(Choice(x=""), (Field("", Role.CATEGORY), SALARY)).x == ""


def test_only_what_can_be_drawn_is_offered() -> None:
    each = Choice(ChartKind.LINE, aggregate=Aggregate.EACH)
    assert x_fields(ALL, each) == (ID, HIRED, SALARY, AGE)
    assert x_fields(ALL, Choice()) == ALL
    assert x_fields(ALL, Choice(ChartKind.HISTOGRAM)) == y_fields(ALL) == (ID, SALARY, AGE)
    assert HIRED not in group_fields(ALL)
