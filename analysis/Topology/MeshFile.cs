using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Analysis.Topology;

/// <summary>Reads the settings of clusters from mesh.yaml.</summary>
internal sealed class MeshFile(string file, IReadOnlyList<string> clusters)
{
    private static readonly string[] Keys =
    [
        "network",
        "region",
        "istioVersion",
        "revisions",
        "trustDomain",
        "trustDomainAliases",
        "caTrustDomains",
        "rootNamespace",
        "outboundTrafficPolicy",
        "dnsCapture",
        "remoteSecretsTo",
        "controlPlane",
        "gateways",
        "services",
        "workloads",
    ];

    private readonly List<ManifestProblem> _problems = [];

    public IReadOnlyList<ManifestProblem> Problems => _problems;

    /// <summary>The settings, gateways, services and workloads of the file, as sources without any object.</summary>
    public SnapshotSources Read(Field document)
    {
        Dictionary<string, ClusterSettings> settings = new(StringComparer.Ordinal);
        List<GatewayAddress> gateways = [];
        List<DeclaredService> services = [];
        List<DeclaredWorkload> workloads = [];
        var declared = new MeshFileWorkloads(Report);
        foreach (var unknown in document.Entries.Where(entry => entry.Name != "clusters"))
        {
            Report($"{unknown.Path} is not known; the file has the key clusters.");
        }

        foreach (var cluster in document["clusters"].Entries)
        {
            if (!clusters.Contains(cluster.Name))
            {
                Report($"{cluster.Path}: there is no folder {cluster.Name}; the clusters are {string.Join(", ", clusters)}.");
            }

            foreach (var unknown in cluster.Entries.Where(entry => !Keys.Contains(entry.Name)))
            {
                Report($"{unknown.Path} is not known; a cluster has {string.Join(", ", Keys)}.");
            }

            settings[cluster.Name] = SettingsOf(cluster);
            gateways.AddRange(GatewaysOf(cluster));
            services.AddRange(declared.ServicesOf(cluster));
            workloads.AddRange(declared.WorkloadsOf(cluster));
        }

        return new()
        {
            Settings = settings,
            Gateways = gateways,
            Services = services,
            Workloads = workloads,
        };
    }

    private ClusterSettings SettingsOf(Field cluster)
    {
        var policy = cluster["outboundTrafficPolicy"].Text ?? cluster["outboundTrafficPolicy"]["mode"].Text;
        if (policy is not (null or "ALLOW_ANY" or "REGISTRY_ONLY"))
        {
            Report($"{cluster["outboundTrafficPolicy"].Path} is {policy}; it is ALLOW_ANY or REGISTRY_ONLY.");
        }

        if (cluster["dnsCapture"] is { Exists: true, Value: not bool } capture)
        {
            Report($"{capture.Path} is {capture.Scalar() ?? "no text"}; it is true or false.");
        }

        if (cluster["istioVersion"] is { Exists: true } version && (version.Text is not { } text || !IstioSemantics.IsVersion(text)))
        {
            Report(
                $"{version.Path} is {version.Scalar() ?? "no text"}; it is a version of Istio in quotes, such as \"1.31.4\" or \"1.31\"."
            );
        }

        return new()
        {
            IstioVersion = cluster["istioVersion"].Text,
            Revisions = ListOf(cluster["revisions"]) is { Count: > 0 } revisions ? revisions : null,
            Network = cluster["network"].Text,
            Region = cluster["region"].Text,
            TrustDomain = cluster["trustDomain"].Text,
            TrustDomainAliases = ListOf(cluster["trustDomainAliases"]),
            CaTrustDomains = ListOf(cluster["caTrustDomains"]),
            RootNamespace = cluster["rootNamespace"].Text,
            OutboundTrafficPolicy = policy,
            DnsCapture = cluster["dnsCapture"].Value as bool?,
            RemoteSecretsTo = ListOf(cluster["remoteSecretsTo"]),
            ControlPlane = ControlPlaneOf(cluster),
        };
    }

    private ControlPlanePlace? ControlPlaneOf(Field cluster)
    {
        var place = cluster["controlPlane"];
        if (!place.Exists)
        {
            return null;
        }

        foreach (var unknown in place.Entries.Where(entry => entry.Name is not ("cluster" or "namespace" or "configuration")))
        {
            Report($"{unknown.Path} is not known; it has cluster, namespace, configuration.");
        }

        var named = place["cluster"].Text ?? cluster.Name;
        var configuration = place["configuration"].Text ?? named;
        foreach (var other in new[] { named, configuration }.Where(other => !clusters.Contains(other)).Distinct(StringComparer.Ordinal))
        {
            Report($"{place.Path}: there is no folder {other}; the clusters are {string.Join(", ", clusters)}.");
        }

        return new(named, place["namespace"].Text ?? IstioNames.SystemNamespace, configuration);
    }

    // Entries are ADDRESS: NAMESPACE/SERVICE, or a list of several behind one address.
    private IEnumerable<GatewayAddress> GatewaysOf(Field cluster)
    {
        foreach (var entry in cluster["gateways"].Entries)
        {
            foreach (var one in entry.Value is IReadOnlyList<object?> ? entry.Items : [entry])
            {
                if (one.Text?.Split('/') is [{ Length: > 0 } ns, { Length: > 0 } service])
                {
                    yield return new(cluster.Name, ns, service, entry.Name);
                }
                else
                {
                    Report($"{one.Path} is no namespace/service; it names the gateway's Service behind the address.");
                }
            }
        }
    }

    private IReadOnlyList<string>? ListOf(Field field)
    {
        if (field.Exists && field.Value is not IReadOnlyList<object?>)
        {
            Report($"{field.Path} is no list.");
        }

        return field.Exists ? field.Texts() : null;
    }

    private void Report(string message) => _problems.Add(new(new SourceLocation(file, 1), message));
}
