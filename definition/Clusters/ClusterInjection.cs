using System.Collections;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>Which pods of a cluster get a sidecar that their traffic passes, as far as its namespaces and its charts' values say
/// it.</summary>
/// <remarks>Source: mutatingwebhook.yaml and istiod-injector-configmap.yaml of the chart istiod, injectRequired of
/// pkg/kube/inject/inject.go and cni/pkg/plugin/plugin.go of istio/istio.</remarks>
/// <param name="Cluster">The cluster of the pods.</param>
/// <param name="Injecting">The cluster that configures the istiod which injects them.</param>
internal sealed record ClusterInjection(string Cluster, string Injecting)
{
    private const string AutoInject = "global.proxy.autoInject";
    private const string Webhook = "sidecarInjectorWebhook";

    /// <summary>The namespaces of which the mesh says how they are injected.</summary>
    public IReadOnlyDictionary<string, MeshNamespaceSettings> Namespaces { get; init; } = Empty.Map<MeshNamespaceSettings>();

    /// <summary>The values of the istiod that injects.</summary>
    public IReadOnlyDictionary<string, object>? Istiod { get; init; }

    /// <summary>The installation that has them.</summary>
    public IstioInstallSettings? Installation { get; init; }

    /// <summary>What their proxies make of paths before they compare them; null where nothing says.</summary>
    public string? PathNormalization =>
        (
            ChartValues.At(Istiod, "meshConfig.pathNormalization.normalization")
            ?? ChartValues.At(Installation?.MeshConfig, "pathNormalization.normalization")
        ) as string;

    /// <summary>The namespaces that the node agent passes by, where it is it that redirects traffic to sidecars.</summary>
    public IReadOnlyList<string> PassedBy { get; init; } = [];

    /// <summary>What is known of the clusters of a mesh.</summary>
    public static ClusterInjection From(MeshSettings settings, ClusterPlan plan)
    {
        var name = plan.Identity.Name;
        var injecting = settings.Clusters.GetValueOrDefault(plan.ConfiguredIn)?.Install ?? settings.Clusters[name].Install;
        return From(settings.Clusters[name].Install, name, plan.ConfiguredIn, injecting) with
        {
            Namespaces = settings.Clusters[name].Namespaces,
        };
    }

    /// <summary>What is known of a cluster that has its own istiod.</summary>
    public static ClusterInjection From(IstioInstallSettings install, string cluster) => From(install, cluster, cluster, install);

    /// <summary>What keeps the sidecars of some pods away; null where nothing is known to.</summary>
    /// <param name="ns">Their namespace.</param>
    /// <param name="labels">Their labels as far as they are known.</param>
    public MissingSidecar? Withheld(string ns, IReadOnlyDictionary<string, string> labels)
    {
        var said = labels.GetValueOrDefault(IstioNames.Inject);
        return Namespaces.GetValueOrDefault(ns)?.Injection == MeshNamespaceRules.Disabled
                ? new($"'{ns}' has injection: disabled, and no pod can opt in there", IsCertain: true)
                {
                    Setting = $"clusters.{Cluster}.namespaces.{ns}.injection",
                }
            : IstioNames.NeverInjected.Contains(ns) ? new($"Istio never injects into '{ns}'", IsCertain: true)
            : said == "false" ? new($"the pods have the label {IstioNames.Inject}: \"false\"", IsCertain: true)
            : PassedBy.Contains(ns)
                ? new($"the node agent passes '{ns}' by, so that its traffic goes around the sidecars", IsCertain: true)
                {
                    Setting = $"clusters.{Cluster}.values.cni.excludeNamespaces",
                }
            : ByPolicy(said == "true") ?? (said == "true" ? null : BySelector(labels)) ?? ByTemplate();
    }

    /// <summary>What leads connections to a port of pods around their sidecars; null where nothing is known to.</summary>
    public MissingSidecar? PastSidecar(int? port) =>
        Installation is { IsAmbient: false } install && InterceptionRules.PastSidecar(install, port) is { } past
            ? new(
                $"connections to {(port is { } one ? Number(one) : "the pods")} go past their sidecar, because {past.Why}",
                IsCertain: true
            )
            {
                Setting = $"clusters.{Injecting}.{past.Path}",
            }
            : null;

    /// <summary>Whether pods of a namespace get a sidecar unless they say no, and which setting says so.</summary>
    public string? InjectedBy(string ns, IReadOnlyDictionary<string, string> labels)
    {
        if (labels.GetValueOrDefault(IstioNames.Inject) == "false" || Withheld(ns, labels) is not null)
        {
            return null;
        }

        return Namespaces.GetValueOrDefault(ns) is { Reference: not null } ? $"clusters.{Cluster}.namespaces.{ns}"
            : !Namespaces.ContainsKey(ns) && At($"{Webhook}.enableNamespacesByDefault") is true
                ? Value($"{Webhook}.enableNamespacesByDefault")
            : null;
    }

    private static ClusterInjection From(IstioInstallSettings install, string cluster, string injecting, IstioInstallSettings injector) =>
        new(cluster, injecting)
        {
            Istiod = injector.Values?.Istiod,
            Installation = injector,
            PassedBy =
                injector is { HasCni: true, IsAmbient: false } && ChartValues.At(install.Values?.Cni, "excludeNamespaces") is { } passed
                    ? Texts(passed)
                    : [],
        };

    private MissingSidecar? ByPolicy(bool asks) =>
        At(AutoInject) switch
        {
            null or "enabled" => null,
            "disabled" when asks => null,
            "disabled" => new(
                $"autoInject is disabled, so that only pods with the label {IstioNames.Inject}: \"true\" get one",
                IsCertain: false
            )
            {
                Setting = Value(AutoInject),
            },
            var other => new($"autoInject is '{other}', with which Istio injects nothing (enabled or disabled is allowed)", IsCertain: true)
            {
                Setting = Value(AutoInject),
            },
        };

    private MissingSidecar? BySelector(IReadOnlyDictionary<string, string> labels) =>
        At($"{Webhook}.neverInjectSelector") is { } never
        && Items(never).OfType<IReadOnlyDictionary<string, object>>().Any(selector => MayChoose(selector, labels))
            ? new("a neverInjectSelector may choose its pods", IsCertain: false) { Setting = Value($"{Webhook}.neverInjectSelector") }
            : null;

    private MissingSidecar? ByTemplate() =>
        At($"{Webhook}.defaultTemplates") is { } given && Texts(given) is { Count: > 0 } templates && !templates.Contains("sidecar")
            ? new($"pods get the template {string.Join(", ", templates)} in place of sidecar", IsCertain: false)
            {
                Setting = Value($"{Webhook}.defaultTemplates"),
            }
            : null;

    private static bool MayChoose(IReadOnlyDictionary<string, object> selector, IReadOnlyDictionary<string, string> labels)
    {
        var wanted = selector.GetValueOrDefault("matchLabels") as IReadOnlyDictionary<string, object> ?? Empty.Map<object>();
        return (wanted.Count > 0 || selector.ContainsKey("matchExpressions"))
            && wanted.All(w => !labels.TryGetValue(w.Key, out var own) || own == w.Value as string);
    }

    private static string Number(int port) => FormattableString.Invariant($"port {port} of the pods");

    private object? At(string path) => ChartValues.At(Istiod, path);

    private string Value(string path) => $"clusters.{Injecting}.values.istiod.{path}";

    private static IEnumerable<object> Items(object value) => value is IEnumerable list and not string ? list.Cast<object>() : [];

    private static IReadOnlyList<string> Texts(object value) => [.. Items(value).OfType<string>()];
}
