"""Afterword's own window on a journal, composed as `cli` does it. Prints milliseconds, and RSS in MB.

Settled means everything: rows, counts, what comes next, and the detail of the first row.
"""

import gc
import os
import sys
import time
from pathlib import Path

START = float(os.environ["BENCH_START"])
gc.disable()

# As `cli` does: before Qt, which reads the source of each module that is imported after it.
from afterword.journal import interviews, searches  # noqa: F401

from afterword import app as program  # isort: skip
from afterword import places  # isort: skip

from PySide6.QtCore import QTimer

from memory import resident


def main() -> None:
    application = program.make_application()
    here = places.under(Path(sys.argv[2]))
    here.make()
    app = program.App(application, here)
    app.open(Path(sys.argv[1]))
    window = app.window
    assert window is not None

    def settled() -> None:
        if window.list.current() is None:
            QTimer.singleShot(0, settled)
            return
        window.grab()
        taken = (time.time() - START) * 1000
        print(f"{taken:.1f} {resident():.1f}")
        window.close()

    QTimer.singleShot(0, settled)
    application.exec()


main()
