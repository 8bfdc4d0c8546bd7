#compdef meshstack
# Completes meshstack in zsh, where compinit has been run: source <(meshstack completion zsh)
_meshstack() {
  local line="${(j: :)words[2,CURRENT]}"
  local -a found
  found=(${(f)"$("${words[1]}" "[suggest:${#line}]" "$line" 2> /dev/null)"})
  if (( ${#found} )); then
    compadd -a found
  else
    _files
  fi
}
compdef _meshstack meshstack
