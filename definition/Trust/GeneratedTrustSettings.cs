namespace MeshStack.Definition;

/// <summary>How a root and its intermediates are generated.</summary>
public sealed record GeneratedTrustSettings
{
    /// <summary>Generation of the root, from 1. A new one makes new keys beside the old ones and takes a
    /// <see cref="MeshTrustSettings.Rotation"/>.</summary>
    /// <value>Defaults to 1.</value>
    [Key("generation of the root", Min = 1)]
    public int Root { get; init; } = 1;

    /// <summary>Algorithm of all keys: <c>ECDSA-P256</c> or <c>RSA-4096</c>. Another one needs another generation.</summary>
    /// <value>Defaults to ECDSA-P256.</value>
    [Key("algorithm of all keys", AllowedBy = typeof(KeyAlgorithms))]
    public string KeyAlgorithm { get; init; } = KeyAlgorithms.EcdsaP256;

    /// <summary>Organization in the subjects of the certificates.</summary>
    /// <value>Defaults to the component's name.</value>
    [Key("organization in the subjects of the certificates", Default = "the mesh's name")]
    public string? Organization { get; init; }

    /// <summary>Hours for which a root is valid. It is never renewed in place: a rotation replaces it.</summary>
    /// <value>Defaults to 87600, ten years.</value>
    [Key("hours for which a root is valid", Min = 1)]
    public int RootValidityHours { get; init; } = 87600;

    /// <summary>Hours for which an intermediate is valid; at most those of the root.</summary>
    /// <value>Defaults to 17520, two years.</value>
    [Key("hours for which an intermediate is valid, at most those of the root", Min = 1)]
    public int IntermediateValidityHours { get; init; } = 17520;

    /// <summary>Hours before its end from which an update issues an intermediate anew, with the same key.</summary>
    /// <value>Defaults to 4320, half a year: the time in which one update has to run.</value>
    [Key("hours before its end from which an update issues an intermediate anew, fewer than those for which it is valid", Min = 0)]
    public int EarlyRenewalHours { get; init; } = 4320;

    /// <summary>Whether keys and roots that are in use refuse to be deleted; false for stacks that are thrown away.</summary>
    /// <value>Defaults to true.</value>
    [Key("whether keys and roots that are in use refuse to be deleted")]
    public bool Protect { get; init; } = true;
}
