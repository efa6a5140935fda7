#!/bin/sh
# Prints made-up keys that last as many seconds as the first argument says, in the form that AWS calls
# "credential_process". Your company's helper does the same with real ones.
set -eu

lasts=${1:-3600}
ends=$(($(date +%s) + lasts))

# GNU and busybox date say "-d @SECONDS", the one of macOS and BSD says "-r SECONDS".
expiration=$(date -u -d "@$ends" +%Y-%m-%dT%H:%M:%SZ 2>/dev/null || date -u -r "$ends" +%Y-%m-%dT%H:%M:%SZ)

# Different at each run, so that you can see a renewal in the credentials file.
unique=$(od -An -N5 -tx1 /dev/urandom | tr -d ' \n' | tr 'a-f' 'A-F' | cut -c1-9)
key=ASIAEXAMPLE$unique

cat <<JSON
{
  "Version": 1,
  "AccessKeyId": "$key",
  "SecretAccessKey": "EXAMPLE/$key/EXAMPLEKEY",
  "SessionToken": "EXAMPLETOKEN-$ends-$unique",
  "Expiration": "$expiration",
  "AccountId": "111111111111"
}
JSON
