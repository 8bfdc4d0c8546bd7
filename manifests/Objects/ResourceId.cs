namespace MeshStack.Manifests;

/// <summary>A resource by its type token and its name.</summary>
public readonly record struct ResourceId(string Type, string Name)
{
    /// <summary>By name, then by type, ordinal.</summary>
    public static IComparer<ResourceId> Order { get; } = Comparer<ResourceId>.Create(Compare);

    /// <summary>Type and quoted name, as in <c>kubernetes:core/v1:Namespace 'shop'</c>.</summary>
    public override string ToString() => $"{Type} '{Name}'";

    private static int Compare(ResourceId x, ResourceId y) =>
        string.CompareOrdinal(x.Name, y.Name) is var order and not 0 ? order : string.CompareOrdinal(x.Type, y.Type);
}
