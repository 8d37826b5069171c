"""Menus and lists that open over the window."""

from PySide6.QtWidgets import QApplication, QMenu, QWidget

from k2bench.workbench.demo_control import Fault
from tests.visual import samples
from tests.visual.stage import NARROW, Stage
from tests.visual.state import Album

album = Album()


def _menu(stage: Stage, title: str) -> QWidget:
    stage.use()
    (menu,) = (each for each in stage.window.findChildren(QMenu) if each.title() == title)
    menu.popup(stage.window.pos())
    stage.until(menu.isVisible)
    return menu


@album.state("menu-file", NARROW)
def file(stage: Stage) -> QWidget:
    return _menu(stage, "File")


@album.state("menu-edit", NARROW)
def edit(stage: Stage) -> QWidget:
    return _menu(stage, "Edit")


@album.state("menu-view", NARROW)
def view(stage: Stage) -> QWidget:
    return _menu(stage, "View")


@album.state("menu-theme", NARROW)
def theme(stage: Stage) -> QWidget:
    return _menu(stage, "Theme")


@album.state("menu-request", NARROW)
def request(stage: Stage) -> QWidget:
    return _menu(stage, "Request")


@album.state("menu-tools", NARROW)
def tools(stage: Stage) -> QWidget:
    return _menu(stage, "Tools")


@album.state("menu-demo", NARROW)
def demo(stage: Stage) -> QWidget:
    stage.app.wiring.demo_menu.show_running(True)
    return _menu(stage, "Demo")


@album.state("menu-faults", NARROW)
def faults(stage: Stage) -> QWidget:
    latency = Fault("latency", "Slow answers", "Each answer comes 2 s late.", True)
    reset = Fault("reset", "Connection reset", "The connection is cut.", False)
    stage.app.wiring.demo_menu.show_faults((latency, reset))
    return _menu(stage, "Faults")


def _popup(stage: Stage) -> QWidget:
    found = QApplication.activePopupWidget()
    assert found is not None
    return found


@album.state("list-environments", NARROW)
def environments(stage: Stage) -> QWidget:
    stage.use(samples.LIVE)
    stage.use()
    stage.window.bar.choice.showPopup()
    return _popup(stage)


@album.state("list-methods", NARROW)
def methods(stage: Stage) -> QWidget:
    stage.use()
    stage.workspace.tab.request.method.showPopup()
    return _popup(stage)
