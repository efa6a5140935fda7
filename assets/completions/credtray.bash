# Completion for bash, 3.2 of macOS included. Words are cut at blanks and not taken from COMP_WORDS, which cuts at `:`,
# `=` and `@` too; the same cut is made on the answer, for bash puts it behind the last of them. Nothing here knows what
# there is to complete: `credtray complete` does. The word under the cursor goes with a colon before it, so that none is
# ever empty.
_credtray() {
  local words typed prefix line
  line=${COMP_LINE:0:COMP_POINT}
  read -ra words <<< "$line"
  typed=''
  if [[ $line != *[[:space:]] ]]; then
    typed=${words[${#words[@]}-1]}
    unset "words[${#words[@]}-1]"
  fi
  prefix=${typed%"${typed##*[:=@]}"}
  COMPREPLY=()
  while IFS=$'\t' read -r line _; do
    if [[ $line == ':files' ]]; then
      compopt -o filenames 2> /dev/null
      while IFS='' read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$typed")
    else
      printf -v line '%q' "$line"
      COMPREPLY+=("${line#"$prefix"}")
    fi
  done < <(credtray complete -- "${words[@]:1}" ":$typed" 2> /dev/null)
}
complete -F _credtray credtray
