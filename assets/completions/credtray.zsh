#compdef credtray
# Completion for zsh; what there is to complete is known by `credtray complete` (see credtray.bash).
_credtray() {
  local line
  local -a found
  for line in "${(@f)$(credtray complete -- "${(@Q)words[2,CURRENT-1]}" ":${(Q)PREFIX}" 2> /dev/null)}"; do
    if [[ $line == ':files' ]]; then
      _files
    elif [[ -n $line ]]; then
      found+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
    fi
  done
  (( ${#found} )) && _describe -V 'credtray' found
}
compdef _credtray credtray
