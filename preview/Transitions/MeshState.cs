using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using MeshStack.Definition.Intents;

namespace MeshStack.Preview.Transitions;

/// <summary>What of a mesh a later change has to respect. It holds nothing secret: it is an output of the stack.</summary>
/// <param name="Topology">How the clusters find each other.</param>
/// <param name="MeshId">Id of the mesh.</param>
/// <param name="Trust">The root; null where something else keeps it.</param>
/// <param name="Clusters">The clusters by name.</param>
public sealed partial record MeshState(
    string Topology,
    string MeshId,
    RootState? Trust,
    ImmutableSortedDictionary<string, ClusterState> Clusters
)
{
    /// <summary>Output of the stack that holds it.</summary>
    public const string OutputName = "meshState";

    /// <summary>The state of a mesh whose first update has not ended.</summary>
    internal static MeshState Unknown { get; } = new("", "", null, ImmutableSortedDictionary<string, ClusterState>.Empty);

    /// <summary>The operations that an update was killed in.</summary>
    [JsonIgnore]
    internal ImmutableArray<InterruptedOperation> Interrupted { get; init; } = [];

    /// <summary>The objects that intents ask for, where it is known what these are.</summary>
    [JsonIgnore]
    internal Lazy<ImmutableArray<MeshObject>> Objects { get; init; } = new([]);

    /// <summary>The workloads that services close.</summary>
    [JsonIgnore]
    internal Lazy<ImmutableArray<ClosedWorkload>> Closed { get; init; } = new([]);

    /// <summary>Everything that would be put on the clusters; null where that is not known.</summary>
    [JsonIgnore]
    internal Lazy<ComposedMesh>? Mesh { get; init; }

    /// <summary>Namespaces that the next update deletes, whatever the definition says.</summary>
    [JsonIgnore]
    internal ImmutableArray<PendingDeletion> PendingDeletions { get; init; } = [];

    /// <summary>Namespaces that an older MeshStack made, by the name of a cluster that is neither there nor renamed by the definition: a
    /// rename has not ended, and the engine would delete them.</summary>
    [JsonIgnore]
    internal ImmutableSortedDictionary<string, ImmutableSortedSet<string>> UnclaimedNamespaces { get; init; } =
        ImmutableSortedDictionary<string, ImmutableSortedSet<string>>.Empty;

    /// <summary>URNs of what a move that was cut did not bring to the cluster that its provider is of now; without value where
    /// that is not known: only an export of the stack says it.</summary>
    [JsonIgnore]
    internal ImmutableArray<(string Cluster, string Urn)>? Unmoved { get; init; }

    /// <summary>Name of the stack; null where it is not known.</summary>
    [JsonIgnore]
    internal string? Stack { get; init; }

    /// <summary>The flag by which pulumi finds the stack; empty where its name is not known.</summary>
    [JsonIgnore]
    internal string StackFlag => Stack is { } stack ? $" --stack {stack}" : "";

    /// <summary>The values of roots that are not known here, so that each goes by the name of its key.</summary>
    [JsonIgnore]
    internal ImmutableArray<ConfigurationValue> UnknownRoots { get; init; } = [];

    /// <summary>Whether the definition leaves it to something else to issue certificates.</summary>
    [JsonIgnore]
    internal bool IsSignedElsewhere { get; init; }

    /// <summary>What the definition says may leave.</summary>
    [JsonIgnore]
    internal RemovalSettings Removed { get; init; } = new();

    /// <summary>The state that a definition leads to.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="valueOf">The value of a configured root; without it, what the configuration shows to whoever reads it.</param>
    public static MeshState From(MeshDefinition definition, Func<ConfigurationValue, string?>? valueOf = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var plan = MeshPlan.From(definition.Mesh);
        var planned = DefinitionPlanner.PlanMesh(definition);
        var unknown = new List<ConfigurationValue>();
        var services = definition
            .Services.SelectMany(s => s.Args.Places.Select(place => (Cluster: place.ControlPlane.Cluster.Name, s.Name)))
            .ToLookup(s => s.Cluster, s => s.Name, StringComparer.Ordinal);
        var whole = new Lazy<Plan>(() => DefinitionPlanner.Plan(definition).Plan);
        return new MeshState(
            definition.Mesh.Topology,
            definition.Mesh.MeshId!,
            definition.Platform is null && Roots.Of(definition, NameOfRoot) is { } trust ? RootState.Create(trust) : null,
            definition.Clusters.ToImmutableSortedDictionary(
                c => c.Name,
                c => OnlyUsed(definition) ? Used(c, services[c.Name]) : Of(c, plan, planned, services[c.Name]),
                StringComparer.Ordinal
            )
        )
        {
            Stack = definition.Stack,
            Objects = new(() => MeshObject.Of(whole.Value)),
            Closed = new(() => ClosedWorkload.Of(whole.Value.Facts.Servers)),
            Mesh = new(() => StackComposition.Compose(definition)),
            Removed = definition.Removed,
            UnknownRoots = [.. unknown.DistinctBy(v => v.Key)],
            IsSignedElsewhere = definition.Mesh.Trust is { Generated: null } && definition.Clusters.All(c => c.Member.Ca is null),
        };

        string NameOfRoot(ConfigurationValue value)
        {
            var text = valueOf is null ? value.Shown : valueOf(value);
            if (text is null)
            {
                unknown.Add(value);
            }

            return Roots.Fingerprint(text) ?? value.Key;
        }
    }

    /// <summary>The cluster of a service; null where no cluster has one of that name.</summary>
    internal string? ClusterOf(string service) => Clusters.FirstOrDefault(c => c.Value.Services.Contains(service)).Key;

    /// <summary>Who vouches for the API server of each cluster, by its name: a machine whose kubeconfig does not say it forgets nothing,
    /// but what was said of the cluster that another one takes the place of says nothing of that.</summary>
    /// <param name="before">The state that the last update left; null before the first has ended.</param>
    /// <param name="found">What the kubeconfig of this machine says.</param>
    internal IReadOnlyDictionary<string, string> Authorities(MeshState? before, IEnumerable<KeyValuePair<string, string>> found)
    {
        var authorities = new Dictionary<string, string>(found, StringComparer.Ordinal);
        foreach (var (name, cluster) in Clusters)
        {
            if (
                before?.Clusters.GetValueOrDefault(name) is { Authority: { } known } was
                && was.ClusterIdentifier == cluster.ClusterIdentifier
            )
            {
                authorities.TryAdd(name, known);
            }
        }

        return authorities;
    }

    /// <summary>The state with what a kubeconfig says of who vouches for each cluster.</summary>
    internal MeshState VouchedForBy(IReadOnlyDictionary<string, string> authorities) =>
        this with
        {
            Clusters = Clusters.ToImmutableSortedDictionary(
                c => c.Key,
                c => authorities.TryGetValue(c.Key, out var authority) ? c.Value with { Authority = authority } : c.Value,
                StringComparer.Ordinal
            ),
        };

    /// <summary>The state as text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, StateJson.Default.MeshState);

    /// <summary>The state that a text holds; null where it holds none.</summary>
    public static MeshState? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, StateJson.Default.MeshState);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool OnlyUsed(MeshDefinition definition) => definition.Platform is not null;

    /// <summary>A cluster of a platform as the stack of a team has to respect it: what runs there is the platform's.</summary>
    private static ClusterState Used(ClusterDefinition cluster, IEnumerable<string> services) =>
        new(cluster.Plan.ServedBy, cluster.Plan.SystemNamespace, cluster.Plan.Identity.TrustDomain, cluster.Plan.Identity.Network)
        {
            ConfiguredIn = cluster.Plan.ConfiguredIn,
            Services = [.. services],
            Context = cluster.Cluster.Context,
            ClusterIdentifier = cluster.Cluster.IdentifierOf(cluster.Name),
            Defined = new()
            {
                RenamedFrom = cluster.Cluster.RenamedFrom,
                AdoptsExisting = cluster.Cluster.AdoptExisting,
                IsIdentified = cluster.Cluster.ClusterIdentifier is not null,
                IsGiven = true,
            },
        };

    private static ClusterState Of(ClusterDefinition cluster, MeshPlan plan, Plan planned, IEnumerable<string> services)
    {
        var revisions = cluster.Install.RevisionSet;
        return new ClusterState(
            cluster.Plan.ServedBy,
            cluster.Plan.SystemNamespace,
            cluster.Plan.Identity.TrustDomain,
            cluster.Plan.Identity.Network
        )
        {
            ConfiguredIn = cluster.Plan.ConfiguredIn,
            ApiServer = plan.IsReadByOthers(cluster.Name) ? cluster.Cluster.ApiServer : null,
            ReadBy = [.. plan.ReadersOf(cluster.Name)],
            Services = [.. services],
            Context = cluster.Cluster.Context,
            ClusterIdentifier = cluster.Cluster.IdentifierOf(cluster.Name),
            Held = planned
                .Resources.Where(r => r.Cluster == cluster.Name)
                .Select(r => (Name: NameOf(r), Hold: HoldOf(r)))
                .Where(n => n.Hold is not null)
                .ToImmutableSortedDictionary(n => n.Name, n => n.Hold!.Value, StringComparer.Ordinal),
            Gateways =
            [
                .. planned
                    .Resources.Where(r => r.Cluster == cluster.Name && r.Inputs.GetValueOrDefault("chart") is AppliedMesh.GatewayChart)
                    .Select(r => $"{r.Inputs["namespace"]}/{r.Inputs["name"]}"),
            ],
            HasCa = planned.Resources.Any(r => r.Cluster == cluster.Name && IsCa(r)),
            Defined = new()
            {
                RenamedFrom = cluster.Cluster.RenamedFrom,
                AdoptsExisting = cluster.Cluster.AdoptExisting,
                IsIdentified = cluster.Cluster.ClusterIdentifier is not null,
                IsGiven = cluster.Install.Existing is not null,
            },
            TrustDomainAliases = [.. plan.Aliases(cluster.Name), .. cluster.Install.TrustDomainAliases],
            Revisions = revisions.Versions.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Tags = revisions.Tags.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Namespaces = cluster
                .Member.Namespaces.Where(n => n.Value.Reference is not null)
                .ToImmutableSortedDictionary(n => n.Key, n => n.Value.Reference!, StringComparer.Ordinal),
        };
    }

    private static string NameOf(PlannedResource resource) =>
        resource.Inputs.TryGetValue("metadata", out var metadata)
            ? (string)((IReadOnlyDictionary<string, object>)metadata)["name"]
            : resource.Key.Name;

    private static bool IsCa(PlannedResource resource) =>
        resource.Key.Type == PulumiTypes.Secret && resource.Key.Name.EndsWith("-cacerts", StringComparison.Ordinal);

    private static NamespaceHold? HoldOf(PlannedResource resource) =>
        resource.Key.Type switch
        {
            PulumiTypes.Namespace => resource.RetainOnDelete ? NamespaceHold.Retained : NamespaceHold.DeletedWithMesh,
            PulumiTypes.NamespacePatch => NamespaceHold.Patched,
            _ => null,
        };

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
    [JsonSerializable(typeof(MeshState))]
    private sealed partial class StateJson : JsonSerializerContext;
}
