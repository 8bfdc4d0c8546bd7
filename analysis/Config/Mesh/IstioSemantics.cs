using System.Globalization;

namespace MeshStack.Analysis.Config.Mesh;

/// <summary>What an object means to one version of Istio and not to another: the one place for it.</summary>
/// <remarks>Of a version that is not known, an answer is null: who asks is undecided where it matters.</remarks>
/// <param name="Version">The version of the istiod that configures a cluster's proxies, such as 1.31.4; null where it is not known.</param>
internal sealed record IstioSemantics(string? Version)
{
    /// <summary>A fact that is taken as another version has it.</summary>
    public (IstioFact Fact, string Version)? Otherwise { get; init; }

    /// <summary>The minor versions that the facts tell apart, oldest first.</summary>
    public static IReadOnlyList<string> KnownVersions { get; } = ["1.29", "1.30", "1.31", "1.32"];

    /// <summary>A host of a Sidecar's egress listener that begins with ~ is left out; before, it named a namespace that cannot
    /// be.</summary>
    public bool? SidecarExcludesHosts => Holds(IstioFact.SidecarExclusions);

    /// <summary>A CUSTOM policy on a dry run denies what it matches; before, it did nothing.</summary>
    public bool? DryRunOfCustomDenies => Holds(IstioFact.DryRunOfCustom);

    /// <summary>An external authorizer whose name is no label of DNS is not taken.</summary>
    public bool? AuthorizersHaveDnsNames => Holds(IstioFact.AuthorizerNames);

    /// <summary>Sources of an AuthorizationPolicy have trust domains; before, the API server dropped them.</summary>
    public bool? PoliciesHaveTrustDomains => Holds(IstioFact.PolicyTrustDomains);

    /// <summary>The mesh's default for exportTo names several namespaces; before, "." alone counted of it, or else "*".</summary>
    public bool? DefaultExportsAddUp => Holds(IstioFact.DefaultExports);

    /// <summary>A subset without tls has its rule's where it is asked which endpoints take mTLS.</summary>
    public bool? SubsetsHaveTheRulesTls => Holds(IstioFact.SubsetTls);

    /// <summary>The mesh configuration says who sees the hosts of ServiceEntries; before, that was dropped.</summary>
    public bool? MeshRulesEntries => Holds(IstioFact.EntryVisibility);

    /// <summary>The node agent passes namespaces by for ztunnel too; before, for sidecars alone.</summary>
    public bool? AgentsPassNamespacesByForZtunnel => Holds(IstioFact.ExcludedFromAmbient);

    /// <summary>A part of the calls to a Service may go through a second waypoint.</summary>
    public bool? WaypointsHaveCanaries => Holds(IstioFact.WaypointCanaries);

    /// <summary>True for what names a version of Istio, or a minor version alone.</summary>
    public static bool IsVersion(string text) => PartsOf(text) is not null;

    /// <summary>Whether a version is one since which something holds; null where that is a matter of its patch, which is not
    /// known.</summary>
    internal static bool? IsSince(string? version, string since) =>
        PartsOf(version) is not { } own || PartsOf(since) is not { } first ? null
        : own.Minor != first.Minor ? own.Minor > first.Minor
        : first.Patch is null or 0 ? true
        : own.Patch >= first.Patch ? true
        : own.Patch is null ? null
        : false;

    private bool? Holds(IstioFact fact) => IsSince(Otherwise is { } other && other.Fact == fact ? other.Version : Version, fact.Since);

    private static (int Minor, int? Patch)? PartsOf(string? version) =>
        version?.Split('.') is ["1", var minor, .. var rest] && Number(minor) is { } number
            ? (number, rest is [var patch, ..] ? Number(patch.Split('-')[0]) : null)
            : null;

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
