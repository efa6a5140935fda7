#!/bin/sh
# Plays a helper that can not do its work. The best thing it can do then is what this one does:
# one sentence on stderr that says what to do, and an exit code that is not zero.
echo "Your VPN is off. Connect to 'corp' and try again." >&2
exit 1
