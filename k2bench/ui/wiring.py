"""Every connection between panels, in one flat list: the data flow of the window."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from k2bench import __version__
from k2bench.core.problem import NextStep, Step
from k2bench.core.request import RequestSpec
from k2bench.ui.authorization.controller import AuthorizationController
from k2bench.ui.authorization.type_controller import AuthTypeController
from k2bench.ui.bridge import Bridge
from k2bench.ui.current import Current
from k2bench.ui.demo.controller import DemoController
from k2bench.ui.dialogs.hash_secret import HashSecretDialog
from k2bench.ui.environments.controller import EnvironmentsController
from k2bench.ui.environments.manager import EnvironmentManager
from k2bench.ui.kit.clipboard import SecretClipboard
from k2bench.ui.kit.theme import Theme, ThemeMode
from k2bench.ui.request.controller import RequestController
from k2bench.ui.window import Window
from k2bench.workbench.session import Session


@dataclass(frozen=True)
class Parts:
    """Everything that is joined here."""

    session: Session
    bridge: Bridge
    current: Current
    theme: Theme
    clipboard: SecretClipboard
    window: Window


class Wiring(QObject):
    """Owns the controllers. One line a connection."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        session, bridge, current, window = parts.session, parts.bridge, parts.current, parts.window
        self.authorization = AuthorizationController(session, bridge, current, window.authorization)
        self.auth_type = AuthTypeController(session, bridge, current, window.authorization)
        self.environments = EnvironmentsController(session, bridge, current)
        self.request = RequestController(session, bridge, current, window.tab)
        self.demo = DemoController(session, bridge, current)
        self._join_panels(window)
        self._join_current(current)
        self._join_actions(window)
        window.restore(session.settings.text("window"))
        parts.theme.set_mode(_mode(session.settings.text("theme")))
        window.actions_.themes[parts.theme.mode].setChecked(True)
        self.environments.show_first()
        self._show_environments()
        self._show_environment()
        for problem in session.reports:
            window.banner.show_problem(problem)

    def _join_panels(self, window: Window) -> None:
        window.painted.connect(self._parts.bridge.warm_up, Qt.ConnectionType.QueuedConnection)
        window.closing.connect(self.remember)
        window.start_page.demo_requested.connect(self.demo.start)
        window.start_page.credentials_requested.connect(lambda: self.new_environment())
        window.start_page.onboarding_requested.connect(self.hash_secret)
        window.bar.environment_chosen.connect(self.environments.choose)
        window.bar.manage_requested.connect(lambda: self.manage_environments())
        window.bar.token_requested.connect(self.authorization.get_token)
        window.authorization.token_requested.connect(self.authorization.get_token)
        window.authorization.cancel_requested.connect(self.authorization.cancel)
        window.authorization.use_requested.connect(self.authorization.use)
        window.authorization.edited.connect(self.authorization.save_edit)
        window.authorization.auth_edited.connect(self.auth_type.save_edit)
        self.auth_type.failed.connect(window.authorization.show_problem)
        window.authorization.step_requested.connect(self.take_step)
        window.tab.request.send_requested.connect(self.request.send)
        window.tab.request.cancel_requested.connect(self.request.cancel)
        window.tab.response.cancel_requested.connect(self.request.cancel)
        window.tab.response.step_requested.connect(self.request.take_step)
        self.request.step_requested.connect(self.take_step)
        self.environments.failed.connect(window.banner.show_problem)
        self.demo.failed.connect(self._show_demo_problem)
        self.demo.busy_changed.connect(window.start_page.show_busy)
        self.demo.open_requested.connect(self.request.open)
        self.demo.started.connect(self.authorization.get_token)

    def _join_current(self, current: Current) -> None:
        current.environments_changed.connect(self._show_environments)
        current.environment_changed.connect(self._show_environment)
        current.environment_changed.connect(self.authorization.show_environment)
        current.environment_changed.connect(self.auth_type.show)
        current.request_auth_changed.connect(self.auth_type.show)
        current.request_auth_changed.connect(self.request.show_auth)
        current.token_changed.connect(self._show_token)
        current.token_changed.connect(self.authorization.show_token)

    def _join_actions(self, window: Window) -> None:
        actions, theme = window.actions_, self._parts.theme
        actions.new_environment.triggered.connect(lambda: self.new_environment())
        actions.manage_environments.triggered.connect(lambda: self.manage_environments())
        actions.quit.triggered.connect(window.close)
        actions.send.triggered.connect(self.request.send)
        actions.cancel.triggered.connect(self.request.cancel)
        actions.focus_url.triggered.connect(window.tab.request.focus_url)
        actions.get_token.triggered.connect(self.authorization.get_token)
        actions.hash_secret.triggered.connect(self.hash_secret)
        actions.open_demo.triggered.connect(self.demo.start)
        actions.next_pane.triggered.connect(self.next_pane)
        actions.zoom_in.triggered.connect(theme.zoom_in)
        actions.zoom_out.triggered.connect(theme.zoom_out)
        actions.zoom_reset.triggered.connect(lambda: theme.set_zoom(1.0))
        actions.about.triggered.connect(self.about)
        for mode, action in actions.themes.items():
            action.triggered.connect(lambda _=False, mode=mode: self.set_theme(mode))

    def take_step(self, step: NextStep) -> None:
        """A button of a problem that no panel could take by itself."""
        window = self._parts.window
        match step.step:
            case Step.GET_TOKEN:
                self.authorization.get_token()
            case Step.COMPARE_HASH:
                self.hash_secret(compare=True)
            case Step.EDIT_FIELD if step.value in window.authorization.fields:
                window.authorization_dock.show()
                window.authorization.fields[step.value].entry.setFocus()
            case Step.OPEN_URL:
                self.request.open(RequestSpec("GET", step.value))
                self.request.send()

    def hash_secret(self, compare: bool = False) -> None:
        """Tools > Hash Secret."""
        dialog = HashSecretDialog(self._parts.clipboard, self._parts.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if compare:
            dialog.show_secret(self._parts.window.authorization.oauth.secret.secret())
        dialog.open()

    def new_environment(self) -> None:
        """The manager's window with an empty form."""
        self.manage_environments(new=True)

    def manage_environments(self, new: bool = False) -> None:
        """The list of environments and their form."""
        manager = EnvironmentManager(self._parts.clipboard, self._parts.window)
        manager.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.environments.manage(manager, new)
        manager.open()

    def next_pane(self) -> None:
        """F6: the next pane gets the focus."""
        panes = self._parts.window.panes()
        focus = QApplication.focusWidget()
        at = next((i for i, pane in enumerate(panes) if focus and pane.isAncestorOf(focus)), -1)
        pane = panes[(at + 1) % len(panes)]
        stops = (each for each in pane.findChildren(QWidget) if _takes_focus(each))
        next(stops, pane).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_theme(self, mode: ThemeMode) -> None:
        """View > Theme."""
        self._parts.theme.set_mode(mode)
        self._parts.session.settings.set("theme", mode.value)

    def about(self) -> None:
        """Help > About."""
        QMessageBox.about(
            self._parts.window,
            "About k2bench",
            f"k2bench {__version__}\n\n"
            "A desktop workbench for Nintex K2 Cloud's APIs.\nMIT licence.",
        )

    def remember(self) -> None:
        """Keep what the window looks like."""
        self._parts.session.settings.set("window", self._parts.window.state())

    def _show_environments(self) -> None:
        book = self._parts.session.environments
        self._parts.window.bar.show_environments(book.all)
        self._parts.window.bar.show_current(self._parts.current.environment)
        self._parts.window.show_workspace(bool(book.all))

    def _show_environment(self) -> None:
        self._parts.window.bar.show_current(self._parts.current.environment)
        self._parts.window.production.show_environment(self._parts.current.environment)

    def _show_token(self) -> None:
        self._parts.window.bar.show_token(self._parts.current.token)

    def _show_demo_problem(self, problem: object) -> None:
        window = self._parts.window
        at_start = window.pages.currentWidget() is window.start_page
        (window.start_page.banner if at_start else window.banner).show_problem(problem)  # type: ignore[arg-type]


def _takes_focus(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    return bool(policy & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()


def _mode(text: str) -> ThemeMode:
    return next((mode for mode in ThemeMode if mode.value == text), ThemeMode.SYSTEM)
