"""Settings: kept from one start to the next; what cannot be understood keeps its default."""

from __future__ import annotations

import json
from pathlib import Path

from afterword.preferences import Preferences, load, save


def test_what_was_set_is_there_the_next_time(tmp_path: Path) -> None:
    wanted = Preferences(theme="dark", text_scale=120, group="month", search=1 << 62, splitter=[652, 424])
    save(tmp_path / "settings" / "preferences.json", wanted)
    assert load(tmp_path / "settings" / "preferences.json") == wanted


def test_what_a_newer_version_wrote_or_a_hand_keeps_its_default(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    strange = {"theme": "sepia", "group": "mood", "sort": 7, "splitter": ["wide"], "columns": [None], "text_scale": 900}
    path.write_text(json.dumps(strange | {"density": "compact", "unknown": 1}))
    assert load(path) == Preferences(density="compact", text_scale=150)
    path.write_text("{not json")
    assert load(path) == Preferences()
