#!/bin/sh
# Freeze the program into build/package/afterword, try it from the inside, and make this system's installer of it.
# The same sources give the same bytes: dates come from the last commit, the order of sets from a fixed seed.
set -eu
cd "$(dirname "$0")/.."

case $(uname -s) in
    Linux) command -v objdump >/dev/null || packaging/linux/system-libraries.sh binutils ;;
esac
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || date -r CHANGELOG.md +%s)
export SOURCE_DATE_EPOCH PYTHONHASHSEED=0 LC_ALL=C.UTF-8 TZ=UTC
umask 022

echo "Building build/package/afterword."
rm -rf build/package
mkdir -p build/package
.venv/bin/python -m PyInstaller --noconfirm --clean --log-level WARN \
    --distpath build/package --workpath build/freeze packaging/afterword.spec

echo "Trying it from the inside."
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
if ! env -i PATH=/usr/bin:/bin HOME="$home" AFTERWORD_HOME="$home/afterword" QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 \
    build/package/afterword/afterword --selftest; then
    echo "The built program does not pass its own test. Nothing was packaged." >&2
    exit 1
fi
du -sh build/package/afterword

if command -v dpkg-deb >/dev/null; then
    QT_QPA_PLATFORM=offscreen .venv/bin/python packaging/linux/deb.py build/package/afterword build/package
else
    echo "The folder build/package/afterword is complete. An installer for this system is not made yet."
fi
