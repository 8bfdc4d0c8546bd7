# Completes meshstack in bash: source <(meshstack completion bash)
_meshstack() {
  local line=${COMP_LINE#* } IFS=$'\n'
  local position=$((COMP_POINT - ${#COMP_LINE} + ${#line}))
  COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" "[suggest:$position]" "$line" 2> /dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _meshstack meshstack
