using System.Collections;

namespace MeshStack.Definition;

/// <summary>Namespaces that istiod is told to pass by, though the mesh is in them.</summary>
/// <remarks>Source: pkg/kube/namespace/filter.go of istio/istio; no namespace is excepted, not even istiod's own.</remarks>
internal static class DiscoveryRules
{
    private const string Key = "discoverySelectors";

    private const string NameLabel = "kubernetes.io/metadata.name";

    private const string Advice = "select them too, by a label that each has, such as " + NameLabel;

    /// <summary>What the selectors of the clusters leave out.</summary>
    public static IEnumerable<ArgsProblem> Check(MeshSettings settings, MeshPlan plan) =>
        plan.Clusters.Values.SelectMany(cluster => Check(settings, plan, cluster));

    private static IEnumerable<ArgsProblem> Check(MeshSettings settings, MeshPlan plan, ClusterPlan cluster)
    {
        var install = settings.Clusters[cluster.ConfiguredIn].Install;
        foreach (
            var (path, config) in new (string, object?)[]
            {
                ("meshConfig", install.MeshConfig),
                ("values.istiod.meshConfig", ChartValues.At(install.Values?.Istiod, "meshConfig")),
            }
        )
        {
            if (
                ChartValues.At(config as IReadOnlyDictionary<string, object>, Key) is not { } given
                || Selectors(given) is not { Count: > 0 } selectors
            )
            {
                continue;
            }

            var leftOut = Namespaces(settings, plan, cluster)
                .Where(ns => !selectors.Any(selector => MayChoose(selector, ns.Labels)))
                .Select(ns => ns.Name)
                .ToList();
            if (leftOut.Count > 0)
            {
                yield return new(
                    $"clusters.{cluster.ConfiguredIn}.{path}.{Key}",
                    $"none of them selects {string.Join(" and ", leftOut)} of {cluster.Identity.Name}: istiod would see neither "
                        + $"services nor policies there, so that what they close is open; {Advice}"
                );
            }
        }
    }

    /// <summary>The namespaces that the mesh makes and is in, with all of their labels.</summary>
    private static IEnumerable<(string Name, Dictionary<string, string> Labels)> Namespaces(
        MeshSettings settings,
        MeshPlan plan,
        ClusterPlan cluster
    )
    {
        var name = cluster.Identity.Name;
        var member = settings.Clusters[name];
        yield return Labelled(
            cluster.SystemNamespace,
            new Dictionary<string, string> { ["topology.istio.io/network"] = cluster.Identity.Network }
        );
        foreach (var (home, gateway) in Gateways(member.Install).Where(g => g.Namespace != cluster.SystemNamespace))
        {
            var (key, value) = RevisionSet.ChartName(gateway.Revision ?? member.Install.RevisionSet.Reference) is { } revision
                ? ("istio.io/rev", revision)
                : ("istio-injection", "enabled");
            yield return Labelled(home, new Dictionary<string, string> { [key] = value });
        }

        var controlPlane = plan.ControlPlanes(settings)[name];
        foreach (
            var (ns, given) in member
                .Namespaces.Where(n => n.Value is { Existing: false, Injection: not MeshNamespaceRules.Disabled })
                .OrderBy(n => n.Key, StringComparer.Ordinal)
        )
        {
            var labels = new MeshNamespaceRules(given, ns, controlPlane).MeshLabels();
            yield return Labelled(ns, labels.Concat(given.Labels).DistinctBy(l => l.Key).ToDictionary());
        }
    }

    private static IEnumerable<(string Namespace, GatewayInstallSettings Gateway)> Gateways(IstioInstallSettings install)
    {
        if (install.Egress is { } egress)
        {
            yield return (GatewayModel.Egress(null).Namespace, egress);
        }

        if (install.Ingress is { } ingress)
        {
            yield return (GatewayModel.Ingress(null).Namespace, ingress);
        }

        foreach (var (name, gateway) in install.Ingresses.OrderBy(i => i.Key, StringComparer.Ordinal))
        {
            yield return (GatewayModel.NamedIngress(name, null).Namespace, gateway);
        }
    }

    private static (string Name, Dictionary<string, string> Labels) Labelled(string name, Dictionary<string, string> labels)
    {
        labels[NameLabel] = name;
        return (name, labels);
    }

    private static List<IReadOnlyDictionary<string, object>> Selectors(object given) =>
        given is IEnumerable list and not string ? [.. list.OfType<IReadOnlyDictionary<string, object>>()] : [];

    /// <summary>Whether a selector chooses these labels; one that cannot be read may.</summary>
    private static bool MayChoose(IReadOnlyDictionary<string, object> selector, Dictionary<string, string> labels) =>
        (selector.GetValueOrDefault("matchLabels") as IReadOnlyDictionary<string, object> ?? Empty.Map<object>()).All(wanted =>
            labels.TryGetValue(wanted.Key, out var own) && own == wanted.Value as string
        )
        && Items(selector.GetValueOrDefault("matchExpressions"))
            .OfType<IReadOnlyDictionary<string, object>>()
            .All(expression =>
            {
                var own = labels.GetValueOrDefault(expression.GetValueOrDefault("key") as string ?? "");
                var isIn = own is not null && Items(expression.GetValueOrDefault("values")).Contains(own);
                return expression.GetValueOrDefault("operator") switch
                {
                    "In" => isIn,
                    "NotIn" => !isIn,
                    "Exists" => own is not null,
                    "DoesNotExist" => own is null,
                    _ => true,
                };
            });

    private static IEnumerable<object> Items(object? value) => value is IEnumerable list and not string ? list.Cast<object>() : [];
}
