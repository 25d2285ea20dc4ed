"""The bars of the editor: the top bar with how saving goes, and the strips that say something once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from afterword.journal.stories import Story
from afterword.journal.terms import Stage
from afterword.screen.look import Look
from afterword.screen.pieces.boxes import Panel, column, row
from afterword.screen.pieces.buttons import Segmented, button, tool
from afterword.screen.pieces.labels import Elide, label
from afterword.screen.pieces.marks import Icon
from afterword.trouble import Trouble
from afterword.words import _, short_day

TALL = 54


class TopBar(Panel):
    """Back, what it is about, which of the two pages, whether it is saved, the printer."""

    back = Signal()
    chosen = Signal(int)
    print_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "base", "b")
        self._narrow = False
        self.away = button(look, _("Interviews"), "quiet", "chevron-left")
        self.away.setToolTip(_("Back to the interviews  (Esc)"))
        self.away.clicked.connect(self.back)
        self.company = Elide(look, "", "body_s")
        self.what = Elide(look, "", "small", "text2")
        self.switch = Segmented(look, [_("Two minutes"), _("Full debrief")], name=_("How much to write"))
        self.switch.chosen.connect(self.chosen)
        self.mark = Icon(look, "check", "text3", 14)
        self.saved = label("", "small", "text3")
        self.printer = tool(look, "printer", _("Print  (Ctrl+P)"))
        self.printer.clicked.connect(self.print_wanted)
        names = column(self.company, self.what, space=0)
        self.setLayout(
            row(self.away, 4, (names, 1), self.switch, 6, self.mark, self.saved, self.printer, space=6,
                margins=(8, 8, 12, 8))
        )  # fmt: skip
        look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self._look.px(TALL))

    def show_story(self, story: Story) -> None:
        app = story.application
        stage = Stage(story.stage).label if story.stage else ""
        when = short_day(story.at) if story.at else ""
        late = ", ".join(part for part in (stage, when) if part)
        self.company.set_text(app.company)
        self.what.set_text(" · ".join(part for part in (app.title, late) if part))

    def say(self, text: str, saved: bool) -> None:
        """How saving goes: a check with words, and when there is no room for them only the check."""
        self.saved.setText(text)
        self.mark.setAccessibleName(text)
        self.mark.setToolTip(text)
        self.mark.setVisible(saved)
        self.saved.setVisible(bool(text) and not (self._narrow and saved))

    def fit(self, narrow: bool) -> None:
        self._narrow = narrow
        self.say(self.saved.text(), not self.mark.isHidden())


class Strip(QWidget):
    """A line below the top bar, with what can be done about it."""

    def __init__(self, look: Look, icon: str, tone: str, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        panel = Panel(look, f"{tone}_soft", "b", f"{tone}_line")
        self.text = label("", "body_m", tone, wrap=True)
        self._line = row(Icon(look, icon, tone, 16), (self.text, 1), space=10, margins=(16, 8, 12, 8))
        panel.setLayout(self._line)
        self.setLayout(column(panel))
        self.hide()

    def say(self, text: str) -> None:
        """Show it, and have it read aloud where a screen reader listens."""
        self.text.setText(text)
        self.setAccessibleDescription(text)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))


class NotSaved(Strip):
    """Stays until every word is safe."""

    again = Signal()
    elsewhere = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "triangle-alert", "danger", _("Not saved"))
        self.save = button(look, _("Save elsewhere"), "")
        self.save.clicked.connect(self.elsewhere)
        self.retry = button(look, _("Try again"), "")
        self.retry.clicked.connect(self.again)
        self._line.addWidget(self.save)
        self._line.addWidget(self.retry)

    def say_trouble(self, trouble: Trouble) -> None:
        self.say(_("Not saved. {what} Your text is still here.").format(what=trouble.sentence))


class Enough(Strip):
    """Said once, when somebody comes back to the same interview again and again."""

    close_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "info", "accent", _("Enough"))
        self.go = button(look, _("Close"), "primary")
        self.go.clicked.connect(self.close_wanted)
        self.stay = button(look, _("Stay"), "")
        self.stay.clicked.connect(self.hide)
        self._line.addWidget(self.go)
        self._line.addWidget(self.stay)


class Told(Strip):
    """Something that happened and is good to know."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "info", "wait", _("Note"))
        self.away = tool(look, "x", _("Close this note"))
        self.away.clicked.connect(self.hide)
        self._line.addWidget(self.away)
