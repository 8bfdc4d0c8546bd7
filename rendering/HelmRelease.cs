using System.Collections.Immutable;

namespace MeshStack.Rendering;

/// <summary>One Helm release of one cluster.</summary>
public sealed record HelmRelease
{
    /// <summary>The cluster that it is installed in.</summary>
    public required string Cluster { get; init; }

    /// <summary>The release's name.</summary>
    public required string Name { get; init; }

    /// <summary>The release's namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The chart's name, path or <c>oci://</c> reference.</summary>
    public required string Chart { get; init; }

    /// <summary>The chart's own name, wherever it comes from.</summary>
    public string ChartName => Chart[(Chart.TrimEnd('/').LastIndexOf('/') + 1)..].TrimEnd('/');

    /// <summary>The chart's version, or null for the newest.</summary>
    public string? Version { get; init; }

    /// <summary>The URL of the chart's repository, or null for a path or a reference.</summary>
    public string? Repository { get; init; }

    /// <summary>The chart's values; secrets are masked.</summary>
    public required IReadOnlyDictionary<string, object?> Values { get; init; }

    /// <summary>True to create the namespace.</summary>
    public bool CreateNamespace { get; init; }

    /// <summary>True to undo a failed installation.</summary>
    public bool Atomic { get; init; }

    /// <summary>True to go on before the release's objects are ready.</summary>
    public bool SkipAwait { get; init; }

    /// <summary>True to leave out the chart's custom resource definitions.</summary>
    public bool SkipCrds { get; init; }

    /// <summary>How long Helm may take, in seconds, or null for Helm's own limit.</summary>
    public long? Timeout { get; init; }

    /// <summary>The releases of the same cluster that have to be there first, as <c>namespace/name</c>, sorted.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];

    /// <summary>Namespace and name, as Helm tells releases apart.</summary>
    public string Reference => $"{Namespace}/{Name}";
}
