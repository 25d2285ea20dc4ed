"""The made-up search can be made on any day."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from afterword.journal import rows, sample
from afterword.journal.store import check, open_journal


@pytest.mark.parametrize("later", range(7))
def test_it_is_made_on_every_day_of_the_week(later: int, tmp_path: Path) -> None:
    now = datetime(2025, 3, 17, 9) + timedelta(days=later)
    sample.make(tmp_path / "sample.afterword", now)
    with open_journal(tmp_path / "sample.afterword", lambda: now) as journal:
        assert rows.counts(journal)["interviews"] == 14
        assert check(journal) == []
