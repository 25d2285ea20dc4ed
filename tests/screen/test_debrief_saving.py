"""Not one word is lost: saving, a full disk, undo, earlier versions, very long pastes."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QLineEdit, QTextEdit

from afterword.journal import change, files, interviews, questions, reflections
from afterword.screen.debrief.versions import VersionsDialog
from afterword.trouble import Trouble
from debriefing import Writer, writer

__all__ = ["writer"]
HAPPENED = "What happened?"
CTRL = Qt.KeyboardModifier.ControlModifier


class FullDisk:
    """A disk without room, until some is made."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = True
        merge = change.Changes.merge

        def refuse(changes: change.Changes, key: str, act: Any, /, *args: Any, **kwargs: Any) -> Any:
            if self.full:
                raise Trouble("The disk is full.", "Your text is still here. Make some room, then save again.")
            return merge(changes, key, act, *args, **kwargs)

        monkeypatch.setattr(change.Changes, "merge", refuse)


def test_a_full_disk_keeps_the_words_on_screen_and_in_a_side_file(
    writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer.open("full")
    disk = FullDisk(monkeypatch)
    writer.type(HAPPENED, "Ninety minutes, three people.")
    assert not writer.page.flush()
    assert writer.page.not_saved.isVisible()
    assert writer.page.not_saved.text.text() == "Not saved. The disk is full. Your text is still here."
    assert writer.field(HAPPENED).text() == "Ninety minutes, three people."
    aside = writer.rescue.read_text(encoding="utf-8")
    assert "Halden Bank, Platform Engineer" in aside
    assert "What happened?\nNinety minutes, three people." in aside
    writer.key(Qt.Key.Key_Escape)
    assert writer.closed == []
    writer.press("Try again")
    assert writer.page.not_saved.isVisible()
    assert writer.rescue.read_text(encoding="utf-8") == aside
    disk.full = False
    writer.press("Try again")
    assert not writer.page.not_saved.isVisible()
    assert writer.reflection("debrief").answers == {"happened": "Ninety minutes, three people."}
    assert not writer.rescue.exists()


def test_a_side_file_from_before_is_added_to_and_never_removed(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    writer.rescue.write_text("from another day\n", encoding="utf-8")
    writer.open("full")
    disk = FullDisk(monkeypatch)
    writer.type(HAPPENED, "New words.")
    writer.page.flush()
    disk.full = False
    writer.page.flush()
    text = writer.rescue.read_text(encoding="utf-8")
    assert text.startswith("from another day\n") and "New words." in text


def test_saving_elsewhere_lets_one_leave(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    writer.open("full")
    FullDisk(monkeypatch)
    writer.type(HAPPENED, "Words for a stick.")
    assert not writer.page.flush()
    writer.press("Save elsewhere")
    dialog = writer.page.findChild(QFileDialog)
    target = writer.folder / "elsewhere.txt"
    dialog.fileSelected.emit(str(target))
    dialog.close()
    writer.settle()
    assert "What happened?\nWords for a stick." in target.read_text(encoding="utf-8")
    assert writer.page.told.text.text() == "Your text is in elsewhere.txt. You can close this page."
    assert writer.page.flush()
    writer.type(HAPPENED, " And more.")
    assert not writer.page.flush()


def test_elsewhere_that_cannot_be_written_says_so(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    writer.open("full")
    FullDisk(monkeypatch)
    writer.type(HAPPENED, "Words.")
    writer.page.flush()
    writer.page._save_elsewhere(str(writer.folder / "no such folder" / "file.txt"))
    assert [str(each) for each in writer.troubles] == ["file.txt could not be written. Choose another folder or disk."]
    assert not writer.page.flush()


def test_a_side_file_that_cannot_be_written_leaves_the_words_on_screen(
    writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer.rescue.mkdir()
    writer.open("full")
    FullDisk(monkeypatch)
    writer.type(HAPPENED, "Still here.")
    assert not writer.page.flush()
    assert writer.page.not_saved.isVisible()
    assert writer.field(HAPPENED).text() == "Still here."


def test_a_question_whose_words_are_not_safe_stays_open(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = (writer.desk.do(questions.add, writer.id, text) for text in ("One?", "Two?"))
    writer.open("full")
    disk = FullDisk(monkeypatch)
    writer.type("What I said", "Precious")
    writer.click(writer.full.log.lines[second])
    assert writer.full.log.card is not None and writer.full.log.card.key == first
    assert writer.field("What I said").text() == "Precious"
    disk.full = False
    writer.click(writer.full.log.lines[second])
    assert writer.full.log.card.key == second
    assert writer.story.questions[0].said == "Precious"


def test_a_click_that_cannot_be_kept_is_told_and_shows_what_is_true(
    writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer.open()
    FullDisk(monkeypatch)
    pill = writer.quick.felt.words.pills.pill("flat")
    writer.click(pill)
    assert [each.sentence for each in writer.troubles] == ["The disk is full."]
    assert not pill.isChecked()


def test_leaving_a_field_saves_it(writer: Writer) -> None:
    writer.open("full")
    writer.type(HAPPENED, "Three people.")
    writer.field("When did it change?").setFocus()
    assert writer.reflection("debrief").answers == {"happened": "Three people."}


def test_undo_refreshes_what_is_shown(writer: Writer) -> None:
    writer.open("full")
    writer.type(HAPPENED, "Three people.")
    writer.page.flush()
    writer.click(writer.full.felt.words.pills.pill("flat"))
    writer.desk.undo()
    assert not writer.full.felt.words.pills.pill("flat").isChecked()
    writer.desk.undo()
    assert writer.field(HAPPENED).text() == ""
    assert writer.story.reflections == ()
    writer.desk.redo()
    assert writer.field(HAPPENED).text() == "Three people."


def test_what_is_typed_in_a_row_is_one_undo(writer: Writer) -> None:
    writer.open("full")
    for words in ("One. ", "Two. ", "Three."):
        writer.type(HAPPENED, words)
        writer.page.flush()
    writer.desk.undo()
    assert writer.field(HAPPENED).text() == ""


def test_a_change_from_elsewhere_never_takes_unsaved_words(writer: Writer) -> None:
    writer.open("full")
    writer.type(HAPPENED, "Saved. ")
    writer.page.flush()
    field = writer.type(HAPPENED, "Not yet saved.")
    key = writer.reflection("debrief").id
    writer.desk.do(reflections.answer, key, "looked_for", "Kafka")
    assert field.text() == "Saved. Not yet saved."
    assert writer.field("What did they look for?").text() == "Kafka"
    writer.page.flush()
    assert writer.reflection("debrief").answers["happened"] == "Saved. Not yet saved."


def test_ctrl_z_in_a_text_is_the_texts_own_undo(writer: Writer) -> None:
    writer.open("full")
    field = writer.type(HAPPENED, "Gone soon")
    writer.page.flush()
    writer.key(Qt.Key.Key_Z, CTRL)
    assert field.text() == ""
    writer.page.flush()
    assert writer.reflection("debrief").answers == {}


def test_a_very_long_paste_is_kept_as_a_file(writer: Writer) -> None:
    writer.open("full")
    field = writer.field(HAPPENED)
    mime = QMimeData()
    mime.setText("long " * 50_000)
    field.insertFromMimeData(mime)
    writer.settle()
    assert field.text() == ""
    kept = files.of(writer.journal, writer.story.application.id)
    assert [(each.name, each.size) for each in kept] == [("Pasted text, What happened.txt", 250_000)]
    assert writer.page.told.isVisible()
    assert "“Pasted text, What happened.txt”" in writer.page.told.text.text()


def test_earlier_versions_come_back_as_a_new_save(writer: Writer) -> None:
    writer.open("full")
    writer.type(HAPPENED, "A long first version of what happened.")
    writer.page.flush()
    writer.now += timedelta(minutes=10)
    field = writer.field(HAPPENED)
    field.selectAll()
    writer.qtbot.keyClicks(field, "Short.")
    writer.page.flush()
    writer.page.show_versions()
    dialog = writer.page.findChild(VersionsDialog)
    assert dialog.list.item(0).text() == "27 February, 16:10\nA long first version of what happened."
    assert dialog.text.text() == "A long first version of what happened."
    writer.click(dialog.restore)
    assert writer.reflection("debrief").answers == {"happened": "A long first version of what happened."}
    assert field.text() == "A long first version of what happened."


def test_versions_without_a_text_in_focus_say_what_to_do(writer: Writer) -> None:
    writer.open()
    writer.page.show_versions()
    assert writer.page.told.text.text() == "Click into a text first, to see how it was before."


def test_coming_back_again_and_again_is_asked_about_once(writer: Writer) -> None:
    writer.desk.do(questions.add, writer.id, "Why?")
    writer.desk.do(reflections.complete, writer.desk.do(reflections.start, writer.id, "debrief"))
    for _time in range(3):
        writer.open("full")
        assert not writer.page.enough.isVisible()
    writer.open("full")
    assert writer.page.enough.text.text() == "You have written what there is to write. Close it?"
    writer.press("Stay")
    assert not writer.page.enough.isVisible()
    writer.open("full")
    assert not writer.page.enough.isVisible()


def test_who_wrote_two_minutes_so_far_is_not_told_that_all_is_written(writer: Writer) -> None:
    writer.desk.do(questions.add, writer.id, "Why?")
    writer.desk.do(reflections.complete, writer.desk.do(reflections.start, writer.id, "capture"))
    for _time in range(5):
        writer.open("full")
        assert not writer.page.enough.isVisible()


def test_half_an_hour_of_writing_is_asked_about_once(writer: Writer) -> None:
    writer.open("full")
    for minute in range(7):
        writer.type(HAPPENED, f"Line {minute}. ")
        writer.now += timedelta(minutes=5)
        assert not writer.page.enough.isVisible()
        writer.page.flush()
    assert writer.page.enough.isVisible()
    writer.press("Close")
    assert writer.closed == [True]


def test_an_interview_that_goes_away_closes_the_editor(writer: Writer) -> None:
    writer.open("full")
    writer.desk.do(interviews.remove, writer.id)
    writer.settle()
    assert writer.closed == [True]
    assert writer.page.flush()
    writer.open("full")
    assert len(writer.troubles) == 1
    assert writer.page.interview_id == 0


def test_the_print_button_names_the_interview(writer: Writer) -> None:
    wanted: list[int] = []
    writer.page.print_wanted.connect(wanted.append)
    writer.open()
    writer.click(writer.page.bar.printer)
    assert wanted == [writer.id]


@pytest.mark.parametrize("mode", ["quick", "full", "decision", "success"])
def test_everything_that_takes_focus_has_a_name_and_tab_reaches_it(writer: Writer, mode: str) -> None:
    writer.desk.do(questions.add, writer.id, "Why?")
    if mode == "decision":
        writer.no()
    writer.open(mode)
    wanted = {
        each
        for kind in (QAbstractButton, QTextEdit, QLineEdit, QComboBox)
        for each in writer.page.findChildren(kind)
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(each.parent(), QComboBox) and each.objectName() != "qt_spinbox_lineedit"
    }  # fmt: skip
    assert [each for each in wanted if not each.accessibleName()] == []
    reached = set()
    for _step in range(3 * len(wanted)):
        writer.key(Qt.Key.Key_Tab)
        reached.add(writer.app.focusWidget())
    assert [each.accessibleName() for each in wanted - reached] == []


def test_the_side_file_is_for_its_owner_only(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    writer.open("full")
    FullDisk(monkeypatch)
    writer.type(HAPPENED, "Private.")
    writer.page.flush()
    assert Path(writer.rescue).stat().st_mode & 0o077 == 0
