using MeshStack.Preview.Transitions;
using Pulumi;

namespace MeshStack.Hosting;

/// <summary>The state that the last update of this stack left behind.</summary>
internal static class AppliedState
{
    /// <summary>The state; null before the first update.</summary>
    /// <remarks>A stack may refer to itself: what it gets are the outputs of its last update.</remarks>
    public static async Task<MeshState?> ReadAsync()
    {
        var own = Deployment.Instance;
        var applied = new StackReference(
            "applied",
            new StackReferenceArgs { Name = $"{own.OrganizationName}/{own.ProjectName}/{own.StackName}" }
        );
        var output = await applied.GetOutputDetailsAsync(MeshState.OutputName).ConfigureAwait(false);
        return output.Value is string json ? MeshState.Parse(json) : null;
    }
}
