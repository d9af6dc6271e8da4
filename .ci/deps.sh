#!/bin/sh
# Installs the system packages that one kind of work needs, and does nothing when they are all there.
# usage: .ci/deps.sh build|server|e2e|interop
set -eu

kind=${1:?usage: .ci/deps.sh build|server|e2e|interop}

# What each kind needs, named as each distribution names it.
# tools and pc are what a system without apt is checked for: commands, pkg-config modules.
case $kind in
build)
    apt='ca-certificates gcc libc6-dev pkg-config libgl-dev libx11-dev libxcursor-dev libxrandr-dev libxinerama-dev libxi-dev libxxf86vm-dev'
    fedora='gcc pkgconf-pkg-config mesa-libGL-devel libX11-devel libXcursor-devel libXrandr-devel libXinerama-devel libXi-devel libXxf86vm-devel'
    arch='gcc pkgconf libglvnd mesa libx11 libxcursor libxrandr libxinerama libxi libxxf86vm'
    suse='gcc pkgconf-pkg-config Mesa-libGL-devel libX11-devel libXcursor-devel libXrandr-devel libXinerama-devel libXi-devel libXxf86vm-devel'
    tools='gcc pkg-config'
    pc='gl x11 xcursor xrandr xinerama xi xxf86vm'
    ;;
server)
    apt='postgresql'
    fedora='postgresql-server postgresql-contrib'
    arch='postgresql'
    suse='postgresql-server postgresql-contrib'
    tools='initdb'
    pc=''
    PATH=$PATH:$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1) # where Debian keeps them
    ;;
e2e)
    apt='xvfb openbox xdotool wmctrl imagemagick x11-utils dbus fcitx5 fcitx5-chinese-addons'
    fedora='xorg-x11-server-Xvfb openbox xdotool wmctrl ImageMagick xprop dbus-daemon fcitx5 fcitx5-chinese-addons'
    arch='xorg-server-xvfb openbox xdotool wmctrl imagemagick xorg-xprop dbus fcitx5 fcitx5-chinese-addons'
    suse='xorg-x11-server-Xvfb openbox xdotool wmctrl ImageMagick xprop dbus-1-daemon fcitx5 fcitx5-chinese-addons'
    tools='Xvfb openbox xdotool wmctrl import xprop dbus-daemon fcitx5 fcitx5-remote'
    pc=''
    ;;
interop)
    apt='libreoffice-writer-nogui poppler-utils qpdf libxml2-utils chromium fonts-noto-cjk'
    command -v npm >/dev/null 2>&1 || apt="$apt nodejs npm" # other packages of Node.js bring npm along
    fedora='libreoffice-writer poppler-utils qpdf libxml2 chromium google-noto-sans-cjk-fonts nodejs-npm'
    arch='libreoffice-fresh poppler qpdf libxml2 chromium noto-fonts-cjk npm'
    suse='libreoffice-writer poppler-tools qpdf libxml2-tools chromium google-noto-sans-cjk-fonts npm-default'
    tools='soffice pdftotext pdffonts qpdf xmllint chromium iconv node npm'
    pc=''
    ;;
*)
    echo "deps.sh: unknown kind '$kind' (build, server, e2e or interop)" >&2
    exit 2
    ;;
esac

have() { command -v "$1" >/dev/null 2>&1; }

# missing_packages prints those of its arguments that dpkg does not know as installed.
missing_packages() {
    for package; do
        case $(dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null || true) in
        ii*) ;;
        *) printf '%s ' "$package" ;;
        esac
    done
}

# missing_tools prints the commands and pkg-config modules that are not there.
missing_tools() {
    for tool in $tools; do
        have "$tool" || printf '%s ' "$tool"
    done
    for module in $pc; do
        pkg-config --exists "$module" 2>/dev/null || printf '%s.pc ' "$module"
    done
}

# as_root runs its arguments as root, or says what a person with the right to do so has to run.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif have sudo; then
        sudo "$@"
    else
        echo "Neither root nor sudo here. Please have this run as root:" >&2
        echo "  apt-get update && apt-get install $wanted" >&2
        exit 1
    fi
}

# apt_get waits for another running installation instead of failing on its lock.
apt_get() {
    tries=60
    until said=$(as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=600 "$@" 2>&1); do
        tries=$((tries - 1))
        case $said in
        *"Could not get lock"*) [ "$tries" -gt 0 ] && sleep 5 && continue ;;
        esac
        echo "$said" >&2
        echo "apt-get $1 failed; nothing was built." >&2
        exit 1
    done
}

# without_own_server keeps Debian from making and starting a database server of its own when the packages are
# installed: the tests start theirs, on loopback, and remove them.
without_own_server() {
    file=/etc/postgresql-common/createcluster.conf
    [ -e "$file" ] && return
    as_root mkdir -p "${file%/*}"
    echo 'create_main_cluster = false' | as_root tee "$file" >/dev/null
}

install_with_apt() {
    # shellcheck disable=SC2086 # a list of words
    wanted=$(missing_packages $apt)
    [ -n "$wanted" ] || exit 0
    echo "Installing system packages: $wanted"
    apt_get update
    [ "$kind" != server ] || without_own_server
    # shellcheck disable=SC2086 # a list of words
    apt_get install -y --no-install-recommends $wanted
    # shellcheck disable=SC2086 # a list of words
    wanted=$(missing_packages $apt)
    [ -z "$wanted" ] || {
        echo "These packages could not be installed: $wanted" >&2
        exit 1
    }
}

explain() {
    absent=$(missing_tools)
    [ -n "$absent" ] || exit 0
    echo "This system has no apt, so nothing was installed. Missing: $absent" >&2
    if have dnf; then
        echo "  sudo dnf install $fedora" >&2
    elif have pacman; then
        echo "  sudo pacman -S --needed $arch" >&2
    elif have zypper; then
        echo "  sudo zypper install $suse" >&2
    else
        echo "Install what provides these commands and pkg-config modules (.pc); as packages they are" >&2
        echo "  Fedora:   $fedora" >&2
        echo "  Arch:     $arch" >&2
        echo "  openSUSE: $suse" >&2
    fi
    exit 1
}

if have apt-get && have dpkg-query; then
    install_with_apt
else
    explain
fi
