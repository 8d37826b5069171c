from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from k2bench.core.problem import Problem, ProblemKind
from k2bench.ui.explorer.metadata_dialog import MetadataDialog

TYPE = b'<EntityType Name="T"><Property Name="A&amp;B" Type="Edm.Int64"/></EntityType>'


def test_the_text_is_laid_out_and_its_member_selected(
    shown: Callable[[QWidget], QWidget],
) -> None:
    dialog = MetadataDialog("A&B")
    shown(dialog)
    dialog.show_text(TYPE, ("Property", "A&B"))
    assert dialog.windowTitle() == "A&B in Metadata"
    assert dialog.view.lines.count() == 3
    assert 'Name="A&amp;B"' in dialog.view.selected_text()
    dialog.show_text(TYPE)
    assert dialog.view.selected_text() == ""


def test_nothing_found_and_nothing_read_are_said(shown: Callable[[QWidget], QWidget]) -> None:
    dialog = MetadataDialog("T")
    shown(dialog)
    dialog.show_text(b"")
    assert "does not show it" in dialog.banner.accessibleDescription()
    dialog.show_problem(Problem(ProblemKind.STORAGE, "Gone"))
    assert "Gone" in dialog.banner.accessibleDescription()
