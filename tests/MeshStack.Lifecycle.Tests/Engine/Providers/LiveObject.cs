namespace MeshStack.Lifecycle.Tests.Engine.Providers;

/// <summary>Who applies fields, as an API server tells apart who set which.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsForced">Whether its fields win over those of others.</param>
/// <remarks>Source: https://kubernetes.io/docs/reference/using-api/server-side-apply/#conflicts.</remarks>
internal sealed record FieldManager(string Name, bool IsForced)
{
    /// <summary>The one of every object that the provider makes, whose fields its first update takes over.</summary>
    /// <remarks>Source: https://github.com/pulumi/pulumi-kubernetes/blob/v4.32.0/provider/pkg/await/await.go,
    /// fixCSAFieldManagers.</remarks>
    public static FieldManager OfWhatIsMade { get; } = new("pulumi-kubernetes", IsForced: true);

    /// <summary>The one of what charts hold.</summary>
    public static FieldManager OfHelm { get; } = new("helm", IsForced: true);
}

/// <summary>An object as an API server keeps it: the fields of each who set some.</summary>
internal sealed class LiveObject(string uid)
{
    // In the order in which they came; where several set a field they agree on it.
    private ImmutableList<(string Manager, PropertyMap Fields)> _applied = [];

    public PropertyMap Manifest() =>
        _applied.Aggregate(PropertyMap.Empty, (map, by) => Merge(map, by.Fields)).With(["metadata", "uid"], uid);

    /// <summary>Sets fields in place of those that the manager set before.</summary>
    public void Apply(FieldManager manager, PropertyMap fields)
    {
        var others = _applied.RemoveAll(by => by.Manager == manager.Name);
        var conflicts = others.Where(by => !Properties.Same(Without(by.Fields, fields), by.Fields)).Select(by => by.Manager).ToList();
        if (conflicts.Count > 0 && !manager.IsForced)
        {
            throw new ProviderException(
                $"The resource managed by field manager \"{manager.Name}\" had an apply conflict: conflict with "
                    + string.Join(" and ", conflicts.Select(c => $"\"{c}\""))
            );
        }

        _applied = [.. others.Select(by => (by.Manager, Without(by.Fields, fields))), (manager.Name, fields)];
    }

    /// <summary>Takes over what was set when the object was made.</summary>
    public void TakeOver(FieldManager manager)
    {
        if (_applied.FindIndex(by => by.Manager == FieldManager.OfWhatIsMade.Name) is var made and >= 0)
        {
            var fields = _applied[made].Fields;
            _applied = _applied.RemoveAt(made).RemoveAll(by => by.Manager == manager.Name).Add((manager.Name, fields));
        }
    }

    /// <summary>Gives back what a manager set; false where it set nothing.</summary>
    public bool Release(FieldManager manager)
    {
        var before = _applied.Count;
        _applied = _applied.RemoveAll(by => by.Manager == manager.Name);
        return _applied.Count < before;
    }

    /// <summary>Fields without those that others give another value.</summary>
    private static PropertyMap Without(PropertyMap fields, PropertyMap others) =>
        fields.Aggregate(
            fields,
            (map, field) =>
                !others.TryGetValue(field.Key, out var other) || Properties.Same(field.Value, other) ? map
                : field.Value is PropertyMap inner && other is PropertyMap outer ? map.SetItem(field.Key, Without(inner, outer))
                : map.Remove(field.Key)
        );

    private static PropertyMap Merge(PropertyMap below, PropertyMap above) =>
        above.Aggregate(
            below,
            (map, field) =>
                map.SetItem(
                    field.Key,
                    field.Value is PropertyMap inner && map.GetValueOrDefault(field.Key) is PropertyMap outer
                        ? Merge(outer, inner)
                        : field.Value
                )
        );
}
