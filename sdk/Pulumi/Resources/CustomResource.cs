namespace Pulumi;

/// <summary>Resource that a provider manages.</summary>
public class CustomResource : Resource
{
    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : base(type, name, args ?? ResourceArgs.Empty, options ?? new CustomResourceOptions()) { }

    public CustomResource(
        string type,
        string name,
        ResourceArgs? args,
        CustomResourceOptions? options = null,
        RegisterPackageRequest? registerPackageRequest = null
    )
        : base(type, name, args ?? ResourceArgs.Empty, options ?? new CustomResourceOptions()) => _ = registerPackageRequest;

    private protected CustomResource() { }

    [Output("id")]
    public Output<string> Id { get; private protected set; } = null!;

    internal void SetId(Output<string> id) => Id = id;
}
