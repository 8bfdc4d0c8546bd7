namespace MeshStack.Definition;

/// <summary>One block of a PEM text.</summary>
internal sealed record PemBlock(string Label, byte[] Data, string Text)
{
    public const string Certificate = "CERTIFICATE";

    public const string EncryptedKey = "ENCRYPTED PRIVATE KEY";

    /// <summary>The kinds of private keys that istiod reads.</summary>
    public static IReadOnlyList<string> PrivateKeys { get; } = ["PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY"];

    /// <summary>The kinds of blocks that may be told by name.</summary>
    public static IReadOnlyList<string> KnownLabels { get; } =
    [
        Certificate,
        EncryptedKey,
        .. PrivateKeys,
        "CERTIFICATE REQUEST",
        "DSA PRIVATE KEY",
        "EC PARAMETERS",
        "OPENSSH PRIVATE KEY",
        "PKCS7",
        "PUBLIC KEY",
        "RSA PUBLIC KEY",
        "TRUSTED CERTIFICATE",
        "X509 CRL",
    ];

    /// <summary>The label alone: a record would print the key.</summary>
    public override string ToString() => Label;
}
