using MeshStack.Manifests;
using MeshStack.Registration;
using Pulumi;

namespace MeshStack;

/// <summary>One cluster's control plane and gateways, as Helm releases in the order that Istio needs.</summary>
public sealed class IstioInstall : ComponentResource, IPlannedComponent
{
    /// <summary>Namespace of istiod and of the east-west gateway.</summary>
    public const string SystemNamespace = IstioNamespaces.System;

    /// <summary>Namespace of the istiod that one cluster hosts for others, in all of them.</summary>
    public const string ExternalNamespace = IstioNamespaces.External;

    /// <summary>Namespace of the ingress gateway: apart from istiod, so that its credentials are not the control plane's.</summary>
    public const string IngressNamespace = IstioNamespaces.Ingress;

    /// <summary>Namespace of the egress gateway.</summary>
    public const string EgressNamespace = IstioNamespaces.Egress;

    private const string Type = "meshstack:index:IstioInstall";

    private readonly ControlPlane? _controlPlane;

    /// <summary>Installs base, the control planes, the data plane and the gateways that are asked for.</summary>
    /// <exception cref="ResourceException">The args contradict themselves; all contradictions are named.</exception>
    public IstioInstall(string name, IstioInstallArgs args, ComponentResourceOptions? options = null)
        : base(Type, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        var composition = new Composition(this);
        var settings = composition.Read<IstioInstallSettings>(args);
        settings.Problems().Concat(InstallRules.Required(settings, hasCluster: args.Cluster is not null)).Enforce(this);
        composition.Resources.AddProvider(args.Cluster!.Identity.Name, args.Cluster.Provider);
        var controlPlane = InstallPlanner.Plan(composition.Scope(), new Installation(settings, args.Cluster.Identity));
        composition.Register();
        _controlPlane = composition.ControlPlanes.Handle(controlPlane, new Dictionary<string, ControlPlane>());
    }

    internal IstioInstall(ResourceId key, ComponentResourceOptions options)
        : base(Type, key.Name, args: null, options) { }

    /// <summary>The installed control plane, as services and their callers need it.</summary>
    public ControlPlane ControlPlane =>
        _controlPlane ?? throw new InvalidOperationException("The control plane of a mesh is among its ControlPlanes.");

    void IPlannedComponent.Finish(PlannedResource planned, EngineValues values) => RegisterOutputs(PlannedOutputs.Of(planned, values));
}
