using MeshStack.Manifests;
using MeshStack.Registration;
using Pulumi;
using Pulumi.Kubernetes;

namespace MeshStack;

/// <summary>The explicit Kubernetes provider of one kube context, and the cluster's identity.</summary>
public sealed class MeshCluster : ComponentResource, IPlannedComponent
{
    private const string Type = "meshstack:index:MeshCluster";

    private readonly ClusterIdentity? _identity;
    private readonly Provider? _provider;

    /// <summary>Makes the provider.</summary>
    /// <exception cref="ResourceException">The args contradict themselves; all contradictions are named.</exception>
    public MeshCluster(string name, MeshClusterArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, args, FormerNames.Of(options, args?.RenamedFrom))
    {
        ArgumentNullException.ThrowIfNull(args);
        var composition = new Composition(this);
        var settings = composition.Read<MeshClusterSettings>(args);
        settings.Problems().Enforce(this);
        _identity = ClusterPlanner.Plan(composition.Scope(args.RenamedFrom), settings);
        composition.Register();
        _provider = (Provider)composition.Resources.ProviderOf(name)!;
    }

    internal MeshCluster(ResourceId key, ComponentResourceOptions options)
        : base(Type, key.Name, args: null, options) { }

    /// <summary>Who the cluster is.</summary>
    public ClusterIdentity Identity => _identity ?? throw Inner();

    /// <summary>The provider that its objects are made with.</summary>
    public Provider Provider => _provider ?? throw Inner();

    void IPlannedComponent.Finish(PlannedResource planned, EngineValues values) => RegisterOutputs(PlannedOutputs.Of(planned, values));

    private static InvalidOperationException Inner() => new("A cluster of a mesh is among its ControlPlanes.");
}
