using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Diversions;

/// <summary>The namespaces from which calls could be taken, by those of them that fare alike.</summary>
/// <param name="Known">Those that are there, each with the one that is tried out for it.</param>
/// <param name="Tried">The ones that are tried out, that of tomorrow among them.</param>
internal sealed record AlikeNamespaces(IReadOnlyList<(string Namespace, string TriedAs)> Known, IReadOnlyList<string> Tried)
{
    private static readonly string[] Routing = ["VirtualService", "ServiceEntry"];

    /// <summary>Those for some calls; one that istiod does not read takes nothing.</summary>
    public static AlikeNamespaces Of(Snapshot snapshot, AccessMatrix matrix, ProbedCalls calls, string tomorrow)
    {
        var controlPlane = snapshot.Cluster(calls.ControlPlane);
        var apart = Apart(controlPlane, calls).ToLookup(one => one.Namespace, one => one.By, StringComparer.Ordinal);
        var others = controlPlane
            .Namespaces.Keys.Concat(matrix.Callers.Where(one => !one.IsOutside).Select(one => one.Namespace!))
            .Concat(apart.Select(one => one.Key))
            .Distinct(StringComparer.Ordinal)
            .Where(ns => FreeNames.IsLegal(ns) && ns != calls.From && !calls.Owners.Contains(ns) && ns != controlPlane.Mesh.RootNamespace)
            .Where(ns => Discovery.Reads(controlPlane.Mesh.DiscoverySelectors, controlPlane.Namespaces, ns))
            .Order(StringComparer.Ordinal)
            .GroupBy(ns => string.Join('\n', apart[ns].Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)))
            .SelectMany(alike => alike.Select(ns => (Namespace: ns, TriedAs: alike.Key.Length == 0 ? tomorrow : alike.First())))
            .OrderBy(one => one.Namespace, StringComparer.Ordinal)
            .ToArray();
        return new(others, [.. others.Select(one => one.TriedAs).Append(tomorrow).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>What a Sidecar imports, or a Gateway takes routes for, as <c>NAMESPACE/NAME</c>.</summary>
    public static IEnumerable<string> HostsOf(Manifest manifest) =>
        manifest.Kind == "Sidecar"
            ? manifest.Spec["egress"].Items.SelectMany(listener => listener["hosts"].Texts())
            : manifest.Spec["servers"].Items.SelectMany(server => server["hosts"].Texts());

    // The namespaces that an object speaks of where it speaks of the name: the Sidecars of the callers, Gateways, and what routes it. A
    // Sidecar that imports any host of a namespace imports its routes for others as well, where one object has both.
    private static IEnumerable<(string Namespace, string By)> Apart(ClusterSnapshot controlPlane, ProbedCalls calls)
    {
        var imports =
            from sidecar in controlPlane.Objects.Of("Sidecar")
            where sidecar.Namespace == calls.From || sidecar.Namespace == controlPlane.Mesh.RootNamespace
            let listeners = sidecar.Spec["egress"].Items
            let leavesOut = listeners.Any(EgressListener.HasExclusions)
            from listener in listeners
            from text in listener["hosts"].Texts()
            let parts = text.TrimStart('~').Split('/', 2)
            where parts.Length == 2 && parts[0] is not ("*" or "." or "")
            let what = leavesOut || HostMatch.Overlap(parts[1], calls.Host) ? $"{(text[0] == '~' ? "~" : "")}{parts[1]}" : "others"
            select (parts[0], $"{sidecar.Reference} {listener["port"]["number"].Port()} {what}");
        var gateways =
            from gateway in controlPlane.Objects.Of("Gateway").Where(gateway => gateway.Group == "networking.istio.io")
            from host in HostsOf(gateway)
            let parts = host.Split('/', 2)
            where parts.Length == 2 && parts[0] is not ("*" or "~" or "") && HostMatch.Overlap(parts[1], calls.Host)
            select (parts[0] == "." ? gateway.Namespace ?? "default" : parts[0], $"{gateway.Reference} {parts[1]}");
        var routes =
            from kind in Routing
            from manifest in controlPlane.Objects.Of(kind)
            where
                manifest.Namespace is not null
                && manifest.Spec["hosts"].Texts().Any(host => HostMatch.Overlap(HostMatch.Full(host, manifest.Namespace), calls.Host))
            select (manifest.Namespace!, manifest.Reference);
        return imports.Concat(gateways).Concat(routes);
    }
}
