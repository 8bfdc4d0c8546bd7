using Pulumi;

namespace MeshStack;

/// <summary>A CA with its key.</summary>
/// <param name="PrivateKey">Private key, PEM, secret.</param>
/// <param name="Certificate">Certificate, PEM.</param>
internal sealed record IssuedCa(Output<string> PrivateKey, Output<string> Certificate);
