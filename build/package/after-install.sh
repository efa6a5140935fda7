#!/bin/sh
# After the files of the deb are in place. Run again it changes nothing.
set -e

ln -sf '/opt/${sanitizedProductName}/bin/${executable}' '/usr/bin/${executable}'

# Chromium takes user namespaces for its sandbox where it gets them, and else needs this program to belong to root with
# the setuid bit. Whether it gets them can change any day by sysctl, so the bit is always set, as Chrome's own packages do.
chown root:root '/opt/${sanitizedProductName}/chrome-sandbox'
chmod 4755 '/opt/${sanitizedProductName}/chrome-sandbox'

# Ubuntu from 23.10 on lets only programs with a profile make user namespaces. Older parsers do not know abi/4.0.
profile='/opt/${sanitizedProductName}/resources/apparmor-profile'
if [ -d /etc/apparmor.d ] && apparmor_parser --skip-kernel-load --debug "$profile" >/dev/null 2>&1; then
  cp -f "$profile" '/etc/apparmor.d/${executable}'
  if apparmor_status --enabled >/dev/null 2>&1 && ! ischroot 2>/dev/null; then
    apparmor_parser --replace --write-cache --skip-read-cache '/etc/apparmor.d/${executable}' || true
  fi
fi

if command -v update-desktop-database >/dev/null; then update-desktop-database -q /usr/share/applications || true; fi
