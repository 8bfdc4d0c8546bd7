using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Matching;

namespace MeshStack.Analysis.Topology.Services;

/// <summary>The VirtualServices of a cluster by host and by gateway, oldest first.</summary>
internal sealed class VirtualServiceIndex
{
    private readonly Dictionary<string, VirtualServiceConfig> _byName;
    private readonly ILookup<string, VirtualServiceConfig> _inMesh;
    private readonly ILookup<string, VirtualServiceConfig> _byGateway;
    private readonly IReadOnlyList<int> _wildcards;
    private readonly VirtualServiceConfig[] _hidden;

    public VirtualServiceIndex(ClusterSnapshot cluster)
    {
        All =
        [
            .. cluster
                .Objects.Of("VirtualService")
                .Select(manifest => new VirtualServiceConfig(manifest, cluster.Mesh, cluster.Masks.Of(manifest))),
        ];
        _hidden = [.. All.Where(config => config.Unreadable is not null)];
        _byName = All.DistinctBy(config => $"{config.Namespace}/{config.Manifest.Name}")
            .ToDictionary(config => $"{config.Namespace}/{config.Manifest.Name}", StringComparer.Ordinal);
        _inMesh = All.Where(config => config.HidesGateways || config.Gateways.Contains(IstioNames.MeshGateway))
            .SelectMany(config => config.Hosts.Select(host => (host, config)))
            .ToLookup(entry => entry.host, entry => entry.config, StringComparer.Ordinal);
        _wildcards = HostMatch.WildcardLengths(MeshHosts);
        _byGateway = All.SelectMany(config =>
                config.Gateways.Where(gateway => gateway != IstioNames.MeshGateway).Select(gateway => (gateway, config))
            )
            .ToLookup(entry => entry.gateway, entry => entry.config, StringComparer.Ordinal);
    }

    /// <summary>All of them, oldest first.</summary>
    public IReadOnlyList<VirtualServiceConfig> All { get; }

    /// <summary>The hosts that VirtualServices route for sidecars.</summary>
    public IEnumerable<string> MeshHosts => _inMesh.Select(host => host.Key);

    /// <summary>The VirtualServices of the most specific host that sidecars of a namespace see, the one that counts first.</summary>
    /// <remarks>Source: SelectVirtualServices in pilot/pkg/model/virtualservice.go of istio/istio, 1.30.3.</remarks>
    public IReadOnlyList<VirtualServiceConfig> ForSidecar(string host, string client, Func<VirtualServiceConfig, bool> isSeen)
    {
        VirtualServiceConfig[] found = [];
        HostMatch.MostSpecific(host, _wildcards, pattern => (found = [.. _inMesh[pattern].Where(isSeen)]).Length > 0);
        return found.Length < 2 ? found : [.. found.OrderBy(config => config.Rank(client))];
    }

    /// <summary>True where the manifests say in which order a namespace's proxies get the VirtualServices, as far as it matters.</summary>
    /// <param name="configs">Those of one host.</param>
    /// <param name="client">The namespace.</param>
    /// <param name="isFirstAlone">True where the first of them counts and no other.</param>
    public static bool IsOrdered(IReadOnlyList<VirtualServiceConfig> configs, string client, bool isFirstAlone)
    {
        if (configs.Count < 2)
        {
            return true;
        }

        var ranks = configs.GroupBy(config => config.Rank(client), config => config.Manifest);
        return (isFirstAlone ? ranks.Take(1) : ranks).All(rank => CreationOrder.IsKnown([.. rank]));
    }

    /// <summary>What hides a VirtualService that a namespace's sidecars may route a host by.</summary>
    public Unreadable? HiddenForSidecar(string host, string client) =>
        Hidden(IstioNames.MeshGateway, pattern => HostMatch.IsSubset(host, pattern), client);

    /// <summary>What hides a VirtualService that a gateway's server may route a host by; null for every host.</summary>
    public Unreadable? HiddenForGateway(string gateway, string? host, string client) =>
        Hidden(gateway, pattern => host is null || HostMatch.IsSubset(host, pattern), client);

    public IEnumerable<VirtualServiceConfig> ForGateway(string gateway) => _byGateway[gateway];

    /// <summary>The routes with delegates in place of the routes that name them.</summary>
    public IReadOnlyList<HttpRoute> RoutesOf(VirtualServiceConfig config) =>
        [.. config.Routes.SelectMany(route => route.Field["delegate"].Exists ? Delegated(route) : [route])];

    private Unreadable? Hidden(string gateway, Func<string, bool> isFor, string client) =>
        _hidden
            .FirstOrDefault(config =>
                (config.HidesGateways || config.Gateways.Contains(gateway))
                && (config.HidesExportTo || Visibility.Reaches(config.ExportTo, config.Namespace, client))
                && (config.HidesHosts || config.Hosts.Any(isFor))
            )
            ?.Unreadable;

    // What hides which VirtualService a route is handed to, or what that one makes of it.
    private Unreadable? HiddenDelegate(HttpRoute root, string ns, string name) =>
        Mask.IsWithin(root.Field["delegate"].Value) ? Unreadable.From(root.Manifest, root.Field["delegate"].Path)
        : _byName.TryGetValue($"{ns}/{name}", out var target) ? target.Unreadable
        : _hidden.FirstOrDefault(config => config.Namespace == ns && Mask.IsIn(config.Manifest.Name))?.Unreadable;

    private IEnumerable<HttpRoute> Delegated(HttpRoute root)
    {
        var name = root.Field["delegate"]["name"].Text ?? "";
        var ns = root.Field["delegate"]["namespace"].Text is { Length: > 0 } given ? given : root.Namespace;
        if (HiddenDelegate(root, ns, name) is { } hidden)
        {
            yield return root.Perhaps(hidden) with
            {
                Unreadable = hidden,
            };
            yield break;
        }

        if (
            !_byName.TryGetValue($"{ns}/{name}", out var target)
            || target.Hosts.Count > 0
            || !Visibility.Reaches(target.DelegatesTo, target.Namespace, root.Namespace)
        )
        {
            yield break;
        }

        foreach (var leaf in target.Routes.Where(leaf => !leaf.Field["delegate"].Exists))
        {
            if (DelegateMatches.Merge(root.Matches, leaf.Matches) is { } matches)
            {
                yield return leaf with
                {
                    Root = root,
                    Matches = matches,
                    Unreadable = leaf.Unreadable ?? root.Unreadable,
                };
            }
        }
    }
}
