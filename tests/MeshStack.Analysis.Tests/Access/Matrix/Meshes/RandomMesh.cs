using FsCheck;
using FsCheck.Fluent;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Tests.Access.Matrix.Meshes;

/// <summary>Random meshes: a scene, a few objects, and sometimes objects that go together.</summary>
internal static class RandomMesh
{
    /// <summary>The kinds that are drawn, each of which decides something somewhere.</summary>
    public static readonly string[] Kinds =
    [
        "AuthorizationPolicy",
        "DestinationRule",
        "EnvoyFilter",
        "Gateway",
        "PeerAuthentication",
        "RequestAuthentication",
        "ServiceEntry",
        "Sidecar",
        "VirtualService",
        "WorkloadEntry",
    ];

    private static readonly Gen<Manifest> One = Gen.Frequency(
        (4, VirtualServices.All),
        (2, GatewayRouting.All),
        (1, Gateways.All),
        (1, EastWest.All),
        (7, AuthorizationPolicies.All),
        (1, TargetedPolicies.All),
        (7, PeerAuthentications.All),
        (2, RequestAuthentications.All),
        (5, DestinationRules.All),
        (2, ServiceEntries.All),
        (1, ServiceEntries.Machines),
        (3, Sidecars.All),
        (1, Sidecars.Filters)
    );

    public static Gen<SnapshotSources> All { get; } = With(Gen.Constant(new Mists([], [])));

    /// <summary>The same with workloads in ambient mode.</summary>
    public static Gen<SnapshotSources> InAmbient { get; } = With(Mists.All);

    private static Gen<SnapshotSources> With(Gen<Mists> mists) =>
        from scene in Scenes.All
        from count in Gen.Choose(1, 9)
        from few in One.ArrayOf(count)
        from ingress in Sometimes(GatewayRouting.Bound, 12)
        from networks in Sometimes(EastWest.Both, 3)
        from import in Sometimes(EastWest.Import, 6)
        from machine in Sometimes(ServiceEntries.Joined, 1)
        from redirected in Seldom(GatewayRouting.Redirected, 4)
        from delegates in Seldom(Delegates.All, 8)
        from custom in Seldom(CustomPolicies.All, 10)
        from strict in Seldom(PeerAuthentications.StrictWithin, 5)
        from shed in Gen.Frequency((4, Gen.Constant(new Sheds([], []))), (1, Sheds.All))
        from isHeadless in Gen.Elements(false, true)
        from mist in mists
        select scene with
        {
            Manifests =
            [
                .. isHeadless ? scene.Manifests.Select(Services.WithoutAnAddress) : scene.Manifests,
                .. ingress
                    .Concat(networks)
                    .Concat(import)
                    .Concat(machine)
                    .Concat(redirected)
                    .Concat(delegates)
                    .Concat(custom)
                    .Concat(strict)
                    .Concat(shed.Objects)
                    .Concat(mist.Objects)
                    .Concat(few)
                    .DistinctBy(manifest => (manifest.Cluster, manifest.Kind, manifest.Namespace, manifest.Name)),
            ],
            Releases = [.. scene.Releases, .. shed.Releases, .. mist.Releases],
        };

    private static Gen<Manifest[]> Seldom(Gen<Manifest[]> objects, int percent) =>
        Gen.Frequency((percent, objects), (100 - percent, Gen.Constant(Array.Empty<Manifest>())));

    private static Gen<Manifest[]> Sometimes(Gen<Manifest[]> objects, int weight) =>
        Gen.Frequency((weight, objects), (2, Gen.Constant(Array.Empty<Manifest>())));
}
