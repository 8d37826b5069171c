import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from k2bench.apis.odata.dialect import Dialect
from k2bench.ui.request.query.apply_form import OTHER_FORM, ApplyForm
from k2bench.ui.request.query.surroundings import Surroundings


@pytest.fixture
def form(qtbot: QtBot, known: Surroundings) -> ApplyForm:
    made = ApplyForm()
    qtbot.addWidget(made)
    made.show_surroundings(known)
    return made


def named(form: ApplyForm, name: str) -> QWidget:
    widgets = form.findChildren(QWidget)
    return next(w for w in widgets if w.accessibleName() == name and w.isVisibleTo(form))


def test_groups_and_aggregates(form: ApplyForm) -> None:
    texts: list[str] = []
    form.text_edited.connect(texts.append)
    form.ticks["Colour"].click()
    form.add.click()
    box = named(form, "Aggregate field 1")
    assert isinstance(box, QComboBox)
    box.textActivated.emit("Price")
    alias = named(form, "Result name 1")
    assert isinstance(alias, QLineEdit)
    alias.setText("Sum")
    alias.editingFinished.emit()
    method = named(form, "Method 1")
    assert isinstance(method, QComboBox)
    method.textActivated.emit("max")
    method = named(form, "Method 1")
    assert isinstance(method, QComboBox)
    method.textActivated.emit("number of rows")
    remove = named(form, "Remove aggregate 1")
    assert isinstance(remove, QAbstractButton)
    remove.click()
    form.ticks["Colour"].click()
    assert texts == [
        "groupby((Colour))",
        "groupby((Colour),aggregate(ID with sum as Total))",
        "groupby((Colour),aggregate(Price with sum as Total))",
        "groupby((Colour),aggregate(Price with sum as Sum))",
        "groupby((Colour),aggregate(Price with max as Sum))",
        "groupby((Colour),aggregate($count as Sum))",
        "groupby((Colour))",
        "",
    ]


def test_another_form_is_left_alone(form: ApplyForm) -> None:
    form.show_text("topcount(2,Price)", Dialect.V4)
    assert form.hint() == OTHER_FORM
    assert not form.add.isEnabled()
    assert not form.ticks["ID"].isEnabled()
    form.leave()
