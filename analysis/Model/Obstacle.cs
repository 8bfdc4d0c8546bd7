namespace MeshStack.Analysis.Model;

/// <summary>One of the things that keep a request away.</summary>
/// <param name="Step">The step that refuses it.</param>
/// <param name="Proxy">The workload whose proxy takes the step.</param>
/// <param name="Reason">Why, in a sentence without its end.</param>
/// <param name="Because">The objects that decide.</param>
public sealed record Obstacle(AccessStep Step, string Proxy, string Reason, IReadOnlyList<Cause> Because)
{
    /// <summary>False where the manifests do not decide whether the step refuses it too.</summary>
    public bool IsCertain { get; init; } = true;
}
