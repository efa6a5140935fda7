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
# As a file of a package zsh runs it at the first Tab, as the function of this name: that Tab wants its answer too.
if [[ ${funcstack[1]} == _credtray ]]; then _credtray "$@"; fi
