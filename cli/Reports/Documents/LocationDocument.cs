using MeshStack.Manifests;

namespace MeshStack.Cli.Reports.Documents;

/// <summary>A place in a file.</summary>
internal sealed record LocationDocument(string File, int Line)
{
    public static LocationDocument From(SourceLocation location) => new(location.File, location.Line);
}
