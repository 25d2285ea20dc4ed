#!/bin/sh
# Try a .deb where nothing of it can be known: install it in a clean Debian, start it, purge it, and see that the
# journal of the person stays. Usage, as root: packaging/linux/try-deb.sh PACKAGE.deb [RELEASE…]
# The mirror is the one that this computer's apt uses.
set -eu
[ $# -ge 1 ] || { echo "usage: $0 PACKAGE.deb [RELEASE…]" >&2; exit 2; }
[ "$(id -u)" = 0 ] || { echo "A clean Debian root can only be made by root." >&2; exit 1; }
command -v debootstrap >/dev/null || { echo "debootstrap is missing: apt-get install debootstrap" >&2; exit 1; }
package=$(realpath "$1")
shift
cd "$(dirname "$0")/../.."
mkdir -p build

mirror() {
    sed -n 's/^URIs: *\([^ ]*\/debian\)\/\{0,1\} *$/\1/p; s/^deb \(\[[^]]*\] \)\{0,1\}\([^ ]*\/debian\)\/\{0,1\} .*/\2/p' \
        /etc/apt/sources.list /etc/apt/sources.list.d/*.sources /etc/apt/sources.list.d/*.list 2>/dev/null | head -1
}

from=$(mirror)
[ -n "$from" ] || { echo "No Debian mirror found in /etc/apt." >&2; exit 1; }

leave() {
    for mount in proc dev/shm; do umount "$root/$mount" 2>/dev/null || true; done
    rm -rf --one-file-system "$root"
}

inside() {
    chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@" </dev/null
}

as_person() {
    inside setpriv --reuid=1000 --regid=1000 --clear-groups env HOME=/home/person QT_QPA_PLATFORM=offscreen "$@"
}

# The apt settings of this computer that reach its mirror, without those that are about this computer.
settle() {
    echo "deb $from $release main" >"$root/etc/apt/sources.list"
    apt-config dump | grep -E '^Acquire::(http|https|Check-)' | grep -v '""' >"$root/etc/apt/apt.conf.d/90mirror" || true
    cp /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
    cp /etc/hosts "$root/etc/hosts" 2>/dev/null || true
    printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
    chmod 755 "$root/usr/sbin/policy-rc.d"
    mount -t proc proc "$root/proc"
    mkdir -p "$root/dev/shm"
    mount -t tmpfs tmpfs "$root/dev/shm"
}

try() {
    echo "Debian $release: a clean root."
    # The archive of packages is kept: a second try is quick.
    mkdir -p "$PWD/build/debs-$release"
    debootstrap --variant=minbase --cache-dir="$PWD/build/debs-$release" "$release" "$root" "$from" >build/debootstrap.log 2>&1 \
        || { tail -5 build/debootstrap.log >&2; exit 1; }
    settle
    cp "$package" "$root/tmp/afterword.deb"
    inside useradd --uid 1000 --create-home person

    echo "Debian $release: installing."
    inside apt-get update -qq
    inside apt-get install -qq -y --no-install-recommends /tmp/afterword.deb >build/install.log 2>&1 \
        || { tail -20 build/install.log >&2; exit 1; }
    as_person afterword --version
    as_person afterword --selftest

    echo "Debian $release: starting."
    # It runs until it is told to stop; 124 is timeout's word for that.
    as_person timeout 5 afterword || [ $? = 124 ]
    journal=$(find "$root/home/person" -name '*.afterword' | head -1)
    [ -n "$journal" ] || { echo "It started, and made no journal." >&2; exit 1; }
    as_person afterword check

    echo "Debian $release: purging."
    inside apt-get purge -qq -y afterword >build/purge.log 2>&1 || { tail -5 build/purge.log >&2; exit 1; }
    [ -f "$journal" ] || { echo "The journal went with the program." >&2; exit 1; }
    left=$(find "$root/usr" "$root/etc" "$root/var/lib" -iname '*afterword*' -not -path '*/var/lib/apt/*')
    [ -z "$left" ] || { echo "Left behind: $left" >&2; exit 1; }
    echo "Debian $release: installed, started, purged; the journal is where it was."
}

[ $# -gt 0 ] || set -- bookworm
for release in "$@"; do
    root=$(mktemp -d "$PWD/build/clean-$release-XXXXXX")
    chmod 755 "$root"
    trap leave EXIT
    trap 'exit 1' INT TERM
    try
    leave
done
