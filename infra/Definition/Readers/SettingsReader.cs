using MeshStack.Infra.Definition.Yaml;

namespace MeshStack.Infra.Definition.Readers;

/// <summary>Reads what the environment is: the keys of the stack's configuration.</summary>
internal sealed class SettingsReader(StackConfiguration configuration, ProblemList problems)
{
    private static readonly string[] Topologies = ["federated"];

    private readonly Dictionary<string, ConfigurationValue> _values = new(StringComparer.Ordinal);

    /// <summary>Where the structured settings stand.</summary>
    private readonly LineIndex _lines = new(configuration.Start);

    public IEnumerable<ConfigurationValue> Values => _values.Values.OrderBy(v => v.Key, StringComparer.Ordinal);

    /// <summary>The root that all clusters share.</summary>
    public ConfigurationValue? Root { get; private set; }

    /// <summary>The clusters, by name.</summary>
    public IReadOnlyList<ClusterDefinition> Read(string stack)
    {
        foreach (var entry in configuration.Entries.Where(e => e.IsSecret && StackConfiguration.Settings.Contains(e.Name)))
        {
            problems.Error(entry.KeyLocation, "meshstack:" + entry.Name, "a setting cannot be secret: it stands in the objects of every cluster");
        }

        var meshId = Scalar("meshId") ?? stack;
        if (Scalar("topology") is { } topology && !Topologies.Contains(topology))
        {
            problems.Error(Entry("topology").KeyLocation, "meshstack:topology", $"'{topology}' is not a topology{Spelling.Suggest(topology, Topologies)}");
        }

        if (Section("trust") is { } trust)
        {
            Root = Value(trust, "rootCertificate", isSecret: false, required: true);
            trust.Finish();
        }

        // Every cluster begins with the stack's settings: read anew for each, because args are mutable.
        var clusters = new List<ClusterDefinition>();
        if (Section("clusters") is { } all)
        {
            foreach (var name in all.Keys.ToList())
            {
                if (all.Object(name) is { } cluster)
                {
                    clusters.Add(Cluster(name, cluster, meshId));
                }
                else
                {
                    problems.Error(all.Lines.Find($"meshstack:clusters.{name}"), $"meshstack:clusters.{name}.context", "required: the kubeconfig context that reaches the cluster");
                }
            }
        }

        if (clusters.Count == 0 && !problems.HasErrors)
        {
            problems.Error(configuration.Start, "meshstack:clusters", "required: at least one cluster, as NAME: {context: KUBECONFIG-CONTEXT}");
        }

        return [.. clusters.OrderBy(c => c.Name, StringComparer.Ordinal)];
    }

    /// <summary>Reports every key of the project's namespace that is neither a setting nor asked for by one.</summary>
    public void ReportUnknownKeys()
    {
        foreach (var entry in configuration.Entries.Where(e => !StackConfiguration.Settings.Contains(e.Name) && !_values.ContainsKey(e.Name)))
        {
            problems.Error(entry.KeyLocation, "meshstack:" + entry.Name, $"'{entry.Name}' is neither a setting nor a value that something asks for{Spelling.Suggest(entry.Name, StackConfiguration.Settings.Concat(_values.Keys))}");
        }
    }

    /// <summary>A value that stands under a configuration key of its own: <c>{config: KEY}</c>.</summary>
    public ConfigurationValue? Value(ObjectReader reader, string key, bool isSecret, bool required)
    {
        if (reader.Object(key) is not { } reference)
        {
            if (required)
            {
                problems.Error(reader.Location, reader.PathOf(key), "required, as {config: KEY} with the configuration key that holds it");
            }

            return null;
        }

        var name = reference.Required("config");
        reference.Finish();
        if (name.Length == 0)
        {
            return null;
        }

        if (StackConfiguration.Settings.Contains(name))
        {
            problems.Error(reference.Location, reader.PathOf(key), $"'{name}' is a setting of its own: choose another configuration key");
            return null;
        }

        var entry = configuration.Find(name);
        if (entry is { IsSecret: false } && isSecret)
        {
            problems.Error(entry.KeyLocation, "meshstack:" + name, $"a private key in plain text: remove it, have the key replaced, and set the new one with: pulumi config set --secret meshstack:{name} < FILE");
        }

        var value = new ConfigurationValue(name, reference.Location, isSecret, entry != null);
        _values[name] = _values.TryGetValue(name, out var other) && other.IsSecret ? other : value;
        return value;
    }

    private ClusterDefinition Cluster(string name, ObjectReader reader, string meshId)
    {
        if (!KubernetesNames.IsLabel(name))
        {
            problems.Error(reader.Location, $"meshstack:clusters.{name}", $"'{name}' is not a DNS label (a-z, 0-9 and '-', at most 63 characters)");
        }

        var cluster = new MeshClusterArgs
        {
            Context = reader.Text("context"),
            Domain = reader.Text("domain"),
            Network = reader.Text("network"),
            SkipUpdateUnreachable = reader.Flag("skipUpdateUnreachable") ?? false,
            TrustDomain = reader.Text("trustDomain"),
        };
        var install = new IstioInstallArgs { Cluster = null!, MeshId = meshId };
        foreach (var istio in new[] { Section("istio"), reader.Object("istio") }.OfType<ObjectReader>())
        {
            Istio(istio, install);
        }

        foreach (var gateways in new[] { Section("gateways"), reader.Object("gateways") }.OfType<ObjectReader>())
        {
            install.EastWest = Gateway(gateways, "eastWest", install.EastWest);
            install.Ingress = Gateway(gateways, "ingress", install.Ingress);
            gateways.Finish();
        }

        CaCertificateKeys? ca = null;
        if (reader.Object("ca") is { } keys)
        {
            var certificate = Value(keys, "certificate", isSecret: false, required: true);
            var key = Value(keys, "privateKey", isSecret: true, required: true);
            var chain = Value(keys, "chain", isSecret: false, required: true);
            keys.Finish();
            ca = certificate != null && key != null && chain != null ? new(certificate, key, chain) : null;
        }

        reader.Finish();
        var found = cluster.Problems().Select(p => (p, Places: new[] { $"meshstack:clusters.{name}." }))
            .Concat(install.Problems().Select(p => (p, Places: new[]
            {
                $"meshstack:clusters.{name}.gateways.", $"meshstack:clusters.{name}.istio.", "meshstack:gateways.", "meshstack:istio.", $"meshstack:clusters.{name}.",
            })));
        foreach (var (problem, places) in found)
        {
            Report(problem, [.. places.Select(p => p + problem.Path)]);
        }

        return new ClusterDefinition(name, reader.Location, cluster, install) { Ca = ca };
    }

    private static void Istio(ObjectReader reader, IstioInstallArgs install)
    {
        install.Version = reader.Text("version") ?? install.Version;
        install.Profile = reader.Text("profile") ?? install.Profile;
        install.Revision = reader.Text("revision") ?? install.Revision;
        install.OutboundTrafficPolicy = reader.Text("outboundTrafficPolicy") ?? install.OutboundTrafficPolicy;
        install.DnsCapture = reader.Flag("dnsCapture") ?? install.DnsCapture;
        install.Repository = reader.Text("repository") ?? install.Repository;
        install.Timeout = reader.Number("timeout") ?? install.Timeout;
        if (reader.Object("istiod") is { } istiod)
        {
            install.Istiod ??= new();
            Scaling(istiod, install.Istiod);
            istiod.Finish();
        }

        reader.Finish();
    }

    private static GatewayInstallArgs? Gateway(ObjectReader gateways, string key, GatewayInstallArgs? inherited)
    {
        if (gateways.Object(key) is not { } reader)
        {
            return inherited;
        }

        var gateway = inherited ?? new();
        if (reader.Text("address") is { } address)
        {
            gateway.Address = address;
            if (!KubernetesNames.IsSubdomain(address) && !System.Net.IPAddress.TryParse(address, out _))
            {
                reader.Problems.Error(reader.Lines.Find(reader.PathOf("address")), reader.PathOf("address"), $"'{address}' is neither an IP address nor a host name");
            }
        }

        gateway.ServiceType = reader.Text("serviceType") ?? gateway.ServiceType;
        gateway.ExternalTrafficPolicy = reader.Text("externalTrafficPolicy") ?? gateway.ExternalTrafficPolicy;
        gateway.ServiceAnnotations = reader.TextMap("serviceAnnotations") ?? gateway.ServiceAnnotations;
        Scaling(reader, gateway);
        reader.Finish();
        return gateway;
    }

    private static void Scaling(ObjectReader reader, ScalingArgs scaling)
    {
        scaling.MinReplicas = reader.Number("minReplicas") ?? scaling.MinReplicas;
        scaling.MaxReplicas = reader.Number("maxReplicas") ?? scaling.MaxReplicas;
        scaling.MinAvailable = reader.Number("minAvailable") ?? scaling.MinAvailable;
        if (reader.Object("resources") is { } resources)
        {
            scaling.Resources = new ResourcesArgs { Requests = Amounts(resources, "requests"), Limits = Amounts(resources, "limits") };
            resources.Finish();
        }
    }

    private static ResourceAmountsArgs? Amounts(ObjectReader resources, string key)
    {
        if (resources.Object(key) is not { } reader)
        {
            return null;
        }

        var amounts = new ResourceAmountsArgs { Cpu = reader.Text("cpu"), Memory = reader.Text("memory") };
        reader.Finish();
        return amounts;
    }

    private void Report(ArgsProblem problem, string[] places)
    {
        // What is missing stands nowhere; the mapping that should have it does.
        var place = places.FirstOrDefault(_lines.Has)
            ?? places.FirstOrDefault(p => _lines.Has(p[..Math.Max(0, p.LastIndexOf('.'))]))
            ?? places[^1];
        problems.Add(_lines.Find(place), place, problem);
    }

    private StackConfiguration.Entry Entry(string name) => configuration.Find(name)!;

    private string? Scalar(string name)
    {
        if (configuration.Find(name) is not { IsSecret: false } entry)
        {
            return null;
        }

        if (entry.Value.Text is { } text)
        {
            return text;
        }

        problems.Error(entry.KeyLocation, "meshstack:" + name, $"{entry.Value.Describe()} is given where a text is expected");
        return null;
    }

    private ObjectReader? Section(string name)
    {
        if (configuration.Find(name) is not { IsSecret: false } entry)
        {
            return null;
        }

        _lines.Add("meshstack:" + name, entry.KeyLocation);
        return new ObjectReader(entry.Value, problems, _lines);
    }
}
