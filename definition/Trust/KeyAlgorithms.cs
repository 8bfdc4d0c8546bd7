namespace MeshStack.Definition;

/// <summary>Algorithms of generated keys.</summary>
internal static class KeyAlgorithms
{
    /// <summary>ECDSA on the curve P-256.</summary>
    public const string EcdsaP256 = "ECDSA-P256";

    /// <summary>RSA of 4096 bits.</summary>
    public const string Rsa4096 = "RSA-4096";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [EcdsaP256, Rsa4096];
}
