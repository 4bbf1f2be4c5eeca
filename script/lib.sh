# What script/server and script/test share: installing what is missing, building out of tree. Sourced; $top is the clone.

build_packages="build-essential autoconf automake libtool pkg-config libevent-dev libexpat1-dev libssl-dev libsqlite3-dev
	libconfuse-dev libjansson-dev libicu-dev libidn2-dev libqrencode-dev
	libwebsockets-dev libwebsockets-evlib-uv libuv1-dev libmagic-dev"
test_packages="clang libcmocka-dev libstrophe-dev python3 python3-slixmpp python3-aiohttp python3-nbxmpp python3-aioxmpp python3-prometheus-client profanity mcabber
	poezio tmux openssl sqlite3 xz-utils clamdscan gajim dino-im xvfb openbox xdotool dbus at-spi2-core gir1.2-atspi-2.0
	chromium fonts-dejavu-core"
test_services="clamav-daemon clamav-freshclam coturn nginx prometheus"

say() { printf '%s\n' "$*" >&2; }
die() { say "${0##*/}: $*"; exit 1; }

# missing_packages NAME...: those of them that are not installed.
missing_packages() {
	dpkg-query -W -f='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null |
		awk -v wanted="$*" '
			$2 == "installed" { have[$1] = 1 }
			END {
				n = split(wanted, names, /[ \t\n]+/)
				for (i = 1; i <= n; i++)
					if (names[i] != "" && !(names[i] in have))
						print names[i]
			}'
}

# need_packages NAME...: installs the missing ones; nothing is fetched when nothing is missing.
need_packages() {
	if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
		say "This is not Debian or Ubuntu, so nothing is installed for you. Going on with what is here; needed are what" \
			"Debian calls:" $*
		return 0
	fi
	need_missing=$(missing_packages "$@")
	[ -n "$need_missing" ] || return 0
	need_sudo=
	if [ "$(id -u)" -ne 0 ]; then
		command -v sudo >/dev/null || die "please install as root, then start again: apt-get install" $need_missing
		need_sudo=sudo
	fi
	say "Installing" $need_missing
	# Fresh lists first: a bare machine has none, an old one has outdated ones.
	$need_sudo apt-get -q update >&2 ||
		say "The package lists could not be refreshed; trying with the old ones."
	$need_sudo env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install $need_missing >&2 ||
		die "these packages could not be installed:" $need_missing
}

# need_services NAME...: the same for packages that bring a service. Tests run it themselves, so one that was not there before is switched off.
need_services() {
	services_missing=$(missing_packages "$@")
	[ -n "$services_missing" ] || return 0
	need_packages $services_missing
	! command -v systemctl >/dev/null || $need_sudo systemctl -q disable --now $services_missing 2>/dev/null ||
		say "Could not switch off what was installed for the tests; look at: systemctl status" $services_missing
}

# build_tree DIR [CONFIGURE ARGUMENT...]: configures when that is new or different, then makes what is out of date.
# One at a time, so that several servers can be started at once.
build_tree() {
	mkdir -p "$top/build" "$top/$1"
	(
		if command -v flock >/dev/null; then
			flock 9
		fi
		configure_tree "$@" && make -s -C "$top/$1" -j"$(nproc)"
	) 9>"$top/build/.lock"
}

configure_tree() {
	tree=$top/$1
	shift
	if ! [ -x "$top/configure" ]; then
		"$top/autogen.sh" >"$top/build/autogen.log" 2>&1 || {
			cat "$top/build/autogen.log" >&2
			rm -f "$top/configure"
			return 1
		}
	fi
	if [ -f "$tree/Makefile" ] && [ "$(cat "$tree/.arguments" 2>/dev/null)" = "$*" ]; then
		return 0
	fi
	# Objects made with other flags must not stay.
	if [ -f "$tree/Makefile" ]; then
		make -s -C "$tree" clean || return 1
	fi
	(cd "$tree" && "$top/configure" -q "$@") && printf '%s\n' "$*" >"$tree/.arguments"
}

# need_node: node and npm, whoever they came from. Debian's npm cannot be installed beside another node's.
need_node() {
	command -v node >/dev/null && command -v npm >/dev/null && return 0
	need_packages nodejs npm
	command -v node >/dev/null && command -v npm >/dev/null
}

# npm_install DIR: the packages of DIR/package-lock.json, when what is there is of another one.
npm_install() {
	cmp -s "$1/package-lock.json" "$1/node_modules/.installed-for" && return 0
	say "Fetching the packages of ${1#"$top"/}"
	(cd "$1" && npm ci --no-progress) >&2 && cp "$1/package-lock.json" "$1/node_modules/.installed-for"
}

# web_is_fresh: web/dist is what its sources say. A release brings it along, and nothing is needed for it.
web_is_fresh() {
	[ -f "$top/web/dist/.made-from" ] || return 1
	# Without node nobody can have changed it, and nobody can say.
	! command -v node >/dev/null || node "$top/web/build.mjs" --is-fresh
}

# build_web: builds web/dist, when it is not there or old. Once at a time.
build_web() {
	mkdir -p "$top/build"
	(
		if command -v flock >/dev/null; then
			flock 9
		fi
		web_is_fresh || { need_node && npm_install "$top/web" && node "$top/web/build.mjs"; }
	) 9>"$top/build/.lock-web"
}
