namespace MeshStack.Definition;

/// <summary>A known security flaw of released versions of Istio.</summary>
/// <param name="Id">Its name, for example <c>ISTIO-SECURITY-2026-006</c>.</param>
/// <param name="First">The first version that has it.</param>
/// <param name="FixedIn">The first version of the same minor version that has it no more.</param>
/// <param name="Summary">What it allows, in a few words.</param>
/// <param name="Source">Where it was published.</param>
internal sealed record SecurityBulletin(string Id, string First, string FixedIn, string Summary, string Source)
{
    private const string Releases = "https://istio.io/latest/news/releases/";

    /// <summary>The bulletins about versions that can be installed, oldest first.</summary>
    /// <remarks>https://istio.io/latest/news/security/, and the security fixes that release notes name without a bulletin.</remarks>
    public static IReadOnlyList<SecurityBulletin> All { get; } =
    [
        Istio("2026-004", "1.30.0", "1.30.1", "HTTP/2 cookies exhaust a proxy's memory"),
        Istio("2026-005", "1.30.1", "1.30.3", "crashes and memory exhaustion of Envoy, and certificates with a NUL byte in their name"),
        Istio("2026-006", "1.30.0", "1.30.4", "an EnvoyFilter can bring istiod down, and Envoy's RBAC can be bypassed"),
        new(
            "GHSA-qm8v-g4f9-qhjx",
            "1.30.0",
            "1.30.4",
            "a BackendTLSPolicy without its CA falls back to plain text",
            Releases + "1.30.x/announcing-1.30.4/"
        ),
        new(
            "GHSA-qm8v-g4f9-qhjx",
            "1.31.0",
            "1.31.1",
            "a BackendTLSPolicy without its CA falls back to plain text",
            Releases + "1.31.x/announcing-1.31.1/"
        ),
        new(
            "template injection by annotations",
            "1.30.0",
            "1.30.4",
            "annotations of a pod can change the injected proxy",
            Releases + "1.30.x/announcing-1.30.4/"
        ),
        new(
            "template injection by annotations",
            "1.31.0",
            "1.31.1",
            "annotations of a pod can change the injected proxy",
            Releases + "1.31.x/announcing-1.31.1/"
        ),
        new(
            "remote secrets in istioctl",
            "1.30.0",
            "1.30.5",
            "istioctl analyze runs programs that a remote secret names",
            Releases + "1.30.x/announcing-1.30.5/"
        ),
        new(
            "remote secrets in istioctl",
            "1.31.0",
            "1.31.1",
            "istioctl analyze runs programs that a remote secret names",
            Releases + "1.31.x/announcing-1.31.1/"
        ),
        new(
            "request forgery by jwksUri",
            "1.31.0",
            "1.31.1",
            "a RequestAuthentication lets istiod ask a cloud's metadata service",
            Releases + "1.31.x/announcing-1.31.1/"
        ),
    ];

    /// <summary>The bulletins that a version is affected by.</summary>
    public static IReadOnlyList<SecurityBulletin> For(string version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return
        [
            .. All.Where(b =>
                !IstioVersion.IsBefore(version, b.First)
                && IstioVersion.IsBefore(version, b.FixedIn)
                && IstioVersion.MinorsBetween(version, b.FixedIn) == 0
            ),
        ];
    }

    private static SecurityBulletin Istio(string number, string first, string fixedIn, string summary) =>
        new("ISTIO-SECURITY-" + number, first, fixedIn, summary, $"https://istio.io/latest/news/security/istio-security-{number}/");
}
