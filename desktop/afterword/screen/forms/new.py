"""New interview and new application: three fields and Enter, nothing else is asked."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from afterword.journal import applications, companies, interviews
from afterword.journal.stories import Past
from afterword.journal.terms import Channel, Stage, Status
from afterword.screen.desk import Desk
from afterword.screen.forms.fields import CompanyField, DayField, MomentField, choice, chosen, text_field
from afterword.screen.forms.sheet import Sheet
from afterword.screen.look import Look
from afterword.screen.pieces.labels import label
from afterword.trouble import Trouble
from afterword.words import _, short_day


class _New(Sheet):
    """What both have: a company that completes itself, and what happened there before."""

    made = Signal(object)

    def __init__(self, look: Look, desk: Desk, parent: QWidget, title: str, intro: str) -> None:
        super().__init__(look, parent, title, intro)
        self.desk = desk
        self.company = CompanyField(desk)
        self.add(_("Company"), self.company)
        self._before = label("", "small", "text2", wrap=True)
        self._before.setMinimumWidth(look.px(300))  # or the form gives a wrapping label no width at all
        self._before.hide()
        self.fields.addRow("", self._before)
        self.role = text_field(hint=_("what the advert calls it; may stay empty"))
        self.add(_("Role"), self.role)
        self.company.textChanged.connect(self._look_back)

    def _look_back(self, text: str) -> None:
        past = companies.history(self.desk.journal, text.strip()) if text.strip() else ()
        self._before.setText(_past_sentence(past))
        self._before.setVisible(bool(past))

    def named_company(self) -> str:
        name = self.company.text().strip()
        if not name:
            self.company.setFocus()
            raise Trouble(_("Which company was it?"), _("A name is enough."))
        return name


def _past_sentence(past: tuple[Past, ...]) -> str:
    if not past:
        return ""
    last = past[0]
    when = short_day(last.on) + f" {last.on.year}" if last.on else ""
    told = ", ".join(part for part in (last.title, when, Status(last.status).label) if part)
    return _("You applied there before: {told}.").format(told=told)


class NewInterview(_New):
    """Company, stage, when; the two-minute note follows when it was already held."""

    def __init__(self, look: Look, desk: Desk, parent: QWidget) -> None:
        super().__init__(look, desk, parent, _("New interview"), _("Company, stage and time. The rest can wait."))
        self.stage = choice(Stage, Stage.RECRUITER_SCREEN)
        self.add(_("Stage"), self.stage)
        yesterday = (desk.journal.now() - timedelta(days=1)).replace(hour=10, minute=0, second=0)
        self.at = MomentField(yesterday)
        self.add(_("When"), self.at)
        self.finish(_("Note it"), self._save)
        self.company.setFocus()

    def _save(self) -> None:
        key = self.desk.do(
            interviews.note, self.named_company(), self.role.text().strip(), chosen(self.stage), self.at.moment()
        )
        self.accept()
        self.made.emit(key)


class NewApplication(_New):
    """Company, role, day."""

    def __init__(self, look: Look, desk: Desk, parent: QWidget) -> None:
        super().__init__(look, desk, parent, _("New application"), _("Company, role and day. The rest can wait."))
        self.on = DayField(desk.journal.now().date())
        self.add(_("Sent on"), self.on)
        self.channel = choice(Channel, blank=_("not said"))
        self.add(_("Through"), self.channel)
        self.finish(_("Keep it"), self._save)
        self.company.setFocus()

    def _save(self) -> None:
        key = self.desk.do(
            applications.add,
            self.named_company(),
            self.role.text().strip(),
            self.on.day(),
            channel=chosen(self.channel),
        )
        self.accept()
        self.made.emit(key)
