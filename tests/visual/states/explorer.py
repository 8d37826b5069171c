"""The explorer pane in its states, and the dialogs that it opens."""

from PySide6.QtWidgets import QWidget

from k2bench.apis.catalogue import Node
from k2bench.apis.odata.metadata.change import Change, ChangeKind
from k2bench.apis.odata.service import Catalogue
from k2bench.core.problem import NextStep, Problem, ProblemKind, Step
from k2bench.ui.explorer.compare_dialog import CompareDialog
from k2bench.ui.explorer.metadata_dialog import MetadataDialog
from k2bench.ui.explorer.panel import ExplorerPanel
from tests.visual import samples
from tests.visual.stage import Stage
from tests.visual.state import Album

album = Album()
EMPLOYEES = ("service OData v4", "entity set EmployeeSample")


def _panel(stage: Stage) -> ExplorerPanel:
    stage.use()
    return stage.workspace.explorer_panel


def _node(stage: Stage, *path: str) -> Node:
    nodes = stage.workspace.explorer_panel.tree.nodes
    index = nodes.find(path)
    assert nodes.path(index) == path
    node = nodes.node(index)
    assert node is not None
    return node


@album.state("explorer", doubled=True)
def filled(stage: Stage) -> QWidget:
    panel = _panel(stage)
    tree = panel.tree
    tree.expand(tree.nodes.find(EMPLOYEES))
    tree.select(tree.nodes.find((*EMPLOYEES, "property Salary")))
    tree.expand(tree.nodes.find((*EMPLOYEES, "group Methods")))
    return panel


@album.state("explorer-filter")
def filtered(stage: Stage) -> QWidget:
    panel = _panel(stage)
    panel.filter.setText("sta")
    stage.until(lambda: "match" in panel.state.text())
    return panel


@album.state("explorer-no-match")
def nothing_matches(stage: Stage) -> QWidget:
    panel = _panel(stage)
    panel.filter.setText("Employe Sampel")
    stage.until(lambda: not panel.shows_tree())
    return panel


@album.state("explorer-unpublished")
def nothing_is_published(stage: Stage) -> QWidget:
    stage.use()
    stage.use(samples.LIVE)
    known = tuple(Catalogue(e.service, None, (), samples.NOW) for e in samples.catalogues())
    stage.app.session.schemas.put(samples.DEMO.id, known)
    stage.app.session.environments.select(samples.DEMO.id)
    stage.app.current.show_environment(samples.DEMO)
    stage.until(stage.app.bridge.is_idle)
    return stage.workspace.explorer_panel


@album.state("explorer-no-token")
def no_token(stage: Stage) -> QWidget:
    stage.use()
    stage.use(samples.LIVE)
    return stage.workspace.explorer_panel


@album.state("explorer-loading")
def loading(stage: Stage) -> QWidget:
    panel = _panel(stage)
    panel.show_busy(True)
    return panel


@album.state("explorer-failed")
def failed(stage: Stage) -> QWidget:
    panel = _panel(stage)
    panel.show_problem(
        Problem(
            ProblemKind.PROTOCOL,
            "This is a login page, not data",
            "Very likely the token was not accepted, or the address is not that of an API.",
            steps=(NextStep("Get New Access Token", Step.GET_TOKEN),),
        )
    )
    panel.show_state("From 12 Nov 2025, offline")
    return panel


@album.state("method-form", doubled=True)
def method_form(stage: Stage) -> QWidget:
    stage.use()
    stage.workspace.nodes.open(_node(stage, *EMPLOYEES, "group Methods", "method Update"))
    dialog = stage.dialog()
    for name, text in (("Key ID", "1029"), ("Joblevel", "Lead"), ("Salary", "much")):
        stage.type(dialog, name, text)
    form = dialog.form  # type: ignore[attr-defined]
    for name in ("Joblevel", "Salary"):
        form.inputs[name].entry.textEdited.emit("")
    form.ensureWidgetVisible(form.inputs["Active"])
    return dialog


@album.state("method-form-k2")
def method_of_k2(stage: Stage) -> QWidget:
    stage.use()
    stage.workspace.nodes.open(_node(stage, *EMPLOYEES, "group Methods", "method Promote"))
    return stage.dialog()


@album.state("metadata-text")
def metadata_text(stage: Stage) -> QWidget:
    stage.use()
    dialog = MetadataDialog("FirstName", stage.window)
    dialog.show_text(samples.METADATA, ("Property", "FirstName"))
    dialog.open()
    return stage.dialog()


@album.state("compare")
def compare(stage: Stage) -> QWidget:
    stage.use()
    dialog = CompareDialog(stage.window)
    states = ("Demo tenant · OData v4 · 10:42", "Demo tenant · OData v4 · 12 Nov 2025, 09:15")
    dialog.show_states(states, 1, 0)
    dialog.show_changes(
        (
            Change(ChangeKind.ADDED, "entity set", "TravelExpenses"),
            Change(ChangeKind.ADDED, "property", "K2.SmartObjects.EmployeeSample/Active"),
            Change(ChangeKind.REMOVED, "entity set", "OldContracts"),
            Change(
                ChangeKind.CHANGED,
                "property",
                "K2.SmartObjects.EmployeeSample/Joblevel",
                ("MaxLength: 20 → 50", "Nullable: false → —"),
            ),
        )
    )
    dialog.tree.expandAll()
    dialog.open()
    return stage.dialog()


@album.state("compare-nothing")
def nothing_to_compare(stage: Stage) -> QWidget:
    stage.use()
    dialog = CompareDialog(stage.window)
    dialog.show_states(("Demo tenant · OData v4 · 10:42",), 0, 0)
    dialog.open()
    return stage.dialog()
