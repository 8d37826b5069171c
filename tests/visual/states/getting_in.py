"""The ways in: the demo tenant, pasting, and getting credentials."""

from PySide6.QtWidgets import QDialog, QWidget

from k2bench.auth.lights import Lamp, Light, red
from k2bench.core.environment import Environment
from k2bench.core.problem import NextStep, Problem, ProblemKind, Step
from k2bench.core.secret import Secret
from k2bench.ui.demo.page import DemoPage
from k2bench.ui.environments.words import saved_words
from k2bench.ui.onboarding.panel import OnboardingDialog
from k2bench.workbench.demo_tenant import DemoAddresses, DemoClient
from tests.visual import samples
from tests.visual.stage import Stage
from tests.visual.state import Album

REPLY = """Hello,
your client is ready.
Client ID: idt.cc.contoso-reporting
Token URL: https://login.onk2.com/0b2c6e5e-8f0d-4b8e-9a53-1f2d3c4b5a69/connect/token
Scope: https://api.k2.com/"""
album = Album()


def _demo(stage: Stage) -> DemoPage:
    clients = (
        DemoClient(samples.DEMO.client_id, Secret("a"), ("https://api.k2.com/",), "It works."),
        DemoClient(
            "idt.cc.demo-no-tasks",
            Secret("b"),
            ("https://api.k2.com/", "https://scim.onk2.com/write"),
            "A client acts as K2SQL:ClientCredentialsApp, which has no tasks of its own.",
        ),
    )
    urls = (f"{samples.TENANT}/{part}" for part in ("t", "v4", "v3", "w", "s"))
    addresses = DemoAddresses(*urls, Secret("s"), "c", Secret("c"), clients)
    stage.use()
    dialog = DemoPage(addresses, stage.window)
    dialog.open()
    stage.dialog()
    return dialog


@album.state("demo-clients")
def demo_clients(stage: Stage) -> QWidget:
    return _demo(stage)


@album.state("demo-facts")
def demo_facts(stage: Stage) -> QWidget:
    dialog = _demo(stage)
    stage.open_tab(dialog, "What is known of K2")
    return dialog


@album.state("paste-empty")
def paste_empty(stage: Stage) -> QWidget:
    stage.use()
    stage.window.actions_.paste.trigger()
    return stage.dialog()


@album.state("paste-understood")
def paste_understood(stage: Stage) -> QWidget:
    dialog = paste_empty(stage)
    dialog.text.setPlainText(REPLY)  # type: ignore[attr-defined]
    stage.until(dialog.apply.isEnabled)  # type: ignore[attr-defined]
    return dialog


@album.state("paste-nothing")
def paste_without_settings(stage: Stage) -> QWidget:
    dialog = paste_empty(stage)
    dialog.text.setPlainText("Good morning")  # type: ignore[attr-defined]
    stage.until(lambda: "No settings" in dialog.none.accessibleName())  # type: ignore[attr-defined]
    return dialog


@album.state("onboarding")
def onboarding(stage: Stage) -> QWidget:
    stage.window.start_page.onboarding.click()
    return stage.dialog()


def _tested(stage: Stage) -> QDialog:
    environment = Environment("new", "Contoso", samples.LIVE.tenant_url)
    secret = Secret("my secret value I am not sharing")
    dialog = OnboardingDialog(stage.app.clipboard, environment, secret, stage.window)
    dialog.show_saved(environment, saved_words(True, True, None))
    dialog.client_id.setText(samples.LIVE.client_id)
    dialog.token_url.setText(samples.LIVE.token_url)
    dialog.open()
    stage.dialog()
    dialog.show_lamp(Lamp("Discovery", Light.GREEN, "All 6 checks of the login passed."))
    problem = Problem(
        ProblemKind.REFUSED,
        "The login refused these credentials",
        "Very likely: the hash was registered in hex or Base64url, or of another secret.",
        steps=(NextStep("Compare with hash", Step.COMPARE_HASH),),
    )
    dialog.show_lamp(red("Token", problem))
    dialog.show_lamp(Lamp("Service document", Light.DARK, "There is no token to ask with."))
    return dialog


@album.state("onboarding-tested")
def onboarding_tested(stage: Stage) -> QWidget:
    dialog = _tested(stage)
    bar = dialog.area.verticalScrollBar()  # type: ignore[attr-defined]
    stage.until(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    return dialog


@album.state("onboarding-ticket")
def onboarding_ticket(stage: Stage) -> QWidget:
    dialog = _tested(stage)
    stage.until(lambda: dialog.area.verticalScrollBar().maximum() > 0)  # type: ignore[attr-defined]
    dialog.area.ensureWidgetVisible(dialog.copy_ticket)  # type: ignore[attr-defined]
    return dialog
