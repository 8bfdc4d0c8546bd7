namespace Pulumi.Tls;

/// <summary>What the package adds to the options of its resources.</summary>
internal static class TlsOptions
{
    /// <summary>The given options over the version of the package and the outputs that it keeps secret.</summary>
    public static CustomResourceOptions Complete(CustomResourceOptions? options, params List<string> secretOutputs)
        => CustomResourceOptions.Merge(
            new() { Version = TlsResourceTypeAttribute.PackageVersion, AdditionalSecretOutputs = secretOutputs },
            options);
}
