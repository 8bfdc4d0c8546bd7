namespace MeshStack.Manifests;

/// <summary>Rules on a VirtualService's hosts.</summary>
internal static class VirtualServiceHostRules
{
    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "virtual-service-host",
            Severity.Error,
            "VirtualService",
            "A host is a name, an IP address or a name behind a wildcard.",
            "No request can name such a host, so the routes would never be used.",
            "Write a full or short name, an IP address, or a name behind a wildcard.",
            Host
        ),
        new(
            "virtual-service-mesh-wildcard",
            Severity.Error,
            "VirtualService",
            "A VirtualService of the mesh names its hosts; '*' is for gateways.",
            "Every call of every sidecar would take these routes, whatever service was called.",
            "Name the hosts, or give gateways other than mesh.",
            MeshWildcard
        ),
        new(
            "virtual-service-host-overlap",
            Severity.Error,
            "VirtualService",
            "The hosts of a VirtualService do not overlap.",
            "Requests to the overlap belong to two hosts of the same routes, which a proxy refuses as a duplicate domain.",
            "Keep the wildcard, or the names within it.",
            Overlap
        ),
    ];

    private static IEnumerable<Problem> Host(Subject subject)
    {
        var isSni = VirtualServiceScope.IsForGatewaysOnly(subject.Spec) && TlsRoutes.HaveServerNames(subject.Spec);
        return from host in subject.Spec["hosts"].Items
            let text = host.Text ?? ""
            let reason = IpAddress.IsAddress(text) || (isSni && TlsRoutes.IsServerNameOfMesh(text)) ? null : HostName.WhyNotPattern(text)
            where reason is not null
            select new Problem(host, $"\"{text}\" is no host: {reason}.");
    }

    private static IEnumerable<Problem> MeshWildcard(Subject subject) =>
        VirtualServiceScope.IsForMesh(subject.Spec)
            ? subject
                .Spec["hosts"]
                .Items.Where(host => host.Text == "*")
                .Select(host => new Problem(
                    host,
                    "The host '*' would take every call in the mesh; name the hosts, or give gateways other than mesh."
                ))
            : [];

    private static IEnumerable<Problem> Overlap(Subject subject)
    {
        var hosts = subject.Spec["hosts"].Items.Where(host => host.Text is { Length: > 0 }).ToArray();
        var first = new Dictionary<string, Field>(StringComparer.Ordinal);
        foreach (var host in hosts)
        {
            if (!first.TryAdd(host.Text!, host))
            {
                yield return new(host, $"The host {host.Text} is given already; each is named once.");
            }
        }

        var set = new HostSet(first.Keys);
        foreach (var (text, host) in first)
        {
            var wider = set.WildcardAround(text);
            if (wider is not null)
            {
                yield return new(
                    host,
                    $"The host {text} is within {wider}, which is given too; hosts of one VirtualService do not overlap."
                );
            }
        }
    }
}
