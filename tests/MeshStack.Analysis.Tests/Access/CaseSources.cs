using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Tests.Access;

/// <summary>What a case's snapshot is made of: its own objects on top of a scene that several cases share.</summary>
internal static class CaseSources
{
    public static SnapshotSources Of(Field given)
    {
        var own = Read(given);
        if (given["base"].Text is not { } name)
        {
            return own;
        }

        var file = Path.Combine(AccessCase.Root, "Bases", $"{name}.yaml");
        var scene = Read(Field.From(ManifestYaml.Read(File.ReadAllText(file), name, "any")[0].Body));
        return new()
        {
            Manifests = [.. scene.Manifests, .. own.Manifests],
            Releases = [.. scene.Releases, .. own.Releases],
            Workloads = [.. scene.Workloads, .. own.Workloads],
            Services = [.. scene.Services, .. own.Services],
            Gateways = [.. scene.Gateways, .. own.Gateways],
            Settings = scene
                .Settings.Keys.Union(own.Settings.Keys)
                .ToDictionary(cluster => cluster, cluster => own.Settings.GetValueOrDefault(cluster) ?? scene.Settings[cluster]),
        };
    }

    public static Dictionary<string, string> Map(Field map) =>
        map.Entries.ToDictionary(entry => entry.Name, entry => entry.Text ?? entry.Value!.ToString()!);

    private static SnapshotSources Read(Field given) =>
        new()
        {
            Manifests =
            [
                .. given["objects"]
                    .Entries.SelectMany(cluster =>
                        cluster.Items.Select(item => Manifest.From(cluster.Name, (IReadOnlyDictionary<string, object?>)item.Value!))
                    ),
            ],
            Releases =
            [
                .. given["releases"]
                    .Entries.SelectMany(cluster =>
                        cluster.Items.Select(item => new ChartRelease(
                            cluster.Name,
                            item["namespace"].Text!,
                            item["name"].Text!,
                            item["chart"].Text!,
                            item["values"].Value as IReadOnlyDictionary<string, object?> ?? new Dictionary<string, object?>()
                        ))
                    ),
            ],
            Workloads = [.. given["workloads"].Entries.SelectMany(cluster => cluster.Items.Select(item => WorkloadOf(cluster.Name, item)))],
            Services = [.. given["services"].Entries.SelectMany(cluster => cluster.Items.Select(item => ServiceOf(cluster.Name, item)))],
            Gateways =
            [
                .. given["gateways"]
                    .Entries.SelectMany(cluster =>
                        cluster.Entries.Select(entry => new GatewayAddress(
                            cluster.Name,
                            entry.Text!.Split('/')[0],
                            entry.Text!.Split('/')[1],
                            entry.Name
                        ))
                    ),
            ],
            Settings = given["mesh"].Entries.ToDictionary(cluster => cluster.Name, SettingsOf),
        };

    private static DeclaredWorkload WorkloadOf(string cluster, Field item) =>
        new(
            cluster,
            item["namespace"].Text!,
            item["name"].Text!,
            item["labels"].Exists ? Map(item["labels"]) : new Dictionary<string, string> { ["app"] = item["name"].Text! },
            item["serviceAccount"].Text ?? item["name"].Text!,
            item["sidecar"].Value as bool? ?? true,
            item["ports"].Entries.ToDictionary(port => port.Name, port => (int)port.Integer!)
        );

    private static DeclaredService ServiceOf(string cluster, Field item) =>
        new(
            cluster,
            item["namespace"].Text!,
            item["name"].Text!,
            item["selector"].Exists ? Map(item["selector"]) : new Dictionary<string, string> { ["app"] = item["name"].Text! },
            [
                .. item["ports"]
                    .Items.Select(port => new DeclaredPort(
                        (int)port["number"].Integer!,
                        port["name"].Text ?? "http",
                        (int?)port["targetPort"].Integer
                    )),
            ]
        );

    private static ClusterSettings SettingsOf(Field cluster) =>
        new()
        {
            Network = cluster["network"].Text,
            Revisions = List(cluster["revisions"]),
            Region = cluster["region"].Text,
            IstioVersion = cluster["istioVersion"].Text,
            TrustDomain = cluster["trustDomain"].Text,
            TrustDomainAliases = List(cluster["trustDomainAliases"]),
            CaTrustDomains = List(cluster["caTrustDomains"]),
            RootNamespace = cluster["rootNamespace"].Text,
            OutboundTrafficPolicy = cluster["outboundTrafficPolicy"].Text,
            DnsCapture = cluster["dnsCapture"].Value as bool?,
            RemoteSecretsTo = List(cluster["remoteSecretsTo"]),
        };

    private static string[]? List(Field field) => field.Exists ? [.. field.Items.Select(item => item.Text!)] : null;
}
