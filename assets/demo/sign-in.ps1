# Plays a helper that opens a browser and waits for you. What it says goes to stderr, and Credtray shows it.
param([int]$Lasts = 720)

[Console]::Error.WriteLine('Opening the sign-in page of Example Corp...')
Start-Sleep -Seconds 1
[Console]::Error.WriteLine('Waiting for your approval in the browser...')
Start-Sleep -Seconds 2
[Console]::Error.WriteLine('Approved. (This is the demo: it approves itself.)')

& (Join-Path $PSScriptRoot 'print-session.ps1') $Lasts
