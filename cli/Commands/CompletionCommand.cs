using System.CommandLine;

namespace MeshStack.Cli.Commands;

/// <summary><c>meshstack completion</c>.</summary>
internal static class CompletionCommand
{
    // The part of a line behind the name of the program is what it is asked about, as it may be run by any path.
    private const string Bash = """
        # Completes meshstack in bash: source <(meshstack completion bash)
        _meshstack() {
          local line=${COMP_LINE#* } IFS=$'\n'
          local position=$((COMP_POINT - ${#COMP_LINE} + ${#line}))
          COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" "[suggest:$position]" "$line" 2> /dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _meshstack meshstack

        """;

    private const string Zsh = """
        #compdef meshstack
        # Completes meshstack in zsh: source <(meshstack completion zsh)
        _meshstack() {
          local line=${BUFFER#* }
          local position=$((CURSOR - ${#BUFFER} + ${#line}))
          local -a found
          found=(${(f)"$("${words[1]}" "[suggest:$position]" "$line" 2> /dev/null)"})
          if (( ${#found} )); then
            compadd -a found
          else
            _files
          fi
        }
        compdef _meshstack meshstack

        """;

    private const string Fish = """
        # Completes meshstack in fish: meshstack completion fish | source
        function __meshstack
          set -l parts (string split -m 1 ' ' -- (commandline -cp))
          $parts[1] "[suggest:"(string length -- "$parts[2]")"]" "$parts[2]" 2> /dev/null
        end
        complete -c meshstack -a '(__meshstack)'

        """;

    private const string PowerShell = """
        # Completes meshstack in PowerShell: meshstack completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName meshstack -ScriptBlock {
          param($word, $command, $cursor)
          $name, $line = $command.ToString() -split ' ', 2
          $position = [Math]::Max(0, $cursor - $command.Extent.StartOffset - $name.Length - 1)
          $line = "$line".PadRight($position)
          & $name "[suggest:$position]" $line 2> $null |
            Where-Object { $_ -like "$word*" } |
            ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
        }

        """;

    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = Bash,
        ["zsh"] = Zsh,
        ["fish"] = Fish,
        ["pwsh"] = PowerShell,
    };

    public static Command Create()
    {
        var command = new Command(
            "completion",
            "Prints the script by which a shell completes commands, options, stacks, clusters and services; its first lines say how it is "
                + "taken."
        );
        var shell = new Argument<string>("shell") { Description = "The shell: bash, zsh, fish or pwsh." };
        shell.AcceptOnly([.. Scripts.Keys]);
        command.Add(shell);
        command.SetAction(parsed => Streams.From(parsed).Output.Write(Scripts[parsed.GetValue(shell)!]));
        return command;
    }
}
