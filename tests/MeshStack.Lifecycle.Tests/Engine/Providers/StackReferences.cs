namespace MeshStack.Lifecycle.Tests.Engine.Providers;

/// <summary>What the engine itself provides: references to stacks.</summary>
/// <remarks>Source: https://github.com/pulumi/pulumi/blob/master/pkg/resource/deploy/builtins.go.</remarks>
/// <param name="world">The other stacks that there are.</param>
/// <param name="written">The state as it was last written; null where the stack never had one.</param>
internal sealed class StackReferences(World world, Func<Snapshot?> written) : IResourceProvider
{
    public DiffResult Diff(ResourceState old, PropertyMap news) =>
        Properties.Same(old.Inputs, news) ? DiffResult.None : new(true, ["name"]);

    public (string Id, PropertyMap Outputs) Create(string urn, PropertyMap inputs) =>
        throw new ProviderException("a stack reference is read, not made");

    public PropertyMap Update(ResourceState old, PropertyMap news) => throw new ProviderException("unexpected update");

    public void Delete(ResourceState old)
    {
        // There is nothing to delete.
    }

    public (PropertyMap Inputs, PropertyMap Outputs)? Read(string urn, string id, PropertyMap inputs, PropertyMap outputs) =>
        (inputs, ReadStackOutputs(id));

    /// <summary>Answers <c>pulumi:pulumi:readStackOutputs</c>. Without a state there are no outputs.</summary>
    public PropertyMap ReadStackOutputs(string name) =>
        Properties.Map(
            ("name", name),
            ("outputs", (world.Stacks.TryGetValue(name, out var other) ? other.State : written())?.StackOutputs ?? PropertyMap.Empty),
            ("secretOutputNames", ImmutableArray<object>.Empty)
        );

    /// <summary>Answers <c>pulumi:pulumi:readStackResourceOutputs</c>.</summary>
    /// <exception cref="ProviderException">The stack has no state yet: the engine does not expect that, and panics.</exception>
    public PropertyMap ReadStackResourceOutputs(string name)
    {
        var snapshot =
            written()
            ?? throw new ProviderException("runtime error: invalid memory address or nil pointer dereference (the stack has no state)");
        return Properties.Map(
            ("name", name),
            (
                "outputs",
                snapshot.Live.ToImmutableDictionary(
                    r => r.Urn,
                    object (r) => Properties.Map(("type", r.Type), ("outputs", r.Outputs)),
                    StringComparer.Ordinal
                )
            )
        );
    }
}
