#!/bin/sh
# Write the three lock files anew from pyproject.toml: names, versions and hashes of every platform's wheels.
# Needs uv on the path. What is pinned already stays as it is; with --upgrade, everything moves to its newest.
set -eu
cd "$(dirname "$0")/.."

lock() {
    output=$1
    shift
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
        --no-emit-index-url --no-emit-find-links --output-file "packaging/$output" "$@"
}

# Not again what another lock file has already.
names() {
    sed -n 's/^\([a-z0-9.-]*\)==.*/--no-emit-package=\1/p' "$@"
}

lock requirements.lock "$@" pyproject.toml
printf 'hatchling\neditables\n' | lock requirements-build.lock "$@" -
# shellcheck disable=SC2046 # one argument each is what is meant
lock requirements-dev.lock "$@" --extra dev --extra package --constraint packaging/requirements-build.lock \
    $(names packaging/requirements.lock packaging/requirements-build.lock) pyproject.toml
