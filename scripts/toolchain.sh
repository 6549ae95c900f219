# What the commands of this folder share: finding Swift and installing missing Debian packages.
# Sourced, with `root` set to the project's folder. Everything it says goes to stderr.

# What a bare Swift toolchain needs on Debian 12, then what this project links.
build_packages=(
  binutils ca-certificates git libc6-dev libgcc-12-dev libncurses6 libsqlite3-0 libstdc++-12-dev
  libxml2 pkg-config tzdata zlib1g-dev
  libcurl4-openssl-dev libedit-dev liblua5.4-dev libsimdjson-dev libyaml-dev
)

say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }

fail() {
  say "$*"
  exit 1
}

# Puts `swift` on PATH, also when it is installed in one of the usual places without being there.
find_swift() {
  local folder
  for folder in /opt/swift/usr/bin /usr/local/swift/usr/bin "$HOME/.local/share/swiftly/bin"; do
    command -v swift >/dev/null && return
    [[ -x $folder/swift ]] && PATH=$folder:$PATH
  done
  command -v swift >/dev/null || fail "Swift 6.3 is missing: https://www.swift.org/install/linux"
}

# Runs a command without a word; when it fails, shows what it said and ends.
quietly() {
  local words
  words=$("$@" 2>&1) && return
  printf '%s\n' "$words" >&2
  fail "this failed: $*"
}

as_root() {
  if [[ $EUID -eq 0 ]]; then
    "$@"
  else
    sudo "$@"
  fi
}

# Installs those of the named Debian packages that are missing. Elsewhere than on Debian it does nothing.
install_packages() {
  command -v dpkg-query >/dev/null || return 0
  local package missing=()
  for package in "$@"; do
    [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) == installed ]] ||
      missing+=("$package")
  done
  [[ ${#missing[@]} -eq 0 ]] && return
  [[ $EUID -eq 0 ]] || command -v sudo >/dev/null ||
    fail "run this as root, then try again: apt-get install ${missing[*]}"

  say "installing ${missing[*]}"
  local install=(env DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends)
  as_root "${install[@]}" "${missing[@]}" >/dev/null 2>&1 && return
  quietly as_root apt-get update -qq
  quietly as_root "${install[@]}" "${missing[@]}"
}
