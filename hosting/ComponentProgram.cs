using MeshStack.Hosting.Clusters;
using MeshStack.Preview.Transitions;

namespace MeshStack.Hosting;

/// <summary>A program of components as <c>pulumi preview</c> and <c>pulumi up</c> run it.</summary>
internal static class ComponentProgram
{
    /// <summary>Registers the components, unless what was looked at would not work or would break what is running.</summary>
    /// <param name="program">Registers the components, and returns the stack's outputs.</param>
    /// <param name="rehearsal">What was looked at; null where there is no engine.</param>
    public static async Task<IDictionary<string, object?>> RunAsync(Func<Task<IDictionary<string, object?>>> program, Rehearsal? rehearsal)
    {
        rehearsal?.Tell();
        if (rehearsal?.After is not { } after)
        {
            return await program().ConfigureAwait(false);
        }

        var before = await AppliedState.ReadAsync(ClusterNames.Of(after)).ConfigureAwait(false);
        if (before is null && after.Clusters.IsEmpty)
        {
            return await program().ConfigureAwait(false);
        }

        after = after.VouchedForBy(after.Authorities(before?.Mesh, Authorities(after)));
        TransitionCheck.Enforce(before?.Mesh, after);

        // The next update is held against it.
        var outputs = await program().ConfigureAwait(false);
        return new Dictionary<string, object?>(outputs) { [MeshState.OutputName] = after.ToJson() };
    }

    // A provider may have a kubeconfig of its own, which no plan shows; the context is looked up in that of this machine.
    private static IEnumerable<KeyValuePair<string, string>> Authorities(MeshState after)
    {
        var contexts = KubeContexts.OfTheEnvironment();
        return from cluster in after.Clusters
            where cluster.Value.Context is not null
            let authority = contexts.EndpointOf(cluster.Value.Context)?.Authority
            where authority is not null
            select KeyValuePair.Create(cluster.Key, authority);
    }
}
