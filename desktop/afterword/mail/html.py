"""HTML to plain text, for reading only: nothing is rendered, fetched or kept as HTML."""

from __future__ import annotations

import html as entities
import re
from typing import Any

LIMIT = 2 * 1024 * 1024  # characters of HTML that are looked at
MOST_TAGS = 60_000
DEEPEST = 400  # tags left open; a real mail has some dozens

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|<!\[[^>]*>|<\?[^>]*>", re.DOTALL)
_NO_TEXT = re.compile(r"<(script|style|head|title|template|noscript)\b[^>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_UNCLOSED_TITLE = re.compile(r"<(?:title|textarea|xmp|plaintext|noframes|iframe)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*)[^>]*>")
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all"
    r"|font-size\s*:\s*0(?![.\d]*[1-9])",
    re.IGNORECASE,
)

_SILENT = frozenset({
    "script", "style", "head", "title", "template", "noscript", "svg", "math", "object", "select", "textarea",
})  # fmt: skip
_BLOCKS = frozenset({
    "p", "div", "br", "tr", "table", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "blockquote",
    "section", "article", "header", "footer", "pre", "center", "dl", "dt", "dd", "address", "form", "body",
})  # fmt: skip
_GAPS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "blockquote", "pre"})
_VOID = frozenset({
    "br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr", "param",
    "p", "li", "td", "tr", "th", "dt", "dd", "option", "tbody", "thead",
})  # fmt: skip
# Between two cells of a table, and around text that stands in a quotation.
_CELL, _QUOTE, _UNQUOTE, _LINE, _PARAGRAPH = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"


def to_text(html: str) -> str:
    """The text a person would see, links as text, quotations as lines that begin with "> "."""
    html = html[:LIMIT].replace("\x00", "")
    html = _cut_silent(_cut_comments(html))
    html = re.sub("[\ue000-\ue004]", "", html)
    pieces = _flat(html) if _is_pathological(html) else _seen(html)
    return _lines("".join(pieces))


def _cut_comments(html: str) -> str:
    return _COMMENT.sub("", html) if "<!" in html or "<?" in html else html


def _cut_silent(html: str) -> str:
    """Without what is never shown. A title that is never closed would swallow the whole letter: only its tag goes."""
    lower = html.lower()
    for name, inside in (("script", "[^<]*"), ("style", "[^<]*"), ("title", ""), ("template", ""), ("noscript", "")):
        if f"<{name}" in lower and f"</{name}" not in lower:
            html = re.sub(rf"<{name}\b[^>]*>{inside}", "", html, flags=re.IGNORECASE)
    if lower.count("<title") != lower.count("</title"):
        html = re.sub(r"</?title\b[^>]*>", "", html, flags=re.IGNORECASE)
    return _UNCLOSED_TITLE.sub("", _NO_TEXT.sub("", html) if lower.count("<") < MOST_TAGS else html)


def _is_pathological(html: str) -> bool:
    """So many or so deep tags that a browser's tree would take seconds."""
    if html.count("<") > MOST_TAGS:
        return True
    depth = 0
    for match in _TAG.finditer(html):
        if match.group(2).lower() not in _VOID:
            depth += -1 if match.group(1) else 1
            if depth > DEEPEST:
                return True
            depth = max(depth, 0)
    return False


def _flat(html: str) -> list[str]:
    """Without a tree: tags taken out one by one."""
    out, at = [], 0
    for match in _TAG.finditer(html):
        out.append(_words(entities.unescape(html[at : match.start()])))
        name = match.group(2).lower()
        out.append(_PARAGRAPH if name in _GAPS else _LINE if name in _BLOCKS else "")
        at = match.end()
    out.append(_words(entities.unescape(html[at:])))
    return out


def _seen(html: str) -> list[str]:
    from selectolax.lexbor import LexborHTMLParser

    root = LexborHTMLParser(html).body
    out: list[str] = []
    node: Any = root
    while node is not None:
        entered = _enter(node, out)
        if entered and node.first_child is not None:
            node = node.first_child
            continue
        while node is not None and node.next is None and node != root:
            node = node.parent
            _leave(node, out)
            if node == root:
                return out
        node = node.next if node is not None and node != root else None
    return out


def _enter(node: Any, out: list[str]) -> bool:
    """Say what stands before a node; False when its children are not to be seen."""
    tag = node.tag
    if tag == "-text":
        out.append(_words(node.text_content or ""))
        return False
    if tag in _SILENT or tag.startswith(("-", "!", "_")):
        return False
    attributes = node.attributes
    style = attributes.get("style") or ""
    if "hidden" in attributes or (style and _HIDDEN.search(style)):
        return False
    if tag in ("td", "th"):
        out.append(_CELL)
    elif tag in _BLOCKS:
        out.append(_PARAGRAPH if tag in _GAPS else _LINE)
    if tag == "li":
        out.append("- ")
    elif tag == "blockquote" and _is_quotation(attributes):
        out.append(_QUOTE)
    return True


def _leave(node: Any, out: list[str]) -> None:
    tag = node.tag
    if tag == "a":
        _name_link(node, out)
    if tag == "blockquote" and _is_quotation(node.attributes):
        out.append(_UNQUOTE)
    if tag in _BLOCKS:
        out.append(_PARAGRAPH if tag in _GAPS else _LINE)


def _name_link(node: Any, out: list[str]) -> None:
    """Where a link leads, behind its words, when the words do not say so; tracking tails are not shown."""
    target = (node.attributes.get("href") or "").strip()
    found = re.match(r"https?://([^/\s@?#]+)(/[^\s?#]{0,60})?", target)
    if found and len(target) <= 120 and found.group(1) not in (node.text() or ""):
        out.append(f" ({target})")


def _is_quotation(attributes: dict[str, Any]) -> bool:
    return (attributes.get("type") or "").lower() == "cite" or "quote" in (attributes.get("class") or "").lower()


def _words(text: str) -> str:
    return re.sub(r"[ \t\r\n\f]+", " ", text)


def _lines(marked: str) -> str:
    """Marks to line ends, cells, and "> " before quoted lines."""
    out: list[str] = []
    depth = 0
    for piece in re.split("([\ue001-\ue004])", marked):
        if piece == _QUOTE:
            depth += 1
        elif piece == _UNQUOTE:
            depth = max(0, depth - 1)
        elif piece == _PARAGRAPH:
            if out and out[-1].strip("> "):
                out.append("> " * min(depth, 9))
        elif piece and piece != _LINE:
            line = re.sub(f"[ ]*{_CELL}[ {_CELL}]*", "  ", piece).strip(" ")
            if line:
                out.append("> " * min(depth, 9) + line)
    return "\n".join(line.rstrip() for line in out).strip()
