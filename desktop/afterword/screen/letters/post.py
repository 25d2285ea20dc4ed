"""The post: takes what is dropped, pasted, opened or handed over, has it read, and puts it under review."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from afterword.journal import accepting, applications, files, letters, matching
from afterword.journal.change import Change
from afterword.journal.terms import Outcome, Stage
from afterword.mail.letter import Letter
from afterword.screen.desk import Desk
from afterword.screen.letters import choosing, links
from afterword.screen.letters.draft import Draft
from afterword.screen.letters.drafting import Drafting
from afterword.screen.letters.intake import MANY, Intake, Payload, from_paths, intake
from afterword.screen.letters.overlay import Dropping
from afterword.screen.letters.reader import Read, Reader
from afterword.screen.letters.review import ReviewPane
from afterword.screen.letters.unfiled import UnfiledPage
from afterword.screen.look import Look
from afterword.screen.pages.listing import ListPane
from afterword.trouble import Trouble
from afterword.words import _, day_of_month, n_

MOST_AT_ONCE = 500
PATIENCE = 300  # milliseconds until it is said that something is read
LETTERS = (".eml", ".emlx", ".mbox", ".txt", ".html", ".htm", "")
READ = ("eml", "mbox", "msg", "ics")  # kinds of content that are letters whatever the file is called


class Post(QObject):
    """One intake for every way a letter can come; owns the review card and the page of unfiled letters."""

    accepted = Signal(object, str)  # row to show, sentence to say
    reviewing = Signal(bool)
    told = Signal(str)
    troubled = Signal(Trouble)
    archive_wanted = Signal(str)  # path
    many_came = Signal(object)  # Read: more than one looks at one by one

    def __init__(self, look: Look, desk: Desk, phrases: Path, list_pane: ListPane) -> None:
        super().__init__(list_pane)
        self._desk, self._list = desk, list_pane
        self.reader = Reader(phrases)
        self._drafting = Drafting(desk, self.reader)
        self._queue: list[Draft] = []
        self._total = 0
        self._warned = self._accepting = False
        self.review = ReviewPane(look, lambda: matching.every(desk.journal))
        self.unfiled = UnfiledPage(look, desk)
        self._dropping = Dropping(look, list_pane)
        self._wire()
        self.reader.warm()

    def _wire(self) -> None:
        self.review.accepted.connect(self.accept)
        self.review.accept_sure.connect(self.accept_sure)
        self.review.left_out.connect(self.leave_out)
        self.review.not_now.connect(self.not_now)
        self.review.skipped.connect(self.skip)
        self.unfiled.opened.connect(self.reopen)
        self.unfiled.troubled.connect(self.troubled)
        self._dropping.dropped.connect(self.take)
        self._desk.changed.connect(self._changed)

    def install(self, window: Any) -> None:
        """Hear the drags that come over this window."""
        self._dropping.install(window)

    @property
    def is_reviewing(self) -> bool:
        return bool(self._queue)

    def _changed(self, change: Change) -> None:
        if change.touches("letter"):
            self.unfiled.refresh()
        touched = change.touched.get("application", frozenset())
        if self._queue and touched and not self._accepting:  # undone, or changed elsewhere
            before = self._queue[0]
            self._queue = [self._drafting.fitting(each, touched) for each in self._queue]
            if self._queue[0] is not before:
                self._show()

    # In

    def choose_files(self) -> None:
        """File, Add email or file."""
        choosing.files(self._list.window(), self.take_files)

    def choose_archive(self, *, folder: bool = False) -> None:
        """File, Go through an email archive, or a folder of emails."""
        choosing.archive(self._list.window(), self.archive_wanted.emit, folder=folder)

    def paste(self) -> None:
        """The clipboard as an email."""
        self.take(QGuiApplication.clipboard().mimeData(), 0)

    def take_files(self, paths: list[str]) -> None:
        self._read(from_paths(paths), 0)

    def take(self, mime: QMimeData, onto: int) -> None:
        """A drop; `onto` is the application whose row it was dropped on, 0 for anywhere."""
        self._read(intake(mime), onto)

    def _read(self, taken: Intake, onto: int) -> None:
        if taken.refusals:
            self.told.emit(" ".join(taken.refusals[:3]))
        if taken.archive:
            self.archive_wanted.emit(taken.archive)
        if taken.empty:
            return
        payloads = taken.payloads[:MOST_AT_ONCE]
        if onto:
            payloads = self._attach_plain_files(payloads, onto)
        if payloads or not taken.payloads:
            rest = replace(taken, payloads=payloads)
            patience = QTimer(self, singleShot=True, interval=PATIENCE)
            patience.timeout.connect(lambda: self.told.emit(_("Reading…")))
            if not taken.refusals:  # those stay to be read
                patience.start()

            def arrived(found: Read) -> None:
                if not patience.isActive() and not taken.refusals:
                    self.told.emit("")
                patience.stop()
                patience.deleteLater()
                self._put_under_review(found, onto)

            self.reader.read(self._desk.journal, rest, arrived)

    def _attach_plain_files(self, payloads: tuple[Payload, ...], onto: int) -> tuple[Payload, ...]:
        """Files that are no letters, dropped on a row: kept with that application at once, undoable."""
        from afterword.mail.sniff import sniff

        letters_only = []
        for payload in payloads:
            kind = sniff(payload.data).kind  # what is in it decides, then what it calls itself
            if kind in READ or (kind in ("text", "html") and Path(payload.name).suffix.lower() in LETTERS):
                letters_only.append(payload)
                continue
            try:
                self._desk.do(files.add, onto, payload.name, payload.data)
            except Trouble as trouble:
                self.troubled.emit(trouble)
            else:
                company = applications.fact(self._desk.journal, onto).company
                self.accepted.emit(0, _("{name} is kept with {company}.").format(name=payload.name, company=company))
        return tuple(letters_only)

    # Under review

    def _put_under_review(self, found: Read, onto: int) -> None:
        if self._desk.journal.closed:
            return  # the window was left while the letter was read; the file it came from is as it was
        if not found:
            self.told.emit(links.about_nothing(QMimeData()))
        for letter, _verdict in found:
            if letter.trouble:
                self._refuse(letter)
        found = [each for each in found if not each[0].trouble]
        if len(found) >= MANY and not onto:
            self.many_came.emit(found)
            return
        drafts: list[Draft] = []
        already = []
        for letter, verdict in found:
            if present := self._drafting.filed(letter):
                already.append(present)
                continue
            drafts += self._drafting.of(letter, verdict, onto)
        if already:
            self._say_already(already)
        if drafts:
            self._queue += drafts
            self._total = len(self._queue)
            self._show()

    def _refuse(self, letter: Letter) -> None:
        hint = _("It can be attached: drop it on its interview.")
        self.troubled.emit(Trouble(f"{letter.file}: {letter.trouble}", hint))

    def _say_already(self, already: list[Any]) -> None:
        first = already[0]
        day = day_of_month(first.sent_at) if first.sent_at else _("earlier")
        if len(already) == 1:
            self.told.emit(_("Already here, {day}.").format(day=day))
        else:
            self.told.emit(n_("{n} email is already here.", "{n} emails are already here.", len(already)))
        if not self._queue:
            self._list.select_application(first.application_id)

    def _show(self) -> None:
        if not self._queue:
            self._total = 0
            self.reviewing.emit(False)
            return
        draft = self._queue[0]
        self.reviewing.emit(True)
        self.review.show_draft(draft, self._total - len(self._queue) + 1, self._total, self._desk.journal.now())
        if draft.candidate is not None:
            self._list.select_application(draft.candidate.application_id)
        self.review.focus()

    def reopen(self, letter_id: int) -> None:
        """An unfiled letter once more."""
        data = letters.raw(self._desk.journal, letter_id)
        name = next((each.file for each in letters.unfiled(self._desk.journal) if each.id == letter_id), "")
        self._read(Intake((Payload(name or "email.eml", data),)), 0)

    # Out

    def accept(self) -> None:
        """Enter: do what is ticked, in one act."""
        draft = self._queue[0]
        self._accepting = True
        try:
            key = self._desk.do(accepting.accept, draft.letter, draft.verdict, draft.plan())
        except Trouble as trouble:
            self.review.say(trouble)
            return
        finally:
            self._accepting = False
        self._queue.pop(0)
        sentence = _sentence(draft)
        self._queue = [self._again(each) for each in self._queue]
        self._show()
        self.accepted.emit(key, sentence)

    def _again(self, draft: Draft) -> Draft:
        """A letter that fitted nowhere may belong to what was just made of the one before it."""
        named = draft.verdict.company.value or draft.letter.sender_name
        if draft.candidate is not None or draft.company != named:
            return draft
        found = self._drafting.again(draft)
        return found if found.candidate is not None else draft

    def accept_sure(self) -> None:
        """Every letter that is sure, as one act; what is left stays under review."""
        sure = [draft for draft in self._queue if draft.is_sure]
        self._accepting = True
        try:
            self._desk.do(accepting.accept_all, [(each.letter, each.verdict, each.plan()) for each in sure])
        except Trouble as trouble:
            self.review.say(trouble)
            return
        finally:
            self._accepting = False
        self._queue = [self._again(draft) for draft in self._queue if draft not in sure]
        self._show()
        self.accepted.emit(0, n_("{n} email accepted.", "{n} emails accepted.", len(sure)))

    def leave_out(self) -> None:
        """Enter on what is no job mail: it is not kept, and let go where it was put aside before."""
        draft = self._queue[0]
        present = letters.duplicate(self._desk.journal, draft.letter)
        try:
            if present is not None and present.application_id is None:
                self._desk.do(letters.forget, present.id)
        except Trouble as trouble:
            self.review.say(trouble)
            return
        self._queue.pop(0)
        self._show()
        if present is not None:
            self.accepted.emit(0, _("Left out."))
        else:
            self.told.emit(_("Left out. The email itself has not been touched."))

    def not_now(self) -> None:
        """Esc: kept, unfiled, changing nothing."""
        draft = self._queue.pop(0)
        try:
            if self._kept(draft):
                self.told.emit(_("Kept under Unfiled emails."))
        except Trouble as trouble:
            self._queue.insert(0, draft)
            self.review.say(trouble)
            return
        if draft.part[0] == 1:  # the rest of it waits with it
            self._queue = [each for each in self._queue if each.letter is not draft.letter]
        self._show()

    def _kept(self, draft: Draft) -> bool:
        """Keep it unfiled, unless it was there before."""
        new = letters.duplicate(self._desk.journal, draft.letter) is None
        if new:
            self._desk.do(letters.keep, draft.letter, draft.verdict)
        return new

    def put_by(self) -> bool:
        """Before the window goes: what is still under review is kept, unfiled. False, once, when it cannot be."""
        try:
            while self._queue:
                self._kept(self._queue[0])
                self._queue.pop(0)
        except Trouble as trouble:
            self.review.say(trouble)
            self._warned, warned = True, self._warned
            return warned  # a full disk must not keep anybody in
        self._show()
        return True

    def skip(self) -> None:
        """Alt+Right: this one later, the next one now."""
        if len(self._queue) > 1:
            self._queue.append(self._queue.pop(0))
            self._show()


def _sentence(draft: Draft) -> str:
    """What was done, for the foot of the window."""
    found = draft.candidate
    company = found.company if found else draft.company
    if draft.meeting_on and draft.meeting:
        return _("{company}, {stage} is coming up.").format(company=company, stage=Stage(draft.stage).label.lower())
    if draft.outcome_on and draft.outcome and draft.ways_on != ():
        return _("{company} is marked {outcome}.").format(company=company, outcome=Outcome(draft.outcome).label)
    return _("Kept with {company}.").format(company=company)
