# Completes meshstack in fish: meshstack completion fish | source
function __meshstack
  set -l parts (string split -m 1 ' ' -- (commandline -cp))
  $parts[1] "[suggest:"(string length -- "$parts[2]")"]" "$parts[2]" 2> /dev/null
end
complete -c meshstack -a '(__meshstack)'
