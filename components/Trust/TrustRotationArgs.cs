using Pulumi;

namespace MeshStack;

/// <summary>A change from one root to another, in steps that each leave all calls working.</summary>
public sealed class TrustRotationArgs : ResourceArgs
{
    /// <summary>Generation of the generated root that the change leads away from; <see cref="GeneratedTrustArgs.Root"/> is the one it leads
    /// to.</summary>
    [Input("from")]
    public int? From { get; set; }

    /// <summary>The step. Workloads need a day for each, the life of their certificates.</summary>
    [Input("phase", required: true)]
    public required TrustRotationPhase Phase { get; set; }
}
