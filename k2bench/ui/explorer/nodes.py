"""What can be done with a node: its double click, its context menu, the dialogs behind both."""

from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QWidget

from k2bench.apis.catalogue import Node, NodeKind
from k2bench.core.problem import NextStep, Step
from k2bench.core.request import RequestSpec
from k2bench.ui.bridge import Bridge
from k2bench.ui.explorer.controller import ExplorerController
from k2bench.workbench.session import Session

if TYPE_CHECKING:
    from k2bench.apis.odata.element import Element
    from k2bench.apis.odata.methods import Method
    from k2bench.apis.odata.service import Service

METADATA_FILES = "Metadata (*.edmx *.xml *.csdl *.json);;All files (*)"
_OWNERS = ("EntityType", "ComplexType", "EnumType")


class NodeActions(QObject):
    """The imports inside its methods are not for the first paint."""

    request_opened = Signal(object)  # RequestSpec, to be shown
    request_sent = Signal(object)  # RequestSpec, to be shown and sent
    step_requested = Signal(object)  # NextStep

    def __init__(
        self, session: Session, bridge: Bridge, explorer: ExplorerController, parent: QWidget
    ) -> None:
        super().__init__()
        self._session = session
        self._bridge = bridge
        self._explorer = explorer
        self._parent = parent

    def open(self, node: Node) -> None:
        """A double click, or Enter."""
        from k2bench.apis.odata import requests

        element: Element = node.source
        if element.method is not None:
            self._use(element, element.method)
        else:
            self.request_sent.emit(requests.rows(element))

    def show_menu(self, node: Node | None, place: QPoint) -> None:
        """The context menu of a node, or of the pane."""
        self.menu(node).popup(place)

    def menu(self, node: Node | None) -> QMenu:
        """The context menu, to be shown."""
        menu = QMenu(self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if node is not None:
            if node.kind is NodeKind.NOTE:
                step = NextStep("How to Publish", Step.SHOW_HELP, "publishing")
                menu.addAction(step.label, lambda: self.step_requested.emit(step))
            elif node.source is not None:
                self._fill(menu, node, node.source)
            menu.addSeparator()
        menu.addAction("Refresh", self._explorer.refresh)
        for service in self._explorer.services:
            menu.addAction(f"Import EDMX from File as {service.name}...", self._importing(service))
        menu.addAction("Compare...", self.compare)
        return menu

    def compare(self) -> None:
        """*Compare*: two states of a service, or of two environments."""
        from k2bench.ui.explorer.compare_controller import CompareController
        from k2bench.ui.explorer.compare_dialog import CompareDialog

        dialog = CompareDialog(self._parent)
        controller = CompareController(self._session, self._bridge, dialog)
        if self._explorer.environment is not None:
            controller.begin(self._explorer.environment)
        self._show(dialog)

    def import_file(self) -> None:
        """*Import EDMX from File...* for the first service."""
        for service in self._explorer.services[:1]:
            self._importing(service)()

    def _fill(self, menu: QMenu, node: Node, element: "Element") -> None:
        if node.kind is NodeKind.SERVICE:
            self._fill_service(menu, element.catalogue.service)
        elif node.kind in (NodeKind.ENTITY_SET, NodeKind.SINGLETON):
            self._fill_set(menu, node, element)
        elif element.method is not None:
            method = element.method
            menu.addAction(f"{method.name}...", lambda: self._use(element, method))
        menu.addSeparator()
        if element.name:
            menu.addAction("Copy Name", lambda: _copy(element.plain_name))
        if element.segment or node.kind is NodeKind.SERVICE:
            menu.addAction("Copy URL", lambda: _copy(_address(element)))
        if element.tag and element.catalogue.index is not None:
            menu.addAction("Show in Metadata", lambda: self.show_metadata(node))

    def _fill_service(self, menu: QMenu, service: "Service") -> None:
        from k2bench.apis.odata import requests

        self._sends(menu, "Service Document", requests.service_document(service))
        self._sends(menu, "$metadata", requests.metadata(service))
        if service.is_k2:
            self._sends(menu, "Let K2 Look for What Is Published", requests.look_again())

    def _fill_set(self, menu: QMenu, node: Node, element: "Element") -> None:
        from k2bench.apis.odata import requests
        from k2bench.apis.odata.methods import methods_of

        self._sends(menu, "Rows", requests.rows(element))
        if node.kind is NodeKind.ENTITY_SET:
            self._sends(menu, "First Rows", requests.first_rows(element))
            self._sends(menu, "Count", requests.count(element))
        spec = requests.rows(element)
        menu.addAction("New Request", lambda: self.request_opened.emit(spec))
        index = element.catalogue.index
        methods = methods_of(index, element.name) if index is not None else ()
        if methods and node.kind is NodeKind.ENTITY_SET:
            below = menu.addMenu("Methods")
            for method in methods:
                below.addAction(f"{method.name} ({method.verb})", self._using(element, method))

    def _sends(self, menu: QMenu, text: str, spec: RequestSpec) -> None:
        menu.addAction(text, lambda: self.request_sent.emit(spec))

    def _using(self, element: "Element", method: "Method") -> Callable[[], None]:
        return lambda: self._use(element, method)

    def _use(self, element: "Element", method: "Method") -> None:
        """Fill in what a method needs; what needs nothing is sent at once."""
        from k2bench.apis.odata.requests import Filled, inputs_of, method_request

        index, service = element.catalogue.index, element.catalogue.service
        if index is None:
            return
        if method.verb == "GET" and not method.key and not inputs_of(method):
            self.request_sent.emit(method_request(method, service, index, Filled()))
            return
        from k2bench.ui.explorer.method_dialog import MethodDialog

        dialog = MethodDialog(method, service, index, self._parent)
        dialog.request_made.connect(self.request_opened)
        self._show(dialog)

    def show_metadata(self, node: Node) -> None:
        """*Show in Metadata*: the CSDL of a node."""
        from k2bench.apis.odata.metadata.excerpt import excerpt
        from k2bench.ui.explorer.metadata_dialog import MetadataDialog

        element: Element = node.source
        environment, explorer = self._explorer.environment, self._session.explorer
        if environment is None:
            return
        dialog = MetadataDialog(node.name, self._parent)
        service = element.catalogue.service

        def find() -> Generator[None, None, bytes]:
            data = explorer.document(environment, service)
            yield None
            if not element.owner:
                return excerpt(data, element.tag, element.name)
            around = (excerpt(data, tag, element.owner) for tag in _OWNERS)
            return next(filter(None, around), b"")

        member = (element.tag, element.name) if element.owner else None
        running = self._bridge.start_steps(
            find, lambda data: dialog.show_text(data, member), dialog.show_problem
        )
        dialog.finished.connect(running.drop)
        self._show(dialog)

    def _importing(self, service: "Service") -> Callable[[], None]:
        def ask() -> None:
            dialog = QFileDialog(self._parent, "Import EDMX from File", "", METADATA_FILES)
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            dialog.fileSelected.connect(
                lambda path: self._explorer.import_file(service, Path(path))
            )
            self._show(dialog)

        return ask

    def _show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _address(element: "Element") -> str:
    return f"{element.catalogue.service.url}/{element.segment}"


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
