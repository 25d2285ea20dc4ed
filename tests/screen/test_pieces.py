"""The small pieces: usable by keyboard, named for a screen reader, calm in every size."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QRect, Qt, QUrl
from PySide6.QtGui import QAccessible, QColor, QFontMetricsF, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from afterword.screen import tokens
from afterword.screen.look import Look
from afterword.screen.pieces import toast as toast_module
from afterword.screen.pieces import writing as writing_module
from afterword.screen.pieces.boxes import Card, Flow, column, row, scroll
from afterword.screen.pieces.buttons import (
    NavButton,
    Part,
    Pill,
    PillGroup,
    Segmented,
    Tick,
    button,
    tool,
)  # fmt: skip
from afterword.screen.pieces.labels import Elide, Marked, label, tip
from afterword.screen.pieces.marks import Chip, KeyCap, Mark, Sure
from afterword.screen.pieces.toast import Toast
from afterword.screen.pieces.writing import Writing


@pytest.fixture
def look(qapp: QApplication, resources: Path) -> Iterator[Look]:
    made = Look(qapp, resources)
    made.motion = False
    made.apply("light", 100)
    yield made
    qapp.styleHints().unsetColorScheme()


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> QWidget:
    """A window of 600 pixels for the piece under test."""
    made = QWidget()
    made.setLayout(QVBoxLayout())
    made.resize(600, 300)
    qtbot.addWidget(made)
    return made


def show(page: QWidget, *pieces: QWidget, qtbot: QtBot) -> None:
    layout = page.layout()
    assert layout is not None
    for piece in pieces:
        layout.addWidget(piece)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


def heard(widget: QWidget) -> tuple[QAccessible.Role, str]:
    """What a screen reader says: role and name."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.role(), interface.text(QAccessible.Text.Name)


def is_checked(widget: QWidget) -> bool:
    return bool(QAccessible.queryAccessibleInterface(widget).state().checked)


def test_pill_is_a_named_checkbox_that_space_toggles(look: Look, page: QWidget, qtbot: QtBot) -> None:
    pill = Pill(look, "relieved it’s over", tick=True)
    show(page, pill, qtbot=qtbot)
    pill.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(pill, Qt.Key.Key_Space)
    assert pill.isChecked()
    assert heard(pill) == (QAccessible.Role.CheckBox, "relieved it’s over")
    assert is_checked(pill)


def test_pill_with_a_count_says_it(look: Look, qtbot: QtBot) -> None:
    pill = Pill(look, "Waiting", count=3)
    qtbot.addWidget(pill)
    assert heard(pill)[1] == "Waiting, 3"


def test_ampersand_in_own_words_is_not_a_shortcut(look: Look, qtbot: QtBot) -> None:
    pill = Pill(look, "R&D")
    qtbot.addWidget(pill)
    assert pill.words() == "R&D"
    assert pill.shortcut().isEmpty()


def test_pills_show_state_without_colour(look: Look, qtbot: QtBot) -> None:
    """The tick makes the pill wider: shape, not only colour."""
    pill = Pill(look, "calm", tick=True)
    qtbot.addWidget(pill)
    narrow = pill.sizeHint().width()
    pill.setChecked(True)
    assert pill.sizeHint().width() > narrow


def test_focus_ring_shows_for_keys_not_for_the_mouse(look: Look, page: QWidget, qtbot: QtBot) -> None:
    first, second = Tick(look, "One"), Tick(look, "Two")
    show(page, first, second, qtbot=qtbot)
    first.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    second.setFocus(Qt.FocusReason.MouseFocusReason)
    edge = QColor(tokens.LIGHT["accent"]).name()
    assert edge not in colors_of(second)
    QTest.keyClick(second, Qt.Key.Key_Backtab)
    assert first.hasFocus()
    assert edge in colors_of(first)


def colors_of(widget: QWidget) -> set[str]:
    """The colours along the upper edge."""
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in (0, 1)}


def test_single_group_lets_go_of_the_others_and_of_itself(look: Look, page: QWidget, qtbot: QtBot) -> None:
    group = PillGroup(look, [("stuck", "Got stuck"), ("ok", "All right")], single=True, marks={"stuck": "stuck"})
    show(page, group, qtbot=qtbot)
    QTest.mouseClick(group.pill("stuck"), Qt.MouseButton.LeftButton)
    assert group.chosen() == ["stuck"]
    with qtbot.waitSignal(group.changed):
        QTest.mouseClick(group.pill("ok"), Qt.MouseButton.LeftButton)
    assert group.chosen() == ["ok"]
    QTest.mouseClick(group.pill("ok"), Qt.MouseButton.LeftButton)
    assert group.chosen() == []


def test_filling_a_group_says_nothing(look: Look, qtbot: QtBot) -> None:
    group = PillGroup(look, [("flat", "flat"), ("sad", "sad")])
    qtbot.addWidget(group)
    with qtbot.assertNotEmitted(group.changed):
        group.choose(["sad"])
    assert group.chosen() == ["sad"]


def test_segmented_is_worked_with_arrows(look: Look, page: QWidget, qtbot: QtBot) -> None:
    switch = Segmented(look, ["Two minutes", "Full debrief"], name="How much")
    show(page, switch, qtbot=qtbot)
    switch.segments[0].setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(switch.chosen) as told:
        QTest.keyClick(switch.segments[0], Qt.Key.Key_Right)
    assert told.args == [1]
    assert switch.segments[1].hasFocus()
    assert heard(switch.segments[1]) == (QAccessible.Role.RadioButton, "Full debrief")
    assert is_checked(switch.segments[1])
    assert not is_checked(switch.segments[0])
    with qtbot.waitSignal(switch.chosen) as told:
        QTest.keyClick(switch.segments[1], Qt.Key.Key_Right)
    assert told.args == [0], "after the last comes the first"


def test_segmented_is_one_stop_for_tab(look: Look, qtbot: QtBot) -> None:
    switch = Segmented(look, ["Before", "During", "After"], 1)
    qtbot.addWidget(switch)
    stops = [bool(each.focusPolicy() & Qt.FocusPolicy.TabFocus) for each in switch.segments]
    assert stops == [False, True, False]


def test_segmented_set_by_the_program_is_silent(look: Look, qtbot: QtBot) -> None:
    switch = Segmented(look, ["Before", "During"])
    qtbot.addWidget(switch)
    with qtbot.assertNotEmitted(switch.chosen):
        switch.set_current(1)
    assert switch.current() == 1


def test_every_button_has_role_and_name(look: Look, qtbot: QtBot) -> None:
    box, press = QAccessible.Role.CheckBox, QAccessible.Role.Button
    pieces = [
        (Tick(look, "It was cancelled"), box, "It was cancelled"),
        (NavButton(look, "Interviews", "briefcase-business", 14), box, "Interviews, 14"),
        (Part(look, 2, "The questions", "4 noted", "open"), box, "2. The questions, 4 noted"),
        (button(look, "Accept", "primary", "check"), press, "Accept"),
        (button(look, "Whole email", "link"), press, "Whole email"),
        (tool(look, "printer", "Print this interview"), press, "Print this interview"),
    ]
    for piece, role, name in pieces:
        qtbot.addWidget(piece)
        assert heard(piece) == (role, name)
        assert piece.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_signs_are_read_as_text(look: Look, qtbot: QtBot) -> None:
    pieces = [
        (Chip(look, "Not this time", "taught"), "Not this time"), (Mark(look, "stuck"), "Got stuck"),
        (Mark(look, "none"), "Not said"), (Sure(look, 1), "A guess"), (KeyCap(look, "Ctrl"), "Ctrl"),
        (Elide(look, "Halden Bank"), "Halden Bank"), (Marked(look, "We have decided", [(0, 2)]), "We have decided"),
    ]  # fmt: skip
    for piece, name in pieces:
        qtbot.addWidget(piece)
        assert heard(piece) == (QAccessible.Role.StaticText, name)


def test_the_place_we_are_in_stays_marked_when_pressed(look: Look, page: QWidget, qtbot: QtBot) -> None:
    here = NavButton(look, "Interviews", "briefcase-business")
    here.setChecked(True)
    show(page, here, qtbot=qtbot)
    with qtbot.waitSignal(here.clicked):
        QTest.mouseClick(here, Qt.MouseButton.LeftButton)
    assert here.isChecked()


def test_sizes_follow_the_text_size(look: Look, qtbot: QtBot) -> None:
    pieces = [
        Pill(look, "calm"), Tick(look, "Tick"), Chip(look, "Offer"), Sure(look, 2), KeyCap(look, "Esc"),
        Mark(look, "ok"), Part(look, 1, "What happened"), NavButton(look, "Lessons", "layers"), Elide(look, "Words"),
    ]  # fmt: skip
    small = []
    for piece in pieces:
        qtbot.addWidget(piece)
        small.append(max(piece.sizeHint().height(), piece.minimumHeight()))
    look.apply("dark", 150)
    for piece, before in zip(pieces, small, strict=True):
        assert max(piece.sizeHint().height(), piece.minimumHeight()) > before, type(piece).__name__


def test_label_never_reads_html(qtbot: QtBot, look: Look) -> None:
    words = label("<b>bold</b> & <img src=x>", wrap=True)
    qtbot.addWidget(words)
    assert words.textFormat() == Qt.TextFormat.PlainText
    assert heard(words)[1] == "<b>bold</b> & <img src=x>"


def test_elided_line_tells_the_whole_in_its_tooltip(look: Look, qtbot: QtBot) -> None:
    line = Elide(look, "Kestrel Health, Data Platform Engineer")
    qtbot.addWidget(line)
    line.resize(60, 20)
    with qtbot.waitExposed(line):
        line.show()
    assert line.toolTip() == "Kestrel Health, Data Platform Engineer"
    line.resize(500, 20)
    assert line.toolTip() == ""
    line.hide()


def test_longest_name_does_not_set_the_width_of_the_window(look: Look, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    endless = "Donaudampfschifffahrtsgesellschaft" * 8
    holder.setLayout(column((Elide(look, endless), 1), label(endless, wrap=True), Marked(look, endless)))
    assert holder.minimumSizeHint().width() < 200


def test_marked_words_lie_on_the_mark_colour_and_are_never_html(look: Look, qtbot: QtBot) -> None:
    text = "🙂 <b>no</b> we go on"
    marked = Marked(look, text, [(text.index("we"), text.index("we") + 2)])
    qtbot.addWidget(marked)
    marked.resize(400, marked.heightForWidth(400))
    image = marked.grab().toImage()
    columns = [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y).name() == tokens.LIGHT["mark"].lower() for y in range(image.height()))
    ]
    font = look.font("read")
    start = QFontMetricsF(font).horizontalAdvance(text[: text.index("we")])
    assert columns and abs(columns[0] - start) <= 3
    assert columns[-1] - columns[0] < 40


def test_marked_text_is_taller_when_narrow(look: Look, qtbot: QtBot) -> None:
    marked = Marked(look, "We have decided not to move forward with your application at this time. " * 3)
    qtbot.addWidget(marked)
    assert marked.heightForWidth(200) > 2 * marked.heightForWidth(800)


def test_flow_breaks_into_lines_and_says_how_tall(look: Look, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = Flow(*[Pill(look, word) for word in ("hopeful", "calm", "curious", "tense", "blank", "embarrassed")])
    holder.setLayout(flow)
    one, two = flow.heightForWidth(2000), flow.heightForWidth(220)
    assert one == look.px(26)
    assert two >= 2 * one
    holder.resize(220, two)
    with qtbot.waitExposed(holder):
        holder.show()
    areas = [flow.itemAt(at).geometry() for at in range(flow.count())]  # type: ignore[union-attr]
    assert all(QRect(0, 0, 220, two).contains(area) for area in areas)
    assert not any(a.intersects(b) for at, a in enumerate(areas) for b in areas[at + 1 :])
    holder.hide()


def test_box_refuses_what_it_cannot_hold(look: Look) -> None:
    with pytest.raises(TypeError):
        row("words without a label")


def test_boxes_grow_with_the_text(look: Look) -> None:
    look.apply("light", 150)
    assert column(space=8, margins=(10, 0, 0, 0)).spacing() == 12


def test_writing_grows_with_its_text(look: Look, page: QWidget, qtbot: QtBot) -> None:
    field = Writing(look, "What did you say?", 2)
    show(page, field, qtbot=qtbot)
    empty = field.height()
    field.set_text("one\ntwo")
    assert field.height() == empty, "two lines were promised"
    field.set_text("one\ntwo\nthree\nfour")
    assert field.height() > empty
    assert field.height() >= field.document().size().height()
    field.set_text("")
    assert field.height() == empty


def test_writing_in_a_sliver_does_not_inflate_the_window(look: Look, qtbot: QtBot) -> None:
    field = Writing(look)
    qtbot.addWidget(field)
    field.resize(30, 40)
    before = field.height()
    field.set_text("words " * 200)
    assert field.height() == before


def test_writing_says_edited_once_after_a_pause(
    look: Look, page: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing_module, "PAUSE", 40)
    field = Writing(look)
    show(page, field, qtbot=qtbot)
    told: list[str] = []
    field.edited.connect(lambda: told.append(field.text()))
    QTest.keyClicks(field, "Think aloud")
    assert told == [], "not while typing"
    qtbot.waitUntil(lambda: told == ["Think aloud"])


def test_writing_says_edited_when_it_is_left(look: Look, page: QWidget, qtbot: QtBot) -> None:
    field, other = Writing(look), Writing(look)
    show(page, field, other, qtbot=qtbot)
    field.setFocus()
    QTest.keyClicks(field, "calm")
    with qtbot.waitSignal(field.edited, timeout=300):
        QTest.keyClick(field, Qt.Key.Key_Tab)
    assert other.hasFocus(), "Tab goes on"
    with qtbot.assertNotEmitted(field.edited):
        field.flush()


def test_filling_a_writing_is_not_an_edit(look: Look, page: QWidget, qtbot: QtBot) -> None:
    field = Writing(look)
    show(page, field, qtbot=qtbot)
    with qtbot.assertNotEmitted(field.edited):
        field.set_text("from the journal")
        field.flush()
    assert field.text() == "from the journal"
    assert not field.document().isUndoAvailable()


def test_paste_takes_the_words_and_leaves_the_clothes(look: Look, qtbot: QtBot) -> None:
    field = Writing(look)
    qtbot.addWidget(field)
    mime = QMimeData()
    mime.setHtml("<h1 style='color:red'>Thank you</h1>")
    mime.setText("Thank you")
    field.insertFromMimeData(mime)
    assert field.text() == "Thank you"
    assert field.textCursor().charFormat().fontWeight() <= 400


def test_paste_of_a_novel_is_handed_on(look: Look, qtbot: QtBot) -> None:
    field = Writing(look)
    qtbot.addWidget(field)
    mime = QMimeData()
    mime.setText("ä" * 100_001)
    with qtbot.waitSignal(field.too_long) as told:
        field.insertFromMimeData(mime)
    assert told.args == ["ä" * 100_001]
    assert field.text() == ""


def test_files_are_left_to_the_window(look: Look, qtbot: QtBot) -> None:
    field = Writing(look)
    qtbot.addWidget(field)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/tmp/answer.eml")])
    assert not field.canInsertFromMimeData(mime)


def test_writing_keeps_its_line_in_sight(look: Look, page: QWidget, qtbot: QtBot) -> None:
    field = Writing(look)
    body = QWidget()
    body.setLayout(column(QLabel("above"), field, "*"))
    area = scroll(body)
    show(page, area, qtbot=qtbot)
    field.setFocus()
    for _line in range(30):
        QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "last")
    qtbot.waitUntil(lambda: area.rect().contains(field.viewport().mapTo(area, field.cursorRect().center())))


def test_toast_offers_the_way_back_once(look: Look, page: QWidget, qtbot: QtBot) -> None:
    show(page, qtbot=qtbot)
    toast, undone = Toast(page, look), []
    assert toast.isHidden()
    toast.say("Kestrel Health is marked Not this time.", "Undo", "Ctrl+Z", lambda: undone.append(1))
    assert toast.isVisible()
    assert page.rect().contains(toast.geometry())
    action = toast.findChild(QWidget, "toast-action")
    assert action is not None
    assert heard(action) == (QAccessible.Role.Button, "Undo")
    QTest.mouseClick(action, Qt.MouseButton.LeftButton)
    assert undone == [1]
    assert toast.isHidden()


def test_toast_leaves_by_itself(look: Look, page: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toast_module, "STAYS", 30)
    show(page, qtbot=qtbot)
    toast = Toast(page, look)
    toast.say("Saved.")
    assert toast.isVisible()
    qtbot.waitUntil(toast.isHidden)


def test_toast_fades_only_where_motion_is_welcome(look: Look, page: QWidget, qtbot: QtBot) -> None:
    show(page, qtbot=qtbot)
    look.motion = True
    toast = Toast(page, look)
    toast.say("Saved.")
    toast.leave()
    assert toast.isVisible(), "fading"
    qtbot.waitUntil(toast.isHidden)
    look.motion = False
    toast.say("Saved.")
    toast.leave()
    assert toast.isHidden()


def test_toast_follows_its_window(look: Look, page: QWidget, qtbot: QtBot) -> None:
    show(page, qtbot=qtbot)
    toast = Toast(page, look)
    toast.say("A long sentence about what has just happened to Kestrel Health and to nobody else.")
    page.resize(320, 400)
    qtbot.waitUntil(lambda: page.rect().contains(toast.geometry()))
    assert page.height() - toast.geometry().bottom() > look.px(50), "the foot of the page stays free"


def test_card_is_drawn_in_the_theme(look: Look, qtbot: QtBot) -> None:
    card = Card(look, "taught_wash", "taught_line")
    qtbot.addWidget(card)
    card.resize(80, 60)
    look.apply("dark", 100)
    assert card.grab().toImage().pixelColor(40, 30).name() == tokens.DARK["taught_wash"].lower()


def test_a_tooltip_says_signs_as_they_are_and_shows_no_picture(look: Look, page: QWidget) -> None:
    for text in ("AT&T", '<img src="file:///etc/hostname">', "R&D\n<b>both</b>", "plain"):
        found = QTextDocument()
        found.setHtml(tip(text))
        assert found.toPlainText() == text
