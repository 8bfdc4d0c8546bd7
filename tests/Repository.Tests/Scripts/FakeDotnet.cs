namespace Repository.Tests.Scripts;

/// <summary>A checkout of a few files, with a stand-in for dotnet that notes how it is called.</summary>
internal sealed class FakeDotnet : IDisposable
{
    private const string Dotnet = """
        #!/usr/bin/env bash
        set -euo pipefail
        echo "$*" >> "$FAKE/calls"
        for argument in "$@"; do
          case $argument in
            -p:PublicApiFound=*) cp "$FAKE/here/found/"* "${argument#*=}" ;;
            -p:TestResults=*) cp "$FAKE/here/found/"* "${argument#*=}" ;;
          esac
        done
        case " ${FAILING:-} " in
          *" $1 "*) exit 3 ;;
        esac
        """;

    private readonly TemporaryFolder _folder = new();

    public FakeDotnet(params string[] scripts)
    {
        _folder.WriteScript("programs/dotnet", Dotnet);
        foreach (var script in scripts)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder.File("here", script))!);
            File.Copy(Checkout.Path(script), _folder.File("here", script));
        }
    }

    /// <summary>The checkout.</summary>
    public Command Here =>
        new(_folder.File("here"))
        {
            Environment = { ["FAKE"] = _folder.Path, ["PATH"] = $"{_folder.File("programs")}{Path.PathSeparator}{Command.Programs}" },
        };

    /// <summary>The calls, a line each, without the place of the folder.</summary>
    public string Calls =>
        File.Exists(_folder.File("calls"))
            ? File.ReadAllText(_folder.File("calls")).Replace(_folder.File("here"), "HERE", StringComparison.Ordinal)
            : "";

    public void Write(string file, string text) => _folder.Write(Path.Combine("here", file), text);

    public string Read(string file) => File.ReadAllText(_folder.File("here", file));

    public void Dispose() => _folder.Dispose();
}
