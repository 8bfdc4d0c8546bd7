namespace Repository.Tests.Launcher;

/// <summary>The launcher in a checkout of a few files, with a stand-in for dotnet that takes as long for a build as a test likes.</summary>
internal sealed class ToyCheckout : IDisposable
{
    /// <summary>Two projects; the program says what it is asked.</summary>
    private const string Dotnet = """
        #!/usr/bin/env bash
        set -euo pipefail
        if [ "$1" != publish ]; then
          echo "ran ${*:2}"
          exit
        fi
        echo "$*" >> "$TOY/publishes"
        asked="$*"
        while [ "$1" != --output ]; do shift; done
        echo '  [projects] 2'
        echo '  [project] One'
        echo 'half' > "$2/half.dll"
        case "${TOY_ERROR:-}" in
          '') ;;
          NU*) case "$asked" in *PublishReadyToRun*) echo "error $TOY_ERROR: the feed has no such package"; exit 1 ;; esac ;;
          *) echo "Program.cs(1,1): error $TOY_ERROR: ; expected"; exit 1 ;;
        esac
        sleep "${TOY_SECONDS:-0}" &
        echo $! > "$TOY/sleeper"
        wait $!
        echo '  [project] Two'
        echo '  [stage] compiling ahead of time'
        echo 'whole' > "$2/meshstack.dll"
        case "$asked" in *PublishAot*) printf '#!/bin/sh\necho "native ran $*"\n' > "$2/meshstack"; chmod +x "$2/meshstack" ;; esac
        """;

    private static readonly string[] Taken =
    [
        "meshstack",
        "build/publish-cli",
        "build/native-linker",
        "build/show-progress",
        "global.json",
        "Directory.Build.props",
        "Directory.Build.targets",
    ];

    private static readonly string[] Sources = ["analysis", "cli", "definition", "manifests", "preview", "rendering"];

    private readonly TemporaryFolder _folder = new();

    public ToyCheckout()
    {
        Directory.CreateDirectory(Root);
        _folder.Write("programs/publishes", "");
        _folder.WriteScript("programs/dotnet", Dotnet);
        foreach (var file in Taken)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(File(file))!);
            System.IO.File.Copy(Checkout.Path(file), File(file));
        }

        foreach (var source in Sources)
        {
            Write($"{source}/Source.cs", "");
        }
    }

    /// <summary>The checkout, on a path with spaces.</summary>
    public string Root => _folder.File("a check out");

    /// <summary>Folder that the stand-in writes to.</summary>
    public string Programs => _folder.File("programs");

    public string File(string file) => Path.Combine(Root, file);

    public void Write(string file, string text) => TemporaryFolder.Write(Root, file, text);

    /// <summary>Puts a program into the path.</summary>
    public void WriteProgram(string name, string text) => _folder.WriteScript($"programs/{name}", text);

    /// <summary>Makes a file newer than all that is there.</summary>
    public void Change(string file)
    {
        if (!System.IO.File.Exists(File(file)))
        {
            Write(file, "");
        }

        System.IO.File.SetLastWriteTimeUtc(File(file), DateTime.UtcNow.AddSeconds(5));
    }

    /// <summary>The command lines of the builds so far.</summary>
    public IReadOnlyList<string> Publishes => System.IO.File.ReadAllLines(Path.Combine(Programs, "publishes"));

    /// <summary>A command in the checkout, with the stand-in.</summary>
    public Command Command(string? programs = null) =>
        new(Root)
        {
            Environment =
            {
                ["TOY"] = Programs,
                ["PATH"] = $"{Programs}{Path.PathSeparator}{programs ?? Repository.Tests.Command.Programs}",
            },
        };

    public Task<CommandResult> RunAsync(params string[] arguments) => Command().RunAsync("./meshstack", arguments);

    public void Dispose() => _folder.Dispose();
}
