"""Afterword's own window on a journal. Prints milliseconds from process start to its content, and RSS in MB."""

import gc
import os
import resource
import sys
import time
from pathlib import Path

START = float(os.environ["BENCH_START"])
gc.disable()

from PySide6.QtCore import QTimer

from afterword import app as program
from afterword import places


def main() -> None:
    application = program.make_application()
    here = places.under(Path(sys.argv[2]))
    here.make()
    app = program.App(application, here)
    app.open(Path(sys.argv[1]))
    window = app.window
    assert window is not None

    def settled() -> None:
        if window.list.table.model().rowCount() == 0 and int(sys.argv[3]):
            QTimer.singleShot(0, settled)
            return
        window.grab()
        taken = (time.time() - START) * 1000
        print(f"{taken:.1f} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.1f}")
        window.close()

    QTimer.singleShot(0, settled)
    application.exec()


main()
