namespace MeshStack.Definition;

/// <summary>A change from one root to another, in steps that each leave all calls working.</summary>
public sealed record TrustRotationSettings
{
    /// <summary>Generation of the generated root that the change leads away from; <see cref="GeneratedTrustSettings.Root"/> is the one it
    /// leads to.</summary>
    [Key("generation that is left", Default = "required with `generated`; not with roots of your own", Min = 1)]
    public int? From { get; init; }

    /// <summary>The step: <c>prepare</c>, <c>switch</c> or <c>retire</c>. Workloads need a day for each, the life of their
    /// certificates.</summary>
    [Key("the step", Required = true, AllowedBy = typeof(RotationPhases))]
    public required string Phase { get; init; }
}
