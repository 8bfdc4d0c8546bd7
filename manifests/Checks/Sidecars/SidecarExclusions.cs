namespace MeshStack.Manifests;

/// <summary>Hosts that a Sidecar leaves out, as <c>~shop/*</c>: istiod takes them since 1.31, and refuses the Sidecar before.</summary>
/// <remarks>Source: ValidateNamespaceSlashWildcardHostname in pkg/config/validation/agent/validation.go of istio/istio, 1.30.3 and
/// 1.31.0.</remarks>
internal static class SidecarExclusions
{
    /// <summary>The first version that takes them.</summary>
    private static readonly Version Since = new(1, 31);

    /// <summary>What is wrong with an object for a version that does not.</summary>
    public static IEnumerable<Finding> Check(Manifest manifest, IstioCrds crds) =>
        Version.Parse(crds.Version) < Since ? Check(manifest) : [];

    /// <summary>What is wrong with an object for any version before.</summary>
    public static IEnumerable<Finding> Check(Manifest manifest) =>
        manifest is { Kind: "Sidecar", Group: "networking.istio.io" }
            ? from listener in manifest.Spec["egress"].Items
            from host in listener["hosts"].Items
            where host.Text is { } text && IsExclusion(text) && !Placeholder.IsIn(text)
            select IstioChecks.FindingOf(
                IstioChecks.Rules.First(rule => rule.Code == SidecarEgressRules.HostsCode),
                manifest,
                host.Path,
                $"\"{host.Text}\" leaves hosts out, which istiod takes since {Since} and refuses before."
            )
            : [];

    /// <summary>True for a host with a namespace behind the ~.</summary>
    public static bool IsExclusion(string host) => host.StartsWith('~') && host.IndexOf('/', StringComparison.Ordinal) > 1;
}
