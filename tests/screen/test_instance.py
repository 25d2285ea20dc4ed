"""Two starts on one journal: the second hands its files to the first, and never opens the journal twice."""

from __future__ import annotations

import threading
from pathlib import Path

from afterword.screen.instance import Instance, hand_over
from pytestqt.qtbot import QtBot


def test_the_second_start_is_refused_and_its_files_arrive(qtbot: QtBot, tmp_path: Path) -> None:
    journal = tmp_path / "journal.afterword"
    first, second = Instance(journal), Instance(journal)
    assert first.claim()
    assert not second.claim()
    answered: list[bool] = []
    sender = threading.Thread(target=lambda: answered.append(hand_over(journal, ["/letters/no.eml"])))
    with qtbot.waitSignal(first.handed, timeout=5000) as heard:
        sender.start()
    assert heard.args == [["/letters/no.eml"]]
    qtbot.waitUntil(lambda: not sender.is_alive())
    assert answered == [True]
    first.release()


def test_the_lock_is_free_once_the_window_is_closed(qtbot: QtBot, tmp_path: Path) -> None:
    journal = tmp_path / "journal.afterword"
    first = Instance(journal)
    assert first.claim()
    first.release()
    again = Instance(journal)
    assert again.claim()
    again.release()


def test_nobody_there_to_hand_over_to(tmp_path: Path) -> None:
    assert not hand_over(tmp_path / "journal.afterword", [])


def test_other_journals_have_their_own_lock(qtbot: QtBot, tmp_path: Path) -> None:
    mine, sample = Instance(tmp_path / "mine.afterword"), Instance(tmp_path / "sample.afterword")
    assert mine.claim() and sample.claim()
    mine.release()
    sample.release()
