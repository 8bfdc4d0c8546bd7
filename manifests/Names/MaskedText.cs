namespace MeshStack.Manifests;

/// <summary>What stands in objects for what nobody may read.</summary>
internal static class MaskedText
{
    /// <summary>In place of a secret.</summary>
    public const string Secret = "[secret]";
}
