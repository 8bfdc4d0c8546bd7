using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Provider that is configured in the program.</summary>
public class ProviderResource : CustomResource
{
    private string? _reference;

    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
        : base($"pulumi:providers:{package}", name, args, options, registerPackageRequest: null) => Package = package;

    public ProviderResource(
        string package,
        string name,
        ResourceArgs args,
        CustomResourceOptions? options = null,
        RegisterPackageRequest? registerPackageRequest = null
    )
        : base($"pulumi:providers:{package}", name, args, options, registerPackageRequest) => Package = package;

    internal string Package { get; }

    /// <summary>How resources name the provider once it is settled: its URN, two colons, its id.</summary>
    internal string Reference
    {
        get
        {
            if (_reference is null)
            {
                Urn.TryGetData(out var urn);
                Id.TryGetData(out var id);
                _reference = $"{urn.Value}::{(id.IsKnown ? id.Value : Wire.Unknown)}";
            }

            return _reference;
        }
    }
}
