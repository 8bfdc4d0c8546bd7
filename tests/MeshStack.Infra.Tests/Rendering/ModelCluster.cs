using MeshStack.Manifests;
using Map = System.Collections.Generic.IReadOnlyDictionary<string, object?>;

namespace MeshStack.Infra.Tests.Rendering;

/// <summary>A cluster as far as it decides whether something can be applied: kinds, namespaces, service accounts, webhooks, and what
/// runs.</summary>
/// <remarks>What the charts make is written down from their templates, of Istio 1.31.</remarks>
internal sealed class ModelCluster(string name, ModelMesh mesh)
{
    private static readonly string[] BuiltIn = ["Namespace", "Secret", "Service", "MutatingWebhookConfiguration"];

    private readonly List<(string Revision, string? Url)> _validators = [];
    private readonly HashSet<string> _namespaces = new(StringComparer.Ordinal);
    private readonly HashSet<string> _accounts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _releases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Map> _labels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Manifest> _objects = new(StringComparer.Ordinal);
    private readonly List<InjectionWebhook> _injectors = [];
    private bool _hasIstioKinds;
    private bool _hasGatewayApi;

    public string Name => name;

    /// <summary>The objects that were applied, by reference.</summary>
    public IReadOnlyDictionary<string, Manifest> Objects => _objects;

    /// <summary>The releases that were installed, as namespace/name.</summary>
    public IReadOnlySet<string> Releases => _releases;

    /// <summary>Namespaces that are there before anything is applied.</summary>
    public void Has(IEnumerable<string> namespaces) => _namespaces.UnionWith(namespaces);

    public void ApplyFile(string url)
    {
        Refuse(!url.Contains("kubernetes-sigs/gateway-api", StringComparison.Ordinal), $"{url} is not known");
        _hasGatewayApi = true;
    }

    public void Apply(Manifest manifest)
    {
        var what = $"{manifest.ApiVersion} {manifest.Reference}";
        Refuse(
            manifest.Group.EndsWith("istio.io", StringComparison.Ordinal) ? !_hasIstioKinds
                : manifest.Group == "gateway.networking.k8s.io" ? !_hasGatewayApi
                : !BuiltIn.Contains(manifest.Kind),
            $"no matches for kind of {what}"
        );
        Refuse(manifest.Namespace is { } ns && !_namespaces.Contains(ns), $"namespace of {what} not found");
        Refuse(
            Texts(manifest.Body).Any(t => t.Contains("[secret]", StringComparison.Ordinal) || t.Contains("${", StringComparison.Ordinal)),
            $"{what} is not filled in"
        );
        switch (manifest.Kind)
        {
            case "Namespace":
                _namespaces.Add(manifest.Name);
                _labels[manifest.Name] = manifest.Body.At("metadata", "labels") as Map ?? new Dictionary<string, object?>();
                break;
            case "MutatingWebhookConfiguration":
                _injectors.AddRange(InjectionWebhook.From(manifest));
                break;
            case "Secret" when manifest.Body.At("type") is "kubernetes.io/service-account-token":
                var account = (string)((Map)manifest.Body.At("metadata", "annotations")!)["kubernetes.io/service-account.name"]!;
                Refuse(
                    !_accounts.Contains($"{manifest.Namespace}/{account}"),
                    $"{what}: service account {account} does not exist, so its controller deletes the token"
                );
                break;
        }

        _objects[manifest.Reference] = manifest;
    }

    public void Install(string ns, string release, string chart, Map values)
    {
        var what = $"release {ns}/{release}";
        Refuse(!_namespaces.Contains(ns), $"{what}: namespace {ns} not found");
        Refuse(
            Texts(values).Any(t => t.Contains("[secret]", StringComparison.Ordinal) || t.Contains("${", StringComparison.Ordinal)),
            $"{what} is not filled in"
        );
        switch (chart)
        {
            case "base":
                _hasIstioKinds = true;
                if (values.At("defaultRevision") is not "")
                {
                    _validators.Add((values.At("defaultRevision") as string ?? "default", values.At("base", "validationURL") as string));
                }

                _accounts.Add($"{values.At("global", "istioNamespace") ?? "istio-system"}/istio-reader-service-account");
                break;
            case "istiod":
                Istiod(ns, release, values, what);
                break;
            case "gateway":
                Gateway(ns, release, values, what);
                break;
            default:
                Refuse(chart is not ("cni" or "ztunnel"), $"{what}: there is no chart {chart}");
                Refuse(
                    chart == "ztunnel" && !_releases.Any(r => r.StartsWith("istio-system/istiod", StringComparison.Ordinal)),
                    $"{what}: there is no istiod that its pods could ask"
                );
                break;
        }

        _releases.Add($"{ns}/{release}");
    }

    /// <summary>Webhooks whose certificate no istiod keeps up to date: with the next release they refuse every Istio object.</summary>
    public IEnumerable<string> DeadValidators =>
        _validators
            .Where(v =>
                v.Url is { } url
                    ? mesh.Hosting(new Uri(url).Host) is null
                    : !RunsIstiod("istio-system", v.Revision == "default" ? "istiod" : "istiod-" + v.Revision)
            )
            .Select(v => v.Revision);

    /// <summary>Whether a control plane runs here and answers under its own service.</summary>
    public bool RunsIstiod(string ns, string service) => _releases.Contains($"{ns}/{service}") && !_served.ContainsKey($"{ns}/{service}");

    private readonly Dictionary<string, Map> _served = new(StringComparer.Ordinal);

    private void Istiod(string ns, string release, Map values, string what)
    {
        Refuse(!_hasIstioKinds, $"{what}: Istio's kinds are not there");
        var isServed = values.At("profile") is "remote";
        var revision = values.At("revision") as string ?? "";
        if (isServed)
        {
            _served[$"{ns}/{release}"] = values;
            Refuse(
                values.At("global", "remotePilotAddress") is string address && !System.Net.IPAddress.TryParse(address, out _),
                $"{what}: a Service of type ExternalName serves no webhook"
            );
        }
        else
        {
            Refuse(
                mesh.Expects(name, $"Secret {ns}/cacerts") && !_objects.ContainsKey($"Secret {ns}/cacerts"),
                $"{what} would sign with a root of its own: cacerts is not there"
            );
            Refuse(
                values.At("env", "SHARED_MESH_CONFIG") is not null && !_objects.ContainsKey($"Secret {ns}/istio-kubeconfig"),
                $"{what} does not start without istio-kubeconfig"
            );
        }

        _accounts.Add($"{ns}/{release}");
        if (values.At("global", "configValidation") is not false)
        {
            _validators.Add((revision.Length == 0 ? "default" : revision, values.At("base", "validationURL") as string));
        }

        if (values.At("global", "operatorManageWebhooks") is not true)
        {
            var url = values.At("istiodRemote", "injectionURL") as string;
            _injectors.AddRange(InjectionWebhook.OfRevision(revision.Length == 0 ? "default" : revision, url, ns, release));
        }
    }

    private void Gateway(string ns, string release, Map values, string what)
    {
        var labels = new Dictionary<string, object?> { ["sidecar.istio.io/inject"] = "true" };
        if (values.At("revision") is string revision)
        {
            labels["istio.io/rev"] = revision;
        }

        var matching = _injectors
            .Where(i => i.Matches(_labels.GetValueOrDefault(ns) ?? new Dictionary<string, object?>(), labels))
            .ToList();
        Refuse(matching.Count == 0, $"{what}: no webhook injects its pods, which keep the image auto and never start");
        Refuse(matching.Count > 1, $"{what}: {matching.Count} webhooks inject its pods");
        var (serving, system) = Serving(matching[0], what);
        Refuse(!serving.Knows(system, name), $"{what}: the istiod of {serving.Name} does not know {name}, so its pods never get ready");
    }

    /// <summary>The cluster whose istiod answers a webhook, and the namespace that it runs in.</summary>
    private (ModelCluster Cluster, string Namespace) Serving(InjectionWebhook webhook, string what)
    {
        if (webhook.Url is { } url)
        {
            var host = mesh.Hosting(new Uri(url).Host);
            Refuse(host is null || !host.ExposesHostedIstiod(), $"{what}: nobody answers {url}");
            return (host!, "external-istiod");
        }

        var (ns, service) = (webhook.Namespace!, webhook.Service!);
        Refuse(!_releases.Contains($"{ns}/{service}"), $"{what}: the webhook's service {ns}/{service} is not there");
        if (!_served.TryGetValue($"{ns}/{service}", out var values))
        {
            return (this, ns);
        }

        var primary = mesh.At((string)values.At("global", "remotePilotAddress")!);
        Refuse(primary is null || !primary.ExposesIstiod(service), $"{what}: the gateway of the primary does not lead to {service}");
        return (primary!, "istio-system");
    }

    private bool ExposesIstiod(string service) =>
        _releases.Contains("istio-system/istio-eastwestgateway")
        && RunsIstiod("istio-system", service)
        && _objects.ContainsKey("Gateway istio-system/istiod-gateway")
        && _objects.Keys.Any(o => o.StartsWith("VirtualService istio-system/istiod-vs", StringComparison.Ordinal));

    private bool ExposesHostedIstiod() =>
        _releases.Contains("istio-system/istio-controlplanegateway")
        && _releases.Any(r => r.StartsWith("external-istiod/istiod", StringComparison.Ordinal))
        && new[]
        {
            "Gateway external-istiod/external-istiod-gw",
            "VirtualService external-istiod/external-istiod-vs",
            "DestinationRule external-istiod/external-istiod-dr",
        }.All(_objects.ContainsKey);

    /// <summary>Whether the istiod of a namespace has credentials for a cluster, or lives in it.</summary>
    private bool Knows(string ns, string cluster) =>
        (cluster == name && ns == "istio-system")
        || _objects.ContainsKey($"Secret {ns}/istio-remote-secret-{cluster}")
        || (
            _objects.TryGetValue($"Secret {ns}/istio-kubeconfig", out var config)
            && config.Body.At("metadata", "annotations") is Map annotations
            && annotations["networking.istio.io/cluster"] is string known
            && known == cluster
        );

    private void Refuse(bool condition, string why)
    {
        if (condition)
        {
            throw new RefusedException($"{name}: {why}");
        }
    }

    private static IEnumerable<string> Texts(object? value) =>
        value switch
        {
            string text => [text],
            Map map => map.Values.SelectMany(Texts),
            IEnumerable<object?> list => list.SelectMany(Texts),
            _ => [],
        };
}
