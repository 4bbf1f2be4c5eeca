#!/bin/sh
# Makes ./configure from configure.ac and the Makefile.am files; needs autoconf, automake, libtool and pkg-config.
set -e
cd "$(dirname "$0")"
for tool in autoreconf automake libtoolize pkg-config; do
	command -v "$tool" >/dev/null || {
		echo "autogen.sh: $tool is missing. On Debian: apt install autoconf automake libtool pkg-config" >&2
		exit 1
	}
done
exec autoreconf --install "$@"
