"""Design tokens: the one source of colour and type, in light and dark (pixels at 100 % text size)."""

from __future__ import annotations

LIGHT: dict[str, str] = {
    "window": "#F5F3EF", "base": "#FFFFFF", "page": "#FBFAF7", "sunken": "#F0EDE7", "raised": "#FFFFFF",
    "hover": "#F4F2EE", "hair": "#E7E2DA", "line": "#D9D3C8", "field": "#8E877B",
    "text": "#25221D", "text2": "#5A544A", "text3": "#6F685D", "disabled": "#A59E92",
    "accent": "#3C4F9F", "fill": "#3C4F9F", "fill_hover": "#334489", "fill_press": "#2B3A76", "on_fill": "#FFFFFF",
    "accent_soft": "#E8EBF7", "accent_wash": "#F1F3FB", "accent_line": "#C6CDEB", "accent_mark": "#3C4F9F",
    "sel": "#E6E9F6",
    "taught": "#87480F", "taught_soft": "#FAEDDD", "taught_wash": "#FCF5EA", "taught_line": "#EBCFAE",
    "taught_mark": "#C57B2F",
    "confirm": "#115F58", "confirm_soft": "#DFF1ED", "confirm_wash": "#F0F8F6", "confirm_line": "#B4DAD3",
    "confirm_mark": "#197A6F",
    "wait": "#4A5361", "wait_soft": "#ECEEF2", "wait_wash": "#F6F7F9", "wait_line": "#D3D8E0", "wait_mark": "#8A94A3",
    "quiet": "#5F5A50", "quiet_soft": "#F0EDE7", "quiet_wash": "#FBFAF7", "quiet_line": "#DDD7CC",
    "quiet_mark": "#988F80",
    "mark": "#F7DFBD", "danger": "#A1282B", "danger_soft": "#FBEBE9", "danger_line": "#EDC9C5", "shadow": "#2B251B",
    "toast": "#34312D", "toast_text": "#F6F3EE", "toast_link": "#BCC7FF", "toast_key": "#B9B2A7",
}  # fmt: skip
DARK: dict[str, str] = {
    "window": "#1C1B19", "base": "#242320", "page": "#201F1C", "sunken": "#191816", "raised": "#2C2A27",
    "hover": "#2A2926", "hair": "#34322E", "line": "#423F3A", "field": "#7F796F",
    "text": "#EDE9E2", "text2": "#BDB6AA", "text3": "#A8A093", "disabled": "#6E685E",
    "accent": "#AEBBFF", "fill": "#5165C4", "fill_hover": "#5A6DCB", "fill_press": "#4558B0", "on_fill": "#FFFFFF",
    "accent_soft": "#2B3050", "accent_wash": "#272A3B", "accent_line": "#444C7C", "accent_mark": "#AEBBFF",
    "sel": "#30344F",
    "taught": "#F2BE82", "taught_soft": "#3A2C1D", "taught_wash": "#2D2720", "taught_line": "#5C452B",
    "taught_mark": "#D58F49",
    "confirm": "#83D5CA", "confirm_soft": "#1C3531", "confirm_wash": "#202B29", "confirm_line": "#2E544E",
    "confirm_mark": "#62CBBC",
    "wait": "#BCC4D1", "wait_soft": "#30333A", "wait_wash": "#27292D", "wait_line": "#474C55", "wait_mark": "#7A8494",
    "quiet": "#BDB6AA", "quiet_soft": "#302E2A", "quiet_wash": "#242320", "quiet_line": "#47433D",
    "quiet_mark": "#7C756A",
    "mark": "#5A4327", "danger": "#F2A3A0", "danger_soft": "#3D2322", "danger_line": "#6B3B39", "shadow": "#000000",
    "toast": "#3A3733", "toast_text": "#F6F3EE", "toast_link": "#BCC7FF", "toast_key": "#B9B2A7",
}  # fmt: skip

SANS, SERIF = "Inter", "Literata"
TYPE: dict[str, tuple[int, int]] = {
    "caption": (11, 500), "small": (12, 400), "small_m": (12, 500), "body": (13, 400), "body_m": (13, 500),
    "body_s": (13, 600), "lead": (15, 600), "title": (18, 600), "page": (22, 600),
    "own": (14, 400), "read": (16, 400), "read_s": (16, 600), "quote": (16, 400), "figure": (26, 600),
}  # fmt: skip
"""Role → (pixels, weight)."""
SERIF_ROLES = ("own", "read", "read_s", "quote", "figure")
"""The roles of a person's own words: always Literata."""
READ_LEADING = 112
"""Line height of text to read, in per cent of the font's own."""
LABEL_TONES = (
    "text", "text2", "text3", "disabled", "accent", "on_fill", "taught", "confirm", "wait", "quiet", "danger",
    "toast_text", "toast_link", "toast_key",
)  # fmt: skip
