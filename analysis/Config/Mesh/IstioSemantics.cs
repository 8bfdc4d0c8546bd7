using System.Globalization;

namespace MeshStack.Analysis.Config.Mesh;

/// <summary>What an object means to one version of Istio and not to another: the one place for it.</summary>
/// <remarks>Of a version that is not known, an answer is null: who asks is undecided where it matters.</remarks>
/// <param name="Version">The version of the istiod that configures a cluster's proxies, such as 1.31.4; null where it is not known.</param>
internal sealed record IstioSemantics(string? Version)
{
    /// <summary>A host of a Sidecar's egress listener that begins with ~ is left out; before, it named a namespace that cannot
    /// be.</summary>
    /// <remarks>Source: convertIstioListenerToWrapper in pilot/pkg/model/sidecar.go of istio/istio, since 1.31.</remarks>
    public bool? SidecarExcludesHosts => IsSince(31);

    /// <summary>A CUSTOM policy on a dry run denies what it matches; before, it did nothing.</summary>
    /// <remarks>Source: buildHTTP and buildTCP in pilot/pkg/security/authz/builder/builder.go of istio/istio, which have put its rules
    /// where Envoy enforces them since 1.30.</remarks>
    public bool? DryRunOfCustomDenies => IsSince(30);

    /// <summary>An external authorizer whose name is no label of DNS is not taken.</summary>
    /// <remarks>Source: validateProviderName in pilot/pkg/security/authz/builder/extauthz.go of istio/istio, since 1.30.</remarks>
    public bool? AuthorizersHaveDnsNames => IsSince(30);

    /// <summary>True for what names a version of Istio, or a minor version alone.</summary>
    public static bool IsVersion(string text) => MinorOf(text) is not null;

    private bool? IsSince(int minor) => MinorOf(Version) is { } own ? own >= minor : null;

    private static int? MinorOf(string? version) =>
        version?.Split('.') is ["1", var minor, ..] && int.TryParse(minor, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
