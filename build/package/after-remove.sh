#!/bin/sh
# After the files of the deb are gone. What a person's own Credtray knows stays in their home.
set -e

# An upgrade runs this of the old package after the new one is in place.
case "$1" in remove | purge | abort-install | disappear) ;; *) exit 0 ;; esac

rm -f '/usr/bin/${executable}'

if [ -f '/etc/apparmor.d/${executable}' ]; then
  if apparmor_status --enabled >/dev/null 2>&1 && ! ischroot 2>/dev/null; then
    apparmor_parser --remove '/etc/apparmor.d/${executable}' || true
  fi
  rm -f '/etc/apparmor.d/${executable}'
fi

if command -v update-desktop-database >/dev/null; then update-desktop-database -q /usr/share/applications || true; fi
