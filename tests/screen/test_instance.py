"""Two starts on one journal: the second hands its files to the first, and never opens the journal twice."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from afterword import screen
from afterword.screen.instance import Instance, hand_over


def test_the_second_start_is_refused_and_its_files_arrive(qtbot: QtBot, tmp_path: Path) -> None:
    journal = tmp_path / "journal.afterword"
    first, second = Instance(journal), Instance(journal)
    assert first.claim()
    assert not second.claim()
    program = (
        "import sys; from pathlib import Path; from afterword.screen.instance import hand_over; "
        f"sys.exit(0 if hand_over(Path({str(journal)!r}), ['/letters/no.eml']) else 1)"
    )
    folder = Path(screen.__file__).parents[2]
    with qtbot.waitSignal(first.handed, timeout=20_000) as heard:
        sender = subprocess.Popen([sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": str(folder)})
    assert heard.args == [["/letters/no.eml"]]
    qtbot.waitUntil(lambda: sender.poll() is not None, timeout=20_000)
    assert sender.returncode == 0
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
