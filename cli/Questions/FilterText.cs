namespace MeshStack.Cli.Questions;

/// <summary>What a report is to be narrowed to, as it was typed.</summary>
internal sealed record FilterText(string[] Services, string[] Namespaces, string[] Clusters, string[] Callers)
{
    /// <summary>True where all is shown.</summary>
    public bool IsEmpty => Services.Length + Namespaces.Length + Clusters.Length + Callers.Length == 0;
}
