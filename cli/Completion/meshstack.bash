# Completes meshstack in bash: source <(meshstack completion bash)
_meshstack() {
  local line=${COMP_LINE#* } word=${COMP_WORDS[COMP_CWORD]} one
  local position=$((COMP_POINT - ${#COMP_LINE} + ${#line}))
  COMPREPLY=()
  # What a project's files are called is text, and no command: nothing of it is expanded.
  while IFS= read -r one; do
    if [[ $one == "$word"* ]]; then
      printf -v one '%q' "$one"
      COMPREPLY+=("$one")
    fi
  done < <("${COMP_WORDS[0]}" "[suggest:$position]" "$line" 2> /dev/null)
}
complete -o default -F _meshstack meshstack
