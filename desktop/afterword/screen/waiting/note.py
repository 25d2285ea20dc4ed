"""A note that asks how it stands: text to copy. Afterword sends nothing."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from afterword.insight.waiting import INTERVIEW, Silence
from afterword.screen.forms.sheet import Sheet
from afterword.screen.look import Look
from afterword.screen.pieces.writing import Writing
from afterword.words import _, long_day


class NoteSheet(Sheet):
    """Change the words as you like; the button copies them."""

    def __init__(self, look: Look, silence: Silence, parent: QWidget) -> None:
        super().__init__(
            look, parent, _("A note to {company}").format(company=silence.episode.company),
            _("Change it as you like, and copy it into your mail program. Nothing is sent from here."), wide=560,
        )  # fmt: skip
        self.writing = Writing(look, minimum_lines=10, name=_("Your note"))
        self.writing.setPlainText(words(silence))
        self.below(self.writing, 1)
        self.finish(_("Copy it"), self._copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.writing.toPlainText())
        self.accept()


def words(silence: Silence) -> str:
    """Short and polite, with the facts in it."""
    title, day = silence.episode.title, long_day(silence.since)
    if silence.after == INTERVIEW:
        first = _("Thank you again for the conversation on {day}.").format(day=day)
    elif title:
        first = _("On {day} I applied for {title}.").format(day=day, title=title)
    else:
        first = _("On {day} I sent you my application.").format(day=day)
    ask = _("I am still interested, and would be glad to hear how it stands, and when you expect to decide.")
    if silence.after == INTERVIEW and title:
        ask = _("I am still interested in {title}, and would be glad to hear how it stands.").format(title=title)
    return "\n\n".join((_("Hello,"), f"{first} {ask}", _("Kind regards"))) + "\n"
