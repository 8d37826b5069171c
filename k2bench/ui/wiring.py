"""Every connection between the parts of the window, in one flat list: its data flow.

What happens among the panels of the workspace is in `workspace`.
"""

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from k2bench import __version__
from k2bench.core.environment import DEMO_ID, Environment, SecretKind
from k2bench.core.problem import NextStep, Problem, Step, WorkbenchError
from k2bench.core.secret import Secret
from k2bench.ui.demo.controller import DemoController
from k2bench.ui.demo.menu import DemoMenu
from k2bench.ui.environments.controller import EnvironmentsController
from k2bench.ui.kit.theme import ThemeMode
from k2bench.ui.onboarding.controller import OnboardingController
from k2bench.ui.parts import Parts

if TYPE_CHECKING:
    from k2bench.auth.pasting import Understood
    from k2bench.core.request import RequestSpec
    from k2bench.ui.workspace import Workspace
    from k2bench.workbench.preferences import Preferences

FACTS = "k2-facts"


class Wiring(QObject):
    """Owns the controllers of the window. One line a connection."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        session, current, window, theme = parts.session, parts.current, parts.window, parts.theme
        actions = window.actions_
        self.environments = EnvironmentsController(session, parts.bridge, current)
        self.onboarding = OnboardingController(session, parts.bridge)
        self.onboarding.environment_saved.connect(self._show_saved)
        self.onboarding.step_requested.connect(self.take_step)
        self.demo = DemoController(session, parts.bridge)
        self.demo_menu = DemoMenu(actions.demo)

        window.painted.connect(parts.bridge.warm_up, Qt.ConnectionType.QueuedConnection)
        window.closing.connect(self.remember)
        window.start_page.demo_requested.connect(self.demo.start)
        window.start_page.credentials_requested.connect(lambda: self.manage_environments(new=True))
        window.start_page.onboarding_requested.connect(self.onboard)
        window.bar.environment_chosen.connect(self._choose_environment)
        window.bar.manage_requested.connect(lambda: self.manage_environments())
        window.bar.token_requested.connect(lambda: self.workspace.authorization.get_token())

        self.environments.failed.connect(window.banner.show_problem)
        self.environments.saved.connect(lambda each: self.workspace.authorization.reload(each))
        self.environments.removed.connect(lambda each: session.tokens.forget(each))
        window.banner.step_requested.connect(self.take_step)
        window.start_page.banner.step_requested.connect(self.take_step)
        self.demo.failed.connect(self._show_demo_problem)
        self.demo.busy_changed.connect(window.start_page.show_busy)
        self.demo.started.connect(self._show_demo)
        self.demo.client_changed.connect(self._show_demo_client)
        self.demo.faults_changed.connect(self.demo_menu.show_faults)
        self.demo_menu.request_chosen.connect(self._open_demo_request)
        self.demo_menu.fault_switched.connect(self.demo.switch_fault)
        self.demo_menu.clear_requested.connect(self.demo.clear_faults)
        self.demo_menu.publish_requested.connect(self.demo.publish)
        self.demo_menu.about_requested.connect(lambda: self.demo.about(window))
        current.environments_changed.connect(self._show_environments)
        current.environment_changed.connect(self._show_environment)
        current.token_changed.connect(lambda: window.bar.show_token(current.token))

        actions.new_environment.triggered.connect(lambda: self.manage_environments(new=True))
        actions.manage_environments.triggered.connect(lambda: self.manage_environments())
        actions.preferences.triggered.connect(self.show_preferences)
        actions.quit.triggered.connect(window.close)
        actions.new_tab.triggered.connect(lambda: self.workspace.tabs.new_requested.emit())
        actions.duplicate_tab.triggered.connect(lambda: self.workspace.requests.duplicate())
        actions.close_tab.triggered.connect(lambda: self.workspace.requests.close_open())
        actions.reopen_tab.triggered.connect(lambda: self.workspace.requests.reopen())
        actions.next_tab.triggered.connect(lambda: self.workspace.requests.step(1))
        actions.last_tab.triggered.connect(lambda: self.workspace.requests.step(-1))
        actions.send.triggered.connect(lambda: self.workspace.request.send())
        actions.cancel.triggered.connect(lambda: self.workspace.request.cancel())
        actions.focus_url.triggered.connect(lambda: self.workspace.tab.request.focus_url())
        actions.save_body.triggered.connect(lambda: self.workspace.response.save_requested.emit())
        actions.copy_body.triggered.connect(lambda: self.workspace.response.copy_requested.emit())
        actions.find.triggered.connect(lambda: self.workspace.response.open_find())
        actions.find_next.triggered.connect(lambda: self.workspace.response.finding.step(1))
        actions.find_previous.triggered.connect(lambda: self.workspace.response.finding.step(-1))
        actions.filter_by_path.triggered.connect(lambda: self.workspace.response.open_path())
        actions.get_token.triggered.connect(lambda: self.workspace.authorization.get_token())
        actions.check_endpoint.triggered.connect(lambda: self.workspace.check_endpoint())
        actions.inspect_token.triggered.connect(lambda: self.workspace.reports.inspect_current())
        actions.tokens.triggered.connect(lambda: self.workspace.reports.show_tokens())
        actions.refresh_explorer.triggered.connect(lambda: self.workspace.explorer.refresh())
        actions.import_metadata.triggered.connect(lambda: self.workspace.nodes.import_file())
        actions.compare_metadata.triggered.connect(lambda: self.workspace.nodes.compare())
        actions.onboard.triggered.connect(self.onboard)
        actions.paste.triggered.connect(self.paste)
        actions.hash_secret.triggered.connect(lambda: self.hash_secret())
        actions.open_demo.triggered.connect(self.demo.start)
        actions.next_pane.triggered.connect(self.next_pane)
        actions.zoom_in.triggered.connect(theme.zoom_in)
        actions.zoom_out.triggered.connect(theme.zoom_out)
        actions.zoom_reset.triggered.connect(lambda: theme.set_zoom(1.0))
        actions.facts.triggered.connect(lambda: self.show_help(FACTS))
        actions.about.triggered.connect(self.about)
        for mode, action in actions.themes.items():
            action.triggered.connect(lambda _=False, mode=mode: self.set_theme(mode))

        window.restore(session.settings.text("window"))
        actions.themes[theme.mode].setChecked(True)
        self.environments.show_first()
        for problem in session.reports:
            window.banner.show_problem(problem)

    @cached_property
    def workspace(self) -> "Workspace":
        """The panels to work with; made when they are first needed."""
        from k2bench.ui.workspace import Workspace  # not for the first paint of a new user

        made = Workspace(self._parts)
        made.hash_requested.connect(self.hash_secret)
        made.paste_requested.connect(self.paste)
        made.step_requested.connect(self.take_step)
        return made

    def hash_secret(self, compare_with: Secret | None = None) -> None:
        """Tools > Hash Secret."""
        from k2bench.ui.dialogs.hash_secret import HashSecretDialog  # made on demand

        dialog = HashSecretDialog(self._parts.clipboard, self._parts.window)
        if compare_with is not None:
            dialog.show_secret(compare_with)
        self._open(dialog)

    def take_step(self, step: NextStep) -> None:
        """A button of a problem that leads out of the workspace."""
        match step.step:
            case Step.SHOW_TICKET:
                self.show_ticket()
            case Step.EXPLAIN_IDENTITY | Step.SHOW_HELP:
                self.show_help(step.value or "identity")
            case Step.SHOW_PREFERENCES:
                self.show_preferences()
            case Step.EDIT_FIELD:
                self.manage_environments(field=step.value)
            case Step.RETRY:  # nothing else outside the workspace can be tried again
                self.demo.start()
            case _:
                self.workspace.take_step(step)

    def show_help(self, page: str) -> None:
        """A page of `resources/help`, or what is known of K2."""
        from k2bench.ui.dialogs.help import HelpDialog  # made on demand

        path = f"{page}.md" if page == FACTS else f"help/{page}.md"
        self._open(HelpDialog(path, self._parts.window))

    def show_ticket(self) -> None:
        """The text of the ticket for the current environment, with the hash of its secret."""
        from k2bench.ui.onboarding.panel import OnboardingDialog  # made on demand

        current = self._parts.session.environments.current or Environment("", "")
        if current.transient:  # it is kept nowhere: the ticket is that of a new one
            current = replace(current, id="", transient=False)
        secret = self.workspace.secret()
        dialog = OnboardingDialog(self._parts.clipboard, current, secret, self._parts.window)
        self.onboarding.serve(dialog)
        self._open(dialog)
        dialog.show_ticket()

    def paste(self) -> None:
        """Fill the current environment from any text."""
        self.environments.open_paste(self._parts.window, self._use_paste)

    def onboard(self) -> None:
        """Tools > Get Client Credentials: with the current environment, or a new one."""
        from k2bench.ui.onboarding.panel import OnboardingDialog  # made on demand

        current = self._parts.session.environments.current
        goes_on = current is not None and not current.transient and not current.client_id
        environment = current if goes_on and current is not None else Environment("", "")
        secret = self.workspace.secret() if goes_on else None
        dialog = OnboardingDialog(self._parts.clipboard, environment, secret, self._parts.window)
        self.onboarding.serve(dialog)
        self._open(dialog)

    def manage_environments(self, new: bool = False, field: str = "") -> None:
        """The list of environments and their form; the cursor in `field` if there is one."""
        from k2bench.ui.environments.manager import EnvironmentManager  # made on demand

        manager = EnvironmentManager(self._parts.clipboard, self._parts.window)
        self.environments.manage(manager, new)
        self._open(manager)
        if field:
            manager.edit(field)

    def next_pane(self) -> None:
        """F6: the next pane gets the focus."""
        panes = self._parts.window.panes()
        focus = self._parts.window.focusWidget()
        at = next((i for i, pane in enumerate(panes) if focus and pane.isAncestorOf(focus)), -1)
        pane = panes[(at + 1) % len(panes)]
        stops = (each for each in pane.findChildren(QWidget) if _takes_focus(each))
        next(stops, pane).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_preferences(self) -> None:
        """File > Preferences."""
        from k2bench.ui.dialogs.preferences import PreferencesDialog  # made on demand

        dialog = PreferencesDialog(self._parts.session.preferences, self._parts.window)
        dialog.chosen.connect(self._use_preferences)
        self._open(dialog)

    def _use_preferences(self, chosen: "Preferences") -> None:
        try:
            self._parts.session.use_preferences(chosen)
        except WorkbenchError as error:
            self._parts.window.banner.show_problem(error.problem)

    def set_theme(self, mode: ThemeMode) -> None:
        """View > Theme."""
        self._parts.theme.set_mode(mode)
        self._parts.session.settings.set("theme", mode.value)

    def about(self) -> None:
        """Help > About."""
        from k2bench.ui.dialogs.about import AboutDialog  # made on demand

        self._open(AboutDialog(__version__, self._parts.window))

    def remember(self) -> None:
        """Keep what the window looks like."""
        self._parts.session.settings.set("window", self._parts.window.state())
        if "workspace" in vars(self):
            self.workspace.requests.save()

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _show_environments(self) -> None:
        book, window = self._parts.session.environments, self._parts.window
        window.bar.show_environments(book.all)
        window.bar.show_current(self._parts.current.environment)
        if book.all:
            _ = self.workspace  # made now, for there is something to work in
        window.show_workspace(bool(book.all))
        for action in window.actions_.of_the_workspace:
            action.setEnabled(bool(book.all))

    def _choose_environment(self, environment_id: str) -> None:
        if "workspace" in vars(self) and self.workspace.requests.environment_id:
            self.workspace.requests.choose_environment(environment_id)  # the open tab has its own
        else:
            self.environments.choose(environment_id)

    def _show_environment(self) -> None:
        environment = self._parts.current.environment
        self._parts.window.bar.show_current(environment)
        self._parts.window.production.show_environment(environment)

    def _show_saved(self, environment: Environment) -> None:
        self._parts.current.environments_changed.emit()
        self.workspace.authorization.forget(environment.id)
        self._parts.current.show_environment(environment)
        self._parts.window.bar.show_current(environment)

    def _use_paste(self, found: "Understood") -> None:
        from k2bench.ui.environments.pasting import secrets_of, with_settings

        environment = self._parts.session.environments.current
        if environment is None:
            return
        changed = with_settings(environment, found)
        try:
            self._parts.session.environments.put(changed)
        except WorkbenchError as error:
            self._parts.window.banner.show_problem(error.problem)
        self._show_saved(changed)
        secret = secrets_of(found).get(SecretKind.CLIENT)
        if secret is not None:
            self.workspace.panel.show_secret(secret)
            self.workspace.authorization.save_edit()

    def _show_demo(self) -> None:
        self._parts.current.environments_changed.emit()
        self.workspace.authorization.forget(DEMO_ID)  # of a tenant that ran before
        self._parts.current.show_environment(self._parts.session.environments.current)
        self.demo_menu.show_running(True)
        from k2bench.ui.demo.requests import FIRST  # with the tenant, not with the window

        self.workspace.requests.open(FIRST)
        self.workspace.authorization.get_token()

    def _open_demo_request(self, spec: "RequestSpec") -> None:
        self.environments.choose(DEMO_ID)
        self._parts.window.bar.show_current(self._parts.current.environment)
        self.workspace.open_and_send(spec)

    def _show_demo_client(self, environment: Environment) -> None:
        self.workspace.authorization.forget(environment.id)
        self._parts.current.show_environment(environment)
        self._parts.window.bar.show_current(environment)

    def _show_demo_problem(self, problem: Problem) -> None:
        window = self._parts.window
        at_start = window.pages.currentWidget() is window.start_page
        (window.start_page.banner if at_start else window.banner).show_problem(problem)


def _takes_focus(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    return bool(policy & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()
