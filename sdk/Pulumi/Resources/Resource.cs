namespace Pulumi;

/// <summary>Base of everything that has a URN.</summary>
public class Resource
{
    private readonly string _type;
    private readonly string _name;

    private protected Resource(string type, string name, bool custom, ResourceArgs args, ResourceOptions options, bool remote = false)
    {
        _type = type;
        _name = name;
        _ = (custom, args, options, remote);
    }

    [Output("urn")]
    public Output<string> Urn { get; private protected set; } = null!;

    public string GetResourceType() => _type;

    public string GetResourceName() => _name;
}
