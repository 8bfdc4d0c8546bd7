namespace MeshStack.Definition;

/// <summary>A cluster's intermediate CA below a root that comes from elsewhere.</summary>
/// <remarks>A cluster that runs no istiod issues no certificates: what is given for it waits for a topology in which it does.</remarks>
public sealed record IntermediateCaSettings
{
    /// <summary>Its certificate, PEM.</summary>
    [Key("its certificate, PEM", Required = true, Pem = PemContent.Authority)]
    public TextValue? Certificate { get; init; }

    /// <summary>Its private key, unencrypted PEM; give it as a secret.</summary>
    [Key("its private key, unencrypted PEM", Required = true, IsSecret = true, Pem = PemContent.PrivateKey)]
    public TextValue? PrivateKey { get; init; }

    /// <summary>The chain from it to the root, PEM.</summary>
    /// <value>Defaults to its certificate and the root.</value>
    [Key("the chain from it to the root, PEM", Default = "its certificate and the root", Pem = PemContent.Chain)]
    public TextValue? Chain { get; init; }

    internal IEnumerable<ArgsProblem> Problems(string path)
    {
        foreach (var (key, value) in new[] { ("certificate", Certificate), ("privateKey", PrivateKey) })
        {
            if (value is null)
            {
                yield return new($"{path}.{key}", "required, as {config: KEY} with the configuration key that holds it");
            }
        }

        foreach (var problem in Pems(path))
        {
            yield return problem;
        }
    }

    private IEnumerable<ArgsProblem> Pems(string path) =>
        [
            .. PemRules.Problems($"{path}.certificate", PemContent.Authority, Certificate),
            .. PemRules.Problems($"{path}.privateKey", PemContent.PrivateKey, PrivateKey),
            .. PemRules.Problems($"{path}.chain", PemContent.Chain, Chain),
        ];
}
