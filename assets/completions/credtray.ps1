# Completion for PowerShell; what there is to complete is known by `credtray complete` (see credtray.bash).
Register-ArgumentCompleter -Native -CommandName credtray -ScriptBlock {
  param($typed, $ast, $cursor)
  $words = @($ast.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object {
    if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.ToString() }
  })
  credtray complete -- @words ":$typed" 2> $null | Where-Object { $_ -ne ':files' } | ForEach-Object {
    $text, $about = $_ -split "`t", 2
    $shown = if ($about) { $about } else { $text }
    $quoted = if ($text -match '[^\w./@:+=-]') { "'" + $text.Replace("'", "''") + "'" } else { $text }
    [System.Management.Automation.CompletionResult]::new($quoted, $text, 'ParameterValue', $shown)
  }
}
