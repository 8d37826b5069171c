"""Every action of the window: its text, shortcut and icon. What it does is said in `wiring`."""

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from k2bench.ui.kit.icons import icon
from k2bench.ui.kit.theme import ThemeMode


class Actions:
    """Made once for the window; the menus are filled from here."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self.new_environment = self._make("New Environment...", "plus")
        self.manage_environments = self._make("Manage Environments...", "environment")
        self.preferences = self._make("Preferences...", "settings", "Ctrl+,")
        self.quit = self._make("Quit", shortcut="Ctrl+Q")
        self.new_tab = self._make("New Tab", "plus", "Ctrl+T")
        self.duplicate_tab = self._make("Duplicate Tab", "duplicate", "Ctrl+Shift+D")
        self.close_tab = self._make("Close Tab", "close", "Ctrl+W")
        self.reopen_tab = self._make("Reopen Closed Tab", shortcut="Ctrl+Shift+T")
        self.next_tab = self._make("Next Tab", shortcut="Ctrl+Tab")
        self.last_tab = self._make("Previous Tab", shortcut="Ctrl+Shift+Tab")
        self.send = self._make("Send", "send", "Ctrl+Return")
        self.cancel = self._make("Cancel Request", "stop", "Esc")
        self.focus_url = self._make("Go to URL", shortcut="Ctrl+L")
        self.save_body = self._make("Save Body...", "save", "Ctrl+Shift+S")
        self.copy_body = self._make("Copy Body", "copy")
        self.find = self._make("Find in Response", "search", "Ctrl+F")
        self.find_next = self._make("Find Next", shortcut="F3")
        self.find_previous = self._make("Find Previous", shortcut="Shift+F3")
        self.filter_by_path = self._make("Filter by JSONPath", "filter", "Ctrl+Shift+F")
        self.get_token = self._make("Get New Access Token", "key", "Ctrl+Shift+G")
        self.check_endpoint = self._make("Check Endpoint", "shield")
        self.inspect_token = self._make("Inspect Token", "search")
        self.tokens = self._make("Tokens of This Session...", "key")
        self.onboard = self._make("Get Client Credentials...", "shield")
        self.paste = self._make("Paste Anything...", "copy")
        self.hash_secret = self._make("Hash Secret...", "hash")
        self.refresh_explorer = self._make("Refresh Explorer", "refresh", "F5")
        self.import_metadata = self._make("Import EDMX from File...", "download")
        self.compare_metadata = self._make("Compare Metadata...", "compare")
        self.open_demo = self._make("Open Demo Tenant", "demo")
        self.next_pane = self._make("Next Pane", shortcut="F6")
        self.zoom_in = self._make("Zoom In", shortcut="Ctrl++")
        self.zoom_in.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self.zoom_out = self._make("Zoom Out", shortcut="Ctrl+-")
        self.zoom_reset = self._make("Actual Size", shortcut="Ctrl+0")
        self.themes = self._themes()
        self.facts = self._make("What Is Known of K2", "book", "F1")
        self.about = self._make("About k2bench", "info")

    def fill_menus(self) -> None:
        """The menu bar. Docks add their own entries to View."""
        self._menu(
            "File",
            self.new_tab,
            self.duplicate_tab,
            self.close_tab,
            self.reopen_tab,
            None,
            self.new_environment,
            self.manage_environments,
            None,
            self.preferences,
            None,
            self.quit,
        )
        self._menu("Edit", self.find, self.find_next, self.find_previous, None, self.filter_by_path)
        self.view = self._menu("View", self.next_tab, self.last_tab, self.next_pane, None)
        theme = self.view.addMenu("Theme")
        theme.addActions(list(self.themes.values()))
        self.view.addActions([self.zoom_in, self.zoom_out, self.zoom_reset])
        self._menu(
            "Request",
            self.send,
            self.cancel,
            self.focus_url,
            None,
            self.save_body,
            self.copy_body,
            None,
            self.get_token,
        )
        self._menu(
            "Tools",
            self.onboard,
            self.hash_secret,
            self.paste,
            None,
            self.check_endpoint,
            self.inspect_token,
            self.tokens,
            None,
            self.refresh_explorer,
            self.import_metadata,
            self.compare_metadata,
        )
        self.demo = self._menu("Demo", self.open_demo)
        self._menu("Help", self.facts, None, self.about)

    @property
    def of_the_workspace(self) -> tuple[QAction, ...]:
        """Those that need an environment to work in."""
        return (
            self.new_tab,
            self.duplicate_tab,
            self.close_tab,
            self.reopen_tab,
            self.next_tab,
            self.last_tab,
            self.send,
            self.cancel,
            self.focus_url,
            self.save_body,
            self.copy_body,
            self.find,
            self.find_next,
            self.find_previous,
            self.filter_by_path,
            self.get_token,
            self.check_endpoint,
            self.inspect_token,
            self.tokens,
            self.paste,
            self.refresh_explorer,
            self.import_metadata,
            self.compare_metadata,
        )

    def all(self) -> tuple[QAction, ...]:
        """Every action, in no particular order."""
        own = [value for value in vars(self).values() if isinstance(value, QAction)]
        return (*own, *self.themes.values())

    def _make(self, text: str, icon_name: str = "", shortcut: str = "") -> QAction:
        action = QAction(text, self._window)
        if icon_name:
            action.setIcon(icon(icon_name))
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
        self._window.addAction(action)
        return action

    def _themes(self) -> dict[ThemeMode, QAction]:
        group = QActionGroup(self._window)
        made = {}
        for mode in ThemeMode:
            made[mode] = self._make(mode.value.capitalize())
            made[mode].setCheckable(True)
            group.addAction(made[mode])
        return made

    def _menu(self, title: str, *entries: QAction | None) -> QMenu:
        menu = self._window.menuBar().addMenu(title)
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            else:
                menu.addAction(entry)
        return menu
