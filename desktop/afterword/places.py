"""Where things are on this computer: the journal, the settings, the bundled resources."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs

NAME = "afterword"


@dataclass(frozen=True)
class Places:
    """The folders of one person. Made once by `app`, given to whoever needs one."""

    data: Path
    settings: Path
    log: Path

    @property
    def journal(self) -> Path:
        return self.data / "journal.afterword"

    @property
    def sample(self) -> Path:
        return self.data / "sample.afterword"

    @property
    def rescue(self) -> Path:
        """Side file for text that could not be saved."""
        return self.data / "not-saved.txt"

    @property
    def preferences(self) -> Path:
        return self.settings / "preferences.json"

    def make(self) -> None:
        """Create the folders, readable by their owner only where the system knows such a thing. Raises OSError."""
        for folder in (self.data, self.settings, self.log):
            folder.mkdir(parents=True, exist_ok=True)
        if os.name == "posix":
            self.data.chmod(0o700)


def of_this_person() -> Places:
    """The system's own folders for this program; `AFTERWORD_HOME` puts all of them in one place."""
    home = os.environ.get("AFTERWORD_HOME")
    if home:
        return under(Path(home))
    return Places(
        Path(platformdirs.user_data_dir(NAME, appauthor=False)),
        Path(platformdirs.user_config_dir(NAME, appauthor=False)),
        Path(platformdirs.user_log_dir(NAME, appauthor=False)),
    )


def under(folder: Path) -> Places:
    """All folders in one: tests, the tour, and people who carry Afterword on a stick."""
    return Places(folder / "data", folder / "settings", folder / "log")


def resources() -> Path:
    """The bundled files: in the checkout, in the wheel, or in the frozen program."""
    here = Path(__file__).resolve().parent
    bundle = getattr(sys, "_MEIPASS", None)
    candidates = [Path(bundle) / "resources"] if bundle else []
    candidates += [here / "resources", here.parent.parent / "resources"]
    for folder in candidates:
        if (folder / "phrases").is_dir():
            return folder
    raise FileNotFoundError(f"The program's own files are missing; looked in {', '.join(map(str, candidates))}")
