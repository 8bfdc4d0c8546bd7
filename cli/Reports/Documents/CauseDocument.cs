using MeshStack.Analysis.Model;

namespace MeshStack.Cli.Reports.Documents;

/// <summary>An object that decides, and what of it does.</summary>
internal sealed record CauseDocument(string Cluster, string Kind, string? Namespace, string Name, string Detail)
{
    public static IReadOnlyList<CauseDocument> From(IEnumerable<Cause> causes) =>
        [.. causes.Select(cause => new CauseDocument(cause.Cluster, cause.Kind, cause.Namespace, cause.Name, cause.Detail))];
}
