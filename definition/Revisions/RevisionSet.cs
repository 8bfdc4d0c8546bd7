using System.Collections.Immutable;

namespace MeshStack.Definition;

/// <summary>The control planes of a cluster by revision, and the tags that stand for them.</summary>
/// <remarks>https://istio.io/latest/docs/setup/upgrade/canary/#stable-revision-labels</remarks>
public sealed record RevisionSet
{
    /// <summary>How a control plane without a revision is called, and the tag that takes its place.</summary>
    public const string Default = "default";

    /// <summary>Version of each revision.</summary>
    public required IReadOnlyDictionary<string, string> Versions { get; init; }

    /// <summary>Revision of each tag.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The revision or tag that gateways, waypoints and the mesh-wide webhooks use.</summary>
    public string Reference { get; init; } = Default;

    /// <summary>All that the label <c>istio.io/rev</c> can say, sorted.</summary>
    public IReadOnlyList<string> References =>
        [.. Versions.Keys.Concat(Tags.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The revision that a revision or tag stands for; null where there is none.</summary>
    public string? Resolve(string reference)
    {
        var revision = Tags.GetValueOrDefault(reference, reference);
        return Versions.ContainsKey(revision) ? revision : null;
    }

    /// <summary>The revision that <see cref="Reference"/> stands for.</summary>
    internal string Main => Resolve(Reference)!;

    /// <summary>Version of the control plane that a revision or tag stands for.</summary>
    internal string VersionOf(string? reference) => Versions[Resolve(reference ?? Reference)!];

    /// <summary>The same, or null where there is no such control plane.</summary>
    internal string? TryVersionOf(string? reference) => Resolve(reference ?? Reference) is { } revision ? Versions[revision] : null;

    /// <summary>The oldest version among the control planes: what all of them know.</summary>
    internal string Oldest => Versions.Values.Aggregate((one, other) => IstioVersion.IsBefore(other, one) ? other : one);

    /// <summary>What the charts call a revision or tag: nothing, for the default.</summary>
    internal static string? ChartName(string reference) => reference == Default ? null : reference;

    /// <summary>Name of istiod's release and service, which lets two revisions stand side by side.</summary>
    /// <summary>The revision of an istiod by its name; null where it is the name of something else.</summary>
    internal static string? RevisionOf(string istiod) =>
        istiod == "istiod" ? Default
        : istiod.StartsWith("istiod-", StringComparison.Ordinal) ? istiod["istiod-".Length..]
        : null;

    internal static string IstiodName(string revision) => revision == Default ? "istiod" : "istiod-" + revision;
}
