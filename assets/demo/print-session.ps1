# Prints made-up keys that last as many seconds as the first argument says, in the form that AWS calls
# "credential_process". Your company's helper does the same with real ones.
param([int]$Lasts = 3600)
$ErrorActionPreference = 'Stop'

$ends = [DateTimeOffset]::UtcNow.AddSeconds($Lasts)

# Different at each run, so that you can see a renewal in the credentials file.
$unique = [Guid]::NewGuid().ToString('N').Substring(0, 9).ToUpperInvariant()
$key = "ASIAEXAMPLE$unique"

[ordered]@{
  Version         = 1
  AccessKeyId     = $key
  SecretAccessKey = "EXAMPLE/$key/EXAMPLEKEY"
  SessionToken    = "EXAMPLETOKEN-$($ends.ToUnixTimeSeconds())-$unique"
  Expiration      = $ends.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", [Globalization.CultureInfo]::InvariantCulture)
  AccountId       = '111111111111'
} | ConvertTo-Json
