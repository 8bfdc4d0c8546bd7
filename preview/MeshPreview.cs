using MeshStack.Analysis.Topology;
using MeshStack.Preview.Access;
using MeshStack.Preview.Transitions;

namespace MeshStack.Preview;

/// <summary>What a preview tells of: a stack, or what a program registers.</summary>
/// <param name="Stack">Name of the stack.</param>
/// <param name="Mesh">What would be put on the clusters.</param>
/// <param name="Findings">What is wrong with it.</param>
/// <param name="Definition">The definition; null for a program.</param>
public sealed record MeshPreview(string Stack, ComposedMesh Mesh, IReadOnlyList<Finding> Findings, MeshDefinition? Definition)
{
    /// <summary>The clusters that are taken to be unreachable.</summary>
    public IReadOnlyList<UnreachableCluster> Outages { get; init; } = [];

    /// <summary>What the change does to what is running, where it is known what that is.</summary>
    public IReadOnlyList<TransitionNotice> Transition { get; init; } = [];

    /// <summary>What that was compared with; null where nothing was.</summary>
    public string? Since { get; init; }

    /// <summary>The objects of the stack alone, where it shares its clusters with others.</summary>
    internal Recording Own => (Mesh as StackPreview)?.OfStack.Recording ?? Mesh.Recording;

    /// <summary>The same with what is known of the world around them.</summary>
    internal ComposedMesh OwnMesh => (Mesh as StackPreview)?.OfStack ?? Mesh;

    /// <summary>What is proved of it.</summary>
    internal MeshProof Proof => Mesh.Proof;

    /// <summary>Questionable places of the definition.</summary>
    public IReadOnlyList<DefinitionProblem> Warnings => Definition?.Warnings ?? [];

    /// <summary>The other stacks that the proof is of, because they put objects on the same clusters.</summary>
    public IReadOnlyList<string> ProvedWith { get; init; } = [];

    /// <summary>How much of the mesh sidecars are told of, where that is generated.</summary>
    internal IReadOnlyList<SidecarHosts> SidecarHosts =>
        Definition is { Platform: null, Mesh.SidecarScope: MeshStack.Definition.SidecarScope.Generated }
            ? MeshStack.Analysis.Topology.SidecarHosts.Of(Proof.Snapshot)
            : [];

    /// <summary>Configured values that are not set yet.</summary>
    public IReadOnlyList<ConfigurationValue> Unset => [.. Definition?.Values.Where(v => !v.IsSet) ?? []];

    /// <summary>Whether anything stands that must not be applied.</summary>
    public bool HasErrors =>
        Outages.Any(o => !o.IsSkipped)
        || Findings.Any(f => f.Severity == Severity.Error)
        || Transition.Any(n => n.Kind == TransitionKind.Refused);

    /// <summary>Number of components.</summary>
    public int Components => Own.Resources.Count(r => r.IsComponent);

    /// <summary>The same on a day, which ends accesses; as it is where none is given.</summary>
    internal MeshPreview On(DateOnly? today) =>
        today is null ? this : this with { Findings = [.. Findings, .. AccessExpiry.Of(Mesh, today)] };

    /// <summary>A stack.</summary>
    public static MeshPreview From(StackPreview preview)
    {
        ArgumentNullException.ThrowIfNull(preview);
        return new(preview.Definition.Stack, preview, preview.OwnFindings, preview.OfStack.Definition)
        {
            ProvedWith = preview.Own is { Definition: { } own } ? own.OtherStacks : [],
        };
    }

    /// <summary>A program.</summary>
    public static MeshPreview From(ComposedMesh program, string stack)
    {
        ArgumentNullException.ThrowIfNull(program);
        return new(stack, program, program.Judge(), null);
    }
}
