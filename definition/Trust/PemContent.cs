namespace MeshStack.Definition;

/// <summary>What a text in PEM is to be.</summary>
internal enum PemContent
{
    /// <summary>The one certificate of a CA.</summary>
    Authority,

    /// <summary>A certificate and those above it.</summary>
    Chain,

    /// <summary>An unencrypted private key.</summary>
    PrivateKey,
}
