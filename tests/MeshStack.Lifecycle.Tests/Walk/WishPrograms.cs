using System.Collections.Concurrent;
using MeshStack.Definition;
using MeshStack.Lifecycle.Tests.Program;
using MeshStack.Lifecycle.Tests.Stacks;
using MeshStack.Preview.Transitions;

namespace MeshStack.Lifecycle.Tests.Walk;

/// <summary>The programs of definitions. What the program of today registers for one is asked of it once.</summary>
internal static class WishPrograms
{
    private static readonly ConcurrentDictionary<(DefinitionWish, string?), Lazy<(FrozenStack Frozen, MeshState Asked)>> Known = new();

    /// <summary>The program of a definition.</summary>
    /// <param name="wish">The definition.</param>
    /// <param name="world">Where it runs.</param>
    /// <param name="earlierId">Id of the mesh at the last update; null before that.</param>
    public static CheckedProgram Of(Wish wish, World world, string? earlierId)
    {
        // Another id than before is another name of some resources in stacks of before.
        var earlier = earlierId == wish.Definition.MeshId ? null : earlierId;
        var (frozen, asked) = Known.GetOrAdd((wish.Definition, earlier), key => new(() => Freeze(key.Item1, key.Item2))).Value;
        return new(Changed(frozen, wish), Changed(asked, wish), world);
    }

    /// <summary>A project with a definition, and with nothing deployed.</summary>
    public static LifecycleStack Project(DefinitionWish wish)
    {
        var stack = StackVariant.Create(StackVariant.Dev);
        wish.WriteTo(stack);
        return stack;
    }

    private static (FrozenStack Frozen, MeshState Asked) Freeze(DefinitionWish wish, string? earlierId)
    {
        using var stack = Project(wish);
        var asked = stack.Asked();
        if (earlierId is not null)
        {
            var outputs = Properties.Map((MeshState.OutputName, (asked with { MeshId = earlierId }).ToJson()));
            stack.Engine.State = new(
                [
                    new()
                    {
                        Urn = Urn.Create(stack.Engine.Name, stack.Engine.Project, null, Urn.RootStackType, "meshstack-dev"),
                        Outputs = outputs,
                    },
                ],
                []
            );
        }

        return (Freezer.Freeze(stack), asked);
    }

    private static FrozenStack Changed(FrozenStack frozen, Wish wish) =>
        frozen.Select(r =>
            r.Type != "pulumi:providers:kubernetes" ? r
            : r.Name == "cluster01-provider" ? r with { Inputs = Adopting(r.Inputs, wish) }
            : r with
            {
                Inputs = Adopting(r.Inputs, wish)
                    .SetItem("context", wish.Context)
                    .SetItem("skipUpdateUnreachable", wish.Skips ? "true" : "false")
                    .SetItem("clusterIdentifier", wish.Identifier ?? r.Inputs["clusterIdentifier"]),
            }
        );

    private static PropertyMap Adopting(PropertyMap inputs, Wish wish) =>
        wish.Adopts ? inputs.SetItem("upsertExistingObjects", "true") : inputs;

    private static MeshState Changed(MeshState asked, Wish wish) =>
        asked with
        {
            Clusters = asked.Clusters.ToImmutableSortedDictionary(
                c => c.Key,
                c =>
                {
                    var adopting = c.Value with { Defined = c.Value.Defined with { AdoptsExisting = wish.Adopts } };
                    return c.Key == "cluster01"
                        ? adopting
                        : adopting with
                        {
                            Context = wish.Context,
                            ClusterIdentifier = wish.Identifier ?? c.Value.ClusterIdentifier,
                            Defined = adopting.Defined with { IsIdentified = wish.Identifier is not null },
                        };
                },
                StringComparer.Ordinal
            ),
            Removed = new RemovalSettings { Clusters = wish.RemovedClusters, Namespaces = wish.RemovedNamespaces },
        };
}
