namespace Pulumi;

/// <summary>Provider that is configured in the program.</summary>
public class ProviderResource : CustomResource
{
    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
        : base($"pulumi:providers:{package}", name, args, options, registerPackageRequest: null)
        => Package = package;

    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null, RegisterPackageRequest? registerPackageRequest = null)
        : base($"pulumi:providers:{package}", name, args, options, registerPackageRequest)
        => Package = package;

    internal string Package { get; }
}
