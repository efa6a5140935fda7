#!/bin/sh
# `credtray` for the terminal: link to this file from a folder of the PATH. A link to the app's own executable would
# not do, as that one looks for its frameworks beside the name it was called by.
set -eu

self=$0
while [ -L "$self" ]; do
  target=$(readlink "$self")
  case $target in
    /*) self=$target ;;
    *) self=$(dirname "$self")/$target ;;
  esac
done
exec "$(cd "$(dirname "$self")/../../MacOS" && pwd)/Credtray" "$@"
