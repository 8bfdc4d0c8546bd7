using Pulumi;

namespace MeshStack;

/// <summary>How a root and its intermediates are generated.</summary>
public sealed class GeneratedTrustArgs : ResourceArgs
{
    /// <summary>Generation of the root, from 1. A new one makes new keys beside the old ones and takes a
    /// <see cref="MeshTrustArgs.Rotation"/>.</summary>
    /// <value>Defaults to 1.</value>
    [Input("root")]
    public int Root { get; set; } = 1;

    /// <summary>Algorithm of all keys. Another one needs another generation.</summary>
    /// <value>Defaults to ECDSA-P256.</value>
    [Input("keyAlgorithm")]
    public KeyAlgorithm KeyAlgorithm { get; set; } = KeyAlgorithm.EcdsaP256;

    /// <summary>Organization in the subjects of the certificates.</summary>
    /// <value>Defaults to the component's name.</value>
    [Input("organization")]
    public string? Organization { get; set; }

    /// <summary>Hours for which a root is valid. It is never renewed in place: a rotation replaces it.</summary>
    /// <value>Defaults to 87600, ten years.</value>
    [Input("rootValidityHours")]
    public int RootValidityHours { get; set; } = 87600;

    /// <summary>Hours for which an intermediate is valid; at most those of the root.</summary>
    /// <value>Defaults to 17520, two years.</value>
    [Input("intermediateValidityHours")]
    public int IntermediateValidityHours { get; set; } = 17520;

    /// <summary>Hours before its end from which an update issues an intermediate anew, with the same key.</summary>
    /// <value>Defaults to 4320, half a year: the time in which one update has to run.</value>
    [Input("earlyRenewalHours")]
    public int EarlyRenewalHours { get; set; } = 4320;

    /// <summary>Whether keys and roots that are in use refuse to be deleted; false for stacks that are thrown away.</summary>
    /// <value>Defaults to true.</value>
    [Input("protect")]
    public bool Protect { get; set; } = true;
}
