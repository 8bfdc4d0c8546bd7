using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Matching;

namespace MeshStack.Analysis.Config.Routing;

/// <summary>One egress listener of a Sidecar: what it imports.</summary>
/// <param name="Port">The port it is for; null for all others.</param>
/// <param name="Protocol">What it takes what comes for, whatever the services say; null where it is for all ports.</param>
/// <param name="Hosts">The imported hosts and the namespaces they are imported from.</param>
/// <param name="Excluded">The hosts that are left out of them.</param>
internal sealed record EgressListener(
    int? Port,
    ServiceProtocol.Kind? Protocol,
    IReadOnlyList<(string Namespace, string Host)> Hosts,
    IReadOnlyList<(string Namespace, string Host)> Excluded
)
{
    private const char Exclusion = '~';

    public static EgressListener Everything { get; } = new(null, null, [("*", "*")], []);

    /// <param name="field">The listener as it is written.</param>
    /// <param name="ns">The namespace of the workload.</param>
    /// <param name="excludes">True where istiod knows hosts that are left out.</param>
    public static EgressListener From(Field field, string ns, bool excludes)
    {
        var hosts = field["hosts"].Texts();
        var port = field["port"]["number"].Port();
        return new(
            port,
            port is null ? null : ServiceProtocol.Parse(field["port"]["protocol"].Text),
            [.. hosts.Where(host => !excludes || !host.StartsWith(Exclusion)).Select(Split).OfType<(string, string)>()],
            [.. hosts.Where(host => excludes && host.StartsWith(Exclusion)).Select(host => Split(host[1..])).OfType<(string, string)>()]
        );

        (string Namespace, string Host)? Split(string text) =>
            text.Split('/') is [var of, var host]
                ? (
                    of == "." ? ns
                    : of.Length == 0 ? "*"
                    : of,
                    host
                )
                : null;
    }

    /// <summary>True where the listener has hosts that some versions of Istio leave out.</summary>
    public static bool HasExclusions(Field field) => field["hosts"].Texts().Any(host => host.StartsWith(Exclusion));

    /// <summary>True where a host of the namespace is imported, by the name of the namespace or with all.</summary>
    public bool Imports(string ns, string host) => Has(Hosts, ns, host) && !Has(Excluded, ns, host);

    /// <summary>True where VirtualServices of the namespace for a host are imported: those of a wildcard with any of its hosts.</summary>
    /// <remarks>Source: VSMatches in pilot/pkg/model/sidecar.go of istio/istio, 1.30.3.</remarks>
    public bool ImportsRoutesOf(string ns, string host) =>
        Hosts.Any(entry => (entry.Namespace == ns || entry.Namespace == "*") && HostMatch.Overlap(host, entry.Host))
        && !Has(Excluded, ns, host);

    private static bool Has(IReadOnlyList<(string Namespace, string Host)> entries, string ns, string host) =>
        entries.Any(entry => (entry.Namespace == ns || entry.Namespace == "*") && HostMatch.IsSubset(host, entry.Host));
}
