"""Every action of the window, once: menus, shortcuts, palette and context menus share these."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from afterword.screen.columns import CHOICES
from afterword.screen.pages.list_head import SORTS
from afterword.words import N_, _


@dataclass(frozen=True)
class Act:
    """What an action is called, where it stands, and its keys ("Ctrl" is Cmd on macOS, as Qt has it)."""

    key: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    mac: tuple[str, ...] | None = None
    choice: str = ""  # actions of one choice exclude each other and carry a tick
    tick: bool = False
    before: str = ""  # "-": a line above; a name: stands in this submenu


FILE, EDIT, VIEW, INTERVIEW, GO, HELP = N_("&File"), N_("&Edit"), N_("&View"), N_("&Interview"), N_("&Go"), N_("&Help")
GROUP, SORT, COLUMNS = N_("Group by"), N_("Sort by"), N_("Columns")
THEME, OUTCOME, DENSITY = N_("Theme"), N_("Set outcome"), N_("Density")

ACTS: tuple[Act, ...] = (
    Act("new_interview", FILE, N_("New interview"), ("Ctrl+N",)),
    Act("new_application", FILE, N_("New application"), ("Ctrl+Shift+N",)),
    Act("add_email", FILE, N_("Add email or file…"), ("Ctrl+O",)),
    Act("read_archive", FILE, N_("Go through an email archive…")),
    Act("read_folder", FILE, N_("Go through a folder of emails…")),
    Act("print", FILE, N_("Print…"), ("Ctrl+P",), before="-"),
    Act("print_sheet", FILE, N_("Print the sheet for the next interview…"), ("Ctrl+Shift+P",)),
    Act("print_search", FILE, N_("Print the whole search…")),
    Act("print_record", FILE, N_("Print for an employment office…")),
    Act("save_pdf", FILE, N_("Save as PDF…")),
    Act("save_days", FILE, N_("Save the days ahead as a calendar file…")),
    Act("new_search", FILE, N_("New job search…"), before="-"),
    Act("edit_search", FILE, N_("Rename or end this job search…")),
    Act("open_sample", FILE, N_("Look around in a made-up search"), before="-"),
    Act("leave_sample", FILE, N_("Leave the made-up search")),
    Act("close", FILE, N_("Close window"), ("Ctrl+W",), before="-"),
    Act("quit", FILE, N_("Quit"), ("Ctrl+Q",)),
    Act("undo", EDIT, N_("Undo"), ("Ctrl+Z",)),
    Act("redo", EDIT, N_("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), ("Ctrl+Shift+Z",)),
    Act("cut", EDIT, N_("Cut"), ("Ctrl+X",), before="-"),
    Act("copy", EDIT, N_("Copy"), ("Ctrl+C",)),
    Act("paste", EDIT, N_("Paste"), ("Ctrl+V",)),
    Act("select_all", EDIT, N_("Select all"), ("Ctrl+A",)),
    Act("paste_email", EDIT, N_("Paste as email"), ("Ctrl+Shift+V",)),
    Act("find", EDIT, N_("Find"), ("Ctrl+F", "F3"), ("Ctrl+F", "Ctrl+G"), before="-"),
    Act("edit_cell", EDIT, N_("Edit cell"), ("F2",)),
    Act("delete", EDIT, N_("Delete"), ("Del",), ("Ctrl+Backspace",)),
    Act("group_outcome", VIEW, N_("Outcome"), choice="group", before=GROUP),
    Act("group_month", VIEW, N_("Month"), choice="group", before=GROUP),
    Act("group_company", VIEW, N_("Company"), choice="group", before=GROUP),
    Act("group_stage", VIEW, N_("Stage"), choice="group", before=GROUP),
    Act("group_none", VIEW, N_("Nothing"), choice="group", before=GROUP),
    *(Act(f"sort_{key or 'usual'}", VIEW, text, choice="sort", before=SORT) for key, _down, text in SORTS),
    *(Act(f"column_{each.key}", VIEW, each.choice or each.title, tick=True, before=COLUMNS) for each in CHOICES),
    Act("density_comfortable", VIEW, N_("Comfortable"), choice="density", before=DENSITY),
    Act("density_compact", VIEW, N_("Compact"), choice="density", before=DENSITY),
    Act("sidebar", VIEW, N_("Sidebar"), ("F9",), ("Meta+Ctrl+S",), tick=True, before="-"),
    Act("detail", VIEW, N_("Detail pane"), ("Shift+F9",), ("Alt+Ctrl+D",), tick=True),
    Act("larger", VIEW, N_("Larger text"), ("Ctrl++", "Ctrl+="), before="-"),
    Act("smaller", VIEW, N_("Smaller text"), ("Ctrl+-",)),
    Act("normal", VIEW, N_("Normal text"), ("Ctrl+0",)),
    Act("theme_system", VIEW, N_("As the system"), choice="theme", before=THEME),
    Act("theme_light", VIEW, N_("Light"), choice="theme", before=THEME),
    Act("theme_dark", VIEW, N_("Dark"), choice="theme", before=THEME),
    Act("full_screen", VIEW, N_("Full screen"), ("F11",), ("Meta+Ctrl+F",), tick=True, before="-"),
    Act("two_minutes", INTERVIEW, N_("Two-minute note"), ("Ctrl+J",)),
    Act("full_debrief", INTERVIEW, N_("Full debrief"), ("Ctrl+Shift+J",)),
    Act("outcome_wait", INTERVIEW, N_("Waiting"), before=OUTCOME),
    Act("outcome_no", INTERVIEW, N_("Not this time"), before=OUTCOME),
    Act("outcome_offer", INTERVIEW, N_("Offer"), before=OUTCOME),
    Act("outcome_silent", INTERVIEW, N_("No reply"), before=OUTCOME),
    Act("outcome_withdrew", INTERVIEW, N_("Withdrew"), before=OUTCOME),
    Act("outcome_accepted", INTERVIEW, N_("Offer accepted"), before=OUTCOME),
    Act("outcome_declined", INTERVIEW, N_("Offer declined"), before=OUTCOME),
    Act("outcome_popup", INTERVIEW, N_("Set outcome here"), ("Ctrl+.",), ("Alt+Ctrl+.",)),
    Act("correct", INTERVIEW, N_("Correct a mistake…")),
    Act("application", INTERVIEW, N_("Application, advert and files…"), ("Ctrl+I",), before="-"),
    Act("company", INTERVIEW, N_("Company…")),
    Act("edit_interview", INTERVIEW, N_("Date, people and place…"), ("Ctrl+E",)),
    Act("save_day", INTERVIEW, N_("Save as calendar file…")),
    Act("versions", INTERVIEW, N_("Earlier versions…")),
    Act("interviews", GO, N_("Interviews"), ("Ctrl+1",)),
    Act("waiting", GO, N_("Waiting"), ("Ctrl+2",)),
    Act("lessons", GO, N_("Lessons"), ("Ctrl+3",)),
    Act("unfiled", GO, N_("Unfiled emails")),
    Act("archive", GO, N_("Emails about jobs")),
    Act("learned", GO, N_("What Afterword has learned from you")),
    Act("palette", GO, N_("Find an action…"), ("Ctrl+K",), before="-"),
    Act("back", GO, N_("Back"), ("Alt+Left",), ("Ctrl+[",)),
    Act("forward", GO, N_("Forward"), ("Alt+Right",), ("Ctrl+]",)),
    Act("next_pane", GO, N_("Next pane"), ("F6",), before="-"),
    Act("previous_pane", GO, N_("Previous pane"), ("Shift+F6",)),
    Act("next_interview", GO, N_("Next interview"), ("Ctrl+PgDown",), ("Alt+Ctrl+Down",)),
    Act("previous_interview", GO, N_("Previous interview"), ("Ctrl+PgUp",), ("Alt+Ctrl+Up",)),
    Act("shortcuts", HELP, N_("Keyboard shortcuts"), ("F1", "Ctrl+?")),
    Act("where", HELP, N_("Where your data is")),
    Act("about", HELP, N_("About Afterword")),
)


class Actions:
    """The window's actions by key, and the menus made of them."""

    def __init__(self, parent: QObject) -> None:
        from PySide6.QtGui import QActionGroup

        self._all: dict[str, QAction] = {}
        groups: dict[str, QActionGroup] = {}
        for act in ACTS:
            action = QAction(_(act.text), parent)
            action.setObjectName(act.key)
            keys = act.mac if act.mac is not None and sys.platform == "darwin" else act.keys
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.setMenuRole(_ROLES.get(act.key, QAction.MenuRole.NoRole))
            if act.choice:
                group = groups.setdefault(act.choice, QActionGroup(parent))
                group.addAction(action)
            action.setCheckable(act.tick or bool(act.choice))
            self._all[act.key] = action

    def __getitem__(self, key: str) -> QAction:
        return self._all[key]

    def fill(self, bar: QMenuBar) -> None:
        """Make the menus, in the order of `ACTS`."""
        menus: dict[str, QMenu] = {}
        for act in ACTS:
            menu = menus.get(act.menu)
            if menu is None:
                menu = menus[act.menu] = bar.addMenu(_(act.menu))
            if act.before == "-":
                menu.addSeparator()
            elif act.before:
                inner = menus.get(act.before)
                if inner is None:
                    inner = menus[act.before] = menu.addMenu(_(act.before))
                menu = inner
            menu.addAction(self._all[act.key])

    def named(self) -> list[tuple[Act, QAction]]:
        """For the palette and the list of shortcuts."""
        return [(act, self._all[act.key]) for act in ACTS]


_ROLES = {
    "quit": QAction.MenuRole.QuitRole,
    "about": QAction.MenuRole.AboutRole,
}
