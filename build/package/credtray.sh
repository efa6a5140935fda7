#!/bin/sh
# `credtray` on the PATH. Sub-commands run in Electron's Node: no display, no window, as fast as Node starts.
# Everything else starts the app.
set -eu

self=$(readlink -f "$0")
home=${self%/*/*}

# An option that takes a value hides that value; a credtray:// link is for the window.
wants_app() {
  while [ $# -gt 0 ]; do
    case $1 in
      -h | --help | --version) return 1 ;;
      --config | --folder | --data-dir) [ $# -gt 1 ] && shift ;;
      -* | credtray://*) ;;
      *) return 1 ;;
    esac
    shift
  done
}

if wants_app "$@"; then exec "$home/credtray" "$@"; fi
ELECTRON_RUN_AS_NODE=1 exec "$home/credtray" "$home/resources/app.asar/dist/main/cli.js" "$@"
