using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>An Istio that something else installed in a cluster: it is used, and neither changed nor upgraded.</summary>
public sealed record ExistingIstioSettings
{
    /// <summary>Version of Istio that runs there.</summary>
    [Key("version of Istio that runs there, such as 1.30.8", Required = true)]
    public string Version { get; init; } = "";

    /// <summary>Revision of the control plane that runs there.</summary>
    /// <value>Defaults to none: namespaces use <c>istio-injection: enabled</c>.</value>
    [Key("revision of the control plane; workloads choose it by the namespace label `istio.io/rev`", Default = "none")]
    public string? Revision { get; init; }

    /// <summary>Names that stand for the revision.</summary>
    [Key("names that stand for the revision there", Default = "none")]
    public IReadOnlyDictionary<string, string> Tags { get; init; } = Empty.Map<string>();

    /// <summary>Where the proxies run: <c>sidecar</c> or <c>ambient</c>.</summary>
    /// <value>Defaults to sidecar.</value>
    [Key("where the proxies run", AllowedBy = typeof(DataPlanes))]
    public string DataPlane { get; init; } = DataPlanes.Sidecar;

    /// <summary>Namespace of istiod.</summary>
    /// <value>Defaults to istio-system.</value>
    [Key("namespace of istiod")]
    public string Namespace { get; init; } = IstioNamespaces.System;

    /// <summary>Namespace whose configuration holds for the whole mesh.</summary>
    /// <value>Defaults to <see cref="Namespace"/>.</value>
    [Key("namespace whose configuration holds for the whole mesh, `rootNamespace` of its mesh configuration", Default = "its `namespace`")]
    public string? RootNamespace { get; init; }

    /// <summary>The mesh configuration that it has. What the mesh needs of it is checked, and the proof goes by it.</summary>
    /// <value>Defaults to nothing: what the mesh needs is said, and taken for given.</value>
    [Key(
        "its mesh configuration, as its ConfigMap `istio` has it at `mesh`: what the mesh needs of it is checked, and the proof goes by it",
        Default = "none: what the mesh needs of it is said, and taken for given"
    )]
    public IReadOnlyDictionary<string, object> MeshConfig { get; init; } = Empty.Map<object>();

    /// <summary>The gateways that run there.</summary>
    [Key("the gateways that run there", Default = "none")]
    public ExistingGatewaysSettings Gateways { get; init; } = new();

    /// <summary>The namespace whose configuration holds for the whole mesh.</summary>
    internal string Root => RootNamespace ?? Namespace;

    /// <summary>What is known of it, as what an installation would be told.</summary>
    /// <param name="beside">The settings that it stands in.</param>
    internal IstioInstallSettings AsInstalled(IstioInstallSettings? beside = null) =>
        new()
        {
            Existing = this,
            Beside = beside?.Beside ?? beside,
            Version = Version,
            Revision = Revision,
            Tags = Tags,
            DataPlane = DataPlane,
            MeshConfig = MeshConfig,
            EastWest = Installed(Gateways.EastWest),
            Ingress = Installed(Gateways.Ingress),
        };

    /// <summary>The gateway for other clusters; null where none is given.</summary>
    internal GatewayModel? EastWest => Gateways.EastWest?.Model(GatewayModel.EastWest(null, Namespace));

    /// <summary>The gateway for clients outside the mesh; null where none is given.</summary>
    internal GatewayModel? Ingress => Gateways.Ingress?.Model(GatewayModel.Ingress(null));

    private static GatewayInstallSettings? Installed(ExistingGatewaySettings? gateway) =>
        gateway is null ? null : new() { Address = gateway.Address };
}
