namespace Pulumi.Tls;

/// <summary>What the package adds to the options of its resources.</summary>
internal static class TlsOptions
{
    private static readonly Input<string> NoId = "";

    /// <summary>
    /// Options of a resource that is created: the given ones over the version of the package and the outputs that it keeps secret.
    /// The id is not absent but a known empty text, whatever the given options say.
    /// </summary>
    public static CustomResourceOptions Create(CustomResourceOptions? options, params List<string> secretOutputs)
    {
        var complete = CustomResourceOptions.Merge(
            new() { Version = TlsResourceTypeAttribute.PackageVersion, AdditionalSecretOutputs = secretOutputs },
            options
        );
        complete.Id = NoId;
        return complete;
    }
}
