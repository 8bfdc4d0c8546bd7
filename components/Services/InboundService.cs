using MeshStack.Istio;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace MeshStack;

/// <summary>A service made reachable, for nobody yet: each caller is let in by a <see cref="ClientAccess"/> of its own.</summary>
public sealed class InboundService : ComponentResource
{
    private readonly Dictionary<(string Cluster, string Namespace), ServiceImport> _imports = [];

    /// <summary>Closes the workload to everyone and exposes it at the gateways.</summary>
    /// <exception cref="ResourceException">The args contradict themselves; all contradictions are named.</exception>
    public InboundService(string name, InboundServiceArgs args, ComponentResourceOptions? options = null)
        : base("meshstack:index:InboundService", name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        args.Problems().Enforce(this);
        Args = args;

        if (args.Sidecar)
        {
            AllowNothing();
            RequireMutualTls();
            ApplyTrafficPolicy();
        }

        if (args.ControlPlane.EastWest is { } eastWest)
        {
            new EastWestExposure(this, eastWest).Create();
        }

        if (args is { ExternalName: { } host, ControlPlane.Ingress: { } ingress })
        {
            new IngressExposure(this, ingress, host).Create();
        }

        RegisterOutputs(new Dictionary<string, object?> { ["host"] = args.Host, ["importedHost"] = args.ImportedHost });
    }

    /// <summary>Host of the service for callers in its own cluster.</summary>
    public string Host => Args.Host;

    /// <summary>Host of the service for callers in every other cluster.</summary>
    public string ImportedHost => Args.ImportedHost;

    /// <summary>What the service was asked to be.</summary>
    internal InboundServiceArgs Args { get; }

    /// <summary>The service as a client namespace of another cluster sees it, made once however many callers ask.</summary>
    /// <remarks>It belongs to the service, not to the first caller: no caller's removal may take it from the others.</remarks>
    internal ServiceImport ImportInto(ControlPlane client, string @namespace)
    {
        var key = (client.Cluster.Name, @namespace);
        if (!_imports.TryGetValue(key, out var import))
        {
            import = new ServiceImport(
                $"{GetResourceName()}.{client.Cluster.Name}.{@namespace}",
                new ServiceImportArgs { Service = this, ControlPlane = client, Namespace = @namespace },
                new ComponentResourceOptions { Parent = this });
            _imports.Add(key, import);
        }

        return import;
    }

    internal string Child(string suffix) => $"{GetResourceName()}-{suffix}";

    /// <summary>Options for an object that the cluster's own API server has to know.</summary>
    internal CustomResourceOptions Owned() => Args.ControlPlane.OwnedIn(Args.Namespace, this);

    /// <summary>Options for an object that istiod has to know.</summary>
    internal CustomResourceOptions Configured(Resource? parent = null, MeshGateway? gateway = null) => Args.ControlPlane.ConfiguredIn(Args.Namespace, parent ?? this, gateway);

    internal ObjectMetaArgs Metadata(string name) => new() { Name = name, Namespace = Args.Namespace };

    private void AllowNothing() => _ = new AuthorizationPolicy(
        Child("allow-nothing"),
        new AuthorizationPolicyArgs
        {
            Metadata = Metadata(Child("allow-nothing")),
            Spec = new AuthorizationPolicySpecArgs { Selector = new MatchLabelsSelectorArgs { MatchLabels = Args.Selector } },
        },
        Configured());

    private void RequireMutualTls() => _ = new PeerAuthentication(
        Child("mtls"),
        new PeerAuthenticationArgs
        {
            Metadata = Metadata(GetResourceName()),
            Spec = new PeerAuthenticationSpecArgs
            {
                Selector = new MatchLabelsSelectorArgs { MatchLabels = Args.Selector },
                Mtls = new MutualTlsArgs { Mode = Args.MutualTls == "PERMISSIVE" ? MutualTlsMode.Permissive : MutualTlsMode.Strict },
            },
        },
        Configured());

    private void ApplyTrafficPolicy() => _ = new DestinationRule(
        Child("traffic"),
        new DestinationRuleArgs
        {
            Metadata = Metadata(GetResourceName()),
            Spec = new DestinationRuleSpecArgs { Host = Args.Host, TrafficPolicy = Args.TrafficPolicy(isSameNetwork: true, Args.ControlPlane, this) },
        },
        Configured());
}
