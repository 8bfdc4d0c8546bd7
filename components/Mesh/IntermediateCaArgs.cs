using Pulumi;

namespace MeshStack;

/// <summary>A cluster's intermediate CA below a root that comes from elsewhere.</summary>
/// <remarks>A cluster that runs no istiod issues no certificates: what is given for it waits for a topology in which it does.</remarks>
public sealed class IntermediateCaArgs : ResourceArgs
{
    /// <summary>Its certificate, PEM.</summary>
    [Input("certificate")]
    public Input<string>? Certificate { get; set; }

    /// <summary>Its private key, unencrypted PEM; give it as a secret.</summary>
    [Input("privateKey")]
    public Input<string>? PrivateKey { get; set; }

    /// <summary>The chain from it to the root, PEM.</summary>
    /// <value>Defaults to its certificate and the root.</value>
    [Input("chain")]
    public Input<string>? Chain { get; set; }
}
