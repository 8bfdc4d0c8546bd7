using System.Collections.Immutable;
using MeshStack.Definition.Intents;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>The clusters of a platform as the plan of a team's stack takes them: nothing of them is made, and what only the platform's
/// stack knows is read from that.</summary>
internal static class TeamPlanner
{
    /// <summary>The output of the platform's stack that says what its clusters are.</summary>
    public const string ContractOutput = "contract";

    /// <summary>The output of the platform's stack with the addresses of its gateways, by cluster and use.</summary>
    public const string GatewaysOutput = "gateways";

    /// <summary>Plans the providers of the clusters that the stack has objects in, and the read of the platform's outputs.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="definition">The team's definition.</param>
    /// <param name="platform">The platform, as its own stack plans it.</param>
    public static PlannedMesh Plan(Plan plan, MeshDefinition definition, (Plan Plan, PlannedMesh Mesh) platform)
    {
        var provides = Empty.Map<LateValue>().ToBuilder();
        foreach (var cluster in definition.Clusters)
        {
            ClusterPlanner.Plan(
                plan.Component("MeshCluster", cluster.Plan.Identity.LogicalName, parent: null, cluster.Location),
                cluster.Cluster with
                {
                    TrustDomain = cluster.Plan.Identity.TrustDomain,
                }
            );
        }

        var contract = new LateValue(ContractOutput);
        provides[ContractOutput] = contract;
        var controlPlanes = platform.Mesh.ControlPlanes.ToImmutableSortedDictionary(
            c => c.Key,
            c => Seen(c.Value, provides),
            StringComparer.Ordinal
        );
        controlPlanes = controlPlanes.ToImmutableSortedDictionary(
            c => c.Key,
            c => c.Value with { ConfigHolder = c.Value.ConfigHolder is { } holder ? controlPlanes[holder.Cluster.Name] : null },
            StringComparer.Ordinal
        );
        var link = definition.Platform!;
        var reference = plan.Add(
            PlannedResource.Of(PulumiTypes.StackReference, LogicalName.Of(link.Stack)) with
            {
                ReadId = link.Reference ?? link.Stack,
                Inputs = Empty.Map<object>().Add("name", link.Reference ?? link.Stack),
                Provides = provides.ToImmutable(),
            }
        );
        plan.Checks.Add(
            new LateCheck([contract], texts => PlatformContract.Differences(PlatformContract.Of(definition), texts[0], link.Stack))
            {
                Component = reference,
            }
        );
        foreach (var (name, cluster) in platform.Plan.Facts.Clusters)
        {
            plan.Facts.Clusters[name] = cluster with { Given = cluster.Given ?? new(cluster.Role.SystemNamespace) };
        }

        plan.Facts.Gateways.AddRange(platform.Plan.Facts.Gateways);
        return new(controlPlanes, null);
    }

    private static ControlPlaneModel Seen(ControlPlaneModel controlPlane, IDictionary<string, LateValue> provides)
    {
        var name = controlPlane.Cluster.Name;
        return controlPlane with
        {
            Ready = [],
            Namespaces = Empty.Map<ResourceId>(),
            Injectors = Empty.Map<ResourceId>(),
            EastWest = Seen(controlPlane.EastWest, $"{GatewaysOutput}.{name}.eastWest", provides),
            Ingress = Seen(controlPlane.Ingress, $"{GatewaysOutput}.{name}.ingress", provides),
            Ingresses = controlPlane.Ingresses.ToDictionary(
                i => i.Key,
                i => Seen(i.Value, $"{GatewaysOutput}.{name}.{i.Key}", provides)!,
                StringComparer.Ordinal
            ),
            HostedIstiod = Seen(controlPlane.HostedIstiod, $"{GatewaysOutput}.{name}.controlPlane", provides),
            Egress = null,
        };
    }

    private static GatewayModel? Seen(GatewayModel? gateway, string output, IDictionary<string, LateValue> provides)
    {
        if (gateway?.Address is not { IsKnown: false, Needs: [var late, ..] })
        {
            return gateway is null ? null : gateway with { Ready = [] };
        }

        provides[output] = late;
        return gateway with { Ready = [], Address = late };
    }
}
