namespace MeshStack.Definition;

/// <summary>The keys of a stack's configuration: which records stand in which section.</summary>
internal static class StackKeys
{
    /// <summary>The section of the control plane.</summary>
    public const string Istio = "istio";

    /// <summary>The section of the gateways.</summary>
    public const string Gateways = "gateways";

    /// <summary>The section of the namespaces.</summary>
    public const string Namespaces = "namespaces";

    /// <summary>The section of the trust.</summary>
    public const string Trust = "trust";

    /// <summary>The section of the clusters.</summary>
    public const string Clusters = "clusters";

    /// <summary>The section of the platform that a team's stack is on.</summary>
    public const string Platform = "platform";

    /// <summary>The section of what leaves.</summary>
    public const string Removed = "removed";

    /// <summary>The settings of the stack, in the order in which they are documented.</summary>
    public static IReadOnlyList<DeclaredKey> All { get; } =
    [
        .. DeclaredKey.Of(typeof(MeshSettings)),
        .. Sections("holds for every cluster"),
        new(Trust, KeyForm.Mapping, new("what the clusters trust") { Default = "required with more than one cluster", Table = Trust })
        {
            Record = Trust,
            Keys = [.. DeclaredKey.Of(typeof(GivenRoots)), .. DeclaredKey.Of(typeof(MeshTrustSettings))],
        },
        new(Clusters, KeyForm.Map, new("the clusters") { Default = "at least one", Table = Clusters })
        {
            Record = "cluster",
            Keys =
            [
                .. DeclaredKey.Of(typeof(MeshClusterSettings)),
                .. DeclaredKey.Of(typeof(MeshMemberSettings)),
                .. Sections("over the stack's"),
            ],
        },
        new(
            Platform,
            KeyForm.Mapping,
            new("the platform that the stack of a team is on, in place of all other settings but `clusters.NAME.context` and the like")
            {
                Default = "none: the stack has clusters of its own",
                Table = Platform,
            }
        )
        {
            Record = Platform,
            Keys = DeclaredKey.Of(typeof(PlatformSettings)),
        },
        new(Removed, KeyForm.Mapping, new("what may leave the stack") { Default = "nothing", Table = Removed })
        {
            Record = Removed,
            Keys = DeclaredKey.Of(typeof(RemovalSettings)),
        },
    ];

    /// <summary>The keys of any gateway; those that only an egress gateway has are last.</summary>
    public static IReadOnlyList<DeclaredKey> OfAGateway { get; } =
    [
        .. DeclaredKey.Of(typeof(GatewayInstallSettings)),
        .. DeclaredKey.Of(typeof(EgressInstallSettings), m => m.Property.DeclaringType == typeof(EgressInstallSettings)),
    ];

    private static IEnumerable<DeclaredKey> Sections(string holds) =>
        [
            new(Istio, KeyForm.Mapping, new($"the control plane and its proxies; {holds}") { Default = "all defaults", Table = Istio })
            {
                Record = Istio,
                Keys = DeclaredKey.Of(typeof(IstioInstallSettings), SettingPlaces.IsIstio),
            },
            new(Gateways, KeyForm.Mapping, new($"the gateways; {holds}") { Default = "none", Table = Gateways })
            {
                Record = Gateways,
                Keys = DeclaredKey.Of(typeof(IstioInstallSettings), SettingPlaces.IsGateway),
            },
            new(
                Namespaces,
                KeyForm.Map,
                new($"namespaces and how their workloads get into the mesh; {holds}")
                {
                    Default = "none: namespaces and their labels are somebody else's",
                    Table = Namespaces,
                }
            )
            {
                Record = "namespace",
                Keys = DeclaredKey.Of(typeof(MeshNamespaceSettings)),
            },
        ];
}
