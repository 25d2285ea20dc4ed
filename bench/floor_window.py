"""The floor: Python and a bare PySide6 table window with content. Prints ms from process start, and RSS in MB."""

import os
import sys
import time

START = float(os.environ["BENCH_START"])

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

from memory import resident


class Bare(QAbstractTableModel):
    """So many rows of nothing in particular."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._rows

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 5

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return f"row {index.row()} column {index.column()}" if role == Qt.ItemDataRole.DisplayRole else None


def main() -> None:
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    window = QMainWindow()
    table = QTableView()
    table.setModel(Bare(int(sys.argv[1])))
    window.setCentralWidget(table)
    window.resize(1280, 800)
    window.show()

    def settled() -> None:
        window.grab()
        taken = (time.time() - START) * 1000
        print(f"{taken:.1f} {resident():.1f}")
        application.quit()

    QTimer.singleShot(0, settled)
    application.exec()


main()
