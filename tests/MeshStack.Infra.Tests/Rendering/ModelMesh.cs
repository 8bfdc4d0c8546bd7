using Map = System.Collections.Generic.IReadOnlyDictionary<string, object?>;

namespace MeshStack.Infra.Tests.Rendering;

/// <summary>The clusters of a rendering, and somebody who fills in what they get to know.</summary>
internal sealed class ModelMesh
{
    private readonly SortedDictionary<string, ModelCluster> _clusters = new(StringComparer.Ordinal);
    private readonly HashSet<(string Cluster, string Reference)> _expected = [];
    private readonly Dictionary<string, string> _hosts = new(StringComparer.Ordinal);

    public ModelMesh(Recording recording)
    {
        foreach (var cluster in recording.Clusters)
        {
            var model = new ModelCluster(cluster.Name, this);
            var made = cluster.Manifests.Where(m => m.Kind == "Namespace").Select(m => m.Name).ToHashSet(StringComparer.Ordinal);

            // What nobody makes is somebody else's, and there already; but for Istio's own.
            model.Has([
                "kube-system",
                "default",
                .. cluster
                    .Manifests.Select(m => m.Namespace)
                    .OfType<string>()
                    .Where(n => !made.Contains(n) && !n.Contains("istio", StringComparison.Ordinal)),
            ]);
            _clusters[cluster.Name] = model;
            _expected.UnionWith(cluster.Manifests.Select(m => (cluster.Name, m.Reference)));
            if (cluster.Manifests.FirstOrDefault(m => m.Name == "external-istiod-gw") is { } entryPoint)
            {
                _hosts[
                    (string)((IReadOnlyList<object?>)((Map)((IReadOnlyList<object?>)entryPoint.Spec["servers"].Value!)[0]!)["hosts"]!)[0]!
                ] = cluster.Name;
            }
        }
    }

    public ModelCluster this[string cluster] => _clusters[cluster];

    public IEnumerable<ModelCluster> Clusters => _clusters.Values;

    /// <summary>Whether an object is a part of the rendering.</summary>
    public bool Expects(string cluster, string reference) => _expected.Contains((cluster, reference));

    /// <summary>The cluster whose gateway has a DNS name.</summary>
    public ModelCluster? Hosting(string host) => _hosts.TryGetValue(host, out var cluster) ? _clusters[cluster] : null;

    /// <summary>The cluster whose east-west gateway has an address.</summary>
    public ModelCluster? At(string address) => _clusters.Values.FirstOrDefault(c => AddressOf(c.Name) == address);

    /// <summary>An object or values with everything filled in that can be known by now.</summary>
    public object? Fill(object? value, string cluster, string? secret) =>
        value switch
        {
            string text when text.Contains("[secret]", StringComparison.Ordinal) => Secret(
                secret ?? throw new RefusedException("a mask outside of a Secret")
            ),
            string text when text.Contains("${", StringComparison.Ordinal) => Known(text),
            Map map => map.ToDictionary(e => e.Key, e => Fill(e.Value, cluster, secret), StringComparer.Ordinal),
            IEnumerable<object?> list => list.Select(i => Fill(i, cluster, secret)).ToArray(),
            _ => value,
        };

    private string Known(string text)
    {
        foreach (var cluster in _clusters.Values)
        {
            foreach (
                var (use, ns, gateway) in new[]
                {
                    ("eastWestGateway", "istio-system", "istio-eastwestgateway"),
                    ("eastWestGateway", "external-istiod", "istio-eastwestgateway"),
                    ("ingressGateway", "istio-ingress", "istio-ingressgateway"),
                }
            )
            {
                if (text == $"${{{cluster.Name}.{use}.address}}" && cluster.Releases.Contains($"{ns}/{gateway}"))
                {
                    return AddressOf(cluster.Name);
                }
            }
        }

        return text.EndsWith(".address}", StringComparison.Ordinal)
            ? throw new RefusedException($"{text} is not known yet")
            : "-----BEGIN CERTIFICATE-----";
    }

    /// <summary>A secret value: credentials of a cluster exist once its token does.</summary>
    private string Secret(string reference)
    {
        var read =
            reference.Split("istio-remote-secret-") is [_, var other] ? other
            : reference.EndsWith("/istio-kubeconfig", StringComparison.Ordinal)
                ? _clusters.Keys.First(c =>
                    _expected.Any(e =>
                        e.Cluster == c
                        && e.Reference.Contains("/istiod", StringComparison.Ordinal)
                        && e.Reference.EndsWith("-istio-remote-secret-token", StringComparison.Ordinal)
                    )
                )
            : null;
        if (read is not null && !_clusters[read].Objects.Keys.Any(o => o.EndsWith("-istio-remote-secret-token", StringComparison.Ordinal)))
        {
            throw new RefusedException($"there is no token of {read} yet for {reference}");
        }

        return "filled in";
    }

    private static string AddressOf(string cluster) => $"192.0.2.{(cluster.Sum(letter => letter) % 200) + 1}";
}
