"""The application behind an interview: its terms, the advert's text, the people met, the documents sent."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QTabWidget,
    QWidget,
)  # fmt: skip

from afterword.journal import applications, files
from afterword.journal.stories import ApplicationFact
from afterword.journal.terms import (
    Channel,
    ContractType,
    Hours,
    MyReason,
    OutcomeReason,
    Seniority,
    WorkMode,
)  # fmt: skip
from afterword.mail.opening import bytes_of
from afterword.screen.desk import Desk
from afterword.screen.forms.fields import CompanyField, DayField, choice, chosen, labelled, text_field
from afterword.screen.forms.sheet import Sheet
from afterword.screen.look import Look
from afterword.screen.pieces.boxes import column, row, scroll
from afterword.screen.pieces.buttons import button
from afterword.screen.pieces.labels import label
from afterword.trouble import Trouble
from afterword.words import _


class ApplicationForm(Sheet):
    """Everything that belongs to the application; files come in by drop, and go out by Save as."""

    def __init__(self, look: Look, desk: Desk, application_id: int, parent: QWidget) -> None:
        fact = applications.fact(desk.journal, application_id)
        super().__init__(look, parent, fact.company, fact.title, wide=560)
        self._desk, self._id, self._fact = desk, application_id, fact
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        tabs.tabBar().setAccessibleName(_("Parts"))
        tabs.addTab(self._facts_tab(fact), _("Facts"))
        tabs.addTab(self._text_tab(fact), _("Advert and people"))
        self.files = FilesTab(look, desk, application_id)
        self.files.troubled.connect(lambda trouble: self.say(str(trouble)))
        tabs.addTab(self.files, _("Files"))
        self.below(tabs, 1)
        self.finish(_("Save"), self._save)
        self.setMinimumHeight(look.px(520))

    def _facts_tab(self, fact: ApplicationFact) -> QWidget:
        self.company = CompanyField(self._desk, fact.company)
        self.title = text_field(fact.title)
        self.applied = DayField(fact.applied_on, optional=True)
        self.promised = DayField(fact.promised_by, optional=True)
        self.channel = choice(Channel, fact.channel, blank=_("not said"))
        self.contract = choice(ContractType, fact.contract_type, blank=_("not said"))
        self.hours = choice(Hours, fact.hours, blank=_("not said"))
        self.seniority = choice(Seniority, fact.seniority)
        self.number = text_field(fact.requisition, _("R-20394"))
        self.mode = choice(WorkMode, fact.work_mode, blank=_("not said"))
        self.location = text_field(fact.location)
        self.expected = text_field(fact.pay_expected, _("65,000 EUR a year"))
        self.offered = text_field(fact.pay_offered)
        self.reason = choice(OutcomeReason, fact.outcome_reason, blank=_("not said"))
        self.my_reason = choice(MyReason, fact.my_reason, blank=_("not said"))
        self.reason_text = text_field(fact.reason_text, _("in their words"))
        rows: list[tuple[str, QWidget]] = [
            (_("Company"), self.company), (_("Role"), self.title), (_("Their number"), self.number),
            (_("Sent on"), self.applied),
            (_("Answer promised by"), self.promised), (_("Through"), self.channel), (_("Contract"), self.contract),
            (_("Hours"), self.hours), (_("Level"), self.seniority), (_("Where you work"), self.mode),
            (_("Place"), self.location), (_("Pay you asked for"), self.expected), (_("Pay they offered"), self.offered),
        ]  # fmt: skip
        if fact.status in applications.THEIR_ENDINGS:
            rows += [(_("Reason they gave"), self.reason), (_("What they said"), self.reason_text)]
        if fact.status in applications.MY_ENDINGS:
            rows.append((_("Why you said no"), self.my_reason))
        return _form(self.look, rows)

    def _text_tab(self, fact: ApplicationFact) -> QWidget:
        self.advert = _text_box(fact.ad_text)
        self.people = _text_box(fact.people)
        self.notes = _text_box(fact.notes)
        page = QWidget()
        parts: list[object] = []
        for text, box, stretch in (
            (_("The advert, as it was"), self.advert, 3),
            (_("People you met"), self.people, 1),
            (_("Notes"), self.notes, 1),
        ):  # fmt: skip
            parts += [labelled(self.look, text, box), (box, stretch)]
        page.setLayout(column(*parts, space=6, margins=(0, 12, 0, 0)))
        return page

    def _save(self) -> None:
        fields: dict[str, object] = {
            "company": self.company.text().strip() or self._fact.company,
            "title": self.title.text().strip(),
            "applied_on": self.applied.day(),
            "promised_by": self.promised.day(),
            "requisition": self.number.text().strip(),
            "channel": chosen(self.channel),
            "contract_type": chosen(self.contract),
            "hours": chosen(self.hours),
            "seniority": chosen(self.seniority),
            "work_mode": chosen(self.mode),
            "location": self.location.text().strip(),
            "pay_expected": self.expected.text().strip(),
            "pay_offered": self.offered.text().strip(),
            "ad_text": self.advert.toPlainText(),
            "people": self.people.toPlainText(),
            "notes": self.notes.toPlainText(),
        }
        if self._fact.status in applications.THEIR_ENDINGS:
            fields |= {"outcome_reason": chosen(self.reason), "reason_text": self.reason_text.text().strip()}
        if self._fact.status in applications.MY_ENDINGS:
            fields["my_reason"] = chosen(self.my_reason)
        self._desk.do(applications.edit, self._id, **fields)
        self.accept()


def _form(look: Look, rows: list[tuple[str, QWidget]]) -> QWidget:
    page = QWidget()
    form = QFormLayout(page)
    form.setContentsMargins(0, look.px(12), look.px(12), look.px(8))
    form.setHorizontalSpacing(look.px(14))
    form.setVerticalSpacing(look.px(9))
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    for text, field in rows:
        form.addRow(labelled(look, text, field), field)
    return scroll(page)


def _text_box(text: str) -> QPlainTextEdit:
    box = QPlainTextEdit(text)
    box.setTabChangesFocus(True)
    return box


class FilesTab(QWidget):
    """The documents of one application: dropped in or added, saved out again, removed (undoable)."""

    troubled = Signal(Trouble)

    def __init__(self, look: Look, desk: Desk, application_id: int) -> None:
        super().__init__()
        self._desk, self._id = desk, application_id
        self.setAcceptDrops(True)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Files"))
        self.list.itemActivated.connect(lambda _item: self.save_as())
        self._hint: QLabel = label(_("Drop the CV, the letter, or whatever you sent."), "small", "text3", wrap=True)
        add, save, remove = (button(look, text, "") for text in (_("Add…"), _("Save as…"), _("Remove")))
        add.clicked.connect(self.choose)
        save.clicked.connect(self.save_as)
        remove.clicked.connect(self.remove)
        QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list, self.remove)
        self.setLayout(
            column((self.list, 1), self._hint, row(add, save, remove, "*", space=8), space=8, margins=(0, 12, 0, 0))
        )
        desk.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_change: object) -> None:
        self.list.clear()
        for each in files.of(self._desk.journal, self._id):
            item = QListWidgetItem(f"{each.name}  ({_size(each.size)})")
            item.setData(Qt.ItemDataRole.UserRole, (each.id, each.name))
            self.list.addItem(item)

    def choose(self) -> None:
        dialog = QFileDialog(self, _("Add files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self.take)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def take(self, paths: list[str]) -> None:
        """Copy files in, each one an act of its own."""
        for path in map(Path, paths):
            try:
                self._desk.do(files.add, self._id, path.name, bytes_of(path))
            except Trouble as trouble:
                self.troubled.emit(trouble)

    def save_as(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        key, name = item.data(Qt.ItemDataRole.UserRole)
        dialog = QFileDialog(self, _("Save as"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda path: self.write(key, path))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def write(self, key: int, path: str) -> None:
        """The bytes as they came, to a place of the person's choice."""
        try:
            Path(path).write_bytes(files.data(self._desk.journal, key))
        except OSError:
            self.troubled.emit(Trouble(_("{path} cannot be written.").format(path=path), _("Choose another folder.")))

    def remove(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._desk.do(files.remove, item.data(Qt.ItemDataRole.UserRole)[0])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.take([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])


def _size(count: int) -> str:
    return f"{max(1, round(count / 1024))} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"
