using System.Collections;
using System.Collections.Immutable;
using MeshStack.Preview.Transitions;
using Pulumi;

namespace MeshStack.Hosting;

/// <summary>What earlier updates of this stack left behind.</summary>
/// <param name="Mesh">The state of the mesh.</param>
/// <param name="Outputs">The outputs of the stack.</param>
/// <param name="Names">The names that clusters had.</param>
internal sealed record AppliedState(MeshState Mesh, IReadOnlyDictionary<string, object?> Outputs, ClusterNames Names)
{
    /// <summary>Where a gateway was reached when the stack was last updated; null where that is not known.</summary>
    /// <param name="cluster">Its cluster.</param>
    /// <param name="gateway">Its key among the outputs.</param>
    public string? AddressOf(string cluster, string gateway) =>
        Names
            .Of(cluster)
            .Select(name => Map(Map(Outputs.GetValueOrDefault(StackOutputs.GatewaysName)).GetValueOrDefault(name)))
            .Select(gateways => gateways.GetValueOrDefault(gateway))
            .OfType<string>()
            .FirstOrDefault();

    /// <summary>The state; null before the first update has ended.</summary>
    /// <remarks>
    /// The engine itself answers both calls. A StackReference would do for the first, but it is a resource, whose outputs in the state are
    /// those of before the update: every check for drift would find it changed.
    /// Source: https://github.com/pulumi/pulumi/blob/v3.274.1/pkg/resource/deploy/builtins.go.
    /// </remarks>
    /// <param name="names">The names that clusters had.</param>
    public static async Task<AppliedState?> ReadAsync(ClusterNames names)
    {
        var own = Deployment.Instance;
        var stack = $"{own.OrganizationName}/{own.ProjectName}/{own.StackName}";
        var outputs = await ReadAsync("readStackOutputs", new OutputsArgs { Name = stack }).ConfigureAwait(false);

        // Without outputs there may be no state at all, and the second call would end the engine.
        if (outputs.GetValueOrDefault(MeshState.OutputName) is not string json || MeshState.Parse(json) is not { } asked)
        {
            return null;
        }

        var resources = await ReadAsync("readStackResourceOutputs", new ResourceOutputsArgs { StackName = stack }).ConfigureAwait(false);
        return new(AppliedMesh.From(asked, [.. resources.Select(Resource).OfType<StackResource>()], names)!, outputs, names);
    }

    private static async Task<IReadOnlyDictionary<string, object?>> ReadAsync(string function, InvokeArgs args)
    {
        var answer = await Deployment
            .Instance.InvokeAsync<ImmutableDictionary<string, object>>($"pulumi:pulumi:{function}", args)
            .ConfigureAwait(false);
        return Map(answer?.GetValueOrDefault("outputs"));
    }

    private static StackResource? Resource(KeyValuePair<string, object?> resource) =>
        Map(resource.Value).GetValueOrDefault("outputs") is { } outputs ? new(resource.Key, Map(outputs)) : null;

    private static IReadOnlyDictionary<string, object?> Map(object? value) =>
        value switch
        {
            IReadOnlyDictionary<string, object?> map => map,
            IDictionary map => map.Cast<DictionaryEntry>().ToImmutableDictionary(e => (string)e.Key, e => e.Value),
            _ => ImmutableDictionary<string, object?>.Empty,
        };

    private sealed class OutputsArgs : InvokeArgs
    {
        [Input("name", required: true)]
        public required string Name { get; set; }
    }

    private sealed class ResourceOutputsArgs : InvokeArgs
    {
        [Input("stackName", required: true)]
        public required string StackName { get; set; }
    }
}
