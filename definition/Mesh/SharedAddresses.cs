using System.Net;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>What is given twice and is one thing in the world: API servers and addresses of gateways.</summary>
internal static class SharedAddresses
{
    public static IEnumerable<ArgsProblem> Check(MeshSettings settings) => [.. ApiServers(settings), .. Gateways(settings)];

    /// <summary>Two clusters that are one, in whatever topology.</summary>
    private static IEnumerable<ArgsProblem> ApiServers(MeshSettings settings) =>
        from same in settings
            .Clusters.OrderBy(c => c.Key, StringComparer.Ordinal)
            .Select(c => (Name: c.Key, Server: ServerOf(c.Value.Cluster.ApiServer)))
            .Where(c => c.Server is not null)
            .GroupBy(c => c.Server!, c => c.Name, StringComparer.Ordinal)
        from again in same.Skip(1)
        select new ArgsProblem(
            $"clusters.{again}.apiServer",
            $"is the API server of {same.First()} too: one of the two clusters is not reached there; give each its own"
        );

    /// <summary>Gateways at one address: calls for one would end in the other.</summary>
    private static IEnumerable<ArgsProblem> Gateways(MeshSettings settings)
    {
        var given =
            from cluster in settings.Clusters.OrderBy(c => c.Key, StringComparer.Ordinal)
            from gateway in cluster.Value.Install.AllGateways
            where gateway.Gateway.Address is { IsSecret: false, Known: not null }
            let address = gateway.Gateway.Address!.Known!
            where !Placeholder.IsIn(address)
            select (Cluster: cluster.Key, gateway.Path, Address: address);
        foreach (var same in given.GroupBy(g => Canonical(g.Address), StringComparer.Ordinal))
        {
            var all = same.ToList();
            foreach (var (again, i) in all.Select((g, i) => (g, i)).Skip(1))
            {
                var path = $"clusters.{again.Cluster}.{again.Path}.address";
                var alike = all.Take(i).Where(g => Kind(g.Path) == Kind(again.Path)).ToList();
                if (alike.Count > 0)
                {
                    yield return new(
                        path,
                        $"'{again.Address}' is the address of the {Named(alike[0].Path)} of {alike[0].Cluster} too: "
                            + (
                                alike[0].Cluster == again.Cluster
                                    ? "calls for one would end in the other; give each its own"
                                    : "calls for one cluster would end in the other; give each its own, at the cluster"
                            )
                    );
                }
                else if (AddressRules.OfGateway(again.Address) is null)
                {
                    yield return ArgsProblem.Warning(
                        path,
                        $"'{again.Address}' is the address of the {Named(all[0].Path)} of {all[0].Cluster} too, and both answer on port "
                            + "15021 there: calls for one may end in the other; give each its own"
                    );
                }
            }
        }
    }

    private static string Kind(string path) => path.Split('.')[0] is "ingresses" ? "ingress" : path;

    private static string Named(string path) =>
        path switch
        {
            "eastWest" => "east-west gateway",
            _ when path.StartsWith("ingresses.", StringComparison.Ordinal) => $"ingress gateway {path["ingresses.".Length..]}",
            _ => $"{path} gateway",
        };

    private static string Canonical(string address) =>
        !IPAddress.TryParse(address, out var ip) ? address.TrimEnd('.').ToLowerInvariant()
        : ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4().ToString()
        : ip.ToString();

    // Host and port, and the path where one server stands for several.
    private static string? ServerOf(string? given) =>
        given is not null && Uri.TryCreate(given, UriKind.Absolute, out var uri) && uri.Host.Length > 0
            ? FormattableString.Invariant($"{Canonical(uri.Host.Trim('[', ']'))} {uri.Port} {uri.AbsolutePath.TrimEnd('/')}")
            : null;
}
