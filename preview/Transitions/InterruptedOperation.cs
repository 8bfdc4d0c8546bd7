namespace MeshStack.Preview.Transitions;

/// <summary>An operation that an update was killed in: whether it was done, only the cluster knows.</summary>
/// <param name="Kind">What was done: <c>creating</c>, <c>updating</c>, <c>deleting</c> or <c>reading</c>.</param>
/// <param name="Resource">The resource, with its inputs in place of outputs.</param>
/// <param name="Provider">Its provider; null where it has none of its own.</param>
internal sealed record InterruptedOperation(string Kind, StackResource Resource, StackResource? Provider)
{
    /// <summary>URN of its parent; null where it has none.</summary>
    public string? Parent { get; init; }

    /// <summary>The cluster that it was done in; null for what is in none.</summary>
    public string? Cluster => Resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal) ? Provider?.ProviderOf : null;
}
