#!/bin/sh
# Plays a helper that opens a browser and waits for you. What it says goes to stderr, and Credtray shows it.
set -eu

echo 'Opening the sign-in page of Example Corp…' >&2
sleep 1
echo 'Waiting for your approval in the browser…' >&2
sleep 2
echo 'Approved. (This is the demo: it approves itself.)' >&2

exec "$(dirname "$0")/print-session.sh" "${1:-720}"
