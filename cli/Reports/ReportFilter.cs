using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Manifests;

namespace MeshStack.Cli.Reports;

/// <summary>What a report shows of what is proved, which filters never change.</summary>
/// <param name="Given">What was given, each with how much there is: <c>cluster01 of 2 clusters</c>.</param>
internal sealed record ReportFilter(IReadOnlyList<string> Given)
{
    /// <summary>The services; null for all.</summary>
    public IReadOnlySet<AccessTarget>? Services { get; init; }

    /// <summary>The namespaces of services and objects; null for all.</summary>
    public IReadOnlySet<string>? Namespaces { get; init; }

    /// <summary>The clusters of services and objects; null for all.</summary>
    public IReadOnlySet<string>? Clusters { get; init; }

    /// <summary>The callers; null for all.</summary>
    public IReadOnlySet<AccessCaller>? Callers { get; init; }

    /// <summary>Whether objects count only where they are about what is called.</summary>
    public bool IsAboutCalls => Services is not null || Callers is not null;

    /// <summary>Whether it shows what a caller may ask of a service.</summary>
    public bool Shows(AccessCell cell) => Shows(cell.Target) && Callers?.Contains(cell.Caller) != false;

    /// <summary>Whether it shows a service.</summary>
    public bool Shows(AccessTarget target) => Shows(target.Cluster, target.Namespace) && Services?.Contains(target) != false;

    /// <summary>Whether it shows what is in a namespace of a cluster; null for what is in none.</summary>
    public bool Shows(string cluster, string? ns) =>
        Clusters?.Contains(cluster) != false && (Namespaces is null || (ns is not null && Namespaces.Contains(ns)));

    /// <summary>What is shown, and what is left out.</summary>
    public string Text(string leftOut) => string.Join(", ", Given) + (leftOut.Length == 0 ? "" : $"; left out: {leftOut}");

    /// <summary>Findings and warnings that are not shown, in words; errors first, as the exit code counts them.</summary>
    public static string LeftOut(IEnumerable<Finding> findings, int warnings)
    {
        var errors = 0;
        foreach (var finding in findings)
        {
            errors += finding.Severity == Severity.Error ? 1 : 0;
            warnings += finding.Severity == Severity.Error ? 0 : 1;
        }

        return string.Join(
            ", ",
            [
                .. errors == 0 ? Array.Empty<string>() : [Counted.Of(errors, "error")],
                .. warnings == 0 ? Array.Empty<string>() : [Counted.Of(warnings, "warning")],
            ]
        );
    }
}
