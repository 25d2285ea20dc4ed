"""What mail programs and browsers hand over in a drop, format by format, as it was recorded of each."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QPainter, QPdfWriter

from mail import ole
from whole import given

NO = given.a_letter()
OTHER = given.a_letter(
    given.REFUSAL.replace("Kestrel Health", "Bramble Energy").replace("Data Platform Engineer", "Data Engineer"),
    "Your application at Bramble Energy", "Tom Reed <tom@brambleenergy.example>",
)  # fmt: skip
WINDOWS = 'application/x-qt-windows-mime;value="{}"'
TABLE = "From\tSubject\tReceived\tSize\r\nMira Holt\tYour application at Kestrel Health\t18.03.2025 09:12\t14 KB\r\n"
Make = Callable[[Path], QMimeData]


def files(folder: Path, **contents: bytes) -> QMimeData:
    """Files on disk, as a file manager gives them; "_" in a name is its dot."""
    mime = QMimeData()
    urls = []
    for name, data in contents.items():
        path = folder / name.replace("_", ".")
        path.write_bytes(data)
        urls.append(QUrl.fromLocalFile(str(path)))
    mime.setUrls(urls)
    return mime


def thunderbird(folder: Path) -> QMimeData:
    mime = files(folder, Your_eml=b"X-Mozilla-Status: 0001\r\n" + NO)
    mime.setData("application/x-moz-custom-clipdata", b"\0\0\0\1")
    mime.setData("application/x-moz-file-promise-url", "mailbox:///home/noa/Inbox?number=3".encode("utf-16-le"))
    mime.setData("application/x-moz-file-promise-dest-filename", "Your.eml".encode("utf-16-le"))
    mime.setData("XdndDirectSave0", b"E")
    mime.setText("mailbox-message://nobody@Local%20Folders/Inbox#3")
    return mime


def thunderbird_several(folder: Path) -> QMimeData:
    mime = files(folder, one_eml=NO, two_eml=OTHER)
    mime.setData("application/x-moz-internal-item-list", b"\0")
    return mime


def thunderbird_links(_folder: Path) -> QMimeData:
    """Several, on Windows: text only, one after the other without a space."""
    mime = QMimeData()
    link = "mailbox-message://nobody@Local%20Folders/Inbox#"
    mime.setText(f"{link}3{link}7{link}12")
    return mime


def link(text: str) -> Make:
    def make(_folder: Path) -> QMimeData:
        mime = QMimeData()
        mime.setUrls([QUrl(text)])
        return mime

    return make


def evolution(folder: Path) -> QMimeData:
    box = b"".join(b"From noa@lind.example Tue Mar 18 09:12:00 2025\n" + each + b"\n\n" for each in (NO, OTHER))
    path = folder / "Messages from Inbox"
    path.write_bytes(box.replace(b"\r\n", b"\n"))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    mime.setData("x-uid-list", b"inbox\0" + b"1\0" + b"2\0")
    return mime


def claws(folder: Path) -> QMimeData:
    mime = QMimeData()
    path = folder / "Your application.1.txt"
    path.write_bytes(NO)
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    mime.setData("claws-mail/msg-path-list", b"#mh/Mailbox/inbox/1")
    return mime


def kmail(_folder: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl("akonadi:?item=42&type=message/rfc822")])
    mime.setData("message/rfc822", NO)
    return mime


def descriptor(*names: str) -> bytes:
    """A FILEGROUPDESCRIPTORW."""
    records = (struct.pack("<I", 4) + bytes(68) + name.encode("utf-16-le").ljust(520, b"\0") for name in names)
    return struct.pack("<I", len(names)) + b"".join(records)


def outlook_attachments(_folder: Path) -> QMimeData:
    mime = QMimeData()
    mime.setData(WINDOWS.format("FileGroupDescriptorW"), descriptor("C:\\temp\\one.eml", "two.eml"))
    for number, data in enumerate((NO, OTHER)):
        mime.setData(f"{WINDOWS.format('FileContents')};index={number}", data)
    return mime


def outlook_one_attachment(_folder: Path) -> QMimeData:
    """Some answer only without the number when there is one file."""
    mime = QMimeData()
    name = b"application.eml"
    record = bytes(72) + name.ljust(260, b"\0")
    mime.setData(WINDOWS.format("FileGroupDescriptor"), struct.pack("<I", 1) + record)
    mime.setData(WINDOWS.format("FileContents"), NO)
    return mime


def outlook_message(_folder: Path) -> QMimeData:
    """A message of classic Outlook: its content is of a kind that never arrives."""
    mime = QMimeData()
    for name, data in (
        ("RenPrivateMessages", bytes(420)), ("RenPrivateSourceFolder", bytes(20)), ("Object Descriptor", bytes(60)),
        ("FileGroupDescriptorW", descriptor("Your application.msg")), ("Csv", b"From,Subject"),
    ):  # fmt: skip
        mime.setData(WINDOWS.format(name), data)
    mime.setData(f"{WINDOWS.format('FileContents')};index=0", b"")
    mime.setText(TABLE)
    return mime


def new_outlook(_folder: Path) -> QMimeData:
    mime = QMimeData()
    mime.setData(WINDOWS.format("Chromium Web Custom MIME Data Format"), b'{"itemType":"mailmessage"}')
    mime.setData(WINDOWS.format("FileGroupDescriptorW"), descriptor("Your application.eml"))
    return mime


def firefox_selection(_folder: Path) -> QMimeData:
    mime = QMimeData()
    mime.setText(given.REFUSAL)
    body = "".join(f"<p>{each}</p>" for each in given.REFUSAL.split("\n\n"))
    head = '<meta http-equiv="content-type" content="text/html; charset=utf-8">'
    mime.setData("text/html", (head + body).encode())
    mime.setData("text/_moz_htmlinfo", b"0,0")
    return mime


def chromium_selection(_folder: Path) -> QMimeData:
    mime = QMimeData()
    mime.setText(given.REFUSAL)
    mime.setData("text/html", b"\xef\xbb\xbf" + f"<div>{given.REFUSAL}</div>".encode())
    mime.setData("chromium/x-renderer-taint", b"")
    return mime


def firefox_link(_folder: Path) -> QMimeData:
    url = "https://mail.example/inbox/17"
    mime = QMimeData()
    mime.setUrls([QUrl(url)])
    mime.setData("_NETSCAPE_URL", f"{url}\nYour application".encode())
    mime.setHtml(f'<a href="{url}">Your application</a>')
    mime.setText(url)
    return mime


def only(name: str) -> Make:
    """A drop with one format that nothing can be read from."""

    def make(_folder: Path) -> QMimeData:
        mime = QMimeData()
        mime.setData(name, b"\x01\x00\x00\x00")
        return mime

    return make


def calendar_entry(folder: Path) -> QMimeData:
    entry = (
        "BEGIN:VCALENDAR\r\nPRODID:-//Kestrel//EN\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\n"
        "UID:k1@kestrelhealth.example\r\nDTSTAMP:20250318T081200Z\r\nDTSTART:20250327T133000Z\r\n"
        "SUMMARY:Interview with Kestrel Health\r\nORGANIZER;CN=Mira Holt:MAILTO:mira.holt@kestrelhealth.example\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    return files(folder, invite_ics=entry.encode())


def outlook_file(folder: Path) -> QMimeData:
    values = {
        0x37: "Your application at Kestrel Health", 0x1000: given.REFUSAL, 0xC1A: "Mira Holt",
        0xC1F: "mira.holt@kestrelhealth.example",
    }  # fmt: skip
    return files(folder, news_msg=ole.msg(values))


def pdf(folder: Path) -> QMimeData:
    """A letter as a PDF file."""
    path = folder / "letter.pdf"
    writer = QPdfWriter(str(path))
    painter = QPainter(writer)
    for number, line in enumerate(given.REFUSAL.split("\n")):
        painter.drawText(200, 400 + 300 * number, line)
    painter.end()
    data = path.read_bytes()
    return files(folder, letter_pdf=data)
