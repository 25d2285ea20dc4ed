"""Make a .deb of the frozen program: `deb.py FOLDER OUT`. The same input gives the same bytes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

HERE = Path(__file__).resolve().parent
HOUSE = HERE.parents[1]
NAME = "afterword"
ID = "app.afterword.Afterword"
ICON = HOUSE / "resources" / "icons" / "afterword.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256)

# Opened by name at run time, so no link says that they are needed.
OPENED_LATER = {"libdbus-1-3", "libgl1", "libegl1"}
# Loaded only where the desktop has them anyway; the program runs without.
OPTIONAL = re.compile("printsupport/|platformthemes/|platforminputcontexts/|wayland|WlShell", re.IGNORECASE)

RECOMMENDS = (
    "desktop-file-utils, fonts-noto-color-emoji, libcups2, libwayland-client0, libwayland-cursor0, shared-mime-info"
)

CONTROL = """\
Package: {name}
Version: {version}
Section: misc
Priority: optional
Architecture: {architecture}
Installed-Size: {size}
Depends: {depends}
Recommends: {recommends}
Maintainer: Afterword contributors <contributors@afterword.invalid>
Description: journal for a job search that turns each no into something useful
 Afterword keeps applications and interviews, and helps to write down what each
 one taught. A letter dropped on its window is read, and what was understood is
 shown with the sentence it came from. Everything can be undone, searched and
 printed.
 .
 All of it stays in one file on this computer. The program opens no network
 connection. Removing the package leaves that file where it is.
"""

HISTORY = """\
{name} ({version}) unstable; urgency=medium

  * What has changed is in CHANGELOG.md.gz.

 -- Afterword contributors <contributors@afterword.invalid>  {moment:%a, %d %b %Y %H:%M:%S +0000}
"""

LAUNCHER = "../lib/afterword/afterword"


def main(folder: Path, out: Path) -> None:
    """Lay out the tree in a scratch folder, and pack it."""
    version, moment = _version(), _moment()
    architecture = _run("dpkg", "--print-architecture").strip()
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / "root"
        _place_program(folder, root)
        _place_desktop(root, version, moment)
        _place_documents(root, version, moment)
        _make_same(root)
        _write_control(root, version, architecture, _depends(root / "usr/lib" / NAME))
        package = out / f"{NAME}_{version}_{architecture}.deb"
        _run("dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(package))
    print(f"{package}, {package.stat().st_size >> 20} MB")


def _run(*command: str, **environment: str) -> str:
    surroundings = {**os.environ, **environment}
    return subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE, env=surroundings).stdout


def _version() -> str:
    text = (HOUSE / "pyproject.toml").read_text(encoding="utf-8")
    found = re.search(r'^version = "([^"]+)"', text, re.MULTILINE)
    assert found, "pyproject.toml has no version"
    return found[1]


def _moment() -> datetime:
    return datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), UTC)


def _place_program(folder: Path, root: Path) -> None:
    shutil.copytree(folder, root / "usr/lib" / NAME, symlinks=True)
    binaries = root / "usr/bin"
    binaries.mkdir(parents=True)
    (binaries / NAME).symlink_to(LAUNCHER)


def _place_desktop(root: Path, version: str, moment: datetime) -> None:
    share = root / "usr/share"
    for source, place in (
        (f"{ID}.desktop", f"applications/{ID}.desktop"),
        (f"{ID}.metainfo.xml", f"metainfo/{ID}.metainfo.xml"),
        (ICON, f"icons/hicolor/scalable/apps/{ID}.svg"),
    ):
        target = share / place
        target.parent.mkdir(parents=True, exist_ok=True)
        text = (HERE / source).read_text(encoding="utf-8")
        target.write_text(text.replace("@VERSION@", version).replace("@DATE@", f"{moment:%Y-%m-%d}"), encoding="utf-8")
    _draw_icons(share / "icons/hicolor")


def _draw_icons(hicolor: Path) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication([NAME])
    drawing = QSvgRenderer(str(ICON))
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        drawing.render(painter)
        painter.end()
        target = hicolor / f"{size}x{size}" / "apps" / f"{ID}.png"
        target.parent.mkdir(parents=True)
        assert image.save(str(target)), target
    del application


def _place_documents(root: Path, version: str, moment: datetime) -> None:
    """The licence of this program, and of everything that comes along in it."""
    documents = root / "usr/share/doc" / NAME
    documents.mkdir(parents=True)
    parts = [(HERE / "copyright").read_text(encoding="utf-8")]
    for notice in sorted(path for path in (HOUSE / "resources").rglob("*") if _is_a_notice(path)):
        parts.append(_section(str(notice.relative_to(HOUSE)), notice))
    parts += [_section(f"{name} (what comes along)", licence) for name, licence in _licences()]
    (documents / "copyright").write_text("".join(parts), encoding="utf-8")
    _pack(HOUSE / "CHANGELOG.md", documents / "CHANGELOG.md.gz")
    history = documents / "changelog"
    history.write_text(HISTORY.format(name=NAME, version=version, moment=moment), encoding="utf-8")
    _pack(history, documents / "changelog.gz")
    history.unlink()
    manual = root / "usr/share/man/man1"
    manual.mkdir(parents=True)
    _pack(HERE / f"{NAME}.1", manual / f"{NAME}.1.gz")


def _pack(source: Path, target: Path) -> None:
    with target.open("wb") as packed:
        subprocess.run(["gzip", "-9nc", str(source)], check=True, stdout=packed)


def _section(title: str, source: Path) -> str:
    return f"\n{title}\n{'-' * 70}\n{source.read_text(encoding='utf-8')}"


def _licences() -> Iterator[tuple[str, Path]]:
    """The licence files of Python and of the packages in the frozen program."""
    standard = Path(sysconfig.get_path("stdlib"))
    of_python = (standard / "LICENSE.txt", Path("/usr/share/doc") / standard.name / "copyright")
    yield "Python", next(path for path in of_python if path.is_file())
    pins = (HERE.parent / "requirements.lock").read_text(encoding="utf-8")
    for name in re.findall(r"^([\w.-]+)==", pins, re.MULTILINE):
        try:
            files = distribution(name).files or []
        except PackageNotFoundError:  # pinned for another system
            continue
        for file in files:
            if ".dist-info" in str(file) and re.search("LICEN[CS]E|COPYING", file.name):
                yield name, Path(str(file.locate()))


def _is_a_notice(path: Path) -> bool:
    return path.is_file() and bool(re.search(r"OFL|LICEN[CS]E|NOTICE", path.name, re.IGNORECASE))


def _make_same(root: Path) -> None:
    """The same rights whoever builds; the dates are set by dpkg-deb from SOURCE_DATE_EPOCH."""
    for path in root.rglob("*"):
        if not path.is_symlink():
            program = path.is_dir() or path.name == NAME
            path.chmod(0o755 if program else 0o644)


def _depends(program: Path) -> str:
    """The packages of the libraries that the program links to, and of those it opens by name."""
    found = set(OPENED_LATER)
    binaries = [program / NAME, *sorted(program.rglob("*.so*"))]
    for binary in binaries:
        if not OPTIONAL.search(str(binary.relative_to(program))):
            found |= {_package_of(library) for library in _libraries(binary, program)}
    libc = _run("dpkg-query", "-W", "-f", "${Version}", "libc6").split("-")[0]
    found.discard("libc6")
    return ", ".join([f"libc6 (>= {libc})", *sorted(found)])


def _libraries(binary: Path, program: Path) -> set[str]:
    text = _run("ldd", str(binary), LD_LIBRARY_PATH=str(program / "_internal"))
    missing = re.findall(r"(\S+) => not found", text)
    if missing:
        sys.exit(f"{binary.name} needs {', '.join(missing)}, which this system does not have: nothing was packaged.")
    paths = re.findall(r"=> (/\S+)", text)
    direct = set(re.findall(r"NEEDED\s+(\S+)", _run("objdump", "-p", str(binary))))
    return {path for path in paths if Path(path).name in direct and not path.startswith(str(program))}


_known: dict[str, str] = {}


def _package_of(library: str) -> str:
    if library not in _known:
        for path in (library, os.path.realpath(library), f"/usr{library}"):
            answer = subprocess.run(["dpkg", "-S", path], text=True, capture_output=True, check=False)
            if answer.returncode == 0:
                _known[library] = answer.stdout.split(":")[0]
                break
        else:
            sys.exit(f"No package of this system has {library}: nothing was packaged.")
    return _known[library]


def _write_control(root: Path, version: str, architecture: str, depends: str) -> None:
    size = sum(path.stat().st_size for path in root.rglob("*") if path.is_file() and not path.is_symlink()) >> 10
    control = root / "DEBIAN"
    control.mkdir()
    text = CONTROL.format(
        name=NAME, version=version, architecture=architecture, size=size, depends=depends, recommends=RECOMMENDS
    )
    (control / "control").write_text(text, encoding="utf-8")
    sums = _run("sh", "-c", f"cd '{root}' && find usr -type f | LC_ALL=C sort | xargs -d '\\n' md5sum")
    (control / "md5sums").write_text(sums, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
