from PySide6.QtWidgets import QApplication

from k2bench.apis.catalogue import NodeKind
from k2bench.ui.explorer.look import icon_of


def test_every_kind_has_an_icon(qapp: QApplication) -> None:
    for kind in NodeKind:
        assert not icon_of(kind).isNull()
