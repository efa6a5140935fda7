# Completion for fish; what there is to complete is known by `credtray complete` (see credtray.bash).
function __credtray_complete
  set -l words (commandline -opc)
  set -e words[1]
  for line in (credtray complete -- $words ":"(commandline -ct) 2> /dev/null)
    if test "$line" = ':files'
      complete -C "'' "(commandline -ct)
    else
      echo $line
    end
  end
end
complete -c credtray -f -a '(__credtray_complete)'
