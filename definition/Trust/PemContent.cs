namespace MeshStack.Definition;

/// <summary>What a text in PEM is to be.</summary>
internal enum PemContent
{
    /// <summary>One certificate.</summary>
    Certificate,

    /// <summary>A certificate and those above it.</summary>
    Chain,

    /// <summary>An unencrypted private key.</summary>
    PrivateKey,
}
