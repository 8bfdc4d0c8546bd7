namespace MeshStack.Rendering;

/// <summary>What a reader sees in place of a secret.</summary>
public static class SecretMask
{
    /// <summary>The mask.</summary>
    public const string Text = MaskedText.Secret;
}
