namespace MeshStack.Definition.Planning;

/// <summary>A resource by its type token and its logical name, which make its URN.</summary>
public readonly record struct ResourceKey(string Type, string Name)
{
    /// <summary>Type and quoted name, as in <c>kubernetes:core/v1:Namespace 'shop'</c>.</summary>
    public override string ToString() => $"{Type} '{Name}'";
}
