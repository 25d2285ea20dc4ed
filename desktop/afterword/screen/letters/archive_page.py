"""An archive of emails, gone through once: what it says about jobs, in one list, accepted line by line or together."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QProgressBar, QSplitter, QWidget

from afterword.journal import accepting, applications, matching
from afterword.journal.change import Change
from afterword.journal.names import company_key
from afterword.screen.desk import Desk
from afterword.screen.letters import news
from afterword.screen.letters.archive_list import ArchiveList
from afterword.screen.letters.archive_reading import ArchiveReading
from afterword.screen.letters.batch import Group, groups, sure_ones
from afterword.screen.letters.draft import Draft
from afterword.screen.letters.drafting import Drafting
from afterword.screen.letters.reader import Read, Reader
from afterword.screen.letters.review import ReviewPane
from afterword.screen.look import Look
from afterword.screen.pieces.boxes import column, row
from afterword.screen.pieces.buttons import button
from afterword.screen.pieces.labels import label
from afterword.trouble import Trouble
from afterword.words import _, n_

MEGABYTE = 1024 * 1024


class ArchivePage(QWidget):
    """Nothing changes before it is accepted; each acceptance is one act that undo takes back."""

    said = Signal(str)  # with Undo
    troubled = Signal(Trouble)

    def __init__(self, look: Look, desk: Desk, reader: Reader) -> None:
        super().__init__()
        self.setObjectName("archive")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self._look, self._desk = look, desk
        self._drafting = Drafting(desk, reader)
        self._every: list[Draft] = []  # that were found and not skipped, also those that are filed by now
        self._drafts: list[Draft] = []  # that are listed
        self._done: set[tuple[str, int]] = set()  # pieces of news that were accepted, of letters with several
        self._groups: list[Group] = []
        self.reading = ArchiveReading(reader, self)
        self.list = ArchiveList(look, desk.journal.now().date())
        self.card = ReviewPane(look, lambda: matching.every(desk.journal), _("Skip"))
        self._make()
        self._wire()
        self._show_state(_("Choose an archive with File, Go through an email archive."))

    def _make(self) -> None:
        look = self._look
        self._line = label("", "body", "text2", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(look.px(6))
        self.bar.setAccessibleName(_("How far it is"))
        self.stop = button(look, _("Stop"), "")
        self.sure = button(look, _("Accept all that are sure"), "primary", "check")
        head = QWidget()
        head.setLayout(
            column(label(_("Emails about jobs"), "page"), self._line, row((self.bar, 1), self.stop, space=12),
                   row(self.sure, "*"), space=8, margins=(24, 18, 24, 8))
        )  # fmt: skip
        left = QWidget()
        left.setLayout(column(head, (row((self.list, 1), margins=(24, 0, 16, 16)), 1000), "*", space=0))
        self._split = QSplitter()
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(left)
        self._split.addWidget(self.card)
        self._split.setStretchFactor(0, 3)
        self._split.setStretchFactor(1, 2)
        self._split.setSizes([look.px(652), look.px(424)])
        self.setLayout(column((self._split, 1), space=0))
        self.setFocusProxy(self.list)

    def _wire(self) -> None:
        self.stop.clicked.connect(self.reading.cancel)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.stop, self.reading.cancel)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.sure.clicked.connect(self.accept_sure)
        self.list.chosen.connect(self._choose)
        self.list.accept_wanted.connect(self.card.press)
        self.list.change_wanted.connect(self._change)
        self.list.skip_wanted.connect(self.skip)
        self.card.accepted.connect(self.accept)
        self.card.not_now.connect(self.skip)
        self.card.left_out.connect(self.skip)
        self.reading.progressed.connect(self._progressed)
        self.reading.finished.connect(self._finished)
        self.reading.troubled.connect(self._failed)
        self._desk.changed.connect(self._changed)
        self._look.changed.connect(self._regroup)

    # Reading

    def read(self, path: Path) -> None:
        """Go through this mailbox file or folder."""
        self._every, self._drafts = [], []
        self._regroup()
        self.bar.setRange(0, 0)
        self._reading(_("Reading {name}.").format(name=path.name))
        self.reading.start(path, self._desk.journal)
        self.stop.setFocus()

    def _reading(self, line: str) -> None:
        self._line.setText(line)
        for widget, on in ((self.bar, True), (self.stop, True), (self.sure, False), (self.list, False)):
            widget.setVisible(on)
        self.card.hide()

    def _progressed(self, done: int, total: int, count: int) -> None:
        self.bar.setRange(0, 1000)
        self.bar.setValue(round(1000 * done / max(1, total)))
        found = n_("{n} email about a job so far.", "{n} emails about jobs so far.", count)
        mega = _("{done} of {total} MB read.").format(done=done // MEGABYTE, total=max(1, total // MEGABYTE))
        self._line.setText(f"{mega} {found}")

    def show_found(self, found: Read) -> None:
        """Emails that came in another way, more than are looked at one by one."""
        self.reading.forget()
        self._finished(found, True)

    def _finished(self, found: Read, whole: bool) -> None:
        if self._desk.journal.closed:
            return
        fresh = [(letter, verdict) for letter, verdict in found if not self._drafting.filed(letter)]
        already = len(found) - len(fresh)
        about = [(letter, verdict) for letter, verdict in fresh if verdict.kind not in news.NOTHING]
        self._every = [draft for letter, verdict in about for draft in self._drafting.of(letter, verdict)]
        self._drafts = list(self._every)
        parts = [] if whole else [_("Stopped before the end.")]
        parts.append(n_("{n} email about a job.", "{n} emails about jobs.", len(self._drafts)))
        if already > 0:
            parts.append(n_("{n} is here already.", "{n} are here already.", already))
        if len(about) < len(fresh):
            others = len(fresh) - len(about)
            parts.append(n_("{n} is not, and is left out.", "{n} are not, and are left out.", others))
        if self._drafts:
            parts.append(_("Nothing changes until you accept it."))
        self._show_state(" ".join(parts))
        self.list.setFocus()

    def _failed(self, trouble: Trouble) -> None:
        self._show_state(str(trouble))
        self.troubled.emit(trouble)

    def _show_state(self, line: str) -> None:
        self._line.setText(line)
        self.bar.hide()
        self.stop.hide()
        self._regroup()

    def _regroup(self) -> None:
        self._groups = groups(self._drafts)
        self.list.fill(self._groups)
        count = len(sure_ones(self._groups))
        self.sure.setText(_("Accept all that are sure") + (f"  ({count})" if count else ""))
        self.sure.setVisible(bool(self._drafts))
        self.sure.setEnabled(count > 0)
        self.list.setVisible(bool(self._drafts))
        self.card.setVisible(bool(self._drafts))

    # One line

    def _choose(self, draft: Draft | None) -> None:
        self.card.setVisible(draft is not None)
        if draft is not None:
            self.card.show_draft(draft, 1, 1, self._desk.journal.now())

    def _change(self) -> None:
        if self.list.current() is not None:
            self.card.change()

    def accept(self) -> None:
        """This one, as one act."""
        draft = self.list.current()
        if draft is None:
            return
        at_card = self.card.isAncestorOf(self.focusWidget() or self)
        try:
            self._done.add(_key(draft))
            self._desk.do(accepting.accept, draft.letter, draft.verdict, draft.plan())
        except Trouble as trouble:
            self.card.say(trouble)
            return
        self.said.emit(_("Kept with {company}.").format(company=_company(draft)))
        self._left(at_card=at_card)

    def skip(self) -> None:
        """Not this one; the archive keeps it."""
        draft = self.list.current()
        if draft is not None:
            at_card = self.card.isAncestorOf(self.focusWidget() or self)
            self._every = [each for each in self._every if each is not draft]
            self._drafts = [each for each in self._drafts if each is not draft]
            self._regroup()
            self._left(at_card=at_card)

    def accept_sure(self) -> None:
        """All that are sure, as one act."""
        sure = sure_ones(self._groups)
        self._done.update(map(_key, sure))
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)  # hundreds take a few seconds
        try:
            self._desk.do(accepting.accept_all, [(each.letter, each.verdict, each.plan()) for each in sure])
        except Trouble as trouble:
            self.troubled.emit(trouble)
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        self.said.emit(n_("{n} email accepted.", "{n} emails accepted.", len(sure)))
        self._left(at_card=False)

    def _left(self, *, at_card: bool) -> None:
        """The keyboard stays where it was: in the card, or in the list."""
        if not self._drafts:
            self._line.setText(_("That was all of it."))
        if at_card and self._drafts:
            self.card.focus()
        else:
            self.list.setFocus()

    def _changed(self, change: Change) -> None:
        """What was filed goes, here or elsewhere, and what undo took back comes back."""
        if not self._every or not change.touches("letter", "application"):
            return
        touched = change.touched.get("application", frozenset())
        companies = {company_key(name) for name in applications.companies_of(self._desk.journal, touched)}
        self._every = [self._anew(each, touched, companies) for each in self._every]
        self._drafts = [each for each in self._every if not self._is_done(each)]
        self._regroup()

    def _anew(self, draft: Draft, touched: frozenset[int], companies: set[tuple[str, ...]]) -> Draft:
        """Proposed once more where it could belong to what was made, changed or taken back."""
        known = any(each.application_id in touched for each in draft.candidates)
        return self._drafting.again(draft) if known or company_key(draft.company) in companies else draft

    def _is_done(self, draft: Draft) -> bool:
        if self._drafting.filed(draft.letter) is None:
            self._done.discard(_key(draft))
            return False
        return draft.part[1] == 1 or _key(draft) in self._done


def _key(draft: Draft) -> tuple[str, int]:
    return draft.letter.digest, draft.part[0]


def _company(draft: Draft) -> str:
    return draft.candidate.company if draft.candidate else draft.company
