"""One window a journal: a lock for safety, a local socket to hand files to the window that is open."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QThread, QTimer, Signal

from afterword.trouble import Trouble
from afterword.words import _

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_MS = 2000
LISTEN_MS = 100  # after the lock: the window is painted before the network library is loaded


def _address(journal: Path) -> str:
    return "afterword-" + hashlib.sha256(str(journal.resolve()).encode()).hexdigest()[:20]


class Instance(QObject):
    """Holds the journal's lock while this window is open, and hears what a second start hands over."""

    handed = Signal(list)  # paths as text; an empty list means: come to the front

    def __init__(self, journal: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._lock = QLockFile(str(journal) + ".lock")
        # Never stale by age: the default would let a second window in while the first one is busy.
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Take the lock. False when another window holds it. Raises Trouble when the folder cannot be written."""
        if not self._lock.tryLock(0):
            if self._lock.error() == QLockFile.LockError.PermissionError:
                raise Trouble(
                    _("{path} cannot be written.").format(path=self._journal.parent),
                    _("Check that you may write in this folder."),
                )
            return False
        QTimer.singleShot(LISTEN_MS, self, self._listen)
        return True

    def _listen(self) -> None:
        from PySide6.QtNetwork import QLocalServer

        if not self._lock.isLocked():
            return
        address = _address(self._journal)
        QLocalServer.removeServer(address)  # only while we hold the lock: what is left of a crash
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._hear)
        self._server.listen(address)

    def release(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _hear(self) -> None:
        if self._server is None:
            return
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._take(socket))
        socket.disconnected.connect(socket.deleteLater)

    def _take(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        try:
            files = json.loads(bytes(socket.readLine().data()).decode())
        except ValueError:
            files = []
        socket.write(b"ok\n")
        socket.flush()
        self.handed.emit([str(each) for each in files] if isinstance(files, list) else [])


def hand_over(journal: Path, files: Sequence[str]) -> bool:
    """Give `files` to the window that has this journal open, and bring it to the front. False: nobody answered."""
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    end = time.monotonic() + PATIENCE_MS / 1000
    socket.connectToServer(_address(journal))
    while not socket.waitForConnected(PATIENCE_MS):
        if time.monotonic() > end:
            return False
        QThread.msleep(50)  # it may be starting, and not listen yet
        socket.connectToServer(_address(journal))
    socket.write(json.dumps(list(files)).encode() + b"\n")
    if socket.bytesToWrite() and not socket.waitForBytesWritten(PATIENCE_MS):
        return False
    # The answer may be here already; then waiting would wait for a second one.
    heard = socket.bytesAvailable() > 0 or socket.waitForReadyRead(PATIENCE_MS)
    socket.disconnectFromServer()
    return heard
