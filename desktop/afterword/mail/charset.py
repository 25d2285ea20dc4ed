"""Bytes to text, whatever they claim to be."""

from __future__ import annotations

import re

# What mails say, and what they mean. Everything latin is tried as UTF-8 first: old programs mislabel it.
_MEANT = {
    "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "chinesesimplified": "gb18030",
    "ks_c_5601-1987": "cp949", "ks_c_5601": "cp949", "euc-kr": "cp949", "ksc5601": "cp949",
    "shift_jis": "cp932", "x-sjis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "big5": "big5hkscs",
    "iso-8859-8-i": "iso-8859-8", "iso-8859-8-e": "iso-8859-8", "iso-8859-6-i": "iso-8859-6",
    "iso-8859-9": "cp1254", "iso-8859-11": "cp874", "tis-620": "cp874", "x-mac-roman": "mac-roman",
    "macintosh": "mac-roman", "unicode-1-1-utf-7": "utf-7", "x-user-defined": "cp1252", "utf8mb4": "utf-8",
    "unicode": "utf-16", "utf-8-sig": "utf-8",
}  # fmt: skip
_LATIN = frozenset({
    "", "ascii", "us-ascii", "ansi_x3.4-1968", "646", "7bit", "8bit", "utf-8", "utf8", "iso-8859-1", "iso8859-1",
    "iso_8859-1", "latin-1", "latin1", "l1", "cp1252", "windows-1252", "iso-8859-15", "ansi",
})  # fmt: skip
# Only these families are asked of Python: others (punycode, unicode_escape) are slow or are no charsets at all.
_FAMILY = re.compile(
    r"(?:utf|ucs|iso|latin|cp|windows|win|ibm|koi8|big5|gb|hz|euc|shift|sjis|mac|tis|johab|ks|ptcp|kz)[a-z0-9_-]*"
)


def decode(data: bytes, charset: str = "") -> str:
    """Text of `data`; a BOM beats the label, and no label, a wrong or an unknown one still gives text."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    label = charset.strip().strip("\"'").lower()
    name = _MEANT.get(label, label)
    if name not in _LATIN and _FAMILY.fullmatch(name):
        try:
            return data.decode(name, "replace")
        except (LookupError, ValueError, UnicodeError):
            pass
    return _latin(data, "iso-8859-15" if name == "iso-8859-15" else "cp1252")


def _latin(data: bytes, otherwise: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        # Cut in the middle of a letter at the very end, or a few broken bytes in much good UTF-8.
        good = len(re.findall(rb"[\xc2-\xf4][\x80-\xbf]+", data))
        bad = len(re.findall(rb"[\x80-\xff]+", data)) - good
        if (good and error.start >= len(data) - 3) or good > 4 * bad:
            return data.decode("utf-8", "replace")
    return data.decode(otherwise, "replace")


def named_in(html: bytes) -> str:
    """The charset that an HTML page names itself."""
    found = re.search(rb"<meta[^>]+charset\s*=\s*[\"']?([A-Za-z0-9_-]{2,30})", html[:4096], re.IGNORECASE)
    return found.group(1).decode("ascii") if found else ""
