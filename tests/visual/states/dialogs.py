"""Every dialog, in its forms."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from k2bench.core.authorization import NoAuth, OAuth2
from k2bench.core.environment import SecretKind, Variable, WritePolicy
from k2bench.core.problem import Problem, ProblemKind
from k2bench.core.request import TextBody
from k2bench.core.secret import Secret
from k2bench.ui.environments.words import not_forgotten, saved_words
from k2bench.ui.request.question import QuestionDialog
from k2bench.workbench.planning import Outcome, Question, plan
from tests.visual import samples
from tests.visual.stage import Stage
from tests.visual.state import Album

HASH = "MuEzo1R7V3V2XQTZgL+jrXh/zCoOzsfuf72H444YDx0="
album = Album()


@album.state("hash-empty")
def hash_empty(stage: Stage) -> QWidget:
    stage.window.actions_.hash_secret.trigger()
    return stage.dialog()


@album.state("hash-zoom", zoom=2.0)
@album.state("hash-filled", doubled=True)
def hash_filled(stage: Stage) -> QWidget:
    stage.app.wiring.hash_secret(Secret("my secret value I am not sharing"))
    return stage.dialog()


@album.state("hash-mismatch")
def hash_mismatch(stage: Stage) -> QWidget:
    stage.app.wiring.hash_secret(Secret("my secret value I am not sharing "))
    dialog = stage.dialog()
    stage.type(dialog, "Hash to compare", HASH)
    return dialog


@album.state("about")
def about(stage: Stage) -> QWidget:
    stage.window.actions_.about.trigger()
    return stage.dialog()


@album.state("preferences")
def preferences(stage: Stage) -> QWidget:
    stage.window.actions_.preferences.trigger()
    return stage.dialog()


@album.state("help")
def help_page(stage: Stage) -> QWidget:
    stage.app.wiring.show_help("identity")
    return stage.dialog()


@album.state("environment-new")
def environment_new(stage: Stage) -> QWidget:
    stage.window.actions_.new_environment.trigger()
    return stage.dialog()


@album.state("environments-zoom", zoom=1.5)
@album.state("environments", doubled=True)
def environments(stage: Stage) -> QWidget:
    variables = (Variable("department", "12"), Variable("apikey", secret=True))
    stage.use(
        replace(samples.LIVE, id="dev", name="Contoso dev", colour="accent", production=False)
    )
    live = replace(samples.LIVE, variables=variables, write_policy=WritePolicy.FREE)
    stage.remember(live.id, SecretKind.SCIM_TOKEN, Secret("a token of the directory"))
    stage.remember(live.id, "variable/apikey", Secret("a key"))
    stage.use(live)
    stage.window.actions_.manage_environments.trigger()
    dialog = stage.dialog()
    stage.until(stage.app.bridge.is_idle)
    return dialog


@album.state("environments-end")
def environments_scrolled(stage: Stage) -> QWidget:
    dialog = environments(stage)
    bar = dialog.editor.verticalScrollBar()  # type: ignore[attr-defined]
    bar.setValue(bar.maximum())
    return dialog


@album.state("environment-saved")
def environment_saved(stage: Stage) -> QWidget:
    dialog = environments(stage)
    problem = Problem(ProblemKind.STORAGE, "The keychain is locked")
    dialog.show_saved(saved_words(True, True, problem))  # type: ignore[attr-defined]
    return dialog


@album.state("environment-wrong")
def environment_wrong(stage: Stage) -> QWidget:
    dialog = environments(stage)
    stage.type(dialog, "Tenant URL", "contoso.onk2.com")
    stage.type(dialog, "Access Token URL", "http://login.onk2.com/connect/token")
    stage.type(dialog, "Name", "contoso DEV")
    dialog.editor.check()  # type: ignore[attr-defined]
    dialog.save.click()  # type: ignore[attr-defined]
    return dialog


@album.state("environment-unsaved")
def environment_unsaved(stage: Stage) -> QWidget:
    dialog = environments(stage)
    dialog.editor.edited.emit()  # type: ignore[attr-defined]
    dialog.list.setCurrentRow(0)  # type: ignore[attr-defined]
    stage.until(dialog.unsaved.isVisible)  # type: ignore[attr-defined]
    return dialog


@album.state("environment-delete")
def environment_delete(stage: Stage) -> QWidget:
    dialog = environments(stage)
    dialog.delete.click()  # type: ignore[attr-defined]
    return dialog


@album.state("environment-not-forgotten")
def environment_not_forgotten(stage: Stage) -> QWidget:
    dialog = environments(stage)
    problem = Problem(ProblemKind.STORAGE, "The keychain is locked")
    gone = replace(samples.LIVE, name="Contoso test")
    dialog.show_problem(not_forgotten(gone, problem))  # type: ignore[attr-defined]
    return dialog


def _question(stage: Stage, outcome: Outcome) -> QWidget:
    assert isinstance(outcome, Question)
    stage.use()
    stage.open()
    QuestionDialog(outcome, stage.window).open()
    return stage.dialog()


@album.state("question-origin")
def question_of_another_origin(stage: Stage) -> QWidget:
    spec = replace(samples.EMPLOYEES, url="https://example.org/api/odatav4/v4/EmployeeSample")
    return _question(stage, plan(spec, samples.LIVE, {}, OAuth2()))


@album.state("question-write")
def question_of_a_write(stage: Stage) -> QWidget:
    body = TextBody('{\n  "FirstName": "Ada"\n}', "application/json")
    spec = replace(samples.EMPLOYEES, method="PATCH", url="{{odata}}/EmployeeSample(1)", body=body)
    return _question(stage, plan(spec, samples.LIVE, {}, NoAuth()))
