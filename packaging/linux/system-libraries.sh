#!/bin/sh
# The system libraries that Qt opens but does not bring: install what is missing when we may, name it when we may not.
# Usage: packaging/linux/system-libraries.sh [MORE-DEBIAN-PACKAGES…]
# Fails only when nothing at all could run; a missing library of the window alone is no reason to stop a test.
set -eu
[ "$(uname -s)" = Linux ] || exit 0

# library package: the first seven for anything at all, the others for a window on an X11 screen
everywhere='libEGL.so.1=libegl1 libGL.so.1=libgl1 libdbus-1.so.3=libdbus-1-3 libfontconfig.so.1=libfontconfig1
    libglib-2.0.so.0=libglib2.0-0 libxkbcommon.so.0=libxkbcommon0 libgssapi_krb5.so.2=libgssapi-krb5-2'
window='libxcb-cursor.so.0=libxcb-cursor0 libxcb-icccm.so.4=libxcb-icccm4 libxcb-keysyms.so.1=libxcb-keysyms1
    libxcb-shape.so.0=libxcb-shape0 libxkbcommon-x11.so.0=libxkbcommon-x11-0'

PATH=$PATH:/usr/sbin:/sbin
say() { printf '%s\n' "$*" >&2; }

# Asks for the file, not the package: names of packages differ between releases (libglib2.0-0t64), this does not.
missing() {
    known=$(ldconfig -p 2>/dev/null) || return 0
    for pair in $1; do
        case $known in *"${pair%=*} "*) ;; *) printf '%s ' "${pair#*=}" ;; esac
    done
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    else sudo -n "$@"
    fi
}

lacking="$(missing "$everywhere")$(missing "$window")$*"
[ -n "$lacking" ] || exit 0
if ! command -v apt-get >/dev/null; then
    say "Qt needs these system libraries too, by their Debian names: $lacking"
    exit 0
fi
# shellcheck disable=SC2086 # one word a package is what is meant
if [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; then
    say "Installing system libraries: $lacking"
    export DEBIAN_FRONTEND=noninteractive
    { as_root apt-get update -qq && as_root apt-get install -qq -y --no-install-recommends $lacking; } \
        </dev/null >/dev/null 2>&1 || as_root apt-get install -qq -y --no-install-recommends $lacking </dev/null >&2 || true
else
    say "Afterword needs system libraries. Install them with:" "sudo apt-get install $lacking"
fi
still=$(missing "$everywhere")
if [ -n "$still" ]; then
    say "These are still missing, and Qt does not start without them: $still"
    exit 1
fi
