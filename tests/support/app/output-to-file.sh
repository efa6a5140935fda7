#!/bin/sh
# Playwright reads an app's output before a test can listen. So it goes to a file, where nothing of it is lost.
exec "$TESTED_ELECTRON" "$@" >"$TESTED_OUTPUT"
