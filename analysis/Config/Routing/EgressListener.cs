using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Matching;

namespace MeshStack.Analysis.Config.Routing;

/// <summary>One egress listener of a Sidecar: what it imports.</summary>
/// <param name="Port">The port it is for; null for all others.</param>
/// <param name="Hosts">The imported hosts and the namespaces they are imported from.</param>
internal sealed record EgressListener(int? Port, IReadOnlyList<(string Namespace, string Host)> Hosts)
{
    public static EgressListener Everything { get; } = new(null, [("*", "*")]);

    public static EgressListener Of(Field field, string ns) =>
        new(
            field["port"]["number"].Port(),
            [
                .. from text in field["hosts"].Texts()
                let slash = text.IndexOf('/', StringComparison.Ordinal)
                where slash > 0
                select (text[..slash] == "." ? ns : text[..slash], text[(slash + 1)..]),
            ]
        );

    /// <summary>True where a host of the namespace is imported; what is said about the namespace itself wins over what is said about
    /// all.</summary>
    public bool Imports(string ns, string host)
    {
        var own = Hosts.Where(entry => entry.Namespace == ns).ToArray();
        return (own.Length > 0 ? own : Hosts.Where(entry => entry.Namespace == "*")).Any(entry => HostMatch.IsSubset(host, entry.Host));
    }
}
