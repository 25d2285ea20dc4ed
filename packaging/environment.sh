#!/bin/sh
# Make .venv with exactly the pinned packages. Usage: packaging/environment.sh run|tools
# `run` is what the program needs; `tools` adds what tests, measures and packages it. A second call is instant.
set -eu
cd "$(dirname "$0")/.."
what=${1:-run}
ready=.venv/ready-$what
here=$(pwd -P)

say() { printf '%s\n' "$*" >&2; }
stop() { say "$@"; exit 1; }

right_version() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 python; do
        if right_version "$name"; then command -v "$name"; return; fi
    done
    found=$(python3 --version 2>/dev/null || python --version 2>/dev/null || true)
    stop "Afterword needs Python 3.11 or newer; this computer has ${found:-none}." \
        "Install it (on Debian or Ubuntu: apt-get install python3 python3-venv), or name one: make run PYTHON=/path/to/python3"
}

make_venv() {
    python=$(find_python)
    if ! "$python" -c 'import venv, ensurepip' >/dev/null 2>&1; then
        packaging/linux/system-libraries.sh python3-venv || true
        "$python" -c 'import venv, ensurepip' >/dev/null 2>&1 || stop \
            "Python's venv module is missing. On Debian or Ubuntu: apt-get install python3-venv"
    fi
    say "Making .venv with $("$python" --version)."
    rm -rf .venv
    "$python" -m venv .venv
}

install() {
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input "$@" </dev/null
}

# Ready means: made here (a moved folder has a broken .venv), by a Python that still runs, from these very pins.
if [ -f "$ready" ] && [ "$(cat "$ready")" = "$here" ] && [ -x .venv/bin/python ] && .venv/bin/python -c '' 2>/dev/null; then
    old=$(find pyproject.toml packaging/*.lock packaging/environment.sh packaging/linux/system-libraries.sh -newer "$ready")
    [ -n "$old" ] || exit 0
fi

packaging/linux/system-libraries.sh
if ! { [ -x .venv/bin/python ] && right_version .venv/bin/python && .venv/bin/python -m pip --version >/dev/null 2>&1; }; then
    make_venv
fi
say "Installing the pinned packages. The first time takes a minute or two."
# The lock files are complete; left to look for itself, pip stumbles over newer releases that have no pin.
install --no-deps --require-hashes -r packaging/requirements.lock -r packaging/requirements-build.lock
if [ "$what" = tools ]; then install --no-deps --require-hashes -r packaging/requirements-dev.lock; fi
install --no-deps --no-build-isolation --editable .
for stage in run "$what"; do printf '%s\n' "$here" >".venv/ready-$stage"; done
